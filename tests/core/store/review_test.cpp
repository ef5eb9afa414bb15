// SPDX-License-Identifier: MIT
#include "core/store/history.h"
#include "core/store/review.h"
#include "tests/support/execute_sql.h"
#include "tests/support/files.h"
#include "tests/support/report_batches.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class Reviews : public InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        makeStore(store(), "901");
    }
    [[nodiscard]] std::string store() const { return at("store.gpkg"); }
    [[nodiscard]] std::vector<ReviewCard> cards() const { return orThrow(openReviews(store())); }
    void decide(const std::string& report, const std::string& decision) const {
        orThrow(decideReviews(store(), std::vector<ReviewVerdict>{{report, 0, decision, "Hoa", "biên bản"}}));
    }
    [[nodiscard]] FeatureTable rows(Role role) const {
        return FeatureTable(orThrow(orThrow(Store::openForReading(store())).read()).table(role));
    }
    [[nodiscard]] double percent() const { return rows(Role::roadWorks).numberAt(fields::roadWorks.percentDone, 0); }
    /// Two files of one import that know nothing of each other.
    void contradict(const std::vector<WorkReport>& a, const std::vector<WorkReport>& b) const {
        std::vector<CheckedBatch> both;
        both.push_back(works("a", "2022-05-31", a));
        both.push_back(works("b", "2022-05-31", b));
        take(store(), std::move(both));
    }
    [[nodiscard]] std::string reportOf(const std::string& file) const {
        for (const ReviewCard& card : cards()) {
            for (const ReviewCase& one : card.cases) {
                for (const ReviewReport& report : one.reports) {
                    if (batchFile(report.batch) == file) return report.id;
                }
            }
        }
        return "none of " + file;
    }
    [[nodiscard]] std::string batchFile(std::int64_t number) const {
        for (const StoredBatch& batch : orThrow(orThrow(Store::openForReading(store())).batches())) {
            if (batch.id == number) return batch.file;
        }
        return {};
    }
    void giveACorrection() const {
        take(store(), gifts("1", {{"00901", "", 100, "2022-05-01", "Giàng A Páo"}}));
        take(store(), gifts("2", {{"00901", "", 110, "2022-05-01", "Giàng A Páo"}}));
    }
};

TEST_F(Reviews, NothingWaitsWhereNothingIsInDoubt) {
    take(store(), works("a", "2022-05-31", {{"00901", "CT1", 80, {}}}));
    take(store(), works("b", "2022-06-30", {{"00901", "CT1", 90, {}}}));
    EXPECT_THAT(cards(), IsEmpty());
}

TEST_F(Reviews, EqualQuestionsAreOneCard) {
    contradict({{"00901", "CT1", 80, {}}, {"00901", "CT2", 80, {}}, {"00904", "CT1", 80, {}}},
               {{"00901", "CT1", 85, {}}, {"00901", "CT2", 85, {}}, {"00904", "CT1", 85, {}}});
    const auto open = cards();
    ASSERT_THAT(open, SizeIs(2)) << "one per issuer";
    EXPECT_EQ(open[0].issuer, "00901");
    EXPECT_EQ(open[0].count, 2U);
    EXPECT_THAT(open[0].batches, ElementsAre(1, 2));
    ASSERT_THAT(open[0].cases, SizeIs(2));
    ASSERT_THAT(open[0].cases[0].reports, SizeIs(2));
    const ReviewReport& first = open[0].cases[0].reports[0];
    ASSERT_THAT(first.values, SizeIs(1)) << "what is in question alone";
    EXPECT_EQ(first.values[0].first->name, "percent_done");
    EXPECT_NE(first.holds, open[0].cases[0].reports[1].holds);
}

TEST_F(Reviews, WhatAPersonSaysIsRightCounts) {
    for (const char* file : {"a", "b"}) {
        SetUp();
        contradict({{"00901", "CT1", 80, {}}}, {{"00901", "CT1", 85, {}}});
        decide(reportOf(file), "right");
        EXPECT_EQ(percent(), file == std::string("a") ? 80 : 85);
        EXPECT_THAT(cards(), IsEmpty());
    }
}

TEST_F(Reviews, WhatAPersonSaysIsWrongCountsNoLonger) {
    contradict({{"00901", "CT1", 80, {}}}, {{"00901", "CT1", 85, {}}});
    decide(reportOf("a"), "wrong");
    EXPECT_EQ(percent(), 85);
    EXPECT_THAT(cards(), IsEmpty());
    EXPECT_TRUE(orThrow(recordHistory(store(), Role::roadWorks, "CT1")).records[0].reports[0].withdrawn);
}

