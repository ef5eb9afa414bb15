// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/map/detail/shaders.h"
#include "viewer/map/detail/symbol_mesh.h"

namespace banlang::viewer::detail {

/// The symbols of one set on the graphics card.
class SymbolBuffers {
public:
    explicit SymbolBuffers(const SymbolMesh& mesh);
    void draw(const Programs& programs, const Frame& frame) const;
    [[nodiscard]] double vertexCount() const { return count_; }

private:
    Point origin_{};
    GLsizei count_ = 0;
    VertexArray array_;
    Buffer corners_;
};

} // namespace banlang::viewer::detail
