// SPDX-License-Identifier: MIT
#include "viewer/map/gl/area_buffers.h"

#include <array>

namespace banlang::viewer::detail {
namespace {

constexpr std::size_t numbersPerStyle = 12; ///< three texels: colour, colour of the pattern, pattern

/// Texture units that the shaders of areas read from.
enum TextureUnit : GLint { pointsUnit, classesUnit, stylesUnit, featuresUnit };

void bindTexture(TextureUnit unit, const Texture& texture) {
    glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(unit));
    glBindTexture(GL_TEXTURE_BUFFER, texture.name());
}

void showAs(const Texture& texture, GLenum format, const Buffer& buffer) {
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_BUFFER, texture.name());
    glTexBuffer(GL_TEXTURE_BUFFER, format, buffer.name());
    glBindTexture(GL_TEXTURE_BUFFER, 0);
}

} // namespace

AreaBuffers::AreaBuffers(const AreaMesh& mesh)
    : origin_(mesh.origin), pointCount_(static_cast<GLsizei>(mesh.points.size())),
      indexCount_(static_cast<GLsizei>(mesh.triangles.size())),
      bytes_(mesh.points.size() * sizeof(MeshPoint) + mesh.featureOf.size() * sizeof(std::uint16_t) +
             mesh.triangles.size() * sizeof(std::uint32_t)) {
    glBindVertexArray(triangles_.name());
    upload(GL_ARRAY_BUFFER, points_, mesh.points);
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(MeshPoint), bufferOffset(0));
    upload(GL_ARRAY_BUFFER, featureOf_, mesh.featureOf);
    glEnableVertexAttribArray(1);
    glVertexAttribIPointer(1, 1, GL_UNSIGNED_SHORT, sizeof(std::uint16_t), bufferOffset(0));
    upload(GL_ELEMENT_ARRAY_BUFFER, indices_, mesh.triangles);
    glBindVertexArray(0);
    showAs(pointsTexture_, GL_RGBA32F, points_);
    showAs(featuresTexture_, GL_R16UI, featureOf_);
}

void AreaBuffers::drawTriangles() const {
    if (indexCount_ == 0) return;
    glBindVertexArray(triangles_.name());
    glDrawElements(GL_TRIANGLES, indexCount_, GL_UNSIGNED_INT, bufferOffset(0));
}

void AreaBuffers::drawLines(GLenum mode, GLsizei vertices) const {
    if (pointCount_ == 0) return;
    bindTexture(pointsUnit, pointsTexture_);
    bindTexture(featuresUnit, featuresTexture_);
    glBindVertexArray(segments_.name());
    glDrawArrays(mode, 0, pointCount_ * vertices);
    glActiveTexture(GL_TEXTURE0);
}

void AreaBuffers::drawSegments() const {
    drawLines(GL_TRIANGLES, 6);
}

void AreaBuffers::drawHairlines() const {
    drawLines(GL_LINES, 2);
}

AreaClasses::AreaClasses(const std::vector<std::uint8_t>& classInOrder, const std::vector<ClassStyle>& styles)
    : styleCount_(static_cast<GLint>(styles.size())) {
    std::vector<float> numbers(std::max<std::size_t>(1, styles.size()) * numbersPerStyle);
    const auto write = [](float* out, Colour colour) {
        const std::array<std::uint8_t, 4> parts{colour.r, colour.g, colour.b, colour.a};
        for (std::size_t i = 0; i < parts.size(); ++i) out[i] = static_cast<float>(parts[i]) / 255.0F;
    };
    for (std::size_t i = 0; i < styles.size(); ++i) {
        if (!styles[i].fill) continue;
        float* out = &numbers[i * numbersPerStyle];
        write(out, styles[i].fill->colour);
        write(out + 4, styles[i].fill->patternColour);
        out[8] = static_cast<float>(styles[i].fill->pattern);
    }
    upload(GL_TEXTURE_BUFFER, classes_, classInOrder);
    upload(GL_TEXTURE_BUFFER, styles_, numbers);
    showAs(classesTexture_, GL_R8UI, classes_);
    showAs(stylesTexture_, GL_RGBA32F, styles_);
}

void AreaClasses::bind(const Program& program, std::uint32_t firstFeature) const {
    bindTexture(classesUnit, classesTexture_);
    bindTexture(stylesUnit, stylesTexture_);
    glActiveTexture(GL_TEXTURE0);
    glUniform1i(uniform(program, "classes"), classesUnit);
    glUniform1i(uniform(program, "styles"), stylesUnit);
    glUniform1i(uniform(program, "features"), featuresUnit);
    glUniform1i(uniform(program, "styleCount"), styleCount_);
    glUniform1i(uniform(program, "firstFeature"), static_cast<GLint>(firstFeature));
}

void useClasses(const Program& program, const std::vector<std::uint8_t>& classes) {
    std::array<GLuint, 8> bits{};
    for (const std::uint8_t of : classes) bits[of / 32U] |= 1U << (of % 32U);
    glUniform1uiv(uniform(program, "classBits"), static_cast<GLsizei>(bits.size()), bits.data());
}

} // namespace banlang::viewer::detail
