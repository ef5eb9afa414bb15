// SPDX-License-Identifier: MIT
#include "layers/view.h"

#include <gtest/gtest.h>

#include <random>

namespace banlang {
namespace {

const MapView window{.centre = {447'000, 2'535'000}, .metresPerPx = 10, .widthPx = 900, .heightPx = 600};

Box onScreen(const MapView& view, const Box& box) {
    const PixelPoint topLeft = view.toPixel({box.minX, box.maxY});
    const PixelPoint bottomRight = view.toPixel({box.maxX, box.minY});
    return {topLeft.x, topLeft.y, bottomRight.x, bottomRight.y};
}

TEST(MapView, PixelsGoDownWhereTheMapGoesNorth) {
    EXPECT_EQ(window.toPixel(window.centre).x, 450);
    EXPECT_EQ(window.toPixel(window.centre).y, 300);
    EXPECT_EQ(window.toPixel({447'000 + 100, 2'535'000 + 50}).x, 460);
    EXPECT_EQ(window.toPixel({447'000 + 100, 2'535'000 + 50}).y, 295);
    EXPECT_EQ(window.toMap({0, 0}), (Point{447'000 - 4'500, 2'535'000 + 3'000}));
    EXPECT_EQ(window.visible(), (Box{442'500, 2'532'000, 451'500, 2'538'000}));
}

TEST(MapView, MapAndPixelsAreEachOthersInverse) {
    for (const PixelPoint pixel : {PixelPoint{0, 0}, PixelPoint{899.5, 1.25}, PixelPoint{-50, 700}}) {
        const PixelPoint back = window.toPixel(window.toMap(pixel));
        EXPECT_NEAR(back.x, pixel.x, 1e-7);
        EXPECT_NEAR(back.y, pixel.y, 1e-7);
    }
}

TEST(MapView, ScaleIsThatOf96PixelsToTheInch) {
    const MapView view{.centre = {}, .metresPerPx = 0.0254 / 96 * 25'000};
    EXPECT_NEAR(view.scaleDenominator(), 25'000, 1e-6);
}

TEST(MapView, FittingShowsAllOfABoxAsLargeAsItGoes) {
    const Box wide{0, 0, 8'000, 1'000};
    const MapView view = window.fitted(wide, 50);
    EXPECT_EQ(view.centre, (Point{4'000, 500}));
    EXPECT_DOUBLE_EQ(view.metresPerPx, 10) << "8 000 m in 800 px";
    EXPECT_DOUBLE_EQ(window.fitted({0, 0, 10, 5'000}, 50).metresPerPx, 10) << "5 000 m in 500 px";
    EXPECT_EQ(view.widthPx, window.widthPx);
}

TEST(MapView, FittingAPointOrNothing) {
    EXPECT_EQ(window.fitted(Box{}, 50), window);
    EXPECT_EQ(window.fitted(Box{}, 50, {{0, 0, 100, 600}}), window);
    EXPECT_GT(window.fitted({5, 5, 5, 5}, 50).metresPerPx, 0);
    EXPECT_GT(window.fitted({0, 0, 100, 100}, 5'000).metresPerPx, 0) << "a margin larger than the window";
}

TEST(MapView, BesideAPanelTheBoxStandsInTheFreePart) {
    const Box box{0, 0, 1'000, 1'000};
    const Box panel{600, 0, 900, 600}; // the right third
    const MapView view = window.fitted(box, 20, {panel});
    const Box shown = onScreen(view, box);
    EXPECT_FALSE(shown.intersects(panel));
    EXPECT_NEAR(shown.centre().x, 300, 1e-6);
    EXPECT_NEAR(shown.width(), 560, 1e-6) << "as wide as the margins leave it";
}

TEST(MapView, OfSeveralWaysPastACornerTheLargerPictureIsTaken) {
    const Box corner{0, 400, 300, 600};
    const Box wide{0, 0, 2'000, 500};
    const MapView view = window.fitted(wide, 10, {corner});
    const Box shown = onScreen(view, wide);
    EXPECT_FALSE(shown.intersects(corner));
    EXPECT_NEAR(shown.width(), 880, 1e-6) << "above the corner the whole width is free";
}

TEST(MapView, WhatLeavesNoRoomIsNotHeeded) {
    const Box box{0, 0, 1'000, 1'000};
    EXPECT_EQ(window.fitted(box, 20, {{0, 0, 900, 600}}), window.fitted(box, 20));
}

TEST(MapView, WhateverCoversTheWindowTheBoxStaysClearAndWhole) {
    std::mt19937 draw(4);
    std::uniform_real_distribution<double> share(0, 1);
    for (int round = 0; round < 200; ++round) {
        std::vector<Box> covered;
        for (unsigned i = 0; i < 1 + draw() % 3; ++i) {
            // Panels lie at the edges of a window.
            const double width = 20 + 150 * share(draw);
            const double height = 20 + 100 * share(draw);
            const double x = draw() % 2 == 0 ? 0 : 900 - width;
            const double y = draw() % 2 == 0 ? 0 : 600 - height;
            covered.push_back({x, y, x + width, y + height});
        }
        const Box box{100, 200, 100 + 5'000 * share(draw) + 1, 200 + 5'000 * share(draw) + 1};
        const Box shown = onScreen(window.fitted(box, 10, covered), box);
        EXPECT_GE(shown.minX, -1e-6);
        EXPECT_LE(shown.maxX, 900 + 1e-6);
        EXPECT_GE(shown.minY, -1e-6);
        EXPECT_LE(shown.maxY, 600 + 1e-6);
        for (const Box& panel : covered) EXPECT_FALSE(shown.intersects(panel)) << round;
    }
}

} // namespace
} // namespace banlang
