// SPDX-License-Identifier: MIT
#include "core/geo/raster_overviews.h"

#include "core/base/pending_output.h"
#include "core/geo/detail/raster_colours.h"
#include "core/geo/detail/raster_file.h"

#include <fmt/format.h>
#include <gdal_utils.h>
#include <xxhash.h>

#include <cstdlib>
#include <filesystem>

namespace banlang {
namespace {

namespace fs = std::filesystem;

/// The smallest copy is not larger than this.
constexpr int smallestSide = 256;
/// Share of the time that the first copy takes, which reads the whole raster.
constexpr double firstCopyShare = 0.8;

fs::path cacheFolder() {
    const char* cache = std::getenv("XDG_CACHE_HOME"); // NOLINT(concurrency-mt-unsafe): nobody sets it
    if (cache != nullptr && *cache == '/') return fs::path(cache) / "banlang" / "rasters";
    const char* home = std::getenv("HOME"); // NOLINT(concurrency-mt-unsafe): nobody sets it
    const fs::path base = home != nullptr && *home == '/' ? fs::path(home) / ".cache" : fs::temp_directory_path();
    return base / "banlang" / "rasters";
}

std::string nameStart(const fs::path& raster) {
    const std::string path = fs::absolute(raster).lexically_normal().string();
    return fmt::format("{:016x}", XXH3_64bits(path.data(), path.size()));
}

struct Steps {
    const Progress& progress;
    double from = 0;
    double to = 1;
};

int CPL_STDCALL tell(double fraction, const char* /*message*/, void* user) {
    const auto& steps = *static_cast<const Steps*>(user);
    steps.progress.tell(steps.from + fraction * (steps.to - steps.from),
                        {"Tạo bản thu nhỏ của ảnh nền", "Making smaller copies of the backdrop"});
    return steps.progress.shouldStop() ? FALSE : TRUE;
}

/// JPEG for photographs, where no value means "nothing here"; else what loses nothing.
bool isPhotograph(GDALDataset& dataset, const detail::RasterColours& colours) {
    const bool hasNoData = colours.noData.front().has_value();
    return colours.layout == BandLayout::rgb && dataset.GetRasterCount() == 3 && !hasNoData &&
           dataset.GetRasterBand(1)->GetRasterDataType() == GDT_Byte;
}

/// The raster at half its size.
bool writeHalf(GDALDataset& source, const std::string& path, bool palette, bool photograph, const Steps& steps) {
    CPLStringList words;
    const auto add = [&](std::initializer_list<const char*> more) {
        for (const char* word : more) words.AddString(word);
    };
    add({"-of", "GTiff", "-outsize", "50%", "50%", "-r", palette ? "nearest" : "average", "-co", "TILED=YES", "-co",
         "BLOCKXSIZE=256", "-co", "BLOCKYSIZE=256", "-co", "BIGTIFF=IF_SAFER", "-co", "NUM_THREADS=ALL_CPUS"});
    if (photograph) {
        add({"-co", "COMPRESS=JPEG", "-co", "PHOTOMETRIC=YCBCR", "-co", "JPEG_QUALITY=85"});
    } else {
        add({"-co", "COMPRESS=DEFLATE", "-co", "ZLEVEL=1"});
    }
    GDALTranslateOptions* options = GDALTranslateOptionsNew(words.List(), nullptr);
    auto* user = const_cast<Steps*>(&steps); // NOLINT: GDAL's signature
    GDALTranslateOptionsSetProgress(options, tell, user);
    GDALDatasetH written = GDALTranslate(path.c_str(), GDALDataset::ToHandle(&source), options, nullptr);
    GDALTranslateOptionsFree(options);
    if (written == nullptr) return false;
    GDALClose(written);
    return true;
}

bool addSmaller(const std::string& path, bool palette, const Steps& steps) {
    const GDALDatasetUniquePtr half(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_UPDATE));
    if (half == nullptr) return false;
    std::vector<int> factors;
    for (int factor = 2; std::max(half->GetRasterXSize(), half->GetRasterYSize()) / (factor / 2) > smallestSide; factor *= 2)
        factors.push_back(factor);
    if (factors.empty()) return true;
    auto* user = const_cast<Steps*>(&steps); // NOLINT: GDAL's signature
    return half->BuildOverviews(palette ? "NEAREST" : "AVERAGE", static_cast<int>(factors.size()), factors.data(), 0, nullptr, tell,
                                user) == CE_None;
}

void removeOthers(const fs::path& kept, const std::string& start) {
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(kept.parent_path(), failure)) {
        if (entry.path() != kept && entry.path().filename().string().starts_with(start)) fs::remove(entry.path(), failure);
    }
}

Error notMade(const std::string& where, const std::string& gdalSays) {
    return {
        ErrorKind::outputUnwritable,
        "overviews-not-made",
        {"Không tạo được bản thu nhỏ của ảnh nền: " + gdalSays, "The smaller copies of the backdrop cannot be made: " + gdalSays},
        {"Kiểm tra chỗ trống trên đĩa; ảnh vẫn dùng được nhưng chậm",
         "Check the room on the disk; the picture still works, slowly"},
        {where, {}, -1, {}}};
}

} // namespace

std::string rasterOverviewPath(const std::string& rasterPath) {
    std::error_code failure;
    const auto size = fs::file_size(rasterPath, failure);
    if (failure) return {};
    const auto changed = fs::last_write_time(rasterPath, failure);
    if (failure) return {};
    return (cacheFolder() / fmt::format("{}-{}-{}.tif", nameStart(rasterPath), size, changed.time_since_epoch().count())).string();
}

Result<void> buildRasterOverviews(const std::string& rasterPath, const Progress& progress) {
    const detail::QuietGdal quiet;
    BANLANG_TRY(file, detail::openRasterFile(rasterPath));
    const detail::RasterColours colours = detail::coloursOf(*file.dataset);
    const fs::path kept = rasterOverviewPath(rasterPath);
    std::error_code failure;
    fs::create_directories(kept.parent_path(), failure);
    BANLANG_TRY(output, PendingOutput::begin(kept.string(), true));
    const std::string part = output.path();
    const bool palette = colours.layout == BandLayout::palette;
    const bool made =
        writeHalf(*file.dataset, part, palette, isPhotograph(*file.dataset, colours), {progress, 0, firstCopyShare}) &&
        addSmaller(part, palette, {progress, firstCopyShare, 1});
    if (made) {
        BANLANG_CHECK(output.finish());
        removeOthers(kept, nameStart(rasterPath));
        return {};
    }
    if (progress.shouldStop()) {
        return Unexpected(Error{ErrorKind::interrupted,
                                "interrupted",
                                {"Đã dừng", "Stopped"},
                                {"Ảnh vẫn dùng được nhưng chậm", "The picture still works, slowly"},
                                {rasterPath, {}, -1, {}}});
    }
    return Unexpected(notMade(kept.string(), quiet.errors().failure()));
}

Result<std::shared_ptr<const RasterSource>> openWithOverviews(const std::string& path, int districtEpsg, const Box& district,
                                                              const Progress& progress) {
    BANLANG_TRY(source, RasterSource::open(path, districtEpsg, district));
    if (!source->info().slow) return source;
    const auto built = buildRasterOverviews(path, progress);
    if (built) return RasterSource::open(path, districtEpsg, district);
    if (built.error().kind == ErrorKind::interrupted) return Unexpected(built.error());
    return source;
}

} // namespace banlang
