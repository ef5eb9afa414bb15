// SPDX-License-Identifier: MIT
#include "core/geo/wkb.h"
#include "layers/labels/label_plan.h"
#include "tests/support/soak_round.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>
#include <tuple>

// Labels of a map that moves: what the window shows must not decide where they stand.

namespace banlang {
namespace {

constexpr double scale = 10; ///< metres per pixel

TextSize monospaced(const std::string& line, const LabelStyle& style) {
    return {static_cast<double>(line.size()) * style.sizePx * 0.55, style.sizePx};
}

/// Villages and winding roads, crowded enough that many labels lose their place.
std::shared_ptr<const MapScene> crowdedScene() {
    std::mt19937 random(11 + test::soakRound());
    std::uniform_real_distribution<double> place(0, 30'000);
    std::uniform_real_distribution<double> swing(-0.5, 0.5);
    auto layer = std::make_shared<MapLayer>();
    layer->id = "mixed";
    LabelSet set;
    for (std::uint32_t i = 0; i < 900; ++i) {
        MapLabel label{.text = "Village " + std::to_string(i), .at = {place(random), place(random)}, .id = i};
        label.priority = i % 7;
        if (i % 3 == 0) {
            label.kind = LabelKind::road;
            label.text = "Road " + std::to_string(i % 60);
            double heading = place(random);
            Point at = label.at;
            for (int step = 0; step < 60; ++step) {
                label.path.push_back(at);
                heading += swing(random);
                at = {at.x + 150 * std::cos(heading), at.y + 150 * std::sin(heading)};
            }
        }
        set.labels.push_back(std::move(label));
    }
    layer->labels.push_back(std::move(set));
    auto scene = std::make_shared<MapScene>();
    scene->layers.push_back(std::move(layer));
    return scene;
}

using Places = std::map<std::tuple<std::uint32_t, double, double>, Box>;

Places placesIn(const LabelPlan& plan, const Box& box) {
    Places places;
    for (const LabelPlan::LabelPlacement& placement : plan.placements()) {
        if (placement.boxPx.intersects(box))
            places[{placement.label.label->id, placement.label.centre.x, placement.label.centre.y}] = placement.boxPx;
    }
    return places;
}

Box windowAt(double x, double y) {
    return {x, y, x + 1000, y + 620};
}

LabelPlan planOf(const std::shared_ptr<const MapScene>& scene) {
    return {scene, scale, monospaced, Language::vietnamese};
}

} // namespace

TEST(LabelPlan, IsTheSameWhicheverPartIsLookedAtFirst) {
    const auto scene = crowdedScene();
    const Box window = windowAt(900, -2100);
    LabelPlan direct = planOf(scene);
    ASSERT_TRUE(direct.place(window));
    ASSERT_GT(placesIn(direct, window).size(), 30U);
    LabelPlan wandered = planOf(scene);
    for (const auto& [x, y] : {std::pair{313.0, -2417.0}, std::pair{1511.0, -1033.0}, std::pair{641.0, -1999.0}})
        ASSERT_TRUE(wandered.place(windowAt(x, y)));
    ASSERT_TRUE(wandered.place(window));
    EXPECT_EQ(placesIn(direct, window).size(), placesIn(wandered, window).size());
    for (const auto& [place, box] : placesIn(direct, window)) EXPECT_TRUE(placesIn(wandered, window).contains(place));
}

TEST(LabelPlan, KeepsEveryLabelWhileTheMapIsMovedByOddAmounts) {
    LabelPlan plan = planOf(crowdedScene());
    Box window = windowAt(500, -2500);
    ASSERT_TRUE(plan.place(window));
    for (int step = 1; step < 40; ++step) {
        const Places before = placesIn(plan, window);
        window = windowAt(500 + 37 * step, -2500 + 23 * step);
        ASSERT_TRUE(plan.place(window));
        const Places after = placesIn(plan, window);
        for (const auto& [place, box] : before) {
            EXPECT_TRUE(!box.intersects(window) || after.contains(place));
        }
    }
}

TEST(LabelPlan, InterruptedWorkGoesOnWhereItStopped) {
    const auto scene = crowdedScene();
    const Box window = windowAt(900, -2100);
    LabelPlan whole = planOf(scene);
    ASSERT_TRUE(whole.place(window));
    LabelPlan steps = planOf(scene);
    int rounds = 0;
    while (!steps.place(window, [budget = 1]() mutable { return budget-- > 0; })) ++rounds;
    EXPECT_GT(rounds, 1);
    EXPECT_EQ(placesIn(whole, window).size(), placesIn(steps, window).size());
    for (const auto& [place, box] : placesIn(whole, window)) EXPECT_TRUE(placesIn(steps, window).contains(place));
}

TEST(LabelPlan, NoTwoOverlap) {
    LabelPlan plan = planOf(crowdedScene());
    ASSERT_TRUE(plan.place({0, -3000, 3000, 0}));
    std::vector<Box> boxes;
    std::vector<std::size_t> owner;
    for (std::size_t i = 0; i < plan.placements().size(); ++i) {
        const LabelPlan::LabelPlacement& placement = plan.placements()[i];
        if (placement.label.path.empty()) {
            boxes.push_back(placement.boxPx);
            owner.push_back(i);
        }
        for (const PixelPoint& point : placement.label.path) {
            boxes.push_back(Box{point.x, point.y, point.x, point.y}.widenedBy(placement.label.style.sizePx / 2));
            owner.push_back(i);
        }
    }
    ASSERT_GT(plan.placements().size(), 200U);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            ASSERT_TRUE(owner[i] == owner[j] || !boxes[i].intersects(boxes[j])) << owner[i] << " and " << owner[j];
        }
    }
}

