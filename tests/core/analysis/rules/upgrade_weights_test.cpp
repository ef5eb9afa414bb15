// SPDX-License-Identifier: MIT
#include "core/analysis/rules/rule_texts.h"
#include "core/analysis/rules/upgrade_weights.h"
#include "tests/support/files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace banlang {
namespace {

class UpgradeWeights : public test::InFolder {
protected:
    Result<Weights> read(std::string_view text) const { return readWeights(write("weights.toml", text)); }
    std::string refusalOf(std::string_view text) const {
        const auto weights = read(text);
        if (weights) return "accepted";
        EXPECT_EQ(weights.error().where.file, at("weights.toml"));
        EXPECT_THAT(weights.error().hint.vi, testing::HasSubstr("households_served"));
        return weights.error().code;
    }
};

TEST_F(UpgradeWeights, EachCriterionHasAPlaceANameAndAWeight) {
    const auto criteria = upgradeCriteria();
    ASSERT_EQ(criteria.size(), static_cast<std::size_t>(criterionCount));
    EXPECT_EQ(criteria[householdsServed].id, "households_served");
    EXPECT_EQ(criteria[widthGapM].id, "width_gap_m");
    EXPECT_EQ(criteria[classImportance].id, "class");
    std::set<std::string_view> ids;
    for (const UpgradeCriterion& criterion : criteria) {
        ids.insert(criterion.id);
        EXPECT_GT(criterion.defaultWeight, 0) << criterion.id;
        EXPECT_FALSE(criterion.label.vi.empty() || criterion.label.en.empty()) << criterion.id;
    }
    EXPECT_EQ(ids.size(), criteria.size());
    EXPECT_EQ(defaultWeights().values.size(), criteria.size());
}

TEST_F(UpgradeWeights, AFileThatNamesAFewLeavesTheOthersAtNothing) {
    const auto weights = read("[weights]\nwidth_gap_m = 3\nsurface = 0.5\ncondition = 0\n");
    ASSERT_TRUE(weights) << describe(weights.error(), Language::english);
    std::vector<double> expected(criterionCount, 0);
    expected[widthGapM] = 3;
    expected[unhardened] = 0.5;
    EXPECT_EQ(weights->values, expected);
}

TEST_F(UpgradeWeights, WhatCannotBeAWeightIsRefused) {
    EXPECT_EQ(refusalOf("[weights]\nwidth = 3\n"), "bad-weights");
    EXPECT_EQ(refusalOf("[weights]\nsurface = -1\n"), "bad-weights");
    EXPECT_EQ(refusalOf("[weights]\nsurface = nan\n"), "bad-weights");
    EXPECT_EQ(refusalOf("[weights]\nsurface = \"3\"\n"), "bad-weights");
    EXPECT_EQ(refusalOf("[weights]\nsurface = 0\n"), "bad-weights") << "all nothing puts no road before another";
    EXPECT_EQ(refusalOf("[weights]\n"), "bad-weights");
    EXPECT_EQ(refusalOf("surface = 3\n"), "bad-weights");
    EXPECT_EQ(refusalOf("weights = 3\n"), "bad-weights");
    EXPECT_EQ(refusalOf("[weights\n"), "bad-weights");
}

TEST_F(UpgradeWeights, AFileThatIsNotThereOrIsAFolder) {
    EXPECT_EQ(readWeights(at("none.toml")).error().code, "file-missing");
    EXPECT_EQ(readWeights(folder_.string()).error().code, "file-missing");
}

TEST_F(UpgradeWeights, AFileLargerThanAnyRuleFileIsNotRead) {
    const std::string path = write("weights.toml", "[weights]\n");
    std::filesystem::resize_file(path, largestRuleText + 1);
    const auto weights = readWeights(path);
    ASSERT_FALSE(weights);
    EXPECT_EQ(weights.error().code, "file-too-large");
    EXPECT_EQ(weights.error().where.file, path);
}

} // namespace
} // namespace banlang
