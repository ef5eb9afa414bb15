// SPDX-License-Identifier: MIT
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
using testing::UnorderedElementsAre;

class CompleteList : public InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        makeStore(store(), "901");
        take(store(), works("1", "2022-05-31", {{"00901", "CT1", 10, {}}, {"00901", "CT2", 20, {}}, {"00904", "CT1", 30, {}}}));
        take(store(), works("2", "2022-06-30", {{"00901", "CT2", 25, {}}}));
    }
    [[nodiscard]] std::string store() const { return at("store.gpkg"); }
    static CheckedBatch complete(CheckedBatch batch) {
        batch.profile.complete = true;
        return batch;
    }
    [[nodiscard]] std::vector<double> percents(const std::string& file = "store.gpkg") const {
        return orThrow(orThrow(Store::openForReading(at(file))).read()).table(Role::roadWorks).columnNamed("percent_done")->numbers;
    }
};

TEST_F(CompleteList, WhatItNoLongerNamesOfItsIssuersEnds) {
    take(store(), complete(works("3", "2022-07-31", {{"00901", "CT1", 50, {}}})));
    EXPECT_THAT(percents(), UnorderedElementsAre(50, 30)) << "another commune's work stays";
}

TEST_F(CompleteList, OfOneCommuneSaysNothingOfAnotherCommunesFileOfThatName) {
    const auto remembered = [](CheckedBatch batch) {
        batch.sha += batch.rows.columnNamed("id")->text[0]; // another file of the same name
        batch.profile.complete = true;
        batch.profile.completeByMemory = true;
        return batch;
    };
    take(store(), complete(works("ct", "2022-07-31", {{"00901", "CT1", 50, {}}})));
    std::vector<CheckedBatch> batches;
    batches.push_back(remembered(works("ct", "2022-08-31", {{"00904", "CT9", 60, {}}})));
    orThrow(orThrow(Store::openForWriting(store())).append(batches, std::nullopt));
    EXPECT_THAT(percents(), UnorderedElementsAre(50, 30, 60)) << "CT1 of 00904 is in no such list";
    EXPECT_EQ(batches[0].problems.front().rule, "complete-of-others");
    take(store(), remembered(works("ct", "2022-09-30", {{"00901", "CT7", 70, {}}})));
    EXPECT_THAT(percents(), UnorderedElementsAre(30, 60, 70)) << "of the same commune it is remembered";
}

TEST_F(CompleteList, ThatIsToldAndAPlainListEndsNothing) {
    std::vector<CheckedBatch> batches;
    batches.push_back(works("3", "2022-07-31", {{"00901", "CT1", 50, {}}}));
    batches.push_back(complete(works("4", "2022-08-31", {{"00904", "CT9", 50, {}}})));
    orThrow(orThrow(Store::openForWriting(store())).append(batches, std::nullopt));
    EXPECT_THAT(percents(), UnorderedElementsAre(50, 25, 50));
    EXPECT_EQ(batches[0].counts.noLongerNamed, 1U);
    EXPECT_NE(batches[0].problems.front().cause.vi.find("được giữ lại"), std::string::npos);
    EXPECT_EQ(batches[1].counts.noLongerNamed, 1U);
    EXPECT_NE(batches[1].problems.front().cause.vi.find("kết thúc"), std::string::npos);
}

TEST_F(CompleteList, AnotherListOfTheSameImportMayNameIt) {
    std::vector<CheckedBatch> batches;
    batches.push_back(complete(works("3", "2022-07-31", {{"00901", "CT1", 50, {}}})));
    batches.push_back(complete(works("4", "2022-07-31", {{"00901", "CT2", 60, {}}})));
    take(store(), std::move(batches));
    EXPECT_THAT(percents(), UnorderedElementsAre(50, 60, 30));
}

TEST_F(CompleteList, UndoingItBringsBackWhatItHadEnded) {
    const auto before = dumpOf(store(), {Role::roadWorks}).size();
    const auto ended = take(store(), complete(works("3", "2022-07-31", {{"00901", "CT1", 50, {}}})));
    undo(store(), ended[0].id);
    EXPECT_THAT(percents(), UnorderedElementsAre(10, 25, 30));
    EXPECT_GT(dumpOf(store(), {Role::roadWorks}).size(), before) << "what was done stays known";
    // And once more, by importing it again.
    take(store(), complete(works("3", "2022-07-31", {{"00901", "CT1", 50, {}}})));
    EXPECT_THAT(percents(), UnorderedElementsAre(50, 30));
}

TEST_F(CompleteList, BroughtBackItEndsThemAgain) {
    const StoredBatch whole = take(store(), complete(works("3", "2022-07-31", {{"00901", "CT1", 50, {}}}))).front();
    Store opened = orThrow(Store::openForWriting(store()));
    orThrow(opened.undo({whole.id}));
    EXPECT_THAT(percents(), UnorderedElementsAre(10, 25, 30));
    orThrow(opened.redo({whole.id}));
    EXPECT_THAT(percents(), UnorderedElementsAre(50, 30));
    orThrow(opened.undo({whole.id}));
    EXPECT_THAT(percents(), UnorderedElementsAre(10, 25, 30)) << "and again";
}

TEST_F(CompleteList, EndsAndTheirUndoingTravel) {
    std::filesystem::copy_file(store(), at("other.gpkg"));
    const auto ended = take(store(), complete(works("3", "2022-07-31", {{"00901", "CT1", 50, {}}})));
    orThrow(mergeStore(store(), at("other.gpkg")));
    EXPECT_THAT(percents("other.gpkg"), UnorderedElementsAre(50, 30));
    undo(store(), ended[0].id);
    orThrow(mergeStore(store(), at("other.gpkg")));
    EXPECT_THAT(percents("other.gpkg"), UnorderedElementsAre(10, 25, 30));
    EXPECT_EQ(dumpOf(store(), {Role::roadWorks}), dumpOf(at("other.gpkg"), {Role::roadWorks}));
}

TEST_F(CompleteList, ARowThatMayCorrectARecordEndsItNot) {
    take(store(), gifts("a", {{"00901", "", 100, "2022-05-01", "Giàng A Páo"}, {"00901", "", 40, "2022-05-02", "Ly Thị Mỷ"}}));
    take(store(), complete(gifts("b", {{"00901", "", 110, "2022-05-01", "Giàng A Páo"}, {"00901", "", 5, "2022-05-03", "Sùng"}})));
    const District district = orThrow(orThrow(Store::openForReading(store())).read());
    EXPECT_THAT(district.table(Role::donations).columnNamed("declared_area_m2")->numbers, UnorderedElementsAre(100, 5))
        << "the first waits for its correction, the second has ended";
}

} // namespace
} // namespace banlang
