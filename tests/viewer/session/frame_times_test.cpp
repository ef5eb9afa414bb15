// SPDX-License-Identifier: MIT
#include "viewer/session/frame_times.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace banlang::viewer {
namespace {

using Json = nlohmann::json;

TEST(FrameTimes, QuantilesAreOfTheFramesInOrder) {
    FrameTimes times;
    for (int i = 101; i > 0; --i) times.ms.push_back(i);
    const Json json = Json::parse(toJson(times));
    EXPECT_EQ(json.at("schema"), "banlang/viewer-frames/1");
    EXPECT_EQ(json.at("p50"), 51);
    EXPECT_EQ(json.at("p99"), 100);
    EXPECT_EQ(json.at("max"), 101);
    EXPECT_EQ(json.at("frames").at(0), 101) << "the frames themselves stay in the order in which they came";
}

TEST(FrameTimes, OfOneFrameAllAreThatFrame) {
    FrameTimes times;
    times.ms = {7.5};
    const Json json = Json::parse(toJson(times));
    for (const char* name : {"p50", "p99", "max"}) EXPECT_EQ(json.at(name), 7.5) << name;
}

TEST(FrameTimes, WithoutAFrameThereIsNoTimeOfOne) {
    const Json json = Json::parse(toJson({}));
    for (const char* name : {"p50", "p99", "max"}) EXPECT_TRUE(json.at(name).is_null()) << name;
    EXPECT_TRUE(json.at("frames").empty());
    EXPECT_FALSE(json.contains("pictures"));
}

TEST(FrameTimes, PicturesAreToldByTheirCommand) {
    FrameTimes times;
    times.pictures = {{"pan 10 0", 12.5}, {"layer \"roads\"", 30}};
    const Json json = Json::parse(toJson(times));
    ASSERT_EQ(json.at("pictures").size(), 2U);
    EXPECT_EQ(json.at("pictures").at(1).at("command"), "layer \"roads\"");
    EXPECT_EQ(json.at("pictures").at(0).at("ms"), 12.5);
}

double budgetMs(const PaintingBudget& budget) {
    const Clock::time_point begin{};
    return std::chrono::duration<double, std::milli>(budget.showing(begin) - begin).count();
}

TEST(PaintingBudget, FallsQuicklyWhereFramesAreLateAndRisesSlowly) {
    PaintingBudget budget;
    const double first = budgetMs(budget);
    budget.frameTook(17);
    const double late = budgetMs(budget);
    EXPECT_DOUBLE_EQ(first - late, 2) << "half of what the frame was too long";
    budget.frameTook(5);
    EXPECT_GT(budgetMs(budget), late);
    EXPECT_LT(budgetMs(budget) - late, 0.5);
}

TEST(PaintingBudget, NeverStopsPaintingNorTakesTheWholeFrame) {
    PaintingBudget budget;
    for (int i = 0; i < 1'000; ++i) budget.frameTook(500);
    EXPECT_EQ(budgetMs(budget), 1);
    for (int i = 0; i < 1'000; ++i) budget.frameTook(1);
    EXPECT_EQ(budgetMs(budget), 12);
    EXPECT_LT(budgetMs(budget), 1000.0 / 60);
}

} // namespace
} // namespace banlang::viewer
