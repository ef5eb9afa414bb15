// SPDX-License-Identifier: MIT
#include "core/intake/issuer_resolution.h"
#include "core/model/record_fields.h"
#include "core/text/keys.h"
#include "tests/support/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using namespace test;
using testing::Each;
using testing::ElementsAre;

constexpr const char* west = "POLYGON((0 0,10 0,10 10,0 10,0 0))";
constexpr const char* east = "POLYGON((10 0,20 0,20 10,10 10,10 0))";
constexpr const char* inWest = "POLYGON((2 2,4 2,4 4,2 4,2 2))";
constexpr const char* inEast = "POLYGON((12 2,14 2,14 4,12 4,12 2))";

/// Quyết Tiến in the west, Tả Ván in the east; both number their villages from 1.
KnownRecords known() {
    KnownRecords records;
    records.add(Role::communes, placed(rowsOf(Role::communes, {textColumn("code", {"00904", "00907"}),
                                                               textColumn("name", {"Xã Quyết Tiến", "Xã Tả Ván"})}),
                                       {west, east}));
    records.add(Role::villages, placed(rowsOf(Role::villages, {textColumn("code", {"V1", "1", "1"}),
                                                               textColumn("name", {"Bản Lạn", "Khuổi Phủng", "Nà Pồng"}),
                                                               textColumn("commune_code", {"00907", "00904", "00907"})}),
                                       {"", "", ""}));
    return records;
}

Texts issuers(Role role, FeatureTable rows, const AdminUnitContext& context = {}, const std::string& office = "",
              const AdminUnitCompanions& companions = {}) {
    resolveIssuers(rows, recordKind(role), companions, context, known(), office);
    return textsOf(*rows.find(fields::issued.issuer));
}

FeatureTable works(const Texts& communes) {
    return rowsOf(Role::roadWorks, {textColumn("id", Texts(communes.size(), "CT001")), textColumn("commune_code", communes)});
}

TEST(IssuerResolution, TheCommuneOfTheRowNumberedIt) {
    EXPECT_THAT(issuers(Role::roadWorks, works({"00904", "Tả Ván", "ta van", "XÃ TẢ VÁN"}), {"00904", {}}),
                ElementsAre("00904", "00907", "00907", "00907"));
}

TEST(IssuerResolution, ACommuneThatIsNotKnownStaysApart) {
    EXPECT_THAT(issuers(Role::roadWorks, works({"Xã Phố Là", "phố  là", "00694", "Nghĩa Thuận"}), {"00904", {}}, "huyen:029"),
                ElementsAre("phố là", "phố là", "00694", foldedNameKey("nghĩa thuận")));
}

TEST(IssuerResolution, ElseTheCommuneOfItsVillage) {
    const FeatureTable gardens =
        rowsOf(Role::gardens, {textColumn("id", {"V1", "V2", "V3"}), textColumn("village_code", {"V1", "1", "??"})});
    EXPECT_THAT(issuers(Role::gardens, gardens, {}, "huyen:029"), ElementsAre("00907", "huyen:029", "huyen:029"))
        << "a code that two communes gave tells of neither";
}

TEST(IssuerResolution, AColumnThatTheKindDoesNotKeepCountsToo) {
    AdminUnitCompanions companions;
    companions.commune = textColumn("", {"Tả Ván", ""}).text;
    const FeatureTable households =
        rowsOf(Role::households, {textColumn("id", {"1", "2"}), textColumn("village_code", {"1", "V1"})});
    EXPECT_THAT(issuers(Role::households, households, {}, "", companions), ElementsAre("00907", "00907"));
}

TEST(IssuerResolution, ElseWhatStandsRoundTheTableThenThePlace) {
    const FeatureTable gardens = placed(rowsOf(Role::gardens, {textColumn("id", {"V1", "V2"})}), {inEast, ""});
    EXPECT_THAT(issuers(Role::gardens, gardens, {}, "huyen:029"), ElementsAre("00907", "huyen:029"));
    EXPECT_THAT(issuers(Role::gardens, gardens, {{}, {"vuon", "Xa_A"}}), ElementsAre("a", "a"));
    const FeatureTable across = placed(rowsOf(Role::gardens, {textColumn("id", {"V1", "V2"})}), {inEast, inWest});
    EXPECT_THAT(issuers(Role::gardens, across, {{}, {"vuon", "Xã Quyết Tiến"}}), ElementsAre("00904", "00904"))
        << "what a commune sends reaches a little beyond it";
}

TEST(IssuerResolution, ALayerThatLiesElsewhereIsNotOfTheCommuneOfItsName) {
    const FeatureTable gardens = placed(rowsOf(Role::gardens, {textColumn("id", {"V1", "V2", "V3"})}), {inEast, inEast, ""});
    EXPECT_THAT(issuers(Role::gardens, gardens, {{}, {"vuon_quyet_tien"}}, "huyen:029"),
                ElementsAre("00907", "00907", "huyen:029"));
    EXPECT_THAT(issuers(Role::gardens, gardens, {"00904", {}}), ElementsAre("00904", "00904", "00904"))
        << "unless a person says so";
}

