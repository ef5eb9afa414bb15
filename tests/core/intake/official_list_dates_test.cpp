// SPDX-License-Identifier: MIT
#include "core/intake/admin_unit_names.h"
#include "core/intake/official_list_dates.h"
#include "tests/support/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;

const Date reform = Date::fromYmd(2025, 7, 1);
constexpr Date none{};

FeatureTable units(const Texts& codes, const Texts& names, std::vector<Date> from = {}, std::vector<Date> to = {}) {
    FeatureTable rows = rowsOf(Role::communes, {textColumn("code", codes), textColumn("name", names)});
    if (!from.empty()) rows.columnNamed("valid_from")->dates = std::move(from);
    if (!to.empty()) rows.columnNamed("valid_to")->dates = std::move(to);
    for (std::size_t row = 0; row < rows.rowCount; ++row) rows.geometry.endFeature();
    return rows;
}

KnownAdminUnits knownOf(const FeatureTable& rows) {
    KnownAdminUnits known;
    known.add(rows, {});
    return known;
}

struct Checked {
    FeatureTable rows;
    std::vector<RowProblem> problems;
    [[nodiscard]] const std::vector<Date>& from() const { return rows.columnNamed("valid_from")->dates; }
    [[nodiscard]] const std::vector<Date>& to() const { return rows.columnNamed("valid_to")->dates; }
};

template <class Check> Checked checked(FeatureTable rows, Check&& check) {
    RawLayer raw;
    raw.table.rowCount = rows.rowCount;
    ProblemList problems("a.xlsx", raw);
    check(rows, problems);
    return {std::move(rows), problems.take()};
}

Checked dated(FeatureTable rows, const KnownAdminUnits& known) {
    return checked(std::move(rows),
                   [&](FeatureTable& all, ProblemList& problems) { assignValidityByOfficialList(all, known, problems); });
}
Checked versions(FeatureTable rows, const KnownAdminUnits& known = {}) {
    return checked(std::move(rows), [&](FeatureTable& all, ProblemList& problems) { checkVersions(all, known, problems); });
}

FeatureTable old() {
    return units({"00874", "00898", "00901"}, {"Thị trấn Tam Sơn", "Xã Quản Bạ", "Lùng Tám"});
}
FeatureTable young() {
    return units({"00874", "00901"}, {"Xã Quản Bạ", "Xã Lùng Tám"});
}

TEST(UnitTimes, AListOf2025BesideOneOf2020GetsItsBeginning) {
    const Checked found = dated(young(), knownOf(old()));
    EXPECT_THAT(found.from(), ElementsAre(reform, reform));
    EXPECT_THAT(found.to(), ElementsAre(none, none));
    ASSERT_EQ(found.problems.size(), 1U);
    EXPECT_EQ(found.problems[0].rule, "dated-by-list");
    EXPECT_THAT(found.problems[0].cause.vi, HasSubstr("1/7/2025"));
}

TEST(UnitTimes, AListOf2020BesideOneOf2025GetsItsEndToo) {
    const Checked found = dated(old(), knownOf(young()));
    EXPECT_THAT(found.from(), ElementsAre(Date::fromYmd(2020, 1, 1), Date::fromYmd(2020, 1, 1), Date::fromYmd(2020, 1, 1)));
    EXPECT_THAT(found.to(), ElementsAre(reform, reform, reform));
}

TEST(UnitTimes, AListAloneStaysAsItIs) {
    for (const auto& [rows, known] :
         {std::pair(young(), KnownAdminUnits()), std::pair(old(), knownOf(old())), std::pair(old(), KnownAdminUnits())}) {
        const Checked found = dated(rows, known);
        EXPECT_THAT(found.from(), testing::Each(none));
        EXPECT_TRUE(found.problems.empty());
    }
    EXPECT_THAT(dated(units({"1", "2"}, {"Nà Sáng", "Thèn Lĩnh"}), knownOf(old())).from(), testing::Each(none))
        << "invented places";
    const Date own = Date::fromYmd(2025, 8, 1);
    EXPECT_THAT(dated(units({"00874", "00901"}, {"Quản Bạ", "Lùng Tám"}, {own, none}), knownOf(old())).from(),
                ElementsAre(own, none));
}

TEST(UnitTimes, TheSameUnitWithAndWithoutABeginningIsToldAndKept) {
    const Date year2020 = Date::fromYmd(2020, 1, 1);
    const Checked twice = versions(units({"1", "1"}, {"Nà Sáng", "Xã Nà Sáng"}, {none, year2020}));
    ASSERT_EQ(twice.problems.size(), 1U);
    EXPECT_EQ(twice.problems[0].rule, "repeated-number");
    EXPECT_EQ(twice.problems[0].severity, Severity::warning);
    EXPECT_EQ(versions(units({"1"}, {"Nà Sáng"}, {year2020}), knownOf(units({"1"}, {"Nà Sáng"}))).problems.size(), 1U);
}