TEST_F(Reviews, AllOfABatchIsDecidedAtOnce) {
    contradict({{"00901", "CT1", 80, {}}, {"00901", "CT2", 70, {}}}, {{"00901", "CT1", 85, {}}, {"00901", "CT2", 75, {}}});
    orThrow(decideReviews(store(), std::vector<ReviewVerdict>{{{}, 2, "right", "Hoa", {}}}));
    EXPECT_THAT(rows(Role::roadWorks).columnNamed("percent_done")->numbers, ElementsAre(85, 75));
    EXPECT_THAT(cards(), IsEmpty());
}

TEST_F(Reviews, MeasuredWithoutADayWaitsAndCountsWhenItIsRight) {
    take(store(), works("a", "2022-05-31", {{"00901", "CT1", 80, {}}}));
    take(store(), works("b", {}, {{"00901", "CT1", 95, {}}}));
    ASSERT_THAT(cards(), SizeIs(1));
    EXPECT_EQ(cards()[0].cause, ReviewCause::reportDayMissing);
    EXPECT_EQ(percent(), 80);
    decide(reportOf("b"), "right");
    EXPECT_EQ(percent(), 95);
    EXPECT_THAT(cards(), IsEmpty());
}

TEST_F(Reviews, AProbableCorrectionTakesThePlaceOfWhatItCorrects) {
    giveACorrection();
    const auto open = cards();
    ASSERT_THAT(open, SizeIs(1));
    EXPECT_EQ(open[0].cause, ReviewCause::probableCorrection);
    EXPECT_FALSE(open[0].cases[0].mayCorrectKey.empty());
    decide(reportOf("2"), "same-as:" + open[0].cases[0].mayCorrectKey);
    EXPECT_THAT(rows(Role::donations).columnNamed("declared_area_m2")->numbers, ElementsAre(110));
    EXPECT_THAT(cards(), IsEmpty());
}

TEST_F(Reviews, OrIsAGiftOfItsOwn) {
    giveACorrection();
    decide(reportOf("2"), "separate");
    EXPECT_THAT(rows(Role::donations).columnNamed("declared_area_m2")->numbers, ElementsAre(100, 110));
    EXPECT_THAT(cards(), IsEmpty());
}

TEST_F(Reviews, ABatchThatAnotherFileReplacedComesBack) {
    const auto lost = take(store(), works("a", "2022-05-31", {{"00901", "CT1", 80, {}}}));
    const auto winner = take(store(), works("b", "2022-05-31", {{"00901", "CT2", 70, {}}}));
    // As an earlier version left it.
    executeSql(store(),
               "INSERT INTO banlang_acts (id, kind, subject, supersedes, made_at, made_by, reason) VALUES ('x', 'reread', '" +
                   lost[0].hash + " " + winner[0].hash + "', '', '', '', '')");
    undo(store(), take(store(), works("c", {}, {{"00901", "CT3", 1, {}}}))[0].id); // whatever renews the states
    ASSERT_THAT(rows(Role::roadWorks).rowCount, 1U);
    ASSERT_THAT(cards(), SizeIs(1));
    EXPECT_EQ(cards()[0].cause, ReviewCause::replacedBatch);
    EXPECT_THAT(cards()[0].batches, ElementsAre(lost[0].id));
    orThrow(decideReviews(store(), std::vector<ReviewVerdict>{{{}, lost[0].id, "bring-back", "Hoa", {}}}));
    EXPECT_EQ(rows(Role::roadWorks).rowCount, 2U);
    EXPECT_THAT(cards(), IsEmpty());
}

TEST_F(Reviews, OneBadDecisionChangesNothing) {
    contradict({{"00901", "CT1", 80, {}}}, {{"00901", "CT1", 85, {}}});
    const std::vector<ReviewVerdict> decisions = {{reportOf("a"), 0, "right", {}, {}}, {"unknown/3", 0, "right", {}, {}}};
    const auto decided = decideReviews(store(), decisions);
    ASSERT_FALSE(decided);
    EXPECT_EQ(decided.error().code, "not-open");
    EXPECT_THAT(cards(), SizeIs(1));
}

TEST(ReviewVerdictList, IsReadFromJson) {
    const auto read = orThrow(parseReviewVerdicts(
        R"([{"report":"h/2","decision":"wrong","by":"Hoa","reason":"x"},{"batch":3,"decision":"right"}])", "f"));
    ASSERT_EQ(read.size(), 2U);
    EXPECT_EQ(read[0].report, "h/2");
    EXPECT_EQ(read[0].by, "Hoa");
    EXPECT_EQ(read[1].batch, 3);
    for (const char* bad : {"{}", "[1]", R"([{"decision":"right"}])", "["}) EXPECT_FALSE(parseReviewVerdicts(bad, "f")) << bad;
}

} // namespace
} // namespace banlang
