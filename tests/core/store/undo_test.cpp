// SPDX-License-Identifier: MIT
#include "core/geo/wkb.h"
#include "core/store/gpkg/detail/sqlite.h"
#include "core/store/import.h"
#include "core/store/merge.h"
#include "tests/support/columns.h"
#include "tests/support/files.h"
#include "tests/support/tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace banlang {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::IsEmpty;

std::string square(double x, double y, double size) {
    return fmt::format(R"({{"type":"Polygon","coordinates":[[[{0},{1}],[{2},{1}],[{2},{3}],[{0},{3}],[{0},{1}]]]}})", x, y,
                       x + size, y + size);
}

std::string feature(const std::string& properties, const std::string& geometry) {
    return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":)" + geometry + "}";
}

std::string features(const Texts& all) {
    return fmt::format(
        R"({{"type":"FeatureCollection","crs":{{"type":"name","properties":{{"name":"urn:ogc:def:crs:EPSG::9209"}}}},"features":[{}]}})",
        fmt::join(all, ","));
}

std::string parcel(int number, double size) {
    return feature(fmt::format(R"("commune_code":"00901","sheet":"1","number":"{}","land_use":"LUC")", number),
                   square(450'000 + 100 * number, 2'530'010, size));
}

class Batches : public InFolder {
protected:
    [[nodiscard]] std::string storePath() const { return at("store.gpkg"); }

    void writeUnits() const {
        write("in/communes.geojson", features({feature(R"("code":"00901","name":"Lùng Tám")", square(450'000, 2'530'000, 1'000))}));
        write("in/villages.geojson", features({feature(R"("code":"V1","name":"Thôn Hợp Tiến","commune_code":"00901")",
                                                       square(450'000, 2'530'000, 1'000))}));
    }
    void writeParcels(const std::vector<int>& numbers, double size = 20) const {
        Texts parcels;
        for (const int number : numbers) parcels.push_back(parcel(number, size));
        write("in/parcels.geojson", features(parcels));
    }
    void writeDistrict() const {
        writeUnits();
        writeParcels({1, 2, 3});
        write("in/donations.csv", "id,Mã xã,Tờ bản đồ,Số thửa,Diện tích hiến (m²),Ngày hiến\nH1,00901,1,1,\"94,1\",18/5/2022\n");
    }
    [[nodiscard]] ImportReport load(const ImportOptions& options = {}) const {
        auto report = importSources({at("in")}, storePath(), options);
        if (!report) throw std::runtime_error(describe(report.error(), Language::english));
        return std::move(*report);
    }
    [[nodiscard]] Store opened() const { return std::move(*Store::openForWriting(storePath())); }
    [[nodiscard]] FeatureTable rows(Role role) const { return std::move(opened().read()->table(role)); }
    [[nodiscard]] std::vector<StoredBatch> batches() const { return *opened().batches(); }
    [[nodiscard]] StoredBatch liveBatch(Role role) const {
        for (const StoredBatch& batch : batches()) {
            if (batch.role == role && batch.state == BatchState::live) return batch;
        }
        throw std::logic_error("no live batch of this role");
    }
    [[nodiscard]] StoredBatch lastBatch(Role role) const {
        StoredBatch last;
        for (const StoredBatch& batch : batches()) {
            if (batch.role == role && batch.state == BatchState::live) last = batch;
        }
        return last;
    }
    [[nodiscard]] std::int64_t number(const std::string& sql) const {
        const auto database = detail::Database::open(storePath(), false);
        detail::Statement select = database->prepare(sql);
        return select.row() ? select.integer(0) : -1;
    }
    /// Rows, index and count of a table have to agree after every change.
    void expectSound(const std::string& table, std::int64_t count) const {
        EXPECT_EQ(number("SELECT count(*) FROM " + table), count);
        EXPECT_EQ(number("SELECT count(*) FROM rtree_" + table + "_geom"), count);
        EXPECT_EQ(number("SELECT count(*) FROM " + table + " JOIN rtree_" + table + "_geom ON fid = id"), count);
        EXPECT_EQ(number("SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = '" + table + "'"), count);
    }
    static Texts told(const FeatureTable& rows) {
        Texts texts;
        for (std::size_t row = 0; row < rows.rowCount; ++row) {
            std::string text;
            for (const Column& column : rows.columns) text += column.valueText(row) + "|";
            texts.push_back(text + (rows.geometry.kind == GeometryKind::none ? "" : toWkt(rows.geometry, row)));
        }
        return texts;
    }
};

TEST_F(Batches, OneIsTakenBackAndTheOthersStay) {
    writeDistrict();
    (void)load();
    const StoredBatch donations = liveBatch(Role::donations);
    const auto undone = opened().undo({donations.id});
    ASSERT_TRUE(undone);
    ASSERT_EQ(undone->size(), 1U);
    EXPECT_EQ(undone->front().id, donations.id);
    EXPECT_EQ(undone->front().state, BatchState::undone);
    EXPECT_EQ(rows(Role::donations).rowCount, 0U);
    EXPECT_EQ(rows(Role::parcels).rowCount, 3U);
    EXPECT_EQ(number("SELECT count(*) FROM banlang_reports_land_donations"), 1);
    EXPECT_EQ(number("SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = 'land_donations'"), 0);
}

TEST_F(Batches, AllOfAnImportAreTakenBackTogether) {
    writeUnits();
    (void)load();
    writeDistrict();
    const ImportReport second = load();
    ASSERT_EQ(second.stored.size(), 2U);
    std::vector<std::int64_t> ids;
    for (const StoredBatch& batch : batches()) {
        if (batch.importId == second.stored.front().importId) ids.push_back(batch.id);
    }
    ASSERT_EQ(ids.size(), 2U);
    ASSERT_TRUE(opened().undo(ids));
    EXPECT_EQ(rows(Role::parcels).rowCount, 0U);
    EXPECT_EQ(rows(Role::donations).rowCount, 0U);
    EXPECT_EQ(rows(Role::communes).rowCount, 1U);
    expectSound("parcels", 0);
    expectSound("communes", 1);
}

TEST_F(Batches, WhatIsNotLiveIsNotTakenBackAgainAndNothingElseIs) {
    writeDistrict();
    (void)load();
    const StoredBatch parcels = liveBatch(Role::parcels);
    const StoredBatch donations = liveBatch(Role::donations);
    ASSERT_TRUE(opened().undo({parcels.id}));
    for (const std::int64_t gone : {parcels.id, std::int64_t{99}}) {
        const auto again = opened().undo({donations.id, gone});
        ASSERT_FALSE(again);
        EXPECT_EQ(again.error().code, "batch-not-live");
        EXPECT_EQ(again.error().kind, ErrorKind::usage);
        EXPECT_EQ(liveBatch(Role::donations).id, donations.id);
    }
}

TEST_F(Batches, ABatchNamedTwiceIsTakenBackOnce) {
    writeDistrict();
    (void)load();
    const StoredBatch parcels = liveBatch(Role::parcels);
    const auto undone = opened().undo({parcels.id, parcels.id});
    ASSERT_TRUE(undone);
    EXPECT_EQ(undone->size(), 1U);
    EXPECT_EQ(number("SELECT count(*) FROM banlang_reports_parcels"), 3);
    expectSound("parcels", 0);
}

TEST_F(Batches, WhatWasTakenBackCanBeImportedAgain) {
    writeDistrict();
    (void)load();
    const Texts before = told(rows(Role::parcels));
    ASSERT_TRUE(opened().undo({liveBatch(Role::parcels).id}));
    const ImportReport again = load();
    ASSERT_EQ(again.stored.size(), 1U);
    EXPECT_EQ(told(rows(Role::parcels)), before);
    expectSound("parcels", 3);
}

TEST_F(Batches, WhatWasTakenBackIsBroughtBackWithoutItsFile) {
    writeDistrict();
    (void)load();
    const StoredBatch parcels = liveBatch(Role::parcels);
    Store store = opened();
    ASSERT_TRUE(store.undo({parcels.id}));
    EXPECT_EQ(rows(Role::parcels).rowCount, 0U);
    const auto redone = store.redo({parcels.id});
    ASSERT_TRUE(redone) << describe(redone.error(), Language::english);
    EXPECT_EQ(redone->front().state, BatchState::live);
    EXPECT_EQ(rows(Role::parcels).rowCount, 3U);
    const auto again = store.redo({parcels.id});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "batch-not-undone");
}

/// With what lies in free pages and side files.
bool holds(const std::string& path, std::string_view word) {
    return bytesOfFile(path).find(word) != std::string::npos;
}

TEST_F(Batches, WhatWasPurgedIsInNoByteOfTheFileAndComesWithItsFileAlone) {
    writeUnits();
    write("in/donations.csv", "id,commune_code,head_name,declared_area_m2,donated_on\nH1,00901,Vàng Thị Xuyến,94.1,2022-05-18\n"
                              "H2,00901,Vàng Thị Xuyến,-5,2022-05-18\n");
    (void)load();
    const StoredBatch donations = liveBatch(Role::donations);
    ASSERT_TRUE(holds(storePath(), "Xuyến"));
    std::filesystem::copy_file(storePath(), at("before.gpkg"));
    {
        Store store = opened();
        EXPECT_FALSE(store.purge({donations.id})) << "it counts";
        ASSERT_TRUE(store.undo({donations.id}));
        EXPECT_TRUE(holds(storePath(), "Xuyến")) << "it can be brought back";
        const auto purged = store.purge({donations.id});
        ASSERT_TRUE(purged) << describe(purged.error(), Language::english);
        EXPECT_FALSE(store.redo({donations.id}));
    }
    EXPECT_FALSE(holds(storePath(), "Xuyến"));
    EXPECT_FALSE(holds(storePath(), "donations.csv"));
    ASSERT_TRUE(mergeStore(at("before.gpkg"), storePath()));
    EXPECT_FALSE(holds(storePath(), "Xuyến")) << "a merge does not bring it";
    ASSERT_TRUE(mergeStore(storePath(), at("before.gpkg")));
    EXPECT_EQ(openDistrict(at("before.gpkg")).value().table(Role::donations).rowCount, 0U) << "and takes it away elsewhere";
    (void)load();
    EXPECT_EQ(rows(Role::donations).rowCount, 2U) << "who imports the file again wants it";
    EXPECT_EQ(batches().size(), 3U);
}

TEST_F(Batches, ACorrectedFileCorrectsWhatItBrought) {
    writeDistrict();
    (void)load();
    const StoredBatch old = liveBatch(Role::parcels);
    writeParcels({1, 2}, 30);
    const ImportReport report = load();
    ASSERT_EQ(report.stored.size(), 1U);
    const FeatureTable parcels = rows(Role::parcels);
    ASSERT_EQ(parcels.rowCount, 3U) << "the parcel that it no longer names stays";
    for (std::size_t row = 0; row < parcels.rowCount; ++row)
        EXPECT_EQ(parcels.geometry.boxes[row].width(), test::textAt(parcels, "number", row) == "3" ? 20 : 30) << row;
    EXPECT_EQ(report.batches.back().counts.corrected, 2U);
    EXPECT_EQ(report.batches.back().counts.noLongerNamed, 1U);
    for (const StoredBatch& batch : batches()) EXPECT_EQ(batch.state, BatchState::live) << "what it said of the third parcel holds";
    expectSound("parcels", 3);
}

TEST_F(Batches, WhatWasCorrectedComesBackWithTheSameRows) {
    writeDistrict();
    (void)load();
    const StoredBatch old = liveBatch(Role::parcels);
    const Texts first = told(rows(Role::parcels));
    writeParcels({1, 2}, 30);
    (void)load();
    const Texts second = told(rows(Role::parcels));
    writeParcels({2, 7}, 40);
    (void)load();
    expectSound("parcels", 4);
    ASSERT_TRUE(opened().undo({lastBatch(Role::parcels).id}));
    EXPECT_EQ(told(rows(Role::parcels)), second);
    expectSound("parcels", 3);
    ASSERT_TRUE(opened().undo({lastBatch(Role::parcels).id}));
    EXPECT_EQ(told(rows(Role::parcels)), first);
    EXPECT_EQ(lastBatch(Role::parcels).id, old.id);
    expectSound("parcels", 3);
}

TEST_F(Batches, TheSameContentUnderAnotherNameChangesNothing) {
    writeDistrict();
    (void)load();
    const std::string before = bytesOfFile(storePath());
    std::filesystem::rename(at("in/donations.csv"), at("in/renamed.csv"));
    std::filesystem::create_directories(at("other"));
    std::filesystem::rename(at("in/renamed.csv"), at("other/donations.csv"));
    const auto report = importSources({at("other")}, storePath(), {});
    ASSERT_TRUE(report);
    ASSERT_EQ(report->batches.size(), 1U);
    EXPECT_EQ(report->batches[0].problems.at(0).rule, "already-imported");
    EXPECT_EQ(bytesOfFile(storePath()), before);
}

TEST_F(Batches, ARefusedCorrectionKeepsTheOldRows) {
    writeDistrict();
    (void)load();
    const Texts before = told(rows(Role::parcels));
    write("in/parcels.geojson",
          R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"osm_id":"1","highway":"track"},)"
          R"("geometry":{"type":"LineString","coordinates":[[105,23],[105.1,23.1]]}}]})");
    ImportOptions options;
    options.profiles = {{"parcels.geojson", "", {}}};
    options.profiles[0].profile.role = Role::parcels;
    write("in/more.csv", "id,Mã xã,Tờ bản đồ,Số thửa,Diện tích hiến (m²),Ngày hiến\nH9,00901,1,3,40,18/5/2022\n");
    const ImportReport report = load(options);
    ASSERT_EQ(report.refused.size(), 1U);
    EXPECT_EQ(report.refused[0].code, "wrong-role");
    EXPECT_EQ(told(rows(Role::parcels)), before);
    EXPECT_EQ(liveBatch(Role::parcels).rowsLoaded, 3U);
}

