// SPDX-License-Identifier: MIT
#include "viewer/map/mesh/area_mesh.h"

#include "core/geo/feature_chunks.h"
#include "viewer/map/tessellate/tessellate.h"

namespace banlang::viewer::detail {

AreaMesh prepareAreaMesh(const GeometryColumn& geometry, std::span<const std::uint32_t> features) {
    AreaMesh mesh;
    Box extent;
    std::size_t pointCount = 0;
    for (const std::uint32_t feature : features) {
        extent.grow(geometry.boxes[feature]);
        pointCount += pointsOf(geometry, feature).size();
    }
    if (extent.empty()) return mesh;
    mesh.origin = extent.centre();
    mesh.points.resize(pointCount);
    mesh.featureOf.reserve(pointCount);
    std::uint32_t start = 0;
    for (std::size_t i = 0; i < features.size(); ++i) {
        const PointRange points = pointsOf(geometry, features[i]);
        for (std::size_t ring = geometry.firstRing(features[i]); ring < geometry.lastRing(features[i]); ++ring) {
            addMeshRing(geometry, ring, mesh.origin, &mesh.points[start + geometry.ringOffsets[ring] - points.first]);
        }
        const std::size_t firstIndex = mesh.triangles.size();
        tessellate(geometry, features[i], mesh.triangles);
        for (std::size_t k = firstIndex; k < mesh.triangles.size(); ++k) mesh.triangles[k] += start - points.first;
        mesh.featureOf.resize(mesh.featureOf.size() + points.size(), static_cast<std::uint16_t>(i));
        start += points.size();
    }
    return mesh;
}

} // namespace banlang::viewer::detail
