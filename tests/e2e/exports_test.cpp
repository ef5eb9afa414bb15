// SPDX-License-Identifier: MIT
// Every layer in every format, as other programs read it: shapes, metadata, and the same bytes from the same inputs.
#include "core/geo/gdal_drivers.h"
#include "tests/e2e/made_once.h"
#include "tests/support/source_date.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <chrono>
#include <ctime>
#include <map>
#include <memory>
#include <thread>

namespace banlang::e2e {
namespace {

constexpr const char* program = "banlang 0.1.0";

/// What a shell prints.
std::string outputOf(const std::string& command) {
    std::string text;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::array<char, 4096> buffer{};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) text.append(buffer.data(), count);
    return text;
}

/// What is not there is null.
nlohmann::json metadataOf(const fs::path& file) {
    const std::string script = std::string(BANLANG_SOURCE_DIR) + "/tests/e2e/metadata_of.py";
    return nlohmann::json::parse(outputOf(fmt::format("python3 {} {}", quoted(script), quoted(file.string()))));
}

class Exports : public testing::Test {
protected:
    /// One store for all, made with the first test: a folder is named after the test that makes it.
    void SetUp() override {
        if (folder_ != nullptr) return;
        registerGdalDrivers();
        folder_ = new Folder;
        store_ = sampleStore(*folder_);
    }
    static void TearDownTestSuite() {
        delete folder_;
        folder_ = nullptr;
    }
    static const std::string& store() { return store_; }

    static Outcome exportTo(const std::string& layer, const fs::path& file, std::vector<std::string> more = {}) {
        std::vector<std::string> arguments = {"export", store(), "--layer", layer, "-o", file.string(), "--json"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return banlang(arguments);
    }
    static void mustExport(const std::string& layer, const fs::path& file, const std::vector<std::string>& more = {}) {
        const Outcome done = exportTo(layer, file, more);
        ASSERT_EQ(done.exitCode, 0) << layer << " " << file << done.out << done.err;
    }
    static void mustMap(const fs::path& file) {
        const Outcome done =
            banlang({"map", store(), "--layer", "donated-land", "-o", file.string(), "--paper", "A4", "--dpi", "60"});
        ASSERT_EQ(done.exitCode, 0) << done.err;
    }

private:
    static inline Folder* folder_ = nullptr;
    static inline std::string store_;
};

struct Counted {
    long long rows = 0;
    long long shapes = 0;
    std::map<OGRwkbGeometryType, int> types;
};

Counted countIn(const fs::path& file) {
    const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR));
    Counted counted;
    if (dataset == nullptr) return counted;
    for (const auto& feature : dataset->GetLayer(0)) {
        ++counted.rows;
        const OGRGeometry* shape = feature->GetGeometryRef();
        if (shape == nullptr || shape->IsEmpty()) continue;
        ++counted.shapes;
        ++counted.types[wkbFlatten(shape->getGeometryType())];
    }
    return counted;
}

/// What the map draws has its shape in the file, in every format.
TEST_F(Exports, EveryLayerHasItsShapesInEveryFormat) {
    const Folder folder;
    const auto layers = banlang({"layers", store(), "--audience", "working-group", "--json"}).json()["layers"];
    EXPECT_GT(layers.size(), 15U);
    for (const auto& layer : layers) {
        const auto id = layer["id"].get<std::string>();
        std::map<std::string, Counted> found;
        for (const char* ending : {"gpkg", "geojson", "shp"}) {
            const fs::path file = folder / (id + "." + ending);
            mustExport(id, file, {"--audience", "working-group"});
            found[ending] = countIn(file);
        }
        const Counted& package = found["gpkg"];
        for (const auto& [ending, counted] : found) {
            EXPECT_EQ(counted.rows, package.rows) << id << " " << ending;
            EXPECT_EQ(counted.shapes, package.shapes) << id << " " << ending;
        }
        EXPECT_LE(package.types.size(), 1U) << id << ": one kind of shape";
        if (layer["features"].get<int>() > 0) {
            EXPECT_GT(package.shapes, package.rows / 2) << id;
        }
    }
}

