// SPDX-License-Identifier: MIT
#include "viewer/panels/widgets/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace banlang::viewer {
namespace {

constexpr double million = 1e6;

struct UnitWord {
    std::string_view id;
    Label word;
};
constexpr UnitWord unitWords[] = {{"m2", {"m²", "m²"}},
                                  {"km", {"km", "km"}},
                                  {"t", {"tấn", "t"}},
                                  {"VND", {"triệu đồng", "million VND"}},
                                  {"percent", {"%", "%"}},
                                  {"days", {"ngày", "days"}},
                                  {"households", {"hộ", "households"}}};

int decimalsOf(std::string_view unit, double value) {
    if (unit == "km") return 2;
    if (unit == "percent" || unit == "t") return 1;
    // A million with a decimal says enough; less than that must not become nothing.
    if (unit == "VND") return std::abs(value) < million ? 3 : 1;
    return 0;
}

} // namespace

std::string_view unitWord(const Ui& ui, std::string_view unit) {
    const auto* const found = std::ranges::find(unitWords, unit, &UnitWord::id);
    return found == std::end(unitWords) ? unit : ui.say(found->word);
}

std::string amountText(const Ui& ui, double value, std::string_view unit) {
    return ui.number(unit == "VND" ? value / million : value, decimalsOf(unit, value));
}

std::string figureText(const Ui& ui, const std::optional<double>& value, std::string_view unit) {
    if (!value) return std::string(ui.say({"chưa báo cáo", "no report"}));
    const std::string_view word = unitWord(ui, unit);
    const std::string amount = amountText(ui, *value, unit);
    return word.empty() ? amount : fmt::format("{} {}", amount, word);
}

} // namespace banlang::viewer
