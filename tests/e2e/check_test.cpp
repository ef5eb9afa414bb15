// SPDX-License-Identifier: MIT
// The quality report on the shipped sample: it names the faults that were planted, and little else.
#include "tests/e2e/made_once.h"

#include <gmock/gmock.h>

#include <map>
#include <set>

namespace banlang::e2e {
namespace {

using Json = nlohmann::json;

std::map<std::string, Json> rulesOf(const Outcome& outcome) {
    const Json report = outcome.json();
    EXPECT_EQ(report["schema"], "banlang/check/1");
    EXPECT_TRUE(report["ok"]);
    std::map<std::string, Json> rules;
    for (const Json& rule : report["rules"]) rules[rule["id"]] = rule;
    return rules;
}

std::vector<std::string> keysOf(const Json& rule) {
    std::vector<std::string> keys;
    for (const Json& example : rule["examples"]) keys.push_back(example["key"]);
    return keys;
}

TEST(Check, FindsThePlantedFaultsOfTheSampleAndLittleElse) {
    const Folder folder;
    const std::string store = sampleStore(folder);
    const Outcome outcome = banlang({"check", store, "--as-of", "2022-05-18", "--json"});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
    auto rules = rulesOf(outcome);
    EXPECT_GE(rules.size(), 20U);
    EXPECT_EQ(keysOf(rules["parcel-outside-village"]), std::vector<std::string>{"00901/997/1"});
    EXPECT_EQ(keysOf(rules["parcel-outside-commune"]), std::vector<std::string>{"00901/997/1"});
    EXPECT_THAT(keysOf(rules["unlinked"]), testing::UnorderedElementsAre("HD02347", "HD02348", "VT90001"));
    EXPECT_EQ(keysOf(rules["donation-above-parcel"]), std::vector<std::string>{"HD90002"});
    EXPECT_EQ(keysOf(rules["implausible-date"]), std::vector<std::string>{"HD90003"});
    EXPECT_EQ(keysOf(rules["negative-value"]), std::vector<std::string>{"HD90001"});
    EXPECT_EQ(rules["saturday-not-saturday"]["count"], 1);
    const std::set<std::string> planted{"parcel-outside-village", "parcel-outside-commune", "donation-above-parcel",
                                        "implausible-date",       "negative-value",         "saturday-not-saturday",
                                        "duplicate-key",          "sum-mismatch",           "loan-without-household"};
    EXPECT_EQ(keysOf(rules["loan-without-household"]), std::vector<std::string>{"VT90001"});
    EXPECT_EQ(rules["duplicate-event"]["count"], 0) << "a shift that a later file tells again is one";
    EXPECT_EQ(keysOf(rules["duplicate-key"]), std::vector<std::string>{"HD00001"});
    for (const auto& [id, rule] : rules) {
        for (const char* field : {"severity", "title", "fix", "count", "examples"}) EXPECT_TRUE(rule.contains(field)) << id;
        // Lanes of one hamlet may end a few steps apart by chance.
        const int most = planted.contains(id) ? 1 : id == "unlinked" ? 3 : id == "road-dangling" ? 10 : 0;
        EXPECT_LE(rule["count"].get<int>(), most) << id;
    }
    EXPECT_EQ(rules["unlinked"]["by_role"], (Json{{"donations", 2}, {"gardens", 1}}));
    const Json example = rules["unlinked"]["examples"][0];
    EXPECT_EQ(example["role"], "donations");
    EXPECT_GT(example["row"].get<int>(), 0);
    EXPECT_FALSE(example["finding"].get<std::string>().empty());
    EXPECT_TRUE(example["measure"].is_number());
}

TEST(Check, TheGateExitsWith4AndStillPrintsTheReport) {
    const Folder folder;
    const std::string store = sampleStore(folder);
    const Outcome failed = banlang({"check", store, "--fail-on", "error", "--json"});
    EXPECT_EQ(failed.exitCode, 4);
    EXPECT_EQ(failed.json()["gate"], "failed");
    EXPECT_GE(rulesOf(failed).size(), 20U);
    const Outcome passed = banlang({"check", store, "--fail-on", "error", "--rule", "unlinked", "--json"});
    EXPECT_EQ(passed.exitCode, 0) << "a warning is no error";
    EXPECT_EQ(passed.json()["gate"], "passed");
    EXPECT_EQ(banlang({"check", store, "--fail-on", "warn", "--rule", "unlinked"}).exitCode, 4);
    EXPECT_EQ(banlang({"check", store, "--fail-on", "warn", "--rule", "duplicate-event"}).exitCode, 0);
}

TEST(Check, OneRuleAndItsExamplesCanBeAskedForInBothLanguages) {
    const Folder folder;
    const std::string store = sampleStore(folder);
    const Outcome one = banlang({"check", store, "--rule", "unlinked", "--examples", "1", "--json"});
    const Json rules = one.json()["rules"];
    ASSERT_EQ(rules.size(), 1U);
    EXPECT_EQ(rules[0]["count"], 3);
    EXPECT_EQ(rules[0]["examples"].size(), 1U);
    const Outcome vietnamese = banlang({"check", store, "--rule", "unlinked"});
    const Outcome english = banlang({"check", store, "--rule", "unlinked", "--lang", "en"});
    EXPECT_THAT(vietnamese.out, testing::HasSubstr("không có thửa số “7”"));
    EXPECT_THAT(english.out, testing::HasSubstr("no parcel number “7”"));
}

TEST(Check, AnUnknownRuleIsWrongUsageAndNamesTheKnownOnes) {
    const Outcome outcome = banlang({"check", "/không/có.gpkg", "--rule", "beauty", "--json"});
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_THAT(outcome.json()["error"]["hint"].get<std::string>(), testing::HasSubstr("boundary-gaps"));
    EXPECT_EQ(banlang({"check", "/không/có.gpkg"}).exitCode, 3);
}

} // namespace
} // namespace banlang::e2e
