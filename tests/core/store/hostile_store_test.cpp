// SPDX-License-Identifier: MIT
// A store that somebody made to do harm, or that a program spoilt: nothing in it is believed, nothing of it runs, and it is told.
#include "core/store/gpkg/detail/column_copy.h"
#include "core/store/gpkg/detail/store_guard.h"
#include "core/store/import.h"
#include "tests/support/execute_sql.h"
#include "tests/support/files.h"
#include "tests/support/same_district.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

namespace banlang {
namespace {

using test::executeSql;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class HostileStore : public test::InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        ASSERT_TRUE(load("a.csv", "CT001"));
        ASSERT_TRUE(Store::openForWriting(path())->renewCopy());
    }
    [[nodiscard]] std::string path() const { return at("store.gpkg"); }
    [[nodiscard]] Result<ImportReport> load(const std::string& file, const std::string& number) const {
        const std::string source = write(file, "Mã công trình,Tên,Mã tuyến,Mã xã,Loại việc,Đã làm %,Ngày báo cáo\n" + number +
                                                   ",Đường,ĐX.01,00901,upgrade,80,30/4/2022\n");
        ImportOptions options;
        options.role = Role::roadWorks;
        return importSources({source}, path(), options);
    }
    [[nodiscard]] std::string value(const std::string& query) const {
        sqlite3* database = nullptr;
        sqlite3_open_v2(path().c_str(), &database, SQLITE_OPEN_READONLY, nullptr);
        std::string text = "nothing";
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(database, query.c_str(), -1, &statement, nullptr);
        if (sqlite3_step(statement) == SQLITE_ROW)
            text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)); // NOLINT(*-reinterpret-cast)
        sqlite3_finalize(statement);
        sqlite3_close(database);
        return text;
    }
    /// Reads the store, and gives what it was warned of.
    [[nodiscard]] std::vector<std::string> warnings() const {
        std::vector<std::string> texts;
        Progress progress;
        progress.warning = [&](const Bilingual& text) { texts.push_back(text.en); };
        const auto district = openDistrict(path(), progress);
        EXPECT_TRUE(district) << describe(district.error(), Language::english);
        EXPECT_TRUE(!district || district->table(Role::roadWorks).rowCount == 1U);
        return texts;
    }
    /// Changes a chunk of the copy so that its checksum holds again.
    void spoilChunk(const std::string& part, const std::string& change) const {
        executeSql(path(), fmt::format("UPDATE banlang_columns SET {} WHERE kind = 'road_works' AND part = '{}'", change, part));
        const auto database = detail::Database::open(path(), true);
        detail::Statement chunk =
            database->prepare("SELECT kind, part, first, count, packing, bytes FROM banlang_columns WHERE kind = "
                              "'road_works' AND part = ?");
        chunk.bind(1, std::string_view(part));
        ASSERT_TRUE(chunk.row()) << part;
        const detail::ChunkHead head{chunk.text(0), chunk.text(1), chunk.integer(2), chunk.integer(3), chunk.integer(4)};
        const std::int64_t sum = detail::chunkChecksum(head, chunk.blob(5));
        ASSERT_TRUE(chunk.done());
        executeSql(path(),
                   fmt::format("UPDATE banlang_columns SET checksum = {} WHERE kind = 'road_works' AND part = '{}'", sum, part));
    }
};

TEST_F(HostileStore, ATriggerOfAnotherProgramIsNotRunAndNamed) {
    executeSql(path(), "CREATE TRIGGER kept_by_me AFTER INSERT ON road_works BEGIN DELETE FROM banlang_batches; END");
    const auto report = load("b.csv", "CT002");
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, "store-foreign-sql");
    EXPECT_THAT(describe(report.error(), Language::english), HasSubstr("kept_by_me"));
    EXPECT_THAT(describe(report.error(), Language::vietnamese), HasSubstr("kept_by_me"));
    EXPECT_EQ(value("SELECT count(*) FROM banlang_batches"), "1");
    EXPECT_EQ(value("SELECT group_concat(id) FROM road_works"), "CT001");
}

