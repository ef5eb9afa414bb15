// SPDX-License-Identifier: MIT
#include "core/link/link_candidates.h"
#include "core/link/link_override.h"
#include "core/model/units/official_admin_units.h"
#include "core/text/keys.h"
#include "core/text/named_code.h"
#include "tests/support/district_builder.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace banlang {
namespace {

using test::DistrictBuilder;

const Date meeting = Date::fromYmd(2022, 5, 18);
const Date reform = Date::fromYmd(2025, 7, 1);
constexpr const char* west = "POLYGON ((0 0,1000 0,1000 1000,0 1000,0 0))";
constexpr const char* both = "POLYGON ((0 0,2000 0,2000 1000,0 1000,0 0))";

void addList(DistrictBuilder& builder, Date day, bool dated) {
    for (const OfficialAdminUnit& unit : listInForce(day)) {
        if (unit.code < "00688" || unit.code > "01264") continue;
        const std::string from = dated && unit.validFrom.known() ? toIso(unit.validFrom) : std::string("1900-01-01");
        if (dated)
            builder.add(Role::communes, {{"code", unit.code}, {"name", unit.name}, {"kind", unit.kind}, {"valid_from", from}});
        else
            builder.add(Role::communes, {{"code", unit.code}, {"name", unit.name}, {"kind", unit.kind}});
    }
}

struct Outcome {
    int right = 0, wrong = 0, open = 0;
};

/// Shifts of the communes of 2022 whose codes the list of 2025 has too, held against the names that they bore.
Outcome outcomeOf(DistrictBuilder builder, const char* day, bool namesBeside) {
    std::vector<std::string> names;
    std::map<std::string, bool> listed;
    for (const OfficialAdminUnit& unit : listInForce(reform)) listed[std::string(unit.code)] = true;
    for (const OfficialAdminUnit& unit : listInForce(meeting)) {
        if (!listed.contains(std::string(unit.code))) continue;
        names.emplace_back(unit.name);
        const std::string text = namesBeside ? codeAndName(unit.code, unit.name) : std::string(unit.code);
        builder.add(Role::saturdays, {{"date", day}, {"commune_code", text}});
    }
    const District district = builder.linked();
    Outcome outcome;
    for (std::size_t row = 0; row < names.size(); ++row) {
        const std::int32_t commune = district.linksOf(Role::saturdays).commune[row];
        const auto found = static_cast<std::size_t>(std::max(commune, 0));
        if (commune == notLinked)
            ++outcome.open;
        else if (isSameName(district.table(Role::communes).textAt(fields::communes.name, found), names[row]))
            ++outcome.right;
        else
            ++outcome.wrong;
    }
    return outcome;
}

TEST(RecycledCodeLinks, OldCodesOnTheListOf2025AreLinkedRightOrAskedAbout) {
    DistrictBuilder young;
    addList(young, reform, false);
    const Outcome dated = outcomeOf(young, "2022-05-18", false);
    EXPECT_EQ(std::tuple(dated.right, dated.wrong, dated.open), std::tuple(48, 0, 25));
    const Outcome named = outcomeOf(young, "2022-05-18", true);
    EXPECT_EQ(std::tuple(named.right, named.wrong, named.open), std::tuple(48, 0, 25));
}

TEST(RecycledCodeLinks, WithBothListsTheDayOrTheNameDecidesAll) {
    DistrictBuilder lists;
    addList(lists, meeting, true);
    addList(lists, reform, true);
    for (const bool named : {false, true}) {
        const Outcome outcome = outcomeOf(lists, "2022-05-18", named);
        EXPECT_EQ(std::tuple(outcome.right, outcome.wrong, outcome.open), std::tuple(73, 0, 0)) << named;
    }
}

/// Only the unit of 2025 is known.
DistrictBuilder young() {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "00874"}, {"name", "Quản Bạ"}, {"kind", "Xã"}}, both);
    return builder;
}
DistrictBuilder oldAndYoung() {
    DistrictBuilder builder;
    builder.add(Role::communes, {{"code", "00874"}, {"name", "Tam Sơn"}, {"kind", "Thị trấn"}, {"valid_to", "2025-07-01"}}, west);
    builder.add(Role::communes, {{"code", "00874"}, {"name", "Quản Bạ"}, {"kind", "Xã"}, {"valid_from", "2025-07-01"}}, both);
    return builder;
}

struct Linked {
    std::int32_t commune = notLinked;
    std::string reason;
};
Linked linkedOne(District district, Role role, std::span<const LinkOverride> decisions = {}) {
    const auto report = linkDistrict(district, decisions)[indexOf(role)];
    return {district.linksOf(role).commune[0], report.unresolved.empty() ? std::string() : report.unresolved[0].reason.vi};
}