TEST(UnitTimes, VersionsOfACodeMayFollowOneAnother) {
    EXPECT_TRUE(versions(units({"1", "1"}, {"Nà Sáng", "Thèn Lĩnh"}, {none, reform})).problems.empty()) << "another name";
    EXPECT_TRUE(versions(units({"1", "1"}, {"Nà Sáng", "Nà Sáng"}, {none, reform}, {reform, none})).problems.empty())
        << "ended by then";
    EXPECT_TRUE(versions(units({"00901"}, {"Lùng Tám"}, {reform}), knownOf(old())).problems.empty()) << "an official change";
}

TEST(UnitTimes, WhatACodeMeantIsToldOnlyWhereTheNameIsOneOfThem) {
    EXPECT_EQ(meaningsOfCode("00874", "Quản Bạ").vi, "Thị trấn Tam Sơn (đến 30/6/2025), Xã Quản Bạ (từ 1/7/2025)");
    EXPECT_EQ(meaningsOfCode("00874", "Nà Sáng").vi, "");
    EXPECT_EQ(meaningsOfCode("00901", "Lùng Tám").vi, "") << "always the same name";
}

TEST(UnitTimes, ARowWhoseNameIsThatOfAnotherTimeKeepsItsNameBesideItsCode) {
    KnownRecords known;
    known.add(Role::communes, young());
    AdminUnitCompanions companions;
    companions.commune = textColumn("", {"Tam Sơn", "Quản Bạ", "Không rõ"}).text;
    std::vector<std::string> communes;
    const Checked settled = checked(rowsOf(Role::donations, {textColumn("commune_code", {"00874", "00874", "00874"})}),
                                    [&](FeatureTable& rows, ProblemList& problems) {
                                        resolveAdminUnits(rows, recordKind(Role::donations), companions, {}, known, problems);
                                        for (std::size_t row = 0; row < 3; ++row)
                                            communes.emplace_back(rows.columnNamed("commune_code")->text[row]);
                                    });
    EXPECT_THAT(communes, ElementsAre("00874 Thị trấn Tam Sơn", "00874 Xã Quản Bạ", "00874"));
    ASSERT_EQ(settled.problems.size(), 1U);
    EXPECT_EQ(settled.problems[0].rule, "code-names-another-unit");
    EXPECT_EQ(settled.problems[0].severity, Severity::warning) << "it is kept, and linked to that unit or to none";
    EXPECT_EQ(settled.problems[0].where.row, 1);
    EXPECT_THAT(settled.problems[0].cause.vi, HasSubstr("Thị trấn Tam Sơn (đến 30/6/2025), Xã Quản Bạ (từ 1/7/2025)"));
}

TEST(UnitTimes, AParcelIsNumberedByItsCommuneAndStaysOut) {
    KnownRecords known;
    known.add(Role::communes, young());
    AdminUnitCompanions companions;
    companions.commune = textColumn("", {"Tam Sơn"}).text;
    const Checked settled =
        checked(rowsOf(Role::parcels, {textColumn("commune_code", {"00874"})}), [&](FeatureTable& rows, ProblemList& problems) {
            resolveAdminUnits(rows, recordKind(Role::parcels), companions, {}, known, problems);
        });
    ASSERT_EQ(settled.problems.size(), 1U);
    EXPECT_EQ(settled.problems[0].severity, Severity::rejected);
}

TEST(UnitTimes, BothReadingsAreToldWhereTheNameIsAnotherCommuneOfTheSameTime) {
    KnownRecords known;
    known.add(Role::communes, old());
    AdminUnitCompanions companions;
    companions.commune = textColumn("", {"Quản Bạ"}).text;
    const Checked settled =
        checked(rowsOf(Role::donations, {textColumn("commune_code", {"00874"})}), [&](FeatureTable& rows, ProblemList& problems) {
            resolveAdminUnits(rows, recordKind(Role::donations), companions, {}, known, problems);
        });
    ASSERT_EQ(settled.problems.size(), 1U);
    EXPECT_EQ(settled.problems[0].rule, "code-names-another-unit");
}

FeatureTable drawn(const std::string& code, const std::string& name, Date from) {
    FeatureTable rows = rowsOf(Role::communes, {textColumn("code", {code}), textColumn("name", {name})});
    rows.columnNamed("valid_from")->dates = {from};
    return rows;
}

TEST(KnownAdminUnits, WhereTwoTimesCoverOneGroundTheLaterUnitIsThere) {
    constexpr const char* square = "POLYGON((0 0,10 0,10 10,0 10,0 0))";
    KnownAdminUnits known;
    known.add(placed(drawn("2", "Mới", reform), {square}), {});
    known.add(placed(drawn("1", "Cũ", none), {square}), {});
    EXPECT_EQ(known.codeAt({5, 5}), "2");
}

} // namespace
} // namespace banlang
