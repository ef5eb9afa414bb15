// SPDX-License-Identifier: MIT
#include "core/store/history.h"
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

} // namespace
} // namespace banlang
