// SPDX-License-Identifier: MIT
#include "core/io/terrain.h"

#include "core/geo/detail/gdal_errors.h"
#include "core/io/detail/plain_files.h"

#include <gdal_priv.h>

#include <fstream>
#include <iterator>

namespace banlang {
namespace {

Error noTerrain(const std::string& path) {
    return {ErrorKind::inputUnreadable,
            "terrain-unreadable",
            {"Tệp độ cao không đọc được hoặc không có tọa độ", "The heights cannot be read or have no coordinates"},
            {"Xin lại tệp GeoTIFF nguyên vẹn", "Ask for an undamaged GeoTIFF"},
            {path, {}, -1, {}}};
}

} // namespace

Result<std::string> readTerrainFile(const std::string& path) {
    BANLANG_CHECK(detail::checkPlainFiles(path));
    GDALAllRegister();
    const detail::GdalErrors errors;
    const char* const drivers[] = {"GTiff", nullptr};
    const GDALDatasetUniquePtr dataset(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers));
    double transform[6];
    if (dataset == nullptr || dataset->GetRasterCount() < 1 || dataset->GetGeoTransform(transform) != CE_None)
        return Unexpected(noTerrain(path));
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

} // namespace banlang
