// SPDX-License-Identifier: MIT
#include "core/geo/buffer_ring.h"

#include "core/geo/box_reduction.h"
#include "core/geo/intersection_area.h"
#include "core/geo/measure.h"
#include "core/geo/overlay.h"

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

struct Edge {
    Point from, to;
};

Point between(const Edge& edge, double share) {
    return {edge.from.x + (edge.to.x - edge.from.x) * share, edge.from.y + (edge.to.y - edge.from.y) * share};
}

double cross(Point from, Point a, Point b) {
    return (a.x - from.x) * (b.y - from.y) - (a.y - from.y) * (b.x - from.x);
}

bool reaches(const Edge& edge, const Box& box) {
    return std::min(edge.from.x, edge.to.x) <= box.maxX && std::max(edge.from.x, edge.to.x) >= box.minX &&
           std::min(edge.from.y, edge.to.y) <= box.maxY && std::max(edge.from.y, edge.to.y) >= box.minY;
}

void appendEdges(std::vector<Edge>& edges, const GeometryColumn& polygons, std::size_t feature, const Box& box) {
    for (std::size_t r = polygons.firstRing(feature); r < polygons.lastRing(feature); ++r) {
        const auto ring = polygons.ring(r);
        for (std::size_t i = 0; i + 3 < ring.size(); i += 2) {
            const Edge edge{{ring[i], ring[i + 1]}, {ring[i + 2], ring[i + 3]}};
            if (reaches(edge, box)) edges.push_back(edge);
        }
    }
}

double squaredLengthOf(const Edge& edge) {
    const double dx = edge.to.x - edge.from.x;
    const double dy = edge.to.y - edge.from.y;
    return dx * dx + dy * dy;
}

double dot(const Edge& edge, Point from, Point to) {
    return (to.x - from.x) * (edge.to.x - edge.from.x) + (to.y - from.y) * (edge.to.y - edge.from.y);
}

/// Where along the edge a point lies, if it lies on it: a parcel often ends at the very edge of the bed.
std::optional<double> placeOn(const Edge& edge, double squaredLength, Point point) {
    constexpr double onEdgeM = 1e-6;
    const double off = cross(edge.from, edge.to, point);
    if (off * off > onEdgeM * onEdgeM * squaredLength) return std::nullopt;
    const double share = dot(edge, edge.from, point) / squaredLength;
    return share > 0 && share < 1 ? std::optional(share) : std::nullopt;
}

const Edge* edgeUnder(Point point, const std::vector<Edge>& edges) {
    const auto found =
        std::find_if(edges.begin(), edges.end(), [&](const Edge& edge) { return placeOn(edge, squaredLengthOf(edge), point); });
    return found == edges.end() ? nullptr : &*found;
}

/// Where along an edge others cross or run along it, 0 and 1 included, in rising order.
void findCuts(const Edge& edge, const std::vector<Edge>& others, std::vector<double>& cuts) {
    cuts.assign({0.0, 1.0});
    const double squaredLength = squaredLengthOf(edge);
    if (!(squaredLength > 0)) return;
    for (const Edge& other : others) {
        if (const auto share = placeOn(edge, squaredLength, other.from)) cuts.push_back(*share);
        const double start = cross(other.from, other.to, edge.from);
        const double end = cross(other.from, other.to, edge.to);
        if ((start > 0) == (end > 0)) continue;
        if ((cross(edge.from, edge.to, other.from) > 0) == (cross(edge.from, edge.to, other.to) > 0)) continue;
        cuts.push_back(start / (start - end));
    }
    std::sort(cuts.begin(), cuts.end());
}

/// The pieces of edges, cut by the others, that `isBoundary` says bound what is common; their middles tell.
template <class IsBoundary, class Visit>
void visitPieces(const std::vector<Edge>& edges, const std::vector<Edge>& others, IsBoundary&& isBoundary, Visit&& visit) {
    std::vector<double> cuts;
    for (const Edge& edge : edges) {
        findCuts(edge, others, cuts);
        for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
            if (cuts[i] == cuts[i + 1]) continue;
            const Edge piece{between(edge, cuts[i]), between(edge, cuts[i + 1])};
            const Point middle = between(edge, (cuts[i] + cuts[i + 1]) / 2);
            if (isBoundary(piece, middle)) visit(piece, middle);
        }
    }
}

} // namespace

/// How far a share reaches along the line, and how much of it lies on each side.
struct BufferRing::Extent {
    const std::vector<Segment>& segments;
    double fromM = std::numeric_limits<double>::infinity();
    double toM = 0;
    double leftM2 = 0;
    double rightM2 = 0;

    struct Position {
        double chainageM = 0;
        double offsetM = 0; ///< to the left of the line; to its right when negative
        const Segment* segment = nullptr;
    };
    [[nodiscard]] Position positionOf(Point point) const {
        Position best;
        double nearest = std::numeric_limits<double>::infinity();
        for (const Segment& segment : segments) {
            const Point along{segment.to.x - segment.from.x, segment.to.y - segment.from.y};
            const Point away{point.x - segment.from.x, point.y - segment.from.y};
            const double squared = along.x * along.x + along.y * along.y;
            const double share = std::clamp((away.x * along.x + away.y * along.y) / squared, 0.0, 1.0);
            const double dx = away.x - share * along.x;
            const double dy = away.y - share * along.y;
            if (dx * dx + dy * dy >= nearest) continue;
            nearest = dx * dx + dy * dy;
            best.chainageM = segment.chainageM + share * std::sqrt(squared);
            best.offsetM = along.x * away.y - along.y * away.x > 0 ? 1 : -1;
            best.segment = &segment;
        }
        best.offsetM *= std::sqrt(nearest);
        return best;
    }

