// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/directives/directives.h"
#include "core/analysis/progress/progress.h"
#include "core/report/audience.h"
#include "core/report/report_table.h"

#include <optional>
#include <string_view>

namespace banlang {

/// A figure beside its plan and its earlier value, as an audience may know it; for the working group it is exact.
struct IndicatorFigure {
    Label label;
    std::string_view unit; ///< as in Indicator
    ReportCell value;      ///< value, notReported or hidden
    std::optional<double> target;
    std::optional<double> percentOfTarget; ///< none without a value, or a target above zero
    std::optional<double> previous;
    std::optional<double> change; ///< since the day compared with
};

/// Beside a hidden value there is neither plan nor earlier value.
[[nodiscard]] IndicatorFigure indicatorFigure(const Indicator& indicator, Audience audience);
[[nodiscard]] IndicatorFigure answerFigure(const Answer& answer, const AnswerFigure& figure, Audience audience);
/// A number in the table of an answer, in a row about a record of `role`.
[[nodiscard]] ReportCell answerCell(const Answer& answer, std::string_view unit, Role role, double number, Audience audience);
/// Rows about single households are for those alone who may see them.
[[nodiscard]] bool mayShowRow(const AnswerRow& row, Audience audience);

/// Days since the unit last reported on a programme; nothing where it never did.
[[nodiscard]] std::optional<int> daysSinceReport(const AdminUnitProgress& unit, Programme programme, Date asOf);

} // namespace banlang
