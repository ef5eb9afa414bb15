// SPDX-License-Identifier: MIT
#include "core/text/formula_escape.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

TEST(InertText, WhatASpreadsheetWouldRunGetsAnApostrophe) {
    EXPECT_EQ(escapeFormulas("=HYPERLINK(\"http://x\")"), "'=HYPERLINK(\"http://x\")");
    EXPECT_EQ(escapeFormulas("@SUM(1)"), "'@SUM(1)");
    EXPECT_EQ(escapeFormulas("+84 912 345 678"), "'+84 912 345 678");
    EXPECT_EQ(escapeFormulas("-1+2"), "'-1+2");
    EXPECT_EQ(escapeFormulas("\t=1"), "'\t'=1");
    EXPECT_EQ(escapeFormulas("\r=1"), "'\r'=1");
    EXPECT_EQ(escapeFormulas("＝1"), "'＝1");
}

TEST(InertText, ACellThatAnotherMarkWouldStartIsGuardedToo) {
    EXPECT_EQ(escapeFormulas("Nà Sáng;=1"), "Nà Sáng;'=1");
    EXPECT_EQ(escapeFormulas("Nà Sáng,=1"), "Nà Sáng,'=1");
    EXPECT_EQ(escapeFormulas("a\n@x"), "a\n'@x");
    EXPECT_EQ(escapeFormulas("\",\"=1"), "\",\"'=1");
}

TEST(InertText, NamesStayAsTheyAre) {
    for (const char* name : {"", "Xã Nà Sáng", "Pa-ri", "thửa 12-3", "A & B", "5 = 5", "'quoted'", "đường 1, đoạn 2"}) {
        EXPECT_EQ(escapeFormulas(name), name);
        EXPECT_EQ(unescapeFormulas(name), name);
    }
}

TEST(InertText, ComesBackToTheLetter) {
    for (const char* text : {"=1", "'=1", "''=1", "a,'+b,-c", "\t\t=1", "\r\n-", "'", "''", "+", "',=", "\"-\"", "－5;＠x"}) {
        EXPECT_EQ(unescapeFormulas(escapeFormulas(text)), text);
        EXPECT_NE(escapeFormulas(text).substr(0, 1), "=");
    }
}

} // namespace
} // namespace banlang
