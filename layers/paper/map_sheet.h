// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "layers/scene.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace banlang {

enum class PaperSize : std::uint8_t { a4, a3, a2, a1, a0 };
[[nodiscard]] std::optional<PaperSize> paperFromId(std::string_view id);

/// What to put on one sheet.
struct SheetRequest {
    std::vector<std::string> layerIds;
    LayerRequest layer;
    std::shared_ptr<const MapScene> scene; ///< of these layers and this request, where it serves several sheets; null: built here
    PaperSize paper = PaperSize::a3;
    std::optional<std::pair<int, int>> pixelSize; ///< PNG only: a bare map of this size with a legend, no sheet furniture
    double dpi = 150;                             ///< PNG only
    std::optional<std::string> communeCode;       ///< the page's unit; whole district otherwise
    std::optional<Date> compareWith;              ///< a second map beside the first shows this day, at the same scale
    Backdrop backdrop;
    Language language = Language::vietnamese;
    std::vector<std::string> sources; ///< where the data came from, in the reader's words
    Progress progress;
};

struct SheetReport {
    double scaleDenominator = 0;
    std::size_t featuresDrawn = 0;
    std::optional<Error> backdropFailure; ///< parts of the backdrop are missing on the page
};

/// Draws a sheet to F.png, F.pdf or F.svg (by its ending) with title block, legend of what is on the page, true scale bar, north,
/// grid, date and sources. The file appears whole or not at all.
[[nodiscard]] Result<SheetReport> writeMapSheet(const SheetRequest& request, const std::string& path, bool overwrite);

} // namespace banlang
