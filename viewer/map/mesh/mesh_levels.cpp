// SPDX-License-Identifier: MIT
#include "viewer/map/mesh/mesh_levels.h"

#include "core/base/parallel.h"
#include "core/geo/simplify.h"

#include <array>

namespace banlang::viewer::detail {
namespace {

constexpr std::array<double, 5> tolerancesM{2, 5, 12, 30, 75};
constexpr std::size_t featuresPerRange = 512;
/// Of the points of the level before.
constexpr double mostKeptShare = 0.7;

struct LineRun {
    std::vector<MeshPoint> points;
    std::vector<std::uint32_t> countOf; ///< per feature of the range
};

void addSimplifiedRing(std::span<const double> xy, const MeshPoint* full, double toleranceM, std::vector<std::uint32_t>& kept,
                       std::vector<MeshPoint>& out) {
    bool closed = isClosed(xy);
    kept.clear();
    simplify(xy, toleranceM, kept);
    // An island of less than the tolerance.
    if (closed && kept.size() < 3) return;
    // A strip: there and back.
    closed = closed && kept.size() > 3;
    const std::size_t first = out.size();
    for (const std::uint32_t vertex : kept) {
        out.push_back(full[vertex]);
        out.back().segment = segment_kind::none;
    }
    joinSegments(std::span(out).subspan(first), closed);
}

std::vector<LineRun> simplifyFeatures(const GeometryColumn& geometry, const ShapeMesh& mesh,
                                      const std::vector<std::uint32_t>& starts, double toleranceM) {
    const std::size_t count = mesh.features.size();
    std::vector<LineRun> runs((count + featuresPerRange - 1) / featuresPerRange);
    parallelRanges(count, featuresPerRange, [&](std::size_t begin, std::size_t end) {
        LineRun& run = runs[begin / featuresPerRange];
        std::vector<std::uint32_t> kept;
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t feature = mesh.features[i];
            const std::size_t before = run.points.size();
            const std::uint32_t firstPoint = geometry.ringOffsets[geometry.firstRing(feature)];
            for (std::size_t ring = geometry.firstRing(feature); ring < geometry.lastRing(feature); ++ring) {
                const MeshPoint* full = mesh.points.data() + starts[i] + (geometry.ringOffsets[ring] - firstPoint);
                addSimplifiedRing(geometry.ring(ring), full, toleranceM, kept, run.points);
            }
            run.countOf.push_back(static_cast<std::uint32_t>(run.points.size() - before));
        }
    });
    return runs;
}

MeshLevel joined(const std::vector<LineRun>& runs, const ShapeMesh& mesh, double toleranceM) {
    MeshLevel level{toleranceM, {}, {}};
    std::vector<std::uint32_t> starts{0};
    for (const LineRun& run : runs) {
        level.points.insert(level.points.end(), run.points.begin(), run.points.end());
        for (const std::uint32_t points : run.countOf) starts.push_back(starts.back() + points);
    }
    for (const MeshCell& cell : mesh.cells) level.cells.push_back({starts[cell.features.begin], starts[cell.features.end]});
    return level;
}

} // namespace

std::vector<MeshLevel> coarserLevels(const GeometryColumn& geometry, const ShapeMesh& mesh,
                                     const std::vector<std::uint32_t>& starts) {
    std::vector<MeshLevel> levels;
    std::size_t points = mesh.points.size();
    for (const double toleranceM : tolerancesM) {
        MeshLevel level = joined(simplifyFeatures(geometry, mesh, starts, toleranceM), mesh, toleranceM);
        if (static_cast<double>(level.points.size()) > mostKeptShare * static_cast<double>(points)) continue;
        points = level.points.size();
        levels.push_back(std::move(level));
    }
    return levels;
}

} // namespace banlang::viewer::detail
