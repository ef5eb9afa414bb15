// SPDX-License-Identifier: MIT
#include "core/text/letter_case.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

TEST(LetterCase, KnowsNamesThatAreWrittenAsNames) {
    EXPECT_TRUE(isInNameCase("Khuổi Trăng"));
    EXPECT_TRUE(isInNameCase("Lý Á"));
    EXPECT_TRUE(isInNameCase("Ngàm Đăng Vài"));
    EXPECT_FALSE(isInNameCase("KHUỔI TRĂNG"));
    EXPECT_FALSE(isInNameCase("Pù LAY"));
    EXPECT_FALSE(isInNameCase("khuổi Trăng"));
}

TEST(LetterCase, WritesNamesAsNames) {
    EXPECT_EQ(inNameCase("KHUỔI TRĂNG"), "Khuổi Trăng");
    EXPECT_EQ(inNameCase("Pù LAY"), "Pù Lay");
    EXPECT_EQ(inNameCase("đường thượng"), "Đường Thượng");
    EXPECT_EQ(inNameCase("lũng cú"), "Lũng Cú");
}

TEST(LetterCase, ACapitalInFrontLeavesTheRest) {
    EXPECT_EQ(withCapital("đặc khu Phú Quốc"), "Đặc khu Phú Quốc");
    EXPECT_EQ(withCapital("UBND"), "UBND");
    EXPECT_EQ(withCapital(""), "");
}

} // namespace
} // namespace banlang
