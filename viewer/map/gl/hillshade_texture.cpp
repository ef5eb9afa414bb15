// SPDX-License-Identifier: MIT
#include "viewer/map/gl/hillshade_texture.h"

namespace banlang::viewer::detail {

namespace {

void uploadLevel(GLint level, int columns, int rows, const std::vector<std::uint8_t>& alpha) {
    glTexImage2D(GL_TEXTURE_2D, level, GL_R8, columns, rows, 0, GL_RED, GL_UNSIGNED_BYTE, alpha.data());
}

} // namespace

HillshadeTexture::HillshadeTexture(const Hillshade& shade, const std::vector<ShadeLevel>& smaller) : extent_(shade.extent) {
    glBindTexture(GL_TEXTURE_2D, texture_.name());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    uploadLevel(0, shade.columns, shade.rows, shade.alpha);
    for (std::size_t i = 0; i < smaller.size(); ++i)
        uploadLevel(static_cast<GLint>(i + 1), smaller[i].columns, smaller[i].rows, smaller[i].alpha);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, static_cast<GLint>(smaller.size()));
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

std::unique_ptr<HillshadeTexture> uploadHillshade(const Hillshade* shade, const std::vector<ShadeLevel>& smaller) {
    if (shade == nullptr || !isWhole(*shade)) return nullptr;
    return std::make_unique<HillshadeTexture>(*shade, smaller);
}

} // namespace banlang::viewer::detail
