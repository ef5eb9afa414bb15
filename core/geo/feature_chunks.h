// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/geometry_column.h"
#include "core/geo/packed_rtree.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace banlang {

/// The features of a column along a Hilbert curve, cut into runs of neighbours under a packed R-tree, with the order kept, so that
/// what is stored in this order can be asked for by place. Features that are empty or hold a coordinate that
/// is no number are left out. 4 bytes a feature; 1 million features in about 0.1 s.
struct FeatureChunks {
    std::vector<std::uint32_t> features{};
    std::vector<std::uint32_t> starts{0}; ///< chunk c holds features [starts[c], starts[c + 1])
    std::vector<Box> boxes{};             ///< one per chunk
    PackedRtree tree{};                   ///< over them
    Box extent{};
    double averageSizeM = 0; ///< longer side of a feature's box

    [[nodiscard]] std::size_t count() const { return boxes.size(); }
    [[nodiscard]] std::span<const std::uint32_t> chunk(std::size_t index) const {
        return std::span(features).subspan(starts[index], starts[index + 1] - starts[index]);
    }
    /// The chunks whose box touches `query`, rising.
    [[nodiscard]] std::vector<std::uint32_t> touching(const Box& query) const;
    /// Calls visit(feature) for every feature whose box touches `query`, in the order of the curve.
    template <class Visit> void search(const GeometryColumn& geometry, const Box& query, Visit&& visit) const {
        for (const std::uint32_t i : touching(query)) {
            for (const std::uint32_t feature : chunk(i)) {
                if (geometry.boxes[feature].intersects(query)) visit(feature);
            }
        }
    }
};

/// A chunk is full when it has this many vertices. `keep` tells which features are wanted; all of them without it.
[[nodiscard]] FeatureChunks chunksOf(const GeometryColumn& geometry, const std::function<bool(std::size_t)>& keep = {},
                                     std::size_t pointsPerChunk = 4096);

/// The vertices of one feature in its column: [first, last).
struct PointRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    [[nodiscard]] std::uint32_t size() const { return last - first; }
};
[[nodiscard]] inline PointRange pointsOf(const GeometryColumn& geometry, std::size_t feature) {
    return {geometry.ringOffsets[geometry.firstRing(feature)], geometry.ringOffsets[geometry.lastRing(feature)]};
}

} // namespace banlang
