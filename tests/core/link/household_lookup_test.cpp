// SPDX-License-Identifier: MIT
#include "core/link/link.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::DistrictBuilder;
using test::twoCommunes;

/// Vàng Mí Sò lives in both villages of the first commune, Sùng A Páo once in the whole district.
DistrictBuilder withHouseholds() {
    DistrictBuilder builder = twoCommunes();
    builder.add(Role::households, {{"id", "h1"}, {"village_code", "0087401"}, {"head_name", "Vàng Mí Sò"}});
    builder.add(Role::households, {{"id", "h2"}, {"village_code", "0087402"}, {"head_name", "Vàng Mí Sò"}});
    builder.add(Role::households, {{"id", "h3"}, {"village_code", "0087402"}, {"head_name", "Sùng A Páo"}});
    builder.add(Role::households, {{"id", "h4"}, {"village_code", "0087701"}, {"head_name", "Ly Thị Hoà"}});
    builder.add(Role::households, {{"id", "h5"}, {"village_code", "0087701"}, {"head_name", "Ly Thị Hoa"}});
    return builder;
}

struct Found {
    std::int32_t household;
    LinkMethod method;
    std::string reasonId;
    std::string scope;
};

Found houseOf(DistrictBuilder::Fields fields) {
    District district = withHouseholds().add(Role::houses, fields).unlinked();
    const auto reports = linkDistrict(district);
    const auto& unresolved = reports[indexOf(Role::houses)].unresolved;
    const TableLinks& links = district.linksOf(Role::houses);
    return {links.household[0], links.method[0], unresolved.empty() ? "" : unresolved[0].reasonId,
            unresolved.empty() ? "" : unresolved[0].scope};
}

TEST(HeadOfHousehold, NamesItsHouseholdWithinTheVillage) {
    const Found found = houseOf({{"id", "n"}, {"head_name", "Vàng Mí Sò"}, {"village_code", "Sủng Chang"}});
    EXPECT_EQ(found.household, 1);
    EXPECT_EQ(found.method, LinkMethod::headOfHousehold);
    EXPECT_EQ(found.reasonId, "");
}

TEST(HeadOfHousehold, IsReadInTheSpellingsOfOffices) {
    for (const char* rawText : {"VÀNG MÍ SÒ", "Ông Vàng Mí Sò", "hộ ông  Vàng Mý Sò", "Vang Mi So"})
        EXPECT_EQ(houseOf({{"id", "n"}, {"head_name", rawText}, {"village_code", "0087401"}}).household, 0) << rawText;
}

TEST(HeadOfHousehold, IsOpenWhereTwoBearTheNameAndTheCommuneIsAllThatIsSaid) {
    const Found found = houseOf({{"id", "n"}, {"head_name", "Vàng Mí Sò"}, {"commune_code", "00874"}});
    EXPECT_EQ(found.household, notLinked);
    EXPECT_EQ(found.reasonId, "ambiguous");
    EXPECT_EQ(found.scope, "00874");
    EXPECT_EQ(houseOf({{"id", "n"}, {"head_name", "Sùng A Páo"}, {"commune_code", "Nà Sáng"}}).household, 2);
}

TEST(HeadOfHousehold, WithoutAnyPlaceNamesNobody) {
    const Found found = houseOf({{"id", "n"}, {"head_name", "Sùng A Páo"}});
    EXPECT_EQ(found.household, notLinked);
    EXPECT_EQ(found.reasonId, "village-missing");
}

TEST(HeadOfHousehold, OfAnotherVillageIsNotTaken) {
    const Found found = houseOf({{"id", "n"}, {"head_name", "Sùng A Páo"}, {"village_code", "0087401"}});
    EXPECT_EQ(found.household, notLinked);
    EXPECT_EQ(found.reasonId, "unknown");
    EXPECT_EQ(found.scope, "0087401");
}

TEST(HeadOfHousehold, PeopleWhoseNamesDifferByAnAccentAreTwo) {
    const auto household = [](const char* head) {
        return houseOf({{"id", "n"}, {"head_name", head}, {"village_code", "Cốc Vén"}});
    };
    EXPECT_EQ(household("Ly Thị Hòa").household, 3) << "the tone at its other place";
    EXPECT_EQ(household("Ly Thị Hoa").household, 4);
    EXPECT_EQ(household("Ly Thị Hóa").household, notLinked);
    EXPECT_EQ(household("ly thi hoa").reasonId, "ambiguous");
}

TEST(HeadOfHousehold, HelpsWhereTheIdIsUnknownAndYieldsWhereItIsKnown) {
    EXPECT_EQ(houseOf({{"id", "n"}, {"household_id", "h99"}, {"head_name", "Sùng A Páo"}, {"village_code", "0087402"}}).household,
              2);
    const Found byId = houseOf({{"id", "n"}, {"household_id", "h4"}, {"head_name", "Sùng A Páo"}, {"village_code", "0087402"}});
    EXPECT_EQ(byId.household, 3);
    EXPECT_EQ(byId.reasonId, "");
    const Found neither = houseOf({{"id", "n"}, {"household_id", "h99"}, {"head_name", "Tráng A Lừ"}, {"village_code", "0087402"}});
    EXPECT_EQ(neither.household, notLinked);
    EXPECT_EQ(neither.reasonId, "unknown");
}

TEST(HeadOfHousehold, IsToldByTheParcelThatIsNamedBesides) {
    DistrictBuilder builder = withHouseholds();
    for (const auto& [number, household] : {std::pair("1", "h2"), {"2", "h3"}})
        builder.add(Role::parcels, {{"commune_code", "00874"}, {"sheet", "1"}, {"number", number}, {"household_id", household}},
                    "POLYGON ((1500 10,1510 10,1510 20,1500 20,1500 10))");
    for (const char* number : {"1", "2"})
        builder.add(Role::donations,
                    {{"id", number}, {"commune_code", "00874"}, {"sheet", "1"}, {"number", number}, {"head_name", "Vàng Mí Sò"}});
    const District district = builder.linked();
    EXPECT_EQ(district.linksOf(Role::donations).household[0], 1) << "two bear the name, one of them holds the parcel";
    EXPECT_EQ(district.linksOf(Role::donations).household[1], notLinked) << "the parcel of another household tells nothing";
    EXPECT_EQ(district.linksOf(Role::donations).parcel[1], 1);
}

TEST(HeadOfHousehold, IsNoFaultInADistrictWithoutHouseholds) {
    District district =
        twoCommunes().add(Role::gardens, {{"id", "v"}, {"head_name", "Sùng A Páo"}, {"village_code", "0087401"}}).unlinked();
    EXPECT_TRUE(linkDistrict(district)[indexOf(Role::gardens)].unresolved.empty());
}

} // namespace
} // namespace banlang
