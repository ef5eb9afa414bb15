// SPDX-License-Identifier: MIT
#include "core/geo/crs.h"
#include "core/geo/measure.h"
#include "core/store/gpkg/detail/sqlite.h"
#include "core/store/import.h"
#include "core/store/merge.h"
#include "core/store/store_crs.h"
#include "tests/support/files.h"
#include "tests/support/query_sql.h"
#include "tests/support/report_batches.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace banlang {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* contents =
    "SELECT DISTINCT srs_id FROM gpkg_contents WHERE data_type = 'features' UNION SELECT DISTINCT srs_id FROM "
    "gpkg_geometry_columns UNION SELECT value + 0 FROM banlang_meta WHERE key = 'epsg'";

class StoreCrs : public InFolder {
protected:
    /// A commune with a village that has a centre and with parcels; one parcel of which two reports speak.
    void SetUp() override {
        InFolder::SetUp();
        write(
            "a/xa.geojson",
            R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::9209"}},"features":[{"type":"Feature","properties":{"code":"00901","name":"Lùng Tám"},"geometry":{"type":"Polygon","coordinates":[[[450000,2530000],[451000,2530000],[451000,2531000],[450000,2531000],[450000,2530000]]]}}]})");
        write("a/thon.csv", "code,name,commune_code,x,y\n0090101,Lùng Hòa,00901,450500,2530500\n");
        parcels("a/thua.geojson", {20, 30});
        load("a", "store.gpkg");
        parcels("b/thua.geojson", {20, 31}, R"(,"reported_on":"2022-05-31")");
        load("b", "store.gpkg");
    }
    void parcels(const std::string& file, const std::vector<double>& sizesM, const std::string& more = {}) const {
        std::string features;
        int number = 1;
        for (const double size : sizesM) {
            const double x = 450'000 + 100 * number;
            features += fmt::format(
                R"({}{{"type":"Feature","properties":{{"commune_code":"00901","sheet":"1","number":"{}"{}}},"geometry":{{"type":"Polygon","coordinates":[[[{},{}],[{},{}],[{},{}],[{},{}],[{},{}]]]}}}})",
                features.empty() ? "" : ",", number, more, x, 2'530'000.0, x + size, 2'530'000.0, x + size, 2'530'000 + size, x,
                2'530'000 + size, x, 2'530'000.0);
            ++number;
        }
        write(
            file,
            fmt::format(
                R"({{"type":"FeatureCollection","crs":{{"type":"name","properties":{{"name":"urn:ogc:def:crs:EPSG::9209"}}}},"features":[{}]}})",
                features));
    }
    void load(const std::string& folder, const std::string& store, std::optional<int> epsg = {}) const {
        ImportOptions options;
        options.storeEpsg = epsg;
        options.epsg = 9209;
        const auto report = importSources({at(folder)}, at(store), options);
        ASSERT_TRUE(report) << describe(report.error(), Language::english);
        ASSERT_THAT(report->refused, IsEmpty()) << describe(report->refused.front(), Language::english);
    }
    [[nodiscard]] std::vector<std::string> lines(const std::string& store, const std::string& sql) const {
        return queryLines(at(store), sql);
    }
    [[nodiscard]] District district(const std::string& store) const { return orThrow(openDistrict(at(store))); }
    void sql(const std::string& text) const {
        const auto database = detail::Database::open(at("store.gpkg"), true);
        ASSERT_TRUE(database->run(text)) << text;
    }
};

