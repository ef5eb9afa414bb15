// SPDX-License-Identifier: MIT
// Connections to one file that read and write at the same time.
#include "core/store/gpkg/detail/sqlite.h"
#include "tests/support/files.h"
#include "tests/support/other_program.h"

#include <gtest/gtest.h>

#include <chrono>
#include <optional>

namespace banlang::detail {
namespace {

class DatabaseTest : public test::InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        ASSERT_TRUE(execute("CREATE TABLE t (x); INSERT INTO t VALUES (1)"));
        const auto opened = sqlite3_open(path().c_str(), &writer_);
        ASSERT_EQ(opened, SQLITE_OK);
    }
    void TearDown() override { sqlite3_close(writer_); }
    [[nodiscard]] std::string path() const { return at("kho.gpkg"); }
    [[nodiscard]] bool execute(const char* sql) const {
        sqlite3* database = nullptr;
        const bool good = sqlite3_open(path().c_str(), &database) == SQLITE_OK &&
                          sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
        sqlite3_close(database);
        return good;
    }
    int write(const char* sql) const { return sqlite3_exec(writer_, sql, nullptr, nullptr, nullptr); }
    static std::int64_t rows(const Database& database) {
        Statement count = database.prepare("SELECT count(*) FROM t");
        return count.row() ? count.integer(0) : -1;
    }
    /// Reads, and a writer waits for it to end.
    [[nodiscard]] std::optional<Database> readerThatKeepsAWriterWaiting() const {
        auto reader = Database::open(path(), false);
        if (!reader || !reader->run("BEGIN; SELECT count(*) FROM sqlite_master")) return std::nullopt;
        if (write("BEGIN IMMEDIATE; INSERT INTO t VALUES (2)") != SQLITE_OK) return std::nullopt;
        if (write("COMMIT") != SQLITE_BUSY) return std::nullopt;
        return std::move(*reader);
    }

private:
    sqlite3* writer_ = nullptr;
};

TEST_F(DatabaseTest, WhoReadsBesideAReaderDoesNotWaitForAWriterThatWaitsForIt) {
    const auto reader = readerThatKeepsAWriterWaiting();
    ASSERT_TRUE(reader);
    const auto begun = std::chrono::steady_clock::now();
    const auto beside = ReadersBeside(*reader).open();
    ASSERT_TRUE(beside);
    EXPECT_EQ(rows(*beside), 1) << "the same state";
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(2));
    ASSERT_TRUE(reader->run("COMMIT"));
    EXPECT_EQ(write("COMMIT"), SQLITE_OK);
    EXPECT_EQ(rows(*reader), 2);
}

TEST_F(DatabaseTest, ClosingWhatReadBesideLeavesTheReaderItsLock) {
    const auto reader = readerThatKeepsAWriterWaiting();
    ASSERT_TRUE(reader);
    EXPECT_EQ(rows(ReadersBeside(*reader).open().value()), 1);
    EXPECT_EQ(write("COMMIT"), SQLITE_BUSY) << "the reader still holds it";
}

TEST_F(DatabaseTest, BesideWhoIsInNoTransactionOneIsOpenedLikeAnyOther) {
    const auto reader = Database::open(path(), false);
    ASSERT_TRUE(reader);
    const auto beside = ReadersBeside(*reader).open();
    ASSERT_TRUE(beside);
    ASSERT_EQ(write("INSERT INTO t VALUES (2)"), SQLITE_OK);
    EXPECT_EQ(rows(*beside), 2) << "nothing kept the file from changing";
}

TEST_F(DatabaseTest, BesideAReaderOfALogTheLogIsRead) {
    ASSERT_EQ(write("PRAGMA journal_mode = WAL; INSERT INTO t VALUES (2)"), SQLITE_OK);
    const auto reader = Database::open(path(), false);
    ASSERT_TRUE(reader);
    ASSERT_TRUE(reader->run("BEGIN; SELECT count(*) FROM sqlite_master"));
    EXPECT_FALSE(ReadersBeside(*reader).seeTheSame());
    EXPECT_EQ(rows(ReadersBeside(*reader).open().value()), 2);
}

TEST_F(DatabaseTest, AFileWhoseViewsCannotBeLookedAtIsNotOpened) {
    ASSERT_TRUE(execute("CREATE VIEW theirs AS SELECT x FROM t"));
    const test::OtherProgram other(path(), "BEGIN EXCLUSIVE", test::OtherProgram::End::staysOpen);
    const auto opened = Database::open(path(), false);
    ASSERT_FALSE(opened) << "it would be read as if no foreign view were in it";
    EXPECT_EQ(opened.error().code, "store-locked");
}

} // namespace
} // namespace banlang::detail