    /// A piece of the boundary, the share to its left: its offsets times its length along the line add up to the area. Good to
    /// tell the larger side, not to measure it.
    void grow(const Edge& piece, Point middle) {
        const Position at = positionOf(middle);
        if (at.segment == nullptr) return;
        for (const Point end : {piece.from, piece.to}) {
            const double chainageM = positionOf(end).chainageM;
            fromM = std::min(fromM, chainageM);
            toM = std::max(toM, chainageM);
        }
        const Point along{at.segment->to.x - at.segment->from.x, at.segment->to.y - at.segment->from.y};
        const double forward =
            ((piece.to.x - piece.from.x) * along.x + (piece.to.y - piece.from.y) * along.y) / std::hypot(along.x, along.y);
        (at.offsetM > 0 ? leftM2 : rightM2) -= at.offsetM * forward;
    }
};

BufferRing::BufferRing(const GeometryColumn& lines, std::size_t feature, double innerM, double outerM)
    : outerM_(outerM), outer_(corridor(lines, feature, outerM)) {
    inner_.kind = GeometryKind::polygon;
    if (innerM > 0) {
        inner_ = corridor(lines, feature, innerM);
    } else {
        inner_.endFeature();
    }
    double chainageM = 0;
    for (std::size_t r = lines.firstRing(feature); r < lines.lastRing(feature); ++r) {
        const auto ring = lines.ring(r);
        for (std::size_t i = 0; i + 3 < ring.size(); i += 2) {
            const Segment segment{{ring[i], ring[i + 1]}, {ring[i + 2], ring[i + 3]}, chainageM};
            const double lengthM = std::hypot(segment.to.x - segment.from.x, segment.to.y - segment.from.y);
            if (lengthM > 0) segments_.push_back(segment);
            chainageM += lengthM;
        }
    }
}

std::vector<BufferRing::Segment> BufferRing::segmentsNear(const Box& box) const {
    // A buffer leaves out shallow bends and so reaches a little further than its distance.
    const Box wide = box.widenedBy(1.1 * outerM_);
    std::vector<Segment> near;
    for (const Segment& segment : segments_) {
        if (reaches({segment.from, segment.to}, wide)) near.push_back(segment);
    }
    return near;
}

std::optional<BufferRing::Share> BufferRing::shareOf(const GeometryColumn& polygons, std::size_t feature, double smallestM2) const {
    const Box& box = polygons.boxes[feature];
    if (outer_.isEmpty(0) || !outer_.boxes[0].intersects(box)) return std::nullopt;
    const GeometryColumn outer = reducedToBox(outer_, 0, box);
    double areaM2 = intersectionAreaM2(polygons, feature, outer, 0);
    if (areaM2 < smallestM2) return std::nullopt;
    const GeometryColumn inner = reducedToBox(inner_, 0, box);
    areaM2 -= intersectionAreaM2(polygons, feature, inner, 0);
    if (areaM2 < smallestM2) return std::nullopt;

    const std::vector<Segment> near = segmentsNear(box);
    const Extent extent = extentOf(polygons, feature, outer, inner, near);
    return Share{areaM2, std::min(extent.fromM, extent.toM), extent.toM, extent.leftM2 > extent.rightM2};
}

BufferRing::Extent BufferRing::extentOf(const GeometryColumn& polygons, std::size_t feature, const GeometryColumn& outer,
                                        const GeometryColumn& inner, const std::vector<Segment>& near) {
    const Box& box = polygons.boxes[feature];
    std::vector<Edge> own;
    std::vector<Edge> stripEdges;
    appendEdges(own, polygons, feature, outer.boxes[0]);
    appendEdges(stripEdges, outer, 0, box);
    const auto outerCount = static_cast<std::ptrdiff_t>(stripEdges.size());
    appendEdges(stripEdges, inner, 0, box);
    // The ring lies to the right of what bounds the ground that it leaves out.
    std::for_each(stripEdges.begin() + outerCount, stripEdges.end(), [](Edge& edge) { std::swap(edge.from, edge.to); });

    Extent extent{near};
    const auto grow = [&](const Edge& piece, Point middle) { extent.grow(piece, middle); };
    // An edge of both bounds the share once, and only with the share on the same side of both.
    const auto ownBounds = [&](const Edge& /*piece*/, Point middle) {
        const bool inStrip = contains(outer, 0, middle) && !contains(inner, 0, middle);
        return inStrip && edgeUnder(middle, stripEdges) == nullptr;
    };
    const auto stripBounds = [&](const Edge& piece, Point middle) {
        const Edge* const same = edgeUnder(middle, own);
        return same == nullptr ? contains(polygons, feature, middle) : dot(*same, piece.from, piece.to) > 0;
    };
    visitPieces(own, stripEdges, ownBounds, grow);
    visitPieces(stripEdges, own, stripBounds, grow);
    return extent;
}

} // namespace banlang
