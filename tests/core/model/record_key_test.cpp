// SPDX-License-Identifier: MIT
#include "core/model/record_key.h"
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
    return RecordKeyReader(rows, recordKind(role)).key(0);
}

TEST(RecordKey, PartsOfAKeyDoNotRunTogether) {
    EXPECT_EQ(keyOf(Role::parcels, {{"commune_code", "1"}, {"sheet", "12"}, {"number", "3"}}),
              keyOf(Role::parcels, {{"number", "3"}, {"commune_code", "1"}, {"sheet", "12"}}));
    EXPECT_FALSE(keyOf(Role::parcels, {{"commune_code", "1"}, {"sheet", "12"}, {"number", "3"}}) ==
                 keyOf(Role::parcels, {{"commune_code", "1"}, {"sheet", "1"}, {"number", "23"}}));
    EXPECT_FALSE(keyOf(Role::parcels, {{"commune_code", "1"}, {"sheet", "12"}}) ==
                 keyOf(Role::parcels, {{"commune_code", "1"}, {"number", "12"}}));
}

TEST(RecordKey, AKeyIsShownAsPeopleWriteIt) {
    const FeatureTable parcels = rowsOf(Role::parcels, {{{"commune_code", "00901"}, {"sheet", "12"}, {"number", "3"}},
                                                        {{"commune_code", "00901"}, {"number", "3"}}});
    const RecordKeyReader reader(parcels, recordKind(Role::parcels));
    EXPECT_EQ(reader.text(0), "00901/12/3");
    EXPECT_EQ(reader.text(1), "00901/3");
}

TEST(RecordKey, AHeadStandsInForAnIdTogetherWithTheVillage) {
    const auto listed = [](std::string_view id, std::string_view head, std::string_view village) {
        return keyOf(Role::supportList,
                     {{"household_id", id}, {"head_name", head}, {"village_code", village}, {"listed_on", "2022-01-01"}});
    };
    EXPECT_EQ(listed("h1", "Vàng Mí Sò", "v1"), listed("h1", "Vang Mi So", "v2")) << "the id is known: the rest says nothing";
    EXPECT_EQ(listed("", "Vàng Mí Sò", "v1"), listed("", "VÀNG  MÍ SÒ", "v1"));
    EXPECT_FALSE(listed("", "Vàng Mí Sò", "v1") == listed("", "Vàng Mí Sò", "v2"));
    EXPECT_FALSE(listed("", "Vàng Mí Sò", "v1") == listed("Vàng Mí Sò", "", "v1")) << "a name is no id";
}

TEST(RecordKey, ARowThatSaysOnlyTheColumnsOfItsKeyBearsTheSameKey) {
    for (const RecordKind& kind : recordKinds()) {
        FeatureTable whole = emptyTable(kind.role);
        FeatureTable part = emptyTable(kind.role);
        for (FeatureTable* rows : {&whole, &part}) {
            if (rows->geometry.kind != GeometryKind::none) rows->geometry.endFeature();
            rows->rowCount = 1;
        }
        for (Column& column : whole.columns) {
            if (column.type == ColumnType::text)
                column.text.append("x" + column.name);
            else if (column.type == ColumnType::number)
                column.numbers.push_back(7);
            else
                column.dates.push_back(*parseDate("2022-05-18"));
        }
        const std::uint64_t columns = RecordKeyReader(whole, kind).keyColumns(0);
        for (std::size_t i = 0; i < whole.columns.size(); ++i) {
            const bool said = ((columns >> i) & 1U) != 0;
            if (said && whole.columns[i].type == ColumnType::text)
                part.columns[i].text.append(whole.columns[i].text[0]);
            else if (said && whole.columns[i].type == ColumnType::number)
                part.columns[i].numbers.push_back(7);
            else if (said)
                part.columns[i].dates.push_back(whole.columns[i].dates[0]);
            else
                part.columns[i].appendMissing();
        }
        EXPECT_EQ(RecordKeyReader(part, kind).key(0), RecordKeyReader(whole, kind).key(0)) << kind.id;
    }
}

TEST(RecordKey, AnIssuedKeyIsThatOfARowWithIssuerAndNumber) {
    const RecordKey key = keyOf(Role::households, {{"issuer", "00901"}, {"id", "HN 7"}});
    EXPECT_EQ(issuedKey("00901", {"HN 7"}), key);
    EXPECT_NE(issuedKey("00904", {"HN 7"}), key);
}

} // namespace
} // namespace banlang
