// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/polyline.h"
#include "sample-data/tile_seeds.h"

namespace banlang::sample {

/// Cells of a Voronoi diagram, one at a time, by clipping with the neighbours near by.
class Voronoi {
public:
    Voronoi(const std::vector<ParcelSeed>& seeds, const Box& box);
    /// The ground of a seed, no farther away than `reachM`, as an open ring; two rings in the rare case that its two ends do not
    /// meet.
    [[nodiscard]] std::vector<Polyline> ground(std::size_t seed, double reachM) const;

private:
    [[nodiscard]] Polyline cell(std::size_t site, double reachM) const;
    [[nodiscard]] const std::vector<std::uint32_t>& bucket(int column, int row) const {
        return buckets_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column)];
    }
    static constexpr double bucketM = 40;
    std::vector<Point> sites_;
    std::vector<std::uint32_t> firstSite_; ///< by seed, and one more
    Box box_;
    int columns_;
    int rows_;
    std::vector<std::vector<std::uint32_t>> buckets_;
};

} // namespace banlang::sample
