// SPDX-License-Identifier: MIT
#include "core/text/inert_text.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

TEST(InertText, WhatASpreadsheetWouldRunGetsAnApostrophe) {
    EXPECT_EQ(inertText("=HYPERLINK(\"http://x\")"), "'=HYPERLINK(\"http://x\")");
    EXPECT_EQ(inertText("@SUM(1)"), "'@SUM(1)");
    EXPECT_EQ(inertText("+84 912 345 678"), "'+84 912 345 678");
    EXPECT_EQ(inertText("-1+2"), "'-1+2");
    EXPECT_EQ(inertText("\t=1"), "'\t'=1");
    EXPECT_EQ(inertText("\r=1"), "'\r'=1");
    EXPECT_EQ(inertText("＝1"), "'＝1");
}

TEST(InertText, ACellThatAnotherMarkWouldStartIsGuardedToo) {
    EXPECT_EQ(inertText("Nà Sáng;=1"), "Nà Sáng;'=1");
    EXPECT_EQ(inertText("Nà Sáng,=1"), "Nà Sáng,'=1");
    EXPECT_EQ(inertText("a\n@x"), "a\n'@x");
    EXPECT_EQ(inertText("\",\"=1"), "\",\"'=1");
}

TEST(InertText, NamesStayAsTheyAre) {
    for (const char* name : {"", "Xã Nà Sáng", "Pa-ri", "thửa 12-3", "A & B", "5 = 5", "'quoted'", "đường 1, đoạn 2"}) {
        EXPECT_EQ(inertText(name), name);
        EXPECT_EQ(withoutGuards(name), name);
    }
}

TEST(InertText, ComesBackToTheLetter) {
    for (const char* text : {"=1", "'=1", "''=1", "a,'+b,-c", "\t\t=1", "\r\n-", "'", "''", "+", "',=", "\"-\"", "－5;＠x"}) {
        EXPECT_EQ(withoutGuards(inertText(text)), text);
        EXPECT_NE(inertText(text).substr(0, 1), "=");
    }
}

} // namespace
} // namespace banlang
