// SPDX-License-Identifier: MIT
#include "core/geo/packed_rtree.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace banlang {
namespace {

constexpr double hilbertCells = 65535.0;

std::uint32_t cellOf(double value, double low, double size) {
    if (!(size > 0)) return 0;
    return static_cast<std::uint32_t>(std::clamp((value - low) / size, 0.0, 1.0) * hilbertCells);
}

} // namespace

std::uint32_t hilbertIndex(Point point, const Box& extent) {
    std::uint32_t x = cellOf(point.x, extent.minX, extent.width());
    std::uint32_t y = cellOf(point.y, extent.minY, extent.height());
    std::uint32_t index = 0;
    for (std::uint32_t side = 1U << 15U; side > 0; side >>= 1U) {
        const std::uint32_t right = (x & side) != 0 ? 1 : 0;
        const std::uint32_t upper = (y & side) != 0 ? 1 : 0;
        index += side * side * ((3 * right) ^ upper);
        if (upper == 0) {
            if (right == 1) {
                x = 65535U - x;
                y = 65535U - y;
            }
            std::swap(x, y);
        }
    }
    return index;
}

PackedRtree::PackedRtree(std::span<const Box> boxes) {
    Box extent;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> order; // Hilbert index, item
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
        if (boxes[i].empty()) continue;
        extent.grow(boxes[i]);
        order.emplace_back(0, i);
    }
    if (order.empty()) return;
    for (auto& [key, item] : order) key = hilbertIndex(boxes[item].centre(), extent);
    std::sort(order.begin(), order.end());

    items_.reserve(order.size());
    boxes_.reserve(order.size() + order.size() / (nodeSize - 1) + 8);
    levelStarts_.push_back(0);
    for (const auto& [key, item] : order) {
        items_.push_back(item);
        boxes_.push_back(boxes[item]);
    }
    std::size_t levelSize = items_.size();
    while (levelSize > 1) {
        const std::size_t childStart = levelStarts_.back();
        levelStarts_.push_back(boxes_.size());
        for (std::size_t first = 0; first < levelSize; first += nodeSize) {
            Box node;
            for (std::size_t child = first; child < std::min(first + nodeSize, levelSize); ++child)
                node.grow(boxes_[childStart + child]);
            boxes_.push_back(node);
        }
        levelSize = (levelSize + nodeSize - 1) / nodeSize;
    }
}

std::vector<std::uint32_t> PackedRtree::search(const Box& query) const {
    std::vector<std::uint32_t> found;
    search(query, [&](std::uint32_t item) { found.push_back(item); });
    return found;
}

double PackedRtree::distanceTo(const Box& box, Point point) {
    const double dx = std::max({box.minX - point.x, 0.0, point.x - box.maxX});
    const double dy = std::max({box.minY - point.y, 0.0, point.y - box.maxY});
    return std::hypot(dx, dy);
}

} // namespace banlang
