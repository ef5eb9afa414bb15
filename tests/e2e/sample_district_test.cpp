// SPDX-License-Identifier: MIT
// The whole road on the shipped sample: import, questions, maps, exports.
#include "core/geo/gdal_drivers.h"
#include "tests/e2e/truth.h"

#include <gdal.h>

namespace banlang::e2e {
namespace {

using Json = nlohmann::json;

Json ask(const std::vector<std::string>& arguments) {
    auto all = arguments;
    all.emplace_back("--json");
    const Outcome outcome = banlang(all);
    EXPECT_EQ(outcome.exitCode, 0) << arguments.front() << ": " << outcome.err << outcome.out.substr(0, 1'000);
    const Json json = outcome.json();
    EXPECT_EQ(json["schema"], fmt::format("banlang/{}/1", arguments.front()));
    EXPECT_TRUE(json["ok"]);
    return json;
}

const Json& districtOf(const Json& status) {
    return status["units"][0];
}

double valueOf(const Json& unit, const std::string& indicator) {
    const Json& value = unit["indicators"][indicator]["value"];
    return value.is_number() ? value.get<double>() : 0;
}

TEST(SampleDistrict, ImportsWholeAndLeavesItsSourcesUntouched) {
    const Folder folder;
    const auto before = stateOfFolder(sampleFolder());
    const Json report = ask({"import", sampleFolder(), "--into", (folder / "a.gpkg").string()});
    EXPECT_EQ(stateOfFolder(sampleFolder()), before);
    EXPECT_GE(report["batches"].size(), 15U);
    for (const Json& batch : report["batches"]) {
        EXPECT_EQ(batch["rows_read"].get<int>(), batch["rows_loaded"].get<int>() + batch["rows_rejected"].get<int>())
            << batch["file"];
        EXPECT_LE(batch["rows_rejected"].get<double>(), 2 + 0.05 * batch["rows_read"].get<double>()) << batch["file"];
    }
    EXPECT_TRUE(report["refused"].empty());
}

TEST(SampleDistrict, ImportingTheSameFilesAgainChangesNothing) {
    const Folder folder;
    const std::string store = sampleStore(folder);
    const Json before = ask({"status", store, "--as-of", "2022-05-18"});
    ask({"import", sampleFolder(), "--into", store});
    EXPECT_EQ(ask({"status", store, "--as-of", "2022-05-18"}), before);
}

TEST(SampleDistrict, ADryRunWritesNothing) {
    const Folder folder;
    const fs::path store = folder / "dry.gpkg";
    ask({"import", sampleFolder(), "--into", store.string(), "--dry-run"});
    EXPECT_FALSE(fs::exists(store));
}

TEST(SampleDistrict, ProgressGrowsWithTheDayAndAddsUpOverCommunes) {
    const Folder folder;
    const std::string store = sampleStore(folder);
    const Json meeting = ask({"status", store, "--as-of", "2022-05-18", "--compare", "2021-12-31"});
    const Json newYear = ask({"status", store, "--as-of", "2021-12-31"});
    for (const char* indicator : {"donated_m2", "roads_done_km", "gardens_finished", "houses_finished"}) {
        EXPECT_GT(valueOf(districtOf(meeting), indicator), valueOf(districtOf(newYear), indicator)) << indicator;
        double communes = 0;
        for (const Json& unit : meeting["units"]) {
            if (unit["level"] == "commune") communes += valueOf(unit, indicator);
        }
        EXPECT_NEAR(communes, valueOf(districtOf(meeting), indicator), 1e-6) << indicator;
        EXPECT_DOUBLE_EQ(districtOf(meeting)["indicators"][indicator]["previous"].get<double>(),
                         valueOf(districtOf(newYear), indicator));
    }
}

TEST(SampleDistrict, AnswersTheGapsThatTheMeetingAskedFor) {
    const Folder folder;
    const Json answer = ask({"gaps", sampleStore(folder), "--as-of", "2022-05-18"});
    std::map<std::string, Json> gaps;
    for (const Json& gap : answer["gaps"]) gaps[gap["id"]] = gap;
    for (const char* id :
         {"village-without-green-route", "village-without-hardened-access", "loan-never-inspected", "house-late"}) {
        ASSERT_TRUE(gaps.count(id)) << id;
        EXPECT_EQ(gaps[id]["count"], gaps[id]["items"].size());
        EXPECT_GT(gaps[id]["count"].get<int>(), 0) << id;
    }
}

TEST(SampleDistrict, RanksRoadsWithReasonsAndFollowsTheWeights) {
    const Folder folder;
    const std::string store = sampleStore(folder);
    const Json ranking = ask({"rank", store, "--as-of", "2022-05-18"});
    ASSERT_GT(ranking["roads"].size(), 10U);
    double last = 2;
    for (const Json& road : ranking["roads"]) {
        EXPECT_LE(road["score"].get<double>(), last);
        last = road["score"];
    }
    EXPECT_FALSE(ranking["roads"][0]["reasons"].empty());
    EXPECT_EQ(ask({"rank", store, "--top", "3"})["roads"].size(), 3U);

    std::ofstream(folder / "weights.toml") << "[weights]\nwidth_gap_m = 1\n";
    const Json byWidth = ask({"rank", store, "--weights", (folder / "weights.toml").string()});
    const auto gapOf = [](const Json& road) {
        return road["criteria"]["width_gap_m"].is_number() ? road["criteria"]["width_gap_m"].get<double>() : 0;
    };
    for (std::size_t i = 1; i < byWidth["roads"].size(); ++i)
        EXPECT_LE(gapOf(byWidth["roads"][i]), gapOf(byWidth["roads"][0]) + 1e-9);
}

TEST(SampleDistrict, LandTakeAddsUpForEveryRoad) {
    const Folder folder;
    const Json answer = ask({"landtake", sampleStore(folder), "--as-of", "2022-05-18"});
    for (const Json& road : answer["roads"]) {
        double parcels = 0;
        for (const Json& parcel : road["parcels"]) parcels += parcel["m2"].get<double>();
        EXPECT_NEAR(parcels, road["needed_m2"].get<double>(), 0.01) << road["id"];
        const double parts =
            road["donated_m2"].get<double>() + road["pledged_m2"].get<double>() + road["outstanding_m2"].get<double>();
        EXPECT_NEAR(parts, road["needed_m2"].get<double>(), 0.01) << road["id"];
    }
}

/// A GeoPackage has its styles in a layer of their own, a KML a layer for each class.
long long featuresIn(const fs::path& file) {
    registerGdalDrivers();
    GDALDatasetH dataset = GDALOpenEx(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr);
    EXPECT_NE(dataset, nullptr) << file;
    if (dataset == nullptr) return -1;
    const int layers = file.extension() == ".kml" ? GDALDatasetGetLayerCount(dataset) : 1;
    long long count = 0;
    for (int i = 0; i < layers; ++i) count += OGR_L_GetFeatureCount(GDALDatasetGetLayer(dataset, i), 1);
    GDALClose(dataset);
    return count;
}

TEST(SampleDistrict, ExportsEveryThemeToFilesThatGdalOpens) {
    const Folder folder;
    const std::string store = sampleStore(folder);
    for (const char* layer : {"donated-land", "new-roads", "renovated-gardens", "roads", "communes"}) {
        for (const char* ending : {"gpkg", "geojson", "kml"}) {
            const fs::path file = folder / fmt::format("{}.{}", layer, ending);
            const Json report = ask({"export", store, "--layer", layer, "-o", file.string(), "--as-of", "2022-05-18"});
            EXPECT_GT(report["features"].get<int>(), 0) << file;
            EXPECT_EQ(featuresIn(file), report["features"].get<long long>()) << file;
        }
    }
}

TEST(SampleDistrict, DrawsTheThreeMapsOnPaper) {
    const Folder folder;
    const std::string store = sampleStore(folder);
    for (const char* layer : {"donated-land", "new-roads", "renovated-gardens"}) {
        const fs::path pdf = folder / fmt::format("{}.pdf", layer);
        const Json report = ask({"map", store, "--layer", layer, "-o", pdf.string(), "--as-of", "2022-05-18"});
        EXPECT_GT(report["features_drawn"].get<int>(), 50) << layer;
        EXPECT_EQ(readFile(pdf).substr(0, 5), "%PDF-");
    }
    const fs::path png = folder / "a.png";
    ask({"map", store, "--layer", "parcels", "-o", png.string(), "--size", "800x600"});
    EXPECT_EQ(readFile(png).substr(1, 3), "PNG");
}

TEST(SampleDistrict, NeverOverwritesUnlessTold) {
    const Folder folder;
    const std::string store = sampleStore(folder);
    const fs::path file = folder / "đường.geojson";
    std::ofstream(file) << "mine";
    const Outcome refused = banlang({"export", store, "--layer", "roads", "-o", file.string(), "--json"});
    EXPECT_EQ(refused.exitCode, 6);
    EXPECT_EQ(refused.json()["error"]["code"], "output-exists");
    EXPECT_EQ(readFile(file), "mine");
    EXPECT_EQ(banlang({"export", store, "--layer", "roads", "-o", file.string(), "--overwrite"}).exitCode, 0);
    EXPECT_NE(readFile(file), "mine");
}

TEST(SampleDistrict, NoPersonLeavesForAMeeting) {
    const Folder folder;
    const std::string store = sampleStore(folder);
    for (const char* layer : {"donated-land", "renovated-gardens", "parcels"}) {
        const fs::path file = folder / fmt::format("{}.geojson", layer);
        ask({"export", store, "--layer", layer, "-o", file.string()});
        const std::string bytes = readFile(file);
        for (const char* field : {"head_name", "holder_name", "categories", "loan_vnd", "household_id"}) {
            EXPECT_EQ(bytes.find(field), std::string::npos) << layer << " " << field;
        }
    }
}

TEST(SampleDistrict, AnUnknownLayerIsRefusedWithTheListOfLayers) {
    const Folder folder;
    const Outcome outcome =
        banlang({"export", sampleStore(folder), "--layer", "moon", "-o", (folder / "x.gpkg").string(), "--json"});
    EXPECT_NE(outcome.exitCode, 0);
    EXPECT_NE((outcome.json()["error"]["message"].get<std::string>() + outcome.json()["error"]["hint"].get<std::string>())
                  .find("donated-land"),
              std::string::npos);
    EXPECT_FALSE(fs::exists(folder / "x.gpkg"));
}

} // namespace
} // namespace banlang::e2e
