// SPDX-License-Identifier: MIT
#include "core/intake/known_records.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::DistrictBuilder;

FeatureTable rowsOf(Role role, std::initializer_list<DistrictBuilder::Fields> rows) {
    DistrictBuilder builder;
    for (const auto& row : rows) builder.add(role, row);
    return builder.unlinked().table(role);
}

TEST(KnownRecords, RowsThatAreKeptCanBeNamedByCodeAndName) {
    KnownRecords known;
    EXPECT_FALSE(known.any(Role::roads));
    known.add(Role::roads, rowsOf(Role::roads, {{{"id", "R1"}, {"name", "Đường Bản Lạn - Nà Sáng"}}}));
    EXPECT_TRUE(known.any(Role::roads));
    EXPECT_TRUE(known.hasWord(Role::roads, "R1"));
    EXPECT_TRUE(known.hasWord(Role::roads, "ĐƯỜNG BẢN LẠN - NÀ SÁNG"));
    EXPECT_FALSE(known.hasWord(Role::roads, "R2"));
    EXPECT_FALSE(known.hasWord(Role::villages, "R1"));
}

TEST(KnownRecords, AHouseholdIsNamedByItsNumberHoweverItIsWritten) {
    KnownRecords known;
    known.add(Role::households, rowsOf(Role::households, {{{"id", "h1"}, {"village_code", "101"}, {"head_name", "Lù Seo Páo"}}}));
    EXPECT_TRUE(known.hasWord(Role::households, "h1"));
    EXPECT_TRUE(known.hasWord(Role::households, " H1 "));
    EXPECT_FALSE(known.hasWord(Role::households, "h01"));
    EXPECT_FALSE(known.hasWord(Role::households, "Lù Seo Páo"));
    EXPECT_EQ(known.villageOfHousehold("h1"), "101");
    EXPECT_EQ(known.villageOfHousehold("h2"), "");
}

TEST(KnownRecords, ANumberThatHouseholdsOfTwoVillagesBearTellsOfNoVillage) {
    KnownRecords known;
    known.add(Role::households,
              rowsOf(Role::households, {{{"id", "1"}, {"village_code", "101"}}, {{"id", "2"}, {"village_code", "101"}}}));
    known.add(Role::households, rowsOf(Role::households, {{{"id", "1"}, {"village_code", "201"}}}));
    EXPECT_EQ(known.villageOfHousehold("1"), "");
    EXPECT_EQ(known.villageOfHousehold("2"), "101");
}

TEST(KnownRecords, RowsWithoutANumberAreNoHouseholdOfThatNumber) {
    KnownRecords known;
    known.add(Role::households, rowsOf(Role::households, {{{"head_name", "Lù Seo Páo"}, {"village_code", "101"}}}));
    EXPECT_TRUE(known.any(Role::households));
    EXPECT_EQ(known.villageOfHousehold(""), "");
}

TEST(KnownRecords, AParcelIsNamedByCommuneSheetAndNumber) {
    KnownRecords known;
    known.add(Role::parcels, rowsOf(Role::parcels, {{{"commune_code", "00901"}, {"sheet", "12"}, {"number", "3A"}}}));
    EXPECT_TRUE(known.hasParcel("00901", "12", "3a"));
    EXPECT_TRUE(known.hasParcel("00901", " 12", "3A\u00A0"));
    EXPECT_FALSE(known.hasParcel("00904", "12", "3A"));
    EXPECT_FALSE(known.hasParcel("00901", "1", "23A")) << "parts do not run together";
}

TEST(KnownRecords, AParcelIsKnownByTheKeyOfALaterReportOfIt) {
    KnownRecords known;
    known.add(Role::parcels, rowsOf(Role::parcels, {{{"commune_code", "00901"}, {"sheet", "12"}, {"number", "3A"}}}));
    const FeatureTable later = rowsOf(Role::parcels, {{{"number", " 3a"}, {"sheet", "12"}, {"commune_code", "00901"}},
                                                      {{"number", "4"}, {"sheet", "12"}, {"commune_code", "00901"}}});
    const RecordKeyReader reader(later, recordKind(Role::parcels));
    EXPECT_TRUE(known.isNumbered(Role::parcels, reader.key(0)));
    EXPECT_FALSE(known.isNumbered(Role::parcels, reader.key(1)));
}

TEST(KnownRecords, AVillageCodeThatTwoCommunesGaveIsOfBoth) {
    KnownRecords known;
    known.add(Role::villages, rowsOf(Role::villages, {{{"code", "1"}, {"name", "Bản Sản"}, {"commune_code", "00901"}},
                                                      {{"code", "1"}, {"name", "Cốc Vén"}, {"commune_code", "00904"}},
                                                      {{"code", "2"}, {"name", "Nà Tạt"}, {"commune_code", "00901"}}}));
    EXPECT_EQ(known.villages().parentOf("1"), "");
    EXPECT_TRUE(known.villages().isUnder("1", "00901"));
    EXPECT_TRUE(known.villages().isUnder("1", "00904"));
    EXPECT_FALSE(known.villages().isUnder("2", "00904"));
    EXPECT_EQ(known.villages().parentOf("2"), "00901");
}

} // namespace
} // namespace banlang
