// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "layers/style.h"
#include "layers/view.h"
#include "viewer/map/detail/gl_objects.h"

namespace banlang::viewer::detail {

/// What all programs of one frame know of the view.
struct Frame {
    MapView view{};
    double pixelRatio = 1;
    int leftPx = 0;
    int bottomPx = 0;
    [[nodiscard]] double scale() const { return view.scaleDenominator(); }
};

struct Programs {
    Program fill;    ///< triangles in one fill style
    Program line;    ///< segments from a buffer texture, widened to a stroke
    Program symbol;  ///< triangles around anchors, coloured by vertex
    Program shading; ///< a grey texture over a box
};
[[nodiscard]] Result<Programs> buildPrograms();

/// Makes a program current and tells it the view; `origin` is where its coordinates count from.
void useProgram(const Program& program, const Frame& frame, Point origin);

void setColourUniform(const Program& program, const char* name, Colour colour);
void setFillUniforms(const Program& program, const FillStyle& fill);
void setStrokeUniforms(const Program& program, const StrokeStyle& stroke, const Frame& frame);

} // namespace banlang::viewer::detail