TEST_F(StoreCrs, EverythingThatLiesSomewhereIsBroughtThere) {
    const Point before = district("store.gpkg").table(Role::parcels).geometry.point(0);
    const StoreCrsChange change = orThrow(changeStoreCrs(at("store.gpkg"), 9211));
    EXPECT_EQ(change.fromEpsg, 9209);
    EXPECT_EQ(change.toEpsg, 9211);
    EXPECT_THAT(lines("store.gpkg", contents), ElementsAre("9211"));
    const auto there = CrsTransform::between(*Crs::fromEpsg(9209), *Crs::fromEpsg(9211));
    const District after = district("store.gpkg");
    EXPECT_EQ(after.epsg, 9211);
    const Point point = after.table(Role::parcels).geometry.point(0);
    EXPECT_NEAR(point.x, there->apply(before).x, 1e-6);
    EXPECT_NEAR(point.y, there->apply(before).y, 1e-6);
    const Point centre = there->apply(Point{450'500, 2'530'500});
    EXPECT_NEAR(after.table(Role::villages).numberAt(fields::units.centreXM, 0), centre.x, 6e-4);
    EXPECT_NEAR(after.table(Role::villages).numberAt(fields::units.centreYM, 0), centre.y, 6e-4);
}

TEST_F(StoreCrs, OtherProgramsFindIndexExtentAndReferenceSystem) {
    orThrow(changeStoreCrs(at("store.gpkg"), 9211));
    // The index holds 32 bit numbers, rounded outwards.
    EXPECT_THAT(lines("store.gpkg", "SELECT count(*) FROM parcels"), ElementsAre("2"));
    EXPECT_THAT(lines("store.gpkg", "SELECT count(*) FROM rtree_parcels_geom r, gpkg_contents c WHERE c.table_name = 'parcels' AND "
                                    "r.minx BETWEEN c.min_x - 1 AND c.max_x + 1 AND r.maxy BETWEEN c.min_y - 1 AND c.max_y + 1"),
                ElementsAre("2"));
    EXPECT_THAT(lines("store.gpkg", "SELECT organization_coordsys_id, srs_name FROM gpkg_spatial_ref_sys WHERE srs_id = 9211 AND "
                                    "definition LIKE '%Vietnam_2000%'"),
                ElementsAre("9211|VN-2000 / TM-3 106-00"));
    EXPECT_THAT(lines("store.gpkg", "SELECT count(*) FROM parcels WHERE substr(hex(geom), 9, 8) = 'FB230000'"), ElementsAre("2"))
        << "9211 in every blob";
    EXPECT_THAT(lines("store.gpkg",
                      "SELECT count(*) FROM banlang_reports_parcels WHERE geom IS NOT NULL AND substr(hex(geom), 9, 8) <> "
                      "'FB230000'"),
                ElementsAre("0"));
}

TEST_F(StoreCrs, BatchesStayWhatTheyWereAndNothingIsTakenForAnEditOfAnotherProgram) {
    constexpr const char* batches = "SELECT hash, state FROM banlang_batches ORDER BY fid";
    const std::vector<std::string> before = lines("store.gpkg", batches);
    const std::vector<std::string> reports = lines("store.gpkg", "SELECT count(*) FROM banlang_reports_parcels");
    orThrow(changeStoreCrs(at("store.gpkg"), 9211));
    EXPECT_EQ(lines("store.gpkg", batches), before);
    load("b", "store.gpkg");
    write("c/cong_trinh.csv",
          "Mã công trình,Tên,Mã tuyến,Mã xã,Loại việc,Đã làm %,Ngày báo cáo\nCT1,A,ĐX.01,00901,upgrade,80,30/4/2022\n");
    load("c", "store.gpkg");
    EXPECT_THAT(lines("store.gpkg", "SELECT count(*) FROM banlang_batches WHERE hash LIKE 'hand-%'"), ElementsAre("0"));
    EXPECT_EQ(lines("store.gpkg", "SELECT count(*) FROM banlang_reports_parcels"), reports);
}

TEST_F(StoreCrs, WhatAnotherProgramMovedBeforeIsToldAsItsOwn) {
    sql("UPDATE parcels SET land_use = 'LUC' WHERE number = '2'");
    orThrow(changeStoreCrs(at("store.gpkg"), 9211));
    EXPECT_THAT(lines("store.gpkg", "SELECT count(*) FROM banlang_batches WHERE hash LIKE 'hand-%'"), ElementsAre("1"));
    EXPECT_THAT(lines("store.gpkg", "SELECT land_use FROM parcels WHERE number = '2'"), ElementsAre("LUC"));
}

TEST_F(StoreCrs, ThereAndBackIsTheSame) {
    const District before = district("store.gpkg");
    for (const int epsg : {9211, 32648, 9209}) orThrow(changeStoreCrs(at("store.gpkg"), epsg));
    const District after = district("store.gpkg");
    EXPECT_NEAR(after.table(Role::villages).numberAt(fields::units.centreXM, 0), 450'500, 1.1e-3);
    const std::vector<double>& xy = after.table(Role::parcels).geometry.xy;
    ASSERT_EQ(xy.size(), before.table(Role::parcels).geometry.xy.size());
    for (std::size_t i = 0; i < xy.size(); ++i) EXPECT_NEAR(xy[i], before.table(Role::parcels).geometry.xy[i], 5e-3);
}

TEST_F(StoreCrs, DegreesAndAGridThatDoesNotReachThereLeaveItAsItWas) {
    const std::string before = bytesOfFile(at("store.gpkg"));
    for (const auto& [epsg, code] :
         {std::pair{4326, "store-crs-not-projected"}, std::pair{32632, "store-crs-unfit"}, std::pair{999'999, "crs-unknown"}}) {
        const auto change = changeStoreCrs(at("store.gpkg"), epsg);
        ASSERT_FALSE(change) << epsg;
        EXPECT_EQ(change.error().code, code);
    }
    EXPECT_THAT(lines("store.gpkg", contents), ElementsAre("9209"));
    EXPECT_EQ(bytesOfFile(at("store.gpkg")), before);
}

TEST_F(StoreCrs, AStoreOfAnotherCrsIsMergedIntoThatOfTheFirst) {
    parcels("d/thua_moi.geojson", {40, 50, 60});
    load("d", "other.gpkg", 9211);
    ASSERT_THAT(lines("other.gpkg", contents), ElementsAre("9211"));
    orThrow(mergeStore(at("other.gpkg"), at("store.gpkg")));
    EXPECT_THAT(lines("store.gpkg", contents), ElementsAre("9209"));
    const District merged = district("store.gpkg");
    const FeatureTable& table = merged.table(Role::parcels);
    ASSERT_EQ(table.rowCount, 3U);
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        if (table.textAt(fields::parcels.number, row) != "3") continue;
        EXPECT_NEAR(table.geometry.boxes[row].minX, 450'300, 1e-3) << "beside the others";
        EXPECT_NEAR(areaM2(table.geometry, row), 3'600, 0.01);
    }
}

TEST_F(StoreCrs, OneReadingOfOneFileIsOneBatchInStoresOfTwoCrs) {
    load("a", "other.gpkg", 9211);
    const auto there = CrsTransform::between(*Crs::fromEpsg(9209), *Crs::fromEpsg(9211));
    EXPECT_NEAR(district("other.gpkg").table(Role::villages).numberAt(fields::units.centreXM, 0),
                there->apply(Point{450'500, 2'530'500}).x, 1e-3);
    const auto before = lines("store.gpkg", "SELECT hash FROM banlang_batches ORDER BY hash");
    const MergeReport report = orThrow(mergeStore(at("other.gpkg"), at("store.gpkg")));
    EXPECT_THAT(report.batches, IsEmpty());
    EXPECT_EQ(report.conflicts, 0U);
    EXPECT_EQ(lines("store.gpkg", "SELECT hash FROM banlang_batches ORDER BY hash"), before);
}

} // namespace
} // namespace banlang
