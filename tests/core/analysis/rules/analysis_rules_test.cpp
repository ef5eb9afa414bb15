// SPDX-License-Identifier: MIT
#include "core/analysis/rules/analysis_rules.h"
#include "tests/support/analysis_context.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

std::string fingerprintOf(const RuleTexts& texts) {
    AnalysisRules rules;
    rules.texts = texts;
    rules.seal();
    return rules.fingerprint;
}

TEST(AnalysisRulesFingerprint, KnowsWhichFileSaysWhat) {
    RuleTexts one;
    one.own["criteria_a.toml"] = "x = 1\n";
    one.own["criteria_b.toml"] = "";
    RuleTexts other;
    other.own["criteria_a.toml"] = "";
    other.own["criteria_b.toml"] = "x = 1\n";
    EXPECT_NE(fingerprintOf(one), fingerprintOf(other));
    EXPECT_NE(fingerprintOf(one), fingerprintOf({}));
    EXPECT_EQ(fingerprintOf(one), fingerprintOf(RuleTexts(one)));
}

TEST(AnalysisRulesFingerprint, OtherWeightsLeaveTheRulesTheyCameFromAsTheyAre) {
    const auto shipped = shippedRules();
    const std::string before = shipped->fingerprint;
    Weights weights = defaultWeights();
    weights.values[widthGapM] = 77;
    const auto weighted = shipped->withWeights(weights);
    EXPECT_EQ(shipped->fingerprint, before);
    EXPECT_EQ(shipped->upgradeWeights.values, defaultWeights().values);
    EXPECT_NE(weighted->fingerprint, before);
    EXPECT_EQ(weighted->gaps.staleDays, shipped->gaps.staleDays);
    EXPECT_EQ(weighted->withWeights(defaultWeights())->fingerprint, before) << "and back";
}

} // namespace
} // namespace banlang
