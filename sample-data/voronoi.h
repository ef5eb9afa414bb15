// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/polyline.h"
#include "sample-data/tile_seeds.h"

namespace banlang::sample {

/// Cells of a Voronoi diagram, one at a time, by clipping with the neighbours near by.
class Voronoi {
public:
    Voronoi(const std::vector<ParcelSeed>& seeds, const Box& box);
    /// The cell of a seed as an open ring; empty when it reaches the edge of the box and so is not known.
    [[nodiscard]] Polyline cell(std::size_t seed) const;

private:
    [[nodiscard]] const std::vector<std::uint32_t>& bucket(int column, int row) const {
        return buckets_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column)];
    }
    static constexpr double bucketM = 40;
    const std::vector<ParcelSeed>& seeds_;
    Box box_;
    int columns_;
    int rows_;
    std::vector<std::vector<std::uint32_t>> buckets_;
};

} // namespace banlang::sample
