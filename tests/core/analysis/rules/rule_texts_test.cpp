// SPDX-License-Identifier: MIT
#include "core/analysis/rules/rule_texts.h"
#include "core/base/shipped_data.h"

#include <gtest/gtest.h>

#include <set>

namespace banlang {
namespace {

TEST(RuleTextsInForce, ADistrictsOwnTextGoesBeforeTheShippedOne) {
    RuleTexts texts;
    EXPECT_EQ(texts.text("gap_rules.toml"), shippedData("gap_rules.toml"));
    EXPECT_FALSE(texts.isReplaced("gap_rules.toml"));
    texts.own["gap_rules.toml"] = "# ours\n";
    EXPECT_EQ(texts.text("gap_rules.toml"), "# ours\n");
    EXPECT_TRUE(texts.isReplaced("gap_rules.toml"));
    EXPECT_EQ(texts.text("emulation.toml"), shippedData("emulation.toml")) << "others stay as they ship";
}

TEST(RuleTextsInForce, AnEmptyTextOfItsOwnIsInForce) {
    RuleTexts texts;
    texts.own["gap_rules.toml"] = "";
    EXPECT_EQ(texts.text("gap_rules.toml"), "");
    EXPECT_TRUE(texts.isReplaced("gap_rules.toml"));
}

TEST(RuleTextsInForce, AFileThatNobodyHasIsEmpty) {
    EXPECT_EQ(RuleTexts{}.text("none.toml"), "");
}

TEST(RuleTextsInForce, ShippedFilesHaveNamesAndTitlesOfTheirOwn) {
    std::set<std::string_view> names;
    std::set<std::string_view> titles;
    for (const RuleFile& file : shippedRuleFiles()) {
        names.insert(file.name);
        titles.insert(file.title.vi);
        EXPECT_FALSE(file.title.en.empty()) << file.name;
    }
    EXPECT_EQ(names.size(), shippedRuleFiles().size());
    EXPECT_EQ(titles.size(), shippedRuleFiles().size());
}

} // namespace
} // namespace banlang
