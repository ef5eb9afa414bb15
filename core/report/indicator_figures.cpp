// SPDX-License-Identifier: MIT
#include "core/report/indicator_figures.h"

#include "core/report/figure_units.h"
#include "core/report/report_cells.h"

namespace banlang {
namespace {

/// Of an Indicator or an AnswerFigure.
template <class Figure> IndicatorFigure told(const Figure& figure, bool hidden) {
    IndicatorFigure told;
    told.label = figure.label;
    told.unit = figure.unit;
    told.value = noteCell(CellState::notReported, {});
    if (hidden) {
        told.value = hiddenCell();
        return told;
    }
    told.target = figure.target;
    told.previous = figure.previous;
    if (!figure.value) return told;
    told.value = figureCell(*figure.value);
    if (figure.target && *figure.target > 0) told.percentOfTarget = *figure.value / *figure.target * 100;
    if (figure.previous) told.change = *figure.value - *figure.previous;
    return told;
}

/// Roads, land and money are no counts of households; a programme for households counts little else.
bool mustHideIn(const Answer& answer, std::string_view unit, double number, Audience audience) {
    const bool counts = unit.empty() && answer.programme != Programme::newRural;
    return counts && number >= 0 && mustHide(audience, static_cast<std::size_t>(number));
}

} // namespace

IndicatorFigure indicatorFigure(const Indicator& indicator, Audience audience) {
    return told(indicator,
                indicator.value && isCount(indicator.unit) && mustHide(audience, static_cast<std::size_t>(*indicator.value)));
}

IndicatorFigure answerFigure(const Answer& answer, const AnswerFigure& figure, Audience audience) {
    return told(figure, figure.value && mustHideIn(answer, figure.unit, *figure.value, audience));
}

ReportCell answerCell(const Answer& answer, std::string_view unit, Role role, double number, Audience audience) {
    const bool hidden = role != Role::roads && mustHideIn(answer, unit, number, audience);
    return hidden ? hiddenCell() : figureCell(number);
}

bool mayShowRow(const AnswerRow& row, Audience audience) {
    return mayShowRecordOf(audience, row.role);
}

std::optional<int> daysSinceReport(const AdminUnitProgress& unit, Programme programme, Date asOf) {
    const Date last = unit.lastReport[static_cast<std::size_t>(programme)];
    return last.known() ? std::optional(asOf.daysSince1970 - last.daysSince1970) : std::nullopt;
}

} // namespace banlang
