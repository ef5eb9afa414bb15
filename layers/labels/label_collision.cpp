// SPDX-License-Identifier: MIT
#include "layers/labels/label_collision.h"

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

constexpr double cellPx = 64;

template <class Visit> void visitCells(const Box& box, Visit&& visit) {
    if (box.empty()) return;
    const auto index = [](double value) { return static_cast<std::int32_t>(std::floor(value / cellPx)); };
    for (std::int32_t row = index(box.minY); row <= index(box.maxY); ++row) {
        for (std::int32_t column = index(box.minX); column <= index(box.maxX); ++column) {
            visit((std::uint64_t{static_cast<std::uint32_t>(row)} << 32U) | static_cast<std::uint32_t>(column));
        }
    }
}

} // namespace

bool CollisionGrid::isFree(const Box& box) const {
    bool free = true;
    visitCells(box, [&](std::uint64_t cell) {
        const auto found = cells_.find(cell);
        if (!free || found == cells_.end()) return;
        free = std::none_of(found->second.begin(), found->second.end(),
                            [&](std::uint32_t taken) { return boxes_[taken].intersects(box); });
    });
    return free;
}

bool CollisionGrid::isFree(const std::vector<Box>& boxes) const {
    return std::all_of(boxes.begin(), boxes.end(), [&](const Box& box) { return isFree(box); });
}

void CollisionGrid::occupy(const Box& box) {
    const auto index = static_cast<std::uint32_t>(boxes_.size());
    boxes_.push_back(box);
    visitCells(box, [&](std::uint64_t cell) { cells_[cell].push_back(index); });
}

} // namespace banlang