TEST_F(HostileStore, ATriggerUnderOneOfOurNamesMayDoNoMoreThanOurs) {
    executeSql(path(), "DROP TRIGGER banlang_originals_road_works_delete;"
                       "CREATE TRIGGER banlang_originals_road_works_delete AFTER DELETE ON road_works BEGIN DELETE FROM communes; "
                       "INSERT INTO banlang_meta (key, value) VALUES ('office', 'x'); END");
    auto store = Store::openForWriting(path());
    ASSERT_TRUE(store);
    const auto undone = store->undo({1});
    ASSERT_FALSE(undone);
    EXPECT_EQ(undone.error().code, "store-foreign-sql");
}

TEST_F(HostileStore, SqlInTheNameOfATriggerIsAName) {
    executeSql(path(),
               R"(CREATE TRIGGER "rtree_""; DELETE FROM banlang_batches; --" AFTER INSERT ON road_works BEGIN SELECT 1; END)");
    const auto report = load("b.csv", "CT002");
    ASSERT_TRUE(report) << describe(report.error(), Language::english);
    EXPECT_EQ(value("SELECT count(*) FROM banlang_batches"), "2");
}

TEST_F(HostileStore, AViewInThePlaceOfATableIsRefusedAtOnce) {
    executeSql(path(),
               "DROP TABLE villages; CREATE VIEW villages AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
               "SELECT i AS fid FROM n");
    const auto begun = std::chrono::steady_clock::now();
    const auto district = openDistrict(path());
    ASSERT_FALSE(district);
    EXPECT_EQ(district.error().code, "store-foreign-sql");
    EXPECT_THAT(district.error().message.en, HasSubstr("villages"));
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(2));
}

TEST_F(HostileStore, AGeometryThatCannotBeReadIsToldEachTime) {
    const auto spoil = [&](const std::string& blob) {
        const auto done =
            detail::Database::open(path(), true)
                ->run("DELETE FROM communes; INSERT INTO communes (fid, geom, code, name) VALUES (7, " + blob + ", '00901', 'Xã')");
        ASSERT_TRUE(done) << done.error().message.en;
    };
    // A header alone; half of a point; a point at NaN.
    const char* const blobs[] = {"x'47500001f7230000'", "x'47500001f723000001010000000000000000'",
                                 "x'47500001f72300000101000000000000000000f87f000000000000f87f'"};
    for (const char* blob : blobs) {
        spoil(blob);
        for (int time = 0; time < 2; ++time) {
            EXPECT_THAT(warnings(), ElementsAre(AllOf(HasSubstr("1 geometries of table “communes”"), HasSubstr("fid 7")))) << blob;
            ASSERT_TRUE(Store::openForWriting(path())->renewCopy());
        }
    }
    spoil("NULL");
    EXPECT_THAT(warnings(), IsEmpty()) << "none is none";
}

TEST_F(HostileStore, NoOtherFileIsAttached) {
    const auto database = detail::Database::open(path(), true);
    EXPECT_FALSE(database->run(fmt::format("ATTACH '{}' AS other", at("other.gpkg"))));
    EXPECT_TRUE(database->run("VACUUM")) << "which uses a file without a name";
}

TEST_F(HostileStore, RowsWhoseNumbersLieFarApartAreReadInNoTime) {
    executeSql(path(), "UPDATE road_works SET fid = 1099511627776 WHERE id = 'CT001'");
    executeSql(path(),
               "INSERT INTO road_works (fid, id, commune_code, kind) VALUES (-9223372036854775807, 'CT7', '00901', 'upgrade')");
    const auto begun = std::chrono::steady_clock::now();
    const auto district = openDistrict(path());
    ASSERT_TRUE(district);
    EXPECT_EQ(district->table(Role::roadWorks).rowCount, 2U);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(2));
}

TEST_F(HostileStore, TheHighestNumberOfARowLeavesNoneAndIsTold) {
    executeSql(path(), "UPDATE road_works SET fid = 9223372036854775807 WHERE id = 'CT001'");
    const auto report = load("b.csv", "CT002");
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, "store-numbers-used-up");
}

