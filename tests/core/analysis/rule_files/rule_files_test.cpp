// SPDX-License-Identifier: MIT
#include "core/analysis/rule_files/rule_files.h"
#include "core/base/shipped_data.h"

#include <gtest/gtest.h>

#include <string>

namespace banlang {
namespace {

TEST(AnalysisRules, HoldEveryShippedFile) {
    const AnalysisRules& rules = *shippedRules();
    EXPECT_GT(rules.gaps.staleDays, 0);
    EXPECT_FALSE(rules.communeRanking.indicators.empty());
    EXPECT_EQ(rules.criteriaSets.size(), 4U);
    EXPECT_FALSE(rules.modelVillages.items.empty());
    EXPECT_EQ(rules.roads.of("ĐTh").bedWidthM, 5.0);
    EXPECT_EQ(rules.quality.earliestYear, 1945);
    EXPECT_DOUBLE_EQ(rules.units.sliverShare, 0.02);
    EXPECT_FALSE(rules.units.isAdditive("criteria_met"));
    EXPECT_TRUE(rules.units.isAdditive("donated_m2"));
    EXPECT_EQ(rules.upgradeWeights.values, defaultWeights().values);
}

TEST(AnalysisRules, OneTextThatCannotBeReadIsTheErrorOfAll) {
    for (const RuleFile& file : shippedRuleFiles()) {
        RuleTexts texts;
        texts.own[std::string(file.name)] = "[broken\n";
        const auto rules = readRules(texts);
        ASSERT_FALSE(rules) << file.name;
        EXPECT_EQ(rules.error().where.file, file.name);
        EXPECT_GE(rules.error().where.row, 1) << file.name;
    }
}

TEST(AnalysisRules, EqualTextsAndWeightsAreKnownAsEqual) {
    RuleTexts same;
    same.own["gap_rules.toml"] = shippedData("gap_rules.toml");
    EXPECT_EQ((*readRules(same))->fingerprint, shippedRules()->fingerprint) << "a text that is set as it ships changes nothing";
    RuleTexts other;
    other.own["gap_rules.toml"] = "[stale]\nno_record_days = 3\n";
    EXPECT_NE((*readRules(other))->fingerprint, shippedRules()->fingerprint);
    Weights weights = defaultWeights();
    EXPECT_EQ(shippedRules()->withWeights(weights)->fingerprint, shippedRules()->fingerprint);
    weights.values.front() += 1;
    const auto weighted = shippedRules()->withWeights(weights);
    EXPECT_NE(weighted->fingerprint, shippedRules()->fingerprint);
    EXPECT_EQ(weighted->upgradeWeights.values, weights.values);
}

} // namespace
} // namespace banlang
