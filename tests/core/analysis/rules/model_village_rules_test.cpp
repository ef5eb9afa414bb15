// SPDX-License-Identifier: MIT
#include "core/analysis/rules/model_village_rules.h"

#include <gtest/gtest.h>

#include <set>

namespace banlang {
namespace {

const std::string head = "id = \"2022\"\ntitle = { vi = \"Bảng chấm\", en = \"Checklist\" }\n"
                         "[[heading]]\nid = \"1\"\nname = { vi = \"Sơ đồ\", en = \"Plan\" }\n";
const std::string item = "[[item]]\nid = \"1.1\"\nheading = \"1\"\nname = { vi = \"Có sơ đồ\", en = \"Has a plan\" }\n";

std::string itemOf(const std::string& id, const std::string& vi) {
    return "[[item]]\nid = \"" + id + "\"\nheading = \"1\"\nname = { vi = \"" + vi + "\", en = \"" + vi + "\" }\n";
}

TEST(ModelVillageRules, AnItemWithoutWeightCountsOnce) {
    const ModelVillageRules rules = parseModelVillageRules("x.toml", head + item).value();
    ASSERT_EQ(rules.items.size(), 1U);
    EXPECT_EQ(rules.items[0].weight, 1);
    EXPECT_EQ(rules.passPercent, 100);
    EXPECT_FALSE(rules.verified);
    EXPECT_EQ(rules.headings.at(0).name.en, "Plan");
}

TEST(ModelVillageRules, ARecordMeansAnItemByItsNumberOrName) {
    const ModelVillageRules rules =
        parseModelVillageRules("x.toml", head + itemOf("1.1", "Có sơ đồ") + itemOf("1.10", "Nước sạch")).value();
    EXPECT_EQ(rules.find("1.1"), 0U);
    EXPECT_EQ(rules.find("1.1 Có sơ đồ vườn"), 0U);
    EXPECT_EQ(rules.find("CÓ SƠ ĐỒ"), 0U);
    EXPECT_EQ(rules.find("1.10"), 1U) << "no text of 1.1 with something behind it";
    EXPECT_EQ(rules.find("nước sạch"), 1U);
    EXPECT_EQ(rules.find("1"), std::nullopt);
    EXPECT_EQ(rules.find(""), std::nullopt);
    EXPECT_EQ(rules.find("1.2"), std::nullopt);
}

TEST(ModelVillageRules, MistakesAreRefused) {
    const auto accepted = [](const std::string& text) { return parseModelVillageRules("x.toml", text).has_value(); };
    EXPECT_TRUE(accepted(head + item));
    EXPECT_FALSE(accepted(head)) << "no items";
    EXPECT_FALSE(accepted(head + "[[item]]\nid = \"2.1\"\nheading = \"2\"\nname = { vi = \"x\", en = \"x\" }\n"))
        << "a heading that was not declared";
    EXPECT_FALSE(accepted(head + item + "weight = 0\n"));
    EXPECT_FALSE(accepted(head + item + "weights = 3\n"));
    EXPECT_FALSE(accepted(item)) << "no id, no title";
}

TEST(ModelVillageRules, EveryShippedItemIsFoundByItsOwnIdAndName) {
    const ModelVillageRules rules = modelVillageRules({}).value();
    EXPECT_EQ(rules.headings.size(), 5U);
    for (std::size_t i = 0; i < rules.items.size(); ++i) {
        EXPECT_EQ(rules.find(rules.items[i].id), i);
        EXPECT_EQ(rules.find(rules.items[i].name.vi), i) << rules.items[i].name.vi;
        EXPECT_EQ(rules.find(rules.items[i].name.en), i) << rules.items[i].name.en;
    }
}

} // namespace
} // namespace banlang
