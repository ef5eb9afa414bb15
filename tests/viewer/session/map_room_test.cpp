// SPDX-License-Identifier: MIT
#include "core/model/as_of.h"
#include "tests/viewer/sample_window.h"
#include "viewer/panels/panels.h"

#include <algorithm>
#include <set>

// The part of the map that nothing lies over: names stand in it, and what is zoomed to.

namespace banlang::viewer {
namespace {

struct Name {
    std::string text;
    Box boxPx; ///< on the map area
};

class MapRoom : public test::SampleWindow {
protected:
    [[nodiscard]] std::vector<Name> names() const {
        std::vector<Name> found;
        const LabelOverlay& overlay = session_->gui().state().mapLabels[0].overlay;
        if (!overlay.plan) return found;
        const PixelPoint shift = overlay.plan->shiftTo(document().view);
        for (const LabelPlan::LabelPlacement& placement : overlay.plan->placements()) {
            const Box& box = placement.boxPx;
            std::string text;
            for (const std::string& line : placement.label.lines) text += (text.empty() ? "" : " ") + line;
            found.push_back({text, {box.minX + shift.x, box.minY + shift.y, box.maxX + shift.x, box.maxY + shift.y}});
        }
        return found;
    }
    /// As the screen shows them: buttons and pictures over the map by their places in the window.
    [[nodiscard]] std::vector<Box> overlays() const {
        const Layout& layout = session_->gui().layout();
        std::vector<Rect> rects{toolsRect(layout), overviewMapRect(layout), scaleBarRect(layout)};
        std::vector<Box> boxes;
        for (const Rect& rect : rects) {
            const Rect own = rect.movedBy(-layout.map.x, -layout.map.y);
            if (rect.w > 0) boxes.push_back({own.x, own.y, own.right(), own.bottom()});
        }
        return boxes;
    }
    void expectNamesInTheirRoom() const {
        const Box map{0, 0, document().view.widthPx, document().view.heightPx};
        EXPECT_GT(names().size(), 5U);
        for (const Name& name : names()) {
            EXPECT_TRUE(map.contains({name.boxPx.minX, name.boxPx.minY}) && map.contains({name.boxPx.maxX, name.boxPx.maxY}))
                << name.text << " is cut at the edge";
            for (const Box& overlay : overlays()) EXPECT_FALSE(overlay.intersects(name.boxPx)) << name.text << " lies under a tool";
        }
    }
    void expectNamesOfAllCommunes() const {
        std::set<std::string> shown;
        for (const Name& name : names()) shown.insert(name.text);
        const FeatureTable& communes = document().district->table(Role::communes);
        for (std::size_t row = 0; row < communes.rowCount; ++row) {
            if (!inForce(communes, row, document().asOf)) continue;
            EXPECT_TRUE(shown.contains(fullName(communes, row))) << fullName(communes, row) << " has no name";
        }
    }
};

constexpr std::pair<int, int> windowSizes[] = {{1600, 1000}, {1280, 720}, {1920, 1080}};

TEST_F(MapRoom, TheFirstViewNamesEveryCommuneAndNoNameIsCutOrCovered) {
    for (const auto& [width, height] : windowSizes) {
        SCOPED_TRACE(width);
        size(width, height);
        for (const char* themeId : {"donated-land", "new-roads", "renovated-gardens"}) {
            SCOPED_TRACE(themeId);
            run({Verb::programme, {themeId}});
            run({Verb::home, {}});
            expectNamesInTheirRoom();
            expectNamesOfAllCommunes();
        }
    }
}

TEST_F(MapRoom, NoNameIsCutOrCoveredWhereverTheMapComesToRest) {
    for (const double factor : {3.0, 2.5}) {
        run({Verb::zoom, {std::to_string(factor)}});
        for (const auto& [x, y] : {std::pair{"-137", "61"}, std::pair{"213", "-97"}, std::pair{"55", "149"}}) {
            run({Verb::pan, {x, y}});
            expectNamesInTheirRoom();
        }
    }
}

TEST_F(MapRoom, WhatIsZoomedToLiesClearOfPanelsAndTools) {
    for (const auto& [width, height] : windowSizes) {
        SCOPED_TRACE(width);
        size(width, height);
        const FeatureTable& communes = document().district->table(Role::communes);
        for (std::size_t row = 0; row < communes.rowCount; ++row) {
            const std::string code(communes.textAt(fields::communes.code, row));
            SCOPED_TRACE(code);
            // As a row of a table does it: the panel at the side opens with the same click.
            ASSERT_TRUE(session_->run({Verb::select, {"none"}}).has_value());
            waitUntilShown();
            ASSERT_TRUE(session_->run({Verb::select, {"communes", code}}).has_value());
            ASSERT_TRUE(session_->run({Verb::zoomTo, {"communes", code}}).has_value());
            waitUntilShown();
            const MapView& view = document().view;
            const Box& box = communes.geometry.boxes[row];
            const PixelPoint first = view.toPixel({box.minX, box.maxY});
            const PixelPoint last = view.toPixel({box.maxX, box.minY});
            const Box shown{first.x, first.y, last.x, last.y};
            EXPECT_GE(shown.minX, 0);
            EXPECT_GE(shown.minY, 0);
            EXPECT_LE(shown.maxX, view.widthPx);
            EXPECT_LE(shown.maxY, view.heightPx);
            for (const Box& overlay : overlays()) EXPECT_FALSE(overlay.intersects(shown)) << "behind a tool";
            // And not far away either: it fills a good part of one side.
            EXPECT_GT(std::max(shown.width() / view.widthPx, shown.height() / view.heightPx), 0.4);
        }
    }
}

TEST(OverviewMap, ItsFrameStaysOnTheSmallMapHoweverWideTheViewIs) {
    MapView small;
    small.widthPx = 196;
    small.heightPx = 142;
    small = small.fitted({0, 0, 20'000, 15'000}, 10);
    const Rect rect{1000, 500, 196, 142};
    const Rect wide = overviewMapFrame(small, {-50'000, -40'000, 70'000, 60'000}, rect);
    EXPECT_TRUE(rect.inset(1).contains(wide)) << "its lines would be cut off";
    EXPECT_GT(wide.w, 180);
    EXPECT_GT(wide.h, 126);
    const Rect part = overviewMapFrame(small, {5'000, 5'000, 10'000, 9'000}, rect);
    const PixelPoint corner = small.toPixel({5'000, 9'000});
    EXPECT_NEAR(part.x, 1000 + corner.x, 0.01);
    EXPECT_NEAR(part.y, 500 + corner.y, 0.01);
    EXPECT_NEAR(part.w, 5'000 / small.metresPerPx, 0.01);
    const Rect beside = overviewMapFrame(small, {90'000, 0, 95'000, 5'000}, rect);
    EXPECT_TRUE(rect.contains(beside));
    EXPECT_GE(beside.w, 6);
}

TEST(FittedView, TakesTheLargestRoomThatNothingLiesOver) {
    MapView view;
    view.widthPx = 1000;
    view.heightPx = 600;
    const std::vector<Box> covered{{950, 10, 990, 130}, {790, 450, 990, 590}, {10, 560, 270, 590}};
    for (const Box& box : {Box{0, 0, 4'000, 1'000}, Box{0, 0, 1'000, 4'000}, Box{0, 0, 3'000, 3'000}}) {
        const MapView fitted = view.fitted(box, 20, covered);
        const PixelPoint first = fitted.toPixel({box.minX, box.maxY});
        const PixelPoint last = fitted.toPixel({box.maxX, box.minY});
        const Box shown{first.x, first.y, last.x, last.y};
        for (const Box& overlay : covered) EXPECT_FALSE(overlay.intersects(shown));
        EXPECT_TRUE((Box{0, 0, 1000, 600}.contains({shown.minX, shown.minY})));
        EXPECT_TRUE((Box{0, 0, 1000, 600}.contains({shown.maxX, shown.maxY})));
        EXPECT_GT(shown.width() * shown.height(), 0);
    }
    // A wide thing goes over the low tools rather than beside them.
    EXPECT_LT(view.fitted({0, 0, 4'000, 1'000}, 20, covered).metresPerPx, 4'000 / 700.0);
    EXPECT_EQ(view.fitted({0, 0, 4'000, 1'000}, 20, {}), view.fitted({0, 0, 4'000, 1'000}, 20));
}

} // namespace
} // namespace banlang::viewer
