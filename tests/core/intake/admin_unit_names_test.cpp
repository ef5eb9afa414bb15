// SPDX-License-Identifier: MIT
#include "core/intake/admin_unit_names.h"
#include "tests/support/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using namespace test;
using testing::ElementsAre;

constexpr const char* west = "POLYGON((0 0,10 0,10 10,0 10,0 0))";
constexpr const char* east = "POLYGON((10 0,20 0,20 10,10 10,10 0))";

/// Two communes; "Bản Lạn" lies in the first, "Khuổi Phủng" in the second, "Nà Pồng" in both.
KnownRecords known() {
    KnownRecords records;
    records.add(Role::communes, placed(rowsOf(Role::communes, {textColumn("code", {"00691", "00694"}),
                                                               textColumn("name", {"Xã Nà Sáng", "Xã Phiêng Luông"})}),
                                       {west, east}));
    records.add(Role::villages, placed(rowsOf(Role::villages, {textColumn("code", {"V1", "V2", "V3", "V4"}),
                                                               textColumn("name", {"Bản Lạn", "Khuổi Phủng", "Nà Pồng", "Nà Pồng"}),
                                                               textColumn("commune_code", {"00691", "00694", "00691", "00694"})}),
                                       {west, east, "", ""}));
    return records;
}

struct Settled {
    FeatureTable rows;
    std::vector<RowProblem> problems;
    [[nodiscard]] Texts communes() const { return textsOf(*rows.columnNamed("commune_code")); }
    [[nodiscard]] Texts villages() const { return textsOf(*rows.columnNamed("village_code")); }
};

TextValues values(const Texts& texts) {
    return textColumn("", texts).text;
}

Settled settle(Role role, FeatureTable rows, const AdminUnitCompanions& companions = {}, const AdminUnitContext& context = {}) {
    RawLayer raw;
    raw.table.name = "layer";
    raw.table.rowCount = rows.rowCount;
    ProblemList problems("a.xlsx", raw);
    resolveAdminUnits(rows, recordKind(role), companions, context, known(), problems);
    return {std::move(rows), problems.take()};
}

FeatureTable donations(const Texts& communes) {
    return rowsOf(Role::donations, {textColumn("commune_code", communes)});
}

TEST(UnitNames, ZerosThatASpreadsheetDroppedComeBack) {
    const Settled settled = settle(Role::donations, donations({"691", "00694", "0691", "999", "69"}));
    EXPECT_THAT(settled.communes(), ElementsAre("00691", "00694", "00691", "999", "69"));
    EXPECT_TRUE(settled.problems.empty());
}

TEST(UnitNames, NamesBecomeCodesWhereOneUnitBearsThem) {
    EXPECT_THAT(settle(Role::donations, donations({"Nà Sáng", "xã PHIÊNG LUÔNG", "phieng luong", "Bản Lạn", ""})).communes(),
                ElementsAre("00691", "00694", "00694", "Bản Lạn", ""));
}

TEST(UnitNames, AVillageIsLookedForInItsCommune) {
    const Settled settled =
        settle(Role::greenRoutes, rowsOf(Role::greenRoutes, {textColumn("commune_code", {"00691", "Phiêng Luông", ""}),
                                                             textColumn("village_code", {"Nà Pồng", "nà pồng", "Nà Pồng"})}));
    EXPECT_THAT(settled.villages(), ElementsAre("V3", "V4", "Nà Pồng"));
    EXPECT_THAT(settled.communes(), ElementsAre("00691", "00694", ""));
}

TEST(UnitNames, AVillageThatIsKnownTellsTheCommune) {
    const Settled settled =
        settle(Role::greenRoutes,
               rowsOf(Role::greenRoutes, {textColumn("commune_code", {""}), textColumn("village_code", {"Khuổi Phủng"})}));
    EXPECT_THAT(settled.communes(), ElementsAre("00694"));
    EXPECT_THAT(settled.villages(), ElementsAre("V2"));
}

TEST(UnitNames, WhereCodeAndNameDisagreeTheVillageDecides) {
    const FeatureTable rows = rowsOf(Role::greenRoutes, {textColumn("commune_code", {"00691", "00691", "00691"}),
                                                         textColumn("village_code", {"Khuổi Phủng", "Bản Lạn", ""})});
    AdminUnitCompanions companions;
    companions.commune = values({"Phiêng Luông", "Phiêng Luông", "Nà Sáng"});
    const Settled settled = settle(Role::greenRoutes, rows, companions);
    EXPECT_THAT(settled.communes(), ElementsAre("00694", "00691", "00691"));
    EXPECT_THAT(settled.villages(), ElementsAre("V2", "V1", ""));
    ASSERT_EQ(settled.problems.size(), 1U);
    EXPECT_EQ(settled.problems[0].rule, "recycled-code");
    EXPECT_EQ(settled.problems[0].severity, Severity::warning);
    EXPECT_THAT(settled.problems[0].cause.en, testing::StartsWith("1 rows"));
}

