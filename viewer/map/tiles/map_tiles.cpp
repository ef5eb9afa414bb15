// SPDX-License-Identifier: MIT
#include "viewer/map/tiles/map_tiles.h"

#include <algorithm>

namespace banlang::viewer::detail {

std::vector<TileKey> tilesIn(const TileLevel& level, const Box& box) {
    std::vector<TileKey> tiles;
    if (box.empty() || !(level.metresPerPx > 0)) return tiles;
    const double side = level.sideM();
    // An edge of the view on an edge of a tile must not ask for the next tile.
    const double slack = level.metresPerPx / 8;
    const auto first = [&](double metres) { return static_cast<std::int64_t>(std::floor((metres + slack) / side)); };
    const auto last = [&](double metres) { return static_cast<std::int64_t>(std::ceil((metres - slack) / side)); };
    for (std::int64_t y = first(box.minY); y < last(box.maxY); ++y) {
        for (std::int64_t x = first(box.minX); x < last(box.maxX); ++x) tiles.push_back({level, x, y});
    }
    const Point middle = box.centre();
    const auto distance = [&](const TileKey& tile) {
        const Point at = tile.box().centre();
        return std::hypot(at.x - middle.x, at.y - middle.y);
    };
    std::ranges::stable_sort(tiles, {}, distance);
    return tiles;
}

MapView onTilePixels(const MapView& view, double pixelRatio) {
    const double pixel = view.metresPerPx / pixelRatio;
    const double left = view.centre.x - view.widthPx / 2 * view.metresPerPx;
    const double bottom = view.centre.y - view.heightPx / 2 * view.metresPerPx;
    MapView moved = view;
    moved.centre.x += std::round(left / pixel) * pixel - left;
    moved.centre.y += std::round(bottom / pixel) * pixel - bottom;
    return moved;
}

} // namespace banlang::viewer::detail
