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

RecordKey keyOf(Role role, DistrictBuilder::Fields row) {
    const FeatureTable rows = rowsOf(role, {row});
    return KeyReader(rows, recordKind(role)).key(0);
}

TEST(KnownRecords, PartsOfAKeyDoNotRunTogether) {
    EXPECT_EQ(keyOf(Role::parcels, {{"commune_code", "1"}, {"sheet", "12"}, {"number", "3"}}),
              keyOf(Role::parcels, {{"number", "3"}, {"commune_code", "1"}, {"sheet", "12"}}));
    EXPECT_FALSE(keyOf(Role::parcels, {{"commune_code", "1"}, {"sheet", "12"}, {"number", "3"}}) ==
                 keyOf(Role::parcels, {{"commune_code", "1"}, {"sheet", "1"}, {"number", "23"}}));
    EXPECT_FALSE(keyOf(Role::parcels, {{"commune_code", "1"}, {"sheet", "12"}}) ==
                 keyOf(Role::parcels, {{"commune_code", "1"}, {"number", "12"}}));
}

TEST(KnownRecords, AKeyIsShownAsPeopleWriteIt) {
    const FeatureTable parcels = rowsOf(Role::parcels, {{{"commune_code", "00901"}, {"sheet", "12"}, {"number", "3"}},
                                                        {{"commune_code", "00901"}, {"number", "3"}}});
    const KeyReader reader(parcels, recordKind(Role::parcels));
    EXPECT_EQ(reader.text(0), "00901/12/3");
    EXPECT_EQ(reader.text(1), "00901/3");
}

TEST(KnownRecords, AHeadStandsInForAnIdTogetherWithTheVillage) {
    const auto listed = [](std::string_view id, std::string_view head, std::string_view village) {
        return keyOf(Role::supportList,
                     {{"household_id", id}, {"head_name", head}, {"village_code", village}, {"listed_on", "2022-01-01"}});
    };
    EXPECT_EQ(listed("h1", "Vàng Mí Sò", "v1"), listed("h1", "Vang Mi So", "v2")) << "the id is known: the rest says nothing";
    EXPECT_EQ(listed("", "Vàng Mí Sò", "v1"), listed("", "VÀNG  MÍ SÒ", "v1"));
    EXPECT_FALSE(listed("", "Vàng Mí Sò", "v1") == listed("", "Vàng Mí Sò", "v2"));
    EXPECT_FALSE(listed("", "Vàng Mí Sò", "v1") == listed("Vàng Mí Sò", "", "v1")) << "a name is no id";
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

TEST(KnownRecords, AHouseholdIsNamedByItsIdToTheLetter) {
    KnownRecords known;
    known.add(Role::households, rowsOf(Role::households, {{{"id", "h1"}, {"village_code", "101"}, {"head_name", "Lù Seo Páo"}}}));
    EXPECT_TRUE(known.hasWord(Role::households, "h1"));
    EXPECT_FALSE(known.hasWord(Role::households, "H1"));
    EXPECT_EQ(known.villageOfHousehold("h1"), "101");
    EXPECT_EQ(known.villageOfHousehold("h2"), "");
}

TEST(KnownRecords, RowsThatAreHeldMayNotBeRepeatedAndNameNothing) {
    const FeatureTable rows = rowsOf(Role::villages, {{{"code", "101"}, {"name", "Bản Sản"}, {"commune_code", "1"}}});
    KnownRecords held;
    held.hold(Role::villages, rows);
    const RecordKey key = KeyReader(rows, recordKind(Role::villages)).key(0);
    EXPECT_TRUE(held.hasKey(Role::villages, key));
    EXPECT_FALSE(held.hasKey(Role::communes, key));
    EXPECT_FALSE(held.hasWord(Role::villages, "101"));
    EXPECT_FALSE(held.villages().hasCode("101"));
    KnownRecords kept;
    kept.add(Role::villages, rows);
    EXPECT_TRUE(kept.hasKey(Role::villages, key));
    EXPECT_TRUE(kept.villages().hasCode("101"));
    EXPECT_EQ(kept.villages().parentOf("101"), "1");
}

TEST(KnownRecords, KindsWithoutAKeyRepeatNothing) {
    const FeatureTable rows = rowsOf(Role::saturdays, {{{"date", "2022-05-14"}, {"commune_code", "1"}}});
    KnownRecords known;
    known.add(Role::saturdays, rows);
    EXPECT_FALSE(known.any(Role::saturdays));
}

} // namespace
} // namespace banlang
