// SPDX-License-Identifier: MIT
// Polygons of other people that are not part of the project: looked for in the folder that BANLANG_REAL_DATA names.
#include "core/geo/gdal_drivers.h"
#include "core/geo/measure.h"
#include "tests/viewer/map/polygon_areas.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

namespace banlang::viewer {
namespace {

namespace fs = std::filesystem;

class TessellateReal : public ::testing::Test {
protected:
    void SetUp() override {
        const char* folder = std::getenv("BANLANG_REAL_DATA");
        if (folder == nullptr) GTEST_SKIP() << "BANLANG_REAL_DATA names no folder with real data";
        data = folder;
    }
    [[nodiscard]] fs::path need(const char* name) const { return data / name; }
    fs::path data;
};

GeometryColumn fixture(const fs::path& file, int turns) {
    GeometryColumn column;
    column.kind = GeometryKind::polygon;
    std::ifstream stream(file);
    for (const auto& ring : nlohmann::json::parse(stream)) {
        for (const auto& corner : ring) {
            Point at{corner[0], corner[1]};
            for (int turn = 0; turn < turns; ++turn) at = {-at.y, at.x};
            column.addPoint(at);
        }
        if (!ring.empty()) column.endRing();
    }
    column.endPart();
    column.endFeature();
    return column;
}

/// Fixtures whose rings cross, and how far their cover may be from what the rings wind round, relative to it.
const std::map<std::string, double> crossing{
    {"bad-hole", 0.015}, {"simplified-us-border", 1e-5}, {"water", 5e-5}, {"water-huge", 5e-4}, {"water-huge2", 5e-4}};

TEST_F(TessellateReal, CoversThePolygonsThatBreakTessellators) {
    const fs::path folder = need("polygon_torture/fixtures");
    ASSERT_TRUE(fs::exists(folder)) << folder;
    int whole = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().stem();
        for (int turns = 0; turns < 4; ++turns) {
            SCOPED_TRACE(fmt::format("{}, turned {} times", name, turns));
            const GeometryColumn column = fixture(entry.path(), turns);
            const Cover cover = coverOf(column);
            EXPECT_TRUE(cover.ownPointsOnly);
            EXPECT_TRUE(cover.allTurnLeft);
            const GeosVerdict geos = geosVerdict(column);
            const double rings = areaM2(column, 0);
            const auto crosses = crossing.find(name);
            EXPECT_EQ(cover.whole, crosses == crossing.end());
            EXPECT_FALSE(geos.valid && !cover.whole);
            if (crosses == crossing.end()) {
                // Touching is not valid for GEOS either, but leaves no doubt about the area: that of the rings.
                EXPECT_NEAR(cover.areaM2, std::max(rings, 0.0), 1e-9 * std::abs(rings));
                ++whole;
            } else {
                // GEOS cannot read the rings of two points of the water-huge ones; their overlaps are small against the whole.
                const double right = geos.readable ? geos.repairedAreaM2 : rings;
                EXPECT_NEAR(cover.areaM2, right, crosses->second * right);
            }
        }
    }
    EXPECT_EQ(whole, 4 * 54);
}

/// All polygons of all layers of a file.
GeometryColumn polygonsOf(const fs::path& file) {
    registerGdalDrivers();
    GeometryColumn column;
    column.kind = GeometryKind::polygon;
    const GDALDatasetUniquePtr dataset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR));
    if (dataset == nullptr) return column;
    for (OGRLayer* layer : dataset->GetLayers()) {
        for (const auto& feature : *layer) {
            const OGRGeometry* geometry = feature->GetGeometryRef();
            if (geometry == nullptr || wkbFlatten(geometry->getGeometryType()) % 3 != 0) continue; // polygon 3, multipolygon 6
            std::vector<std::byte> wkb(geometry->WkbSize());
            geometry->exportToWkb(wkbNDR, reinterpret_cast<unsigned char*>(wkb.data()));
            appendWkb(column, wkb);
        }
    }
    return column;
}

TEST_F(TessellateReal, CoversRealBoundariesAndParcels) {
    const std::map<const char*, std::size_t> files{{"hagiang/hagiang_communes_2009.gpkg", 195},
                                                   {"parcels_fr/parcels_91216_l93.gpkg", 4241},
                                                   {"hagiang_globalmap/globalmap_hagiang.gpkg", 1}};
    for (const auto& [name, atLeast] : files) {
        const GeometryColumn column = polygonsOf(need(name));
        EXPECT_GE(column.featureCount(), atLeast) << name;
        for (std::size_t feature = 0; feature < column.featureCount(); ++feature) {
            SCOPED_TRACE(fmt::format("{} {}", name, feature));
            const Cover cover = coverOf(column, feature);
            const GeosVerdict geos = geosVerdict(column, feature);
            EXPECT_TRUE(cover.ownPointsOnly);
            EXPECT_TRUE(cover.whole || !geos.valid);
            const double right = cover.whole ? areaM2(column, feature) : geos.repairedAreaM2;
            EXPECT_NEAR(cover.areaM2, right, (cover.whole ? 1e-9 : 1e-3) * right);
        }
    }
}

} // namespace
} // namespace banlang::viewer
