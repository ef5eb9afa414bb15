// SPDX-License-Identifier: MIT
#include "viewer/map/detail/scene_buffers.h"

#include <algorithm>

namespace banlang::viewer::detail {
namespace {

bool sameMesh(const ShapeSet& a, const ShapeSet& b) {
    const auto sameTriangles = [](const ClassStyle& x, const ClassStyle& y) { return needsTriangles(x) == needsTriangles(y); };
    return a.geometry == b.geometry && a.classOf == b.classOf &&
           std::equal(a.styles.begin(), a.styles.end(), b.styles.begin(), b.styles.end(), sameTriangles);
}

} // namespace

std::vector<UploadedShapes> uploadScene(const MapScene& scene, const std::vector<UploadedShapes>& before) {
    std::vector<UploadedShapes> shapes;
    for (const auto& layer : scene.layers) {
        for (const ShapeSet& set : layer->shapes) {
            if (set.geometry == nullptr) continue;
            UploadedShapes uploaded{layer, &set, nullptr};
            const auto same =
                std::find_if(before.begin(), before.end(), [&](const UploadedShapes& old) { return sameMesh(*old.set, set); });
            uploaded.buffers = same != before.end() ? same->buffers : std::make_shared<ShapeBuffers>(prepareMesh(set));
            shapes.push_back(std::move(uploaded));
        }
    }
    return shapes;
}

} // namespace banlang::viewer::detail
