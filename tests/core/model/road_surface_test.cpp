// SPDX-License-Identifier: MIT
#include "core/model/road_surface.h"

#include <gtest/gtest.h>

namespace banlang {

TEST(RoadSurface, ConcreteAndAsphaltAreHardInAnyLanguage) {
    EXPECT_TRUE(isHardened("bê tông xi măng"));
    EXPECT_TRUE(isHardened("Láng nhựa"));
    EXPECT_TRUE(isHardened("asphalt concrete"));
    EXPECT_TRUE(isHardened("paved"));
    EXPECT_TRUE(isHardened("đã cứng hóa"));
}

TEST(RoadSurface, EarthGravelNegationsAndTheUnknownAreNot) {
    EXPECT_FALSE(isHardened("đất"));
    EXPECT_FALSE(isHardened("cấp phối"));
    EXPECT_FALSE(isHardened("gravel"));
    EXPECT_FALSE(isHardened("unpaved"));
    EXPECT_FALSE(isHardened("chưa cứng hóa"));
    EXPECT_FALSE(isHardened(""));
}

} // namespace banlang
