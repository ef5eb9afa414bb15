// SPDX-License-Identifier: MIT
// Every verb that takes --unit finds the same units, and says so where there is none.
#include "tests/e2e/made_once.h"

namespace banlang::e2e {
namespace {

using Json = nlohmann::json;

TEST(UnitOption, StatusOfACommuneByAnyOfItsNames) {
    const Folder folder;
    const std::string store = sampleStore(folder);
    const Json byCode = banlang({"status", store, "--unit", "00901", "--json"}).json()["units"];
    ASSERT_GT(byCode.size(), 1U);
    EXPECT_EQ(byCode[0]["name"], "Xã Nà Sáng");
    for (const char* name : {"Nà Sáng", "Xã Nà Sáng", "xa na sang", "Na\u0300 Sa\u0301ng"})
        EXPECT_EQ(banlang({"status", store, "--unit", name, "--json"}).json()["units"], byCode) << name;
    const Outcome words = banlang({"status", store, "--unit", "Nà Sáng"});
    EXPECT_EQ(words.exitCode, 0);
    EXPECT_NE(words.out.find("Xã Nà Sáng  00901"), std::string::npos) << words.out;
    const Json village = banlang({"status", store, "--unit", "Lùng Đeng, Nà Sáng", "--json"}).json()["units"];
    ASSERT_EQ(village.size(), 1U);
    EXPECT_EQ(village[0]["code"], "0090102");
}

TEST(UnitOption, AnUnknownUnitIsAnErrorOfEveryVerb) {
    const Folder folder;
    const std::string store = sampleStore(folder);
    const std::string picture = (folder / "a.png").string();
    const std::vector<std::vector<std::string>> verbs = {
        {"status", store}, {"criteria", store}, {"map", store, "--layer", "communes", "-o", picture}};
    for (std::vector<std::string> verb : verbs) {
        verb.insert(verb.end(), {"--json", "--unit", "Nà Sàng"});
        const Outcome outcome = banlang(verb);
        EXPECT_EQ(outcome.exitCode, 2) << verb[0] << outcome.err;
        EXPECT_EQ(outcome.json()["error"]["code"], "unknown-unit") << verb[0];
        EXPECT_NE(outcome.json()["error"]["hint"].get<std::string>().find("Xã Nà Sáng"), std::string::npos) << outcome.out;
    }
    EXPECT_FALSE(fs::exists(picture));
    EXPECT_EQ(banlang({"criteria", store, "--unit", "nà sáng", "--json"}).json()["communes"].size(), 1U);
    EXPECT_EQ(banlang({"map", store, "--layer", "communes", "-o", picture, "--size", "200x200", "--unit", "Xã Nà Sáng"}).exitCode,
              0);
}

} // namespace
} // namespace banlang::e2e
