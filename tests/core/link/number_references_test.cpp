// SPDX-License-Identifier: MIT
// Every commune has a household 1: whose number a record means.
#include "core/link/link.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::DistrictBuilder;

/// Three communes of the district of Quản Bạ, side by side, each with a village 1; households are told by their commune.
DistrictBuilder communes() {
    DistrictBuilder builder;
    const std::tuple<const char*, const char*, const char*> units[] = {
        {"00901", "Lùng Tám", "POLYGON ((0 0,1000 0,1000 1000,0 1000,0 0))"},
        {"00904", "Quyết Tiến", "POLYGON ((1000 0,2000 0,2000 1000,1000 1000,1000 0))"},
        {"00907", "Tả Ván", "POLYGON ((2000 0,3000 0,3000 1000,2000 1000,2000 0))"}};
    for (const auto& [code, name, place] : units) {
        builder.add(Role::communes, {{"code", code}, {"name", name}, {"kind", "Xã"}}, place);
        builder.add(Role::villages, {{"code", "1"}, {"name", "Bản Sản"}, {"kind", "Thôn"}, {"commune_code", code}}, place);
    }
    return builder;
}

DistrictBuilder& addHousehold(DistrictBuilder& builder, std::string_view issuer, std::string_view id) {
    return builder.add(Role::households, {{"id", id}, {"village_code", "1"}, {"issuer", issuer}});
}

struct Found {
    std::int32_t row = notLinked;
    LinkMethod method = LinkMethod::none;
    std::string reasonId;
    std::string scope;
};

Found linkedLast(const DistrictBuilder& builder, Role role, Reference reference) {
    District district = builder.unlinked();
    const auto reports = linkDistrict(district);
    const TableLinks& links = district.linksOf(role);
    Found found{linksTo(links, reference).back(), links.method.back(), {}, {}};
    for (const UnresolvedReference& unresolved : reports[indexOf(role)].unresolved) {
        if (unresolved.row + 1 != district.table(role).rowCount) continue;
        found.reasonId = unresolved.reasonId;
        found.scope = unresolved.scope;
    }
    return found;
}

Found gardenOf(DistrictBuilder builder, std::string_view issuer, std::string_view household) {
    builder.add(Role::gardens, {{"id", "V1"}, {"household_id", household}, {"issuer", issuer}});
    return linkedLast(builder, Role::gardens, Reference::household);
}

TEST(NumberReferences, MeanTheRecordOfTheirOwnIssuer) {
    DistrictBuilder builder = communes();
    for (const char* issuer : {"00907", "00904", "00901"}) addHousehold(builder, issuer, "1");
    EXPECT_EQ(gardenOf(builder, "00904", "1").row, 1);
    EXPECT_EQ(gardenOf(builder, "00904", "1").method, LinkMethod::key);
    EXPECT_EQ(gardenOf(builder, "00907", "1").row, 0);
}

TEST(NumberReferences, NeverMeanThatOfACommuneBeside) {
    DistrictBuilder builder = communes();
    addHousehold(builder, "00907", "1");
    const Found found = gardenOf(builder, "00904", "1");
    EXPECT_EQ(found.row, notLinked) << "household 1 of 00907 is another family";
    EXPECT_EQ(found.reasonId, "elsewhere");
    EXPECT_EQ(found.scope, "00904") << "so that a decision holds for this commune alone";
    EXPECT_EQ(gardenOf(builder, "00904", "2").reasonId, "unknown");
}

TEST(NumberReferences, AreComparedAsOfficesWriteThem) {
    DistrictBuilder builder = communes();
    addHousehold(builder, "00904", "Hộ 07");
    addHousehold(builder, "00904", "0012");
    for (const char* written : {" hộ 07", "HỘ  07", "hộ\u00A007", "Ｈộ 07"})
        EXPECT_EQ(gardenOf(builder, "00904", written).row, 0) << written;
    EXPECT_EQ(gardenOf(builder, "00904", "Hộ 7").row, notLinked);
    EXPECT_EQ(gardenOf(builder, "00904", "12").row, 1) << "a spreadsheet ate all the zeros";
    EXPECT_EQ(gardenOf(builder, "00904", "012").row, notLinked);
}

