// SPDX-License-Identifier: MIT
#include "core/store/gpkg/detail/column_copy.h"
#include "core/store/import.h"
#include "tests/support/columns.h"
#include "tests/support/files.h"
#include "tests/support/same_district.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace banlang {
namespace {

using testing::IsEmpty;

/// Works on one store of the sample district, made once; every test has a file of its own.
class ColumnCopy : public test::InFolder {
protected:
    static inline std::string bytes_;

    void SetUp() override {
        InFolder::SetUp();
        if (bytes_.empty()) {
            const auto report = importSources({std::string(BANLANG_SOURCE_DIR) + "/sample-data/district"}, at("made.gpkg"), {});
            ASSERT_TRUE(report) << describe(report.error(), Language::english);
            bytes_ = test::bytesOfFile(at("made.gpkg"));
        }
        (void)write("store.gpkg", bytes_);
    }
    [[nodiscard]] std::string path() const { return at("store.gpkg"); }
    void sql(const std::string& statements) const {
        const auto done = detail::Database::open(path(), true)->run(statements);
        ASSERT_TRUE(done) << done.error().message.en;
    }
    [[nodiscard]] detail::CopyState state() const { return detail::copyStateOf(*detail::Database::open(path(), false)); }
    [[nodiscard]] bool current(Role role) const { return state().current[indexOf(role)]; }
    [[nodiscard]] District opened() const { return std::move(*openDistrict(path())); }
    /// As the rows alone have it.
    [[nodiscard]] District rowByRow() const {
        const std::string bare = write("bare.gpkg", test::bytesOfFile(path()));
        (void)detail::Database::open(bare, true)->run("DROP TABLE IF EXISTS banlang_columns_state");
        return std::move(*openDistrict(bare));
    }
    void expectSameAsRows() const {
        EXPECT_THAT(test::differences(opened(), rowByRow()), IsEmpty());
        const auto unlinked = [&](const std::string& name) { return std::move(*Store::openForReading(at(name))->read()); };
        EXPECT_THAT(test::differences(unlinked("store.gpkg"), unlinked("bare.gpkg")), IsEmpty());
    }
    [[nodiscard]] Store writable() const { return std::move(*Store::openForWriting(path())); }
};

TEST_F(ColumnCopy, HoldsWhatTheRowsHold) {
    EXPECT_TRUE(state().complete());
    EXPECT_GT(opened().table(Role::parcels).rowCount, 1'000U);
    expectSameAsRows();
}

TEST_F(ColumnCopy, HoldsWhatMessyFilesLeft) {
    ASSERT_TRUE(importSources({std::string(BANLANG_SOURCE_DIR) + "/sample-data/messy-district"}, at("messy.gpkg"), {}));
    (void)write("store.gpkg", test::bytesOfFile(at("messy.gpkg")));
    EXPECT_TRUE(state().complete());
    expectSameAsRows();
}

TEST_F(ColumnCopy, RowsWithoutShapesAreReadFromSeveralConnections) {
    const std::size_t before = opened().table(Role::meetings).rowCount;
    sql("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000) INSERT INTO village_meetings "
        "(village_code, date, batch) SELECT m.village_code, m.date, m.batch FROM n, (SELECT * FROM village_meetings LIMIT 1) m");
    EXPECT_FALSE(current(Role::meetings));
    EXPECT_EQ(opened().table(Role::meetings).rowCount, before + 40'000);
}

TEST_F(ColumnCopy, AnEditByAnotherProgramIsSeenAtOnce) {
    const std::pair<std::string, Role> edits[] = {
        {"UPDATE land_donations SET declared_area_m2 = 4321 WHERE fid = 1", Role::donations},
        {"DELETE FROM saturday_shifts WHERE fid = 2", Role::saturdays},
        {"INSERT INTO village_meetings (village_code, date) SELECT village_code, '2022-05-01' FROM village_meetings LIMIT 1",
         Role::meetings},
        {"INSERT OR REPLACE INTO targets (fid, unit_code, indicator, year, value) VALUES (1, '1', 'donated_m2', 2022, 1)",
         Role::targets}};
    for (const auto& [statement, role] : edits) {
        ASSERT_TRUE(current(role)) << statement;
        sql(statement);
        EXPECT_FALSE(current(role)) << statement;
        EXPECT_FALSE(state().links) << statement;
        expectSameAsRows();
    }
    EXPECT_TRUE(current(Role::parcels));
    EXPECT_EQ(test::numberAt(opened().table(Role::donations), "declared_area_m2", 0), 4321);
}

TEST_F(ColumnCopy, ATableThatWasMadeAnewIsReadRowByRow) {
    sql("DROP TRIGGER banlang_columns_land_donations_update; UPDATE land_donations SET declared_area_m2 = 77 WHERE fid = 1");
    EXPECT_FALSE(current(Role::donations));
    EXPECT_EQ(test::numberAt(opened().table(Role::donations), "declared_area_m2", 0), 77);
    sql("CREATE TABLE other AS SELECT * FROM saturday_shifts; DROP TABLE saturday_shifts;"
        "ALTER TABLE other RENAME TO saturday_shifts;"
        "DELETE FROM saturday_shifts WHERE fid > 3");
    EXPECT_FALSE(current(Role::saturdays));
    EXPECT_EQ(opened().table(Role::saturdays).rowCount, 3U);
    expectSameAsRows();
}

TEST_F(ColumnCopy, ADecisionAboutALinkOutdatesTheLinksOnly) {
    sql("INSERT INTO banlang_decisions (role, field, said, state) VALUES ('donations', 'number', '1/2', 'live')");
    EXPECT_FALSE(state().links);
    EXPECT_TRUE(current(Role::donations));
    ASSERT_TRUE(writable().renewCopy());
    EXPECT_TRUE(state().complete());
    expectSameAsRows();
}

TEST_F(ColumnCopy, IsRenewedByImportAndUndo) {
    (void)write("in/donations.csv", "id,Mã xã,Tờ bản đồ,Số thửa,Diện tích hiến (m²),Ngày hiến\nN1,00901,1,1,\"94,1\",18/5/2022\n");
    const auto report = importSources({at("in")}, path(), {});
    ASSERT_TRUE(report);
    ASSERT_EQ(report->stored.size(), 1U);
    EXPECT_TRUE(state().complete());
    expectSameAsRows();
    ASSERT_TRUE(writable().undo({report->stored.front().id}));
    EXPECT_TRUE(state().complete());
    expectSameAsRows();
}

TEST_F(ColumnCopy, HoldsUnitsAsTheyWereSaidToBeNotAsTheyWereEnded) {
    // The index is kept by functions that bare SQLite lacks.
    sql("DROP TRIGGER rtree_villages_geom_insert");
    sql("INSERT INTO villages (code, name, commune_code, valid_from, batch) SELECT code, name, commune_code, '2022-01-01', batch "
        "FROM "
        "villages WHERE fid = 1");
    ASSERT_TRUE(writable().renewCopy());
    EXPECT_TRUE(state().complete());
    EXPECT_EQ(toIso(test::dateAt(opened().table(Role::villages), "valid_to", 0)), "2022-01-01");
    EXPECT_FALSE(test::dateAt(Store::openForReading(path())->read()->table(Role::villages), "valid_to", 0).known());
    expectSameAsRows();
}

TEST_F(ColumnCopy, IsNotWrittenWhenNothingChanged) {
    const std::string before = test::bytesOfFile(path());
    ASSERT_TRUE(writable().renewCopy());
    EXPECT_TRUE(opened().table(Role::parcels).rowCount > 0);
    EXPECT_EQ(test::bytesOfFile(path()), before);
}

TEST_F(ColumnCopy, AStoreWithoutOneOpensAndGainsOne) {
    const District with = opened();
    std::string triggers;
    {
        const auto database = detail::Database::open(path(), false);
        detail::Statement select = database->prepare("SELECT name FROM sqlite_master WHERE name GLOB 'banlang_columns_*_*te' OR "
                                                     "name GLOB 'banlang_columns_*_insert'");
        while (select.row()) triggers += fmt::format("DROP TRIGGER IF EXISTS \"{}\";", select.text(0));
    }
    sql("DROP TABLE banlang_columns; " + triggers);
    sql("DROP TABLE banlang_columns_state");
    EXPECT_THAT(test::differences(opened(), with), IsEmpty());
    ASSERT_TRUE(writable().renewCopy());
    EXPECT_TRUE(state().complete());
    expectSameAsRows();
}

TEST_F(ColumnCopy, ADamagedOneIsNotUsed) {
    const District with = opened();
    for (const char* damage :
         {"UPDATE banlang_columns SET bytes = zeroblob(length(bytes)) WHERE part = 'geometry/rings'",
          "UPDATE banlang_columns SET bytes = x'00' WHERE part = 'sheet/offsets'",
          "UPDATE banlang_columns SET packing = 77 WHERE part = 'geometry/xy'",
          "UPDATE banlang_columns SET bytes = x'7fffff7f', packing = 1 WHERE kind = 'links/parcels' AND part = 'village'",
          "UPDATE banlang_columns_state SET rows = rows + 1 WHERE kind = 'parcels'",
          "DELETE FROM banlang_columns WHERE kind = 'parcels' AND part = 'land_use/characters'"}) {
        (void)write("store.gpkg", bytes_);
        sql(damage);
        EXPECT_THAT(test::differences(opened(), with), IsEmpty()) << damage;
    }
}

} // namespace
} // namespace banlang
