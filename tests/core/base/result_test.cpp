// SPDX-License-Identifier: MIT
#include "core/base/bilingual.h"
#include "core/base/result.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

Error errorAt(ErrorPlace where, Bilingual hint = {"Sửa", "Mend it"}) {
    return {ErrorKind::failed, "x", {"Sai", "Wrong"}, std::move(hint), std::move(where)};
}

TEST(DescribeError, NamesEveryPartOfThePlaceThatIsKnown) {
    EXPECT_EQ(describe(errorAt({"a.xlsx", "Sheet1", 12, "Số thửa"}), Language::vietnamese),
              "a.xlsx / Sheet1 / dòng 12 / Số thửa: Sai. Sửa");
    EXPECT_EQ(describe(errorAt({"a.xlsx", "", 12, ""}), Language::english), "a.xlsx / row 12: Wrong. Mend it");
    EXPECT_EQ(describe(errorAt({}), Language::english), "Wrong. Mend it");
    EXPECT_EQ(describe(errorAt({"a.csv", "", -1, ""}, {}), Language::english), "a.csv: Wrong");
}

TEST(Bilingual, IsReadInOneLanguage) {
    const Bilingual text{"thôn", "village"};
    EXPECT_EQ(text.in(Language::vietnamese), "thôn");
    EXPECT_EQ(text.in(Language::english), "village");
    constexpr Label label{"xã", "commune"};
    EXPECT_EQ(label.in(Language::english), "commune");
    EXPECT_EQ(label.text(), (Bilingual{"xã", "commune"}));
}

Result<int> half(int value) {
    if (value % 2 != 0) return Unexpected(errorAt({"a", "", value, ""}));
    return value / 2;
}
Result<int> quarter(int value) {
    BANLANG_TRY(once, half(value));
    BANLANG_TRY(twice, half(once));
    return twice;
}

TEST(Result, TheFirstErrorComesOutAsItWas) {
    EXPECT_EQ(quarter(12), 3);
    ASSERT_FALSE(quarter(7));
    EXPECT_EQ(quarter(7).error().where.row, 7);
    EXPECT_EQ(quarter(6).error().where.row, 3);
}

} // namespace
} // namespace banlang
