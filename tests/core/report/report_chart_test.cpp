// SPDX-License-Identifier: MIT
#include "core/report/report_chart.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

/// Two communes and two parts.
ReportChart chartOf(std::vector<double> first, std::vector<double> second) {
    ReportChart chart = chartUnder({{"bảng", "table"}, {"biểu đồ", "chart"}, {}}, test::twoCommunes().linked(),
                                   {{"xong", "done"}, {"chưa", "to do"}});
    chart.bars[0].parts = std::move(first);
    chart.bars[1].parts = std::move(second);
    return chart;
}

AnalysisContext onNoDay() {
    return test::contextOf(test::twoCommunes().linked());
}

TEST(ReportChart, HasABarForEachCommuneAndSaysNothingWithoutParts) {
    const ReportChart chart = chartOf({0, 0}, {0, 0});
    EXPECT_EQ(chart.title.en, "chart");
    EXPECT_EQ(chart.bars[0].name, "Xã Nà Sáng");
    EXPECT_EQ(chart.bars[1].unit, (RecordRef{Role::communes, 1}));
    EXPECT_FALSE(chart.saysAnything());
    EXPECT_EQ(shareOf(chart, std::nullopt).state, CellState::notReported);
}

TEST(ReportChart, SmallCountsOfHouseholdsHideTheirBar) {
    ReportChart chart = chartOf({4, 2}, {0, 0});
    closeBars(chart, onNoDay(), Audience::meeting);
    EXPECT_EQ(chart.bars[0].state, CellState::value) << "no households";
    chart.ofHouseholds = true;
    closeBars(chart, onNoDay(), Audience::meeting);
    EXPECT_EQ(chart.bars[0].state, CellState::hidden);
    EXPECT_EQ(chart.bars[1].state, CellState::notReported);
    chart.bars[0].state = CellState::notReported;
    closeBars(chart, onNoDay(), Audience::workingGroup);
    EXPECT_EQ(chart.bars[0].state, CellState::value);
}

TEST(ReportChart, TellsHowMuchIsDoneInOneCommuneAndInAll) {
    const ReportChart chart = chartOf({4, 2}, {3, 6});
    const DoneShare one = shareOf(chart, 0);
    EXPECT_EQ(one.done, 4);
    EXPECT_EQ(one.all, 6);
    EXPECT_EQ(one.percent, 67);
    const DoneShare all = shareOf(chart, std::nullopt);
    EXPECT_EQ(all.parts, (std::vector<double>{7, 8}));
    EXPECT_EQ(all.percent, 47);
}

TEST(ReportChart, AHallSeesNoSmallCountsOfHouseholdsWhateverTheAudience) {
    ReportChart chart = chartOf({4, 2}, {3, 6});
    chart.ofHouseholds = true;
    closeBars(chart, onNoDay(), Audience::workingGroup);
    const DoneShare one = shareOf(chart, 0);
    EXPECT_EQ(one.state, CellState::hidden);
    EXPECT_TRUE(one.parts.empty());
    EXPECT_EQ(shareOf(chart, 1).state, CellState::value);
}

} // namespace
} // namespace banlang
