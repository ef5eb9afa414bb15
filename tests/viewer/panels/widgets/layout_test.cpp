// SPDX-License-Identifier: MIT
#include "viewer/panels/widgets/control_registry.h"
#include "viewer/panels/widgets/layout.h"

#include <gtest/gtest.h>

namespace banlang::viewer {
namespace {

Document withDistrict() {
    Document document;
    document.district = std::make_shared<District>(emptyDistrict(9209));
    return document;
}

TEST(Layout, PanelsStandBesideTheMapAndLeaveItTheRest) {
    const Document document = withDistrict();
    const Layout layout = layOut(document, 1600, 1000);
    EXPECT_FLOAT_EQ(layout.layers.right(), layout.map.x);
    EXPECT_FLOAT_EQ(layout.map.right(), 1600);
    EXPECT_FLOAT_EQ(layout.map.bottom(), layout.bottom.y);
    EXPECT_FLOAT_EQ(layout.bottom.bottom(), layout.status.y);
    EXPECT_FLOAT_EQ(layout.status.bottom(), 1000);
    EXPECT_EQ(layout.inspector.w, 0);
}

TEST(Layout, ASelectionTakesRoomAtTheRight) {
    Document document = withDistrict();
    document.selected = RecordRef{Role::communes, 0};
    const Layout layout = layOut(document, 1600, 1000);
    EXPECT_GT(layout.inspector.w, 0);
    EXPECT_FLOAT_EQ(layout.inspector.x, layout.map.right());
}

TEST(Layout, ASplitMapHasTwoHalvesOfOneSize) {
    Document document = withDistrict();
    document.compareWith = Date::fromYmd(2021, 12, 31);
    document.split = true;
    const Layout layout = layOut(document, 1600, 1000);
    EXPECT_FLOAT_EQ(layout.mapBefore.w, layout.map.w);
    EXPECT_LT(layout.mapBefore.right(), layout.map.x);
    EXPECT_FLOAT_EQ(layout.bothMaps().x, layout.mapBefore.x);
    EXPECT_FLOAT_EQ(layout.bothMaps().right(), layout.map.right());
}

TEST(Layout, WithoutADistrictTheMapHasAllTheRoom) {
    const Layout layout = layOut(Document(), 1600, 1000);
    EXPECT_EQ(layout.layers.w, 0);
    EXPECT_FLOAT_EQ(layout.map.w, 1600);
}

TEST(ControlRegistry, KnowsWhatTheLastFrameDrew) {
    ControlRegistry registry;
    registry.put("menu.file", {1, 2, 30, 40});
    ASSERT_TRUE(registry.find("menu.file"));
    EXPECT_FLOAT_EQ(registry.find("menu.file")->w, 30);
    registry.clear();
    EXPECT_FALSE(registry.find("menu.file"));
    EXPECT_TRUE(registry.all().empty());
}

} // namespace
} // namespace banlang::viewer
