// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/gdal_drivers.h"
#include "core/geo/point.h"

#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogr_spatialref.h>

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace banlang::test {

/// A small picture to be written as a file: `value(band, column, row)` for every pixel.
struct TestRaster {
    int columns = 200;
    int rows = 200;
    int bands = 3;
    GDALDataType type = GDT_Byte;
    Point northWest{};
    double pixelM = 10;
    int epsg = 9209; ///< 0: the file names none
    std::optional<double> noData{};
    bool palette = false; ///< entries: 0 red, 1 green, 2 blue
    std::function<double(int, int, int)> value = [](int band, int column, int row) {
        return band == 0 ? column : band == 1 ? row : 40; // the colour tells the place
    };
};

inline void describe(GDALDataset& dataset, const TestRaster& raster) {
    std::array<double, 6> toGround{raster.northWest.x, raster.pixelM, 0, raster.northWest.y, 0, -raster.pixelM};
    dataset.SetGeoTransform(toGround.data());
    if (raster.epsg > 0) {
        OGRSpatialReference crs;
        crs.importFromEPSG(raster.epsg);
        dataset.SetSpatialRef(&crs);
    }
    for (int band = 1; band <= raster.bands && raster.noData; ++band) dataset.GetRasterBand(band)->SetNoDataValue(*raster.noData);
    if (raster.palette) {
        GDALColorTable table;
        const std::array<GDALColorEntry, 3> entries{{{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}}};
        for (int i = 0; i < 3; ++i) table.SetColorEntry(i, &entries[static_cast<std::size_t>(i)]);
        dataset.GetRasterBand(1)->SetColorTable(&table);
    }
}

inline GDALDatasetUniquePtr makeRaster(const TestRaster& raster, const char* driver, const std::string& path,
                                       char** options = nullptr) {
    registerGdalDrivers();
    GDALDatasetUniquePtr dataset(GetGDALDriverManager()->GetDriverByName(driver)->Create(path.c_str(), raster.columns, raster.rows,
                                                                                         raster.bands, raster.type, options));
    if (dataset == nullptr) return dataset;
    describe(*dataset, raster);
    std::vector<double> line(static_cast<std::size_t>(raster.columns));
    for (int band = 0; band < raster.bands; ++band) {
        for (int row = 0; row < raster.rows; ++row) {
            for (int column = 0; column < raster.columns; ++column)
                line[static_cast<std::size_t>(column)] = raster.value(band, column, row);
            EXPECT_EQ(dataset->GetRasterBand(band + 1)->RasterIO(GF_Write, 0, row, raster.columns, 1, line.data(), raster.columns,
                                                                 1, GDT_Float64, 0, 0),
                      CE_None);
        }
    }
    return dataset;
}

/// A GeoTIFF; tiled and uncompressed.
inline std::string writeGeoTiff(const TestRaster& raster, const std::string& path) {
    std::array<char*, 2> options{const_cast<char*>("TILED=YES"), nullptr}; // NOLINT: GDAL's signature
    EXPECT_NE(makeRaster(raster, "GTiff", path, options.data()), nullptr);
    return path;
}

/// The same in a format that only copies: "MBTiles", "PNG".
inline std::string writeCopy(const TestRaster& raster, const char* driver, const std::string& path) {
    const GDALDatasetUniquePtr memory = makeRaster(raster, "MEM", "");
    const GDALDatasetUniquePtr copy(
        GetGDALDriverManager()->GetDriverByName(driver)->CreateCopy(path.c_str(), memory.get(), FALSE, nullptr, nullptr, nullptr));
    EXPECT_NE(copy, nullptr);
    return path;
}

} // namespace banlang::test
