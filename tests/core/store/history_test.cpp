// SPDX-License-Identifier: MIT
#include "core/store/history.h"
#include "core/store/review.h"
#include "tests/support/files.h"
#include "tests/support/report_batches.h"

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

class History : public InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        makeStore(store(), "901");
    }
    [[nodiscard]] std::string store() const { return at("store.gpkg"); }
    [[nodiscard]] std::vector<HistoryReport> reports(const std::string& key, Role role = Role::roadWorks) const {
        RecordHistory history = orThrow(recordHistory(store(), role, key));
        EXPECT_EQ(history.records.size(), 1U);
        return std::move(history.records.front().reports);
    }
    void decide(const std::string& report, const std::string& decision, const std::string& by, const std::string& reason) const {
        const ReviewVerdict verdict{report, 0, decision, by, reason};
        orThrow(decideReviews(store(), {&verdict, 1}));
    }
    static std::string value(const HistoryReport& report, const FieldHandle& field) {
        const auto found = std::find_if(report.values.begin(), report.values.end(),
                                        [&](const auto& one) { return one.first->name == field.name; });
        return found == report.values.end() ? "nothing" : found->second;
    }
};

TEST_F(History, TellsWhatWasSaidByTheDaysOfTheReports) {
    take(store(), works("thang 6", "2022-06-30", {{"00901", "CT1", 95, {}}}));
    take(store(), works("thang 5", "2022-05-31", {{"00901", "CT1", 80, "Đường Nà Sáng"}}));
    const auto said = reports("CT1");
    ASSERT_EQ(said.size(), 2U);
    EXPECT_EQ(toIso(said[0].reportedOn), "2022-05-31");
    EXPECT_EQ(said[0].file, "thang 5");
    EXPECT_EQ(said[0].batch, 2);
    EXPECT_EQ(said[0].row, 2U);
    EXPECT_EQ(value(said[0], fields::roadWorks.percentDone), "80");
    EXPECT_EQ(value(said[1], fields::roadWorks.percentDone), "95");
    EXPECT_EQ(value(said[1], fields::roadWorks.name), "nothing") << "it said none";
    EXPECT_THAT(said[0].counts, Contains("percent_done")) << "of its day, still";
}

TEST_F(History, OfARecordThatOneReportSpeaksOfItIsThatReport) {
    take(store(), works("thang 5", "2022-05-31", {{"00901", "CT1", 80, {}}}));
    const auto said = reports("ct1 ");
    ASSERT_EQ(said.size(), 1U);
    EXPECT_THAT(said[0].counts, Contains("percent_done"));
    EXPECT_EQ(toIso(said[0].reportedOn), "2022-05-31");
    EXPECT_FALSE(said[0].importedAt.empty());
}

TEST_F(History, SaysWhichReportTookThePlaceOfAnother) {
    take(store(), works("thang 5", "2022-05-31", {{"00901", "CT1", 80, {}}}));
    take(store(), works("thang 5 sua", "2022-05-31", {{"00901", "CT1", 85, {}}}));
    const auto said = reports("CT1");
    ASSERT_EQ(said.size(), 2U);
    EXPECT_THAT(said[0].supersededBy, ElementsAre(said[1].id));
    EXPECT_THAT(said[0].counts, Not(Contains("percent_done")));
    EXPECT_THAT(said[1].supersededBy, IsEmpty());
}

TEST_F(History, EachIssuersRecordOfANumberIsOneOfItsOwn) {
    take(store(), works("a", "2022-05-31", {{"00901", "CT1", 80, {}}}));
    take(store(), works("b", "2022-05-31", {{"00904", "CT1", 30, {}}}));
    const RecordHistory both = orThrow(recordHistory(store(), Role::roadWorks, "CT1"));
    ASSERT_EQ(both.records.size(), 2U);
    EXPECT_EQ(both.records[0].issuer, "00901");
    EXPECT_EQ(both.records[1].issuer, "00904");
    EXPECT_EQ(value(reports("00904/CT1").front(), fields::roadWorks.percentDone), "30");
}

TEST_F(History, WhatWasTakenBackIsToldAsThat) {
    take(store(), works("thang 5", "2022-05-31", {{"00901", "CT1", 80, {}}}));
    const auto june = take(store(), works("thang 6", "2022-06-30", {{"00901", "CT1", 95, {}}, {"00901", "CT2", 10, {}}}));
    undo(store(), june.front().id);
    const auto said = reports("CT1");
    ASSERT_EQ(said.size(), 2U);
    EXPECT_FALSE(said[0].withdrawn);
    EXPECT_TRUE(said[1].withdrawn);
    EXPECT_THAT(said[1].counts, IsEmpty());
    EXPECT_TRUE(reports("CT2").front().withdrawn) << "nothing of it is left in the table";
}

TEST_F(History, WhatIsTakenBackAndImportedAgainCountsAgain) {
    take(store(), works("thang 5", "2022-05-31", {{"00901", "CT1", 80, {}}}));
    const auto june = take(store(), works("thang 6", "2022-06-30", {{"00901", "CT1", 95, {}}}));
    undo(store(), june.front().id);
    take(store(), works("thang 6", "2022-06-30", {{"00901", "CT1", 95, {}}}));
    EXPECT_THAT(reports("CT1")[1].counts, Contains("percent_done"));
    const District district = orThrow(orThrow(Store::openForReading(store())).read());
    EXPECT_EQ(district.table(Role::roadWorks).numberAt(fields::roadWorks.percentDone, 0), 95);
}

