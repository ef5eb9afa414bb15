// SPDX-License-Identifier: MIT
#include "viewer/map/mesh/shape_mesh.h"

#include "core/base/parallel.h"
#include "core/geo/feature_chunks.h"
#include "viewer/map/mesh/mesh_levels.h"
#include "viewer/map/tessellate/tessellate.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace banlang::viewer::detail {
namespace {

constexpr std::size_t featuresPerRange = 2048;
/// Few enough that a tile does not pay for what lies beside it.
constexpr std::size_t pointsPerChunk = 512;

bool hasClass(const ShapeSet& set, std::size_t feature) {
    return feature < set.classOf.size() && set.classOf[feature] < set.styles.size();
}

/// Sorts by class and chunk; fills everything of the mesh but points and triangles.
void layOut(const ShapeSet& set, ShapeMesh& mesh) {
    FeatureChunks chunks = chunksOf(
        *set.geometry, [&](std::size_t feature) { return hasClass(set, feature); }, pointsPerChunk);
    const std::vector<std::uint32_t> byPlace = std::move(chunks.features);
    std::vector<std::uint32_t> chunkOf;
    for (std::size_t chunk = 0; chunk < chunks.count(); ++chunk) {
        chunkOf.resize(chunks.starts[chunk + 1], static_cast<std::uint32_t>(chunk));
    }
    mesh.chunkBoxes = std::move(chunks.boxes);
    mesh.origin = chunks.extent.empty() ? Point{} : chunks.extent.centre();
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

/// One entry per feature of the mesh and one past the end.
std::vector<std::uint32_t> startsOfPoints(const GeometryColumn& geometry, const ShapeMesh& mesh) {
    std::vector<std::uint32_t> starts(mesh.features.size() + 1);
    for (std::size_t i = 0; i < mesh.features.size(); ++i) {
        starts[i + 1] = starts[i] + pointsOf(geometry, mesh.features[i]).size();
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
            const std::uint32_t firstPoint = pointsOf(*set.geometry, feature).first;
            for (std::size_t k = before; k < run.indices.size(); ++k) run.indices[k] += starts[i] - firstPoint;
        }
        run.countOf.push_back(static_cast<std::uint32_t>(run.indices.size() - before));
    }
    return run;
}

} // namespace

bool isClosed(std::span<const double> xy) {
    const std::size_t count = xy.size() / 2;
    return count > 3 && xy[0] == xy[2 * count - 2] && xy[1] == xy[2 * count - 1];
}

void joinSegments(std::span<MeshPoint> ring, bool closed) {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const double length = std::hypot(static_cast<double>(ring[i + 1].x) - static_cast<double>(ring[i].x),
                                         static_cast<double>(ring[i + 1].y) - static_cast<double>(ring[i].y));
        if (!(length > 0) || !std::isfinite(length)) continue;
        const bool first = i == 0;
        const bool last = i + 2 == ring.size();
        const float otherEnd = segment_kind::closedBase + static_cast<float>(ring.size() - 1);
        ring[i].segment = first && closed  ? otherEnd
                          : last && closed ? -otherEnd
                          : first && last  ? segment_kind::only
                          : first          ? segment_kind::first
                          : last           ? segment_kind::last
                                           : segment_kind::inner;
    }
}

void addMeshRing(const GeometryColumn& geometry, std::size_t ring, Point origin, MeshPoint* out) {
    const auto xy = geometry.ring(ring);
    const std::size_t count = xy.size() / 2;
    double along = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double length = i == 0 ? 0 : std::hypot(xy[2 * i] - xy[2 * i - 2], xy[2 * i + 1] - xy[2 * i - 1]);
        along += std::isfinite(length) ? length : 0;
        out[i] = {static_cast<float>(xy[2 * i] - origin.x), static_cast<float>(xy[2 * i + 1] - origin.y), static_cast<float>(along),
                  segment_kind::none};
    }
    joinSegments({out, count}, isClosed(xy));
}

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
            const std::uint32_t firstPoint = pointsOf(geometry, feature).first;
            for (std::size_t ring = geometry.firstRing(feature); ring < geometry.lastRing(feature); ++ring) {
                addMeshRing(geometry, ring, mesh.origin,
                            mesh.points.data() + starts[i] + (geometry.ringOffsets[ring] - firstPoint));
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
    const bool drawsLines = std::ranges::any_of(set.styles, [](const ClassStyle& style) { return !style.strokes.empty(); });
    if (drawsLines) mesh.coarser = coarserLevels(geometry, mesh, starts);
    return mesh;
}

} // namespace banlang::viewer::detail
