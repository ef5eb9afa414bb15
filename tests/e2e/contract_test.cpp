// SPDX-License-Identifier: MIT
// The command line as other scripts rely on it: exit codes, JSON envelope, streams.
#include "tests/e2e/command.h"

namespace banlang::e2e {
namespace {

TEST(Contract, WrongUsageExitsWith2) {
    EXPECT_EQ(banlang({}).exitCode, 2);
    EXPECT_EQ(banlang({"fly", "store.gpkg"}).exitCode, 2);
    EXPECT_EQ(banlang({"status"}).exitCode, 2);
    EXPECT_EQ(banlang({"map", "store.gpkg", "--layer", "parcels"}).exitCode, 2);
}

TEST(Contract, WrongUsageIsAlsoJsonWhenAsked) {
    const Outcome outcome = banlang({"status", "--json"});
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_FALSE(outcome.json()["ok"]);
    EXPECT_EQ(outcome.json()["error"]["code"], "usage");
}

TEST(Contract, HelpAndVersionExitWith0) {
    EXPECT_EQ(banlang({"--help"}).exitCode, 0);
    EXPECT_EQ(banlang({"import", "--help"}).exitCode, 0);
    EXPECT_EQ(banlang({"--version"}).exitCode, 0);
}

TEST(Contract, AStoreThatIsNotThereExitsWith3AndSaysSoInTheLanguageAskedFor) {
    for (const char* verb : {"status", "layers", "gaps", "conclusion", "rank", "landtake", "link"}) {
        const Outcome vietnamese = banlang({verb, "/không/có.gpkg", "--json"});
        EXPECT_EQ(vietnamese.exitCode, 3) << verb;
        const auto error = vietnamese.json();
        EXPECT_FALSE(error["ok"]);
        for (const char* field : {"code", "message", "hint", "where"})
            EXPECT_TRUE(error["error"].contains(field)) << verb << " " << field;
        const Outcome english = banlang({verb, "/không/có.gpkg", "--json", "--lang", "en"});
        EXPECT_NE(english.json()["error"]["message"], error["error"]["message"]) << verb;
    }
}

TEST(Contract, DoctorFindsThisMachineHealthy) {
    const Outcome outcome = banlang({"doctor", "--json"});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.out;
    EXPECT_EQ(outcome.json()["schema"], "banlang/doctor/1");
    EXPECT_TRUE(outcome.json()["ok"]);
}

TEST(Contract, DataGoesToStdoutAndMessagesToStderr) {
    const Outcome outcome = banlang({"status", "/không/có.gpkg"});
    EXPECT_EQ(outcome.out, "");
    EXPECT_NE(outcome.err, "");
}

} // namespace
} // namespace banlang::e2e
