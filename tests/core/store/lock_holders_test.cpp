// SPDX-License-Identifier: MIT
#include "core/store/gpkg/detail/lock_holders.h"
#include "tests/support/files.h"
#include "tests/support/other_program.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang::detail {
namespace {

using test::OtherProgram;
using testing::ElementsAre;
using testing::IsEmpty;

class LockHolders : public test::InFolder {
protected:
    std::string database(const std::string& name, const std::string& journal) const {
        sqlite3* made = nullptr;
        EXPECT_EQ(sqlite3_open(at(name).c_str(), &made), SQLITE_OK);
        const std::string sql = "PRAGMA journal_mode = " + journal + "; CREATE TABLE t (x)";
        EXPECT_EQ(sqlite3_exec(made, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(made);
        return at(name);
    }
};

TEST_F(LockHolders, WhoWritesIsNamedOnceWithItsNumber) {
    for (const std::string journal : {"delete", "wal"}) {
        const std::string path = database(journal + ".gpkg", journal);
        const std::string other = database(journal + "-2.gpkg", journal);
        EXPECT_THAT(lockHolders(path), IsEmpty());
        OtherProgram writer(path, "BEGIN IMMEDIATE; INSERT INTO t VALUES (1)", OtherProgram::End::staysOpen, "QGIS của xã");
        EXPECT_THAT(lockHolders(path), ElementsAre(fmt::format("QGIS của xã ({})", writer.id()))) << journal;
        EXPECT_THAT(lockHolders(other), IsEmpty()) << "a lock on another file";
        writer.finish();
        EXPECT_THAT(lockHolders(path), IsEmpty()) << journal;
    }
}

TEST_F(LockHolders, ThisProgramIsNoneOfTheOthers) {
    const std::string path = database("a.gpkg", "delete");
    sqlite3* own = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &own), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(own, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr), SQLITE_OK);
    EXPECT_THAT(lockHolders(path), IsEmpty());
    sqlite3_close(own);
}

TEST_F(LockHolders, AFileThatIsNotThereIsHeldByNobody) {
    EXPECT_THAT(lockHolders(at("none.gpkg")), IsEmpty());
}

} // namespace
} // namespace banlang::detail
