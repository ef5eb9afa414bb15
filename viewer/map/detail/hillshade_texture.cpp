// SPDX-License-Identifier: MIT
#include "viewer/map/detail/hillshade_texture.h"

namespace banlang::viewer::detail {

HillshadeTexture::HillshadeTexture(const Hillshade& shade) : extent_(shade.extent) {
    glBindTexture(GL_TEXTURE_2D, texture_.name());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, shade.columns, shade.rows, 0, GL_RED, GL_UNSIGNED_BYTE, shade.alpha.data());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glGenerateMipmap(GL_TEXTURE_2D);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glBindTexture(GL_TEXTURE_2D, 0);
}

void HillshadeTexture::draw(const Programs& programs, const Frame& frame) const {
    const Point origin = extent_.centre();
    useProgram(programs.shading, frame, origin);
    glUniform4f(uniform(programs.shading, "boxM"), static_cast<float>(extent_.minX - origin.x),
                static_cast<float>(extent_.minY - origin.y), static_cast<float>(extent_.maxX - origin.x),
                static_cast<float>(extent_.maxY - origin.y));
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, texture_.name());
    glBindVertexArray(array_.name());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    glBindTexture(GL_TEXTURE_2D, 0);
}

std::unique_ptr<HillshadeTexture> uploadHillshade(const MapScene& scene) {
    const Hillshade* shade = scene.hillshade.get();
    if (shade == nullptr || shade->columns <= 0 || shade->rows <= 0 || shade->extent.empty()) return nullptr;
    if (shade->alpha.size() != static_cast<std::size_t>(shade->columns) * static_cast<std::size_t>(shade->rows)) return nullptr;
    return std::make_unique<HillshadeTexture>(*shade);
}

} // namespace banlang::viewer::detail