TEST(RecycledCodeLinks, WithoutADayOrAPlaceItIsAskedWithBothUnits) {
    const Linked open =
        linkedOne(young().add(Role::greenRoutes, {{"id", "1"}, {"commune_code", "00874"}}).unlinked(), Role::greenRoutes);
    EXPECT_EQ(open.commune, notLinked);
    EXPECT_EQ(open.reason, "mã này từ 1/7/2025 là Xã Quản Bạ, trước đó là Thị trấn Tam Sơn");

    District district = oldAndYoung().add(Role::greenRoutes, {{"id", "1"}, {"commune_code", "00874"}}).unlinked();
    const auto report = linkDistrict(district)[indexOf(Role::greenRoutes)];
    ASSERT_EQ(report.unresolved.size(), 1U);
    EXPECT_EQ(report.unresolved[0].reasonId, "recycled-code");
    std::vector<std::string> keys;
    for (const LinkCandidate& candidate : candidatesFor(district, report.unresolved[0], 5)) keys.push_back(candidate.key);
    EXPECT_THAT(keys, testing::UnorderedElementsAre("00874 Thị trấn Tam Sơn", "00874 Xã Quản Bạ"));
    for (std::int32_t unit = 0; unit < 2; ++unit) {
        LinkOverride decision{Role::greenRoutes, "commune_code", "00874", {}, keys[static_cast<std::size_t>(unit)], {}, {}, {}};
        const Linked chosen = linkedOne(district, Role::greenRoutes, std::span(&decision, 1));
        EXPECT_EQ(fullName(district.table(Role::communes), static_cast<std::size_t>(chosen.commune)), decision.target.substr(6));
        EXPECT_EQ(chosen.reason, "");
    }
}

TEST(RecycledCodeLinks, TheDayOfTheReportDecidesWhereNothingHasADayOfItsOwn) {
    for (const auto& [day, unit] : {std::pair(meeting, 0), {reform, 1}}) {
        District district = oldAndYoung().add(Role::greenRoutes, {{"id", "1"}, {"commune_code", "00874"}}).unlinked();
        RecordTimes& times = district.times[indexOf(Role::greenRoutes)].own();
        times.times = {RecordTime{day, std::nullopt}};
        times.timeOf = {0};
        EXPECT_EQ(linkedOne(std::move(district), Role::greenRoutes).commune, unit);
    }
}

TEST(RecycledCodeLinks, ADayAndALaterReportThatMeanTwoUnitsAreAskedAbout) {
    District district = oldAndYoung().add(Role::saturdays, {{"date", "2025-06-21"}, {"commune_code", "00874"}}).unlinked();
    RecordTimes& times = district.times[indexOf(Role::saturdays)].own();
    times.times = {RecordTime{Date::fromYmd(2025, 7, 31), std::nullopt}};
    times.timeOf = {0};
    EXPECT_THAT(linkedOne(std::move(district), Role::saturdays).reason, testing::HasSubstr("trước đó là Thị trấn Tam Sơn"));
}

TEST(RecycledCodeLinks, ANameBesideTheCodeDecidesAgainstTheDay) {
    const auto unit = [](const char* text, const char* day) {
        return linkedOne(oldAndYoung().add(Role::saturdays, {{"date", day}, {"commune_code", text}}).unlinked(), Role::saturdays)
            .commune;
    };
    EXPECT_EQ(unit("00874 Thị trấn Tam Sơn", "2022-05-18"), 0);
    EXPECT_EQ(unit("00874 - Quản Bạ", "2022-05-18"), 1) << "written with the codes of 2025";
    EXPECT_EQ(unit("00874 Nà Sáng", "2022-05-18"), notLinked);
}

TEST(RecycledCodeLinks, APlaceInOneOfTheUnitsAloneDecides) {
    const auto unit = [](const char* line) {
        District district = oldAndYoung().add(Role::roads, {{"id", "a"}, {"commune_code", "00874"}}, line).unlinked();
        return linkedOne(std::move(district), Role::roads);
    };
    EXPECT_EQ(unit("LINESTRING (1500 500,1600 500)").commune, 1);
    EXPECT_EQ(unit("LINESTRING (1500 500,1600 500)").reason, "");
    EXPECT_NE(unit("LINESTRING (500 500,600 500)").reason, "") << "both covered it, each in its time";
    const Linked alone = linkedOne(
        young().add(Role::roads, {{"id", "a"}, {"commune_code", "00874"}}, "LINESTRING (500 500,600 500)").unlinked(), Role::roads);
    EXPECT_EQ(alone.commune, 0);
    EXPECT_EQ(alone.reason, "");
}

TEST(RecycledCodeLinks, AVillageOfOneOfTheUnitsDecides) {
    DistrictBuilder builder = young();
    builder.add(Role::villages, {{"code", "0087401"}, {"name", "Nà Lìn"}, {"commune_code", "Quản Bạ"}});
    builder.add(Role::greenRoutes, {{"id", "1"}, {"commune_code", "00874"}, {"village_code", "Nà Lìn"}});
    const Linked linked = linkedOne(builder.unlinked(), Role::greenRoutes);
    EXPECT_EQ(linked.commune, 0);
    EXPECT_EQ(linked.reason, "");
}

TEST(RecycledCodeLinks, ATargetIsOfTheUnitThatBearsTheCodeAllThroughItsYear) {
    const auto unit = [](const char* year) {
        return linkedOne(oldAndYoung().add(Role::targets, {{"unit_code", "00874"}, {"indicator", "a"}, {"year", year}}).unlinked(),
                         Role::targets)
            .commune;
    };
    EXPECT_EQ(unit("2022"), 0);
    EXPECT_EQ(unit("2025"), notLinked) << "the code changed hands in it";
    EXPECT_EQ(unit("2026"), 1);
}

} // namespace
} // namespace banlang
