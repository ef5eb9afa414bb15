// SPDX-License-Identifier: MIT
#include "core/analysis/rules/detail/rule_reader.h"
#include "core/analysis/rules/rule_texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang::detail {
namespace {

TEST(RuleReader, ReadsEveryKindOfEntry) {
    RuleReader reader("x.toml");
    const toml::table table = reader.parse("name = \"Nà Sáng\"\nlabel = { vi = \"Thi đua\", en = \"Emulation\" }\nweight = 2.5\n"
                                           "days = 30\nverified = true\nfrom = 2022-03-08\nwords = [\"bê tông\", \"nhựa\"]\n"
                                           "scale = \"share\"\n[[item]]\nid = \"1\"\n[[item]]\nid = \"2\"\n");
    EXPECT_EQ(reader.text(table, "name"), "Nà Sáng");
    EXPECT_EQ(reader.words(table, "label"), (Bilingual{"Thi đua", "Emulation"}));
    EXPECT_EQ(reader.number(table, "weight"), 2.5);
    EXPECT_EQ(reader.number(table, "days"), 30);
    EXPECT_EQ(reader.whole(table, "days", 7), 30);
    EXPECT_TRUE(reader.flag(table, "verified", false));
    EXPECT_EQ(reader.date(table, "from", true), Date::fromYmd(2022, 3, 8));
    EXPECT_THAT(reader.texts(table, "words"), testing::ElementsAre("bê tông", "nhựa"));
    EXPECT_EQ(reader.oneOf(table, "scale", {"percent", "share"}, 0), 1U);
    std::vector<std::string> ids;
    reader.each(table, "item", [&](const toml::table& item) { ids.push_back(reader.text(item, "id")); });
    EXPECT_THAT(ids, testing::ElementsAre("1", "2"));
    EXPECT_TRUE(reader.finish(1));
}

TEST(RuleReader, WhatIsLeftOutIsAsAgreed) {
    RuleReader reader("x.toml");
    const toml::table empty = reader.parse("");
    EXPECT_EQ(reader.text(empty, "name", false), "");
    EXPECT_EQ(reader.number(empty, "weight"), std::nullopt);
    EXPECT_EQ(reader.whole(empty, "days", 7), 7);
    EXPECT_TRUE(reader.flag(empty, "verified", true));
    EXPECT_FALSE(reader.date(empty, "from", false).known());
    EXPECT_TRUE(reader.texts(empty, "words").empty());
    EXPECT_EQ(reader.oneOf(empty, "scale", {"percent", "share"}, 1), 1U);
    reader.each(empty, "item", [](const toml::table&) { FAIL(); });
    EXPECT_FALSE(reader.failure());
}

/// Reads one entry of a file of which the second row is given, and returns what went wrong.
template <class Read> Error refusalOf(const std::string& row, const Read& read) {
    RuleReader reader("x.toml");
    const toml::table table = reader.parse("first = 1\n" + row + "\n");
    read(reader, table);
    const Result<int> result = reader.finish(1);
    if (result) {
        ADD_FAILURE() << row << " was accepted";
        return {};
    }
    return result.error();
}

TEST(RuleReader, AnEntryOfAnotherKindIsRefusedWithItsRow) {
    const auto refused = [](const std::string& row, const auto& read) {
        const Error error = refusalOf(row, read);
        EXPECT_EQ(error.where.row, 2) << row;
        EXPECT_EQ(error.where.file, "x.toml");
        EXPECT_EQ(error.code, "bad-rules");
        EXPECT_FALSE(error.message.vi.empty() || error.message.en.empty() || error.hint.vi.empty() || error.hint.en.empty());
    };
    refused("a = 7", [](RuleReader& reader, const toml::table& table) { (void)reader.text(table, "a"); });
    refused("a = \"7\"", [](RuleReader& reader, const toml::table& table) { (void)reader.number(table, "a"); });
    refused("a = 7.5", [](RuleReader& reader, const toml::table& table) { (void)reader.whole(table, "a", 1); });
    refused("a = 1", [](RuleReader& reader, const toml::table& table) { (void)reader.flag(table, "a", true); });
    refused("a = \"2022-03-08\"", [](RuleReader& reader, const toml::table& table) { (void)reader.date(table, "a", true); });
    refused("a = [\"x\", 3]", [](RuleReader& reader, const toml::table& table) { (void)reader.texts(table, "a"); });
    refused("a = \"x\"", [](RuleReader& reader, const toml::table& table) { (void)reader.texts(table, "a"); });
    refused("a = \"x\"", [](RuleReader& reader, const toml::table& table) { (void)reader.words(table, "a"); });
    refused("a = { vi = \"x\", en = \"x\", fr = \"x\" }",
            [](RuleReader& reader, const toml::table& table) { (void)reader.words(table, "a"); });
    refused("a = \"x\"", [](RuleReader& reader, const toml::table& table) { reader.each(table, "a", [](const toml::table&) {}); });
    refused("a = [1, 2]", [](RuleReader& reader, const toml::table& table) { reader.each(table, "a", [](const toml::table&) {}); });
    refused("a = \"z\"", [](RuleReader& reader, const toml::table& table) { (void)reader.oneOf(table, "a", {"x", "y"}, 0); });
    refused("a = 1", [](RuleReader& reader, const toml::table& table) { reader.onlyKeys(table, {"first"}); });
    refused("a = { vi = \"x\" }", [](RuleReader& reader, const toml::table& table) { (void)reader.words(table, "a"); });
}

TEST(RuleReader, AMissingEntryIsNamed) {
    const Error error = refusalOf("", [](RuleReader& reader, const toml::table& table) { (void)reader.text(table, "title"); });
    EXPECT_THAT(error.message.en, testing::HasSubstr("title"));
    const Error day = refusalOf("", [](RuleReader& reader, const toml::table& table) { (void)reader.date(table, "from", true); });
    EXPECT_THAT(day.message.vi, testing::HasSubstr("from"));
}

TEST(RuleReader, ChoicesAreListedForWhoChoseWrongly) {
    const Error error = refusalOf("a = \"z\"", [](RuleReader& reader, const toml::table& table) {
        EXPECT_EQ(reader.oneOf(table, "a", {"share", "penalty"}, 0), 0U);
    });
    EXPECT_THAT(error.hint.vi, testing::HasSubstr("share, penalty"));
}

TEST(RuleReader, TheFirstMistakeIsTold) {
    RuleReader reader("x.toml");
    const toml::table table = reader.parse("a = 1\nb = 2\n");
    (void)reader.text(table, "b");
    (void)reader.text(table, "a");
    EXPECT_EQ(reader.finish(1).error().where.row, 2);
}

TEST(RuleReader, ATextThatIsNoTomlIsRefusedAtItsRow) {
    RuleReader reader("x.toml");
    EXPECT_TRUE(reader.parse("a = 1\nb = 2\nc = Nà Sáng\n").empty());
    EXPECT_EQ(reader.finish(1).error().where.row, 3);
}

std::optional<Error> unlike(std::string_view own) {
    RuleReader reader("x.toml");
    const toml::table shipped = reader.parse("[loan]\ndays = 30\nshare = 0.5\nwords = [\"x\"]\n");
    reader.refuseUnlike(reader.parse(own), shipped);
    return reader.failure();
}

TEST(RuleReader, AFileOfADistrictIsHeldAgainstTheShippedOne) {
    EXPECT_FALSE(unlike(""));
    EXPECT_FALSE(unlike("[loan]\ndays = 45\nwords = []\n"));
    EXPECT_FALSE(unlike("[loan]\nshare = 1\n")) << "a whole number where any number may stand";
    EXPECT_TRUE(unlike("[loan]\nday = 45\n"));
    EXPECT_TRUE(unlike("[loans]\ndays = 45\n"));
    EXPECT_TRUE(unlike("[loan]\ndays = 45.5\n")) << "half a day";
    EXPECT_TRUE(unlike("[loan]\ndays = \"45\"\n"));
    EXPECT_TRUE(unlike("[loan]\nwords = \"x\"\n"));
    EXPECT_TRUE(unlike("[loan]\ndays = 0\n"));
    EXPECT_TRUE(unlike("[loan]\nshare = -0.1\n"));
    EXPECT_TRUE(unlike("loan = 3\n"));
    ASSERT_TRUE(unlike("[loan]\ndays = 45\nwords = 3\n"));
    EXPECT_EQ(unlike("[loan]\ndays = 45\nwords = 3\n")->where.row, 3);
}

TEST(RuleReader, ATextThatNobodyWroteIsRefusedWithItsSize) {
    const auto failureOf = [](std::size_t bytes) {
        RuleReader reader("x.toml");
        (void)reader.parse("#" + std::string(bytes - 1, ' '));
        return reader.failure();
    };
    EXPECT_FALSE(failureOf(largestRuleText));
    const auto failure = failureOf(largestRuleText + 1);
    ASSERT_TRUE(failure);
    EXPECT_EQ(failure->code, "file-too-large");
    EXPECT_EQ(failure->where.file, "x.toml");
    EXPECT_THAT(failure->message.en, testing::HasSubstr("4.0 MiB"));
}

} // namespace
} // namespace banlang::detail