TEST(IssuerResolution, ACodeOrAFolderOfOneCommuneIsAName) {
    const FeatureTable houses = rowsOf(Role::houses, {textColumn("id", {"N1"})});
    EXPECT_THAT(issuers(Role::houses, houses, {{}, {"nha-00907", "Xã Quyết Tiến"}}), ElementsAre("00907"));
    EXPECT_THAT(issuers(Role::houses, houses, {{}, {"nha o", "Xa_A"}}, "huyen:029"), ElementsAre("a"));
    EXPECT_THAT(issuers(Role::houses, houses, {{}, {"nha o", "Xa_B"}}, "huyen:029"), ElementsAre("b"));
    EXPECT_THAT(issuers(Role::houses, houses, {{}, {"xa hoi hoa nha o nam 2022"}}, "huyen:029"), ElementsAre("huyen:029"));
    EXPECT_THAT(issuers(Role::houses, houses, {"00904", {"Xã Tả Ván"}}), ElementsAre("00904")) << "what the user says";
}

TEST(IssuerResolution, ElseTheOffice) {
    EXPECT_THAT(issuers(Role::houses, rowsOf(Role::houses, {textColumn("id", {"N1"})}), {}, "huyen:029"), ElementsAre("huyen:029"));
    EXPECT_THAT(issuers(Role::houses, rowsOf(Role::houses, {textColumn("id", {"N1"})})), ElementsAre(""));
}

TEST(IssuerResolution, TheHouseholdOfARowSaysNothing) {
    KnownRecords records = known();
    records.add(Role::households, rowsOf(Role::households, {textColumn("id", {"h1"}), textColumn("village_code", {"V1"})}));
    FeatureTable gardens = rowsOf(Role::gardens, {textColumn("id", {"V1"}), textColumn("household_id", {"h1"})});
    resolveIssuers(gardens, recordKind(Role::gardens), {}, {}, records, "huyen:029");
    EXPECT_EQ(gardens.textAt(fields::issued.issuer, 0), "huyen:029") << "its number is looked for by the issuer";
}

FeatureTable roads(const Texts& ids, const Texts& classes, const Texts& communes) {
    return rowsOf(Role::roads, {textColumn("id", ids), textColumn("class", classes), textColumn("commune_code", communes)});
}

TEST(IssuerResolution, RoadsAreNumberedByTheirAuthority) {
    const Texts ids = {"QL.4C", "ĐT.176", "ĐH.05", "ĐX.01", "ĐTh00012", "Quốc lộ 2", "TL176", "HL-5", "DT 176", "NĐ1"};
    EXPECT_THAT(issuers(Role::roads, roads(ids, Texts(ids.size(), ""), Texts(ids.size(), "00904"))),
                ElementsAre("VN", "tinh:02", "huyen:029", "00904", "00904", "VN", "tinh:02", "huyen:029", "tinh:02", "00904"));
}

TEST(IssuerResolution, ElseTheClassOfTheRoadTellsWhoseItIs) {
    EXPECT_THAT(issuers(Role::roads, roads({"R1", "R2", "R3", "R4", "R5"}, {"QL", "ĐT", "ĐH", "ĐX", ""}, Texts(5, "00907"))),
                ElementsAre("VN", "tinh:02", "huyen:029", "00907", "00907"));
    EXPECT_THAT(issuers(Role::roads, roads({"ĐX.01", "ĐX.01", "ĐX.01"}, {"ĐX", "ĐH", ""}, Texts(3, "00907"))), Each("00907"))
        << "a class that rises or is missing makes no other road";
}

TEST(IssuerResolution, RoadsOfAnUnknownCommuneAreOfTheOfficeAndWhatStandsAboveIt) {
    EXPECT_THAT(issuers(Role::roads, roads({"QL.4C", "ĐT.176", "ĐH.05", "ĐX.01"}, Texts(4, ""), Texts(4, "")), {}, "huyen:029"),
                ElementsAre("VN", "tinh:02", "huyen:029", "huyen:029"));
    EXPECT_THAT(issuers(Role::roads, roads({"ĐT.176"}, {""}, {"Phố Là"}), {}, "store"), ElementsAre("store"));
}

TEST(IssuerResolution, WordsThatBeginLikeANumberAreNone) {
    for (const char* name : {"Đường Thôn Nà Sáng", "R12", "12", "ĐTN", "Quyết Tiến", "Thôn 5 - Thôn 6", "QLTT", "", "CT001"})
        EXPECT_NE(authorityOfRoadNumber(name), IssuerLevel::state) << name;
    EXPECT_EQ(authorityOfRoadNumber("ĐTN"), IssuerLevel::unknown);
    EXPECT_EQ(authorityOfRoadNumber("QLTT 5"), IssuerLevel::unknown);
    EXPECT_EQ(authorityOfRoadNumber("12"), IssuerLevel::unknown);
    EXPECT_EQ(authorityOfRoadNumber("NX Nà Sáng 5"), IssuerLevel::unknown);
}

TEST(IssuerResolution, WhatNamesItsUnitItselfHasNoIssuer) {
    FeatureTable parcels = rowsOf(Role::parcels, {textColumn("commune_code", {"00904"})});
    resolveIssuers(parcels, recordKind(Role::parcels), {}, {}, known(), "huyen:029");
    EXPECT_EQ(parcels.columnNamed("issuer"), nullptr);
}

} // namespace
} // namespace banlang
