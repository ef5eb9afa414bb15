// SPDX-License-Identifier: MIT
#include "core/report/figures_disagree.h"
#include "core/report/unit_figures.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

/// Two figures of a unit: the first alone has a target and an earlier value.
AdminUnitProgress unit(AdminLevel level, std::int32_t row, std::optional<double> first, std::optional<double> second,
                       std::optional<double> target = {}, std::optional<double> previous = {}) {
    AdminUnitProgress progress;
    progress.level = level;
    progress.row = row;
    progress.name = "Xã " + std::to_string(row);
    progress.indicators = {{"first", {"một", "first"}, "m2", first, target, previous},
                           {"second", {"hai", "second"}, "", second, {}, {}}};
    return progress;
}

const UnitFigureSet areas{.columns = {{"first", {"Một", "First"}, true}, {"second", {"Hai", "Second"}, true}},
                          .earlier = {"Ngày trước", "Earlier"}};
const UnitFigureSet counts{.columns = {{"first", {"Cả", "All"}}, {"second", {"Xong", "Done"}, true}, {"", {"Còn", "Rest"}, true}},
                           .main = 1,
                           .ofHouseholds = true};

const UnitFigureWords rowWords{{"Cộng", "Total"}, {"Chưa rõ xã", "Commune unknown"}};

UnitFigures figuresOf(const std::vector<AdminUnitProgress>& units, const UnitFigureSet& set,
                      Audience audience = Audience::meeting) {
    auto figures = unitFigures(units, set, rowWords, notLinked, audience);
    if (!figures) throw std::runtime_error(figures.error().code);
    return *figures;
}

TEST(UnitFigures, RowsAddUpToTheTotalWithWhatNamesNoUnit) {
    const UnitFigures figures = figuresOf({unit(AdminLevel::district, notLinked, 100, 5, 400, 60),
                                           unit(AdminLevel::commune, 0, 70, 5), unit(AdminLevel::commune, 1, {}, {})},
                                          areas);
    ASSERT_EQ(figures.rows.size(), 4U);
    EXPECT_TRUE(figures.rows[1].cells.empty()) << "has reported nothing at all";
    EXPECT_EQ(figures.rows[2].name.en, "Commune unknown");
    EXPECT_EQ(figures.rows[2].cells[0].number, 30);
    EXPECT_EQ(figures.rows[2].cells[1].state, CellState::notReported);
    EXPECT_EQ(figures.rows[3].cells[0].number, 100);
    ASSERT_TRUE(figures.main);
    EXPECT_EQ(figures.main->percentOfTarget, 25);
    EXPECT_EQ(figures.main->increase, 40);
    EXPECT_EQ(figures.whole, 400);
    EXPECT_EQ(figures.parts.size(), 2U);
    EXPECT_EQ(figures.units, (std::vector<std::string_view>{"m2", ""}));
}

TEST(UnitFigures, UnitsThatHaveMoreThanTheWholeAreAFault) {
    const auto figures = unitFigures(std::vector{unit(AdminLevel::district, notLinked, 10, 5), unit(AdminLevel::commune, 0, 11, 5)},
                                     areas, rowWords, notLinked, Audience::meeting);
    ASSERT_FALSE(figures.has_value());
    EXPECT_EQ(figures.error().code, "negative-remainder");
    EXPECT_EQ(figures.error().kind, figuresDisagree("", {}).kind);
}

TEST(UnitFigures, WithoutAReportThereIsNoMainFigure) {
    EXPECT_FALSE(figuresOf({unit(AdminLevel::district, notLinked, {}, {})}, areas).main);
    EXPECT_TRUE(figuresOf({}, areas).rows.empty());
}

TEST(UnitFigures, SmallCountsOfHouseholdsAreHiddenEverywhere) {
    const std::vector<AdminUnitProgress> units{unit(AdminLevel::district, notLinked, 10, 2, {}, {}),
                                               unit(AdminLevel::commune, 0, 10, 2)};
    const UnitFigures hidden = figuresOf(units, counts);
    EXPECT_TRUE(hidden.hides);
    EXPECT_EQ(hidden.rows.back().cells[1].state, CellState::hidden);
    EXPECT_EQ(hidden.main->value.state, CellState::hidden);
    ASSERT_FALSE(hidden.parts.empty());
    EXPECT_FALSE(hidden.parts.back().column) << "one part for all that is not told";
    const UnitFigures open = figuresOf(units, counts, Audience::workingGroup);
    EXPECT_FALSE(open.hides);
    EXPECT_EQ(open.rows.back().cells[2].number, 8) << "what the others leave of the first";
    EXPECT_EQ(open.parts[0].column, 1U);
}

TEST(UnitFigures, AnEarlierDayStandsBesideAreasAndNeverBesideCountsOfHouseholds) {
    EXPECT_EQ(withEarlierDay(counts).columns.size(), 3U);
    const UnitFigures figures = figuresOf({unit(AdminLevel::district, notLinked, 100, 5, {}, 60)}, withEarlierDay(areas));
    EXPECT_EQ(figures.set.columns.back().label.en, "Earlier");
    EXPECT_EQ(figures.rows.back().cells[2].number, 60);
    EXPECT_EQ(figures.parts.size(), 2U) << "the earlier day is no part of the whole";
}

TEST(UnitFigures, AnIncreaseThatWouldTellASmallCountIsNotTold) {
    UnitFigureSet set = counts;
    set.main = 0;
    const std::vector<AdminUnitProgress> units{unit(AdminLevel::district, notLinked, 10, 5, {}, 8)};
    EXPECT_FALSE(figuresOf(units, set).main->increase);
    EXPECT_EQ(figuresOf(units, set, Audience::workingGroup).main->increase, 2);
}

} // namespace
} // namespace banlang
