// SPDX-License-Identifier: MIT
#include "core/analysis/rule_files/rule_files.h"
#include "core/analysis/rules/gap_rules.h"
#include "core/base/shipped_data.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

TEST(RuleTexts, EveryShippedFilePassesItsOwnCheck) {
    for (const RuleFile& file : shippedRuleFiles()) {
        ASSERT_FALSE(shippedData(file.name).empty()) << file.name;
        const auto checked = checkRuleText(file.name, shippedData(file.name));
        EXPECT_TRUE(checked) << (checked ? "" : describe(checked.error(), Language::english));
    }
}

TEST(RuleTexts, NamesThatAreNotRulesAreRefused) {
    const auto refused = checkRuleText("emulaton.toml", shippedData("emulation.toml"));
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().hint.en.find("emulation.toml"), std::string::npos);
}

TEST(GapRulesOfADistrict, WhatItsFileLeavesOutStaysAsShipped) {
    RuleTexts texts;
    texts.own["gap_rules.toml"] = "[loan]\ninspect_within_days = 45\n";
    const auto rules = gapRules(texts);
    ASSERT_TRUE(rules);
    EXPECT_EQ(rules->inspectLoanWithinDays, 45);
    EXPECT_EQ(rules->houseBuildDays, gapRules({})->houseBuildDays);
    EXPECT_GT(rules->houseBuildDays, 0);
    EXPECT_NE(gapRules({})->inspectLoanWithinDays, 45);
}

TEST(GapRulesOfADistrict, MistakesAreRefusedWithTheirRow) {
    const auto misspelt = checkRuleText("gap_rules.toml", "[loan]\ninspect_in_days = 45\n");
    ASSERT_FALSE(misspelt);
    EXPECT_EQ(misspelt.error().where.row, 2);
    EXPECT_FALSE(checkRuleText("gap_rules.toml", "[loan]\ninspect_within_days = \"45\"\n"));
    EXPECT_FALSE(checkRuleText("gap_rules.toml", "[loan]\ninspect_within_days = 0\n"));
    EXPECT_FALSE(checkRuleText("gap_rules.toml", "[loan]\ninspect_within_days = 4.5\n"));
}

} // namespace
} // namespace banlang
