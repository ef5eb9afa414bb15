// SPDX-License-Identifier: MIT
// A store whose rules cannot be read is told by every verb that works by rules, and nothing shipped stands in for them.
#include "tests/e2e/made_once.h"
#include "tests/support/execute_sql.h"

namespace banlang::e2e {
namespace {

TEST(BrokenRules, AreAnErrorOfEveryVerbUntilTheyAreReset) {
    const Folder folder;
    const std::string store = sampleStore(folder);
    const std::string rules = (folder / "gap_rules.toml").string();
    std::ofstream(rules) << "[stale]\nno_record_days = 3\n";
    ASSERT_EQ(banlang({"rules", store, "--set", rules}).exitCode, 0);
    test::executeSql(store, "UPDATE banlang_rules SET text = '[stale]' || char(10) || 'no_record_day = 3'");
    const std::string picture = (folder / "a.png").string();
    const std::string table = (folder / "a.csv").string();
    const std::vector<std::vector<std::string>> verbs = {
        {"status", store},
        {"gaps", store},
        {"conclusion", store},
        {"criteria", store},
        {"emulation", store},
        {"rank", store},
        {"landtake", store},
        {"check", store},
        {"units", store},
        {"layers", store},
        {"map", store, "--layer", "gap-stale-data", "-o", picture},
        {"export", store, "--layer", "gap-stale-data", "-o", table},
        {"pack", store, "-o", (folder / "pack").string()},
    };
    for (std::vector<std::string> verb : verbs) {
        verb.insert(verb.end(), {"--json", "--lang", "en"});
        const Outcome outcome = banlang(verb);
        EXPECT_EQ(outcome.exitCode, 2) << verb[0] << outcome.err;
        const nlohmann::json error = outcome.json()["error"];
        EXPECT_EQ(error["code"], "bad-rules") << verb[0];
        EXPECT_NE(error["message"].get<std::string>().find("no_record_day"), std::string::npos) << verb[0];
        EXPECT_NE(error["hint"].get<std::string>().find("--reset gap_rules.toml"), std::string::npos) << verb[0];
        EXPECT_EQ(error["where"]["file"], store) << verb[0];
        EXPECT_EQ(error["where"]["layer"], "gap_rules.toml") << verb[0];
        EXPECT_EQ(error["where"]["row"], 2) << verb[0];
    }
    EXPECT_FALSE(fs::exists(picture));
    EXPECT_FALSE(fs::exists(table));
    EXPECT_EQ(banlang({"rules", store, "--list"}).exitCode, 0) << "who mends them sees them";
    EXPECT_NE(banlang({"rules", store, "--show", "gap_rules.toml"}).out.find("no_record_day"), std::string::npos);
    ASSERT_EQ(banlang({"rules", store, "--reset", "gap_rules.toml"}).exitCode, 0);
    EXPECT_EQ(banlang({"gaps", store}).exitCode, 0);
}

TEST(RulesVerb, AFileThatNobodyWroteIsRefusedUnread) {
    const Folder folder;
    const std::string store = sampleStore(folder);
    const std::string before = readFile(store);
    const std::string rules = (folder / "gap_rules.toml").string();
    std::ofstream(rules) << "[stale]\nno_record_days = 3\n";
    fs::resize_file(rules, std::uintmax_t{1} << 40U);
    const Outcome outcome = banlang({"rules", store, "--set", rules, "--json", "--lang", "en"});
    EXPECT_EQ(outcome.exitCode, 3) << outcome.err;
    const nlohmann::json error = outcome.json()["error"];
    EXPECT_EQ(error["code"], "file-too-large");
    EXPECT_EQ(error["where"]["file"], rules);
    EXPECT_NE(error["message"].get<std::string>().find("1,048,576.0 MiB, more than the 4.0 MiB"), std::string::npos) << error;
    EXPECT_EQ(readFile(store), before);
}

} // namespace
} // namespace banlang::e2e