TEST(UnitNames, WhereNothingDecidesBetweenCodeAndNameTheRowStaysOut) {
    const FeatureTable rows =
        rowsOf(Role::greenRoutes, {textColumn("commune_code", {"00691", "00691"}), textColumn("village_code", {"", "Nà Pồng"})});
    AdminUnitCompanions companions;
    companions.commune = values({"Phiêng Luông", "Phiêng Luông"});
    const Settled settled = settle(Role::greenRoutes, rows, companions);
    ASSERT_EQ(settled.problems.size(), 2U);
    for (const RowProblem& problem : settled.problems) {
        EXPECT_EQ(problem.rule, "code-name-conflict");
        EXPECT_EQ(problem.severity, Severity::rejected);
    }
    EXPECT_EQ(settled.problems[1].where.row, 2);
    EXPECT_EQ(settled.problems[0].cause.en, "The code “00691” and the name “Phiêng Luông” are two different communes");
}

TEST(UnitNames, ANameThatNobodyKnowsDoesNotContradictACode) {
    AdminUnitCompanions companions;
    companions.commune = values({"Xã ở đâu đó"});
    const Settled settled = settle(Role::donations, donations({"00691"}), companions);
    EXPECT_THAT(settled.communes(), ElementsAre("00691"));
    EXPECT_TRUE(settled.problems.empty());
}

TEST(UnitNames, RowsThatNameNoCommuneAreOfTheOneThatStandsOverTheTable) {
    const AdminUnitContext context{{}, {"Sheet1", "DANH SÁCH HIẾN ĐẤT XÃ PHIÊNG LUÔNG", "na_sang"}};
    EXPECT_THAT(settle(Role::donations, donations({"", "00691", ""}), {}, context).communes(),
                ElementsAre("00694", "00691", "00694"));
    EXPECT_EQ(communeOf({"00691", {"xã Phiêng Luông"}}, known().communes()), "00691");
    EXPECT_EQ(communeOf({{}, {"Báo cáo"}}, known().communes()), std::nullopt);
}

TEST(UnitNames, ThePlaceTellsTheCommuneOnlyWhereItHasToBeThere) {
    const Texts squares = {"POLYGON((1 1,2 1,2 2,1 2,1 1))", "POLYGON((11 1,12 1,12 2,11 2,11 1))",
                           "POLYGON((91 1,92 1,92 2,91 2,91 1))"};
    const Settled parcels =
        settle(Role::parcels, placed(rowsOf(Role::parcels, {textColumn("commune_code", {"", "", ""})}), squares));
    EXPECT_THAT(parcels.communes(), ElementsAre("00691", "00694", ""));
    const Settled gardens =
        settle(Role::gardens, placed(rowsOf(Role::gardens, {textColumn("commune_code", {"", "", ""})}), squares));
    EXPECT_THAT(gardens.communes(), ElementsAre("", "", ""));
}

TEST(UnitNames, ANameOverALayerCountsOnlyWhereMostOfTheLayerLies) {
    const Texts mostlyWest = {"POLYGON((1 1,2 1,2 2,1 2,1 1))", "POLYGON((3 1,4 1,4 2,3 2,3 1))",
                              "POLYGON((11 1,12 1,12 2,11 2,11 1))"};
    const auto parcels = [&] { return placed(rowsOf(Role::parcels, {textColumn("commune_code", {"", "", ""})}), mostlyWest); };
    EXPECT_THAT(settle(Role::parcels, parcels(), {}, {{}, {"na_sang"}}).communes(), ElementsAre("00691", "00691", "00691"));
    EXPECT_THAT(settle(Role::parcels, parcels(), {}, {{}, {"phieng_luong"}}).communes(), ElementsAre("00691", "00691", "00694"));
    EXPECT_THAT(settle(Role::parcels, parcels(), {}, {"00694", {}}).communes(), ElementsAre("00694", "00694", "00694"));
}

TEST(UnitNames, HouseholdsFindTheirVillageInTheCommuneOfTheSheet) {
    const FeatureTable rows = rowsOf(Role::households, {textColumn("village_code", {"Nà Pồng", "Khuổi Phủng"})});
    EXPECT_THAT(settle(Role::households, rows, {}, {{}, {"Hộ dân xã Phiêng Luông"}}).villages(), ElementsAre("V4", "V2"));
    AdminUnitCompanions companions;
    companions.commune = values({"Nà Sáng", "Phiêng Luông"});
    EXPECT_THAT(settle(Role::households, rows, companions).villages(), ElementsAre("V3", "V2"));
}

TEST(UnitNames, HouseholdsWithoutAVillageAreOfTheOneInWhichTheyStand) {
    const FeatureTable rows =
        placed(rowsOf(Role::households, {textColumn("village_code", {"", "V1", ""})}), {"POINT(15 5)", "POINT(15 5)", ""});
    EXPECT_THAT(settle(Role::households, rows).villages(), ElementsAre("V2", "V1", ""));
}

} // namespace
} // namespace banlang