/// A route refers to a road, which has the shape.
TEST_F(Exports, AGreenRouteIsTheLineOfItsRoad) {
    const Folder folder;
    mustExport("green-routes", folder / "routes.gpkg");
    mustExport("roads", folder / "roads.gpkg");
    const std::unique_ptr<GDALDataset> roads(GDALDataset::Open((folder / "roads.gpkg").c_str(), GDAL_OF_VECTOR));
    std::map<std::string, std::unique_ptr<OGRGeometry>> lineOf;
    for (const auto& road : roads->GetLayer(0)) lineOf[road->GetFieldAsString("id")].reset(road->GetGeometryRef()->clone());
    const std::unique_ptr<GDALDataset> routes(GDALDataset::Open((folder / "routes.gpkg").c_str(), GDAL_OF_VECTOR));
    int compared = 0;
    for (const auto& route : routes->GetLayer(0)) {
        const auto line = lineOf.find(route->GetFieldAsString("road_id"));
        if (line == lineOf.end()) continue;
        ASSERT_NE(route->GetGeometryRef(), nullptr) << line->first;
        EXPECT_TRUE(route->GetGeometryRef()->Equals(line->second.get())) << line->first;
        ++compared;
    }
    EXPECT_GT(compared, 10);
}

TEST_F(Exports, ATableWithoutShapesIsNoShapefile) {
    const Folder folder;
    const fs::path file = folder / "thi dua.shp";
    const Outcome refused = banlang({"emulation", store(), "-o", file.string(), "--json"});
    EXPECT_EQ(refused.exitCode, 2);
    EXPECT_EQ(refused.json()["error"]["code"], "no-shapes");
    EXPECT_NE(refused.json()["error"]["hint"].get<std::string>().find(".xlsx"), std::string::npos);
    EXPECT_TRUE(fs::is_empty(folder / ".")) << "not even a lone .dbf";
    EXPECT_EQ(banlang({"emulation", store(), "-o", (folder / "thi dua.csv").string()}).exitCode, 0);
}

const char* const dataEndings[] = {"gpkg", "geojson", "shp", "csv", "xlsx"};
const char* const paperEndings[] = {"pdf", "svg", "png"};

