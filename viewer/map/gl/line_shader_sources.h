// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

// GLSL 3.30 for strokes; metres and pixels as in shader_sources.h.

namespace banlang::viewer::detail {

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

/// A segment is a line of one pixel; after byClassSource.
inline constexpr std::string_view hairlineVertex = R"(
uniform samplerBuffer points;
void main() {
    int slot = gl_VertexID / 2;
    vec4 a = texelFetch(points, slot);
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    if (a.w == 0.0 || !wanted(slot)) return;
    gl_Position = toClip(toPx((gl_VertexID & 1) == 0 ? a.xy : texelFetch(points, slot + 1).xy));
}
)";
inline constexpr std::string_view hairlineFragment = R"(#version 330 core
uniform vec4 colour;
out vec4 result;
void main() { result = colour; }
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
