// SPDX-License-Identifier: MIT
#pragma once

#include "layers/scene/scene.h"
#include "viewer/map/gl/shaders.h"
#include "viewer/map/mesh/shade_levels.h"

#include <memory>
#include <vector>

namespace banlang::viewer::detail {

/// A hillshade as a texture.
class HillshadeTexture {
public:
    HillshadeTexture(const Hillshade& shade, const std::vector<ShadeLevel>& smaller);
    void draw(const Programs& programs, const Frame& frame) const;

private:
    Box extent_{};
    Texture texture_;
    VertexArray array_; ///< without attributes: the corners come from their numbers
};
/// Nothing where there is no shade.
[[nodiscard]] std::unique_ptr<HillshadeTexture> uploadHillshade(const Hillshade* shade, const std::vector<ShadeLevel>& smaller);

} // namespace banlang::viewer::detail
