// SPDX-License-Identifier: MIT
#include "core/store/history.h"
#include "core/store/import_dependents.h"
#include "core/store/review.h"
#include "tests/support/files.h"
#include "tests/support/report_batches.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using namespace test;
using testing::HasSubstr;
using testing::IsEmpty;

class Dependents : public InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        makeStore(store(), "901");
    }
    [[nodiscard]] std::string store() const { return at("store.gpkg"); }
    [[nodiscard]] ImportDependents of(const std::vector<StoredBatch>& batches) const {
        std::vector<std::int64_t> ids;
        for (const StoredBatch& batch : batches) ids.push_back(batch.id);
        return orThrow(dependentsOf(store(), ids));
    }
    [[nodiscard]] std::vector<StoredBatch> batches() const { return orThrow(orThrow(Store::openForReading(store())).batches()); }
};

TEST_F(Dependents, TheLatestImportHasNone) {
    take(store(), works("thang 5", "2022-05-31", {{"00901", "CT1", 80, {}}}));
    const auto june = take(store(), works("thang 6", "2022-06-30", {{"00901", "CT1", 95, {}}, {"00901", "CT2", 5, {}}}));
    const ImportDependents found = of(june);
    EXPECT_FALSE(found.any());
    EXPECT_EQ(found.recordsKept, 1U) << "May names CT1 too";
    EXPECT_EQ(found.recordsGone, 1U);
    EXPECT_EQ(textOf(found).vi, "");
}

TEST_F(Dependents, LaterReportsAndCorrectionsAreCountedByTheirFiles) {
    const auto may = take(store(), works("thang 5.csv", "2022-05-31", {{"00901", "CT1", 80, {}}, {"00901", "CT2", 5, {}}}));
    take(store(), works("xa/thang 5 sua.csv", "2022-05-31", {{"00901", "CT1", 85, {}}}));
    take(store(), works("thang 6.csv", "2022-06-30", {{"00901", "CT1", 95, {}}}));
    const ImportDependents found = of(may);
    ASSERT_EQ(found.batches.size(), 2U);
    EXPECT_EQ(found.batches[0].batch.file, "xa/thang 5 sua.csv");
    EXPECT_EQ(found.batches[0].corrections, 1U);
    EXPECT_EQ(found.batches[0].reports, 0U);
    EXPECT_EQ(found.batches[1].reports, 1U);
    EXPECT_EQ(found.recordsKept, 1U);
    EXPECT_EQ(found.recordsGone, 1U);
    EXPECT_THAT(textOf(found).en, HasSubstr("1 rows that corrected its figures"));
    EXPECT_THAT(textOf(found).en, HasSubstr("(thang 5 sua.csv, thang 6.csv)"));
    EXPECT_THAT(textOf(found).vi, HasSubstr("1 bản ghi vẫn còn"));
}

TEST_F(Dependents, RowsLinkedToARecordThatGoesAreReferences) {
    const auto homes =
        take(store(), batchOf("ho dan",
                              rowsOf(Role::households, {textColumn(fields::households.issuer.name, {"00901", "00901"}),
                                                        textColumn(fields::households.id.name, {"1", "2"})}),
                              Role::households));
    take(store(), batchOf("vuon",
                          rowsOf(Role::gardens, {textColumn(fields::gardens.issuer.name, {"00901", "00901"}),
                                                 textColumn(fields::gardens.communeCode.name, {"00901", "00901"}),
                                                 textColumn(fields::gardens.id.name, {"V1", "V2"}),
                                                 textColumn(fields::gardens.householdId.name, {"1", "7"})}),
                          Role::gardens));
    const ImportDependents found = of(homes);
    ASSERT_EQ(found.batches.size(), 1U);
    EXPECT_EQ(found.batches[0].batch.role, Role::gardens);
    EXPECT_EQ(found.batches[0].references, 1U) << "the other garden names a household that nobody has";
    EXPECT_EQ(found.recordsGone, 2U);
}

TEST_F(Dependents, WhatPeopleDecidedAboutItIsCounted) {
    take(store(), works("a", {}, {{"00901", "CT2", 10, {}}}));
    const auto second = take(store(), works("b", {}, {{"00901", "CT2", 20, {}}}));
    EXPECT_EQ(of(second).verdicts, 0U);
    const RecordHistory history = orThrow(recordHistory(store(), Role::roadWorks, "CT2"));
    const ReviewVerdict verdict{history.records[0].reports[1].id, 0, "right", "an", {}};
    orThrow(decideReviews(store(), {&verdict, 1}));
    EXPECT_EQ(of(second).verdicts, 1U);
    EXPECT_TRUE(of(second).any());
}

TEST_F(Dependents, ABatchThatWasTakenBackDependsOnNothing) {
    const auto may = take(store(), works("thang 5", "2022-05-31", {{"00901", "CT1", 80, {}}}));
    const auto june = take(store(), works("thang 6", "2022-06-30", {{"00901", "CT1", 95, {}}}));
    undo(store(), june.front().id);
    const ImportDependents found = of(may);
    EXPECT_THAT(found.batches, IsEmpty());
    EXPECT_EQ(found.recordsKept, 0U);
    EXPECT_EQ(found.recordsGone, 1U);
}

TEST_F(Dependents, ImportsAreAllThatOneCommandLoaded) {
    std::vector<CheckedBatch> both;
    both.push_back(works("a", "2022-05-31", {{"00901", "CT1", 80, {}}}));
    both.push_back(works("b", "2022-05-31", {{"00904", "CT1", 80, {}}, {"00904", "CT2", 80, {}}}));
    const auto first = take(store(), std::move(both));
    take(store(), works("c", "2022-05-31", {{"00907", "CT1", 80, {}}}));
    undo(store(), first.front().id);
    const std::vector<StoredImport> imports = importsOf(batches());
    ASSERT_EQ(imports.size(), 2U);
    EXPECT_EQ(imports[0].batches.size(), 2U);
    EXPECT_EQ(imports[0].rowsLoaded, 3U);
    EXPECT_EQ(imports[0].liveBatches(), 1U);
    EXPECT_EQ(imports[0].state(), "partly");
    EXPECT_EQ(imports[1].state(), "live");
    undo(store(), first.back().id);
    EXPECT_EQ(importsOf(batches())[0].state(), "undone");
}

} // namespace
} // namespace banlang
