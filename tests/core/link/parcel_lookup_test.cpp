// SPDX-License-Identifier: MIT
#include "core/link/parcel_lookup.h"
#include "tests/support/tables.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>

namespace banlang {
namespace {

struct Parcel {
    std::int32_t commune;
    std::string sheet;
    std::string number;
};

struct Parcels {
    explicit Parcels(const std::vector<Parcel>& parcels) {
        test::Texts sheets;
        test::Texts numbers;
        for (const Parcel& parcel : parcels) {
            links.commune.push_back(parcel.commune);
            sheets.push_back(parcel.sheet);
            numbers.push_back(parcel.number);
        }
        table = test::rowsOf(Role::parcels, {test::textColumn("sheet", sheets), test::textColumn("number", numbers)});
    }
    [[nodiscard]] std::int32_t find(std::int32_t commune, std::string_view sheet, std::string_view number) const {
        const ParcelName names[] = {{commune, sheet, number}};
        return findParcels(table, links, names).at(0);
    }

    FeatureTable table;
    TableLinks links;
};

TEST(ParcelLookup, AParcelIsNamedByCommuneSheetAndNumber) {
    const Parcels parcels({{0, "21", "87"}, {1, "21", "87"}, {0, "87", "21"}, {0, "21", "87a"}});
    EXPECT_EQ(parcels.find(0, "21", "87"), 0);
    EXPECT_EQ(parcels.find(1, "21", "87"), 1);
    EXPECT_EQ(parcels.find(0, "87", "21"), 2);
    EXPECT_EQ(parcels.find(0, "21", "87a"), 3);
    EXPECT_EQ(parcels.find(2, "21", "87"), notLinked);
    EXPECT_EQ(parcels.find(0, "21", "88"), notLinked);
    EXPECT_EQ(parcels.find(0, "21", "87A"), 3) << "numbers are compared without case and outer blanks";
    EXPECT_EQ(parcels.find(0, " 21", "87\u00A0"), 0);
}

TEST(ParcelLookup, ZerosInFrontOfANumberSayNothing) {
    const Parcels parcels({{0, "07", "0012"}, {0, "7a", "12"}});
    EXPECT_EQ(parcels.find(0, "7", "12"), 0);
    EXPECT_EQ(parcels.find(0, "007", "12"), 0);
    EXPECT_EQ(parcels.find(0, "07a", "12"), notLinked) << "it is no plain number";
}

TEST(ParcelLookup, ANumberIsNeededASheetIsNot) {
    const Parcels parcels({{0, "", "5"}, {0, "1", ""}});
    EXPECT_EQ(parcels.find(0, "", "5"), 0) << "some communes have one sheet without a number";
    EXPECT_EQ(parcels.find(0, "1", ""), notLinked);
    EXPECT_EQ(parcels.find(notLinked, "1", "5"), notLinked);
}

TEST(ParcelLookup, OfSeveralParcelsNoneIsMeant) {
    const Parcels parcels({{0, "1", "5"}, {0, "01", "5"}, {notLinked, "1", "6"}, {0, "1", "6"}});
    EXPECT_EQ(parcels.find(0, "1", "5"), ambiguousParcel);
    EXPECT_EQ(parcels.find(0, "1", "6"), 3) << "a parcel of no commune is not in the way";
}

TEST(ParcelLookup, WithoutParcelsNothingIsFound) {
    const ParcelName names[] = {{0, "1", "5"}};
    EXPECT_EQ(findParcels(emptyTable(Role::parcels), {}, names), std::vector<std::int32_t>{notLinked});
    EXPECT_TRUE(findParcels(Parcels({{0, "1", "5"}}).table, {}, {}).empty());
}

TEST(ParcelLookup, AgreesWithLookingAtEveryParcel) {
    std::mt19937 draw(3);
    std::vector<Parcel> all;
    for (int i = 0; i < 40'000; ++i)
        all.push_back({static_cast<std::int32_t>(draw() % 6) - 1, fmt::format("{}", draw() % 60), fmt::format("{}", draw() % 200)});
    const Parcels parcels(all);
    std::vector<Parcel> asked;
    for (int i = 0; i < 300; ++i)
        asked.push_back(
            {static_cast<std::int32_t>(draw() % 6) - 1, fmt::format("{}", draw() % 70), fmt::format("{:04}", draw() % 220)});
    asked.push_back(asked.front());
    std::vector<ParcelName> names;
    for (const Parcel& parcel : asked) names.push_back({parcel.commune, parcel.sheet, parcel.number});
    const std::vector<std::int32_t> found = findParcels(parcels.table, parcels.links, names);
    ASSERT_EQ(found.size(), names.size());
    for (std::size_t i = 0; i < asked.size(); ++i) {
        std::int32_t expected = notLinked;
        for (std::size_t row = 0; asked[i].commune >= 0 && row < all.size(); ++row) {
            if (all[row].commune != asked[i].commune || all[row].sheet != asked[i].sheet ||
                std::stoi(all[row].number) != std::stoi(asked[i].number))
                continue;
            expected = expected == notLinked ? static_cast<std::int32_t>(row) : ambiguousParcel;
        }
        ASSERT_EQ(found[i], expected) << asked[i].commune << ' ' << asked[i].sheet << ' ' << asked[i].number;
    }
}

TEST(ParcelLookup, TheKeyOfAParcelHasThreeParts) {
    const ParcelKeyText key = splitParcelKey("00874/21/87");
    EXPECT_EQ(key.commune, "00874");
    EXPECT_EQ(key.sheet, "21");
    EXPECT_EQ(key.number, "87");
    EXPECT_EQ(splitParcelKey("00874/21/87/2").number, "87/2") << "a part of a divided parcel";
    EXPECT_EQ(splitParcelKey("00874//87").number, "87");
    for (const std::string_view none : {"", "00874", "00874/21", "/"}) {
        EXPECT_EQ(splitParcelKey(none).commune, "") << none;
        EXPECT_EQ(splitParcelKey(none).number, "") << none;
    }
}

} // namespace
} // namespace banlang
