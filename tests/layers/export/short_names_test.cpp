// SPDX-License-Identifier: MIT
#include "layers/export/display_name.h"
#include "layers/export/row_style.h"
#include "layers/export/short_names.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace banlang {
namespace {

using testing::ElementsAre;

TEST(ShortNames, AreTenAsciiLettersAtMost) {
    EXPECT_THAT(shortNames({"code", "declared_area_m2", "Diện tích hiến (m²)"}), ElementsAre("code", "declared_a", "dien_tich_"));
    EXPECT_TRUE(shortNames({}).empty());
}

TEST(ShortNames, WhereTwoBecomeOneTheyAreNumbered) {
    EXPECT_THAT(shortNames({"labour_days_pledged", "labour_days_given", "labour_days_left", "ten", "Tên"}),
                ElementsAre("labour_day", "labour_da1", "labour_da2", "ten", "ten1"));
    EXPECT_THAT(shortNames({"a1", "a", "A"}), ElementsAre("a1", "a", "a2")) << "a number that another has already is passed over";
}

TEST(ShortNames, StayDifferentHoweverManyThereAre) {
    std::vector<std::string> names;
    for (int i = 0; i < 1'200; ++i) names.push_back(fmt::format("labour_days_of_week_{}", i));
    const std::vector<std::string> cut = shortNames(names);
    EXPECT_EQ(std::set<std::string>(cut.begin(), cut.end()).size(), names.size());
    for (const std::string& name : cut) EXPECT_LE(name.size(), 10U);
}

TEST(DisplayName, IsTheLabelElseTheColumnsOwnName) {
    const std::vector<AttributeName> names{{"code", {"Mã", "Code"}}, {"empty", {"", ""}}};
    EXPECT_EQ(displayName(names, "code", Language::vietnamese), "Mã");
    EXPECT_EQ(displayName(names, "code", Language::english), "Code");
    EXPECT_EQ(displayName(names, "empty", Language::english), "empty");
    EXPECT_EQ(displayName(names, "unknown", Language::vietnamese), "unknown");
    const std::string className(classNameColumnName);
    EXPECT_NE(displayName(names, className, Language::vietnamese), className) << "columns that the export adds have words, too";
}

} // namespace
} // namespace banlang
