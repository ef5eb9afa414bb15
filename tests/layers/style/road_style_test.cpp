// SPDX-License-Identifier: MIT
#include "layers/style/boundary_style.h"
#include "layers/style/road_style.h"

#include <gtest/gtest.h>

#include <set>

namespace banlang {
namespace {

constexpr RoadClass classOf(std::size_t index) {
    return static_cast<RoadClass>(index);
}

TEST(RoadStyle, CodesAreTheManagementClasses) {
    EXPECT_EQ(roadClassOf("QL"), RoadClass::national);
    EXPECT_EQ(roadClassOf("ĐT"), RoadClass::provincial);
    EXPECT_EQ(roadClassOf("ĐTh"), RoadClass::village);
    EXPECT_EQ(roadClassOf("NĐ"), RoadClass::field);
    for (const std::string_view code : {"", "ql", "ĐTH", "đường"}) EXPECT_EQ(roadClassOf(code), RoadClass::other) << code;
}

TEST(RoadStyle, EveryClassHasWordsOfItsOwn) {
    std::set<std::string_view> vietnamese;
    std::set<std::string_view> english;
    for (std::size_t i = 0; i < roadClassCount; ++i) {
        for (const bool hardened : {true, false}) {
            vietnamese.insert(roadClassLabel(classOf(i), hardened).vi);
            english.insert(roadClassLabel(classOf(i), hardened).en);
        }
    }
    EXPECT_EQ(vietnamese.size(), 2 * roadClassCount);
    EXPECT_EQ(english.size(), 2 * roadClassCount);
}

TEST(RoadStyle, AtEveryScaleThereIsOneLevelOfDetail) {
    for (double scale = 1; scale < 1e11; scale *= 1.7) {
        int levels = 0;
        for (const RoadDetailLevel& level : roadDetailLevels()) levels += level.scales.shows(scale) ? 1 : 0;
        EXPECT_EQ(levels, 1) << scale;
    }
}

TEST(RoadStyle, SmallRoadsGoFirstAsTheScaleGetsSmaller) {
    RoadClass smallest = RoadClass::other;
    for (const RoadDetailLevel& level : roadDetailLevels()) {
        EXPECT_GE(level.smallest, smallest);
        smallest = level.smallest;
        for (std::size_t i = 0; i < roadClassCount; ++i) {
            const bool drawn = roadStyle(classOf(i), true, false, MapColourScheme::light, level) != ClassStyle{};
            EXPECT_EQ(drawn, classOf(i) >= level.smallest) << i;
        }
    }
}

/// Within one level of detail, classes must be told apart, and so must hardened roads from others.
TEST(RoadStyle, NoTwoClassesOfALevelLookAlike) {
    for (const MapColourScheme scheme : {MapColourScheme::light, MapColourScheme::dark}) {
        for (const RoadDetailLevel& level : roadDetailLevels()) {
            std::vector<ClassStyle> seen;
            for (std::size_t i = 0; i < roadClassCount; ++i) {
                for (const bool hardened : {true, false}) {
                    const ClassStyle style = roadStyle(classOf(i), hardened, false, scheme, level);
                    if (style == ClassStyle{}) continue;
                    EXPECT_EQ(std::count(seen.begin(), seen.end(), style), 0) << i << (hardened ? " hardened" : "");
                    seen.push_back(style);
                }
            }
        }
    }
}

TEST(RoadStyle, WhatIsNotHardenedIsDashedAndACasingLiesAroundItsFill) {
    for (const RoadDetailLevel& level : roadDetailLevels()) {
        for (std::size_t i = 0; i < roadClassCount; ++i) {
            const ClassStyle dashed = roadStyle(classOf(i), false, false, MapColourScheme::light, level);
            if (dashed == ClassStyle{}) continue;
            EXPECT_FALSE(dashed.strokes.front().dashPx.empty()) << i;
            if (dashed.strokes.size() < 2) continue;
            for (const double scale : {10'000.0, 25'000.0, 100'000.0})
                EXPECT_GT(dashed.strokes[0].widthPx.at(scale), dashed.strokes[1].widthPx.at(scale)) << i;
        }
    }
}

TEST(RoadStyle, AQuietRoadIsGrey) {
    const RoadDetailLevel& near = roadDetailLevels().front();
    const auto colourfulness = [&](bool quiet) {
        const Colour fill = roadStyle(RoadClass::national, true, quiet, MapColourScheme::light, near).strokes.back().colour;
        return std::max({fill.r, fill.g, fill.b}) - std::min({fill.r, fill.g, fill.b});
    };
    EXPECT_GT(colourfulness(false), 100);
    EXPECT_LT(colourfulness(true), 20);
}

TEST(BoundaryStyle, ALargerUnitHasAHeavierLineOfItsOwnDashes) {
    for (const MapColourScheme scheme : {MapColourScheme::light, MapColourScheme::dark}) {
        const StrokeStyle lines[] = {districtLine(scheme), communeLine(scheme), villageLine(scheme)};
        for (std::size_t i = 1; i < std::size(lines); ++i) {
            EXPECT_GT(lines[i - 1].widthPx.at(25'000), lines[i].widthPx.at(25'000));
            EXPECT_NE(lines[i - 1].dashPx, lines[i].dashPx);
        }
        for (const StrokeStyle& line : lines) {
            EXPECT_EQ(line.dashPx.size() % 2, 0U) << "on and off";
            EXPECT_FALSE(line.roundCaps) << "round ends would close the gaps";
        }
    }
    EXPECT_NE(communeLine(MapColourScheme::light).colour, communeLine(MapColourScheme::dark).colour);
}

TEST(BoundaryStyle, AVignetteLiesInsideItsBorder) {
    const StrokeStyle band = vignette(MapColourScheme::light, 8, 0.5);
    EXPECT_EQ(band.widthPx.at(25'000), 8);
    EXPECT_EQ(band.offsetPx.at(25'000), 4) << "its edge is the border";
    EXPECT_EQ(band.colour.a, 128);
    EXPECT_TRUE(band.dashPx.empty());
}

} // namespace
} // namespace banlang
