// SPDX-License-Identifier: MIT
#include "viewer/panels/widgets/figures.h"

#include "core/report/figure_units.h"

#include <fmt/format.h>

namespace banlang::viewer {
std::string_view unitWord(const Ui& ui, std::string_view unit) {
    return ui.say(banlang::unitWord(unit));
}

std::string amountText(const Ui& ui, double value, std::string_view unit) {
    return ui.number(numberInUnit(value, unit), decimalsOf(value, unit));
}

std::string figureText(const Ui& ui, const std::optional<double>& value, std::string_view unit) {
    if (!value) return std::string(ui.say({"chưa báo cáo", "no report"}));
    const std::string_view word = unitWord(ui, unit);
    const std::string amount = amountText(ui, *value, unit);
    return word.empty() ? amount : fmt::format("{} {}", amount, word);
}

} // namespace banlang::viewer
