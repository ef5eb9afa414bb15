// SPDX-License-Identifier: MIT
#include "core/report/figure_units.h"

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

constexpr double million = 1e6;

struct FigureUnit {
    std::string_view id;
    Label word;
    int decimals = 0;
};
constexpr FigureUnit units[] = {{"m2", {"m²", "m²"}, 0},
                                {"km", {"km", "km"}, 2},
                                {"t", {"tấn", "t"}, 1},
                                {"VND", {"triệu đồng", "million VND"}, 1},
                                {"percent", {"%", "%"}, 1},
                                {"days", {"ngày", "days"}, 0},
                                {"households", {"hộ", "households"}, 0}};

const FigureUnit* find(std::string_view unit) {
    const auto* const found = std::ranges::find(units, unit, &FigureUnit::id);
    return found == std::end(units) ? nullptr : found;
}

} // namespace

Label unitWord(std::string_view unit) {
    const FigureUnit* found = find(unit);
    return found == nullptr ? Label{unit, unit} : found->word;
}

double numberInUnit(double value, std::string_view unit) {
    return unit == "VND" ? value / million : value;
}

int decimalsOf(double value, std::string_view unit) {
    // A million with a decimal says enough; less than that must not become nothing.
    if (unit == "VND" && std::abs(value) < million) return 3;
    const FigureUnit* found = find(unit);
    return found == nullptr ? 0 : found->decimals;
}

int listDecimalsOf(std::string_view unit) {
    return unit == "km" ? decimalsOf(1, unit) : 0;
}

bool isCount(std::string_view unit) {
    return unit.empty() || unit == "households";
}

} // namespace banlang