TEST_F(Exports, TheSameInputsGiveTheSameBytes) {
    const test::SourceDate day;
    const Folder first;
    const Folder second;
    for (const Folder* folder : {&first, &second}) {
        for (const char* ending : dataEndings) mustExport("donated-land", *folder / (std::string("dat.") + ending));
        mustExport("donated-land", *folder / "dat.kmz");
        for (const char* ending : paperEndings) mustMap(*folder / (std::string("to.") + ending));
        // Clocks of DOS in ZIP files tick every two seconds.
        std::this_thread::sleep_for(std::chrono::milliseconds(2'100));
    }
    int compared = 0;
    for (const auto& entry : fs::directory_iterator(first / ".")) {
        const std::string name = entry.path().filename().string();
        EXPECT_TRUE(readFile(entry.path()) == readFile(second / name)) << name;
        ++compared;
    }
    EXPECT_GE(compared, 16) << "with what goes beside them";
}

std::time_t secondsOf(const std::string& iso) {
    std::tm parts{};
    EXPECT_NE(strptime(iso.c_str(), "%Y-%m-%dT%H:%M:%S", &parts), nullptr) << iso;
    return timegm(&parts);
}

TEST_F(Exports, WithoutAGivenDateFilesSayWhenTheyWereMade) {
    const Folder folder;
    unsetenv("SOURCE_DATE_EPOCH");
    mustMap(folder / "to.pdf");
    mustExport("donated-land", folder / "dat.xlsx");
    mustExport("donated-land", folder / "dat.geojson");
    const std::time_t now = std::time(nullptr);
    EXPECT_NEAR(static_cast<double>(secondsOf(metadataOf(folder / "to.pdf")["CreationDate"])), static_cast<double>(now), 60);
    EXPECT_NEAR(static_cast<double>(secondsOf(metadataOf(folder / "dat.xlsx")["created"])), static_cast<double>(now), 60);
    const std::string made = metadataOf(folder / "dat.geojson")["provenance"]["made_at"];
    EXPECT_NEAR(static_cast<double>(secondsOf(made)), static_cast<double>(now), 60);
}

/// As of, audience and sources in one text.
void expectTellsAll(const nlohmann::json& text, const std::string& where) {
    ASSERT_TRUE(text.is_string()) << where;
    const auto all = text.get<std::string>();
    EXPECT_NE(all.find("Tính đến ngày 31/3/2022"), std::string::npos) << where << ": " << all;
    EXPECT_NE(all.find("Bản cho cuộc họp, không có dữ liệu cá nhân"), std::string::npos) << where << ": " << all;
    EXPECT_NE(all.find("nhập ngày"), std::string::npos) << where << ": " << all;
}

TEST_F(Exports, EveryDataFileSaysWhatItIs) {
    const Folder folder;
    for (const char* ending : dataEndings)
        mustExport("donated-land", folder / (std::string("dat.") + ending), {"--as-of", "31/3/2022"});

    const std::string package = outputOf("ogrinfo -so " + quoted((folder / "dat.gpkg").string()) + " donated-land");
    EXPECT_NE(package.find("title=Đất hiến\n"), std::string::npos) << package;
    EXPECT_NE(package.find("as_of=31/3/2022\n"), std::string::npos);
    EXPECT_NE(package.find("audience=Bản cho cuộc họp, không có dữ liệu cá nhân\n"), std::string::npos);
    EXPECT_NE(package.find("sources=nhập ngày"), std::string::npos);
    EXPECT_NE(package.find(fmt::format("program={}\n", program)), std::string::npos);

    auto json = metadataOf(folder / "dat.geojson");
    EXPECT_EQ(json["type"], "FeatureCollection");
    EXPECT_EQ(json["title"], "Đất hiến");
    EXPECT_EQ(json["provenance"]["as_of"], "2022-03-31");
    EXPECT_EQ(json["provenance"]["audience"], "meeting");
    EXPECT_EQ(json["provenance"]["program"], program);
    EXPECT_FALSE(json["provenance"]["sources"].empty());
    expectTellsAll(json["description"], "geojson");

    auto shapes = metadataOf(folder / "dat.shp.xml");
    EXPECT_EQ(shapes["caldate"], "20220331");
    EXPECT_EQ(shapes["origin"], program);
    expectTellsAll(shapes["abstract"], "shp.xml");

    auto table = metadataOf(folder / "dat.csv-metadata.json");
    EXPECT_EQ(table["url"], "dat.csv");
    EXPECT_EQ(table["dc:title"], "Đất hiến");
    EXPECT_EQ(table["dc:creator"], program);
    expectTellsAll(table["dc:description"], "csv-metadata.json");

    auto book = metadataOf(folder / "dat.xlsx");
    EXPECT_EQ(book["title"], "Đất hiến");
    EXPECT_EQ(book["creator"], program);
    EXPECT_EQ(book["custom"]["as_of"], "31/3/2022");
    EXPECT_EQ(book["sheets"], (nlohmann::json{"Số liệu", "Chú giải", "Nguồn số liệu"}));
    EXPECT_EQ(book["formulas"], 0);
    EXPECT_EQ(book["links"], 0);
    expectTellsAll(book["description"], "xlsx");
}

TEST_F(Exports, EveryPaperSaysWhatItIs) {
    const Folder folder;
    for (const char* ending : paperEndings) {
        const Outcome done =
            banlang({"map", store(), "--layer", "donated-land", "-o", (folder / (std::string("to.") + ending)).string(), "--paper",
                     "A4", "--dpi", "60", "--as-of", "31/3/2022"});
        ASSERT_EQ(done.exitCode, 0) << done.err;
    }
    auto pdf = metadataOf(folder / "to.pdf");
    EXPECT_EQ(pdf["Title"].get<std::string>().rfind("Đất hiến làm đường", 0), 0U) << pdf["Title"];
    EXPECT_EQ(pdf["Creator"], program);
    expectTellsAll(pdf["Subject"], "pdf");

    auto svg = metadataOf(folder / "to.svg");
    EXPECT_EQ(svg["title"], pdf["Title"]);
    EXPECT_EQ(svg["creator"], program);
    EXPECT_EQ(svg["language"], "vi");
    expectTellsAll(svg["desc"], "svg");

    auto png = metadataOf(folder / "to.png");
    EXPECT_EQ(png["Title"], pdf["Title"]);
    EXPECT_EQ(png["Software"], program);
    EXPECT_EQ(png["pHYs"], (nlohmann::json{2362, 2362, 1})) << "60 dpi";
    expectTellsAll(png["Description"], "png");
}

const char* const attacks[] = {"=HYPERLINK(\"http://x\";\"y\")", "@SUM(1)", "+84 912 345", "-2+3", "a;=1+1"};

/// How many green routes of a store bear such an id.
int routesNamed(const fs::path& store, const std::string& name) {
    const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(store.c_str(), GDAL_OF_VECTOR));
    int found = 0;
    for (const auto& route : dataset->GetLayerByName("green_routes")) found += route->GetFieldAsString("id") == name ? 1 : 0;
    return found;
}

/// In the file no text is a formula; taken in again it is what it was.
TEST_F(Exports, WhatPeopleWroteRunsNowhereAndComesBack) {
    const Folder folder;
    fs::copy_file(store(), folder / "a.gpkg");
    fs::copy_file(store(), folder / "b.gpkg");
    std::string sheet = "id,commune_code,registered_on\n";
    for (const std::string attack : attacks) {
        std::string cell = attack;
        for (std::size_t at = cell.find('"'); at != std::string::npos; at = cell.find('"', at + 2)) cell.insert(at, 1, '"');
        sheet += fmt::format("\"{}\",00901,2022-01-01\n", cell);
    }
    std::ofstream(folder / "green_routes.csv") << sheet;
    const auto into = [&](const fs::path& file, const char* name) {
        return banlang({"import", file.string(), "--into", (folder / name).string(), "--as", "green-routes", "--json"});
    };
    ASSERT_EQ(into(folder / "green_routes.csv", "a.gpkg").exitCode, 0);
    const auto from = [&](const fs::path& file) {
        return banlang({"export", (folder / "a.gpkg").string(), "--layer", "green-routes", "-o", file.string(), "--lang", "vi"});
    };
    ASSERT_EQ(from(folder / "out.csv").exitCode, 0);
    ASSERT_EQ(from(folder / "out.xlsx").exitCode, 0);
    const std::string bytes = readFile(folder / "out.csv");
    EXPECT_NE(bytes.find("\r\n\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\";\"00901\";"), std::string::npos);
    EXPECT_NE(bytes.find("\r\n\"'+84 912 345\";"), std::string::npos);
    EXPECT_NE(bytes.find("\r\n\"a;'=1+1\";"), std::string::npos);
    auto book = metadataOf(folder / "out.xlsx");
    EXPECT_EQ(book["formulas"], 0);
    EXPECT_EQ(book["links"], 0);
    (void)into(folder / "out.csv", "b.gpkg"); // the other routes are there already
    for (const char* attack : attacks) {
        EXPECT_EQ(routesNamed(folder / "a.gpkg", attack), 1) << attack;
        EXPECT_EQ(routesNamed(folder / "b.gpkg", attack), 1) << attack;
    }
}

/// Python's csv module, told what CSVW tells, reads each row whole.
TEST_F(Exports, PythonReadsTheTableInBothLanguages) {
    const Folder folder;
    for (const auto& [language, delimiter, decimal] : {std::tuple{"vi", ";", ","}, {"en", ",", "."}}) {
        const fs::path file = folder / (std::string(language) + ".csv");
        mustExport("new-roads", file, {"--lang", language, "--geometry", "xy"});
        const std::string text =
            fmt::format("import csv,json,sys\n"
                        "rows = list(csv.DictReader(open({:?}, encoding='utf-8-sig', newline=''), delimiter={:?}))\n"
                        "print(json.dumps([rows, [c['name'] for c in json.load(open({:?}))['tableSchema']['columns']]]))",
                        file.string(), delimiter, file.string() + "-metadata.json");
        const fs::path script = folder / "read.py";
        std::ofstream(script) << text;
        const auto read = nlohmann::json::parse(outputOf("python3 " + quoted(script.string())));
        const auto& rows = read[0];
        int placed = 0;
        for (const auto& row : rows) {
            ASSERT_EQ(row.size(), read[1].size()) << "no more cells than columns";
            const auto east = row["x_east_epsg9209"].get<std::string>();
            if (east.empty()) continue;
            ++placed;
            const std::size_t mark = east.find(decimal);
            ASSERT_EQ(mark + 3, east.size()) << east << ": two digits after the mark";
            EXPECT_NEAR(std::stod(east.substr(0, mark)), 450'000, 60'000);
            const auto length = row["length_m"].get<std::string>();
            EXPECT_LE(length.size(), 9U) << length << ": no 17 digits";
        }
        EXPECT_GT(placed, 10);
    }
}

} // namespace
} // namespace banlang::e2e