TEST_F(History, WhatACorrectionPassedOverStaysPassedOverWithoutIt) {
    take(store(), works("1", "2022-05-31", {{"00901", "CT1", 10, {}}}));
    const auto second = take(store(), works("2", "2022-05-31", {{"00901", "CT1", 20, {}}}));
    take(store(), works("3", "2022-05-31", {{"00901", "CT1", 30, {}}}));
    undo(store(), second.front().id);
    const auto said = reports("CT1");
    EXPECT_THAT(said[0].disputed, IsEmpty()) << "the third knew the first through the second";
    EXPECT_THAT(said[2].counts, Contains("percent_done"));
}

TEST_F(History, AnUnknownNumberIsToldWithTheStore) {
    const auto history = recordHistory(store(), Role::roadWorks, "CT9");
    ASSERT_FALSE(history);
    EXPECT_EQ(history.error().code, "record-unknown");
    EXPECT_EQ(history.error().where.file, store());
}

TEST_F(History, MarksWhatAReportSaysOtherwise) {
    take(store(), works("thang 4", "2022-04-30", {{"00901", "CT1", 60, "Đường Nà Sáng"}}));
    const auto may = take(store(), works("thang 5", "2022-05-31", {{"00901", "CT1", 80, "Đường Nà Sáng"}}));
    take(store(), works("thang 6", "2022-06-30", {{"00901", "CT1", 80, {}}}));
    auto said = reports("CT1");
    EXPECT_THAT(said[0].changed, IsEmpty());
    EXPECT_THAT(said[1].changed, ElementsAre("percent_done"));
    EXPECT_THAT(said[2].changed, IsEmpty());
    undo(store(), may.front().id);
    said = reports("CT1");
    EXPECT_THAT(said[2].changed, ElementsAre("percent_done")) << "60 was the last word before it that counts";
}

TEST_F(History, TellsWhoTookAReportBack) {
    take(store(), works("thang 5", "2022-05-31", {{"00901", "CT1", 80, {}}}));
    take(store(), works("a", {}, {{"00901", "CT2", 10, {}}}));
    take(store(), works("b", {}, {{"00901", "CT2", 20, {}}}));
    const auto june = take(store(), works("thang 6", "2022-06-30", {{"00901", "CT1", 95, {}}}));
    (void)orThrow(orThrow(Store::openForWriting(store())).undo({june.front().id}, {}, "bình"));
    decide(reports("CT2")[1].id, "wrong", "an", "ghi nhầm");
    const auto said = reports("CT1");
    EXPECT_THAT(said[0].acts, IsEmpty());
    ASSERT_EQ(said[1].acts.size(), 1U);
    EXPECT_EQ(said[1].acts[0].kind, "withdraw");
    EXPECT_FALSE(said[1].acts[0].madeAt.empty());
    EXPECT_EQ(said[1].acts[0].madeBy, "bình");
    EXPECT_EQ(wordsOf(said[1].acts[0]).en, "Its batch was taken back");
    EXPECT_EQ(said[1].importId, 4);
    const auto other = reports("CT2");
    ASSERT_FALSE(other[1].acts.empty());
    EXPECT_TRUE(other[1].withdrawn);
    EXPECT_EQ(other[1].acts.back().kind, "withdraw-report");
    EXPECT_EQ(other[1].acts.back().madeBy, "an");
    EXPECT_EQ(other[1].acts.back().reason, "ghi nhầm");
}

TEST_F(History, OfARowIsThatOfItsRecordAlone) {
    take(store(), works("a", "2022-05-31", {{"00901", "CT1", 80, {}}, {"00904", "CT1", 30, {}}, {"00904", "CT1", 31, {}}}));
    take(store(), works("b", "2022-06-30", {{"00901", "CT1", 90, {}}}));
    const District district = orThrow(orThrow(Store::openForReading(store())).read());
    const FeatureTable& table = district.table(Role::roadWorks);
    ASSERT_EQ(table.rowCount, 3U);
    const RecordKeyReader keys(table, recordKind(Role::roadWorks));
    std::size_t reportsInAll = 0;
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        const RecordHistory one = orThrow(recordHistoryAt(store(), Role::roadWorks, row, keys.key(row)));
        ASSERT_EQ(one.records.size(), 1U);
        const HistoryReport& latest = one.records[0].reports.back();
        EXPECT_EQ(value(latest, fields::roadWorks.percentDone), table.columnNamed("percent_done")->valueText(row)) << row;
        EXPECT_EQ(one.records[0].issuer, table.textAt(fields::roadWorks.issuer, row));
        reportsInAll += one.records[0].reports.size();
    }
    EXPECT_EQ(reportsInAll, 4U);
}

TEST_F(History, OfARowThatBearsAnotherRecordByNowIsRefused) {
    const auto first = take(store(), works("a", "2022-05-31", {{"00901", "CT1", 80, {}}}));
    take(store(), works("b", "2022-05-31", {{"00901", "CT2", 30, {}}}));
    const District before = orThrow(orThrow(Store::openForReading(store())).read());
    const RecordKey key = RecordKeyReader(before.table(Role::roadWorks), recordKind(Role::roadWorks)).key(0);
    undo(store(), first.front().id);
    const auto history = recordHistoryAt(store(), Role::roadWorks, 0, key);
    ASSERT_FALSE(history);
    EXPECT_EQ(history.error().code, "record-moved");
}

} // namespace
} // namespace banlang
