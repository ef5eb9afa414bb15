// SPDX-License-Identifier: MIT
// What a file says of each row is what the map and its legend say: every layer in every format, counted by another program.
#include "core/geo/gdal_drivers.h"
#include "tests/e2e/made_once.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <map>
#include <memory>
#include <optional>

namespace banlang::e2e {
namespace {

using Json = nlohmann::json;

/// Rows by number and name of their class; of none: no number.
using Counted = std::map<std::pair<std::optional<int>, std::string>, int>;

/// A small district, so that hundreds of files are soon written; all kinds of records are in it.
std::string smallStore(const Folder& folder) {
    const std::string store = (folder / "huyện.gpkg").string();
    fs::copy_file(grownStore(2'000, 3), store);
    return store;
}

std::string textOf(const OGRFeature& feature, int field) {
    return field < 0 || feature.IsFieldSetAndNotNull(field) == 0 ? std::string() : feature.GetFieldAsString(field);
}

void countLayer(OGRLayer& layer, Counted& counted, int& rows) {
    const OGRFeatureDefn& fields = *layer.GetLayerDefn();
    const int number = fields.GetFieldIndex("map_class");
    // A Shapefile has room for ten letters.
    const int name = std::max(fields.GetFieldIndex("map_class_name"), fields.GetFieldIndex("map_class_"));
    layer.ResetReading();
    while (const auto feature = std::unique_ptr<OGRFeature>(layer.GetNextFeature())) {
        ++rows;
        const std::string text = textOf(*feature, number);
        ++counted[{text.empty() ? std::nullopt : std::optional(std::stoi(text)), textOf(*feature, name)}];
    }
}

/// A sheet has its title and a blank line over the heads, which are words.
void countSheet(OGRLayer& sheet, Counted& counted, int& rows) {
    int number = -1;
    int name = -1;
    bool inTable = false;
    sheet.ResetReading();
    while (const auto feature = std::unique_ptr<OGRFeature>(sheet.GetNextFeature())) {
        if (inTable) {
            ++rows;
            const std::string text = textOf(*feature, number);
            ++counted[{text.empty() ? std::nullopt : std::optional(std::stoi(text)), textOf(*feature, name)}];
            continue;
        }
        for (int field = 0; field < feature->GetFieldCount(); ++field) {
            const std::string head = textOf(*feature, field);
            if (head == "lớp trên bản đồ") number = field;
            if (head == "tên lớp trên bản đồ") name = field;
        }
        inTable = number >= 0;
    }
}

struct FileContent {
    Counted counted;
    int rows = 0;
};

FileContent contentOf(const fs::path& file) {
    FileContent content;
    registerGdalDrivers();
    const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR));
    EXPECT_NE(dataset, nullptr) << file;
    if (dataset == nullptr) return content;
    const bool workbook = file.extension() == ".xlsx";
    for (int i = 0; i < dataset->GetLayerCount(); ++i) {
        OGRLayer& layer = *dataset->GetLayer(i);
        if (std::string_view(layer.GetName()) == "layer_styles") continue;
        if (workbook && i > 0) continue;
        workbook ? countSheet(layer, content.counted, content.rows) : countLayer(layer, content.counted, content.rows);
    }
    return content;
}

/// The legend's classes of rows, without those that have none.
Counted expected(const Json& layer) {
    Counted counted;
    for (const Json& entry : layer["classes"]) {
        // A unit's row is the unit, where the legend names its border.
        const std::string label = entry["label"].get<std::string>();
        const std::string name = label == "ranh giới thôn" ? "thôn" : label == "ranh giới xã" ? "xã, thị trấn" : label;
        const bool counts = entry.contains("map_class") && entry.contains("count") && entry["count"].get<int>() > 0;
        if (counts) counted[{entry["map_class"].get<int>(), name}] = entry["count"].get<int>();
    }
    return counted;
}

int total(const Counted& counted) {
    int sum = 0;
    for (const auto& [rowClass, count] : counted) sum += count;
    return sum;
}

TEST(ExportedClasses, EveryClassOfTheLegendHasItsCountInEveryFormat) {
    const Folder folder;
    const std::string store = smallStore(folder);
    const Json layers = banlang({"layers", store, "--as-of", "2022-05-18", "--audience", "working-group", "--json"}).json();
    ASSERT_GT(layers["layers"].size(), 20U);
    for (const Json& layer : layers["layers"]) {
        const auto id = layer["id"].get<std::string>();
        const Counted legend = expected(layer);
        for (const char* ending : {"gpkg", "geojson", "kml", "kmz", "shp", "csv", "xlsx"}) {
            const fs::path file = folder / fmt::format("{}.{}", id, ending);
            const Outcome written = banlang({"export", store, "--layer", id, "--as-of", "2022-05-18", "--audience", "working-group",
                                             "-o", file.string(), "--json"});
            ASSERT_EQ(written.exitCode, 0) << file << written.out;
            const FileContent content = contentOf(file);
            EXPECT_EQ(content.rows, layer["features"].get<int>()) << file;
            if (content.rows == 0) continue; // some questions have no answer in a small district
            EXPECT_EQ(content.counted, legend) << file;
            EXPECT_EQ(total(legend), content.rows) << file << ": rows without a class";
        }
    }
}

TEST(ExportedClasses, WhatHasNoPlaceStaysInTheFile) {
    const Folder folder;
    const std::string store = sampleStore(folder);
    const auto rowsOf = [&](const std::string& layer, const std::string& where) {
        const fs::path file = folder / (layer + ".gpkg");
        const std::vector<std::string> export_{"export",     store,           "--layer", layer,         "--as-of",    "2022-05-18",
                                               "--audience", "working-group", "-o",      file.string(), "--overwrite"};
        EXPECT_EQ(banlang(export_).exitCode, 0);
        registerGdalDrivers();
        const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR));
        OGRLayer* rows = dataset->GetLayerByName(layer.c_str());
        rows->SetAttributeFilter(where.empty() ? nullptr : where.c_str());
        return rows->GetFeatureCount();
    };
    EXPECT_EQ(rowsOf("houses", ""), 200) << "one row for each house";
    EXPECT_GT(rowsOf("houses", "geom IS NOT NULL"), 150);
    EXPECT_EQ(rowsOf("renovated-gardens", ""), 495) << "one row for each garden that counts";
    EXPECT_EQ(rowsOf("renovated-gardens", "geom IS NOT NULL"), 393);
    EXPECT_GT(rowsOf("green-routes", "geom IS NOT NULL"), 0) << "a route has the line of its road";
}

} // namespace
} // namespace banlang::e2e
