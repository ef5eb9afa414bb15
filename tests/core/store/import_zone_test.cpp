// SPDX-License-Identifier: MIT
// The zone of a new store follows from what is read; lengths are held against geodesic ones (geod of PROJ).
#include "core/geo/measure.h"
#include "core/store/import.h"
#include "tests/support/files.h"
#include "tests/support/query_sql.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>

#include <cmath>

namespace banlang {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Commune {
    std::string code;
    std::string name;
};

std::string collection(const std::string& features, int epsg = 4326) {
    return fmt::format(
        R"({{"type":"FeatureCollection","crs":{{"type":"name","properties":{{"name":"urn:ogc:def:crs:EPSG::{}"}}}},"features":[{}]}})",
        epsg, features);
}

class ImportZone : public test::InFolder {
protected:
    /// A road of two points.
    std::string road(double fromLat, double fromLon, double toLat, double toLon) const {
        return write(
            "in/duong.geojson",
            collection(fmt::format(
                R"({{"type":"Feature","properties":{{"id":"1","name":"ĐX.01","class":"xã"}},"geometry":{{"type":"LineString","coordinates":[[{},{}],[{},{}]]}}}})",
                fromLon, fromLat, toLon, toLat)));
    }
    /// Squares in degrees, one beside the other to the north.
    std::string communes(const std::vector<Commune>& units, double lat, double lon) const {
        std::string features;
        for (const Commune& unit : units) {
            features += fmt::format(
                R"({0}{{"type":"Feature","properties":{{"code":"{1}","name":"{2}"}},"geometry":{{"type":"Polygon","coordinates":[[[{3},{4}],[{5},{4}],[{5},{6}],[{3},{6}],[{3},{4}]]]}}}})",
                features.empty() ? "" : ",", unit.code, unit.name, lon, lat, lon + 0.1, lat + 0.1);
            lat += 0.1;
        }
        return write("in/xa.geojson", collection(features));
    }
    /// Points of households in a zone.
    std::string households(const std::string& name, int epsg, double x, double y) const {
        return write(
            name,
            collection(
                fmt::format(
                    R"({{"type":"Feature","properties":{{"id":"1","head_name":"A","village_code":"0090101"}},"geometry":{{"type":"Point","coordinates":[{},{}]}}}})",
                    x, y),
                epsg));
    }
    ImportReport load(const ImportOptions& options = {}) const {
        auto report = importSources({at("in")}, at("store.gpkg"), options);
        if (!report) throw std::runtime_error(describe(report.error(), Language::english));
        return std::move(*report);
    }
    [[nodiscard]] double roadLengthM() const {
        const District district = openDistrict(at("store.gpkg")).value();
        return lengthM(district.table(Role::roads).geometry, 0);
    }
    [[nodiscard]] std::vector<std::string> storedCrs() const {
        return test::queryLines(at("store.gpkg"),
                                "SELECT DISTINCT srs_id FROM gpkg_contents WHERE data_type = 'features' UNION SELECT "
                                "DISTINCT srs_id FROM gpkg_geometry_columns UNION SELECT CAST(value AS INTEGER) FROM "
                                "banlang_meta WHERE key = 'epsg'");
    }
    static std::vector<std::string> zoneOptions(const ImportReport& report) {
        std::vector<std::string> values;
        for (const Question& question : report.questions) {
            if (question.kind != "store-crs") continue;
            EXPECT_FALSE(question.blocking);
            for (const Question::Option& option : question.options) values.push_back(option.value);
        }
        return values;
    }
};

TEST_F(ImportZone, CommunesOfAProvinceWithOneMeridianDecide) {
    communes({{"22333", "Bắc Nha Trang"}, {"22402", "Nam Nha Trang"}}, 12.2, 109.0);
    road(12.25, 109.05, 12.30, 109.10);
    const ImportReport report = load();
    EXPECT_EQ(report.storeEpsg, 9217);
    EXPECT_EQ(report.zoneBasis, ZoneBasis::units);
    EXPECT_THAT(zoneOptions(report), IsEmpty());
    EXPECT_THAT(storedCrs(), ElementsAre("9217"));
    EXPECT_NEAR(roadLengthM() / 7757.780, 1, 1e-4);
}

TEST_F(ImportZone, AProvinceWithTwoMeridiansIsAskedAboutFromTheNearest) {
    communes({{"32002", "An Xuyên"}, {"32014", "Lý Văn Lâm"}}, 9.05, 104.8);
    road(9.10, 104.80, 9.20, 104.90);
    const ImportReport report = load();
    EXPECT_THAT(zoneOptions(report), ElementsAre("EPSG:5897", "EPSG:9207"));
    EXPECT_EQ(report.zoneBasis, ZoneBasis::open);
    EXPECT_NEAR(roadLengthM() / 15592.816, 1, 1e-4);
}

TEST_F(ImportZone, WhatItsOwnFilesAreDrawnInDecides) {
    communes({{"32002", "An Xuyên"}, {"32014", "Lý Văn Lâm"}}, 9.05, 104.8);
    road(9.10, 104.80, 9.20, 104.90);
    households("in/ho.geojson", 9207, 540'000, 1'010'000);
    const ImportReport report = load();
    EXPECT_EQ(report.storeEpsg, 9207);
    EXPECT_EQ(report.zoneBasis, ZoneBasis::declared);
    EXPECT_THAT(zoneOptions(report), IsEmpty());
}

TEST_F(ImportZone, AZoneThatIsNotThatOfTheProvinceIsAskedAbout) {
    communes({{"22333", "Bắc Nha Trang"}, {"22402", "Nam Nha Trang"}}, 12.2, 109.0);
    road(12.25, 109.05, 12.30, 109.10);
    households("in/ho.geojson", 9218, 560'000, 1'355'000);
    EXPECT_THAT(zoneOptions(load()), ElementsAre("EPSG:9218", "EPSG:9217"));
}

TEST_F(ImportZone, WithoutUnitsTheNearestMeridianIsProposed) {
    road(12.25, 109.05, 12.30, 109.10);
    const ImportReport report = load();
    EXPECT_EQ(zoneOptions(report).front(), "EPSG:9218");
    EXPECT_NEAR(roadLengthM() / 7757.780, 1, 1e-4);
}

TEST_F(ImportZone, FarFromEveryZoneUtmIsProposedAndTakenMeanwhile) {
    road(47.10, 9.50, 47.20, 9.55);
    const ImportReport report = load();
    EXPECT_THAT(zoneOptions(report), ElementsAre("EPSG:32632"));
    EXPECT_EQ(report.storeEpsg, 32632);
    EXPECT_NEAR(roadLengthM() / 11746.336, 1, 4.1e-4) << "what UTM itself is off by";
    const auto ends =
        test::queryRows(at("store.gpkg"), "SELECT max_x - min_x, max_y - min_y FROM gpkg_contents WHERE table_name = 'roads'");
    EXPECT_LT(std::stod(ends[0][0]), std::stod(ends[0][1])) << "it runs north, and is not turned";
}

TEST_F(ImportZone, APersonsChoiceGoesBeforeAllElse) {
    communes({{"22333", "Bắc Nha Trang"}, {"22402", "Nam Nha Trang"}}, 12.2, 109.0);
    road(12.25, 109.05, 12.30, 109.10);
    ImportOptions options;
    options.storeEpsg = 9218;
    const ImportReport report = load(options);
    EXPECT_EQ(report.storeEpsg, 9218);
    EXPECT_THAT(storedCrs(), ElementsAre("9218"));
    EXPECT_THAT(zoneOptions(report), IsEmpty());
}

TEST_F(ImportZone, AnAnswerBringsTheStoreIntoTheZone) {
    road(9.10, 104.80, 9.20, 104.90);
    (void)load();
    ImportOptions options;
    ImportProfile answer;
    answer.storeEpsg = 9207;
    options.profiles = {{"*", "", answer}};
    EXPECT_EQ(load(options).storeEpsg, 9207);
    EXPECT_THAT(storedCrs(), ElementsAre("9207"));
    EXPECT_NEAR(roadLengthM() / 15592.816, 1, 1e-4);
    EXPECT_THAT(test::queryLines(at("store.gpkg"), "SELECT count(*) FROM banlang_batches"), ElementsAre("1"));
}

TEST_F(ImportZone, DegreesAndAGridOfAnotherContinentAreRefused) {
    road(47.10, 9.50, 47.20, 9.55);
    ImportOptions options;
    for (const auto& [epsg, code] : {std::pair{4326, "store-crs-not-projected"}, std::pair{9209, "store-crs-unfit"}}) {
        options.storeEpsg = epsg;
        const auto report = importSources({at("in")}, at("store.gpkg"), options);
        ASSERT_FALSE(report);
        EXPECT_EQ(report.error().code, code);
        EXPECT_FALSE(std::filesystem::exists(at("store.gpkg")));
    }
}

TEST_F(ImportZone, AStoreInWhichNothingLiesYetGoesWithTheFirstThingThatDoes) {
    write("in/dong_gop.csv", "id,Nguồn,Ngày,Số tiền\n1,hộ,18/5/2022,500000\n");
    ImportOptions options;
    options.role = Role::contributions;
    EXPECT_THAT(zoneOptions(load(options)), IsEmpty()) << "it changes no figure";
    EXPECT_THAT(storedCrs(), ElementsAre("9209"));
    households("in2/ho.geojson", 9217, 560'000, 1'355'000);
    const auto report = importSources({at("in2")}, at("store.gpkg"), {});
    ASSERT_TRUE(report) << describe(report.error(), Language::english);
    EXPECT_THAT(storedCrs(), ElementsAre("9217"));
    households("in3/ho2.geojson", 9209, 450'000, 2'530'000);
    ASSERT_TRUE(importSources({at("in3")}, at("store.gpkg"), {}));
    EXPECT_THAT(storedCrs(), ElementsAre("9217")) << "from then on it stays";
}

} // namespace
} // namespace banlang