TEST_F(HostileStore, AMetaValueThatIsNoNumberNamesTheStore) {
    for (const char* key : {"epsg", "schema_version"}) {
        const std::string before = test::bytesOfFile(path());
        executeSql(path(), fmt::format("UPDATE banlang_meta SET value = '12e9x' WHERE key = '{}'", key));
        const auto district = openDistrict(path());
        ASSERT_FALSE(district) << key;
        EXPECT_EQ(district.error().where.file, path());
        (void)write("store.gpkg", before);
    }
}

TEST_F(HostileStore, ACopyWhoseBytesChangedIsNotUsedAndThatIsTold) {
    EXPECT_THAT(warnings(), IsEmpty());
    executeSql(path(),
               "UPDATE banlang_columns SET bytes = CAST(zeroblob(length(bytes)) AS BLOB) WHERE kind = 'road_works' AND part = "
               "'percent_done'");
    EXPECT_THAT(warnings(), testing::ElementsAre(HasSubstr("damaged")));
    ASSERT_TRUE(load("b.csv", "CT001")) << "the next import makes it anew";
    executeSql(path(), "DELETE FROM road_works WHERE id = 'none'");
}

TEST_F(HostileStore, CountsOfTheCopyAreNotBelieved) {
    const std::string whole = test::bytesOfFile(path());
    for (const char* count : {"-1", "0", "2", "524289", "9223372036854775807"}) {
        (void)write("store.gpkg", whole);
        spoilChunk("percent_done", fmt::format("count = {}", count));
        EXPECT_THAT(warnings(), testing::SizeIs(1)) << count;
    }
}

TEST_F(HostileStore, AChunkMoreIsNotBelieved) {
    executeSql(
        path(),
        "INSERT INTO banlang_columns (kind, part, first, count, packing, bytes, checksum) SELECT kind, part, 1, -1, packing, "
        "bytes, checksum FROM banlang_columns WHERE kind = 'road_works' AND part = 'id/characters'");
    EXPECT_THAT(warnings(), testing::SizeIs(1));
}

TEST_F(HostileStore, NoMoreMemoryIsTakenThanTheFileAllows) {
    executeSql(
        path(),
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000) INSERT INTO banlang_columns (kind, "
        "part, first, count, packing, bytes, checksum) SELECT 'road_works', 'percent_done', 1 + 524288 * (i - 1), 524288, 1, "
        "zeroblob(8), 0 FROM n");
    EXPECT_THAT(warnings(), testing::SizeIs(1)) << "2,000,000,000 numbers";
}

TEST_F(HostileStore, OffsetsAndPackingsOfTheCopyAreNotBelieved) {
    const std::string whole = test::bytesOfFile(path());
    const std::pair<const char*, const char*> changes[] = {
        {"percent_done", "packing = 200"},
        {"id/offsets", "packing = 0, bytes = X'0000000000000080'"},
        {"id/offsets", "packing = 0, bytes = X'0500000005000000'"},
        {"geometry/xy", "count = 1, packing = 0, bytes = X'000000000000F07F'"},
        {"geometry/rings", "count = 1, packing = 0, bytes = X'07000000'"},
    };
    for (const auto& [part, change] : changes) {
        (void)write("store.gpkg", whole);
        if (value(fmt::format("SELECT count(*) FROM banlang_columns WHERE kind = 'road_works' AND part = '{}'", part)) == "0")
            continue;
        spoilChunk(part, change);
        EXPECT_THAT(warnings(), testing::SizeIs(1)) << part << ": " << change;
    }
}

TEST(StoreGuard, NamesAreQuoted) {
    EXPECT_EQ(detail::quotedName("a\"b"), "\"a\"\"b\"");
    EXPECT_TRUE(detail::isStoreTrigger("rtree_parcels_geom_insert"));
    EXPECT_FALSE(detail::isStoreTrigger("kept_by_me"));
}

} // namespace
} // namespace banlang
