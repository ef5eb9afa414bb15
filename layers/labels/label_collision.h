// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/point.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace banlang {

/// Places on the page that are taken, in style pixels. Looks only at the cells near a box, so a full page stays fast.
class CollisionGrid {
public:
    [[nodiscard]] bool isFree(const Box& box) const;
    [[nodiscard]] bool isFree(const std::vector<Box>& boxes) const;
    void occupy(const Box& box);

private:
    std::vector<Box> boxes_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> cells_;
};

} // namespace banlang
