// SPDX-License-Identifier: MIT
#include "layers/style/style.h"

#include <gtest/gtest.h>

#include <cmath>

namespace banlang {
namespace {

TEST(ScaledPx, HasItsValuesAtItsScales) {
    const ScaledPx width{8, 4, 1};
    EXPECT_DOUBLE_EQ(width.at(10'000), 8);
    EXPECT_DOUBLE_EQ(width.at(25'000), 4);
    EXPECT_DOUBLE_EQ(width.at(100'000), 1);
    EXPECT_DOUBLE_EQ(width.at(50'000), 2.5) << "half way in the logarithm";
    EXPECT_NEAR(width.at(std::sqrt(10'000.0 * 25'000)), 6, 1e-12);
}

TEST(ScaledPx, NearerAndFartherStaysAtItsEnds) {
    const ScaledPx width{8, 4, 1};
    for (const double near : {0.0, 1.0, 9'999.0}) EXPECT_DOUBLE_EQ(width.at(near), 8) << near;
    for (const double far : {100'001.0, 1e12}) EXPECT_DOUBLE_EQ(width.at(far), 1) << far;
    EXPECT_DOUBLE_EQ(ScaledPx(3).at(17), 3);
}

TEST(ScaledPx, NeverJumps) {
    const ScaledPx width{8, 4, 1};
    double before = width.at(5'000);
    for (double scale = 5'000; scale < 200'000; scale *= 1.01) {
        EXPECT_LE(width.at(scale), before);
        EXPECT_LT(before - width.at(scale), 0.06);
        before = width.at(scale);
    }
}

TEST(Colour, IsReadFromHexDigits) {
    EXPECT_EQ(rgb(0x1B5FA8), (Colour{0x1B, 0x5F, 0xA8, 255}));
    EXPECT_EQ(rgb(0, 0.5).a, 128);
    EXPECT_EQ(rgb(0, 0).a, 0);
}

TEST(ScaleRange, HoldsItsFirstScaleAndNotItsLast) {
    const ScaleRange range{20'000, 150'000};
    EXPECT_TRUE(range.shows(20'000));
    EXPECT_FALSE(range.shows(150'000));
    EXPECT_FALSE(range.shows(19'999));
    EXPECT_TRUE(ScaleRange{}.shows(0));
}

} // namespace
} // namespace banlang
