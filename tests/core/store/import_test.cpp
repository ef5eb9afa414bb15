// SPDX-License-Identifier: MIT
#include "core/store/import.h"
#include "tests/support/columns.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

namespace banlang {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for each test, removed at its end.
class Import : public testing::Test {
protected:
    fs::path folder_;

    void SetUp() override {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::temp_directory_path() / (std::string("banlang-import-") + test->name());
        fs::remove_all(folder_);
        fs::create_directories(folder_ / "in");
    }
    void TearDown() override { fs::remove_all(folder_); }

    std::string write(const std::string& name, const std::string& content) const {
        std::ofstream(folder_ / "in" / name, std::ios::binary) << content;
        return (folder_ / "in" / name).string();
    }
    [[nodiscard]] std::string store() const { return (folder_ / "store.gpkg").string(); }
    [[nodiscard]] std::string input() const { return (folder_ / "in").string(); }
    static std::string bytes(const std::string& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    /// Projected square polygons with their properties, as GeoJSON with an old-style CRS member.
    static std::string polygons(const std::vector<std::pair<std::string, std::string>>& propertiesAndRings) {
        std::string json =
            R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::9209"}},"features":[)";
        for (std::size_t i = 0; i < propertiesAndRings.size(); ++i) {
            if (i > 0) json += ",";
            json += R"({"type":"Feature","properties":{)";
            json += propertiesAndRings[i].first;
            json += R"(},"geometry":{"type":"Polygon","coordinates":[[)";
            json += propertiesAndRings[i].second;
            json += "]]}}";
        }
        return json + "]}";
    }
    static std::string square(double x, double y, double size) {
        return fmt::format("[{0},{1}],[{2},{1}],[{2},{3}],[{0},{3}],[{0},{1}]", x, y, x + size, y + size);
    }
    static std::string parcel(std::string_view number) {
        return fmt::format(R"("commune_code":"00901","sheet":"1","number":"{}","land_use":"LUC")", number);
    }
    void writeDistrict() const {
        write("communes.geojson", polygons({{R"("code":"00901","name":"Lùng Tám")", square(450000, 2530000, 1000)}}));
        write("villages.geojson",
              polygons({{R"("code":"V1","name":"Thôn Hợp Tiến","commune_code":"00901")", square(450000, 2530000, 1000)}}));
        write("parcels.geojson",
              polygons({{parcel("1"), square(450010, 2530010, 20)},
                        {parcel("2"), square(450040, 2530010, 30)},
                        {parcel("2"), square(450090, 2530010, 10)},
                        {parcel("4"), "[450200,2530200],[450220,2530220],[450220,2530200],[450200,2530220],[450200,2530200]"},
                        {parcel("5"), square(460000, 2530000, 10)}}));
        write("donations.csv", "id,Mã xã,Tờ bản đồ,Số thửa,Diện tích hiến (m²),Ngày hiến\n"
                               "H1,00901,1,1,\"94,1\",18/5/2022\nH2,00901,1,99,120,18/5/2022\nH3,00901,1,2,,18/5/2022\n");
    }
};

const CheckedBatch& batchOf(const ImportReport& report, Role role) {
    for (const CheckedBatch& batch : report.batches) {
        if (batch.role == role) return batch;
    }
    throw std::logic_error("no batch of this role");
}

std::vector<std::string> rules(const CheckedBatch& batch) {
    std::vector<std::string> found;
    for (const RowProblem& problem : batch.problems) found.emplace_back(problem.rule);
    return found;
}

TEST_F(Import, FillsANewStoreThatReadsBackTheSame) {
    writeDistrict();
    const auto report = importSources({input()}, store(), {});
    ASSERT_TRUE(report) << describe(report.error(), Language::english);
    EXPECT_TRUE(report->refused.empty());
    const auto opened = Store::openForReading(store());
    ASSERT_TRUE(opened);
    const auto district = opened->read();
    ASSERT_TRUE(district);
    EXPECT_EQ(district->epsg, 9209);
    EXPECT_EQ(test::textAt(district->table(Role::communes), "name", 0), "Lùng Tám");
    const FeatureTable& parcels = district->table(Role::parcels);
    ASSERT_EQ(parcels.rowCount, 5U) << "two parcels of one number are both kept";
    ASSERT_EQ(parcels.geometry.featureCount(), 5U);
    Box all;
    for (const Box& box : parcels.geometry.boxes) all.grow(box);
    EXPECT_EQ(all, (Box{450010, 2530000, 460010, 2530220}));
    const FeatureTable& donations = district->table(Role::donations);
    ASSERT_EQ(donations.rowCount, 2U);
    EXPECT_EQ(test::numberAt(donations, "declared_area_m2", 0), 94.1);
    EXPECT_EQ(toIso(test::dateAt(donations, "donated_on", 0)), "2022-05-18");
    EXPECT_EQ(test::textAt(donations, "commune_code", 0), "00901");
}

TEST_F(Import, ListsEveryRowThatIsRepairedDoubtfulOrLeftOut) {
    writeDistrict();
    const auto report = importSources({input()}, store(), {});
    ASSERT_TRUE(report);
    const CheckedBatch& parcels = batchOf(*report, Role::parcels);
    EXPECT_EQ(parcels.rowsRead, 5U);
    EXPECT_EQ(parcels.rowsRejected, 0U);
    EXPECT_THAT(rules(parcels), testing::UnorderedElementsAre("repeated-number", "self-intersection", "outside-every-village"));
    const CheckedBatch& donations = batchOf(*report, Role::donations);
    EXPECT_THAT(rules(donations), testing::UnorderedElementsAre("missing-value", "unknown-parcel"));
    for (const RowProblem& problem : donations.problems) {
        EXPECT_EQ(problem.where.row, problem.rule == "missing-value" ? 4 : 3);
        EXPECT_FALSE(problem.cause.vi.empty() || problem.cause.en.empty() || problem.fix.vi.empty() || problem.fix.en.empty());
    }
}

TEST_F(Import, TheSameFilesTwiceChangeNothing) {
    writeDistrict();
    ASSERT_TRUE(importSources({input()}, store(), {}));
    const std::string before = bytes(store());
    const auto again = importSources({input()}, store(), {});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->batches.size(), 4U);
    for (const CheckedBatch& batch : again->batches) EXPECT_THAT(rules(batch), testing::Contains("already-imported"));
    EXPECT_THAT(rules(batchOf(*again, Role::donations)), testing::Contains("missing-value")) << "what was refused is tried again";
    EXPECT_EQ(bytes(store()), before);
}

TEST_F(Import, LeavesItsInputUntouched) {
    writeDistrict();
    std::map<fs::path, std::string> before;
    for (const auto& entry : fs::directory_iterator(input())) before[entry.path()] = bytes(entry.path().string());
    ASSERT_TRUE(importSources({input()}, store(), {}));
    std::map<fs::path, std::string> after;
    for (const auto& entry : fs::directory_iterator(input())) after[entry.path()] = bytes(entry.path().string());
    EXPECT_EQ(after, before);
}

TEST_F(Import, ADryRunWritesNothing) {
    writeDistrict();
    ImportOptions options;
    options.dryRun = true;
    const auto report = importSources({input()}, store(), options);
    ASSERT_TRUE(report);
    EXPECT_EQ(batchOf(*report, Role::parcels).counts.newRecords, 5U);
    EXPECT_FALSE(fs::exists(store()));
}

TEST_F(Import, RefusesWhatCannotBeReadAndSaysWhy) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {input() + "/nowhere.gpkg", "file-missing"},
        {write("empty.gpkg", ""), "file-empty"},
        {write("cut.gpkg", std::string("SQLite format 3\0", 16) + "GPKG"), "file-unreadable"},
    };
    for (const auto& [file, code] : cases) {
        const auto report = importSources({file}, store(), {});
        ASSERT_FALSE(report) << file;
        EXPECT_EQ(report.error().code, code);
        EXPECT_EQ(report.error().where.file, file);
        EXPECT_FALSE(report.error().hint.vi.empty());
        EXPECT_FALSE(fs::exists(store()));
    }
}

