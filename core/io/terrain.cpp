// SPDX-License-Identifier: MIT
#include "core/io/terrain.h"

#include "core/geo/detail/gdal_errors.h"
#include "core/geo/gdal_drivers.h"
#include "core/io/detail/plain_files.h"
#include "core/io/whole_file.h"
#include "core/text/format.h"

#include <fmt/format.h>
#include <gdal_priv.h>

namespace banlang {
namespace {

Error noTerrain(const std::string& path) {
    return {ErrorKind::inputUnreadable,
            "terrain-unreadable",
            {"Tệp độ cao không đọc được hoặc không có tọa độ", "The heights cannot be read or have no coordinates"},
            {"Xin lại tệp GeoTIFF nguyên vẹn", "Ask for an undamaged GeoTIFF"},
            {path, {}, -1, {}}};
}

Error tooManyPixels(const std::string& path, int columns, int rows) {
    const auto count = [](std::int64_t pixels, Language language) {
        return formatNumber(static_cast<double>(pixels), 0, language);
    };
    return {
        ErrorKind::inputUnreadable,
        "terrain-too-large",
        {fmt::format("Độ cao có {} x {} điểm, quá mức {} điểm", columns, rows, count(mostTerrainPixels, Language::vietnamese)),
         fmt::format("The heights have {} x {} pixels, more than {}", columns, rows, count(mostTerrainPixels, Language::english))},
        {"Cắt theo địa bàn hoặc lấy độ phân giải thô hơn", "Cut it to the area or take a coarser resolution"},
        {path, {}, -1, {}}};
}

} // namespace

Result<std::string> readTerrainFile(const std::string& path) {
    BANLANG_CHECK(detail::checkPlainFiles(path));
    BANLANG_CHECK(checkFileSize(path, largestTerrain));
    registerGdalDrivers();
    const detail::GdalErrors errors;
    const char* const drivers[] = {"GTiff", nullptr};
    const GDALDatasetUniquePtr dataset(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers));
    double transform[6];
    if (dataset == nullptr || dataset->GetRasterCount() < 1 || dataset->GetGeoTransform(transform) != CE_None)
        return Unexpected(noTerrain(path));
    const int columns = dataset->GetRasterXSize();
    const int rows = dataset->GetRasterYSize();
    if (std::int64_t{columns} * rows > mostTerrainPixels) return Unexpected(tooManyPixels(path, columns, rows));
    return readWholeFile(path, largestTerrain);
}

} // namespace banlang
