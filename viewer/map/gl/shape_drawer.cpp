// SPDX-License-Identifier: MIT
#include "viewer/map/gl/shape_drawer.h"

#include <limits>
#include <utility>

namespace banlang::viewer::detail {
namespace {

constexpr GLint stencilTop = 255;

constexpr double verticesPerTriangle = 3;
/// How much more a band costs than a line, for the pixels that it is wide.
constexpr std::size_t bandWeight = 6;
/// Few enough that a frame can end between two steps.
constexpr std::size_t pointsPerStep = 4000;

bool isBandInside(const StrokeStyle& stroke, const ShapeSet& set, const Frame& frame) {
    const double width = stroke.widthPx.at(frame.scale());
    const double offset = stroke.offsetPx.at(frame.scale());
    return set.geometry->kind == GeometryKind::polygon && offset > 0 && offset <= width / 2 + 0.1;
}

/// A band that begins at the edge of a polygon and lies inside of it: the stroke twice as wide, kept to the polygons. Where two
/// polygons of the class share an edge each still gets its own half.
void drawBandInside(const StrokeStyle& stroke, const ShapeBuffers& buffers, const MeshPart& part, const Programs& programs,
                    const Frame& frame, StencilCounter& stencil) {
    StrokeStyle wide = stroke;
    wide.widthPx = ScaledPx(2 * stroke.widthPx.at(frame.scale()));
    wide.offsetPx = 0.0;
    useProgram(programs.fill, frame, buffers.origin());
    stencil.mark();
    buffers.drawTriangles(part);
    useProgram(programs.line, frame, buffers.origin());
    setStrokeUniforms(programs.line, wide, frame);
    stencil.coverOnlyMarked();
    buffers.drawSegments(part);
    stencil.off();
}

void drawStroke(const StrokeStyle& stroke, const ShapeBuffers& buffers, const MeshPart& part, const Programs& programs,
                const Frame& frame, StencilCounter& stencil) {
    useProgram(programs.line, frame, buffers.origin());
    setStrokeUniforms(programs.line, stroke, frame);
    if (stroke.colour.a < 255) stencil.onceEach();
    buffers.drawSegments(part);
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

std::vector<ShapeStep> stepsOf(const ShapeSet& set, const ShapeBuffers& buffers, std::size_t classIndex, const Frame& frame) {
    const ClassStyle& style = set.styles[classIndex];
    const Box reach = reachOf(frame.view);
    const double metresPerPx = frame.view.metresPerPx / frame.pixelRatio;
    std::vector<ShapeStep> steps;
    const auto add = [&](std::size_t pointsPerPart, double verticesPerPoint, std::optional<std::size_t> stroke) {
        auto parts = stroke ? buffers.linesIn(classIndex, reach, metresPerPx, pointsPerPart)
                            : buffers.trianglesIn(classIndex, reach, pointsPerPart);
        for (MeshPart& part : parts) {
            const double vertices = verticesPerCall + static_cast<double>(part.points) * verticesPerPoint;
            steps.push_back({vertices, std::move(part), stroke});
        }
    };
    if (style.fill && set.geometry->kind == GeometryKind::polygon) add(pointsPerStep, verticesPerTriangle, std::nullopt);
    for (std::size_t i = 0; i < style.strokes.size(); ++i) {
        const StrokeStyle& stroke = style.strokes[i];
        if (stroke.widthPx.at(frame.scale()) <= 0 || stroke.colour.a == 0) continue;
        if (isBandInside(stroke, set, frame)) {
            add(pointsPerStep / bandWeight, verticesPerSegment * bandWeight, i);
        } else {
            // Where strokes that one sees through cross, they must know of each other.
            const bool once = stroke.colour.a < 255;
            add(once ? std::numeric_limits<std::size_t>::max() : pointsPerStep, verticesPerSegment, i);
        }
    }
    return steps;
}

void draw(const ShapeStep& step, const ShapeSet& set, const ShapeBuffers& buffers, const Programs& programs, const Frame& frame,
          StencilCounter& stencil) {
    const ClassStyle& style = set.styles[step.part.classIndex];
    if (!step.stroke) {
        useProgram(programs.fill, frame, buffers.origin());
        setFillUniforms(programs.fill, *style.fill);
        buffers.drawTriangles(step.part);
        return;
    }
    const StrokeStyle& stroke = style.strokes[*step.stroke];
    if (isBandInside(stroke, set, frame)) {
        drawBandInside(stroke, buffers, step.part, programs, frame, stencil);
    } else {
        drawStroke(stroke, buffers, step.part, programs, frame, stencil);
    }
}

} // namespace banlang::viewer::detail
