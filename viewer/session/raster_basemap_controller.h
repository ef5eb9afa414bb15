// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/document/raster_basemap.h"
#include "viewer/session/open_document.h"

#include <optional>
#include <string>

namespace banlang::viewer {

/// The picture below the map: opened on a worker thread, remembered by the store.
class RasterBasemapController {
public:
    /// Opens the one that the store remembers, if it does.
    void openStored(Document& document);
    /// Opens the file at a path; the picture before stays until that is done.
    void choose(const Document& document, const std::string& path);
    /// Takes the picture away, also from what the store remembers.
    [[nodiscard]] Result<void> remove(Document& document);
    /// Shows what was opened, or says why it was not.
    void finish(OpenDocument& open);
    /// Writes into the store which picture is shown and how.
    void remember(OpenDocument& open) const;

    void drop() { job_.drop(); } ///< of a store that is shown no longer
    void cancel() { job_.cancel(); }
    void wait() const { job_.wait(); }
    [[nodiscard]] bool running() const { return job_.running(); }
    [[nodiscard]] std::optional<JobState> state() const { return job_.state(); }
    [[nodiscard]] bool hasNews() { return job_.hasNews(); }

private:
    std::optional<std::string> chosen_; ///< by a person, and the job opens it; none: what the store remembers
    RasterBasemapJob job_;
};

} // namespace banlang::viewer