TEST(NumberReferences, OfANumberThatStandsTwiceAreOpen) {
    DistrictBuilder builder = communes();
    addHousehold(addHousehold(builder, "00904", "1"), "00904", "1");
    EXPECT_EQ(gardenOf(builder, "00904", "1").reasonId, "ambiguous");
}

/// On 1/7/2025 Quyết Tiến and Tả Ván became Đông Hà under a code of its own.
DistrictBuilder merged() {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "00901"}, {"name", "Lùng Tám"}, {"kind", "Xã"}},
                "POLYGON ((0 0,1000 0,1000 1000,0 1000,0 0))");
    for (const auto& [code, name] : {std::pair("00904", "Quyết Tiến"), {"00907", "Tả Ván"}}) {
        builder.add(Role::communes, {{"code", code}, {"name", name}, {"kind", "Xã"}, {"valid_to", "2025-07-01"}},
                    "POLYGON ((1000 0,2000 0,2000 1000,1000 1000,1000 0))");
        builder.add(Role::adminUnitChanges, {{"old_code", code}, {"new_code", "00999"}, {"changed_on", "2025-07-01"}});
    }
    builder.add(Role::communes, {{"code", "00999"}, {"name", "Đông Hà"}, {"kind", "Xã"}, {"valid_from", "2025-07-01"}},
                "POLYGON ((1000 0,2000 0,2000 1000,1000 1000,1000 0))");
    return builder;
}

TEST(NumberReferences, AreLookedForWithPredecessorsAndSuccessorsNext) {
    DistrictBuilder builder = merged();
    addHousehold(builder, "00904", "1");
    EXPECT_EQ(gardenOf(builder, "00999", "1").row, 0) << "numbered before the merger";
    EXPECT_EQ(gardenOf(builder, "00907", "1").reasonId, "elsewhere") << "merged into the same unit, yet never one";
    EXPECT_EQ(gardenOf(builder, "00901", "1").reasonId, "elsewhere");
    addHousehold(builder, "00907", "1");
    EXPECT_EQ(gardenOf(builder, "00999", "1").reasonId, "ambiguous") << "both predecessors have one";
    addHousehold(builder, "00999", "1");
    EXPECT_EQ(gardenOf(builder, "00999", "1").row, 2) << "its own goes before";
    DistrictBuilder later = merged();
    addHousehold(later, "00999", "1");
    EXPECT_EQ(gardenOf(later, "00904", "1").row, 0) << "the list of households came after the merger";
}

/// On 1/7/2025 the code 00904 went from Quyết Tiến, of which nothing goes on under it, to Tả Ván, which was 00907.
TEST(NumberReferences, OfACodeThatWasGivenAgainMeanRecordsOfTheUnitThatIsMeant) {
    DistrictBuilder builder;
    constexpr const char* west = "POLYGON ((0 0,1000 0,1000 1000,0 1000,0 0))";
    constexpr const char* east = "POLYGON ((1000 0,2000 0,2000 1000,1000 1000,1000 0))";
    builder.add(Role::communes, {{"code", "00904"}, {"name", "Quyết Tiến"}, {"valid_to", "2025-07-01"}}, west);
    builder.add(Role::communes, {{"code", "00907"}, {"name", "Tả Ván"}, {"valid_to", "2025-07-01"}}, east);
    builder.add(Role::communes, {{"code", "00904"}, {"name", "Tả Ván"}, {"valid_from", "2025-07-01"}}, east);
    builder.add(Role::villages, {{"code", "0090401"}, {"name", "A"}, {"commune_code", "00904"}, {"valid_to", "2025-07-01"}}, west);
    builder.add(Role::villages, {{"code", "0090701"}, {"name", "B"}, {"commune_code", "Tả Ván"}}, east);
    builder.add(Role::households, {{"id", "1"}, {"village_code", "0090401"}, {"issuer", "00904"}});
    const auto garden = [&](std::string_view date) {
        DistrictBuilder with = builder;
        with.add(Role::gardens,
                 {{"id", "v"}, {"household_id", "1"}, {"issuer", "00904"}, {"commune_code", "00904"}, {"registered_on", date}});
        return linkedLast(with, Role::gardens, Reference::household).row;
    };
    EXPECT_EQ(garden("2022-05-18"), 0);
    EXPECT_EQ(garden("2026-05-18"), notLinked) << "the household of Quyết Tiến is none of the new Tả Ván";
    builder.add(Role::households, {{"id", "1"}, {"village_code", "0090701"}, {"issuer", "00904"}});
    EXPECT_EQ(garden("2026-05-18"), 1);
}

