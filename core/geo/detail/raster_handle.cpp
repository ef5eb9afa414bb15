// SPDX-License-Identifier: MIT
#include "core/geo/detail/raster_handle.h"

#include "core/geo/detail/raster_sampler.h"
#include "core/geo/raster_overviews.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace banlang::detail {
namespace {

/// A smaller copy may be this much coarser than what is asked, so that rounding does not choose one twice as fine.
constexpr double coarserBy = 1.02;
/// From here on one sample a pixel would leave some pixels of the raster out.
constexpr double fineFrom = 1.2;
constexpr double reduceFrom = 2.5;
constexpr int outlineSteps = 21;

GDALDatasetUniquePtr openSmaller(const std::string& path) {
    const std::string cached = rasterOverviewPath(path);
    std::error_code failure;
    if (cached.empty() || !std::filesystem::exists(cached, failure)) return nullptr;
    const char* const drivers[] = {"GTiff", nullptr};
    return GDALDatasetUniquePtr(GDALDataset::Open(cached.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers));
}

/// The pixels of a level that a part of the raster needs, with one more on every side for what lies between them.
PixelWindow windowOf(const Box& touched, const RasterLevel& level, double scaleX, double scaleY) {
    const auto low = [](double value, int most) {
        return static_cast<int>(std::clamp(std::floor(value) - 1, 0.0, static_cast<double>(most)));
    };
    const auto high = [](double value, int most) {
        return static_cast<int>(std::clamp(std::ceil(value) + 1, 0.0, static_cast<double>(most)));
    };
    PixelWindow window{low(touched.minX * scaleX, level.columns), low(touched.minY * scaleY, level.rows), 0, 0};
    window.columns = high(touched.maxX * scaleX, level.columns) - window.x;
    window.rows = high(touched.maxY * scaleY, level.rows) - window.y;
    return window;
}

} // namespace

RasterHandle::RasterHandle(RasterFile file, GDALDatasetUniquePtr smaller, CrsTransform toRaster, CrsTransform toDistrict)
    : file_(std::move(file)), smaller_(std::move(smaller)), toRaster_(std::move(toRaster)), toDistrict_(std::move(toDistrict)) {}

Result<std::unique_ptr<RasterHandle>> RasterHandle::open(const std::string& path, const Crs& district,
                                                         std::shared_ptr<const RasterColours> colours) {
    BANLANG_TRY(file, openRasterFile(path));
    BANLANG_TRY(toRaster, CrsTransform::between(district, file.crs.value_or(district)));
    BANLANG_TRY(toDistrict, CrsTransform::between(file.crs.value_or(district), district));
    std::unique_ptr<RasterHandle> handle(
        new RasterHandle(std::move(file), openSmaller(path), std::move(toRaster), std::move(toDistrict)));
    if (!GDALInvGeoTransform(handle->file_.toGround.data(), handle->toPixel_.data())) return Unexpected(damagedRaster(path, {}));
    GDALDataset& dataset = *handle->file_.dataset;
    auto own = std::make_shared<RasterColours>(colours != nullptr ? *colours : coloursOf(dataset));
    handle->levels_ = levelsOf(dataset, *own);
    if (handle->levels_.empty()) return Unexpected(damagedRaster(path, {}));
    if (handle->smaller_ != nullptr && handle->smaller_->GetRasterCount() >= dataset.GetRasterCount()) {
        for (RasterLevel& level : levelsOf(*handle->smaller_, *own)) handle->levels_.push_back(std::move(level));
    }
    std::stable_sort(handle->levels_.begin(), handle->levels_.end(),
                     [](const RasterLevel& a, const RasterLevel& b) { return a.columns > b.columns; });
    if (colours == nullptr && !stretchBySample(*own, handle->levels_)) return Unexpected(damagedRaster(path, {}));
    handle->colours_ = colours != nullptr ? std::move(colours) : std::move(own);
    return handle;
}

Point RasterHandle::pixelAt(Point ground) const {
    return {toPixel_[0] + ground.x * toPixel_[1] + ground.y * toPixel_[2],
            toPixel_[3] + ground.x * toPixel_[4] + ground.y * toPixel_[5]};
}

Result<RasterPixels> RasterHandle::read(const Box& box, int columns, int rows, const GdalErrors& errors) const {
    RasterPixels result{
        columns, rows,
        std::vector<std::uint8_t>(std::size_t{4} * static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows))};
    const RasterLevel& whole = levels_.front();
    const RasterPlaces grid(box, columns, rows, [&](std::span<double> xy) {
        toRaster_.apply(xy);
        for (std::size_t i = 0; i + 1 < xy.size(); i += 2) {
            const Point pixel = pixelAt({xy[i], xy[i + 1]});
            xy[i] = pixel.x;
            xy[i + 1] = pixel.y;
        }
    });
    const Box touched = grid.touched();
    if (!touched.intersects({0, 0, static_cast<double>(whole.columns), static_cast<double>(whole.rows)})) return result;
    const double wanted = grid.pixelsPerPixel();
    const RasterLevel* level = &whole;
    for (const RasterLevel& one : levels_) {
        if (whole.columns <= one.columns * wanted * coarserBy) level = &one;
    }
    const double scaleX = static_cast<double>(level->columns) / whole.columns;
    const double scaleY = static_cast<double>(level->rows) / whole.rows;
    const PixelWindow window = windowOf(touched, *level, scaleX, scaleY);
    if (window.columns <= 0 || window.rows <= 0) return result;
    const double left = wanted * scaleX;
    const double reduce = left > reduceFrom ? left : 1;
    const int pictureColumns = std::max(1, static_cast<int>(std::lround(window.columns / reduce)));
    const int pictureRows = std::max(1, static_cast<int>(std::lround(window.rows / reduce)));
    auto picture = colouredWindow(*level, *colours_, window, pictureColumns, pictureRows);
    if (!picture) return Unexpected(damagedRaster(file_.dataset->GetDescription(), errors.failure()));
    const RasterPart part{
        std::move(*picture),
        {window.x / scaleX, window.y / scaleY, (window.x + window.columns) / scaleX, (window.y + window.rows) / scaleY},
        whole.columns,
        whole.rows};
    sample(part, grid, left / reduce > fineFrom, result);
    return result;
}

bool RasterHandle::whole() const {
    const RasterLevel& level = levels_.front();
    for (const int x : {0, level.columns / 2, level.columns - 1}) {
        for (const int y : {0, level.rows / 2, level.rows - 1}) {
            if (!colouredWindow(level, *colours_, {x, y, 1, 1}, 1, 1)) return false;
        }
    }
    return true;
}

Box RasterHandle::extent() const {
    const double columns = levels_.front().columns;
    const double rows = levels_.front().rows;
    const auto& ground = file_.toGround;
    Box box;
    for (int i = 0; i < outlineSteps; ++i) {
        const double share = static_cast<double>(i) / (outlineSteps - 1);
        for (const Point pixel :
             {Point{share * columns, 0}, Point{share * columns, rows}, Point{0, share * rows}, Point{columns, share * rows}}) {
            const Point place = toDistrict_.apply(Point{ground[0] + pixel.x * ground[1] + pixel.y * ground[2],
                                                        ground[3] + pixel.x * ground[4] + pixel.y * ground[5]});
            if (std::isfinite(place.x) && std::isfinite(place.y)) box.grow(place);
        }
    }
    return box;
}

double RasterHandle::metresPerPixel() const {
    const RasterLevel& level = levels_.front();
    return std::sqrt(extent().width() / level.columns * extent().height() / level.rows);
}

} // namespace banlang::detail
