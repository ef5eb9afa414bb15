// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command_line.h"
#include "layers/scene/scene.h"

#include <nlohmann/json_fwd.hpp>

namespace banlang::cli {

/// --backdrop and --backdrop-opacity of verbs that draw.
struct RasterBasemapOption {
    std::string file; ///< empty: what the store remembers; "none": nothing
    std::optional<double> opacity;
};
void addRasterBasemapOption(VerbOptions verb, RasterBasemapOption& option);

/// Where the district lies.
[[nodiscard]] Box groundOf(const District& district);

/// What to lay below the map. A remembered file that is gone or damaged is told on stderr and left out; one that was asked for by
/// name fails. Smaller copies are made on first use.
[[nodiscard]] Result<RasterBasemap> chosenRasterBasemap(const RasterBasemapOption& option, const std::string& storePath,
                                                        const District& district, const CommonOptions& common);

[[nodiscard]] nlohmann::ordered_json rasterJson(const RasterInfo& info);
/// What a person should know of it, if anything: an assumed CRS, slowness.
void sayOf(const RasterInfo& info, const CommonOptions& common);

} // namespace banlang::cli
