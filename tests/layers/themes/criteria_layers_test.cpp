// SPDX-License-Identifier: MIT
#include "layers/themes/catalogue.h"
#include "layers/themes/commune_ranking.h"
#include "tests/support/analysis_context.h"
#include "tests/support/columns.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace banlang {
namespace {

using test::DistrictBuilder;
using test::twoCommunes;

LayerRequest requestFor(const DistrictBuilder& builder, Date asOf = Date::fromYmd(2022, 5, 18)) {
    return {test::contextOf(builder.linked(), asOf), Audience::meeting, MapColourScheme::light};
}

DistrictBuilder withResults(int met) {
    DistrictBuilder builder = twoCommunes();
    for (int i = 1; i <= met; ++i) {
        builder.add(Role::criteria,
                    {{"unit_code", "00874"}, {"criterion", std::to_string(i)}, {"date", "2022-04-01"}, {"result", "đạt"}});
    }
    builder.add(Role::criteria, {{"unit_code", "00874"}, {"criterion", "19"}, {"date", "2022-04-01"}, {"result", "chưa đạt"}});
    return builder;
}

const LegendEntry* entryOf(const MapLayer& layer, std::string_view words) {
    const auto found =
        std::find_if(layer.legend.begin(), layer.legend.end(), [&](const LegendEntry& entry) { return entry.label.en == words; });
    return found == layer.legend.end() ? nullptr : &*found;
}

TEST(CriteriaLayer, ClassesCommunesByWhatIsMetAndHasALookForNoResult) {
    const auto layer = buildLayer("criteria", requestFor(withResults(15)));
    ASSERT_TRUE(layer);
    ASSERT_NE(entryOf(*layer, "15–18 met"), nullptr);
    EXPECT_EQ(entryOf(*layer, "15–18 met")->count, 1);
    EXPECT_EQ(entryOf(*layer, "10–14 met")->count, 0);
    const LegendEntry* none = entryOf(*layer, "no result (which is not 0)");
    ASSERT_NE(none, nullptr);
    EXPECT_EQ(none->count, 1);
    EXPECT_NE(none->style.fill->pattern, Pattern::plain);
    ASSERT_EQ(layer->markers.front().markers.size(), 1U);
    EXPECT_EQ(layer->markers.front().markers[0].text, "15");
    EXPECT_LT(layer->markers.front().markers[0].offsetYPx, 0); // the office below stays to be seen
    EXPECT_DOUBLE_EQ(layer->markers.front().markers[0].shares[0], 15.0 / 19);
}

TEST(CriteriaLayer, ClassesFollowTheSizeOfTheSet) {
    const auto layer = buildLayer("criteria", requestFor(twoCommunes(), Date::fromYmd(2026, 3, 1)));
    ASSERT_TRUE(layer);
    EXPECT_NE(entryOf(*layer, "all 10 met"), nullptr);
    EXPECT_NE(entryOf(*layer, "8–9 met"), nullptr);
    EXPECT_NE(entryOf(*layer, "0–2 met"), nullptr);
}

TEST(CriteriaLayer, ADayBeforeAnySetDrawsNothing) {
    const auto layer = buildLayer("criteria", requestFor(withResults(3), Date::fromYmd(2010, 1, 1)));
    ASSERT_TRUE(layer);
    EXPECT_EQ(layer->featureCount, 0U);
}

TEST(CriteriaLayer, ItsTableNamesEachCriterionAsTheSetDoes) {
    const auto layer = buildLayer("criteria", requestFor(withResults(2)));
    ASSERT_TRUE(layer);
    const FeatureTable table = layer->attributes().rows;
    ASSERT_EQ(table.rowCount, 2U);
    EXPECT_EQ(test::textAt(table, "criterion_1", 0), "đạt");
    EXPECT_EQ(test::textAt(table, "criterion_19", 0), "chưa đạt");
    EXPECT_EQ(test::textAt(table, "criterion_1", 1), "chưa có kết quả");
    EXPECT_TRUE(std::isnan(test::numberAt(table, "met", 1)));
    const auto name = std::find_if(layer->attributeNames.begin(), layer->attributeNames.end(),
                                   [](const AttributeName& one) { return one.column == "criterion_2"; });
    ASSERT_NE(name, layer->attributeNames.end());
    EXPECT_EQ(name->label.vi, "2. Giao thông");
    EXPECT_EQ(layer->attributeNames.size(), table.columns.size());
}

TEST(CommuneRankingLayer, GivesEveryRankedCommuneABadgeAndNoneToThoseWithoutReport) {
    const auto layer = buildLayer("emulation", requestFor(withResults(5)));
    ASSERT_TRUE(layer);
    ASSERT_EQ(layer->markers.front().markers.size(), 1U);
    EXPECT_EQ(layer->markers.front().markers[0].text, "1");
    ASSERT_NE(entryOf(*layer, "no report (which is not 0)"), nullptr);
    const FeatureTable table = layer->attributes().rows;
    EXPECT_EQ(test::numberAt(table, "rank", 1), 2);
    EXPECT_TRUE(std::isnan(test::numberAt(table, "score", 1)));
    EXPECT_EQ(test::numberAt(table, "criteria_value", 0), 5);
    EXPECT_EQ(layer->attributeNames.size(), table.columns.size());
}

TEST(CommuneRankingLayer, OneThatWasFrozenIsDrawnUnderItsOwnYear) {
    const LayerRequest asked = requestFor(withResults(5));
    CommuneRanking frozen;
    frozen.year = 2021;
    const MapLayer layer = communeRankingLayer({asked}, frozen);
    EXPECT_EQ(layer.id, "emulation");
    EXPECT_EQ(layer.counted.en, "Communes by rank in 2021");
    EXPECT_EQ(layer.featureCount, 0U);
}

TEST(CommuneRankingLayer, PointsOfEachProgrammeHaveAPatternOfTheirOwn) {
    const auto looks = communeRankingLooks();
    ASSERT_EQ(looks.size(), 3U);
    EXPECT_NE(looks[0].fill.pattern, looks[1].fill.pattern);
    EXPECT_NE(looks[1].fill.pattern, looks[2].fill.pattern);
}

} // namespace
} // namespace banlang
