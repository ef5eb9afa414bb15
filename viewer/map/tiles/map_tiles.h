// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/point.h"
#include "layers/view.h"

#include <cmath>
#include <compare>
#include <cstdint>
#include <vector>

namespace banlang::viewer::detail {

/// Side of a tile in pixels of the device.
inline constexpr int tileSidePx = 256;

/// All tiles of one scene at one scale.
struct TileLevel {
    std::uint64_t version = 0; ///< of the scene
    double metresPerPx = 1;    ///< of a device pixel
    auto operator<=>(const TileLevel&) const = default;
    [[nodiscard]] double sideM() const { return tileSidePx * metresPerPx; }
};

/// One picture of a square of ground; tiles are counted from the origin of the map's coordinates, x east and y north.
struct TileKey {
    TileLevel level{};
    std::int64_t x = 0;
    std::int64_t y = 0;
    auto operator<=>(const TileKey&) const = default;
    [[nodiscard]] Box box() const {
        const double side = level.sideM();
        return {static_cast<double>(x) * side, static_cast<double>(y) * side, static_cast<double>(x + 1) * side,
                static_cast<double>(y + 1) * side};
    }
    [[nodiscard]] MapView view(double pixelRatio) const {
        return {box().centre(), level.metresPerPx * pixelRatio, tileSidePx / pixelRatio, tileSidePx / pixelRatio};
    }
};

/// The tiles of a level that touch `box`, nearest to its middle first.
[[nodiscard]] std::vector<TileKey> tilesIn(const TileLevel& level, const Box& box);

/// The view moved by less than a pixel, so that its edges lie on whole pixels of the tiles.
[[nodiscard]] MapView onTilePixels(const MapView& view, double pixelRatio);

/// While the scale changes, tiles come from the power of two next to it; one notch of a wheel asks for each of them once.
[[nodiscard]] inline double steadyMetresPerPx(double metresPerPx) {
    return std::exp2(std::round(std::log2(metresPerPx)));
}

} // namespace banlang::viewer::detail
