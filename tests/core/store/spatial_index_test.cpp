// SPDX-License-Identifier: MIT
#include "core/store/gpkg/detail/spatial_index.h"
#include "tests/support/files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace banlang::detail {
namespace {

class SpatialIndex : public test::InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        makeEmptyIndex();
    }
    void makeEmptyIndex() const {
        sqlite3* database = nullptr;
        ASSERT_EQ(sqlite3_open(path().c_str(), &database), SQLITE_OK);
        ASSERT_EQ(sqlite3_exec(database, "CREATE VIRTUAL TABLE rtree_parcels_geom USING rtree(id, minx, maxx, miny, maxy)", nullptr,
                               nullptr, nullptr),
                  SQLITE_OK);
        sqlite3_close(database);
    }
    [[nodiscard]] std::string path() const { return at("kho.gpkg"); }
    void addAll(std::span<const IndexEntry> entries) const {
        const auto database = Database::open(path(), true);
        ASSERT_TRUE(database) << describe(database.error(), Language::english);
        ASSERT_TRUE(database->run("BEGIN"));
        const auto added = addToSpatialIndex(*database, "parcels", entries);
        ASSERT_TRUE(added) << describe(added.error(), Language::english);
        ASSERT_TRUE(database->run("COMMIT"));
    }
    /// Rows whose box in the index meets this one, by a connection that did not write them.
    [[nodiscard]] std::vector<std::int64_t> found(const Box& box) const {
        const auto database = Database::open(path(), false);
        Statement select = database->prepare(
            "SELECT id FROM rtree_parcels_geom WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ? ORDER BY id");
        select.bind(1, box.minX);
        select.bind(2, box.maxX);
        select.bind(3, box.minY);
        select.bind(4, box.maxY);
        std::vector<std::int64_t> ids;
        while (select.row()) ids.push_back(select.integer(0));
        return ids;
    }
    [[nodiscard]] std::string check() const {
        const auto database = Database::open(path(), false);
        Statement select = database->prepare("SELECT rtreecheck('rtree_parcels_geom')");
        return select.row() ? std::string(select.text(0)) : "no answer";
    }
    /// SQLite rounds bounds to 32 bits: at these coordinates to a quarter of a metre at most.
    void expectAgreement(const std::vector<IndexEntry>& entries, std::uint32_t seed) const {
        std::mt19937 draw(seed);
        std::uniform_real_distribution<double> metres(0, 20'000);
        for (int round = 0; round < 60; ++round) {
            const Point from{430'000 + metres(draw), 2'530'000 + metres(draw)};
            const Box asked{from.x, from.y, from.x + metres(draw) / 10, from.y + metres(draw) / 10};
            const std::vector<std::int64_t> ids = found(asked);
            for (const IndexEntry& entry : entries) {
                const bool listed = std::binary_search(ids.begin(), ids.end(), entry.fid);
                if (entry.box.intersects(asked)) {
                    ASSERT_TRUE(listed) << entry.fid << " was lost";
                } else if (!entry.box.intersects(asked.widenedBy(0.5))) {
                    ASSERT_FALSE(listed) << entry.fid << " lies elsewhere";
                }
            }
        }
    }
    /// Boxes of parcels over 20 km; `first` is the number of the first row.
    static std::vector<IndexEntry> parcels(std::size_t count, std::int64_t first, std::uint32_t seed) {
        std::mt19937 draw(seed);
        std::uniform_real_distribution<double> metres(0, 20'000);
        std::vector<IndexEntry> entries;
        for (std::size_t i = 0; i < count; ++i) {
            const Point from{430'000 + metres(draw), 2'530'000 + metres(draw)};
            entries.push_back(
                {first + static_cast<std::int64_t>(i), {from.x, from.y, from.x + metres(draw) / 500, from.y + metres(draw) / 500}});
        }
        std::sort(entries.begin(), entries.end(), [](const IndexEntry& a, const IndexEntry& b) { return a.box.minX < b.box.minX; });
        return entries;
    }
};

TEST_F(SpatialIndex, NothingAddedLeavesItEmpty) {
    addAll({});
    EXPECT_TRUE(found({0, 0, 1e7, 1e7}).empty());
    EXPECT_EQ(check(), "ok");
}

TEST_F(SpatialIndex, AFewRowsAreFound) {
    const std::vector<IndexEntry> entries = parcels(40, 1, 1);
    addAll(entries);
    EXPECT_EQ(check(), "ok");
    EXPECT_EQ(found({0, 0, 1e7, 1e7}).size(), 40U);
    expectAgreement(entries, 2);
}

TEST_F(SpatialIndex, ATreeThatIsBuiltAtOnceIsOneOfSqlite) {
    for (const std::size_t count : {std::size_t{1'000}, std::size_t{1'001}, std::size_t{12'345}}) {
        InFolder::SetUp();
        makeEmptyIndex();
        const std::vector<IndexEntry> entries = parcels(count, 1'000'000'000'000, 3);
        addAll(entries);
        EXPECT_EQ(check(), "ok") << count;
        EXPECT_EQ(found({0, 0, 1e7, 1e7}).size(), count);
        expectAgreement(entries, 4);
    }
}

TEST_F(SpatialIndex, RoundingNeverCutsABox) {
    const std::vector<IndexEntry> entries = parcels(2'000, 1, 10);
    addAll(entries);
    const auto database = Database::open(path(), false);
    Statement select =
        database->prepare("SELECT 1 FROM rtree_parcels_geom WHERE id = ? AND minx <= ? AND maxx >= ? AND miny <= ? AND maxy >= ?");
    for (const IndexEntry& entry : entries) {
        select.bind(1, entry.fid);
        select.bind(2, entry.box.minX);
        select.bind(3, entry.box.maxX);
        select.bind(4, entry.box.minY);
        select.bind(5, entry.box.maxY);
        ASSERT_TRUE(select.row()) << entry.fid;
        ASSERT_TRUE(select.done());
    }
}

TEST_F(SpatialIndex, RowsThatComeLaterJoinIt) {
    std::vector<IndexEntry> entries = parcels(3'000, 1, 5);
    addAll(entries);
    const std::vector<IndexEntry> more = parcels(1'500, 10'001, 6);
    addAll(more);
    entries.insert(entries.end(), more.begin(), more.end());
    EXPECT_EQ(check(), "ok");
    EXPECT_EQ(found({0, 0, 1e7, 1e7}).size(), 4'500U);
    expectAgreement(entries, 7);
}

TEST_F(SpatialIndex, SqliteCanTakeRowsOutOfATreeThatWasBuiltAtOnce) {
    std::vector<IndexEntry> entries = parcels(3'000, 1, 8);
    addAll(entries);
    {
        const auto database = Database::open(path(), true);
        ASSERT_TRUE(database->run("DELETE FROM rtree_parcels_geom WHERE id % 2 = 0"));
    }
    std::erase_if(entries, [](const IndexEntry& entry) { return entry.fid % 2 == 0; });
    EXPECT_EQ(check(), "ok");
    EXPECT_EQ(found({0, 0, 1e7, 1e7}).size(), 1'500U);
    expectAgreement(entries, 9);
}

TEST_F(SpatialIndex, AnIndexThatIsNotThereIsAnError) {
    const auto database = Database::open(path(), true);
    ASSERT_TRUE(database);
    EXPECT_FALSE(addToSpatialIndex(*database, "roads", parcels(3, 1, 1)));
    EXPECT_FALSE(addToSpatialIndex(*database, "roads", parcels(2'000, 1, 1)));
}

} // namespace
} // namespace banlang::detail
