// SPDX-License-Identifier: MIT
// Single cases of merging; that no order matters is for merge_orders_test.cpp.
#include "core/store/merge.h"
#include "core/store/review.h"
#include "tests/support/files.h"
#include "tests/support/report_batches.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace banlang {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class Merge : public InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        makeStore(at("a"), "00901");
        makeStore(at("b"), "00904");
    }
    void takeIn(const std::string& store, const std::string& file, const std::string& day, double percent) const {
        take(at(store), works(file, day, {{"00901", "CT1", percent, {}}}));
    }
    [[nodiscard]] std::vector<double> percents(const std::string& store) const {
        return orThrow(orThrow(Store::openForReading(at(store))).read())
            .table(Role::roadWorks)
            .columnNamed("percent_done")
            ->numbers;
    }
    [[nodiscard]] std::vector<StoredBatch> batches(const std::string& store) const {
        return orThrow(orThrow(Store::openForReading(at(store))).batches());
    }
    void merge(const std::string& from, const std::string& into) const { orThrow(mergeStore(at(from), at(into))); }
};

TEST_F(Merge, EqualNumbersOfTwoIssuersStayTwoRecords) {
    take(at("a"), works("tep", "2022-05-31", {{"00901", "CT1", 10, {}}}));
    take(at("b"), works("tep", "2022-05-31", {{"00904", "CT1", 20, {}}}));
    merge("b", "a");
    EXPECT_THAT(percents("a"), UnorderedElementsAre(10, 20));
    EXPECT_THAT(percents("b"), ElementsAre(20)) << "the source stays as it is";
}

TEST_F(Merge, ACorrectionIsKnownWhicheverComesFirst) {
    takeIn("a", "dau", "2022-05-31", 10);
    std::filesystem::copy_file(at("a"), at("later"));
    takeIn("later", "sua", "2022-05-31", 15);
    orThrow(sendBatches(at("later"), {1, {}}, at("bundle")));
    for (const bool correctionFirst : {true, false}) {
        const std::string into = correctionFirst ? "first" : "second";
        merge(correctionFirst ? "bundle" : "a", into);
        merge(correctionFirst ? "a" : "bundle", into);
        EXPECT_THAT(percents(into), ElementsAre(15));
        EXPECT_THAT(orThrow(openReviews(at(into))), IsEmpty());
    }
}

TEST_F(Merge, WhatLiesBetweenTwoReportsMayBeMissing) {
    takeIn("a", "1", "2022-05-31", 10);
    takeIn("a", "2", "2022-05-31", 20);
    takeIn("a", "3", "2022-05-31", 30);
    undo(at("a"), 2);
    merge("a", "fresh");
    EXPECT_THAT(percents("fresh"), ElementsAre(30));
    EXPECT_THAT(orThrow(openReviews(at("fresh"))), IsEmpty()) << "the third knew the first through the second";
}

TEST_F(Merge, OneOfTheReadingsThatTwoStoresExchangedStays) {
    const auto reading = [](int number) {
        CheckedBatch batch = works("tep", "2022-05-31", {{"00901", "CT1", number == 1 ? 10.0 : 20.0, {}}});
        batch.profile.commune = number == 1 ? "00901" : "00904";
        return batch;
    };
    for (const int number : {1, 2}) take(at("a"), reading(number));
    for (const int number : {2, 1}) take(at("b"), reading(number));
    merge("a", "b");
    const auto all = batches("b");
    EXPECT_EQ(std::count_if(all.begin(), all.end(), [](const StoredBatch& one) { return one.state == BatchState::live; }), 1);
    EXPECT_EQ(percents("b").size(), 1U) << "nothing is lost";
}

TEST_F(Merge, ARecordThatOneReadingLeavesAndAnotherTakesUpIsThere) {
    const auto reading = [](int number) {
        CheckedBatch batch = works("tep", "2022-05-31", {{"00901", "CT1", 10.0 * number, {}}});
        batch.profile.commune = fmt::format("0090{}", number);
        return batch;
    };
    for (const auto& [store, numbers] : std::map<std::string, std::vector<int>>{{"a", {1, 2}}, {"b", {2, 1}}, {"c", {3, 1}}}) {
        if (store == "c") makeStore(at("c"), "00907");
        for (const int number : numbers) take(at(store), reading(number));
    }
    for (const Texts& order : std::vector<Texts>{{"a", "b", "c"}, {"b", "a", "c"}, {"c", "a", "b"}}) {
        const std::string into = order[0] + order[1];
        for (const std::string& store : order) merge(store, into);
        EXPECT_EQ(percents(into).size(), 1U) << into;
        EXPECT_EQ(percents(into), percents("ab"));
    }
}

