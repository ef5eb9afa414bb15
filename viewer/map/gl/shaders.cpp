// SPDX-License-Identifier: MIT
#include "viewer/map/gl/shaders.h"

#include "viewer/map/gl/line_shader_sources.h"
#include "viewer/map/gl/shader_sources.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace banlang::viewer::detail {
namespace {

/// Lines of a hatch are 1.2 mm apart; along an axis that is the square root of two more.
constexpr double patternStepPx = 1.2 / 25.4 * 96 * 1.41421356;
constexpr std::size_t longestDash = 8;

std::string joined(std::string_view first, std::string_view second) {
    return std::string(first) + std::string(second);
}

float part(std::uint8_t value) {
    return static_cast<float>(value) / 255.0F;
}

/// Remainder that is never negative.
double wrapped(double value, double period) {
    return value - std::floor(value / period) * period;
}

} // namespace

Result<Programs> buildPrograms() {
    BANLANG_TRY(fill, linkProgram(joined(viewSource, fillVertex), joined(patternSource, fillFragment)));
    BANLANG_TRY(line, linkProgram(joined(viewSource, lineVertex), lineFragment));
    BANLANG_TRY(areaFill, linkProgram(joined(viewSource, areaVertex), joined(patternSource, symbolFragment)));
    BANLANG_TRY(areaLine, linkProgram(joined(joined(viewSource, byClassSource), lineVertex), lineFragment));
    BANLANG_TRY(areaHairline, linkProgram(joined(joined(viewSource, byClassSource), hairlineVertex), hairlineFragment));
    BANLANG_TRY(picture, linkProgram(picturePlaceVertex, pictureFragment));
    BANLANG_TRY(symbol, linkProgram(joined(viewSource, symbolVertex), joined(patternSource, symbolFragment)));
    BANLANG_TRY(shading, linkProgram(joined(viewSource, shadingVertex), shadingFragment));
    return Programs{std::move(fill),     std::move(line),         std::move(areaFill),
                    std::move(areaLine), std::move(areaHairline), std::move(picture),
                    std::move(symbol),   std::move(shading),      {}};
}

PixelRectangle mapOf(const Frame& frame) {
    return {frame.leftPx, frame.bottomPx, static_cast<int>(std::lround(frame.view.widthPx * frame.pixelRatio)),
            static_cast<int>(std::lround(frame.view.heightPx * frame.pixelRatio))};
}

void useProgram(const Program& program, const Frame& frame, Point origin) {
    const MapView& view = frame.view;
    glUseProgram(program.name());
    glUniform2f(uniform(program, "shiftM"), static_cast<float>(origin.x - view.centre.x),
                static_cast<float>(origin.y - view.centre.y));
    glUniform1f(uniform(program, "metresPerPx"), static_cast<float>(view.metresPerPx));
    glUniform2f(uniform(program, "halfSizePx"), static_cast<float>(view.widthPx / 2), static_cast<float>(view.heightPx / 2));
    glUniform1f(uniform(program, "pixelRatio"), static_cast<float>(frame.pixelRatio));
    // All patterns repeat after two steps, so the grid may be taken from its corner nearest to the view.
    const double period = 2 * patternStepPx;
    const double x = wrapped(view.widthPx / 2 - view.centre.x / view.metresPerPx, period);
    const double y = wrapped(view.heightPx / 2 - view.centre.y / view.metresPerPx, period);
    glUniform2f(uniform(program, "patternOrigin"), static_cast<float>(frame.leftPx + x * frame.pixelRatio),
                static_cast<float>(frame.bottomPx + y * frame.pixelRatio));
    glUniform1f(uniform(program, "patternStepPx"), static_cast<float>(patternStepPx));
}

void setClearColour(Colour colour) {
    glClearColor(part(colour.r), part(colour.g), part(colour.b), part(colour.a));
}

void setColourUniform(const Program& program, const char* name, Colour colour) {
    glUniform4f(uniform(program, name), part(colour.r), part(colour.g), part(colour.b), part(colour.a));
}

void setFillUniforms(const Program& program, const FillStyle& fill) {
    setColourUniform(program, "colour", fill.colour);
    setColourUniform(program, "patternColour", fill.patternColour);
    glUniform1i(uniform(program, "pattern"), static_cast<GLint>(fill.pattern));
}

void setStrokeUniforms(const Program& program, const StrokeStyle& stroke, const Frame& frame, double fade) {
    const double devicePx = 1 / frame.pixelRatio;
    const double width = stroke.widthPx.at(frame.scale());
    // Thinner than a pixel of the device: as wide as one, and paler instead.
    Colour colour = stroke.colour;
    if (width < devicePx) colour.a = static_cast<std::uint8_t>(std::lround(colour.a * width / devicePx));
    colour.a = static_cast<std::uint8_t>(std::lround(colour.a * fade));
    const bool once = stroke.colour.a < 255;
    setColourUniform(program, "colour", colour);
    glUniform1f(uniform(program, "halfWidthPx"), static_cast<float>(std::max(width, devicePx) / 2));
    glUniform1f(uniform(program, "offsetPx"), static_cast<float>(stroke.offsetPx.at(frame.scale())));
    glUniform1f(uniform(program, "softPx"), once ? 0.0F : static_cast<float>(devicePx));
    glUniform1i(uniform(program, "once"), once ? 1 : 0);
    glUniform1i(uniform(program, "roundCaps"), stroke.roundCaps && stroke.dashPx.empty() ? 1 : 0);

    std::array<float, longestDash> ends{};
    const std::size_t count = std::min(longestDash, stroke.dashPx.size() / 2 * 2);
    float at = 0;
    for (std::size_t i = 0; i < count; ++i) ends[i] = at += stroke.dashPx[i];
    glUniform1i(uniform(program, "dashCount"), at > 0 ? static_cast<GLint>(count) : 0);
    glUniform1f(uniform(program, "dashPeriodPx"), std::max(at, 0.01F));
    glUniform1fv(uniform(program, "dashEndsPx"), static_cast<GLsizei>(longestDash), ends.data());
}

namespace {

void usePicture(const Programs& programs, const Texture& texture, ClipRectangle to) {
    glUseProgram(programs.picture.name());
    glUniform4f(uniform(programs.picture, "rectangle"), to.left, to.bottom, to.right, to.top);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, texture.name());
}

} // namespace

void drawPicture(const Programs& programs, const Texture& texture, ClipRectangle to) {
    usePicture(programs, texture, to);
    glBindVertexArray(programs.corners.name());
    glVertexAttrib4f(0, 0, 0, 1, 1);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    glBindTexture(GL_TEXTURE_2D, 0);
}

PictureParts::PictureParts(const std::vector<ClipRectangle>& parts) : count_(static_cast<GLsizei>(parts.size())) {
    glBindVertexArray(array_.name());
    upload(GL_ARRAY_BUFFER, parts_, parts);
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, 0, bufferOffset(0));
    glVertexAttribDivisor(0, 1);
    glBindVertexArray(0);
}

void PictureParts::draw(const Programs& programs, const Texture& texture, ClipRectangle to) const {
    usePicture(programs, texture, to);
    glBindVertexArray(array_.name());
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, count_);
    glBindTexture(GL_TEXTURE_2D, 0);
}

} // namespace banlang::viewer::detail
