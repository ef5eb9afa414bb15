// SPDX-License-Identifier: MIT
#include "viewer/map/detail/shape_mesh.h"

#include "core/base/parallel.h"
#include "core/geo/packed_rtree.h"
#include "viewer/map/tessellate.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace banlang::viewer::detail {
namespace {

constexpr std::size_t pointsPerChunk = 8192;
constexpr std::size_t featuresPerRange = 2048;

bool isDrawn(const ShapeSet& set, std::size_t feature) {
    const Box& box = set.geometry->boxes[feature];
    return feature < set.classOf.size() && set.classOf[feature] < set.styles.size() && !box.empty() &&
           std::isfinite(box.width() + box.height());
}

MeshRange pointsOf(const GeometryColumn& geometry, std::size_t feature) {
    return {geometry.ringOffsets[geometry.firstRing(feature)], geometry.ringOffsets[geometry.lastRing(feature)]};
}

/// The drawn features along a Hilbert curve, so that neighbours are near each other in memory.
std::vector<std::uint32_t> drawnByPlace(const ShapeSet& set, const Box& extent) {
    struct Placed {
        std::uint32_t place = 0;
        std::uint32_t feature = 0;
    };
    std::vector<Placed> placed;
    for (std::uint32_t i = 0; i < set.geometry->featureCount(); ++i) {
        if (isDrawn(set, i)) placed.push_back({hilbertIndex(set.geometry->boxes[i].centre(), extent), i});
    }
    std::sort(placed.begin(), placed.end(),
              [](const Placed& a, const Placed& b) { return a.place != b.place ? a.place < b.place : a.feature < b.feature; });
    std::vector<std::uint32_t> features(placed.size());
    std::transform(placed.begin(), placed.end(), features.begin(), [](const Placed& p) { return p.feature; });
    return features;
}

/// Cuts the curve into chunks and sorts by class and chunk; fills everything of the mesh but points and triangles.
void layOut(const ShapeSet& set, ShapeMesh& mesh) {
    const GeometryColumn& geometry = *set.geometry;
    const std::vector<std::uint32_t> byPlace = drawnByPlace(set, geometry.extent());
    std::vector<std::uint32_t> chunkOf(byPlace.size());
    std::size_t pointsInChunk = pointsPerChunk;
    double sizes = 0;
    Box extent;
    for (std::size_t i = 0; i < byPlace.size(); ++i) {
        if (pointsInChunk >= pointsPerChunk) {
            mesh.chunkBoxes.emplace_back();
            pointsInChunk = 0;
        }
        const MeshRange points = pointsOf(geometry, byPlace[i]);
        const Box& box = geometry.boxes[byPlace[i]];
        pointsInChunk += points.end - points.begin;
        mesh.chunkBoxes.back().grow(box);
        extent.grow(box);
        sizes += std::max(box.width(), box.height());
        chunkOf[i] = static_cast<std::uint32_t>(mesh.chunkBoxes.size() - 1);
    }
    mesh.origin = extent.empty() ? Point{} : extent.centre();
    mesh.averageSizeM = byPlace.empty() ? 0 : sizes / static_cast<double>(byPlace.size());
    mesh.classCount = set.styles.size();
    mesh.cells.resize(mesh.classCount * mesh.chunkBoxes.size());

    const auto cellOf = [&](std::size_t i) { return set.classOf[byPlace[i]] * mesh.chunkBoxes.size() + chunkOf[i]; };
    for (std::size_t i = 0; i < byPlace.size(); ++i) ++mesh.cells[cellOf(i)].features.end;
    std::uint32_t begin = 0;
    for (MeshCell& cell : mesh.cells) {
        const std::uint32_t count = cell.features.end;
        cell.features = {begin, begin};
        begin += count;
    }
    mesh.features.resize(byPlace.size());
    for (std::size_t i = 0; i < byPlace.size(); ++i) mesh.features[mesh.cells[cellOf(i)].features.end++] = byPlace[i];
}

void addRing(const GeometryColumn& geometry, std::size_t ring, Point origin, MeshPoint* out) {
    const auto xy = geometry.ring(ring);
    const std::size_t count = xy.size() / 2;
    const bool closed = count > 3 && xy[0] == xy[2 * count - 2] && xy[1] == xy[2 * count - 1];
    double along = 0;
    for (std::size_t i = 0; i < count; ++i) {
        MeshPoint& point = out[i];
        point.x = static_cast<float>(xy[2 * i] - origin.x);
        point.y = static_cast<float>(xy[2 * i + 1] - origin.y);
        point.alongM = static_cast<float>(along);
        if (i + 1 == count) break;
        const double length = std::hypot(xy[2 * i + 2] - xy[2 * i], xy[2 * i + 3] - xy[2 * i + 1]);
        along += std::isfinite(length) ? length : 0;
        if (!(length > 0) || !std::isfinite(length)) continue;
        const bool first = i == 0;
        const bool last = i + 2 == count;
        const float otherEnd = SegmentKind::closedBase + static_cast<float>(count - 1);
        point.segment = first && closed  ? otherEnd
                        : last && closed ? -otherEnd
                        : first && last  ? SegmentKind::only
                        : first          ? SegmentKind::first
                        : last           ? SegmentKind::last
                                         : SegmentKind::inner;
    }
}

/// One entry per feature of the mesh and one past the end.
std::vector<std::uint32_t> startsOfPoints(const GeometryColumn& geometry, const ShapeMesh& mesh) {
    std::vector<std::uint32_t> starts(mesh.features.size() + 1);
    for (std::size_t i = 0; i < mesh.features.size(); ++i) {
        const MeshRange points = pointsOf(geometry, mesh.features[i]);
        starts[i + 1] = starts[i] + (points.end - points.begin);
    }
    return starts;
}

struct TriangleRun {
    std::vector<std::uint32_t> indices;
    std::vector<std::uint32_t> countOf; ///< per feature of the range
};

TriangleRun cutFeatures(const ShapeSet& set, const ShapeMesh& mesh, const std::vector<std::uint32_t>& starts, std::size_t begin,
                        std::size_t end) {
    TriangleRun run;
    for (std::size_t i = begin; i < end; ++i) {
        const std::uint32_t feature = mesh.features[i];
        const std::size_t before = run.indices.size();
        if (needsTriangles(set.styles[set.classOf[feature]])) {
            tessellate(*set.geometry, feature, run.indices);
            const std::uint32_t firstPoint = pointsOf(*set.geometry, feature).begin;
            for (std::size_t k = before; k < run.indices.size(); ++k) run.indices[k] += starts[i] - firstPoint;
        }
        run.countOf.push_back(static_cast<std::uint32_t>(run.indices.size() - before));
    }
    return run;
}

} // namespace

