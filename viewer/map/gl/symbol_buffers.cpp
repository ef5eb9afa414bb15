// SPDX-License-Identifier: MIT
#include "viewer/map/gl/symbol_buffers.h"

#include <cstddef>

namespace banlang::viewer::detail {
namespace {

bool reaches(const SymbolRange& symbol, const MapView& view) {
    return view.visible().widenedBy((static_cast<double>(symbol.reachPx) + 1) * view.metresPerPx).contains(symbol.at);
}

} // namespace

SymbolBuffers::SymbolBuffers(const SymbolMesh& mesh) : origin_(mesh.origin), symbols_(mesh.symbols) {
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

std::size_t SymbolBuffers::cornersIn(const MapView& view) const {
    std::size_t corners = 0;
    for (const SymbolRange& symbol : symbols_) {
        if (reaches(symbol, view)) corners += symbol.end - symbol.begin;
    }
    return corners;
}

void SymbolBuffers::draw(const Programs& programs, const Frame& frame) const {
    std::vector<GLint> begins;
    std::vector<GLsizei> counts;
    for (const SymbolRange& symbol : symbols_) {
        if (!reaches(symbol, frame.view)) continue;
        const auto begin = static_cast<GLint>(symbol.begin);
        const auto count = static_cast<GLsizei>(symbol.end - symbol.begin);
        if (!begins.empty() && begins.back() + counts.back() == begin) {
            counts.back() += count;
        } else {
            begins.push_back(begin);
            counts.push_back(count);
        }
    }
    if (begins.empty()) return;
    useProgram(programs.symbol, frame, origin_);
    glBindVertexArray(array_.name());
    glMultiDrawArrays(GL_TRIANGLES, begins.data(), counts.data(), static_cast<GLsizei>(begins.size()));
}

} // namespace banlang::viewer::detail