/// Quyết Tiến and Tả Ván became Đông Hà, which goes on under the code of Quyết Tiến.
TEST(NumberReferences, OfAUnitThatKeptTheCodeOfAPredecessorMeanThoseOfAllPredecessors) {
    DistrictBuilder builder;
    constexpr const char* west = "POLYGON ((0 0,1000 0,1000 1000,0 1000,0 0))";
    builder.add(Role::communes, {{"code", "00904"}, {"name", "Quyết Tiến"}, {"valid_to", "2025-07-01"}}, west);
    builder.add(Role::communes, {{"code", "00907"}, {"name", "Tả Ván"}, {"valid_to", "2025-07-01"}}, west);
    builder.add(Role::communes, {{"code", "00904"}, {"name", "Đông Hà"}, {"valid_from", "2025-07-01"}}, west);
    for (const auto& [code, village] : {std::pair("00904", "0090401"), {"00907", "0090701"}}) {
        builder.add(Role::adminUnitChanges, {{"old_code", code}, {"new_code", "00904"}, {"changed_on", "2025-07-01"}});
        builder.add(Role::villages, {{"code", village}, {"name", code}, {"commune_code", code}, {"valid_to", "2025-07-01"}}, west);
    }
    const auto garden = [&](std::string_view household) {
        DistrictBuilder with = builder;
        with.add(Role::gardens, {{"id", "v"},
                                 {"household_id", household},
                                 {"issuer", "00904"},
                                 {"commune_code", "00904"},
                                 {"registered_on", "2026-03-01"}});
        return linkedLast(with, Role::gardens, Reference::household);
    };
    builder.add(Role::households, {{"id", "1"}, {"village_code", "0090401"}, {"issuer", "00904"}});
    builder.add(Role::households, {{"id", "2"}, {"village_code", "0090701"}, {"issuer", "00907"}});
    EXPECT_EQ(garden("1").row, 0);
    EXPECT_EQ(garden("2").row, 1);
    builder.add(Role::households, {{"id", "1"}, {"village_code", "0090701"}, {"issuer", "00907"}});
    EXPECT_EQ(garden("1").reasonId, "ambiguous");
}

DistrictBuilder& addRoad(DistrictBuilder& builder, std::string_view issuer, std::string_view id, std::string_view commune) {
    return builder.add(Role::roads, {{"id", id}, {"name", "Đường về bản"}, {"commune_code", commune}, {"issuer", issuer}},
                       "LINESTRING (0 15,1000 15)");
}

Found workOn(DistrictBuilder builder, std::string_view issuer, std::string_view commune, std::string_view road) {
    builder.add(Role::roadWorks, {{"id", "CT1"}, {"road_id", road}, {"commune_code", commune}, {"issuer", issuer}});
    return linkedLast(builder, Role::roadWorks, Reference::road);
}

