// SPDX-License-Identifier: MIT
#include "layers/legend.h"

#include "core/text/format.h"

namespace banlang {

std::string countText(const LegendEntry& entry, Language language) {
    if (entry.countHidden) return "<3";
    return entry.count ? formatNumber(*entry.count, 0, language) : std::string{};
}

std::string amountText(const LegendEntry& entry, Language language) {
    return entry.amount ? formatNumber(*entry.amount, entry.amountDecimals, language) : std::string{};
}

} // namespace banlang