TEST_F(Merge, TakingBackAndRedoingTravel) {
    takeIn("a", "1", "2022-05-31", 10);
    takeIn("a", "2", "2022-06-30", 20);
    merge("a", "b");
    undo(at("a"), 2);
    merge("a", "b");
    EXPECT_THAT(percents("b"), ElementsAre(10));
    takeIn("a", "2", "2022-06-30", 20); // imported again
    merge("a", "b");
    EXPECT_THAT(percents("b"), ElementsAre(20));
}

TEST_F(Merge, WhatStaysTakenBackIsToldAndCanBeBroughtBack) {
    takeIn("b", "thang5", "2022-05-31", 10);
    merge("b", "a");
    const StoredBatch there = batches("a").front();
    orThrow(orThrow(Store::openForWriting(at("a"))).undo({there.id}));
    const MergeReport again = orThrow(mergeStore(at("b"), at("a")));
    ASSERT_EQ(again.stillTakenBack.size(), 1U);
    EXPECT_THAT(textOf(again).en, testing::HasSubstr("thang5"));
    EXPECT_THAT(percents("a"), IsEmpty());
    const MergeReport spread = orThrow(mergeStore(at("a"), at("b")));
    EXPECT_EQ(spread.takenBack.size(), 1U) << "what it does to this store is told";
    EXPECT_THAT(percents("b"), IsEmpty());
    orThrow(orThrow(Store::openForWriting(at("a"))).redo({there.id}));
    EXPECT_THAT(percents("a"), ElementsAre(10));
    EXPECT_EQ(orThrow(mergeStore(at("a"), at("b"))).broughtBack.size(), 1U);
    EXPECT_THAT(percents("b"), ElementsAre(10));
}

TEST_F(Merge, WhatWasDecidedInOneStoreWaitsInNone) {
    takeIn("a", "1", "2022-05-31", 10);
    takeIn("a", "khong ngay", {}, 90);
    merge("a", "b");
    ASSERT_EQ(orThrow(openReviews(at("b"))).size(), 1U);
    const std::string report = orThrow(openReviews(at("a")))[0].cases[0].reports[0].id;
    orThrow(decideReviews(at("a"), std::vector<ReviewVerdict>{{report, 0, "right", "Hoa", {}}}));
    std::filesystem::copy_file(at("b"), at("c"));
    merge("a", "b");
    merge("c", "a"); // where it waits still
    for (const char* store : {"a", "b"}) {
        EXPECT_THAT(percents(store), ElementsAre(90));
        EXPECT_THAT(orThrow(openReviews(at(store))), IsEmpty());
    }
}

TEST_F(Merge, TheWordOfTheIssuersOwnStoreStandsMeanwhile) {
    // The same file, brought to both offices; and another that contradicts it.
    for (const char* store : {"a", "b"}) takeIn(store, "cua xa", "2022-05-31", 10);
    makeStore(at("c"), "00907");
    takeIn("c", "khac", "2022-05-31", 20);
    for (const char* first : {"a", "b"}) {
        const std::string into = std::string("qua ") + first;
        merge(first, into);
        merge("c", into);
        merge(first == std::string("a") ? "b" : "a", into);
        EXPECT_THAT(percents(into), ElementsAre(10)) << into;
        EXPECT_EQ(orThrow(openReviews(at(into))).size(), 1U);
    }
}

/// The first report on the card that says so many percent.
std::string reportSaying(const std::string& store, const std::string& percent) {
    for (const ReviewCard& card : orThrow(openReviews(store))) {
        for (const ReviewReport& report : card.cases.at(0).reports) {
            if (report.values.at(0).second == percent) return report.id;
        }
    }
    return "none says " + percent;
}

TEST_F(Merge, WhoeverDecidesOtherwiseContradictsAndCanBeDecidedBetween) {
    takeIn("a", "1", "2022-05-31", 10);
    makeStore(at("c"), "00907");
    takeIn("c", "2", "2022-05-31", 20);
    merge("c", "a");
    merge("a", "b");
    const auto decide = [&](const std::string& store, const std::string& percent) {
        orThrow(decideReviews(at(store), std::vector<ReviewVerdict>{{reportSaying(at(store), percent), 0, "right", "Hoa", {}}}));
        EXPECT_THAT(percents(store), ElementsAre(std::stod(percent)));
        EXPECT_THAT(orThrow(openReviews(at(store))), IsEmpty());
    };
    decide("a", "10");
    decide("b", "20");
    merge("a", "ab");
    merge("b", "ab");
    merge("b", "a");
    EXPECT_EQ(percents("ab"), percents("a")) << "in any order";
    ASSERT_EQ(orThrow(openReviews(at("ab"))).size(), 1U);
    decide("ab", "20");
    merge("ab", "a");
    merge("ab", "b");
    for (const char* store : {"a", "b"}) {
        EXPECT_THAT(percents(store), ElementsAre(20));
        EXPECT_THAT(orThrow(openReviews(at(store))), IsEmpty());
    }
}

} // namespace
} // namespace banlang