TEST(NumberReferences, AreLookedForWithTheLevelsAbove) {
    DistrictBuilder builder = communes();
    addRoad(builder, "huyen:029", "ĐH.01", "00901");
    addRoad(builder, "tinh:02", "ĐT.181", "00901");
    addRoad(builder, "VN", "QL4C", "00901");
    addRoad(builder, "", "TX1", "00901");
    addRoad(builder, "huyen:030", "ĐH.02", "00901");
    for (const auto& [road, row] : {std::pair("ĐH.01", 0), {"đt.181", 1}, {"QL4C", 2}, {"TX1", 3}, {"ĐH.02", int{notLinked}}})
        EXPECT_EQ(workOn(builder, "00904", "00904", road).row, row) << road;
    EXPECT_EQ(workOn(builder, "00904", "00904", "ĐH.02").reasonId, "elsewhere") << "a road of another district";
    addRoad(builder, "00904", "ĐH.01", "00904");
    EXPECT_EQ(workOn(builder, "00904", "00904", "ĐH.01").row, 5) << "what the commune numbered itself goes before";
}

TEST(NumberReferences, ToARoadOfSeveralCommunesMeanTheStretchInTheirs) {
    DistrictBuilder builder = communes();
    addRoad(addRoad(builder, "VN", "QL4C", "00901"), "VN", "QL4C", "00904");
    EXPECT_EQ(workOn(builder, "00904", "00904", "QL4C").row, 1);
    EXPECT_EQ(workOn(builder, "00904", "", "QL4C").row, 1) << "the commune is that of the issuer";
    EXPECT_EQ(workOn(builder, "00907", "00907", "QL4C").reasonId, "ambiguous") << "no stretch lies there";
    addRoad(builder, "VN", "QL4C", "00904");
    EXPECT_EQ(workOn(builder, "00904", "00904", "QL4C").reasonId, "ambiguous");
}

TEST(NumberReferences, ARoadIsNamedWithinTheCommuneThatNumberedTheWork) {
    DistrictBuilder builder = communes();
    addRoad(addRoad(builder, "00901", "ĐX.01", "00901"), "00904", "ĐX.02", "00904");
    EXPECT_EQ(workOn(builder, "00904", "", "đường về bản").row, 1);
    EXPECT_EQ(workOn(builder, "00907", "00907", "Đường về bản").row, notLinked) << "known in other communes only";
    EXPECT_EQ(workOn(builder, "00907", "00907", "ĐX.01").reasonId, "elsewhere");
}

TEST(NumberReferences, OfAListOfTheOfficeMeanAnyThatBearsTheNumberAlone) {
    for (const char* office : {"", "huyen:029", "029", "tinh:02", "VN"}) {
        DistrictBuilder builder = communes();
        addHousehold(addHousehold(builder, "00904", "7"), "00907", "8");
        EXPECT_EQ(gardenOf(builder, office, "8").row, 1) << office;
        addHousehold(builder, "00901", "8");
        EXPECT_EQ(gardenOf(builder, office, "8").reasonId, "ambiguous") << office;
    }
}

TEST(NumberReferences, AUnitThatNoListKnowsIsACommuneOfItsOwn) {
    DistrictBuilder builder = communes();
    addHousehold(builder, "00904", "1");
    EXPECT_EQ(gardenOf(builder, "phố lạ", "1").reasonId, "elsewhere");
    addHousehold(builder, "phố lạ", "1");
    EXPECT_EQ(gardenOf(builder, "phố lạ", "1").row, 1);
}

TEST(NumberReferences, OfAnOfficeThatIsNotKnownMeanTheOnlyOneBelowIt) {
    DistrictBuilder builder = communes();
    addHousehold(builder, "00904", "1");
    EXPECT_EQ(gardenOf(builder, "kho:0001", "1").row, 0);
    DistrictBuilder two = builder;
    addHousehold(two, "00907", "1");
    EXPECT_EQ(gardenOf(two, "kho:0001", "1").row, notLinked);
    addHousehold(builder, "kho:0002", "7");
    EXPECT_EQ(gardenOf(builder, "kho:0001", "1").row, notLinked) << "of two stores nobody knows which holds the commune";
}