TEST_F(Batches, WhatARefusedCorrectionLeavesIsStillKnownToOtherFiles) {
    writeDistrict();
    (void)load();
    write("in/villages.geojson", features({feature(R"("a":"1","b":"2")", square(450'000, 2'530'000, 1'000))}));
    write("in/households.csv", "Mã hộ,Mã thôn,Chủ hộ\nHO1,V1,Lý Thị Dợ\n");
    ImportOptions options;
    options.profiles = {{"villages.geojson", "", {}}, {"households.csv", "", {}}};
    for (ImportProfileEntry& entry : options.profiles)
        entry.profile.role = entry.file == "households.csv" ? Role::households : Role::villages;
    const ImportReport report = load(options);
    ASSERT_EQ(report.refused.size(), 1U);
    EXPECT_EQ(report.refused[0].code, "missing-column");
    ASSERT_EQ(report.stored.size(), 1U);
    EXPECT_EQ(report.stored[0].role, Role::households);
    for (const CheckedBatch& batch : report.batches) {
        for (const RowProblem& problem : batch.problems) EXPECT_NE(problem.rule, "unknown-village");
    }
}

TEST_F(Batches, ACorrectionThatIsNoTableAnyMoreLeavesItsRowsKnownToo) {
    writeUnits();
    write("in/households.csv", "Mã hộ,Mã thôn,Chủ hộ\nHO1,V1,Lý Thị Dợ\n");
    (void)load();
    write("in/households.csv", "\n\n");
    write("in/more/danh sach ho.csv", "Mã hộ,Mã thôn,Chủ hộ\nHO1,V1,Sùng Mí Lử\nHO2,V1,Giàng Mí Sùng\n");
    const ImportReport report = load();
    ASSERT_EQ(report.stored.size(), 1U);
    EXPECT_EQ(report.stored[0].rowsRejected, 0U);
    EXPECT_EQ(told(rows(Role::households)).size(), 2U) << "the first of them is the one that is there";
}