bool needsTriangles(const ClassStyle& style) {
    return style.fill || std::any_of(style.strokes.begin(), style.strokes.end(), [](const StrokeStyle& stroke) {
               return stroke.offsetPx.at10k > 0 || stroke.offsetPx.at25k > 0 || stroke.offsetPx.at100k > 0;
           });
}

ShapeMesh prepareMesh(const ShapeSet& set) {
    ShapeMesh mesh;
    if (set.geometry == nullptr || set.geometry->featureCount() == 0) return mesh;
    const GeometryColumn& geometry = *set.geometry;
    layOut(set, mesh);
    const std::vector<std::uint32_t> starts = startsOfPoints(geometry, mesh);
    mesh.points.resize(starts.back());
    const std::size_t count = mesh.features.size();
    std::vector<TriangleRun> runs((count + featuresPerRange - 1) / featuresPerRange);
    parallelRanges(count, featuresPerRange, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t feature = mesh.features[i];
            const std::uint32_t firstPoint = pointsOf(geometry, feature).begin;
            for (std::size_t ring = geometry.firstRing(feature); ring < geometry.lastRing(feature); ++ring) {
                addRing(geometry, ring, mesh.origin, mesh.points.data() + starts[i] + (geometry.ringOffsets[ring] - firstPoint));
            }
        }
        if (geometry.kind == GeometryKind::polygon) runs[begin / featuresPerRange] = cutFeatures(set, mesh, starts, begin, end);
    });
    std::vector<std::uint32_t> triangleStarts{0};
    for (const TriangleRun& run : runs) {
        mesh.triangles.insert(mesh.triangles.end(), run.indices.begin(), run.indices.end());
        for (const std::uint32_t indices : run.countOf) triangleStarts.push_back(triangleStarts.back() + indices);
    }
    triangleStarts.resize(count + 1, triangleStarts.back());
    for (MeshCell& cell : mesh.cells) {
        cell.points = {starts[cell.features.begin], starts[cell.features.end]};
        cell.indices = {triangleStarts[cell.features.begin], triangleStarts[cell.features.end]};
    }
    return mesh;
}

} // namespace banlang::viewer::detail
