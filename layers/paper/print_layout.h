// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "layers/scene/scene.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace banlang {

enum class PaperSize : std::uint8_t { a4, a3, a2, a1, a0 };
[[nodiscard]] std::optional<PaperSize> paperSizeFromId(std::string_view id);

/// What to put on one page.
struct PrintRequest {
    std::vector<std::string> layerIds{};
    LayerRequest layer; ///< with a day compared with, a second map beside the first shows that, at the same scale
    std::shared_ptr<const MapScene> scene{}; ///< of these layers and this request, where it serves several pages; null: built here
    PaperSize paperSize = PaperSize::a3;
    std::optional<std::pair<int, int>> pixelSize{}; ///< PNG only: a bare map of this size with a legend, no page furniture
    double dpi = 150;                               ///< PNG only
    std::optional<std::string> communeCode{};       ///< the page's unit; whole district otherwise
    RasterBasemap rasterBasemap{};
    Language language = Language::vietnamese;
    std::vector<std::string> sources{}; ///< where the data came from, in the reader's words
    Progress progress{};
};

struct PrintReport {
    double scaleDenominator = 0;
    std::size_t featuresDrawn = 0;
    std::optional<Error> rasterBasemapFailure; ///< parts of the raster basemap are missing on the page
};

/// Draws a page to F.png, F.pdf or F.svg (by its ending) with title block, legend of what is on the page, true scale bar, north,
/// grid, date and sources. The file appears whole or not at all.
[[nodiscard]] Result<PrintReport> writePrintLayout(const PrintRequest& request, const std::string& path, bool overwrite);

} // namespace banlang
