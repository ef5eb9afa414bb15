// SPDX-License-Identifier: MIT
#include "core/report/themes/gaps.h"
#include "core/report/themes/houses.h"
#include "core/report/themes/renovated_gardens.h"
#include "tests/support/district_builder.h"
#include "tests/support/report_tables.h"

#include <gtest/gtest.h>

// Figures that are counts of households.

namespace banlang {
namespace {

using test::cellOf;
using test::DistrictBuilder;
using test::numberOf;
using test::reportOf;
using test::stateOf;
using test::twoCommunes;

/// In the first village gardens of which `finished` are done and three registered; none elsewhere.
DistrictBuilder gardens(int finished) {
    DistrictBuilder builder = twoCommunes();
    for (int i = 0; i < finished + 3; ++i) {
        const std::string id = "g" + std::to_string(i);
        if (i < finished) {
            builder.add(Role::gardens,
                        {{"id", id}, {"village_code", "0087401"}, {"registered_on", "1/2/2022"}, {"finished_on", "1/4/2022"}});
        } else {
            builder.add(Role::gardens, {{"id", id}, {"village_code", "0087401"}, {"registered_on", "1/2/2022"}});
        }
    }
    return builder;
}

TEST(RenovatedGardensReport, CountsByVillageAndSaysWhereNothingIsRegistered) {
    const ReportTable table = renovatedGardensTable(reportOf(gardens(5).linked()));
    ASSERT_EQ(table.rows.size(), 3U);
    EXPECT_EQ(numberOf(table, 0, "finished"), 5);
    EXPECT_EQ(numberOf(table, 0, "share"), 62.5);
    EXPECT_EQ(cellOf(table, 0, "last_report").date, Date::fromYmd(2022, 4, 1));
    EXPECT_EQ(stateOf(table, 1, "finished"), CellState::notReported);
    EXPECT_EQ(stateOf(table, 1, "last_report"), CellState::notReported);
}

TEST(RenovatedGardensReport, ASmallCountIsHiddenWithItsShareAndItsChange) {
    ReportRequest request = reportOf(gardens(2).linked());
    request.analysis = request.analysis.comparedWith(Date::fromYmd(2022, 3, 1));
    const ReportTable hidden = renovatedGardensTable(request);
    EXPECT_EQ(stateOf(hidden, 0, "finished"), CellState::hidden);
    EXPECT_EQ(stateOf(hidden, 0, "share"), CellState::hidden);
    EXPECT_EQ(numberOf(hidden, 0, "finished_before"), 0);
    EXPECT_EQ(stateOf(hidden, 0, "finished_change"), CellState::none);
    EXPECT_EQ(renovatedGardensChart(request).bars[0].state, CellState::hidden);
    request.audience = Audience::workingGroup;
    EXPECT_EQ(numberOf(renovatedGardensTable(request), 0, "finished_change"), 2);
    EXPECT_EQ(renovatedGardensChart(request).bars[0].amount, 2);
}

/// Houses of the first village: `finished` done, `late` past their deadline, all the others under a roof.
DistrictBuilder houses(int finished, int late, int roof) {
    DistrictBuilder builder = twoCommunes();
    for (int i = 0; i < finished + late + roof; ++i) {
        const std::string id = "h" + std::to_string(i);
        if (i < finished) {
            builder.add(Role::houses, {{"id", id}, {"village_code", "0087401"}, {"finished_on", "1/4/2022"}});
        } else if (i < finished + late) {
            builder.add(Role::houses, {{"id", id}, {"village_code", "0087401"}, {"deadline", "1/3/2022"}});
        } else {
            builder.add(Role::houses, {{"id", id}, {"village_code", "0087401"}, {"roof_on", "1/4/2022"}});
        }
    }
    return builder;
}

TEST(HousesReport, CountsByStepAndSumsForTheWorkingGroupAlone) {
    const ReportTable table = housesTable(reportOf(houses(6, 3, 3).linked(), Audience::workingGroup));
    EXPECT_EQ(numberOf(table, 0, "finished"), 6);
    EXPECT_EQ(numberOf(table, 0, "roof"), 3);
    EXPECT_EQ(numberOf(table, 0, "not_started"), 3);
    EXPECT_EQ(numberOf(table, 0, "late"), 3);
    EXPECT_EQ(numberOf(table, 0, "share"), 50);
    EXPECT_EQ(stateOf(table, 1, "finished"), CellState::none) << "no houses is not: no report";
    ASSERT_EQ(table.totals.size(), 7U);
    EXPECT_EQ(table.totals[0].sum, 6);
    EXPECT_TRUE(housesTable(reportOf(houses(6, 3, 3).linked())).totals.empty());
}

TEST(HousesReport, NoHiddenCountFollowsFromTheOthers) {
    const ReportTable table = housesTable(reportOf(houses(6, 1, 3).linked()));
    EXPECT_EQ(stateOf(table, 0, "not_started"), CellState::hidden);
    EXPECT_EQ(stateOf(table, 0, "roof"), CellState::hidden) << "the smallest of the rest goes with it";
    EXPECT_EQ(stateOf(table, 0, "share"), CellState::hidden);
    EXPECT_EQ(stateOf(table, 0, "late"), CellState::hidden);
    EXPECT_EQ(numberOf(table, 0, "finished"), 6);
}

TEST(HousesReport, TheChartHidesACommuneWithFewLateHouses) {
    const ReportChart few = housesChart(reportOf(houses(6, 1, 3).linked()));
    EXPECT_EQ(few.bars[0].state, CellState::hidden);
    const ReportChart many = housesChart(reportOf(houses(6, 4, 3).linked()));
    EXPECT_EQ(many.bars[0].state, CellState::value);
    EXPECT_EQ(many.bars[0].amount, 4);
}

TEST(GapsReport, CountsReachedAndNotReachedByCommune) {
    const GapQuestion* question = gapQuestion("village-without-green-route");
    ASSERT_NE(question, nullptr);
    const ReportRequest request = reportOf(twoCommunes().linked());
    const ReportTable table = gapTable(request, *question);
    EXPECT_EQ(table.title.vi, question->title.vi);
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(numberOf(table, 0, "examined"), 2);
    EXPECT_EQ(numberOf(table, 0, "not_reached"), 2) << "villages are no households: small counts are told";
    EXPECT_EQ(numberOf(table, 0, "share"), 0);
    EXPECT_EQ(table.totals[1].sum, 3);
    const ReportChart chart = gapChart(request, *question);
    EXPECT_EQ(chart.bars[0].amount, 2);
    EXPECT_EQ(chart.bars[0].state, CellState::value);
    EXPECT_EQ(shareOf(chart, 0).state, CellState::hidden) << "in a hall nobody asks what the question is of";
}

TEST(GapsReport, WhatIsAtRiskIsNotCountedAsMissedToo) {
    DistrictBuilder builder = twoCommunes();
    for (int i = 0; i < 7; ++i) {
        builder.add(Role::houses, {{"id", "h" + std::to_string(i)},
                                   {"village_code", "0087401"},
                                   {"phase", "2022"},
                                   {"deadline", i < 4 ? "1/4/2022" : "30/6/2022"}});
    }
    ReportRequest request = reportOf(builder.linked(), Audience::workingGroup);
    const ReportTable table = gapTable(request, *gapQuestion("house-late"));
    EXPECT_EQ(numberOf(table, 0, "not_reached"), 4);
    EXPECT_EQ(numberOf(table, 0, "at_risk"), 3);
    EXPECT_TRUE(table.totals.empty()) << "of households: a total would tell what is hidden";
    const ReportChart chart = gapChart(request, *gapQuestion("house-late"));
    EXPECT_EQ(chart.bars[0].parts[1], 3);
    EXPECT_EQ(chart.bars[0].parts[2], 4);
}

} // namespace
} // namespace banlang
