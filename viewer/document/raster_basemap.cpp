// SPDX-License-Identifier: MIT
#include "viewer/document/raster_basemap.h"

#include "core/geo/raster_overviews.h"

namespace banlang::viewer {

RasterBasemap rasterBasemapOf(const ShownRasterBasemap& shown) {
    return shown.visible ? RasterBasemap{shown.source, shown.opacity} : RasterBasemap{};
}

void RasterBasemapJob::start(std::string path, int epsg, const Box& district) {
    drop();
    stop_ = std::stop_source();
    percent_ = toldPercent_ = 0;
    Progress progress;
    progress.stop = stop_.get_token();
    progress.report = [this](double fraction, const Bilingual&) { percent_ = static_cast<int>(fraction * 100); };
    work_ = {"backdrop", ThreadPriority::normal, [path = std::move(path), epsg, district, progress = std::move(progress)] {
                 return openWithOverviews(path, epsg, district, progress);
             }};
}

void RasterBasemapJob::drop() {
    cancel();
    work_ = {}; // waits
}

void RasterBasemapJob::wait() const {
    work_.wait();
}

std::optional<JobState> RasterBasemapJob::state() const {
    if (!running()) return std::nullopt;
    return JobState{percent_ / 100.0, {"Chuẩn bị ảnh nền", "Preparing the backdrop"}, stop_.stop_requested()};
}

bool RasterBasemapJob::hasNews() {
    if (!running()) return false;
    return std::exchange(toldPercent_, percent_) != percent_ || work_.ready();
}

std::optional<Result<std::shared_ptr<const RasterSource>>> RasterBasemapJob::take() {
    if (!work_.ready()) return std::nullopt;
    return work_.take();
}

} // namespace banlang::viewer
