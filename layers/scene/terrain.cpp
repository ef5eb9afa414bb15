// SPDX-License-Identifier: MIT
#include "core/io/terrain.h"

#include "core/geo/gdal_drivers.h"
#include "layers/scene/scene.h"

#include <cpl_vsi.h>
#include <gdal_priv.h>

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

/// Shading finer than this shows nothing more, on a screen or on A0.
constexpr int mostCells = 2048;

/// The bytes under a name that GDAL can open, for as long as this lives. The name holds the address, so that two threads never
/// meet.
class MemoryFile {
public:
    explicit MemoryFile(const std::string& bytes) : name_(fmt::format("/vsimem/terrain-{}.tif", static_cast<const void*>(&bytes))) {
        // GDAL only reads: the file is opened read-only and the buffer stays ours.
        auto* data = reinterpret_cast<GByte*>(const_cast<char*>(bytes.data())); // NOLINT: GDAL's signature
        if (VSILFILE* file = VSIFileFromMemBuffer(name_.c_str(), data, bytes.size(), FALSE)) VSIFCloseL(file);
    }
    ~MemoryFile() { VSIUnlink(name_.c_str()); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    [[nodiscard]] const char* name() const { return name_.c_str(); }

private:
    std::string name_;
};

void fillMissing(GDALRasterBand& band, std::vector<float>& heights) {
    int hasNoData = FALSE;
    const auto noData = static_cast<float>(band.GetNoDataValue(&hasNoData));
    for (float& height : heights) {
        if (!std::isfinite(height) || (hasNoData != FALSE && height == noData)) height = 0;
    }
}

std::optional<HeightGrid> readGrid(GDALDataset& dataset) {
    double transform[6];
    if (dataset.GetRasterCount() < 1 || dataset.GetGeoTransform(transform) != CE_None) return std::nullopt;
    const int fullColumns = dataset.GetRasterXSize();
    const int fullRows = dataset.GetRasterYSize();
    if (std::int64_t{fullColumns} * fullRows > mostTerrainPixels) return std::nullopt;
    const double shrink = std::max(1.0, static_cast<double>(std::max(fullColumns, fullRows)) / mostCells);
    HeightGrid grid;
    grid.columns = std::max(1, static_cast<int>(fullColumns / shrink));
    grid.rows = std::max(1, static_cast<int>(fullRows / shrink));
    grid.extent.grow(Point{transform[0], transform[3]});
    grid.extent.grow(Point{transform[0] + transform[1] * fullColumns, transform[3] + transform[5] * fullRows});
    grid.heightM.resize(static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows));
    GDALRasterIOExtraArg extra;
    INIT_RASTERIO_EXTRA_ARG(extra);
    extra.eResampleAlg = GRIORA_Average;
    GDALRasterBand& band = *dataset.GetRasterBand(1);
    const CPLErr read = band.RasterIO(GF_Read, 0, 0, fullColumns, fullRows, grid.heightM.data(), grid.columns, grid.rows,
                                      GDT_Float32, 0, 0, &extra);
    if (read != CE_None) return std::nullopt;
    fillMissing(band, grid.heightM);
    return grid;
}

} // namespace

std::optional<HeightGrid> readTerrain(const District& district) {
    if (district.terrainTiff.empty()) return std::nullopt;
    registerGdalDrivers();
    const MemoryFile file(district.terrainTiff);
    const char* const drivers[] = {"GTiff", nullptr};
    const GDALDatasetUniquePtr dataset(
        GDALDataset::Open(file.name(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers, nullptr, nullptr));
    return dataset ? readGrid(*dataset) : std::nullopt;
}

} // namespace banlang
