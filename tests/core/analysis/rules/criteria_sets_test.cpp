// SPDX-License-Identifier: MIT
#include "core/analysis/rules/criteria_sets.h"
#include "core/base/shipped_data.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

std::vector<CriteriaSet> shipped() {
    auto sets = criteriaSets({});
    EXPECT_TRUE(sets) << (sets ? "" : describe(sets.error(), Language::english));
    return sets.value_or(std::vector<CriteriaSet>{});
}

TEST(CriteriaSets, OneIsInForceOnEachDayAndTheNextBeginsWhereItEnds) {
    const auto sets = shipped();
    EXPECT_EQ(setInForce(sets, Date::fromYmd(2022, 3, 7))->id, "2016");
    EXPECT_EQ(setInForce(sets, Date::fromYmd(2022, 3, 8))->id, "2022");
    EXPECT_EQ(setInForce(sets, Date::fromYmd(2026, 2, 14))->id, "2022");
    EXPECT_EQ(setInForce(sets, Date::fromYmd(2026, 2, 15))->id, "2026");
    EXPECT_EQ(setInForce(sets, Date::fromYmd(2010, 1, 1)), nullptr);
    EXPECT_EQ(setInForce(sets, Date::fromYmd(2023, 1, 1), "district")->decree, "320/QĐ-TTg");
}

TEST(CriteriaSets, AreFoundByTheNumberOfTheirDecreeHoweverItIsWritten) {
    const auto sets = shipped();
    for (const char* rawText : {"318/QĐ-TTg 2022", "QĐ 318", "Quyết định số 318/QĐ-TTg ngày 8/3/2022", "2022", "211/QĐ-TTg"}) {
        ASSERT_NE(findSet(sets, rawText), nullptr) << rawText;
        EXPECT_EQ(findSet(sets, rawText)->id, "2022") << rawText;
    }
    EXPECT_EQ(findSet(sets, "51/2025/QĐ-TTg")->id, "2026");
    EXPECT_EQ(findSet(sets, "dự thảo"), nullptr);
    EXPECT_EQ(findSet(sets, "999/QĐ-TTg"), nullptr);
}

TEST(CriteriaSets, ShipNoThresholdForRoadsAndSayOfTheOthersThatTheyAreNotVerified) {
    const auto sets = shipped();
    const CriteriaSet& set = *findSet(sets, "2022");
    EXPECT_FALSE(set.complete);
    ASSERT_EQ(set.criteria.size(), 19U);
    ASSERT_EQ(set.criteria[1].indicators.size(), 4U);
    for (const CriteriaIndicator& indicator : set.criteria[1].indicators) {
        ASSERT_TRUE(indicator.road);
        EXPECT_EQ(indicator.threshold(2022), std::nullopt) << indicator.no;
    }
    const CriteriaIndicator& income = set.criteria[9].indicators[0];
    EXPECT_EQ(income.threshold(2021), std::nullopt);
    EXPECT_EQ(income.threshold(2022), 39);
    EXPECT_EQ(income.threshold(2024), 45);
    EXPECT_EQ(income.threshold(2027), 48);
    EXPECT_FALSE(income.verified);
}

TEST(CriteriaSets, OfTheNewSetKnowItsSizeAndMakeUpNoNames) {
    const auto sets = shipped();
    const CriteriaSet& set = *findSet(sets, "2026");
    EXPECT_EQ(set.criteriaTotal, 10);
    EXPECT_EQ(set.indicatorsTotal, 47);
    EXPECT_EQ(set.communeGroups.size(), 3U);
    EXPECT_FALSE(set.complete);
    for (const Criterion& criterion : set.criteria) EXPECT_TRUE(criterion.indicators.empty());
}

TEST(CriteriaSets, CriteriaAreFoundByNumberOrName) {
    const auto sets = shipped();
    const CriteriaSet& set = *findSet(sets, "2022");
    for (const char* rawText : {"2", "TC 2", "2. Giao thông", "Giao thông", "giao thông", "transport", "Tiêu chí số 2"})
        EXPECT_EQ(set.find(rawText), 1U) << rawText;
    EXPECT_EQ(set.find("19"), 18U);
    EXPECT_EQ(set.find("20"), std::nullopt);
    EXPECT_EQ(set.find("2.1"), std::nullopt);
}

TEST(CriteriaSets, AFileWithAMistakeIsRefusedWithItsRow) {
    const auto misspelt = parseCriteriaSet("criteria_x.toml", "id = \"x\"\ndecree = \"1\"\ntreshold = 3\n");
    ASSERT_FALSE(misspelt);
    EXPECT_EQ(misspelt.error().where.file, "criteria_x.toml");
    EXPECT_EQ(misspelt.error().where.row, 3);
    EXPECT_NE(misspelt.error().message.en.find("treshold"), std::string::npos);
    EXPECT_NE(misspelt.error().message.vi, "");
    EXPECT_NE(misspelt.error().hint.en.find("decree"), std::string::npos);

    const auto broken = parseCriteriaSet("criteria_x.toml", "id = \"x\"\ndecree = \n");
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().where.row, 2);

    std::string text(shippedData("criteria_2022.toml"));
    text.replace(text.find("threshold = 75"), 14, "threshold = 7500");
    EXPECT_FALSE(parseCriteriaSet("criteria_2022.toml", text));
}

TEST(CriteriaSets, ADistrictsOwnFileTakesThePlaceOfTheShippedOneAndMayAddASet) {
    RuleTexts rules;
    rules.own["criteria_2022.toml"] = shippedData("criteria_2022.toml");
    std::string& own = rules.own["criteria_2022.toml"];
    own.replace(own.find("# threshold = ..."), 17, "threshold = 80");
    rules.own["criteria_2030.toml"] = "id = \"2030\"\ndecree = \"9/2030/QĐ-TTg\"\ntitle = { vi = \"M\", en = \"N\" }\n"
                                      "in_force_from = 2030-01-01\n[[group]]\nid = \"a\"\nname = { vi = \"A\", en = \"A\" }\n"
                                      "[[criterion]]\nno = \"1\"\nname = { vi = \"Một\", en = \"One\" }\ngroup = \"a\"\n";
    const auto sets = criteriaSets(rules);
    ASSERT_TRUE(sets) << describe(sets.error(), Language::english);
    EXPECT_EQ(findSet(*sets, "2022")->criteria[1].indicators[0].threshold(2022), 80);
    EXPECT_EQ(setInForce(*sets, Date::fromYmd(2031, 1, 1))->id, "2030");
}

} // namespace
} // namespace banlang
