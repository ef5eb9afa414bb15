// SPDX-License-Identifier: MIT
#include "viewer/map/mesh/prepared_scene.h"

#include "viewer/map/mesh/mask.h"

#include <algorithm>

namespace banlang::viewer {
namespace {

using detail::needsTriangles;

/// Boundaries are put together anew for every day, and seldom differ.
bool sameGeometry(const ShapeSet& a, const ShapeSet& b) {
    if (a.geometry == b.geometry) return true;
    const GeometryColumn& x = *a.geometry;
    const GeometryColumn& y = *b.geometry;
    return x.kind == y.kind && x.featureOffsets == y.featureOffsets && x.partOffsets == y.partOffsets &&
           x.ringOffsets == y.ringOffsets && x.xy == y.xy;
}

bool sameMesh(const ShapeSet& a, const ShapeSet& b) {
    const auto sameTriangles = [](const ClassStyle& x, const ClassStyle& y) { return needsTriangles(x) == needsTriangles(y); };
    return sameGeometry(a, b) && a.classOf == b.classOf &&
           std::equal(a.styles.begin(), a.styles.end(), b.styles.begin(), b.styles.end(), sameTriangles);
}

/// The first prepared set of a scene that fits; null without one.
template <class Fits> const PreparedShapes* find(const PreparedScene* scene, Fits&& fits) {
    if (scene == nullptr) return nullptr;
    for (const PreparedLayer& layer : scene->layers) {
        for (const PreparedShapes& shapes : layer.shapes) {
            if (fits(shapes)) return &shapes;
        }
    }
    return nullptr;
}

bool areAreas(const ShapeSet& set) {
    return set.areaTrueWhenTiny && set.geometry->kind == GeometryKind::polygon;
}

PreparedShapes prepareAreas(const ShapeSet& set, const PreparedScene* before, const PreparedScene& now) {
    PreparedShapes shapes{&set};
    const auto fits = [&](const PreparedShapes& other) { return other.isAreas() && other.set->geometry == set.geometry; };
    const PreparedShapes* known = find(&now, fits);
    if (known == nullptr) known = find(before, fits);
    shapes.chunks = known != nullptr ? known->chunks : std::make_shared<const FeatureChunks>(chunksOf(*set.geometry));
    shapes.classInOrder.reserve(shapes.chunks->features.size());
    for (const std::uint32_t feature : shapes.chunks->features) {
        shapes.classInOrder.push_back(feature < set.classOf.size() ? set.classOf[feature] : noClass);
    }
    return shapes;
}

PreparedShapes prepareShapes(const ShapeSet& set, const PreparedScene* before, const PreparedScene& now) {
    if (areAreas(set)) return prepareAreas(set, before, now);
    PreparedShapes shapes{&set};
    const PreparedShapes* known =
        find(before, [&](const PreparedShapes& other) { return other.mesh != nullptr && sameMesh(*other.set, set); });
    shapes.mesh = known != nullptr ? known->mesh : std::make_shared<const detail::ShapeMesh>(detail::prepareMesh(set));
    return shapes;
}

} // namespace

std::shared_ptr<const PreparedScene> prepareScene(std::shared_ptr<const MapScene> scene, const PreparedScene* before) {
    auto prepared = std::make_shared<PreparedScene>();
    prepared->scene = scene ? std::move(scene) : std::make_shared<const MapScene>();
    for (const auto& layer : prepared->scene->layers) {
        PreparedLayer& made = prepared->layers.emplace_back(PreparedLayer{layer, {}, {}});
        for (const ShapeSet& set : layer->shapes) {
            if (set.geometry != nullptr) made.shapes.push_back(prepareShapes(set, before, *prepared));
        }
        for (const MarkerSet& set : layer->markers) made.symbols.push_back(detail::prepareSymbols(set.markers));
    }
    if (before != nullptr && before->scene->hillshade == prepared->scene->hillshade) {
        prepared->shadeLevels = before->shadeLevels;
    } else {
        const Hillshade* shade = prepared->scene->hillshade.get();
        prepared->shadeLevels = std::make_shared<const std::vector<detail::ShadeLevel>>(
            shade != nullptr ? detail::smallerLevels(*shade) : std::vector<detail::ShadeLevel>{});
    }
    prepared->mask = detail::maskOf(*prepared->scene);
    if (prepared->mask) prepared->maskMesh = std::make_shared<const detail::ShapeMesh>(detail::prepareMesh(*prepared->mask));
    return prepared;
}

} // namespace banlang::viewer
