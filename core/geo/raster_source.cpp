// SPDX-License-Identifier: MIT
#include "core/geo/raster_source.h"

#include "core/geo/detail/raster_handle.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <numbers>

namespace banlang {
namespace {

using detail::RasterHandle;

/// Larger rasters need smaller copies, or a picture of all of it goes through every pixel.
constexpr int largestWithoutOverviews = 4'096;

Error withoutCrs(const std::string& path, int districtEpsg) {
    return {
        ErrorKind::inputUnreadable,
        "raster-without-crs",
        {fmt::format("Ảnh không ghi hệ tọa độ, và theo hệ của kho (EPSG:{}) thì không nằm trên vùng dữ liệu", districtEpsg),
         fmt::format("The picture names no coordinate system, and in that of the store (EPSG:{}) it is not on the area of the data",
                     districtEpsg)},
        {"Hỏi nơi cấp ảnh về hệ tọa độ, rồi xin bản GeoTIFF có ghi hệ",
         "Ask where it came from for the system and for a GeoTIFF that names it"},
        {path, {}, -1, {}}};
}

/// The eight winds from the district to the raster.
Bilingual direction(Point from, Point to) {
    static constexpr std::array<Label, 8> winds = {{{"đông", "east"},
                                                    {"đông bắc", "north-east"},
                                                    {"bắc", "north"},
                                                    {"tây bắc", "north-west"},
                                                    {"tây", "west"},
                                                    {"tây nam", "south-west"},
                                                    {"nam", "south"},
                                                    {"đông nam", "south-east"}}};
    const double eighths = std::atan2(to.y - from.y, to.x - from.x) / (std::numbers::pi / 4);
    return winds[static_cast<std::size_t>(std::lround(eighths) + 8) % 8].text();
}

Error outside(const RasterInfo& info, const Box& district, int districtEpsg) {
    const Point there = info.extent.centre();
    const Point here = district.centre();
    const double km = std::hypot(there.x - here.x, there.y - here.y) / 1'000;
    const Bilingual wind = direction(here, there);
    std::string vi = fmt::format("Ảnh không nằm trên vùng dữ liệu: giữa ảnh cách giữa vùng {:.0f} km về phía {}", km, wind.vi);
    std::string en =
        fmt::format("The picture is not on the area of the data: its middle lies {:.0f} km {} of the area's", km, wind.en);
    if (const auto toDegrees = toWgs84(districtEpsg)) {
        const LonLat place = lonLatOf(*toDegrees, there);
        vi += fmt::format(" (kinh độ {:.4f}, vĩ độ {:.4f})", place.lonDeg, place.latDeg);
        en += fmt::format(" (longitude {:.4f}, latitude {:.4f})", place.lonDeg, place.latDeg);
    }
    return {ErrorKind::inputUnreadable,
            "raster-outside",
            {std::move(vi), std::move(en)},
            {"Kiểm tra có đúng ảnh của địa phương không, hoặc ảnh ghi sai hệ tọa độ",
             "Check that it is a picture of this area, or whether it names the wrong coordinate system"},
            {info.path, {}, -1, {}}};
}

RasterInfo infoOf(const std::string& path, const RasterHandle& handle, const Crs& district) {
    const detail::RasterFile& file = handle.file();
    RasterInfo info;
    info.path = path;
    info.format = file.dataset->GetDriverName();
    info.extent = handle.extent();
    info.columns = handle.levels().front().columns;
    info.rows = handle.levels().front().rows;
    info.metresPerPixel = handle.metresPerPixel();
    info.bands = handle.colours()->layout;
    info.sampleType = GDALGetDataTypeName(handle.levels().front().colours.front()->GetRasterDataType());
    std::error_code failure;
    info.bytes = std::filesystem::file_size(path, failure);
    info.crsAssumed = !file.crs;
    info.crsName = file.crs.value_or(district).name();
    info.overviews = handle.levels().size() > 1;
    info.slow = !info.overviews && std::max(info.columns, info.rows) > largestWithoutOverviews;
    return info;
}

} // namespace

std::string_view id(BandLayout layout) {
    static constexpr std::array<std::string_view, 5> ids = {"grey", "grey-alpha", "palette", "rgb", "rgb-alpha"};
    return ids[static_cast<std::size_t>(layout)];
}

struct RasterSource::Impl {
    RasterInfo info;
    Crs district;
    std::shared_ptr<const detail::RasterColours> colours;
    bool oneHandle = false;
    std::mutex mutex; ///< guards the two below
    std::condition_variable returned;
    std::vector<std::unique_ptr<RasterHandle>> idle;

    /// A handle that nobody uses, or a new one.
    Result<std::unique_ptr<RasterHandle>> take() {
        std::unique_lock lock(mutex);
        if (oneHandle) returned.wait(lock, [this] { return !idle.empty(); });
        if (!idle.empty()) {
            auto handle = std::move(idle.back());
            idle.pop_back();
            return handle;
        }
        lock.unlock();
        return RasterHandle::open(info.path, district, colours);
    }
    void giveBack(std::unique_ptr<RasterHandle> handle) {
        {
            const std::lock_guard lock(mutex);
            idle.push_back(std::move(handle));
        }
        returned.notify_one();
    }
    ~Impl() {
        const detail::QuietGdal quiet; // also closing must write nothing
        idle.clear();
    }
};

RasterSource::RasterSource(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
RasterSource::~RasterSource() = default;

Result<std::shared_ptr<const RasterSource>> RasterSource::open(const std::string& path, int districtEpsg, const Box& district) {
    const detail::QuietGdal quiet;
    BANLANG_TRY(crs, Crs::fromEpsg(districtEpsg));
    BANLANG_TRY(handle, RasterHandle::open(path, crs));
    auto impl = std::make_unique<Impl>();
    impl->info = infoOf(path, *handle, crs);
    const bool onDistrict = !impl->info.extent.empty() && impl->info.extent.intersects(district);
    if (impl->info.crsAssumed && !onDistrict) return Unexpected(withoutCrs(path, districtEpsg));
    if (!district.empty() && !onDistrict) return Unexpected(outside(impl->info, district, districtEpsg));
    if (!handle->whole()) return Unexpected(detail::damagedRaster(path, quiet.errors().failure()));
    impl->district = crs;
    impl->colours = handle->colours();
    impl->oneHandle = handle->file().oneThread;
    impl->idle.push_back(std::move(handle));
    return std::shared_ptr<const RasterSource>(new RasterSource(std::move(impl)));
}

const RasterInfo& RasterSource::info() const {
    return impl_->info;
}

Result<RasterPixels> RasterSource::read(const Box& box, int columns, int rows) const {
    if (box.empty() || box.width() <= 0 || box.height() <= 0 || columns <= 0 || rows <= 0) return RasterPixels{};
    const detail::QuietGdal quiet;
    BANLANG_TRY(handle, impl_->take());
    auto pixels = handle->read(box, columns, rows, quiet.errors());
    impl_->giveBack(std::move(handle));
    return pixels;
}

} // namespace banlang
