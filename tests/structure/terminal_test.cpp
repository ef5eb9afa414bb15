// SPDX-License-Identifier: MIT
// Holds the rule that verbs print through cli/terminal.h alone: what they quote of data is shown, never obeyed by a terminal.
#include "tests/structure/source_files.h"

#include <gtest/gtest.h>

#include <regex>
#include <string>

namespace banlang::structure {
namespace {

bool prints(const std::string& code) {
    static const std::regex ways(
        R"(\bfmt::v?print\b|\bstd::(v?f?printf|f?puts|f?putc|putchar|fwrite|perror|print|println|cout|cerr|clog)\b|\bv?f?printf\()");
    return std::regex_search(code, ways);
}

TEST(Terminal, VerbsPrintThroughOneDoor) {
    int files = 0;
    for (const SourceFile& file : sources()) {
        if (!file.path.starts_with("cli/") || file.path == "cli/terminal.cpp") continue;
        ++files;
        for (const std::string& line : file.lines)
            EXPECT_FALSE(prints(codeOf(line))) << file.path << ": " << line << "\ntakes print or printError of cli/terminal.h";
    }
    EXPECT_GT(files, 30);
}

TEST(Terminal, OtherWaysToPrintAreFound) {
    for (const char* code : {"fmt::print(\"{}\", a);", "    fmt::print(stderr, \"x\");", "std::fputs(a, stdout);",
                             "std::cerr << a;", "std::fprintf(stderr, \"%s\", a);", "printf(\"x\");"})
        EXPECT_TRUE(prints(code)) << code;
    for (const char* code :
         {"print(\"{}\\n\", a);", "printError(\"{}\\n\", a);", "printJson(\"map\", fields);", "snprintf(a, 3, \"x\");"})
        EXPECT_FALSE(prints(code)) << code;
}

} // namespace
} // namespace banlang::structure
