// SPDX-License-Identifier: MIT
// Drawings say nothing of their place and little of their lines: a mapping file tells what their layers mean.
#include "core/geo/gdal_drivers.h"
#include "tests/e2e/known_district.h"
#include "tests/support/columns.h"

#include <ogrsf_frmts.h>

#include <algorithm>

namespace banlang::e2e {
namespace {

/// Lines alone, on the layers of a drawing, one after another.
std::string drawn(const char* driver, const char* layerField, const std::vector<std::string>& layers, const FeatureTable& roads,
                  const std::string& path) {
    registerGdalDrivers();
    CPLStringList options;
    if (std::string_view(driver) == "DGN") { // counts whole millimetres, with four bytes
        for (const char* option : {"ORIGIN=-450000,-2540000,0", "SUB_UNITS_PER_MASTER_UNIT=1000", "UOR_PER_SUB_UNIT=1"})
            options.AddString(option);
    }
    GDALDatasetUniquePtr data(
        GetGDALDriverManager()->GetDriverByName(driver)->Create(path.c_str(), 0, 0, 0, GDT_Unknown, options.List()));
    OGRLayer* layer = data ? data->CreateLayer("entities", nullptr, wkbLineString) : nullptr;
    if (layer == nullptr) throw std::runtime_error("no drawing");
    for (std::size_t row = 0; row < roads.rowCount; ++row) {
        OGRFeature feature(layer->GetLayerDefn());
        feature.SetField(layerField, layers[row].c_str());
        OGRLineString line;
        for (std::size_t ring = roads.geometry.firstRing(row); ring < roads.geometry.lastRing(row); ++ring) {
            const auto xy = roads.geometry.ring(ring);
            for (std::size_t i = 0; i + 1 < xy.size(); i += 2) line.addPoint(xy[i], xy[i + 1]);
        }
        feature.SetGeometry(&line);
        EXPECT_EQ(layer->CreateFeature(&feature), OGRERR_NONE);
    }
    return path;
}

/// Handles grow as the drawing does.
std::vector<std::size_t> inOrderOfDrawing(const FeatureTable& roads) {
    std::vector<std::size_t> rows(roads.rowCount);
    for (std::size_t row = 0; row < rows.size(); ++row) rows[row] = row;
    const auto number = [&](std::size_t row) { return std::stoul(std::string(test::textAt(roads, "id", row)), nullptr, 16); };
    std::sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) { return number(a) < number(b); });
    return rows;
}

/// A line as one path: a drawing may hold a long one as a chain of pieces that touch.
GeometryColumn inOnePiece(const GeometryColumn& lines, std::size_t row) {
    GeometryColumn whole;
    whole.kind = GeometryKind::line;
    for (std::size_t ring = lines.firstRing(row); ring < lines.lastRing(row); ++ring) {
        const auto xy = lines.ring(ring);
        for (std::size_t i = 0; i + 1 < xy.size(); i += 2) {
            const Point next{xy[i], xy[i + 1]};
            const bool touches = i == 0 && whole.pointCount() > 0 && whole.point(whole.pointCount() - 1) == next;
            if (!touches) whole.addPoint(next);
        }
    }
    whole.endRing();
    whole.endPart();
    whole.endFeature();
    return whole;
}

/// The mapping file says what the layers of the drawing mean.
void expectDrawingComesBack(const char* driver, const char* ending, const char* layerField,
                            const std::vector<std::string>& layers) {
    const Folder folder;
    const FeatureTable& roads = known().district.table(Role::roads);
    const std::string path = drawn(driver, layerField, layers, roads, (folder / (std::string("duong") + ending)).string());
    const std::string map = (folder / "duong.toml").string();
    std::ofstream(map) << "[[layer]]\nfile = \"duong*\"\ncolumns = { layer = \"class\", handle = \"id\" }\n";
    const Imported imported = importInto(known().villages, {path, "--as", "roads", "--map", map}, folder);
    const FeatureTable& got = imported.district.table(Role::roads);
    ASSERT_EQ(got.rowCount, roads.rowCount);
    const std::vector<std::size_t> order = inOrderOfDrawing(got);
    for (std::size_t row = 0; row < roads.rowCount; ++row) {
        EXPECT_EQ(test::textAt(got, "class", order[row]), layers[row]);
        const auto distance = farthest(inOnePiece(got.geometry, order[row]), 0, inOnePiece(roads.geometry, row), 0);
        ASSERT_TRUE(distance) << row;
        EXPECT_LE(*distance, 0.002) << row;
    }
}

TEST(Drawings, Dxf) {
    const FeatureTable& roads = known().district.table(Role::roads);
    std::vector<std::string> layers;
    for (std::size_t row = 0; row < roads.rowCount; ++row) layers.emplace_back(test::textAt(roads, "class", row));
    expectDrawingComesBack("DXF", ".dxf", "Layer", layers);
}

TEST(Drawings, Dgn) {
    const std::vector<std::string> levels(known().district.table(Role::roads).rowCount, "12");
    expectDrawingComesBack("DGN", ".dgn", "Level", levels);
}

} // namespace
} // namespace banlang::e2e