TEST(NumberReferences, OfACommuneReachTheOfficeThatIsNotKnown) {
    DistrictBuilder builder = communes();
    addHousehold(builder, "kho:0001", "9");
    EXPECT_EQ(gardenOf(builder, "00904", "9").row, 0);
}

TEST(NumberReferences, WithoutIssuersMeanTheOnlyOneOfTheStore) {
    DistrictBuilder builder = communes();
    addHousehold(builder, "", "h1");
    const Found found = gardenOf(builder, "", "h1");
    EXPECT_EQ(found.row, 0);
    EXPECT_EQ(gardenOf(builder, "00904", "h1").row, 0) << "made by a program that knows of no issuers";
    EXPECT_EQ(gardenOf(builder, "", "h9").scope, "");
}

TEST(NumberReferences, OfAParcelAreThoseOfItsCommune) {
    DistrictBuilder builder = communes();
    addHousehold(addHousehold(builder, "00901", "1"), "00904", "1");
    builder.add(Role::parcels, {{"commune_code", "Quyết Tiến"}, {"sheet", "1"}, {"number", "1"}, {"household_id", "1"}},
                "POLYGON ((1010 10,1020 10,1020 20,1010 20,1010 10))");
    EXPECT_EQ(linkedLast(builder, Role::parcels, Reference::household).row, 1);
    builder.add(Role::parcels, {{"commune_code", "00907"}, {"sheet", "1"}, {"number", "2"}, {"household_id", "1"}},
                "POLYGON ((2010 10,2020 10,2020 20,2010 20,2010 10))");
    const Found found = linkedLast(builder, Role::parcels, Reference::household);
    EXPECT_EQ(found.reasonId, "elsewhere");
    EXPECT_EQ(found.scope, "00907");
}

TEST(NumberReferences, ToGardensHousesAndWorksAreScopedToo) {
    DistrictBuilder builder = communes();
    for (const char* issuer : {"00901", "00904"}) {
        builder.add(Role::gardens, {{"id", "V1"}, {"issuer", issuer}, {"commune_code", issuer}});
        builder.add(Role::houses, {{"id", "N1"}, {"issuer", issuer}, {"commune_code", issuer}});
        builder.add(Role::roadWorks, {{"id", "CT1"}, {"issuer", issuer}, {"commune_code", issuer}});
    }
    builder.add(Role::inspections,
                {{"date", "2022-05-01"}, {"garden_id", "V1"}, {"house_id", "N1"}, {"work_id", "CT1"}, {"issuer", "00904"}});
    for (const Reference reference : {Reference::garden, Reference::house, Reference::roadWork})
        EXPECT_EQ(linkedLast(builder, Role::inspections, reference).row, 1);
}

TEST(NumberReferences, AnotherCommunesHouseholdGivesWayToTheHeadThatIsNamedBesides) {
    DistrictBuilder builder = communes();
    builder.add(Role::households, {{"id", "5"}, {"village_code", "1"}, {"head_name", "Sùng A Páo"}, {"issuer", "00904"}});
    builder.add(Role::households, {{"id", "1"}, {"village_code", "1"}, {"head_name", "Vàng Mí Sò"}, {"issuer", "00907"}});
    builder.add(Role::gardens, {{"id", "V1"}, {"household_id", "1"}, {"head_name", "Sùng A Páo"}, {"issuer", "00904"}});
    const Found found = linkedLast(builder, Role::gardens, Reference::household);
    EXPECT_EQ(found.row, 0);
    EXPECT_EQ(found.method, LinkMethod::headOfHousehold);
    EXPECT_EQ(found.reasonId, "");
}

} // namespace
} // namespace banlang
