// SPDX-License-Identifier: MIT
#include "viewer/map/mesh/symbol_mesh.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numbers>

namespace banlang::viewer::detail {
namespace {

using Areas = std::map<std::uint32_t, double>; ///< square pixels by colour

std::uint32_t hexOf(Colour colour) {
    return static_cast<std::uint32_t>(colour.r) << 16U | static_cast<std::uint32_t>(colour.g) << 8U | colour.b;
}

Areas areasOf(const SymbolMesh& mesh) {
    Areas areas;
    for (std::size_t i = 0; i + 2 < mesh.corners.size(); i += 3) {
        const SymbolVertex& a = mesh.corners[i];
        const SymbolVertex& b = mesh.corners[i + 1];
        const SymbolVertex& c = mesh.corners[i + 2];
        const float twice =
            (b.offsetXPx - a.offsetXPx) * (c.offsetYPx - a.offsetYPx) - (b.offsetYPx - a.offsetYPx) * (c.offsetXPx - a.offsetXPx);
        areas[hexOf(a.colour)] += std::abs(static_cast<double>(twice)) / 2;
    }
    return areas;
}

Marker plain(MarkerShape shape, double radiusPx) {
    Marker marker;
    marker.shape = shape;
    marker.radiusPx = radiusPx;
    marker.fill = rgb(0x112233);
    marker.rim = rgb(0x445566);
    marker.rimPx = 0;
    return marker;
}

TEST(SymbolMesh, NoMarkersNoMesh) {
    EXPECT_TRUE(prepareSymbols({}).corners.empty());
    EXPECT_TRUE(prepareSymbols({}).symbols.empty());
}

TEST(SymbolMesh, ShapesHaveTheirGround) {
    EXPECT_NEAR(areasOf(prepareSymbols({plain(MarkerShape::square, 5)}))[0x112233], 100, 1e-3);
    EXPECT_NEAR(areasOf(prepareSymbols({plain(MarkerShape::circle, 20)}))[0x112233], std::numbers::pi * 400, 12)
        << "so many corners that no eye finds them";
    EXPECT_NEAR(areasOf(prepareSymbols({plain(MarkerShape::triangle, 10)}))[0x112233], 8.7 * 15, 1e-3);
}

TEST(SymbolMesh, AnchorsAreRelativeToTheMiddleOfAll) {
    Marker west = plain(MarkerShape::square, 5);
    west.at = {447'000, 2'535'000};
    Marker east = west;
    east.at = {449'000, 2'535'500};
    const SymbolMesh mesh = prepareSymbols({west, east});
    EXPECT_EQ(mesh.origin, (Point{448'000, 2'535'250}));
    ASSERT_EQ(mesh.symbols.size(), 2U);
    EXPECT_EQ(mesh.symbols[0].end, mesh.symbols[1].begin);
    EXPECT_EQ(mesh.symbols[1].end, mesh.corners.size());
    EXPECT_EQ(mesh.corners[mesh.symbols[0].begin].anchorXM, -1'000);
    EXPECT_EQ(mesh.corners[mesh.symbols[1].begin].anchorYM, 250);
    EXPECT_EQ(mesh.symbols[1].at, east.at);
}

TEST(SymbolMesh, ASymbolReachesAsFarAsItsFarthestCorner) {
    Marker marker = plain(MarkerShape::square, 5);
    EXPECT_NEAR(prepareSymbols({marker}).symbols[0].reachPx, 5 * std::sqrt(2.0), 1e-5);
    marker.offsetXPx = 30;
    marker.offsetYPx = -40; // up
    const SymbolMesh moved = prepareSymbols({marker});
    EXPECT_NEAR(moved.symbols[0].reachPx, std::hypot(35, 45), 1e-4);
    EXPECT_GT(areasOf(moved)[0x445566], 40) << "a leader joins it to its place";
    marker.offsetXPx = marker.offsetYPx = 2;
    EXPECT_EQ(areasOf(prepareSymbols({marker})).count(0x445566), 0U) << "none where the symbol covers its place";
}

TEST(SymbolMesh, AHouseFillsWithItsSteps) {
    Marker house = plain(MarkerShape::house, 10);
    double before = -1;
    for (int level = 0; level <= 5; ++level) {
        house.level = level;
        const Areas areas = areasOf(prepareSymbols({house}));
        const double filled = areas.contains(0x112233) ? areas.at(0x112233) : 0;
        EXPECT_GT(filled, before) << level;
        EXPECT_NEAR(areas.at(0xFFFFFF), 16 * 9 + 16 * 9.0 / 2, 1e-3) << "the house under it";
        before = filled;
    }
    EXPECT_NEAR(before, 16 * 9 + 16 * 9.0 / 2, 1e-3) << "finished: all of it";
}

TEST(SymbolMesh, TheSharesOfARingAreOfItsTurn) {
    Marker ring = plain(MarkerShape::ring, 20);
    ring.fill = rgb(0, 0);
    ring.shares = {1, 0, 3};
    ring.shareFills = {{.colour = rgb(0xAA0000)}, {.colour = rgb(0x00AA00)}, {.colour = rgb(0x0000AA)}};
    const Areas areas = areasOf(prepareSymbols({ring}));
    EXPECT_EQ(areas.count(0x00AA00), 0U);
    EXPECT_NEAR(areas.at(0x0000AA) / areas.at(0xAA0000), 3, 0.05);
    EXPECT_NEAR(areas.at(0x0000AA) + areas.at(0xAA0000), std::numbers::pi * (400 - 100), 15) << "a hole of half its radius";
    ring.shares = {0, 0, 0};
    EXPECT_TRUE(areasOf(prepareSymbols({ring})).empty());
}

TEST(SymbolMesh, ARimLiesOnTheEdgeAndMayBeDashed) {
    Marker marker = plain(MarkerShape::circle, 20);
    marker.rimPx = 2;
    const double whole = areasOf(prepareSymbols({marker}))[0x445566];
    EXPECT_NEAR(whole, 2 * std::numbers::pi * 20 * 2, 5);
    marker.rimDashed = true;
    const Areas dashed = areasOf(prepareSymbols({marker}));
    EXPECT_LT(dashed.at(0x445566), 0.8 * whole);
    EXPECT_NEAR(dashed.at(0x445566) + dashed.at(0xFFFFFF), whole, 1e-3) << "gaps are white";
}

} // namespace
} // namespace banlang::viewer::detail