TEST_F(Import, AsksWhereAnAnswerWouldHelp) {
    const std::string file = write("whole.csv", "id,x\n1,2\n");
    const auto report = importSources({file}, store(), {});
    ASSERT_TRUE(report);
    ASSERT_EQ(report->refused.size(), 1U);
    EXPECT_EQ(report->refused[0].code, "role-unknown");
    EXPECT_EQ(report->refused[0].where.file, file);
    ASSERT_EQ(report->questions.size(), 1U);
    EXPECT_EQ(report->questions[0].kind, "role");
    EXPECT_TRUE(report->questions[0].blocking);
    EXPECT_THAT(report->questions[0].layers, testing::ElementsAre(testing::Pair(file, "whole")));
    std::vector<std::string> values;
    for (const Question::Option& option : report->questions[0].options) values.push_back(option.value);
    EXPECT_THAT(values, testing::IsSupersetOf({"donations", "households", "road-works"}));
    EXPECT_TRUE(report->batches.empty());
    EXPECT_FALSE(fs::exists(store()));
}

TEST_F(Import, RefusesALayerOfTheWrongKindAndKeepsTheStore) {
    writeDistrict();
    ASSERT_TRUE(importSources({input()}, store(), {}));
    const std::string before = bytes(store());
    ImportOptions asParcels;
    asParcels.role = Role::parcels;
    const auto roads = importSources(
        {write("r.geojson",
               R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"osm_id":"1","highway":"track"},)"
               R"("geometry":{"type":"LineString","coordinates":[[105,23],[105.1,23.1]]}}]})")},
        store(), asParcels);
    ASSERT_FALSE(roads);
    EXPECT_EQ(roads.error().code, "wrong-role");
    const auto table = importSources({write("p.csv", "commune_code,sheet,number\n00901,1,777\n")}, store(), asParcels);
    ASSERT_FALSE(table);
    EXPECT_EQ(table.error().code, "no-geometry");
    EXPECT_EQ(bytes(store()), before);
}

