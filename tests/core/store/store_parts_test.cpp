// SPDX-License-Identifier: MIT
// The parts that a store is made of, on a file of their own.
#include "core/store/detail/batch_history.h"
#include "core/store/detail/link_override_log.h"
#include "core/store/detail/stored_district.h"
#include "core/store/file/detail/store_file.h"
#include "core/store/gpkg/detail/transaction.h"
#include "core/store/import.h"
#include "tests/support/files.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

class StoreParts : public test::InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        write("nop/thu bay.csv", "date;commune_code;organisation;participants\n"
                                 "2022-03-05;00715;Hội Nông dân;30\n2022-03-12;00715;Đoàn Thanh niên;25\n");
        ASSERT_TRUE(importSources({at("nop")}, at("kho.gpkg"), {}));
    }
    [[nodiscard]] detail::StoreFile open(bool writable) const {
        auto file = detail::openStoreFile(at("kho.gpkg"), writable);
        EXPECT_TRUE(file);
        return std::move(*file);
    }
};

TEST_F(StoreParts, AFileSaysItsCoordinateSystemAndIsWrittenOnlyWhenOpenedForThat) {
    const detail::StoreFile reading = open(false);
    EXPECT_EQ(reading.epsg, defaultStoreEpsg);
    EXPECT_FALSE(reading.database.run("DELETE FROM banlang_plans"));
    EXPECT_TRUE(open(true).database.run("DELETE FROM banlang_plans"));
    EXPECT_FALSE(detail::openStoreFile(at("nowhere.gpkg"), false));
}

TEST_F(StoreParts, AFailureRollsBackWhatATransactionBegan) {
    const detail::StoreFile file = open(true);
    const auto done = detail::inTransaction(file.database, [&]() -> Result<void> {
        BANLANG_CHECK(file.database.run("DELETE FROM banlang_batches"));
        return Unexpected(Error{ErrorKind::failed, "halfway", {}, {}, {}});
    });
    EXPECT_EQ(done.error().code, "halfway");
    EXPECT_EQ(detail::BatchHistory(file).all()->size(), 1U);
}

TEST_F(StoreParts, TheHistoryTakesABatchBackAndKnowsItAfterwards) {
    const detail::StoreFile file = open(true);
    const detail::BatchHistory history(file);
    ASSERT_TRUE(history.undo({1}, {}));
    EXPECT_EQ(history.all()->at(0).state, BatchState::undone);
    EXPECT_EQ(history.undo({1}, {}).error().code, "batch-not-live");
    EXPECT_EQ(detail::StoredDistrict(file).read({})->table(Role::saturdays).rowCount, 0U);
}

TEST_F(StoreParts, ADistrictIsTheSameWithAndWithoutItsCopy) {
    const detail::StoreFile file = open(true);
    const detail::StoredDistrict stored(file);
    const auto copied = stored.readLinked({});
    ASSERT_TRUE(file.database.run("UPDATE saturday_shifts SET participants = 31 WHERE participants = 30"));
    const auto byRows = stored.readLinked({});
    ASSERT_TRUE(copied && byRows);
    EXPECT_EQ(copied->table(Role::saturdays).numberAt(fields::saturdays.participants, 0), 30);
    EXPECT_EQ(byRows->table(Role::saturdays).numberAt(fields::saturdays.participants, 0), 31);
    ASSERT_TRUE(stored.renewCopy({}));
    EXPECT_EQ(stored.readLinked({})->table(Role::saturdays).numberAt(fields::saturdays.participants, 0), 31);
}

TEST_F(StoreParts, TheLogOfDecisionsKeepsWhatWasSuperseded) {
    const detail::StoreFile file = open(true);
    const detail::LinkOverrideLog log(file);
    LinkOverride decided;
    decided.role = Role::saturdays;
    decided.field = "commune_code";
    decided.rawText = "Nà Sánh";
    decided.target = "00715";
    ASSERT_TRUE(log.save(std::span(&decided, 1)));
    decided.target = "00718";
    ASSERT_TRUE(log.save(std::span(&decided, 1)));
    const auto all = log.all();
    ASSERT_EQ(all->size(), 2U);
    EXPECT_EQ(all->at(0).state, LinkOverrideState::superseded);
    EXPECT_TRUE(all->at(1).live());
    decided.rawText = "X";
    EXPECT_EQ(log.withdraw(decided).error().code, "not-decided");
}

} // namespace
} // namespace banlang
