// SPDX-License-Identifier: MIT
#include "core/link/admin_unit_index.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

/// Villages of two communes; the name Bản Sản stands in both.
FeatureTable villages() {
    FeatureTable table = emptyTable(Role::villages);
    const std::pair<const char*, const char*> rows[] = {{"00101", "Bản Sản"}, {"00102", "Hoà Mỹ"}, {"00201", "Bản Sản"}};
    for (const auto& [code, name] : rows) {
        for (Column& column : table.columns) {
            if (column.name == "code")
                column.text.append(code);
            else if (column.name == "name")
                column.text.append(name);
            else if (column.name == "kind")
                column.text.append("Thôn");
            else
                column.appendMissing();
        }
        ++table.rowCount;
    }
    return table;
}
constexpr std::int32_t communeOf[] = {0, 0, 1};

TEST(UnitLadder, TakesTheKindInFrontOfANameOrNot) {
    const AdminUnitIndex index(villages(), fields::villages.code, communeOf);
    for (const char* rawText : {"Bản Sản", "Thôn Bản Sản", "thôn bản sản", "Sản"})
        EXPECT_EQ(index.find(rawText, 1).row, 2) << rawText;
}

TEST(UnitLadder, ANameThatStandsTwiceNeedsItsCommune) {
    const AdminUnitIndex index(villages(), fields::villages.code, communeOf);
    EXPECT_EQ(index.find("Bản Sản", 0).row, 0);
    EXPECT_EQ(index.find("Bản Sản").row, notLinked);
    EXPECT_TRUE(index.find("Bản Sản").ambiguous);
    EXPECT_EQ(index.find("Hoà Mỹ", 1).row, notLinked) << "it lies in the other commune";
}

TEST(UnitLadder, ReadsACodeThatASpreadsheetTurnedIntoANumberButNoOther) {
    const AdminUnitIndex index(villages(), fields::villages.code, communeOf);
    EXPECT_EQ(index.find("00102").method, LinkMethod::code);
    EXPECT_EQ(index.find("102").row, 1);
    EXPECT_EQ(index.find("0102").row, notLinked);
}

TEST(UnitLadder, FoldsToneMarksBeforeItDropsThem) {
    const AdminUnitIndex index(villages(), fields::villages.code, communeOf);
    EXPECT_EQ(index.find("Hoà Mỹ").method, LinkMethod::name);
    EXPECT_EQ(index.find("Hòa Mĩ").method, LinkMethod::foldedName);
    EXPECT_EQ(index.find("HOA MY").row, 1);
    EXPECT_EQ(index.find("Hoà Mỵ Đông").row, notLinked);
}

} // namespace
} // namespace banlang
