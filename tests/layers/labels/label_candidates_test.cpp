// SPDX-License-Identifier: MIT
#include "layers/labels/label_candidates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace banlang {
namespace {

using testing::ElementsAre;
using Way = Run; ///< inside a test, Run is one of GoogleTest

TextSize monospaced(const std::string& line, const LabelStyle& style) {
    return {static_cast<double>(line.size()) * 10, style.sizePx};
}

MapLabel labelOf(LabelKind kind, std::string text) {
    MapLabel label;
    label.kind = kind;
    label.text = std::move(text);
    return label;
}

TEST(PointText, ACommuneNameThatIsTooWideForItsGroundIsBrokenAtItsMiddle) {
    const MapLabel name = labelOf(LabelKind::commune, "Xa Thuan Hoa Moi");
    EXPECT_THAT(pointText(name, monospaced, Language::vietnamese, 1'000).lines, ElementsAre("Xa Thuan Hoa Moi"));
    const PointText broken = pointText(name, monospaced, Language::vietnamese, 100);
    EXPECT_THAT(broken.lines, ElementsAre("Xa Thuan", "Hoa Moi"));
    EXPECT_EQ(broken.size.widthPx, 80);
    EXPECT_THAT(pointText(labelOf(LabelKind::commune, "Thuanhoa"), monospaced, Language::vietnamese, 10).lines,
                ElementsAre("Thuanhoa"));
    EXPECT_THAT(pointText(labelOf(LabelKind::village, "Xa Thuan Hoa Moi"), monospaced, Language::vietnamese, 10).lines,
                ElementsAre("Xa Thuan Hoa Moi"))
        << "of communes only";
}

TEST(PointText, LinesAndTheSecondLineTakeTheirRoom) {
    MapLabel label = labelOf(LabelKind::village, "ab\nabcd");
    const double sizePx = labelStyle(LabelKind::village).sizePx;
    const PointText two = pointText(label, monospaced, Language::vietnamese, 0);
    EXPECT_THAT(two.lines, ElementsAre("ab", "abcd"));
    EXPECT_EQ(two.size.widthPx, 40);
    EXPECT_DOUBLE_EQ(two.size.heightPx, sizePx + sizePx * lineSpacing);
    label.secondLine = {"mười hai", "twelve"};
    const PointText more = pointText(label, monospaced, Language::english, 0);
    EXPECT_EQ(more.secondLine, "twelve");
    EXPECT_EQ(more.size.widthPx, 60) << "the widest of all";
    EXPECT_DOUBLE_EQ(more.size.heightPx, two.size.heightPx + sizePx * secondLineScale * lineSpacing);
}

TEST(PointText, ItsBoxLiesAroundItsMiddle) {
    PointText text;
    text.size = {40, 12};
    const Box box = text.boxAt({100, 50});
    EXPECT_EQ(box.centre(), (Point{100, 50}));
    EXPECT_GE(box.width(), 40);
    EXPECT_GE(box.height(), 12);
}

TEST(PointOffsets, TheBestPlaceIsThePointAndAllOthersAreClearOfItsSymbol) {
    for (const double radiusPx : {0.0, 4.0, 30.0}) {
        const TextSize size{60, 14};
        const std::vector<PixelPoint> offsets = pointOffsets(LabelKind::village, size, radiusPx);
        EXPECT_EQ(offsets.front().x, 0);
        EXPECT_EQ(offsets.front().y, 0);
        for (std::size_t i = 1; i < offsets.size(); ++i) {
            const bool aside = std::abs(offsets[i].x) - size.widthPx / 2 >= radiusPx;
            const bool apart = std::abs(offsets[i].y) - size.heightPx / 2 >= radiusPx;
            EXPECT_TRUE(aside || apart) << i << " of " << radiusPx;
        }
    }
}

TEST(PointOffsets, OnlyACommuneIsStillKnownFarFromItsPoint) {
    const auto farthest = [](LabelKind kind) {
        double most = 0;
        for (const PixelPoint offset : pointOffsets(kind, {60, 14}, 4)) most = std::max(most, std::hypot(offset.x, offset.y));
        return most;
    };
    EXPECT_GT(farthest(LabelKind::commune), 2 * farthest(LabelKind::village));
    EXPECT_LT(farthest(LabelKind::code), farthest(LabelKind::village)) << "a number stays on its parcel";
}

double stepLength(const Way& run, std::size_t i) {
    return std::hypot(run[i].x - run[i - 1].x, run[i].y - run[i - 1].y);
}

TEST(Runs, ALineBecomesPointsAStepApartWithNorthUp) {
    const std::vector<Way> runs = runsOf({{0, 0}, {300, 0}, {300, 300}}, 1, std::nullopt);
    ASSERT_EQ(runs.size(), 1U);
    const Way& run = runs[0];
    EXPECT_NEAR(static_cast<double>(run.size()), 600 / runStepPx, 2);
    EXPECT_EQ(run.front().x, 0);
    for (std::size_t i = 1; i < run.size(); ++i) EXPECT_LE(stepLength(run, i), runStepPx + 1e-9);
    EXPECT_LT(run.back().y, -290) << "pixels go down, the line goes north";
    EXPECT_NEAR(static_cast<double>(runsOf({{0, 0}, {300, 0}}, 10, std::nullopt)[0].size()), 30 / runStepPx, 1);
}

TEST(Runs, InsideAFrameALineMayHaveSeveral) {
    const std::vector<Way> runs =
        runsOf({{0, 0}, {100, 0}, {100, -300}, {200, -300}, {200, 0}, {300, 0}}, 1, Box{-10, -10, 400, 100});
    std::size_t filled = 0;
    for (const Way& run : runs) {
        filled += run.empty() ? 0U : 1U;
        for (const PixelPoint point : run) EXPECT_LE(point.y, 100);
    }
    EXPECT_EQ(filled, 2U);
}

TEST(Runs, ALineWithoutLengthHasNoPoints) {
    for (const std::vector<Point>& path : {std::vector<Point>{}, {{1, 1}}, {{1, 1}, {1, 1}}})
        for (const Way& run : runsOf(path, 1, std::nullopt)) EXPECT_TRUE(run.empty());
}

/// A straight run to the right.
Way straight(std::size_t points) {
    Way run;
    for (std::size_t i = 0; i < points; ++i) run.push_back({static_cast<double>(i) * runStepPx, 0});
    return run;
}

TEST(RunParts, ANameNeedsARunThatIsLongerThanIt) {
    EXPECT_TRUE(partsOf(straight(5), 60).empty());
    EXPECT_TRUE(partsOf({}, 10).empty());
    const std::vector<RunPart> one = partsOf(straight(40), 60);
    ASSERT_EQ(one.size(), 1U);
    EXPECT_GE(static_cast<double>(one[0].needed - 1) * runStepPx, 60);
}

TEST(RunParts, TheSameNameNeverStandsNearerThanTheRepeat) {
    for (const std::size_t points : {200U, 333U, 1'000U}) {
        for (const double widthPx : {30.0, 120.0, 500.0}) {
            const Way run = straight(points);
            const std::vector<RunPart> parts = partsOf(run, widthPx);
            for (std::size_t i = 1; i < parts.size(); ++i) {
                EXPECT_GE(static_cast<double>(parts[i].first) - static_cast<double>(parts[i - 1].last) + 1,
                          labelRepeatPx / runStepPx - 1)
                    << points << ' ' << widthPx;
            }
            for (const RunPart& part : parts) {
                for (const std::size_t start : startsIn(run, part)) EXPECT_LE(start + part.needed, run.size());
            }
        }
    }
    EXPECT_GE(partsOf(straight(1'000), 60).size(), 10U) << "6 000 pixels of road";
}

TEST(RunStarts, OnAStraightRunTheMiddleIsBest) {
    const Way run = straight(41);
    const std::vector<RunPart> parts = partsOf(run, 60);
    ASSERT_EQ(parts.size(), 1U);
    const std::vector<std::size_t> starts = startsIn(run, parts[0]);
    ASSERT_FALSE(starts.empty());
    EXPECT_NEAR(static_cast<double>(starts[0]) + static_cast<double>(parts[0].needed) / 2, 20, 2);
}

TEST(RunStarts, NoNameStandsInASharpBend) {
    Way run = straight(20); // then straight down
    for (std::size_t i = 1; i < 20; ++i) run.push_back({19 * runStepPx, static_cast<double>(i) * runStepPx});
    for (const RunPart& part : partsOf(run, 60)) {
        for (const std::size_t start : startsIn(run, part)) EXPECT_TRUE(start + part.needed <= 21 || start >= 19) << start;
    }
    Way circle;
    for (int i = 0; i < 20; ++i) {
        const double angle = i * 2 * std::numbers::pi / 20;
        circle.push_back({20 * std::cos(angle), 20 * std::sin(angle)});
    }
    for (const RunPart& part : partsOf(circle, 60)) EXPECT_TRUE(startsIn(circle, part).empty());
}

TEST(ReadablePath, RunsFromLeftToRightAndUpwards) {
    const std::vector<PixelPoint> right{{0, 0}, {50, 5}, {100, 0}};
    EXPECT_EQ(readablePath(right).front().x, 0);
    const std::vector<PixelPoint> left{{100, 0}, {50, 5}, {0, 0}};
    EXPECT_EQ(readablePath(left).front().x, 0);
    const std::vector<PixelPoint> down{{3, 0}, {0, 100}};
    EXPECT_EQ(readablePath(down).front().y, 100) << "read from below, wherever it leans";
    const std::vector<PixelPoint> downRight{{0, 0}, {3, 100}};
    EXPECT_EQ(readablePath(downRight).front().y, 100);
    const std::vector<PixelPoint> up{{0, 100}, {3, 0}};
    EXPECT_EQ(readablePath(up).front().y, 100);
}

} // namespace
} // namespace banlang
