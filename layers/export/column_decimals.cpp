// SPDX-License-Identifier: MIT
#include "layers/export/column_decimals.h"

#include <cmath>
#include <utility>

namespace banlang {

int mostDecimals(std::string_view columnName) {
    static constexpr std::pair<std::string_view, int> units[] = {{"_vnd", 0}, {"_m2", 1}, {"percent", 1},
                                                                 {"_m", 2},   {"_km", 3}, {"_ha", 4}};
    for (const auto& [ending, decimals] : units) {
        if (columnName.ends_with(ending)) return decimals;
    }
    return columnName.starts_with("percent") ? 1 : 3;
}

int columnDecimals(const Column& column) {
    const int most = mostDecimals(column.name);
    const double finest = std::pow(10, most);
    int needed = 0;
    for (const double value : column.numbers) {
        if (!std::isfinite(value)) continue;
        const double rounded = std::round(value * finest);
        for (double step = std::pow(10, most - needed); needed < most && std::fmod(rounded, step) != 0; step /= 10) ++needed;
        if (needed == most) break;
    }
    return needed;
}

} // namespace banlang
