// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/parallel.h"
#include "core/base/result.h"
#include "layers/scene/scene.h"
#include "viewer/import/import_job.h"

#include <atomic>
#include <optional>
#include <stop_token>

namespace banlang::viewer {

/// The picture below the map as the document has it.
struct ShownRasterBasemap {
    std::string path{};                           ///< empty: none was chosen
    std::shared_ptr<const RasterSource> source{}; ///< null: it cannot be opened, and `problem` says why; or it is being opened
    std::shared_ptr<const Error> problem{};
    bool visible = true;
    double opacity = 1;
};
/// What the map lies over.
[[nodiscard]] RasterBasemap rasterBasemapOf(const ShownRasterBasemap& shown);

/// Opens a picture on a worker thread, and makes its smaller copies where they are missing.
class RasterBasemapJob {
public:
    RasterBasemapJob() = default;
    ~RasterBasemapJob() { cancel(); }
    RasterBasemapJob(const RasterBasemapJob&) = delete;
    RasterBasemapJob& operator=(const RasterBasemapJob&) = delete;

    /// One that still works on another picture is stopped first.
    void start(std::string path, int epsg, const Box& district);
    void cancel() { stop_.request_stop(); }
    void drop(); ///< stops, and forgets what was found
    void wait() const;
    [[nodiscard]] std::optional<JobState> state() const; ///< nothing when it is idle
    [[nodiscard]] bool running() const { return work_.started(); }
    /// True when there is something new to show.
    [[nodiscard]] bool hasNews();
    [[nodiscard]] std::optional<Result<std::shared_ptr<const RasterSource>>> take();

private:
    std::stop_source stop_;
    std::atomic<int> percent_ = 0;
    int toldPercent_ = 0;
    BackgroundTask<Result<std::shared_ptr<const RasterSource>>> work_; ///< last: it uses the others
};

} // namespace banlang::viewer
