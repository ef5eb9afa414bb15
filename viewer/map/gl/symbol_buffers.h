// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/map/gl/shaders.h"
#include "viewer/map/mesh/symbol_mesh.h"

namespace banlang::viewer::detail {

/// The symbols of one set on the graphics card.
class SymbolBuffers {
public:
    explicit SymbolBuffers(const SymbolMesh& mesh);
    /// Those that reach into the view.
    void draw(const Programs& programs, const Frame& frame) const;
    /// Corners of the symbols that reach into the view.
    [[nodiscard]] std::size_t cornersIn(const MapView& view) const;

private:
    Point origin_{};
    std::vector<SymbolRange> symbols_{};
    VertexArray array_;
    Buffer corners_;
};

} // namespace banlang::viewer::detail
