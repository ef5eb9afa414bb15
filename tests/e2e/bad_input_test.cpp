// SPDX-License-Identifier: MIT
// What offices really send: each fault is named with file, row, cause and fix, and the store stays as it was or consistent.
#include "tests/e2e/made_once.h"

namespace banlang::e2e {
namespace {

using Json = nlohmann::json;

void write(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

Outcome import(const std::string& source, const std::string& store, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments{"import", source, "--into", store, "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return banlang(arguments);
}

/// The source must be refused with this code, in two languages, and the store keep every byte.
void expectRefused(const Folder& folder, const fs::path& source, const std::string& code,
                   const std::vector<std::string>& more = {}) {
    const std::string store = sampleStore(folder);
    const std::string before = readFile(store);
    const Outcome outcome = import(source.string(), store, more);
    EXPECT_TRUE(outcome.exitCode == 3 || outcome.exitCode == 2 || outcome.exitCode == 5 || outcome.exitCode == 1)
        << outcome.exitCode;
    const Json json = outcome.json();
    const Json error = json.contains("error") ? json["error"] : json["refused"].at(0);
    EXPECT_EQ(error["code"], code) << outcome.out;
    EXPECT_NE(error["message"], "");
    EXPECT_NE(error["hint"], "") << "a fix";
    EXPECT_TRUE(error["where"].contains("file"));
    EXPECT_EQ(readFile(store), before) << "the store changed";
}

/// The rules that an import lists for one source, with the row of the first.
Json problemsOf(const Outcome& outcome, const std::string& rule) {
    Json found = Json::array();
    const Json report = outcome.json();
    for (const Json& batch : report["batches"]) {
        for (const Json& problem : batch["problems"]) {
            if (problem["rule"] == rule) found.push_back(problem);
        }
    }
    return found;
}

void expectListed(const Outcome& outcome, const std::string& rule) {
    const Json problems = problemsOf(outcome, rule);
    ASSERT_EQ(problems.size(), 1U) << rule << " " << outcome.out.substr(0, 3'000);
    EXPECT_NE(problems[0]["cause"], "");
    EXPECT_NE(problems[0]["fix"], "");
    EXPECT_TRUE(problems[0]["where"].contains("file"));
    EXPECT_GE(problems[0]["where"]["row"].get<int>(), 1);
}

std::string communeCode() {
    const Folder folder;
    const Json status = banlang({"status", sampleStore(folder), "--json"}).json();
    return status["units"][1]["code"];
}

std::string parcelJson(const std::string& number, const std::string& ring) {
    return fmt::format(
        R"({{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{"commune_code":"{}","sheet":"9999","number":"{}","land_use":"CLN"}},)"
        R"("geometry":{{"type":"Polygon","coordinates":[[{}]]}}}}]}})",
        communeCode(), number, ring);
}

TEST(BadInput, AMissingFile) {
    const Folder folder;
    expectRefused(folder, folder / "không có.gpkg", "file-missing");
}

TEST(BadInput, AnEmptyFile) {
    const Folder folder;
    write(folder / "parcels.gpkg", "");
    expectRefused(folder, folder / "parcels.gpkg", "file-empty");
}

TEST(BadInput, ATruncatedGeoPackage) {
    const Folder folder;
    const std::string whole = readFile(fs::path(sampleFolder()) / "parcels.gpkg");
    write(folder / "parcels.gpkg", whole.substr(0, whole.size() / 2));
    expectRefused(folder, folder / "parcels.gpkg", "file-unreadable");
}

TEST(BadInput, AFileThatIsNoData) {
    const Folder folder;
    write(folder / "roads.shp", "this is not a Shapefile at all, only words");
    expectRefused(folder, folder / "roads.shp", "file-unreadable");
}

TEST(BadInput, AnotherRoleThanTheFileHolds) {
    const Folder folder;
    const fs::path roads = folder / "roads.geojson";
    banlang({"export", sampleStore(folder), "--layer", "roads", "-o", roads.string()});
    expectRefused(folder, roads, "wrong-role", {"--as", "parcels"});
}

TEST(BadInput, PlacesWithoutGeometry) {
    const Folder folder;
    write(folder / "parcels.csv", "commune_code,sheet,number\n00904,1,77777\n");
    expectRefused(folder, folder / "parcels.csv", "no-geometry", {"--as", "parcels"});
}

TEST(BadInput, AnUnknownRole) {
    const Folder folder;
    const Outcome outcome = import(sampleFolder(), (folder / "a.gpkg").string(), {"--as", "moons"});
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_FALSE(fs::exists(folder / "a.gpkg"));
}

TEST(BadInput, AShapefileWithoutItsIndexIsReadWithoutWritingBesideIt) {
    const Folder folder;
    const std::string store = sampleStore(folder);
    fs::create_directories(folder / "in");
    const Outcome exported = banlang({"export", store, "--layer", "roads", "-o", (folder / "in/roads.shp").string()});
    ASSERT_EQ(exported.exitCode, 0) << exported.err;
    fs::remove(folder / "in/roads.shx");
    const std::string fresh = (folder / "b.gpkg").string();
    const Outcome outcome = import((folder / "in/roads.shp").string(), fresh, {"--as", "roads"});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.out.substr(0, 2'000);
    EXPECT_FALSE(problemsOf(outcome, "no-shx").empty());
    EXPECT_FALSE(fs::exists(folder / "in/roads.shx"));
}

TEST(BadInput, ARowThatStandsThereTwiceCountsOnce) {
    const Folder folder;
    const std::string store = sampleStore(folder);
    write(folder / "households.csv", "id,village_code\nmới1,0090401\nmới1,0090401\n");
    const Outcome outcome = import((folder / "households.csv").string(), store, {"--as", "households"});
    expectListed(outcome, "repeated-row");
    EXPECT_EQ(outcome.json()["batches"][0]["new"], 1);
    EXPECT_EQ(outcome.json()["batches"][0]["rows_rejected"], 0);
}

TEST(BadInput, ASelfIntersectingParcelIsRepairedAndListed) {
    const Folder folder;
    write(folder / "parcels.geojson",
          parcelJson("1", "[105.1,22.90],[105.101,22.901],[105.101,22.90],[105.1,22.901],[105.1,22.90]"));
    const Outcome outcome = import((folder / "parcels.geojson").string(), sampleStore(folder));
    expectListed(outcome, "self-intersection");
    EXPECT_EQ(outcome.json()["batches"][0]["rows_loaded"], 1);
}

TEST(BadInput, AParcelOutsideEveryVillageIsKeptAndListed) {
    const Folder folder;
    write(folder / "parcels.geojson", parcelJson("2", "[104.5,22.5],[104.501,22.5],[104.501,22.501],[104.5,22.5]"));
    const Outcome outcome = import((folder / "parcels.geojson").string(), sampleStore(folder));
    expectListed(outcome, "outside-every-village");
}

TEST(BadInput, AProgressRowForAnUnknownParcelIsKeptListedAndNotCountedTwice) {
    const Folder folder;
    const std::string store = sampleStore(folder);
    write(folder / "donations.csv",
          fmt::format("id,commune_code,sheet,number,declared_area_m2,donated_on\nlạ1,{},88888,7,12,1/3/2022\n", communeCode()));
    expectListed(import((folder / "donations.csv").string(), store), "unknown-parcel");
    bool listed = false;
    const Json links = banlang({"link", store, "--json"}).json();
    for (const Json& table : links["tables"]) {
        for (const Json& open : table["open"]) listed = listed || open["key"].get<std::string>().find("88888") != std::string::npos;
    }
    EXPECT_TRUE(listed) << "what is not linked stays in the list of open records";
}

TEST(BadInput, AStoreThatIsCutOffIsNotOpened) {
    const Folder folder;
    const std::string store = sampleStore(folder);
    const std::string whole = readFile(store);
    write(store, whole.substr(0, whole.size() * 2 / 3));
    const Outcome outcome = banlang({"status", store, "--json"});
    EXPECT_EQ(outcome.exitCode, 3) << outcome.out.substr(0, 500);
}

TEST(BadInput, AForeignGeoPackageIsNotAStore) {
    const Outcome outcome = banlang({"status", sampleFolder() + "/roads.gpkg", "--json"});
    EXPECT_EQ(outcome.exitCode, 3);
    EXPECT_EQ(outcome.json()["error"]["code"], "not-a-store");
}

} // namespace
} // namespace banlang::e2e
