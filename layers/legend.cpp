// SPDX-License-Identifier: MIT
#include "layers/legend.h"

#include "core/text/format.h"

#include <algorithm>

namespace banlang {
namespace {

void dropBareHeadings(std::vector<LegendEntry>& entries) {
    for (std::size_t i = entries.size(); i-- > 0;) {
        const bool bare = i + 1 == entries.size() || isHeading(entries[i + 1]);
        if (isHeading(entries[i]) && bare) entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

} // namespace

bool isHeading(const LegendEntry& entry) {
    return entry.key == noKey && entry.swatch == GeometryKind::none && !entry.count && !entry.countHidden && !entry.noReport;
}

std::vector<LegendEntry> legendOf(const MapLayer& layer, double scaleDenominator, const LegendKeys& onMap) {
    std::vector<LegendEntry> entries;
    for (const LegendEntry& entry : layer.legend) {
        if (entry.scales.shows(scaleDenominator) && (entry.key == noKey || onMap.test(entry.key))) entries.push_back(entry);
    }
    dropBareHeadings(entries);
    return entries;
}

std::vector<LegendEntry> legendAt(const MapLayer& layer, double scaleDenominator) {
    LegendKeys shown;
    for (const DrawnKeys& drawn : layer.drawn) {
        if (drawn.scales.shows(scaleDenominator)) shown |= drawn.keys;
    }
    return legendOf(layer, scaleDenominator, shown);
}

std::vector<LegendEntry> legendOfAllScales(const MapLayer& layer) {
    std::vector<LegendEntry> entries;
    LegendKeys told;
    for (const LegendEntry& entry : layer.legend) {
        if (entry.key != noKey && told.test(entry.key)) continue;
        if (entry.key != noKey) told.set(entry.key);
        entries.push_back(entry);
    }
    return entries;
}

std::string countText(const LegendEntry& entry, Language language) {
    if (entry.countHidden) return "<3";
    return entry.count ? formatNumber(*entry.count, 0, language) : std::string{};
}

std::string amountText(const LegendEntry& entry, Language language) {
    return entry.amount ? formatNumber(*entry.amount, entry.amountDecimals, language) : std::string{};
}

} // namespace banlang