TEST(LabelPlan, ALongRoadSaysItsNameAgainButNotSooner) {
    MapLabel road{.kind = LabelKind::road, .text = "Long road", .path = {{0, 0}, {60'000, 0}}};
    MapLabel other{.kind = LabelKind::road, .text = "Long road", .path = {{0, -400}, {60'000, -400}}, .id = 1};
    auto layer = std::make_shared<MapLayer>();
    layer->labels.push_back({{road, other}, {}});
    auto scene = std::make_shared<MapScene>();
    scene->layers.push_back(layer);
    LabelPlan plan = planOf(scene);
    ASSERT_TRUE(plan.place({0, -200, 6000, 200}));
    ASSERT_GE(plan.placements().size(), 8U);
    for (std::size_t i = 0; i < plan.placements().size(); ++i) {
        const PixelPoint a = plan.placements()[i].label.centre;
        for (std::size_t j = 0; j < i; ++j) {
            const PixelPoint b = plan.placements()[j].label.centre;
            EXPECT_GE(std::hypot(a.x - b.x, a.y - b.y), labelRepeatPx - 2 * runStepPx);
        }
    }
}

TEST(LabelPlan, NoLetterStandsOnItsHeadOrRunsIntoTheNext) {
    LabelPlan plan = planOf(crowdedScene());
    ASSERT_TRUE(plan.place({0, -3000, 3000, 0}));
    std::size_t looked = 0;
    for (const LabelPlan::LabelPlacement& placement : plan.placements()) {
        const auto& path = placement.label.path;
        for (std::size_t i = 1; i < path.size(); ++i, ++looked) {
            const double length = std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
            EXPECT_GE((path[i].x - path[i - 1].x) / length, -0.25) << placement.label.label->text;
            if (i < 2) continue;
            const double bend = std::remainder(std::atan2(path[i].y - path[i - 1].y, path[i].x - path[i - 1].x) -
                                                   std::atan2(path[i - 1].y - path[i - 2].y, path[i - 1].x - path[i - 2].x),
                                               2 * std::acos(-1));
            EXPECT_LE(std::abs(bend), 0.27) << placement.label.label->text;
        }
    }
    EXPECT_GT(looked, 500U);
}

TEST(LabelPlan, ACommuneKeepsItsNameInsideWhereThereIsRoom) {
    auto district = std::make_shared<District>(emptyDistrict(9209));
    const std::string_view areas[] = {"POLYGON((0 0,4000 0,4000 4000,0 4000,0 0))"};
    district->table(Role::communes).geometry = geometryFromWkt(GeometryKind::polygon, areas);
    // Its centre lies at the border, and something more important stands there.
    MapLabel name{.kind = LabelKind::commune, .text = "Xã Nà Sáng", .at = {3700, 2000}};
    auto layer = std::make_shared<MapLayer>();
    layer->labels.push_back({{name}, {}});
    auto scene = std::make_shared<MapScene>();
    scene->district = district;
    scene->layers.push_back(layer);
    LabelPlan plan = planOf(scene);
    ASSERT_TRUE(plan.place({-100, -500, 500, 100}));
    ASSERT_EQ(plan.placements().size(), 1U);
    const Box box = plan.placements()[0].boxPx;
    EXPECT_GE(box.minX, 0);
    EXPECT_LE(box.maxX, 400);
    EXPECT_GE(box.minY, -400);
    EXPECT_LE(box.maxY, 0);
}

TEST(LabelPlan, OnAPageACommunesNameGoesWhereItsAreaIsFree) {
    auto district = std::make_shared<District>(emptyDistrict(9209));
    const std::string_view areas[] = {"POLYGON((0 0,8000 0,8000 4000,0 4000,0 0))"};
    district->table(Role::communes).geometry = geometryFromWkt(GeometryKind::polygon, areas);
    MapLabel name{.kind = LabelKind::commune, .text = "Xã Nà Sáng", .at = {7000, 500}};
    auto layer = std::make_shared<MapLayer>();
    layer->labels.push_back({{name}, {}, {}});
    MapScene scene;
    scene.district = district;
    scene.layers.push_back(layer);
    const MapView view{.centre = {4000, 2000}, .metresPerPx = 10, .widthPx = 820, .heightPx = 420};
    const MeasureText measure = [](const std::string& line, const LabelStyle& style) {
        return TextSize{static_cast<double>(line.size()) * style.sizePx * 0.55, style.sizePx};
    };
    // A small map lies over the corner in which its point is.
    const Box corner{400, 150, 820, 420};
    const auto placed = placeLabels(scene, view, measure, {corner});
    ASSERT_EQ(placed.size(), 1U);
    const PixelPoint centre = placed.front().centre;
    EXPECT_FALSE((Box{centre.x - 40, centre.y - 10, centre.x + 40, centre.y + 10}.intersects(corner)));
    EXPECT_TRUE((Box{10, 10, 810, 410}.contains({centre.x, centre.y}))) << "outside of its commune";
    EXPECT_TRUE(placeLabels(scene, view, measure, {{0, 0, 820, 420}}).empty()) << "a label without room is dropped";
}

} // namespace banlang
