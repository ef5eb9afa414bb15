// SPDX-License-Identifier: MIT
#include "core/text/keys.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

TEST(Keys, HalfDecomposedTextBecomesPrecomposed) {
    EXPECT_EQ(toNfc("H\u01A1\u0309"), "Hở");
    EXPECT_EQ(toNfc("Ha\u0300 Giang"), "Hà Giang");
}

TEST(Keys, NamesCompareWithoutTheWordForTheUnit) {
    for (const char* name : {"Xã Nà Sáng", "xã  Nà Sáng", "NÀ SÁNG", "X. Nà Sáng", "Na\u0300 Sa\u0301ng"})
        EXPECT_EQ(nameKey(name), "nà sáng") << name;
    for (const char* name : {"TT. Phiêng Sương", "Thị trấn Phiêng Sương", "TT Phiêng Sương"})
        EXPECT_EQ(nameKey(name), "phiêng sương") << name;
    EXPECT_EQ(nameKey("Xã"), "xã");
    EXPECT_EQ(nameKey("Thônglong"), "thônglong");
}

TEST(Keys, BothPlacesOfTheToneAreOne) {
    EXPECT_EQ(foldedNameKey("Thuận Hoà"), foldedNameKey("Thuận Hòa"));
    EXPECT_EQ(foldedNameKey("Thanh Thuỷ"), foldedNameKey("Thanh Thủy"));
    EXPECT_EQ(foldedNameKey("Mỹ Sơn"), foldedNameKey("Mĩ Sơn"));
    EXPECT_NE(foldedNameKey("Tả Lủng"), foldedNameKey("Tả Lùng"));
    EXPECT_NE(foldedNameKey("Ngọc Linh"), foldedNameKey("Ngọc Minh"));
}

TEST(Keys, AccentFreeTurnsDWithStrokeIntoD) {
    EXPECT_EQ(withoutDiacritics("Đường Thượng"), "duong thuong");
    EXPECT_EQ(withoutDiacritics("  Nguyễn   Thị Hữu "), "nguyen thi huu");
}

TEST(Keys, HeadersBecomeWords) {
    EXPECT_EQ(headerKey("Diện tích hiến (m²)"), "dien_tich_hien_m2");
    EXPECT_EQ(headerKey("SHBANDO"), "shbando");
    EXPECT_EQ(headerKey("  Mã xã / phường "), "ma_xa_phuong");
}

} // namespace
} // namespace banlang
