// SPDX-License-Identifier: MIT
#include "viewer/backdrop.h"

#include "core/geo/raster_overviews.h"

#include <chrono>

namespace banlang::viewer {

Backdrop backdropOf(const ShownBackdrop& shown) {
    return shown.visible ? Backdrop{shown.source, shown.opacity} : Backdrop{};
}

BackdropJob::~BackdropJob() {
    cancel();
    wait();
}

void BackdropJob::start(std::string path, int epsg, const Box& district) {
    drop();
    stop_ = std::stop_source();
    percent_ = toldPercent_ = 0;
    Progress progress;
    progress.stop = stop_.get_token();
    progress.report = [this](double fraction, const Bilingual&) { percent_ = static_cast<int>(fraction * 100); };
    work_ = std::async(std::launch::async, [path = std::move(path), epsg, district, progress = std::move(progress)] {
        return openWithOverviews(path, epsg, district, progress);
    });
}

void BackdropJob::drop() {
    cancel();
    wait();
    work_ = {};
}

void BackdropJob::wait() const {
    if (work_.valid()) work_.wait();
}

std::optional<JobState> BackdropJob::state() const {
    if (!running()) return std::nullopt;
    return JobState{percent_ / 100.0, {"Chuẩn bị ảnh nền", "Preparing the backdrop"}, stop_.stop_requested()};
}

bool BackdropJob::hasNews() {
    if (!running()) return false;
    return std::exchange(toldPercent_, percent_) != percent_ ||
           work_.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

std::optional<Result<std::shared_ptr<const RasterSource>>> BackdropJob::take() {
    if (!running() || work_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return std::nullopt;
    return work_.get();
}

} // namespace banlang::viewer