TEST_F(Import, BringsRoadsOfOpenStreetMapToOurWordsAndGround) {
    ImportOptions inHaGiang;
    inHaGiang.storeEpsg = 9209;
    const auto report = importSources(
        {write(
            "osm.geojson",
            R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"osm_id":"1","highway":"track","surface":"gravel"},)"
            R"("geometry":{"type":"LineString","coordinates":[[105,22.8],[105.01,22.8]]}}]})")},
        store(), inHaGiang);
    ASSERT_TRUE(report) << describe(report.error(), Language::english);
    const auto opened = Store::openForReading(store());
    ASSERT_TRUE(opened);
    const auto district = opened->read();
    ASSERT_TRUE(district);
    const FeatureTable& roads = district->table(Role::roads);
    ASSERT_EQ(roads.rowCount, 1U);
    EXPECT_EQ(test::textAt(roads, "class", 0), "NĐ");
    EXPECT_EQ(test::textAt(roads, "surface", 0), "cấp phối");
    EXPECT_NEAR(roads.geometry.point(0).x, 448472.658, 0.01);
    EXPECT_NEAR(roads.geometry.point(0).y, 2522331.429, 0.01);
}

TEST_F(Import, PlansNameFilesByTheirFolderOnlyWhereNamesAreShared) {
    ImportReport report;
    for (const char* file : {"/d/xa a/ho.xlsx", "/d/xa b/ho.xlsx", "/d/xa a/thua.shp"}) {
        CheckedBatch& batch = report.batches.emplace_back();
        batch.file = file;
        batch.layer = "layer";
        batch.profile.commune = file;
    }
    report.batches.emplace_back().file = "/d/read before.csv";
    const ImportProfiles book = profilesOf(report);
    ASSERT_EQ(book.size(), 3U);
    EXPECT_EQ(book[2].file, "thua.shp");
    for (const CheckedBatch& batch : report.batches)
        EXPECT_EQ(profileFor(book, batch.file, batch.layer), batch.profile) << batch.file;
}

TEST_F(Import, StopsWhenAskedAndLeavesNothing) {
    writeDistrict();
    std::stop_source stop;
    stop.request_stop();
    const auto report = importSources({input()}, store(), {}, {.report = {}, .stop = stop.get_token()});
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().kind, ErrorKind::interrupted);
    EXPECT_FALSE(fs::exists(store()));
}

} // namespace
} // namespace banlang
