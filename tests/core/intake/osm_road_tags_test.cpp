// SPDX-License-Identifier: MIT
#include "core/intake/osm_road_tags.h"
#include "core/model/road_surface.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

TEST(OsmRoadTags, HighwaysBecomeManagementClasses) {
    EXPECT_EQ(managementClassOf("trunk"), "QL");
    EXPECT_EQ(managementClassOf("secondary_link"), "ĐT");
    EXPECT_EQ(managementClassOf("tertiary"), "ĐH");
    EXPECT_EQ(managementClassOf("unclassified"), "ĐX");
    EXPECT_EQ(managementClassOf("residential"), "ĐTh");
    EXPECT_EQ(managementClassOf("footway"), "NX");
    EXPECT_EQ(managementClassOf("track"), "NĐ");
}

TEST(OsmRoadTags, ClassesAreReadHoweverTheyAreWritten) {
    for (const std::string_view word : {"ĐX", "đx", "DX", " dx ", "Đường xã", "DUONG XA"})
        EXPECT_EQ(managementClassOf(word), "ĐX") << word;
    EXPECT_EQ(managementClassOf("Tỉnh lộ"), "ĐT");
    EXPECT_EQ(managementClassOf("Ngõ xóm"), "NX");
    EXPECT_EQ(managementClassOf("ĐTH"), "ĐTh");
}

TEST(OsmRoadTags, SurfacesSayWhetherARoadIsHardened) {
    for (const std::string_view word :
         {"asphalt", "paved", "concrete", "concrete:plates", "Concrete:lanes", "BTXM", "BTN", "sett"}) {
        ASSERT_TRUE(surfaceOf(word)) << word;
        EXPECT_TRUE(isHardened(*surfaceOf(word))) << word;
    }
    for (const std::string_view word : {"gravel", "compacted", "unpaved", "dirt", "mud", "ground"}) {
        ASSERT_TRUE(surfaceOf(word)) << word;
        EXPECT_FALSE(isHardened(*surfaceOf(word))) << word;
    }
}

TEST(OsmRoadTags, UnknownWordsAreNotGuessed) {
    for (const std::string_view word : {"", "river", "trunkk", "đường", "yes"}) {
        EXPECT_EQ(managementClassOf(word), std::nullopt) << word;
        EXPECT_EQ(surfaceOf(word), std::nullopt) << word;
    }
}

} // namespace
} // namespace banlang
