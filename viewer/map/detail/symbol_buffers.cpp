// SPDX-License-Identifier: MIT
#include "viewer/map/detail/symbol_buffers.h"

#include <cstddef>

namespace banlang::viewer::detail {

SymbolBuffers::SymbolBuffers(const SymbolMesh& mesh) : origin_(mesh.origin), count_(static_cast<GLsizei>(mesh.corners.size())) {
    glBindVertexArray(array_.name());
    glBindBuffer(GL_ARRAY_BUFFER, corners_.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(mesh.corners.size() * sizeof(SymbolVertex)), mesh.corners.data(),
                 GL_STATIC_DRAW);
    const auto attribute = [](GLuint index, GLint size, GLenum type, std::size_t offset) {
        glEnableVertexAttribArray(index);
        glVertexAttribPointer(index, size, type, type == GL_UNSIGNED_BYTE ? GL_TRUE : GL_FALSE, sizeof(SymbolVertex),
                              bufferOffset(offset));
    };
    attribute(0, 2, GL_FLOAT, offsetof(SymbolVertex, anchorXM));
    attribute(1, 2, GL_FLOAT, offsetof(SymbolVertex, offsetXPx));
    attribute(2, 4, GL_UNSIGNED_BYTE, offsetof(SymbolVertex, colour));
    attribute(3, 4, GL_UNSIGNED_BYTE, offsetof(SymbolVertex, patternColour));
    attribute(4, 1, GL_FLOAT, offsetof(SymbolVertex, pattern));
    glBindVertexArray(0);
}

void SymbolBuffers::draw(const Programs& programs, const Frame& frame) const {
    if (count_ == 0) return;
    useProgram(programs.symbol, frame, origin_);
    glBindVertexArray(array_.name());
    glDrawArrays(GL_TRIANGLES, 0, count_);
}

} // namespace banlang::viewer::detail
