// SPDX-License-Identifier: MIT
#pragma once

#include "layers/scene.h"
#include "viewer/map/detail/shape_buffers.h"

#include <memory>
#include <vector>

namespace banlang::viewer::detail {

/// One shape set of the scene with its buffers.
struct UploadedShapes {
    std::shared_ptr<const MapLayer> layer{}; ///< keeps the set alive
    const ShapeSet* set = nullptr;
    std::shared_ptr<ShapeBuffers> buffers{};
};

/// The buffers of a scene, layer by layer. Sets that the scene before had with the same geometry and the same classes keep theirs,
/// so that another style, or another layer beside them, costs nothing.
[[nodiscard]] std::vector<UploadedShapes> uploadScene(const MapScene& scene, const std::vector<UploadedShapes>& before);

} // namespace banlang::viewer::detail
