// SPDX-License-Identifier: MIT
#include "core/geo/detail/raster_file.h"

#include "core/geo/detail/raster_references.h"
#include "core/geo/gdal_drivers.h"

#include <fmt/format.h>
#include <gdal_utils.h>

#include <algorithm>
#include <filesystem>

namespace banlang::detail {
namespace {

namespace fs = std::filesystem;

/// They ask servers, some from a small file that looks harmless.
constexpr std::array<std::string_view, 14> networkDrivers = {"WMS",           "WMTS",   "WCS",    "HTTP",   "OGCAPI",
                                                             "PLMOSAIC",      "EEDAI",  "DAAS",   "NGW",    "Rasdaman",
                                                             "PostGISRaster", "STACTA", "STACIT", "JPIPKAK"};
/// What a mosaic that points to a server holds in its text.
constexpr std::array<const char*, 4> networkWords = {"://", "/vsi", "GDAL_WMS", "WMS:"};

constexpr GIntBig blockCacheBytes = GIntBig{96} * 1024 * 1024;

Error unreadable(const std::string& path, const char* code, Bilingual message, Bilingual hint) {
    return {ErrorKind::inputUnreadable, code, std::move(message), std::move(hint), {path, {}, -1, {}}};
}

Error notLocal(const std::string& path) {
    return unreadable(path, "raster-not-local",
                      {"Ảnh nền chỉ lấy từ đĩa của máy này, không lấy qua mạng",
                       "A backdrop comes from this computer's disk, never from a network"},
                      {"Chép tệp GeoTIFF hoặc MBTiles về máy rồi chọn lại", "Copy a GeoTIFF or MBTiles file here and choose it"});
}

/// A file of the network or one that lies elsewhere, as the raster names it.
Error wantsElsewhere(const std::string& path, std::string wanted) {
    constexpr std::size_t most = 200;
    if (wanted.size() > most) {
        std::size_t end = most;
        while (end > 0 && (static_cast<unsigned char>(wanted[end]) & 0xC0U) == 0x80U) --end;
        wanted = wanted.substr(0, end) + "…";
    }
    const bool address = std::any_of(networkWords.begin(), networkWords.end(),
                                     [&](const char* word) { return wanted.find(word) != std::string::npos; });
    if (address) {
        Error error = notLocal(path);
        error.message.vi += fmt::format("; tệp này trỏ tới “{}”", wanted);
        error.message.en += fmt::format("; this one points to “{}”", wanted);
        return error;
    }
    return unreadable(path, "raster-part-elsewhere",
                      {fmt::format("Ảnh này đòi tệp “{}”, không nằm trong thư mục của nó", wanted),
                       fmt::format("The picture wants the file “{}”, which does not lie in its folder", wanted)},
                      {"Đặt các ảnh cạnh tệp ghép hoặc trong thư mục con, rồi lập lại tệp ghép",
                       "Put the pictures beside the mosaic or in folders below it, and make the mosaic anew"});
}

Error notARaster(const std::string& path) {
    return unreadable(path, "not-a-raster",
                      {"Tệp này không phải ảnh mà banlang đọc được", "This file is no picture that banlang can read"},
                      {"Dùng GeoTIFF, COG hoặc MBTiles", "Use GeoTIFF, COG or MBTiles"});
}

Error withoutPlace(const std::string& path) {
    return unreadable(
        path, "raster-without-place",
        {"Ảnh không có tọa độ, không biết đặt vào đâu", "The picture has no coordinates, so it has no place on the map"},
        {"Đặt tệp tọa độ (.tfw, .jgw) cạnh ảnh, hoặc xin lại bản GeoTIFF",
         "Put its world file (.tfw, .jgw) beside it, or ask for a GeoTIFF"});
}

bool isNetworkDriver(std::string_view name) {
    return std::find(networkDrivers.begin(), networkDrivers.end(), name) != networkDrivers.end();
}

CPLStringList localDrivers() {
    CPLStringList names;
    GDALDriverManager& manager = *GetGDALDriverManager();
    for (int i = 0; i < manager.GetDriverCount(); ++i) {
        GDALDriver* driver = manager.GetDriver(i);
        const bool raster = driver->GetMetadataItem(GDAL_DCAP_RASTER) != nullptr;
        if (raster && !isNetworkDriver(driver->GetDescription())) names.AddString(driver->GetDescription());
    }
    return names;
}

/// Whether a mosaic and the mosaics in it are made of local files alone.
bool staysLocal(GDALDataset& dataset, int depth = 0) {
    if (std::string_view(dataset.GetDriverName()) != "VRT") return !isNetworkDriver(dataset.GetDriverName());
    char** xml = dataset.GetMetadata("xml:VRT");
    const std::string_view text = xml != nullptr && xml[0] != nullptr ? xml[0] : "";
    const bool named = std::any_of(networkWords.begin(), networkWords.end(),
                                   [&](const char* word) { return text.find(word) != std::string_view::npos; });
    if (named || depth > 4) return false;
    const CPLStringList files(dataset.GetFileList());
    const CPLStringList drivers = localDrivers();
    for (int i = 0; i < files.size(); ++i) {
        if (std::string_view(files[i]) == dataset.GetDescription()) continue;
        const GDALDatasetUniquePtr part(GDALDataset::Open(files[i], GDAL_OF_RASTER | GDAL_OF_READONLY, drivers.List()));
        if (part != nullptr && !staysLocal(*part, depth + 1)) return false;
        if (part == nullptr && GDALIdentifyDriverEx(files[i], GDAL_OF_RASTER, nullptr, nullptr) != nullptr) return false;
    }
    return true;
}

/// A scan with control points instead of an even grid, as an even grid.
GDALDatasetUniquePtr straightened(GDALDatasetUniquePtr scan) {
    CPLStringList words;
    const bool palette = scan->GetRasterBand(1)->GetColorTable() != nullptr;
    for (const char* word : {"-of", "VRT", "-dstalpha", "-r", palette ? "near" : "bilinear"}) words.AddString(word);
    GDALWarpAppOptions* options = GDALWarpAppOptionsNew(words.List(), nullptr);
    GDALDatasetH source = GDALDataset::ToHandle(scan.get());
    GDALDatasetUniquePtr grid(GDALDataset::FromHandle(GDALWarp("", nullptr, 1, &source, options, nullptr)));
    GDALWarpAppOptionsFree(options);
    if (grid != nullptr) scan.release()->ReleaseRef(); // the grid holds it now
    return grid;
}

/// The CRS that the file names; a VN-2000 zone that some program wrote with other parameters is that zone.
Result<std::optional<Crs>> crsOf(const GDALDataset& dataset) {
    const OGRSpatialReference* reference = dataset.GetSpatialRef();
    if (reference == nullptr || reference->IsEmpty() || reference->IsLocal()) return std::optional<Crs>();
    char* wkt = nullptr;
    const std::array<const char*, 2> options{"FORMAT=WKT2_2019", nullptr};
    reference->exportToWkt(&wkt, options.data());
    auto crs = Crs::fromWkt(wkt != nullptr ? wkt : "");
    CPLFree(wkt);
    if (!crs) return Unexpected(std::move(crs.error()));
    if (const int zone = crs->vn2000Zone(); zone != 0) crs = Crs::fromEpsg(zone);
    if (!crs) return Unexpected(std::move(crs.error()));
    return std::optional(std::move(*crs));
}

Result<GDALDatasetUniquePtr> openDataset(const std::string& path, const GdalErrors& errors) {
    registerGdalDrivers();
    // GDAL would keep up to a twentieth of the memory full of blocks; a view needs far less.
    if (GDALGetCacheMax64() > blockCacheBytes) GDALSetCacheMax64(blockCacheBytes);
    if (const auto stray = strayReference(path)) return Unexpected(wantsElsewhere(path, *stray));
    const CPLStringList drivers = localDrivers();
    GDALDatasetUniquePtr dataset(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers.List()));
    if (dataset != nullptr && dataset->GetRasterCount() < 1) return Unexpected(notARaster(path));
    if (dataset != nullptr) {
        if (!staysLocal(*dataset)) return Unexpected(notLocal(path));
        if (const auto stray = strayFile(*dataset, path)) return Unexpected(wantsElsewhere(path, *stray));
        return dataset;
    }
    GDALDriverH known = GDALIdentifyDriver(path.c_str(), nullptr);
    if (known != nullptr && isNetworkDriver(GDALGetDriverShortName(known))) return Unexpected(notLocal(path));
    const GDALDatasetUniquePtr vectors(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    return Unexpected(known == nullptr || vectors != nullptr ? notARaster(path) : damagedRaster(path, errors.failure()));
}

} // namespace

GdalOption::GdalOption(const char* name, const char* value) : name_(name) {
    if (const char* before = CPLGetThreadLocalConfigOption(name, nullptr)) before_ = before;
    CPLSetThreadLocalConfigOption(name, value);
}
GdalOption::~GdalOption() {
    CPLSetThreadLocalConfigOption(name_, before_ ? before_->c_str() : nullptr);
}

Error damagedRaster(const std::string& path, const std::string& gdalSays) {
    const std::string reason = gdalSays.empty() ? std::string() : fmt::format(" ({})", gdalSays);
    return unreadable(
        path, "raster-damaged",
        {fmt::format("Ảnh bị hỏng hoặc thiếu một phần{}", reason), fmt::format("The picture is damaged or cut off{}", reason)},
        {"Chép lại tệp từ nguồn rồi so dung lượng", "Copy the file again from where it came and compare the sizes"});
}

Result<RasterFile> openRasterFile(const std::string& path) {
    if (path.find("://") != std::string::npos || path.starts_with("/vsi")) return Unexpected(notLocal(path));
    std::error_code failure;
    if (!fs::exists(path, failure)) {
        return Unexpected(unreadable(path, "file-missing", {"Không có tệp này", "There is no such file"},
                                     {"Kiểm tra lại tên, hoặc cắm ổ đĩa có ảnh rồi tìm lại tệp",
                                      "Check the name, or connect the disk that holds it and look again"}));
    }
    if (!fs::is_regular_file(path, failure)) return Unexpected(notARaster(path));
    const GdalErrors errors;
    RasterFile file;
    BANLANG_TRY(dataset, openDataset(path, errors));
    file.oneThread = std::string_view(dataset->GetDriverName()) == "VRT";
    file.dataset = std::move(dataset);
    if (file.dataset->GetGeoTransform(file.toGround.data()) != CE_None && file.dataset->GetGCPCount() > 0) {
        file.dataset = straightened(std::move(file.dataset));
        file.oneThread = true;
        if (file.dataset == nullptr) return Unexpected(damagedRaster(path, errors.failure()));
    }
    if (file.dataset->GetGeoTransform(file.toGround.data()) != CE_None) return Unexpected(withoutPlace(path));
    BANLANG_TRY(crs, crsOf(*file.dataset));
    file.crs = std::move(crs);
    return file;
}

} // namespace banlang::detail
