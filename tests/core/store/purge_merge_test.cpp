// SPDX-License-Identifier: MIT
// What was removed for good, between stores: in every order the same, told, and never against somebody who brought it back.
#include "core/store/merge.h"
#include "tests/support/files.h"
#include "tests/support/report_batches.h"
#include "tests/support/store_dump.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace banlang {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::IsEmpty;

/// Store "a" and its copy "b" hold the same batch.
class PurgeMerge : public InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        makeStore(at("a"), "00901");
        take(at("a"), batch());
        copy("a", "b");
    }
    static CheckedBatch batch() { return works("tep", "2022-05-31", {{"00901", "CT1", 10, {}}}); }
    void copy(const std::string& from, const std::string& to) const {
        std::filesystem::copy_file(at(from), at(to), std::filesystem::copy_options::overwrite_existing);
    }
    void purge(const std::string& store) const {
        undo(at(store), 1);
        orThrow(orThrow(Store::openForWriting(at(store))).purge({1}));
    }
    [[nodiscard]] std::vector<double> percents(const std::string& store) const {
        return orThrow(orThrow(Store::openForReading(at(store))).read())
            .table(Role::roadWorks)
            .columnNamed("percent_done")
            ->numbers;
    }
    [[nodiscard]] MergeReport merge(const std::string& from, const std::string& into) const {
        return orThrow(mergeStore(at(from), at(into)));
    }
    /// Merges both ways, in copies, and expects the same of both, also after a second time.
    void expectBothWays(const std::string& one, const std::string& other, const std::vector<double>& wanted) const {
        copy(one, one + "+");
        copy(other, other + "+");
        (void)merge(other, one + "+");
        (void)merge(one, other + "+");
        EXPECT_EQ(percents(one + "+"), wanted) << other << " into " << one;
        EXPECT_EQ(percents(other + "+"), wanted) << one << " into " << other;
        const auto first = dumpOf(at(one + "+"), {Role::roadWorks});
        (void)merge(other, one + "+");
        EXPECT_EQ(dumpOf(at(one + "+"), {Role::roadWorks}), first) << "merging again changes nothing";
    }
};

TEST_F(PurgeMerge, WhatAnotherStoreRemovedGoesAndIsTold) {
    purge("a");
    copy("b", "c");
    const MergeReport report = merge("a", "b");
    ASSERT_EQ(report.removed.size(), 1U);
    EXPECT_EQ(report.removed.front().file, "tep");
    EXPECT_THAT(report.takenBack, IsEmpty()) << "told once";
    EXPECT_NE(textOf(report).en.find("removed for good"), std::string::npos) << textOf(report).en;
    expectBothWays("a", "c", {});
    EXPECT_THAT(merge("a", "b").removed, IsEmpty());
}

TEST_F(PurgeMerge, WhoImportsTheFileAgainBringsItToAllAtOnce) {
    purge("a");
    copy("a", "c");
    take(at("c"), batch());
    EXPECT_THAT(percents("c"), ElementsAre(10));
    expectBothWays("a", "c", {10});
    expectBothWays("b", "c", {10});
}

TEST_F(PurgeMerge, WhatSomebodyBroughtBackWithoutKnowingStays) {
    undo(at("b"), 1);
    copy("b", "c");
    orThrow(orThrow(Store::openForWriting(at("b"))).redo({1}));
    orThrow(orThrow(Store::openForWriting(at("c"))).purge({1}));
    expectBothWays("b", "c", {10});
}

} // namespace
} // namespace banlang
