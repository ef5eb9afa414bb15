// SPDX-License-Identifier: MIT
#include "core/link/admin_unit_index.h"

#include <gtest/gtest.h>

#include <array>

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
    EXPECT_EQ(index.find("Bản Sản").failure, MatchFailure::several);
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

FeatureTable named(Role role, std::initializer_list<std::array<const char*, 3>> units) {
    FeatureTable table = emptyTable(role);
    for (const auto& [code, name, kind] : units) {
        for (Column& column : table.columns) {
            if (column.name == "code")
                column.text.append(code);
            else if (column.name == "name")
                column.text.append(name);
            else if (column.name == "kind")
                column.text.append(kind);
            else
                column.appendMissing();
        }
        ++table.rowCount;
    }
    return table;
}

TEST(UnitLadder, NamesThatDifferByAToneAreTwoUnitsAlsoWhereOneOfThemIsNotThere) {
    const AdminUnitIndex index(named(Role::communes, {{"00101", "Nà Tát", "Xã"}, {"00102", "Sung Trang", "Xã"}}),
                               fields::communes.code, {});
    EXPECT_EQ(index.find("Nà Tạt").row, notLinked);
    EXPECT_EQ(index.find("Na Tat").row, 0) << "written without any accent";
    EXPECT_EQ(index.find("Sủng Trang").row, 1) << "the list was written without any";
}

TEST(UnitLadder, AKindThatIsSaidTellsTwoUnitsOfOneNameApart) {
    const AdminUnitIndex index(named(Role::communes, {{"00916", "Việt Lâm", "Thị trấn"}, {"00949", "Việt Lâm", "Xã"}}),
                               fields::communes.code, {});
    EXPECT_EQ(index.find("Xã Việt Lâm").row, 1);
    EXPECT_EQ(index.find("thị trấn Việt Lâm").row, 0);
    EXPECT_EQ(index.find("Việt Lâm").failure, MatchFailure::several);
}

TEST(UnitLadder, ADistrictIsNoTownOfItsName) {
    const AdminUnitIndex index(named(Role::communes, {{"00913", "Phiêng Sương", "Thị trấn"}}), fields::communes.code, {});
    for (const char* rawText : {"Huyện Phiêng Sương", "huyen Phieng Suong", "Thị xã Phiêng Sương", "Thành phố Phiêng Sương"})
        EXPECT_EQ(index.find(rawText).row, notLinked) << rawText;
    EXPECT_EQ(index.find("TT Phiêng Sương").row, 0);
}

TEST(UnitLadder, AVillageCodeMeansTheVillageOfTheCommuneThatIsNamed) {
    const AdminUnitIndex communes(named(Role::communes, {{"00874", "Nà Sáng", "Xã"}, {"00877", "Thuận Hoà", "Xã"}}),
                                  fields::communes.code, {});
    const FeatureTable table =
        named(Role::villages, {{"1", "A", "Thôn"}, {"1", "B", "Thôn"}, {"2", "C", "Thôn"}, {"0087703", "D", "Thôn"}});
    constexpr std::int32_t parents[] = {0, 1, 1, 1};
    const AdminUnitIndex index(table, fields::villages.code, parents, &communes);
    EXPECT_EQ(index.find("1", 0).row, 0);
    EXPECT_EQ(index.find("1", 1).row, 1);
    EXPECT_EQ(index.find("1").failure, MatchFailure::several);
    EXPECT_EQ(index.find("2").row, 2) << "the only one, and no commune is named";
    EXPECT_EQ(index.find("2", 0).failure, MatchFailure::elsewhere) << "that of the other commune is not meant";
    EXPECT_EQ(index.find("0087703", 0).row, 3) << "the code says its commune itself";
    EXPECT_EQ(index.find("87703", 0).row, 3);
}

} // namespace
} // namespace banlang
