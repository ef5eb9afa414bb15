// SPDX-License-Identifier: MIT
#include "core/analysis/gaps/gaps.h"
#include "layers/themes/catalogue.h"
#include "layers/themes/theme.h"
#include "layers/themes/themes.h"

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
        EXPECT_FALSE(theme.parts.unit.vi.empty() || theme.parts.unit.en.empty());
        for (const MapColourScheme scheme : {MapColourScheme::light, MapColourScheme::dark, MapColourScheme::print}) {
            const std::vector<FillStyle> fills = theme.parts.fills(scheme);
            ASSERT_GE(fills.size(), 3U);
            EXPECT_LT(theme.parts.doneParts, fills.size());
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

TEST(Themes, SmallNumbersOfHouseholdsAreTold) {
    Ids ofHouseholds;
    for (const Theme& theme : themes()) {
        if (theme.parts.ofHouseholds && theme.question == nullptr) ofHouseholds.push_back(theme.id);
    }
    EXPECT_EQ(ofHouseholds, (Ids{"renovated-gardens", "houses"}));
}

TEST(Themes, NobodyIsFoundByAnIdThatNobodyDeclared) {
    EXPECT_EQ(findTheme("no-such-theme"), nullptr);
    EXPECT_EQ(findTheme(gapThemeId("no-such-question")), nullptr);
    EXPECT_EQ(findTheme("roads"), nullptr);
}

} // namespace
} // namespace banlang
