// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

// GLSL 3.30. Metres are relative to a mesh's origin; pixels are style pixels from the middle of the view, y up.

namespace banlang::viewer::detail {

inline constexpr std::string_view viewSource = R"(#version 330 core
uniform vec2 shiftM;      // from the mesh's origin to the middle of the view
uniform float metresPerPx;
uniform vec2 halfSizePx;
vec2 toPx(vec2 metres) { return (metres + shiftM) / metresPerPx; }
vec4 toClip(vec2 px) { return vec4(px / halfSizePx, 0.0, 1.0); }
)";

/// Patterns lie on one grid of the map, so that neighbours continue each other's lines and a moving map takes them along.
inline constexpr std::string_view patternSource = R"(#version 330 core
uniform vec2 patternOrigin; // a corner of that grid in framebuffer pixels
uniform float pixelRatio;
uniform float patternStepPx;
const float linePx = 1.05;
const float dotRadiusPx = 1.0;
float lineCover(float u, float stepPx) {
    float away = abs(mod(u + stepPx * 0.5, stepPx) - stepPx * 0.5) * 0.70710678;
    return clamp((linePx * 0.5 - away) * pixelRatio + 0.5, 0.0, 1.0);
}
float patternCover(int pattern) {
    vec2 p = (gl_FragCoord.xy - patternOrigin) / pixelRatio;
    if (pattern == 1) return lineCover(p.x - p.y, patternStepPx);
    if (pattern == 2) return lineCover(p.x - p.y, patternStepPx * 2.0);
    if (pattern == 3) return max(lineCover(p.x - p.y, patternStepPx), lineCover(p.x + p.y, patternStepPx));
    if (pattern == 4) {
        float halfStep = patternStepPx * 0.5;
        float row = floor(p.y / halfStep + 0.5);
        float x = p.x - mod(row, 2.0) * halfStep;
        vec2 away = vec2(mod(x + halfStep, patternStepPx) - halfStep, p.y - row * halfStep);
        return clamp((dotRadiusPx - length(away)) * pixelRatio + 0.5, 0.0, 1.0);
    }
    return 0.0;
}
vec4 patterned(vec4 colour, int pattern, vec4 patternColour) {
    float cover = patternCover(pattern) * patternColour.a;
    float alpha = cover + colour.a * (1.0 - cover);
    if (alpha <= 0.0) return vec4(0.0);
    return vec4((patternColour.rgb * cover + colour.rgb * colour.a * (1.0 - cover)) / alpha, alpha);
}
)";

inline constexpr std::string_view fillVertex = R"(
layout(location = 0) in vec2 atM;
void main() { gl_Position = toClip(toPx(atM)); }
)";
inline constexpr std::string_view fillFragment = R"(
uniform vec4 colour;
uniform int pattern;
uniform vec4 patternColour;
out vec4 result;
void main() { result = patterned(colour, pattern, patternColour); }
)";

/// The fill of areas: the class of each vertex's feature is looked up, and how the class looks.
inline constexpr std::string_view areaVertex = R"(
uniform usamplerBuffer classes;
uniform samplerBuffer styles; // three texels a class: colour, colour of the pattern, pattern
uniform int firstFeature;
uniform int styleCount;
layout(location = 0) in vec2 atM;
layout(location = 1) in uint feature;
out vec4 colour;
flat out vec4 patternColour;
flat out float pattern;
void main() {
    int of = int(texelFetch(classes, firstFeature + int(feature)).r);
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    colour = vec4(0.0);
    patternColour = vec4(0.0);
    pattern = 0.0;
    if (of >= styleCount) return;
    colour = texelFetch(styles, of * 3);
    patternColour = texelFetch(styles, of * 3 + 1);
    pattern = texelFetch(styles, of * 3 + 2).r;
    gl_Position = toClip(toPx(atM));
}
)";

inline constexpr std::string_view symbolVertex = R"(
layout(location = 0) in vec2 anchorM;
layout(location = 1) in vec2 offsetPx;
layout(location = 2) in vec4 vertexColour;
layout(location = 3) in vec4 vertexPatternColour;
layout(location = 4) in float vertexPattern;
out vec4 colour;
flat out vec4 patternColour;
flat out float pattern;
void main() {
    colour = vertexColour;
    patternColour = vertexPatternColour;
    pattern = vertexPattern;
    gl_Position = toClip(toPx(anchorM) + offsetPx);
}
)";
inline constexpr std::string_view symbolFragment = R"(
in vec4 colour;
flat in vec4 patternColour;
flat in float pattern;
out vec4 result;
void main() { result = patterned(colour, int(pattern + 0.5), patternColour); }
)";

/// Pixels that are ready, in a rectangle of the screen.
inline constexpr std::string_view picturePlaceVertex = R"(#version 330 core
uniform vec4 rectangle; // of the whole picture: left, bottom, right, top in clip space
layout(location = 0) in vec4 part; // of the picture, from 0 to 1
out vec2 place;
void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    place = mix(part.xy, part.zw, corner);
    gl_Position = vec4(mix(rectangle.xy, rectangle.zw, place), 0.0, 1.0);
}
)";
inline constexpr std::string_view pictureFragment = R"(#version 330 core
uniform sampler2D picture;
in vec2 place;
out vec4 result;
void main() { result = texture(picture, place); }
)";

inline constexpr std::string_view shadingVertex = R"(
uniform vec4 boxM; // west, south, east, north
out vec2 place;
void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    place = vec2(corner.x, 1.0 - corner.y);
    gl_Position = toClip(toPx(mix(boxM.xy, boxM.zw, corner)));
}
)";
inline constexpr std::string_view shadingFragment = R"(#version 330 core
uniform sampler2D shade;
in vec2 place;
out vec4 result;
void main() { result = vec4(0.0, 0.0, 0.0, texture(shade, place).r); }
)";

} // namespace banlang::viewer::detail
