// SPDX-License-Identifier: MIT
#include "core/report/figure_units.h"
#include "core/report/indicator_figures.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

const Indicator gardens{"gardens_finished", {"Vườn", "Gardens"}, "", 8, 20, 5};
const Indicator few{"gardens_finished", {"Vườn", "Gardens"}, "", 2, 20, 1};
const Indicator land{"donated_m2", {"Đất", "Land"}, "m2", 2, {}, {}};

TEST(IndicatorFigure, StandsBesideItsPlanAndItsEarlierValue) {
    const IndicatorFigure figure = indicatorFigure(gardens, Audience::meeting);
    EXPECT_EQ(figure.value.number, 8);
    EXPECT_EQ(figure.percentOfTarget, 40);
    EXPECT_EQ(figure.change, 3);
}

TEST(IndicatorFigure, ASmallCountIsHiddenWithAllThatWouldTellIt) {
    const IndicatorFigure hidden = indicatorFigure(few, Audience::meeting);
    EXPECT_EQ(hidden.value.state, CellState::hidden);
    EXPECT_FALSE(hidden.percentOfTarget || hidden.change || hidden.previous);
    EXPECT_EQ(indicatorFigure(few, Audience::workingGroup).change, 1);
    EXPECT_EQ(indicatorFigure(land, Audience::meeting).value.number, 2) << "square metres are no households";
}

TEST(IndicatorFigure, NoReportIsNoZero) {
    Indicator unreported = gardens;
    unreported.value.reset();
    const IndicatorFigure figure = indicatorFigure(unreported, Audience::meeting);
    EXPECT_EQ(figure.value.state, CellState::notReported);
    EXPECT_EQ(figure.target, 20);
    EXPECT_FALSE(figure.percentOfTarget || figure.change);
}

TEST(AnswerFigure, CountsOfNewRuralProgrammesAreOpen) {
    Answer answer;
    answer.programme = Programme::gardens;
    const AnswerFigure two{{"Vườn", "Gardens"}, "", 2, {}, {}};
    EXPECT_EQ(answerFigure(answer, two, Audience::meeting).value.state, CellState::hidden);
    EXPECT_EQ(answerCell(answer, "", Role::communes, 2, Audience::meeting).state, CellState::hidden);
    EXPECT_EQ(answerCell(answer, "", Role::roads, 2, Audience::meeting).number, 2);
    EXPECT_EQ(answerCell(answer, "km", Role::communes, 2, Audience::meeting).number, 2);
    answer.programme = Programme::newRural;
    EXPECT_EQ(answerFigure(answer, two, Audience::meeting).value.number, 2);
    AnswerRow row;
    row.role = Role::houses;
    EXPECT_FALSE(mayShowRow(row, Audience::meeting));
    EXPECT_TRUE(mayShowRow(row, Audience::workingGroup));
}

TEST(AdminUnitProgress, TellsForHowManyDaysAProgrammeWasSilent) {
    AdminUnitProgress unit;
    unit.lastReport[static_cast<std::size_t>(Programme::gardens)] = Date::fromYmd(2022, 5, 1);
    EXPECT_EQ(daysSinceReport(unit, Programme::gardens, Date::fromYmd(2022, 5, 18)), 17);
    EXPECT_EQ(daysSinceReport(unit, Programme::housing, Date::fromYmd(2022, 5, 18)), std::nullopt);
}

TEST(FigureUnits, MoneyIsToldInMillionsAndNeverAsNothing) {
    EXPECT_EQ(unitWord("VND").en, "million VND");
    EXPECT_EQ(numberInUnit(2'500'000, "VND"), 2.5);
    EXPECT_EQ(decimalsOf(2'500'000, "VND"), 1);
    EXPECT_EQ(decimalsOf(500'000, "VND"), 3);
    EXPECT_EQ(decimalsOf(1, "km"), 2);
    EXPECT_EQ(listDecimalsOf("km"), 2);
    EXPECT_EQ(listDecimalsOf("t"), 0);
    EXPECT_EQ(unitWord("").vi, "");
    EXPECT_EQ(unitWord("furlongs").en, "furlongs");
    EXPECT_TRUE(isCount(""));
    EXPECT_FALSE(isCount("m2"));
}

} // namespace
} // namespace banlang
