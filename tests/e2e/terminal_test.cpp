// SPDX-License-Identifier: MIT
// Names in data may hold codes that a terminal obeys. No verb hands them on, neither as words nor as JSON.
#include "tests/e2e/made_once.h"
#include "tests/support/other_program.h"

#include <cstdlib>

namespace banlang::e2e {
namespace {

/// Sets the title, clears the screen in two ways, turns the writing round.
constexpr const char* codes = "char(27) || ']0;x' || char(7) || char(155) || '2J' || char(8238)";

std::string storeOfStrangeNames(const Folder& folder) {
    const std::string store = sampleStore(folder);
    std::string sql;
    for (const char* table : {"communes", "villages", "roads", "households"}) {
        const char* const column = std::string_view(table) == "households" ? "head_name" : "name";
        sql += fmt::format("UPDATE {} SET {} = {} || {};", table, column, column, codes);
    }
    const test::OtherProgram edits(store, sql, test::OtherProgram::End::sudden);
    return store;
}

void expectNoCodes(const std::string& text, const std::string& what) {
    for (const char* code : {"\x1B", "\x07", "\u009B", "\u202E"}) EXPECT_EQ(text.find(code), std::string::npos) << what;
}

class Terminal : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder_ = new Folder;
        store_ = new std::string(storeOfStrangeNames(*folder_));
    }
    static void TearDownTestSuite() {
        delete store_;
        delete folder_;
    }
    static std::string place(const std::string& name) { return (*folder_ / name).string(); }

    static Folder* folder_;
    static std::string* store_;
};
Folder* Terminal::folder_ = nullptr;
std::string* Terminal::store_ = nullptr;

TEST_F(Terminal, ShowsTheCodesInNames) {
    const std::string shown = "\\x1B]0;x\\x07\\x9B2J\\u202E";
    for (const char* verb : {"status", "units", "landtake", "rank", "emulation", "criteria"}) {
        const Outcome outcome = banlang({verb, *store_});
        EXPECT_EQ(outcome.exitCode, 0) << outcome.err;
        EXPECT_NE(outcome.out.find(shown), std::string::npos) << verb;
        expectNoCodes(outcome.out + outcome.err, verb);
    }
}

TEST_F(Terminal, IsToldNothingByAnyVerb) {
    const std::vector<std::vector<std::string>> verbs = {
        {"check"},  {"gaps", "--gap", "house-late"}, {"conclusion"}, {"link"}, {"layers"}, {"office"},
        {"review"}, {"history", "roads", "ĐT00003"}, {"undo"},       {"rules"}};
    for (std::vector<std::string> words : verbs) {
        const std::string verb = words.front();
        words.insert(words.begin() + 1, *store_);
        const Outcome outcome = banlang(words);
        expectNoCodes(outcome.out + outcome.err, verb);
    }
}

TEST_F(Terminal, JsonMeansTheNamesAndHoldsNoCodes) {
    for (const char* verb : {"status", "units", "landtake", "rank", "emulation", "criteria", "link", "check"}) {
        const Outcome outcome = banlang({verb, *store_, "--json"});
        expectNoCodes(outcome.out + outcome.err, verb);
        EXPECT_TRUE(outcome.json()["ok"]) << verb;
    }
    const auto units = banlang({"units", *store_, "--json"});
    EXPECT_NE(units.out.find("\\u009b2J\\u202e"), std::string::npos) << units.out.substr(0, 2'000);
    EXPECT_NE(units.json().dump().find("\u009B2J\u202E"), std::string::npos) << "whoever parses it has the name as it is";
}

TEST_F(Terminal, WordsOfTheCommandLineAreShownToo) {
    const Outcome outcome = banlang({"status", "/không/có\x1B[2J\u009B.gpkg"});
    EXPECT_EQ(outcome.exitCode, 3);
    expectNoCodes(outcome.err, outcome.err);
    EXPECT_NE(outcome.err.find("có\\x1B[2J\\x9B"), std::string::npos) << outcome.err;
    const Outcome usage = banlang({"status", *store_, "--fly\x1B[2J"});
    EXPECT_EQ(usage.exitCode, 2);
    expectNoCodes(usage.err, usage.err);
}

/// Runs with its output on a full disk.
Outcome unheard(const std::vector<std::string>& words) {
    const Folder aside;
    std::string line = fmt::format("{}/banlang", BANLANG_BINARY_DIR);
    for (const std::string& word : words) line += " " + e2e::quoted(word);
    line += fmt::format(" > /dev/full 2> {}", e2e::quoted((aside / "err").string()));
    const int status = std::system(line.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, {}, readFile(aside / "err")};
}

TEST_F(Terminal, AnImportThatCannotBeToldIsInTheStoreAllTheSame) {
    const std::string store = place("mới.gpkg");
    for (const char* format : {"--json", "--quiet"}) {
        const Outcome outcome = unheard({"import", sampleFolder() + "/communes.gpkg", "--into", store, format});
        EXPECT_EQ(outcome.exitCode, 6) << outcome.err;
        EXPECT_NE(outcome.err.find("đã nằm trong kho"), std::string::npos) << outcome.err;
        EXPECT_NE(outcome.err.find("is in the store"), std::string::npos) << outcome.err;
    }
    EXPECT_EQ(banlang({"units", store, "--json"}).exitCode, 0);
    const Outcome planned = unheard({"import", sampleFolder() + "/villages.gpkg", "--into", store, "--dry-run", "--json"});
    EXPECT_EQ(planned.exitCode, 6);
    EXPECT_EQ(planned.err.find("is in the store"), std::string::npos) << planned.err;
    EXPECT_EQ(unheard({"status", *store_}).err.find("is in the store"), std::string::npos) << "it only reads";
}

/// A list of decisions that is longer than any memory: a file with a hole.
TEST_F(Terminal, OutOfMemoryIsSaidInWords) {
    const std::string endless = place("dài vô tận.json");
    std::ofstream(endless) << "[";
    fs::resize_file(endless, std::uintmax_t{1} << 36U);
    const Folder aside;
    for (const char* language : {"vi", "en"}) {
        const std::string line = fmt::format(
            "ulimit -v 800000; exec {}/banlang review {} --decide {} --by T --lang {} > /dev/null 2> {}", BANLANG_BINARY_DIR,
            e2e::quoted(*store_), e2e::quoted(endless), language, e2e::quoted((aside / "err").string()));
        const int status = std::system(line.c_str());
        const std::string said = readFile(aside / "err");
        ASSERT_TRUE(WIFEXITED(status)) << said;
        EXPECT_EQ(WEXITSTATUS(status), 1) << said;
        EXPECT_NE(said.find(std::string_view(language) == "vi" ? "Hết bộ nhớ" : "Out of memory"), std::string::npos) << said;
        EXPECT_EQ(said.find("internal error"), std::string::npos) << said;
    }
}

} // namespace
} // namespace banlang::e2e
