// SPDX-License-Identifier: MIT
#include "layers/labels/labels.h"
#include "tests/support/soak_round.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace banlang {
namespace {

TextSize monospaced(const std::string& line, const LabelStyle& style) {
    return {static_cast<double>(line.size()) * style.sizePx * 0.55, style.sizePx};
}

MapScene sceneOf(std::vector<MapLabel> labels) {
    auto layer = std::make_shared<MapLayer>();
    layer->id = "villages";
    layer->labels.push_back({std::move(labels), {}});
    MapScene scene;
    scene.layers.push_back(layer);
    return scene;
}

std::vector<MapLabel> manyLabels(std::size_t count) {
    std::mt19937 random(7 + test::soakRound());
    std::uniform_real_distribution<double> place(-4500, 4500);
    std::vector<MapLabel> labels;
    for (std::uint32_t i = 0; i < count; ++i) {
        MapLabel label;
        label.text = "Village " + std::to_string(i);
        label.at = {place(random), place(random)};
        label.id = i;
        label.priority = i % 5;
        if (i % 4 == 0) {
            label.kind = LabelKind::road;
            label.path = {label.at, {label.at.x + 2500, label.at.y + 300}};
        }
        labels.push_back(label);
    }
    return labels;
}

Box boxOf(const PlacedLabel& placed) {
    double width = 0;
    for (const std::string& line : placed.lines) width = std::max(width, monospaced(line, placed.style).widthPx);
    const double height = placed.style.sizePx;
    return {placed.centre.x - width / 2, placed.centre.y - height / 2, placed.centre.x + width / 2, placed.centre.y + height / 2};
}

const MapView view{.centre = {0, 0}, .metresPerPx = 10, .widthPx = 900, .heightPx = 900};

} // namespace

TEST(Labels, NoTwoOverlapAndNoneCrossesTheFrameOrAnObstacle) {
    const Box obstacle{300, 300, 600, 600};
    const MapScene scene = sceneOf(manyLabels(200));
    std::vector<PlacedLabel> placed = placeLabels(scene, view, monospaced, {obstacle});
    ASSERT_GT(placed.size(), 40U);
    std::erase_if(placed, [](const PlacedLabel& label) { return !label.path.empty(); });
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const Box box = boxOf(placed[i]);
        EXPECT_FALSE(box.intersects(obstacle));
        EXPECT_TRUE(box.minX >= 0 && box.minY >= 0 && box.maxX <= 900 && box.maxY <= 900);
        for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(box.intersects(boxOf(placed[j]))) << i << " and " << j;
    }
}

TEST(Labels, TheOrderOfInputDoesNotMatter) {
    std::vector<MapLabel> labels = manyLabels(150);
    const MapScene scene = sceneOf(labels);
    std::reverse(labels.begin(), labels.end());
    const MapScene reversed = sceneOf(labels);
    const auto first = placeLabels(scene, view, monospaced);
    const auto second = placeLabels(reversed, view, monospaced);
    ASSERT_EQ(first.size(), second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        EXPECT_EQ(first[i].label->text, second[i].label->text);
        EXPECT_EQ(first[i].centre.x, second[i].centre.x);
        EXPECT_EQ(first[i].centre.y, second[i].centre.y);
    }
}

TEST(Labels, TheMoreImportantOneGetsThePlace) {
    MapLabel small{.text = "Small", .at = {0, 0}, .id = 1, .priority = 1};
    MapLabel big{.text = "Big", .at = {0, 0}, .id = 2, .priority = 9};
    const MapScene scene = sceneOf({small, big});
    const auto placed = placeLabels(scene, view, monospaced);
    ASSERT_FALSE(placed.empty());
    EXPECT_EQ(placed[0].label->text, "Big");
    EXPECT_DOUBLE_EQ(placed[0].centre.x, 450);
    EXPECT_DOUBLE_EQ(placed[0].centre.y, 450);
}

TEST(Labels, TextAlongALineReadsFromLeftToRightAndAvoidsSharpBends) {
    MapLabel hairpin{.kind = LabelKind::road, .text = "Hairpin road"};
    for (int i = 0; i < 20; ++i) hairpin.path.push_back({i % 2 == 0 ? 0.0 : 400.0, i * 100.0});
    MapLabel straight{.kind = LabelKind::road, .text = "Straight road", .path = {{3000, -2000}, {-3000, -2000}}, .id = 1};
    const MapScene scene = sceneOf({hairpin, straight});
    const auto placed = placeLabels(scene, view, monospaced);
    ASSERT_EQ(placed.size(), 1U);
    EXPECT_EQ(placed[0].label->text, "Straight road");
    EXPECT_LT(placed[0].path.front().x, placed[0].path.back().x);
}

} // namespace banlang
