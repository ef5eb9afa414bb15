// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <optional>
#include <string>

namespace banlang {

/// The picture below the map that a store remembers. The picture itself stays where it is.
struct StoredRasterBasemap {
    std::string kept; ///< as it is written down: relative to the store's folder where the two travel together
    std::string path; ///< where the file is to be found; it may be gone
    double opacity = 1;
};

[[nodiscard]] Result<std::optional<StoredRasterBasemap>> storedRasterBasemap(const std::string& storePath);
/// Remembers a picture in place of the one before.
[[nodiscard]] Result<void> keepRasterBasemap(const std::string& storePath, const std::string& rasterPath, double opacity);
[[nodiscard]] Result<void> forgetRasterBasemap(const std::string& storePath);

} // namespace banlang
