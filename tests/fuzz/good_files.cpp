// SPDX-License-Identifier: MIT
#include "tests/fuzz/good_files.h"

#include "core/geo/gdal_drivers.h"
#include "tests/fuzz/bytes.h"

#include <cpl_string.h>
#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <stdexcept>

namespace banlang::fuzz {
namespace {

struct CloseDataset {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

constexpr double west = 105.2;
constexpr double south = 22.8;
constexpr double side = 0.001;

std::string squareWkt(int number) {
    const double x = west + side * (number % 4);
    const double y = south + side * (number / 4);
    return fmt::format("POLYGON (({0} {1},{2} {1},{2} {3},{0} {3},{0} {1}))", x, y, x + side, y + side);
}

void addFeature(OGRLayer& layer, const std::string& wkt, int number, const std::string& text) {
    const std::unique_ptr<OGRFeature> feature(OGRFeature::CreateFeature(layer.GetLayerDefn()));
    OGRGeometry* geometry = nullptr;
    OGRGeometryFactory::createFromWkt(wkt.c_str(), layer.GetSpatialRef(), &geometry);
    feature->SetGeometryDirectly(geometry);
    const auto set = [&](const char* field, const std::string& value) {
        if (feature->GetFieldIndex(field) >= 0) feature->SetField(field, value.c_str());
    };
    set("MA_XA", "00904");
    set("SO_TO", "7");
    set("SO_THUA", std::to_string(number + 1));
    set("LOAI_DAT", number % 2 == 0 ? "ONT" : "CLN");
    set("DIEN_TICH", fmt::format("{}", 1'000 + number));
    set("Text", text);
    if (!text.empty()) feature->SetStyleString(fmt::format("LABEL(t:\"{}\")", text).c_str());
    if (layer.CreateFeature(feature.get()) != OGRERR_NONE) throw std::runtime_error("a feature could not be written");
}

void fillWithFields(GDALDataset& dataset) {
    OGRSpatialReference crs;
    crs.importFromEPSG(4326);
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayer& layer = *dataset.CreateLayer("thua_dat", &crs, wkbPolygon, nullptr);
    for (const char* name : {"MA_XA", "SO_TO", "SO_THUA", "LOAI_DAT"}) {
        OGRFieldDefn field(name, OFTString);
        layer.CreateField(&field);
    }
    OGRFieldDefn area("DIEN_TICH", OFTReal);
    layer.CreateField(&area);
    for (int i = 0; i < 12; ++i) addFeature(layer, squareWkt(i), i, {});
}

/// Drawings have no fields of their own, but lines and texts.
void fillDrawing(GDALDataset& dataset) {
    OGRLayer& layer = *dataset.CreateLayer("entities", nullptr, wkbUnknown, nullptr);
    for (int i = 0; i < 12; ++i) {
        addFeature(layer, squareWkt(i), i, {});
        addFeature(layer, fmt::format("POINT ({} {})", west + side * (i % 4 + 0.5), south + side * (i / 4 + 0.5)), i,
                   fmt::format("{}/{}", i + 1, 1'000 + i));
    }
    addFeature(layer, fmt::format("LINESTRING ({0} {1},{2} {1},{2} {3})", west, south, west + 9 * side, south + 5 * side), 0, {});
}

} // namespace

GoodFile messyFile(const std::string& name) {
    GoodFile good;
    good.path = fs::path(BANLANG_SOURCE_DIR) / "sample-data" / "messy-district" / name;
    if (!fs::exists(good.path)) throw std::runtime_error(good.path.string());
    for (const auto& entry : fs::directory_iterator(good.path.parent_path())) {
        if (entry.path() != good.path && entry.path().stem() == good.path.stem()) good.sidecars.push_back(entry.path());
    }
    std::sort(good.sidecars.begin(), good.sidecars.end());
    return good;
}

GoodFile writtenByGdal(const std::string& driver, const std::string& fileName, const fs::path& folder) {
    registerGdalDrivers();
    fs::create_directories(folder);
    GoodFile good;
    good.path = folder / fileName;
    CPLStringList options;
    if (driver == "GML") options.AddString("XSISCHEMA=OFF");
    Dataset dataset(
        GetGDALDriverManager()->GetDriverByName(driver.c_str())->Create(good.path.c_str(), 0, 0, 0, GDT_Unknown, options.List()));
    if (dataset == nullptr) throw std::runtime_error(driver + " could not be written");
    if (driver == "DXF" || driver == "DGN")
        fillDrawing(*dataset);
    else
        fillWithFields(*dataset);
    dataset.reset();
    if (fs::is_directory(good.path)) {
        for (const auto& entry : fs::directory_iterator(good.path)) good.sidecars.push_back(entry.path());
        std::sort(good.sidecars.begin(), good.sidecars.end());
    }
    return good;
}

std::string oldestExcelSheet() {
    const auto record = [](std::uint16_t kind, const std::string& body) { return little(kind, 2) + little(body.size(), 2) + body; };
    std::string sheet = record(0x0009, little(2, 2) + little(0x10, 2));
    for (std::uint16_t row = 0; row < 12; ++row) {
        const std::vector<std::string> cells = {row == 0 ? "Ma ho" : fmt::format("H{:03}", row), row == 0 ? "Chu ho" : "Lo Van Pao",
                                                row == 0 ? "Ma thon" : "0090401"};
        for (std::size_t column = 0; column < cells.size(); ++column) {
            sheet += record(0x0004, little(row, 2) + little(column, 2) + std::string(3, '\0') + little(cells[column].size(), 1) +
                                        cells[column]);
        }
    }
    return sheet + record(0x000A, {});
}

} // namespace banlang::fuzz
