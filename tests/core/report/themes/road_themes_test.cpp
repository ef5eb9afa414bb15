// SPDX-License-Identifier: MIT
#include "core/report/themes/candidates.h"
#include "core/report/themes/donated_land.h"
#include "core/report/themes/green_routes.h"
#include "core/report/themes/new_roads.h"
#include "tests/support/district_builder.h"
#include "tests/support/report_tables.h"

#include <gtest/gtest.h>

// Figures that are counted in land and kilometres.

namespace banlang {
namespace {

using test::cellOf;
using test::DistrictBuilder;
using test::numberOf;
using test::reportOf;
using test::stateOf;
using test::twoCommunes;

/// Two roads of 100 m that need a metre on each side: the first was given land, of the second nobody has reported.
DistrictBuilder widening() {
    DistrictBuilder builder = twoCommunes();
    for (const auto& [id, line] : {std::pair{"r1", "LINESTRING (100 500,200 500)"}, {"r2", "LINESTRING (100 800,200 800)"}})
        builder.add(Role::roads, {{"id", id}, {"class", "ĐTh"}, {"bed_width_m", "3"}, {"commune_code", "00874"}}, line);
    builder.add(Role::parcels, {{"commune_code", "00874"}, {"sheet", "1"}, {"number", "1"}},
                "POLYGON ((100 500,200 500,200 540,100 540,100 500))");
    builder.add(Role::parcels, {{"commune_code", "00874"}, {"sheet", "1"}, {"number", "2"}},
                "POLYGON ((100 800,200 800,200 840,100 840,100 800))");
    for (const char* road : {"r1", "r2"}) {
        builder.add(Role::roadWorks, {{"road_id", road},
                                      {"kind", "nâng cấp"},
                                      {"target_bed_width_m", "5"},
                                      {"planned_start", "1/3/2022"},
                                      {"started_on", road[1] == '1' ? "2/3/2022" : "1/9/2022"}});
    }
    return builder;
}

void give(DistrictBuilder& builder, std::string_view id, std::string_view areaM2, std::string_view day) {
    builder.add(Role::donations, {{"id", id},
                                  {"commune_code", "00874"},
                                  {"sheet", "1"},
                                  {"number", "1"},
                                  {"road_id", "r1"},
                                  {"declared_area_m2", areaM2},
                                  {"donated_on", day}});
}

TEST(DonatedLandReport, ARoadWithoutDonationRecordsHasNoFiguresNotZero) {
    DistrictBuilder builder = widening();
    give(builder, "d1", "25", "1/4/2022");
    const ReportTable table = donatedLandTable(reportOf(builder.linked()));
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_NEAR(numberOf(table, 0, "needed_m2"), 100, 1e-6);
    EXPECT_NEAR(numberOf(table, 0, "donated_m2"), 25, 1e-6);
    EXPECT_NEAR(numberOf(table, 0, "share"), 25, 1e-6);
    EXPECT_EQ(cellOf(table, 0, "last").date, Date::fromYmd(2022, 4, 1));
    EXPECT_EQ(stateOf(table, 1, "donated_m2"), CellState::notReported);
    EXPECT_EQ(stateOf(table, 1, "households"), CellState::notReported);
    EXPECT_NEAR(table.totals[0].sum, 200, 1e-6);
    EXPECT_NEAR(table.totals[1].sum, 25, 1e-6);
}

TEST(DonatedLandReport, WhatWasDonatedEarlierStandsBesideWhatIsNow) {
    DistrictBuilder builder = widening();
    give(builder, "d1", "25", "1/2/2022");
    give(builder, "d2", "15", "1/5/2022");
    ReportRequest request = reportOf(builder.linked());
    request.analysis = request.analysis.comparedWith(Date::fromYmd(2022, 3, 1));
    const ReportTable table = donatedLandTable(request);
    EXPECT_NEAR(numberOf(table, 0, "donated_m2"), 40, 1e-6);
    EXPECT_NEAR(numberOf(table, 0, "donated_m2_before"), 25, 1e-6);
    EXPECT_NEAR(numberOf(table, 0, "donated_m2_change"), 15, 1e-6);
}

TEST(DonatedLandReport, TheChartAddsLandUpByCommuneAndCountsDonatedAsDone) {
    DistrictBuilder builder = widening();
    give(builder, "d1", "25", "1/4/2022");
    const ReportChart chart = donatedLandChart(reportOf(builder.linked()));
    EXPECT_NEAR(chart.bars[0].parts[1], 25, 1e-6);
    EXPECT_NEAR(chart.bars[0].amount, 175, 1e-6);
    EXPECT_EQ(chart.bars[1].state, CellState::notReported);
    EXPECT_EQ(shareOf(chart, 0).percent, 13);
}

TEST(NewRoadsReport, AWorkUnderWayWithoutAReportHasNoPercent) {
    const ReportTable table = newRoadsTable(reportOf(widening().linked()));
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(cellOf(table, 0, "state").label.en, "under way");
    EXPECT_EQ(stateOf(table, 0, "percent"), CellState::notReported);
    EXPECT_EQ(numberOf(table, 1, "percent"), 0);
    EXPECT_NEAR(table.totals[0].sum, 0.2, 1e-9);
    const ReportChart chart = newRoadsChart(reportOf(widening().linked()));
    EXPECT_NEAR(chart.bars[0].parts[1], 0.1, 1e-9);
    EXPECT_NEAR(chart.bars[0].amount, 0.2, 1e-9);
}

TEST(GreenRoutesReport, ARouteWhoseRoadIsNotKnownHasNoLength) {
    DistrictBuilder builder = widening();
    builder.add(Role::greenRoutes, {{"id", "g1"}, {"commune_code", "00874"}, {"road_id", "r1"}, {"recognised_on", "1/3/2022"}});
    builder.add(Role::greenRoutes, {{"id", "g2"}, {"commune_code", "00874"}, {"registered_on", "1/3/2022"}});
    const ReportRequest request = reportOf(builder.linked());
    const ReportTable table = greenRoutesTable(request);
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_NEAR(numberOf(table, 0, "length_km"), 0.1, 1e-9);
    EXPECT_EQ(table.rows[0].record.role, Role::roads);
    EXPECT_EQ(stateOf(table, 1, "length_km"), CellState::unknown);
    EXPECT_EQ(table.rows[1].record.role, Role::greenRoutes);
    EXPECT_NEAR(greenRoutesChart(request).bars[0].amount, 0.1, 1e-9);
}

TEST(CandidatesReport, RanksRoadsAndAddsTheirLengthUp) {
    const ReportRequest request = reportOf(widening().linked());
    const ReportTable table = candidatesTable(request);
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(numberOf(table, 0, "rank"), 1);
    EXPECT_NEAR(table.totals[0].sum, 0.2, 1e-9);
    EXPECT_NEAR(candidatesChart(request).bars[0].parts[0], 0.2, 1e-9);
    EXPECT_FALSE(candidatesWords().note.filledBy.vi.empty());
}

} // namespace
} // namespace banlang
