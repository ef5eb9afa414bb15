// SPDX-License-Identifier: MIT
#include "core/text/terminal_text.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace banlang {
namespace {

TEST(TerminalText, KeepsWhatPeopleWrite) {
    for (const char* text :
         {"", "Thôn Bản Sản\t12 m²\n", "dòng một\r\ndòng hai\r\n", "\xF0\x9F\x8F\xA0", "“ngoặc” – gạch", "\\x1B"})
        EXPECT_EQ(terminalText(text), text);
}

TEST(TerminalText, ShowsEveryCodeThatATerminalWouldObey) {
    EXPECT_EQ(terminalText("a\x1B]0;title\x07"
                           "b"),
              "a\\x1B]0;title\\x07b");
    EXPECT_EQ(terminalText("\x1B[2Jx\x7F\b"), "\\x1B[2Jx\\x7F\\x08");
    EXPECT_EQ(terminalText("\u009B2J\u0085\u0080\u009F"), "\\x9B2J\\x85\\x80\\x9F");
    EXPECT_EQ(terminalText(std::string_view("a\0b", 3)), "a\\x00b");
    EXPECT_EQ(terminalText("good\rbad"), "good\\x0Dbad") << "writes over the line";
    EXPECT_EQ(terminalText("end\r"), "end\\x0D");
}

TEST(TerminalText, ShowsWhatTurnsTheWritingRound) {
    EXPECT_EQ(terminalText("\u202Efdp.exe\u202C"), "\\u202Efdp.exe\\u202C");
    EXPECT_EQ(terminalText("\u2066a\u2069 \u200Fb\u061C"), "\\u2066a\\u2069 \\u200Fb\\u061C");
    EXPECT_EQ(terminalText("a\u2028b\u2029"), "a\\u2028b\\u2029");
    EXPECT_EQ(terminalText("\u2027\u202F\u2065\u206A"), "\u2027\u202F\u2065\u206A") << "their neighbours stay";
}

TEST(TerminalText, ABrokenCharacterHidesNothing) {
    EXPECT_EQ(terminalText("\xE1\xBA"
                           "x"),
              "\uFFFD\uFFFDx");
    EXPECT_EQ(terminalText("\x9B"
                           "2J"),
              "\uFFFD"
              "2J")
        << "one byte that older terminals obey";
    EXPECT_EQ(terminalText("\xC0\x9B"), "\uFFFD\uFFFD") << "written longer than it is";
    EXPECT_EQ(terminalText("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD") << "half a surrogate pair";
}

TEST(TerminalJson, MeansTheSameAndHoldsNoCodes) {
    const nlohmann::json whole = {{"tên \u009B", "a\x1B\u202E\u2028\x7F\tb\nđ"}};
    const std::string text = terminalJson(whole.dump(2));
    for (const char* code : {"\u009B", "\x1B", "\u202E", "\u2028", "\x7F"}) EXPECT_EQ(text.find(code), std::string::npos) << text;
    EXPECT_NE(text.find("\\u009b"), std::string::npos) << text;
    EXPECT_NE(text.find("tên"), std::string::npos) << "letters stay readable";
    EXPECT_EQ(nlohmann::json::parse(text), whole);
}

} // namespace
} // namespace banlang
