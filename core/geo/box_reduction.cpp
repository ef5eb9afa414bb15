// SPDX-License-Identifier: MIT
#include "core/geo/box_reduction.h"

namespace banlang {
namespace {

/// A bit for each side of the box beyond which a point lies.
unsigned sidesBeyond(const Box& box, double x, double y) {
    return (x < box.minX ? 1U : 0U) | (x > box.maxX ? 2U : 0U) | (y < box.minY ? 4U : 0U) | (y > box.maxY ? 8U : 0U);
}

/// Leaves out a vertex when the way over it and the way past it both stay beyond one side of the box.
void appendNear(GeometryColumn& result, std::span<const double> ring, const Box& box) {
    unsigned last = 0; // of the vertex that was added last
    for (std::size_t i = 0; i + 1 < ring.size(); i += 2) {
        const unsigned own = sidesBeyond(box, ring[i], ring[i + 1]);
        const bool between = i > 0 && i + 3 < ring.size();
        if (between && (last & own & sidesBeyond(box, ring[i + 2], ring[i + 3])) != 0) continue;
        result.xy.push_back(ring[i]);
        result.xy.push_back(ring[i + 1]);
        last = own;
    }
}

} // namespace

GeometryColumn reducedToBox(const GeometryColumn& polygons, std::size_t feature, const Box& box) {
    GeometryColumn result;
    result.kind = GeometryKind::polygon;
    Box extent;
    for (std::uint32_t part = polygons.featureOffsets[feature]; part < polygons.featureOffsets[feature + 1]; ++part) {
        for (std::uint32_t r = polygons.partOffsets[part]; r < polygons.partOffsets[part + 1]; ++r) {
            const std::size_t first = result.pointCount();
            appendNear(result, polygons.ring(r), box);
            for (std::size_t i = first; i < result.pointCount(); ++i) extent.grow(result.point(i));
            result.ringOffsets.push_back(static_cast<std::uint32_t>(result.pointCount()));
        }
        result.partOffsets.push_back(static_cast<std::uint32_t>(result.ringOffsets.size() - 1));
    }
    result.featureOffsets.push_back(static_cast<std::uint32_t>(result.partOffsets.size() - 1));
    result.boxes.push_back(extent);
    return result;
}

} // namespace banlang
