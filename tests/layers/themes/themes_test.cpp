// SPDX-License-Identifier: MIT
#include "core/analysis/gaps/gaps.h"
#include "layers/themes/catalogue.h"
#include "layers/themes/theme.h"
#include "layers/themes/themes.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace banlang {
namespace {

using Ids = std::vector<std::string_view>;

TEST(Themes, EveryThemeSaysWhatIsAskedOfAll) {
    std::set<std::string_view> ids;
    for (const Theme& theme : themes()) {
        SCOPED_TRACE(theme.id);
        EXPECT_TRUE(ids.insert(theme.id).second);
        EXPECT_EQ(findTheme(theme.id), &theme);
        EXPECT_FALSE(theme.words.title.vi.empty() || theme.words.title.en.empty());
        EXPECT_NE(theme.build, nullptr);
        EXPECT_FALSE(theme.icon.empty());
        for (const MapColourScheme scheme : {MapColourScheme::light, MapColourScheme::dark, MapColourScheme::print}) {
            const std::vector<FillStyle> fills = theme.partFills(scheme);
            ASSERT_GE(fills.size(), 3U);
            EXPECT_LT(theme.doneFill, fills.size());
            for (std::size_t i = 1; i < fills.size(); ++i) EXPECT_FALSE(fills[i - 1] == fills[i]) << "parts " << i << " and before";
        }
    }
}

TEST(Themes, AreDrawnAreasBelowTheLinesOfTheBaseMapAndSymbolsAboveAllLines) {
    Ids drawn;
    for (const LayerInfo& info : layerCatalogue()) drawn.push_back(info.id);
    ASSERT_EQ(drawn.size(), themes().size() + baseLayers().size());
    const Ids others(drawn.begin(), drawn.end() - static_cast<std::ptrdiff_t>(gapQuestions().size()));
    EXPECT_EQ(others, (Ids{"parcels", "renovated-gardens", "criteria", "emulation", "rivers", "villages", "communes", "roads",
                           "donated-land", "new-roads", "green-routes", "houses", "candidates"}));
    EXPECT_EQ(drawn[others.size()], gapThemeId(gapQuestions().front().id));
}

TEST(Themes, TheBarOffersProgrammesAndTheQuestionsUnderOneName) {
    Ids offered;
    for (const ThemeChoice& choice : themeBar()) offered.push_back(choice.id);
    EXPECT_EQ(offered, (Ids{"donated-land", "new-roads", "renovated-gardens", "houses", "gaps", "candidates"}));
    EXPECT_EQ(themeBar().back().title.vi, "Tuyến đề xuất");
}

TEST(Themes, AQuestionIsATheme) {
    const Theme* late = findTheme(gapThemeId("house-late"));
    ASSERT_NE(late, nullptr);
    ASSERT_EQ(late->question, gapQuestion("house-late"));
    EXPECT_EQ(late->words.title.vi, late->question->title.vi);
    EXPECT_EQ(shortTitle(*late).vi, late->question->title.vi);
    EXPECT_EQ(choiceOf(*late).title.en, "Gaps");
}

TEST(Themes, EachHasATableAndAChartOfItsOwnAndAFillForEveryPart) {
    const ReportRequest request{test::contextOf(test::twoCommunes().linked(), Date::fromYmd(2022, 5, 18)), Audience::meeting};
    std::set<std::string> titles;
    for (const Theme& theme : themes()) {
        SCOPED_TRACE(theme.id);
        const ReportTable table = tableOf(theme, request);
        const ReportChart chart = chartOf(theme, request);
        EXPECT_EQ(table.id, theme.id);
        EXPECT_EQ(chart.id, theme.id);
        EXPECT_EQ(chart.parts.size(), theme.partFills(MapColourScheme::light).size());
        EXPECT_TRUE(titles.insert(std::string(table.title.vi)).second) << table.title.vi;
        for (const ReportColumn& column : table.columns) {
            const auto widths = theme.columnWidths;
            EXPECT_TRUE(column.id == "last_report" || std::ranges::find(widths, column.id, &ColumnWidth::columnId) != widths.end())
                << column.id;
        }
    }
}

TEST(Themes, NobodyIsFoundByAnIdThatNobodyDeclared) {
    EXPECT_EQ(findTheme("no-such-theme"), nullptr);
    EXPECT_EQ(findTheme(gapThemeId("no-such-question")), nullptr);
    EXPECT_EQ(findTheme("roads"), nullptr);
}

} // namespace
} // namespace banlang
