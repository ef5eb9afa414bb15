// SPDX-License-Identifier: MIT
#include "core/intake/ingest.h"
#include "core/model/record_fields.h"
#include "core/model/record_reports.h"
#include "tests/support/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace banlang {
namespace {

using namespace test;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

ParsedLayer layerOf(Role role, std::vector<Column> columns, const std::string& file = "in/Xa A/tep.csv", Texts names = {}) {
    ParsedLayer layer;
    layer.file = file;
    layer.role = role;
    layer.raw.table = tableOf(std::move(columns));
    layer.names = std::move(names);
    return layer;
}

CheckedBatch ingested(ParsedLayer layer, const std::string& office = "") {
    IngestState state;
    state.office = office;
    return ingest(layer, state).value();
}

Texts rules(const CheckedBatch& batch) {
    Texts found;
    for (const RowProblem& problem : batch.problems) found.emplace_back(problem.rule);
    return found;
}

std::vector<Column> works(const Texts& ids, const Texts& percents) {
    return {textColumn("Mã công trình", ids), textColumn("Mã tuyến", Texts(ids.size(), "R1")),
            textColumn("Loại việc", Texts(ids.size(), "mở mới")), textColumn("Đã làm, %", percents)};
}

TEST(Ingest, RowsAreKnownByTheNumberThatTheUserSees) {
    ParsedLayer layer = layerOf(Role::roadWorks, works({"CT1", "", "CT3", "CT4"}, {"10", "20", "x", "40"}));
    layer.raw.rowNumbers = {7, 8, 11, 12};
    const CheckedBatch batch = ingested(std::move(layer));
    EXPECT_EQ(batch.rowsRead, 4U);
    EXPECT_EQ(batch.rowsRejected, 1U) << "neither a number nor a name";
    EXPECT_THAT(batch.sourceRows, ElementsAre(7U, 11U, 12U));
    EXPECT_THAT(batch.erased, ElementsAre(0U, fieldBit(fields::roadWorks.percentDone.position), 0U));
}

TEST(Ingest, RowsThatEraseNothingSayNothingOfIt) {
    EXPECT_THAT(ingested(layerOf(Role::roadWorks, works({"CT1"}, {"10"}))).erased, IsEmpty());
}

TEST(Ingest, RepeatedNumbersAreKept) {
    const CheckedBatch batch = ingested(layerOf(Role::roadWorks, works({"CT1", "CT1", "CT1"}, {"10", "20", "20"})));
    EXPECT_EQ(batch.rows.rowCount, 3U);
    EXPECT_EQ(batch.rowsRejected, 0U);
    EXPECT_THAT(rules(batch), ElementsAre("repeated-number", "repeated-row"));
}

TEST(Ingest, WhatIsKnownUnderANumberIsNoMatterHere) {
    IngestState state;
    ParsedLayer first = layerOf(Role::roadWorks, works({"CT1"}, {"80"}));
    const CheckedBatch before = ingest(first, state).value();
    state.known.add(before.role, before.rows);
    ParsedLayer second = layerOf(Role::roadWorks, works({"CT1"}, {"95"}));
    const auto now = ingest(second, state);
    ASSERT_TRUE(now);
    EXPECT_EQ(now->rows.rowCount, 1U);
    EXPECT_THAT(now->problems, IsEmpty());
}

TEST(Ingest, TheIssuerIsThatOfTheFolderElseTheOffice) {
    EXPECT_EQ(ingested(layerOf(Role::roadWorks, works({"CT1"}, {"10"}), "in/Xa A/ct.csv", {"ct", "ct", "Xa A"}), "huyen:029")
                  .rows.textAt(fields::roadWorks.issuer, 0),
              "a");
    EXPECT_EQ(
        ingested(layerOf(Role::roadWorks, works({"CT1"}, {"10"}), "in/Xa A/thang 5/ct.csv", {"ct", "ct", "thang 5"}), "huyen:029")
            .rows.textAt(fields::roadWorks.issuer, 0),
        "a")
        << "a folder above the nearest";
    EXPECT_EQ(ingested(layerOf(Role::roadWorks, works({"CT1"}, {"10"}), "ct.csv", {"ct"}), "huyen:029")
                  .rows.textAt(fields::roadWorks.issuer, 0),
              "huyen:029");
}

TEST(Ingest, TheDayOfTheReportIsFoundInFoldersAboveToo) {
    const CheckedBatch batch =
        ingested(layerOf(Role::roadWorks, works({"CT1"}, {"10"}), "2022/thang 5/Xa A/ct.csv", {"ct", "ct", "Xa A"}));
    EXPECT_EQ(toIso(batch.reportedOn), "2022-05-31");
    EXPECT_THAT(rules(batch), ElementsAre("report-day"));
    EXPECT_FALSE(batch.profile.reportedOn) << "next month's file may be read as this one was";
}

TEST(Ingest, ThePersonsReportDayCountsAndIsNotRememberedForTheNextFile) {
    ParsedLayer layer = layerOf(Role::roadWorks, works({"CT1"}, {"10"}), "in/ct T5-2022.csv", {"ct T5-2022"});
    layer.userProfile.reportedOn = Date::fromYmd(2022, 5, 25);
    layer.userProfile.commune = "00904";
    const CheckedBatch batch = ingested(std::move(layer));
    EXPECT_EQ(toIso(batch.reportedOn), "2022-05-25");
    EXPECT_FALSE(batch.userProfile.reportedOn);
    EXPECT_EQ(batch.userProfile.commune, "00904");
}

TEST(Ingest, RoadsWithoutAClassAreKeptAndCounted) {
    ParsedLayer layer = layerOf(Role::roads, {textColumn("Mã tuyến", {"ĐX.01", "ĐX.02"}), textColumn("Cấp quản lý", {"ĐX", ""})});
    layer.raw.crsWkt = Crs::fromEpsg(9209)->wkt();
    layer.raw.table.geometry.kind = GeometryKind::line;
    layer.raw.table = placed(std::move(layer.raw.table),
                             {"LINESTRING(450000 2530000,450100 2530000)", "LINESTRING(450000 2530100,450100 2530100)"});
    const CheckedBatch batch = ingested(std::move(layer));
    EXPECT_EQ(batch.rows.rowCount, 2U);
    ASSERT_THAT(rules(batch), Contains("class-missing"));
    const auto told = std::find_if(batch.problems.begin(), batch.problems.end(),
                                   [](const RowProblem& problem) { return problem.rule == "class-missing"; });
    EXPECT_EQ(told->cause.en, "1 roads have no management class; they are kept");
}

TEST(Ingest, DonationsNeedNoNumber) {
    ParsedLayer layer =
        layerOf(Role::donations, {textColumn("Mã xã", {"00904", "00904"}), textColumn("Diện tích hiến", {"300", "300"}),
                                  textColumn("Số biên bản", {"BB-1", "BB-1"})});
    const CheckedBatch batch = ingested(std::move(layer));
    EXPECT_EQ(batch.rows.rowCount, 2U);
    EXPECT_THAT(rules(batch), IsEmpty());
    EXPECT_EQ(batch.rows.textAt(fields::donations.issuer, 0), "00904");
}

TEST(Ingest, ASourceCannotSetTheIssuer) {
    std::vector<Column> columns = works({"CT1"}, {"10"});
    columns.push_back(textColumn("issuer", {"00907"}));
    columns.push_back(textColumn("Đơn vị cấp số", {"00907"}));
    EXPECT_EQ(ingested(layerOf(Role::roadWorks, columns, "ct.csv"), "huyen:029").rows.textAt(fields::roadWorks.issuer, 0),
              "huyen:029");
}

} // namespace
} // namespace banlang
