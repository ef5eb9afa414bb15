// SPDX-License-Identifier: MIT
#pragma once

#include "layers/scene.h"
#include "viewer/map/detail/shaders.h"

#include <memory>

namespace banlang::viewer::detail {

/// A hillshade as a texture.
class HillshadeTexture {
public:
    explicit HillshadeTexture(const Hillshade& shade);
    void draw(const Programs& programs, const Frame& frame) const;

private:
    Box extent_{};
    Texture texture_;
    VertexArray array_; ///< without attributes: the corners come from their numbers
};
[[nodiscard]] std::unique_ptr<HillshadeTexture> uploadHillshade(const MapScene& scene); ///< nothing where there is no shade

} // namespace banlang::viewer::detail
