// SPDX-License-Identifier: MIT
#include "viewer/map/detail/shape_drawer.h"

namespace banlang::viewer::detail {
namespace {

constexpr GLint stencilTop = 255;

/// A band that begins at the edge of a polygon and lies inside of it: the stroke twice as wide, kept to the polygons. Where two
/// polygons of the class share an edge each still gets its own half.
void drawBandInside(const StrokeStyle& stroke, const ShapeBuffers& buffers, std::size_t classIndex, const Programs& programs,
                    const Frame& frame, StencilCounter& stencil) {
    StrokeStyle wide = stroke;
    wide.widthPx = ScaledPx(2 * stroke.widthPx.at(frame.scale()));
    wide.offsetPx = 0.0;
    useProgram(programs.fill, frame, buffers.origin());
    stencil.mark();
    buffers.drawTriangles(classIndex);
    useProgram(programs.line, frame, buffers.origin());
    setStrokeUniforms(programs.line, wide, frame);
    stencil.coverOnlyMarked();
    buffers.drawSegments(classIndex);
    stencil.off();
}

void drawStroke(const StrokeStyle& stroke, const ShapeBuffers& buffers, std::size_t classIndex, const Programs& programs,
                const Frame& frame, StencilCounter& stencil) {
    if (stroke.widthPx.at(frame.scale()) <= 0 || stroke.colour.a == 0) return;
    useProgram(programs.line, frame, buffers.origin());
    setStrokeUniforms(programs.line, stroke, frame);
    if (stroke.colour.a < 255) stencil.onceEach();
    buffers.drawSegments(classIndex);
    stencil.off();
}

} // namespace

void StencilCounter::begin() const {
    glStencilMask(0xFF);
    glClearStencil(0);
    glClear(GL_STENCIL_BUFFER_BIT);
}

void StencilCounter::advance() {
    if (++value_ < stencilTop) return;
    begin();
    value_ = 1;
}

void StencilCounter::onceEach() {
    advance();
    glEnable(GL_STENCIL_TEST);
    glStencilFunc(GL_NOTEQUAL, value_, 0xFF);
    glStencilOp(GL_KEEP, GL_KEEP, GL_REPLACE);
}

void StencilCounter::mark() {
    advance();
    glEnable(GL_STENCIL_TEST);
    glStencilFunc(GL_ALWAYS, value_, 0xFF);
    glStencilOp(GL_KEEP, GL_KEEP, GL_REPLACE);
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
}

void StencilCounter::coverOnlyMarked() const {
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glStencilFunc(GL_EQUAL, value_, 0xFF);
    glStencilOp(GL_KEEP, GL_KEEP, GL_ZERO);
}

void StencilCounter::off() const {
    glDisable(GL_STENCIL_TEST);
}

void drawClass(const ShapeSet& set, const ShapeBuffers& buffers, std::size_t classIndex, const Programs& programs,
               const Frame& frame, StencilCounter& stencil) {
    const bool polygons = set.geometry->kind == GeometryKind::polygon;
    const ClassStyle& style = set.styles[classIndex];
    if (style.fill && polygons) {
        useProgram(programs.fill, frame, buffers.origin());
        setFillUniforms(programs.fill, *style.fill);
        buffers.drawTriangles(classIndex);
    }
    for (const StrokeStyle& stroke : style.strokes) {
        const double width = stroke.widthPx.at(frame.scale());
        const double offset = stroke.offsetPx.at(frame.scale());
        if (polygons && offset > 0 && offset <= width / 2 + 0.1) {
            drawBandInside(stroke, buffers, classIndex, programs, frame, stencil);
        } else {
            drawStroke(stroke, buffers, classIndex, programs, frame, stencil);
        }
    }
}

} // namespace banlang::viewer::detail
