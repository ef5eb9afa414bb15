// SPDX-License-Identifier: MIT
#include "core/text/named_code.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

TEST(NamedCode, IsACodeWithANameBehindIt) {
    for (const char* text : {"00874 Thị trấn Tam Sơn", "00874 - Thị trấn Tam Sơn", "00874: Thị trấn Tam Sơn",
                             "00874 – Thị trấn Tam Sơn", "00874\u00a0Thị trấn Tam Sơn"}) {
        const auto named = namedCode(text);
        ASSERT_TRUE(named) << text;
        EXPECT_EQ(named->code, "00874") << text;
        EXPECT_EQ(named->name, "Thị trấn Tam Sơn") << text;
    }
    EXPECT_EQ(namedCode(codeAndName("874", "Đông Hà"))->name, "Đông Hà");
}

TEST(NamedCode, WhatIsAnythingElseIsNone) {
    for (const char* text :
         {"", "00874", "Tam Sơn", "00874 00877", "00874 ", "00874B", "12 Tam Sơn", "12345678901 Tam Sơn", "Tam Sơn 00874"})
        EXPECT_FALSE(namedCode(text)) << text;
}

TEST(NamedCode, NamesAreOneWhereOnlyToneMarkPlacesOrAccentsAsAWholeDiffer) {
    EXPECT_TRUE(isSameName("Xã Thuận Hoà", "Thuận Hòa"));
    EXPECT_TRUE(isSameName("Thị trấn Tam Sơn", "TAM SON"));
    EXPECT_TRUE(isSameName("Xã Bản Máy", "Bản Máy"));
    EXPECT_TRUE(isSameName("BAN MAY", "Xã Bản Máy"));
    EXPECT_FALSE(isSameName("Xã Bản Máy", "Bản Mày"));
    EXPECT_FALSE(isSameName("Nà Tạt", "Nà Tát"));
    EXPECT_FALSE(isSameName("", ""));
}

} // namespace
} // namespace banlang
