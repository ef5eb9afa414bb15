// SPDX-License-Identifier: MIT
#include "core/analysis/rules/unit_rules.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

Result<UnitRules> rulesOf(std::string text) {
    RuleTexts texts;
    texts.own["units_over_time.toml"] = std::move(text);
    return unitRules(texts);
}

TEST(UnitRules, PercentBecomesAShareAndListedIndicatorsAreNotAdded) {
    const UnitRules rules =
        rulesOf("[overlay]\nsliver_percent = 5\n[indicators]\nnot_additive = [\"criteria_met\", \"x\"]\n").value();
    EXPECT_DOUBLE_EQ(rules.sliverShare, 0.05);
    EXPECT_FALSE(rules.isAdditive("criteria_met"));
    EXPECT_FALSE(rules.isAdditive("x"));
    EXPECT_TRUE(rules.isAdditive("donated_m2"));
    EXPECT_TRUE(rules.isAdditive("criteria_me"));
}

TEST(UnitRules, WithoutEntriesNothingIsASliverAndAllIsAdded) {
    const UnitRules rules = rulesOf("").value();
    EXPECT_EQ(rules.sliverShare, 0);
    EXPECT_TRUE(rules.isAdditive("criteria_met"));
}

TEST(UnitRules, AListOfOtherThingsIsRefused) {
    EXPECT_FALSE(rulesOf("[indicators]\nnot_additive = \"criteria_met\"\n"));
    EXPECT_EQ(rulesOf("[indicators]\nnot_additive = [1]\n").error().where.row, 2);
}

} // namespace
} // namespace banlang
