// SPDX-License-Identifier: MIT
#include "core/geo/crs.h"
#include "core/store/detail/batch_table.h"
#include "core/store/records/detail/act_log.h"
#include "tests/support/files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang::detail {
namespace {

using testing::ElementsAre;
using testing::MatchesRegex;

class BatchTable : public test::InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        ASSERT_TRUE(Store::create(at("kho.gpkg"), defaultStoreEpsg));
        database_.emplace(Database::open(at("kho.gpkg"), true).value());
    }
    static CheckedBatch batchOf(std::string file) {
        CheckedBatch batch;
        batch.file = std::move(file);
        batch.layer = "Sheet 'Đất' \"hiến\"";
        batch.sha = "0123";
        batch.role = Role::donations;
        batch.encoding = "TCVN3";
        batch.crs = "EPSG:9209";
        batch.rowsRead = 12;
        batch.rowsRejected = 2;
        batch.rows = emptyTable(Role::donations);
        return batch;
    }
    [[nodiscard]] std::int64_t number(const std::string& sql) const {
        Statement select = database_->prepare(sql);
        return select.row() ? select.integer(0) : -1;
    }

    std::optional<Database> database_;
};

TEST_F(BatchTable, ABatchComesBackAsItWasWritten) {
    EXPECT_EQ(nextImportId(*database_), 1);
    const auto written = writeBatch(*database_, batchOf("/Nà Sáng/hiến đất.xlsx"), "ab12", 1);
    ASSERT_TRUE(written) << describe(written.error(), Language::english);
    EXPECT_THAT(written->importedAt, MatchesRegex("20..-..-..T..:..:..Z"));
    EXPECT_EQ(nextImportId(*database_), 2);
    const auto batches = readBatches(*database_);
    ASSERT_TRUE(batches);
    ASSERT_EQ(batches->size(), 1U);
    const StoredBatch& batch = batches->front();
    EXPECT_EQ(batch.id, written->id);
    EXPECT_EQ(batch.importId, 1);
    EXPECT_EQ(batch.file, "/Nà Sáng/hiến đất.xlsx");
    EXPECT_EQ(batch.layer, "Sheet 'Đất' \"hiến\"");
    EXPECT_EQ(batch.role, Role::donations);
    EXPECT_EQ(batch.encoding, "TCVN3");
    EXPECT_EQ(batch.crs, "EPSG:9209");
    EXPECT_EQ(batch.importedAt, written->importedAt);
    EXPECT_EQ(batch.rowsRead, 12U);
    EXPECT_EQ(batch.rowsRejected, 2U);
    EXPECT_EQ(batch.state, BatchState::live);
    EXPECT_EQ(batch.replacedBy, 0);
    EXPECT_EQ(batch.hash, "ab12");
    EXPECT_FALSE(batch.reportedOn.known());
}

TEST_F(BatchTable, TheStateOfABatchIsWhatTheActsAboutItComeTo) {
    for (const char* name : {"a", "b", "c"}) ASSERT_TRUE(writeBatch(*database_, batchOf(name), name, 1));
    const ActLog log(*database_);
    const auto withdrawn = log.add({{}, "withdraw", "b", {}, "2022-05-18T00:00:00Z", {}, {}});
    ASSERT_TRUE(withdrawn);
    ASSERT_TRUE(log.add({{}, "reread", "a c", {}, "2022-05-18T00:00:00Z", {}, {}}));
    EXPECT_EQ(renewStates(*database_)->size(), 2U);
    const auto batches = readBatches(*database_);
    EXPECT_EQ(batches->at(0).state, BatchState::replaced);
    EXPECT_EQ(batches->at(0).replacedBy, batches->at(2).id);
    EXPECT_EQ(batches->at(1).state, BatchState::undone);
    EXPECT_EQ(batches->at(2).state, BatchState::live);
    ASSERT_TRUE(log.add({{}, "redo", "b", withdrawn->id, "2022-05-19T00:00:00Z", {}, {}}));
    EXPECT_EQ(renewStates(*database_)->size(), 1U);
    EXPECT_EQ(readBatches(*database_)->at(1).state, BatchState::live);
    ASSERT_TRUE(log.add({{}, "withdraw", "c", {}, "2022-05-19T00:00:00Z", {}, {}}));
    EXPECT_EQ(renewStates(*database_)->size(), 2U) << "without the new reading the old one counts";
    EXPECT_EQ(readBatches(*database_)->at(0).state, BatchState::live);
}

TEST_F(BatchTable, ProblemsAreKeptWithTheirRow) {
    CheckedBatch batch = batchOf("a");
    batch.problems.push_back({Severity::rejected, "duplicate-key", {"a", "", 7, "id"}, {"trùng", "twice"}, {"sửa", "mend"}});
    batch.problems.push_back({Severity::note, "other-crs", {"a", "", -1, ""}, {}, {}});
    ASSERT_TRUE(writeProblems(*database_, batch, 5));
    EXPECT_EQ(number("SELECT count(*) FROM banlang_problems WHERE batch = 5"), 2);
    EXPECT_EQ(number("SELECT row FROM banlang_problems WHERE severity = 'rejected' AND \"column\" = 'id' AND cause_vi = 'trùng'"),
              7);
    EXPECT_EQ(number("SELECT row FROM banlang_problems WHERE severity = 'note'"), -1);
}

TEST_F(BatchTable, OnlyWhatAPersonDecidedIsRemembered) {
    CheckedBatch batch = batchOf("/x/Xa_A/hien dat.csv");
    batch.profile.epsg = 3405;
    ASSERT_TRUE(rememberProfile(*database_, batch));
    EXPECT_EQ(number("SELECT count(*) FROM banlang_plans"), 0) << "what was guessed is guessed again";
    batch.userProfile.epsg = 3405;
    ASSERT_TRUE(rememberProfile(*database_, batch));
    batch.userProfile.epsg = 3406;
    ASSERT_TRUE(rememberProfile(*database_, batch));
    EXPECT_EQ(number("SELECT count(*) FROM banlang_plans WHERE file = 'hien dat.csv' AND plan LIKE '%3406%'"), 1);
    EXPECT_EQ(number("SELECT count(*) FROM banlang_plans"), 1) << "the last word counts";
    batch.userProfile.commune = "00901";
    ASSERT_TRUE(rememberProfile(*database_, batch));
    EXPECT_EQ(number("SELECT count(*) FROM banlang_plans WHERE file = 'Xa_A/hien dat.csv'"), 1)
        << "every commune sends a file of this name";
}

} // namespace
} // namespace banlang::detail
