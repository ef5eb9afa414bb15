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

/// Stands before the vertex shader of lines when only some classes of a set of areas are wanted.
inline constexpr std::string_view byClassSource = R"(
#define BY_CLASS
uniform usamplerBuffer classes;
uniform usamplerBuffer features; // of each point: its feature within the chunk
uniform int firstFeature;
uniform uint classBits[8];
bool wanted(int slot) {
    uint of = texelFetch(classes, firstFeature + int(texelFetch(features, slot).r)).r;
    return (classBits[of >> 5u] & (1u << (of & 31u))) != 0u;
}
)";

/// Pixels that are ready, in a rectangle of the screen.
inline constexpr std::string_view picturePlaceVertex = R"(#version 330 core
uniform vec4 rectangle; // left, bottom, right, top in clip space
out vec2 place;
void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    place = corner;
    gl_Position = vec4(mix(rectangle.xy, rectangle.zw, corner), 0.0, 1.0);
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

/// Each segment becomes a quad from the mitre at its start to the mitre at its end; where the line turns too sharply for a mitre
/// the quad grows by half a width and the fragment shader rounds it.
inline constexpr std::string_view lineVertex = R"(
uniform samplerBuffer points; // x, y, metres along, segment kind
uniform float halfWidthPx;
uniform float offsetPx;
uniform float softPx;  // width of the soft edge beyond the stroke
uniform bool roundCaps;
out vec2 place;        // along and beside the segment, px
flat out vec2 ends;    // 0 mitred, 1 round, 2 flat
flat out float lengthPx;
flat out float startPx;

struct End { vec2 mitre; float stretch; float kind; };

End endOf(vec2 at, vec2 normal, bool hasNext, int neighbour, bool atStart) {
    End end = End(normal, 1.0, roundCaps ? 1.0 : 2.0);
    if (!hasNext) return end;
    end.kind = 1.0;
    vec2 to = toPx(texelFetch(points, neighbour).xy);
    vec2 onward = atStart ? at - to : to - at;
    if (!(length(onward) > 1e-4)) return end;
    onward = normalize(onward);
    vec2 sum = normal + vec2(-onward.y, onward.x);
    float c = length(sum) * 0.5; // cosine of half the turn
    if (c > 0.7 || (offsetPx != 0.0 && c > 0.05)) return End(sum / (2.0 * c), min(1.0 / c, 2.5), 0.0);
    return end;
}

void main() {
    int slot = gl_VertexID / 6;
    int corner = gl_VertexID - slot * 6;
    vec4 a = texelFetch(points, slot);
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    if (a.w == 0.0) return;
#ifdef BY_CLASS
    if (!wanted(slot)) return;
#endif
    vec4 b = texelFetch(points, slot + 1);
    vec2 from = toPx(a.xy);
    vec2 to = toPx(b.xy);
    lengthPx = length(to - from);
    if (!(lengthPx > 1e-5)) return;
    vec2 along = (to - from) / lengthPx;
    vec2 normal = vec2(-along.y, along.x);
    int ring = int(abs(a.w)) - 8;
    End start = endOf(from, normal, a.w != 2.0 && a.w != 4.0, a.w > 8.0 ? slot + ring - 1 : slot - 1, true);
    End finish = endOf(to, normal, a.w != 3.0 && a.w != 4.0, a.w < -8.0 ? slot + 2 - ring : slot + 2, false);
    // Inside a tight bend an offset segment would run backwards.
    vec2 moved = to - from + offsetPx * (finish.mitre * finish.stretch - start.mitre * start.stretch);
    if (offsetPx != 0.0 && dot(moved, along) <= 0.0) return;

    bool atEnd = corner == 1 || corner == 3 || corner == 4;
    float side = corner == 0 || corner == 1 || corner == 3 ? -1.0 : 1.0;
    float reach = halfWidthPx + softPx;
    float beside = offsetPx + side * reach;
    End end = start;
    if (atEnd) end = finish;
    vec2 px = (atEnd ? to : from) + end.mitre * end.stretch * beside;
    if (end.kind != 0.0) px += along * (atEnd ? 1.0 : -1.0) * (end.kind == 1.0 ? reach : softPx);
    place = vec2(dot(px - from, along), dot(px - from, normal) - offsetPx);
    ends = vec2(start.kind, finish.kind);
    startPx = a.z / metresPerPx;
    gl_Position = toClip(px);
}
)";
inline constexpr std::string_view lineFragment = R"(#version 330 core
uniform vec4 colour;
uniform float halfWidthPx;
uniform float pixelRatio;
uniform bool once; // the stencil lets each pixel pass once, so nothing may be half covered
uniform int dashCount;
uniform float dashPeriodPx;
uniform float dashEndsPx[8]; // where each stretch ends, on, off, on, off ...
in vec2 place;
flat in vec2 ends;
flat in float lengthPx;
flat in float startPx;
out vec4 result;
float soft(float insidePx) { return clamp(insidePx * pixelRatio + 0.5, 0.0, 1.0); }
float dashCover(float alongPx) {
    float at = mod(alongPx, dashPeriodPx);
    float begin = 0.0;
    float cover = 0.0;
    for (int i = 0; i < dashCount; i += 2) {
        cover = max(cover, soft(min(at - begin, dashEndsPx[i] - at)));
        begin = dashEndsPx[i + 1];
    }
    return max(cover, soft(at - dashPeriodPx)); // the next period begins within this pixel
}
void main() {
    float beyond = 0.0;
    if (ends.x == 1.0) beyond = max(beyond, -place.x);
    if (ends.y == 1.0) beyond = max(beyond, place.x - lengthPx);
    float cover = soft(halfWidthPx - length(vec2(beyond, place.y)));
    if (ends.x == 2.0) cover *= soft(place.x);
    if (ends.y == 2.0) cover *= soft(lengthPx - place.x);
    if (dashCount > 0) cover *= dashCover(startPx + place.x);
    if (once) {
        if (cover < 0.5) discard;
        cover = 1.0;
    }
    result = vec4(colour.rgb, colour.a * cover);
}
)";

} // namespace banlang::viewer::detail