TEST_F(Batches, DecisionsAreRememberedForTheirSource) {
    const std::string header = "Mã hộ,Mã thôn,X,Y\n";
    write("in/ho.csv", header + "HO1,V1,451000,2531000\nHO2,V1,452000,2532000\n");
    const ImportReport asked = load();
    EXPECT_THAT(asked.stored, IsEmpty());
    ASSERT_EQ(asked.questions.size(), 1U);
    EXPECT_EQ(asked.questions[0].kind, "crs");
    EXPECT_FALSE(std::filesystem::exists(storePath()));
    ImportOptions options;
    options.profiles = {{"ho.csv", "", {}}};
    options.profiles[0].profile.epsg = 9209;
    EXPECT_EQ(load(options).stored.size(), 1U);
    const auto remembered = opened().rememberedProfiles();
    ASSERT_TRUE(remembered);
    ASSERT_EQ(remembered->size(), 1U);
    EXPECT_EQ(remembered->front().file, "ho.csv");
    EXPECT_EQ(remembered->front().profile.epsg, 9209);

    write("in/ho.csv", header + "HO1,V1,451500,2531000\n");
    const ImportReport corrected = load();
    EXPECT_THAT(corrected.questions, IsEmpty());
    ASSERT_EQ(corrected.stored.size(), 1U);
    EXPECT_EQ(rows(Role::households).geometry.point(0), (Point{451'500, 2'531'000}));
    ASSERT_EQ(opened().rememberedProfiles()->size(), 1U);

    write("in/ho khac.csv", header + "HO7,V1,451000,2531000\n");
    const ImportReport other = load();
    ASSERT_EQ(other.questions.size(), 1U);
    EXPECT_THAT(other.questions[0].layers, ElementsAre(testing::Pair(at("in/ho khac.csv"), "ho khac")));
}

CheckedBatch communesBatch(const Texts& codes) {
    CheckedBatch batch;
    batch.file = "communes.shp";
    batch.layer = "communes";
    batch.role = Role::communes;
    batch.rows = rowsOf(Role::communes, {textColumn("code", codes), textColumn("name", codes)});
    for (std::size_t row = 0; row < codes.size(); ++row)
        appendWkt(batch.rows.geometry, "POLYGON((450000 2530000,450100 2530000,450100 2530100,450000 2530100,450000 2530000))");
    return batch;
}

TEST_F(Batches, RowsAndTerrainAreWrittenInOneTransaction) {
    auto store = Store::create(storePath(), 9209);
    ASSERT_TRUE(store);
    std::vector<CheckedBatch> one{communesBatch({"00901"})};
    ASSERT_TRUE(store->append(one, "first heights"));
    EXPECT_EQ(store->read()->terrainTiff, "first heights");
    std::stop_source stop;
    stop.request_stop();
    std::vector<CheckedBatch> two{communesBatch({"00904", "00907"})};
    const auto stopped = store->append(two, "second heights", false, {.report = {}, .stop = stop.get_token()});
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().kind, ErrorKind::interrupted);
    EXPECT_EQ(store->read()->terrainTiff, "first heights");
    EXPECT_EQ(store->batches()->size(), 1U);
    expectSound("communes", 1);
    two = {communesBatch({"00904", "00907"})};
    ASSERT_TRUE(store->append(two, "second heights"));
    EXPECT_EQ(store->read()->terrainTiff, "second heights");
    EXPECT_EQ(number("SELECT count(*) FROM banlang_rasters"), 1);
    expectSound("communes", 3);
}

TEST_F(Batches, ABatchThatCannotBeBroughtBackIsLeftInPeace) {
    writeDistrict();
    (void)load();
    writeParcels({1, 2}, 30);
    (void)load();
    std::stop_source stop;
    stop.request_stop();
    const auto undone = opened().undo({lastBatch(Role::parcels).id}, {.report = {}, .stop = stop.get_token()});
    ASSERT_FALSE(undone);
    EXPECT_EQ(rows(Role::parcels).rowCount, 3U);
    EXPECT_EQ(lastBatch(Role::parcels).rowsRead, 2U) << "the correction is still the one that counts";
    expectSound("parcels", 3);
}

/// Takes a store back to what the first version of its schema was.
void makeVersionOne(const std::string& path) {
    const auto database = detail::Database::open(path, true);
    ASSERT_TRUE(database);
    for (const char* sql : {"ALTER TABLE banlang_batches DROP COLUMN plan", "ALTER TABLE banlang_batches DROP COLUMN state",
                            "ALTER TABLE banlang_batches DROP COLUMN import", "ALTER TABLE banlang_batches DROP COLUMN replaced_by",
                            "DROP TABLE banlang_plans", "DELETE FROM gpkg_contents WHERE table_name = 'banlang_plans'",
                            "DELETE FROM gpkg_ogr_contents WHERE table_name = 'banlang_plans'",
                            "UPDATE banlang_meta SET value = '1' WHERE key = 'schema_version'"})
        ASSERT_TRUE(database->run(sql)) << sql << ": " << database->error().message.en;
}

TEST_F(Batches, AStoreOfTheFirstVersionIsBroughtUpToDate) {
    writeDistrict();
    (void)load();
    const Texts before = told(rows(Role::parcels));
    makeVersionOne(storePath());
    ASSERT_TRUE(Store::openForReading(storePath()));
    EXPECT_EQ(number("SELECT value FROM banlang_meta WHERE key = 'schema_version'"), 4);
    EXPECT_EQ(told(rows(Role::parcels)), before);
    for (const StoredBatch& batch : batches()) {
        EXPECT_EQ(batch.state, BatchState::live);
        EXPECT_EQ(batch.importId, 1);
        EXPECT_EQ(batch.replacedBy, 0);
    }
    EXPECT_TRUE(opened().rememberedProfiles()->empty());
    writeParcels({1, 2}, 30);
    EXPECT_EQ(load().stored.size(), 1U);
    EXPECT_EQ(lastBatch(Role::parcels).importId, 2);
    ASSERT_TRUE(opened().undo({lastBatch(Role::parcels).id}));
    EXPECT_EQ(told(rows(Role::parcels)), before);
    expectSound("parcels", 3);
}

} // namespace
} // namespace banlang
