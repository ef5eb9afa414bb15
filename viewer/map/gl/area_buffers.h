// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map_layer.h"
#include "viewer/map/gl/shaders.h"
#include "viewer/map/mesh/area_mesh.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace banlang::viewer::detail {

/// An AreaMesh on the graphics card.
class AreaBuffers {
public:
    explicit AreaBuffers(const AreaMesh& mesh);
    /// The program must be current, with AreaClasses bound.
    void drawTriangles() const;
    void drawSegments() const;
    void drawHairlines() const;
    [[nodiscard]] Point origin() const { return origin_; }
    [[nodiscard]] std::size_t vertexCount() const { return static_cast<std::size_t>(pointCount_); }
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

private:
    void drawLines(GLenum mode, GLsizei vertices) const;

    Point origin_{};
    GLsizei pointCount_ = 0;
    GLsizei indexCount_ = 0;
    std::size_t bytes_ = 0;
    VertexArray triangles_;
    VertexArray segments_; ///< without attributes: the line program fetches from the textures
    Buffer points_;
    Buffer featureOf_;
    Buffer indices_;
    Texture pointsTexture_;
    Texture featuresTexture_;
};

/// What one set says of the features of its chunks: a byte each, and how each class looks.
class AreaClasses {
public:
    AreaClasses(const std::vector<std::uint8_t>& classInOrder, const std::vector<ClassStyle>& styles);
    /// For the chunk whose first feature stands at `firstFeature`; the program must be current.
    void bind(const Program& program, std::uint32_t firstFeature) const;

private:
    GLint styleCount_ = 0;
    Buffer classes_;
    Buffer styles_;
    Texture classesTexture_;
    Texture stylesTexture_;
};

/// Draws only the classes of this set of numbers from here on; for the line program of areas, which must be current.
void useClasses(const Program& program, const std::vector<std::uint8_t>& classes);

} // namespace banlang::viewer::detail
