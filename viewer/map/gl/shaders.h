// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "layers/style/style.h"
#include "layers/view.h"
#include "viewer/map/gl/detail/gl_objects.h"
#include "viewer/map/gl/pixel_rectangle.h"

namespace banlang::viewer::detail {

/// What all programs of one frame know of the view.
struct Frame {
    MapView view{};
    double pixelRatio = 1;
    int leftPx = 0;
    int bottomPx = 0;
    [[nodiscard]] double scale() const { return view.scaleDenominator(); }
};
/// Where it lies on its target.
[[nodiscard]] PixelRectangle mapOf(const Frame& frame);

struct Programs {
    Program fill;         ///< triangles in one fill style
    Program line;         ///< segments from a buffer texture, widened to a stroke
    Program areaFill;     ///< triangles of areas, styled by the class of their feature
    Program areaLine;     ///< outlines of areas, of some classes only
    Program areaHairline; ///< the same, one pixel wide
    Program picture;      ///< a texture in a rectangle of the screen
    Program symbol;       ///< triangles around anchors, coloured by vertex
    Program shading;      ///< a grey texture over a box
    VertexArray corners;  ///< without attributes, for shaders that make their corners from numbers
};
[[nodiscard]] Result<Programs> buildPrograms();

/// Makes a program current and tells it the view; `origin` is where its coordinates count from.
void useProgram(const Program& program, const Frame& frame, Point origin);

/// What glClear() fills with from here on.
void setClearColour(Colour colour);
void setColourUniform(const Program& program, const char* name, Colour colour);
void setFillUniforms(const Program& program, const FillStyle& fill);
/// `fade` makes the stroke paler without making it one that one sees through where it crosses itself.
void setStrokeUniforms(const Program& program, const StrokeStyle& stroke, const Frame& frame, double fade = 1);

/// A rectangle of the viewport, from -1 to 1, or of a picture, from 0 to 1.
struct ClipRectangle {
    float left = -1, bottom = -1, right = 1, top = 1;
};
/// Draws all of a texture into a rectangle, as the blending says.
void drawPicture(const Programs& programs, const Texture& texture, ClipRectangle to = {});

/// Those parts of a picture that show something; they do not overlap.
class PictureParts {
public:
    PictureParts() = default;
    explicit PictureParts(const std::vector<ClipRectangle>& parts);
    /// As drawPicture, of a texture whose other parts are empty.
    void draw(const Programs& programs, const Texture& texture, ClipRectangle to) const;

private:
    VertexArray array_{};
    Buffer parts_{};
    GLsizei count_ = 0;
};

} // namespace banlang::viewer::detail
