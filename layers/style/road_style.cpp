// SPDX-License-Identifier: MIT
#include "layers/style/road_style.h"

#include <array>

namespace banlang {
namespace {

struct RoadInk {
    std::string_view code;
    Label label;
    Label unhardenedLabel;
    Colour fill, casing;
    Colour quietFill, quietCasing;
    ScaledPx widthPx;
};

// From the smallest to the largest, as RoadClass.
constexpr std::array<RoadInk, roadClassCount> inks = {{
    {"",
     {"đường khác", "other road"},
     {"đường khác, chưa cứng hóa", "other road, not hardened"},
     rgb(0x8B8276),
     rgb(0x8B8276),
     rgb(0x8B8276, 0.6),
     rgb(0x8B8276, 0.6),
     {1.4, 0.8, 0.6}},
    {"NĐ",
     {"đường nội đồng", "field road"},
     {"đường nội đồng, chưa cứng hóa", "field road, not hardened"},
     rgb(0x8B8276),
     rgb(0x8B8276),
     rgb(0x8B8276, 0.6),
     rgb(0x8B8276, 0.6),
     {1.4, 0.8, 0.6}},
    {"NX",
     {"đường ngõ xóm", "lane"},
     {"đường ngõ xóm, chưa cứng hóa", "lane, not hardened"},
     rgb(0xFFFFFF),
     rgb(0x6E665B, 0.7),
     rgb(0xFFFFFF, 0.6),
     rgb(0x6E665B, 0.42),
     {1.5, 0.8, 0.8}},
    {"ĐTh",
     {"đường thôn", "village road"},
     {"đường thôn, chưa cứng hóa", "village road, not hardened"},
     rgb(0xFFFFFF),
     rgb(0x6E665B),
     rgb(0xFFFFFF),
     rgb(0x9A9187),
     {4.2, 1.7, 1.2}},
    {"ĐX",
     {"đường xã", "commune road"},
     {"đường xã, chưa cứng hóa", "commune road, not hardened"},
     rgb(0xFFFFFF),
     rgb(0x5E5246),
     rgb(0xFFFFFF),
     rgb(0x8D847A),
     {5.2, 2.6, 1.8}},
    {"ĐH",
     {"đường huyện", "district road"},
     {"đường huyện, chưa cứng hóa", "district road, not hardened"},
     rgb(0xF3C64F),
     rgb(0x8A6515),
     rgb(0xE2DBD2),
     rgb(0x857C72),
     {6, 3.4, 2.5}},
    {"ĐT",
     {"đường tỉnh", "provincial road"},
     {"đường tỉnh, chưa cứng hóa", "provincial road, not hardened"},
     rgb(0xE58A2E),
     rgb(0x8C4A0E),
     rgb(0xCBC2B8),
     rgb(0x7D746B),
     {6.5, 4.2, 3.2}},
    {"QL",
     {"quốc lộ", "national road"},
     {"quốc lộ, chưa cứng hóa", "national road, not hardened"},
     rgb(0xC9402F),
     rgb(0x7E1F14),
     rgb(0xB9AFA6),
     rgb(0x6F665E),
     {7.5, 5, 3.8}},
}};

constexpr Colour villageLine = rgb(0x6E6154);
constexpr ScaledPx casingEachSide{0.9, 0.9, 0.7};
// A village road as a double line keeps its width until it turns into a single one.
constexpr ScaledPx villageCasedPx{4.2, 3.0, 3.0};

constexpr RoadDetailLevel bands[] = {
    {{0, 20'000}, RoadClass::other, true},
    {{20'000, 150'000}, RoadClass::village, false},
    {{150'000, 1e12}, RoadClass::district, false},
};

const RoadInk& inkOf(RoadClass roadClass) {
    return inks[static_cast<std::size_t>(roadClass)];
}

/// Of single lines. Field roads have the ink of other roads and are dashed even when hardened, so their dashes tell them apart.
std::vector<float> singleLineDash(RoadClass roadClass, bool hardened) {
    if (roadClass == RoadClass::field) return hardened ? std::vector{9.0F, 2.5F} : std::vector{2.5F, 2.5F};
    return hardened ? std::vector<float>{} : std::vector{5.0F, 2.2F};
}

std::vector<float> unhardenedDash(const RoadDetailLevel& band) {
    return band.scales.minDenominator < 20'000 ? std::vector{7.0F, 3.5F} : std::vector{5.5F, 2.4F};
}

/// On dark ground a quiet road is a light line between dark casings, as on paper it is a light line between grey ones.
Colour inScheme(Colour colour, MapColourScheme colourScheme, bool quiet, bool casing) {
    if (colourScheme != MapColourScheme::dark) return colour;
    const Colour ground = mapPalette(MapColourScheme::dark).background;
    if (casing) return withAlpha(mixed(rgb(0xD8DEDF), ground, quiet ? 0.55 : 0.35), colour.a / 255.0);
    const Colour toned = quiet ? rgb(0x8F999C) : colour;
    return withAlpha(mixed(toned, ground, quiet ? 0.25 : 0.15), colour.a / 255.0);
}

ScaledPx withCasing(const ScaledPx& fill) {
    return {fill.at10k + 2 * casingEachSide.at10k, fill.at25k + 2 * casingEachSide.at25k, fill.at100k + 2 * casingEachSide.at100k};
}

bool isSingleLine(RoadClass roadClass, const RoadDetailLevel& band) {
    return roadClass == RoadClass::other || roadClass == RoadClass::field ||
           (roadClass == RoadClass::village && !band.villageCased);
}

} // namespace

RoadClass roadClassOf(std::string_view code) {
    for (std::size_t i = 1; i < inks.size(); ++i) {
        if (inks[i].code == code) return static_cast<RoadClass>(i);
    }
    return RoadClass::other;
}

Label roadClassLabel(RoadClass roadClass, bool hardened) {
    return hardened ? inkOf(roadClass).label : inkOf(roadClass).unhardenedLabel;
}

std::span<const RoadDetailLevel> roadDetailLevels() {
    return bands;
}

ClassStyle roadStyle(RoadClass roadClass, bool hardened, bool quiet, MapColourScheme colourScheme, const RoadDetailLevel& band) {
    const RoadInk& ink = inkOf(roadClass);
    ClassStyle style;
    if (roadClass < band.smallest) return style;
    StrokeStyle line;
    if (isSingleLine(roadClass, band)) {
        const Colour plain = roadClass == RoadClass::village ? villageLine : ink.fill;
        line.colour = inScheme(quiet ? (roadClass == RoadClass::village ? ink.quietCasing : ink.quietFill) : plain, colourScheme,
                               quiet, true);
        line.widthPx = ink.widthPx;
        line.dashPx = singleLineDash(roadClass, hardened);
        line.roundCaps = line.dashPx.empty();
        style.strokes.push_back(line);
        return style;
    }
    const ScaledPx width = roadClass == RoadClass::village ? villageCasedPx : ink.widthPx;
    StrokeStyle casing;
    casing.colour = inScheme(quiet ? ink.quietCasing : ink.casing, colourScheme, quiet, true);
    casing.widthPx = withCasing(width);
    if (!hardened) casing.dashPx = unhardenedDash(band);
    casing.roundCaps = hardened;
    line.colour = inScheme(quiet ? ink.quietFill : ink.fill, colourScheme, quiet, false);
    line.widthPx = width;
    style.strokes = {casing, line};
    return style;
}

} // namespace banlang
