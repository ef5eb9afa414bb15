// SPDX-License-Identifier: MIT
#include "layers/export/row_style.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

constexpr double referenceScale = 25'000;

Label labelOf(const MapLayer& layer, const ClassStyle& style) {
    const auto found =
        std::find_if(layer.legend.begin(), layer.legend.end(), [&](const LegendEntry& entry) { return entry.style == style; });
    return found == layer.legend.end() ? Label{} : found->label;
}

} // namespace

RowStyles rowStyles(const MapLayer& layer, const FeatureTable& table) {
    RowStyles result;
    const auto fits = [&](const ShapeSet& set) {
        return set.classOf.size() == table.rowCount && set.geometry->kind == table.geometry.kind;
    };
    const auto set = std::find_if(layer.shapes.rbegin(), layer.shapes.rend(), fits);
    if (set != layer.shapes.rend()) {
        result.classOf = set->classOf;
        result.styles = set->styles;
    } else {
        result.classOf.assign(table.rowCount, 0);
        const auto entry =
            std::find_if(layer.legend.begin(), layer.legend.end(), [](const LegendEntry& e) { return e.style != ClassStyle{}; });
        result.styles.push_back(entry == layer.legend.end() ? ClassStyle{} : entry->style);
    }
    for (const ClassStyle& style : result.styles) result.labels.push_back(labelOf(layer, style));
    return result;
}

Colour mainColour(const ClassStyle& style) {
    if (style.fill) return style.fill->colour;
    if (!style.strokes.empty()) return style.strokes.back().colour;
    return rgb(0x6E665B);
}

double mainWidthPx(const ClassStyle& style) {
    return style.strokes.empty() ? 1 : std::max(0.5, style.strokes.back().widthPx.at(referenceScale));
}

std::string hex(Colour colour, bool withAlpha) {
    const std::string solid = fmt::format("#{:02x}{:02x}{:02x}", colour.r, colour.g, colour.b);
    return withAlpha ? fmt::format("{}{:02x}", solid, colour.a) : solid;
}

} // namespace banlang
