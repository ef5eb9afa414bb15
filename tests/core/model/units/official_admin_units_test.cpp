// SPDX-License-Identifier: MIT
#include "core/model/units/official_admin_units.h"
#include "core/text/keys.h"
#include "tests/support/district_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

namespace banlang {
namespace {

using test::DistrictBuilder;

const Date before = Date::fromYmd(2019, 6, 1);
const Date meeting = Date::fromYmd(2022, 5, 18);
const Date reform = Date::fromYmd(2025, 7, 1);

std::map<std::string_view, int> countByKind(const std::vector<OfficialAdminUnit>& units) {
    std::map<std::string_view, int> counts;
    for (const OfficialAdminUnit& unit : units) ++counts[unit.kind];
    return counts;
}

std::map<std::string_view, std::string_view> nameByCode(Date day) {
    std::map<std::string_view, std::string_view> names;
    for (const OfficialAdminUnit& unit : listInForce(day)) names[unit.code] = unit.name;
    return names;
}

TEST(UnitLists, TheListOf2020HoldsTheUnitsOfItsDecision) {
    const std::vector<OfficialAdminUnit> units = listInForce(meeting);
    EXPECT_EQ(units.size(), 193U);
    auto counts = countByKind(units);
    EXPECT_EQ(counts["Xã"], 175);
    EXPECT_EQ(counts["Phường"], 5);
    EXPECT_EQ(counts["Thị trấn"], 13);
    EXPECT_EQ(listInForce(before).size(), 195U);
    EXPECT_EQ(listInForce(Date::fromYmd(2025, 6, 30)).size(), 193U) << "in force until the day before the new list";
}

TEST(UnitLists, ACodeStandsForOneUnitAtATime) {
    for (const Date day : {before, meeting, reform}) EXPECT_EQ(nameByCode(day).size(), listInForce(day).size());
    EXPECT_EQ(nameByCode(before)["01117"], "Ngán Chiên");
    EXPECT_EQ(nameByCode(meeting)["01117"], "Trung Thịnh");
    EXPECT_EQ(nameByCode(meeting)["00874"], "Tam Sơn");
    EXPECT_EQ(nameByCode(reform)["00874"], "Quản Bạ");
    EXPECT_EQ(nameByCode(meeting)["00898"], "Quản Bạ");
    EXPECT_FALSE(nameByCode(reform).contains("00898"));
}

TEST(UnitLists, TheListOf2025ReusesTheCodesOf73Units25UnderAnotherName) {
    const auto old = nameByCode(meeting);
    int reused = 0;
    int renamed = 0;
    int nameOfAnother = 0;
    std::set<std::string> oldNames;
    for (const auto& [code, name] : old) oldNames.insert(withoutDiacritics(name));
    for (const auto& [code, name] : nameByCode(reform)) {
        const auto found = old.find(code);
        if (found == old.end()) continue;
        ++reused;
        if (foldedNameKey(found->second) == foldedNameKey(name)) continue;
        ++renamed;
        nameOfAnother += oldNames.contains(withoutDiacritics(name)) ? 1 : 0;
    }
    const auto units = listInForce(reform);
    EXPECT_EQ(std::ranges::count(units, "08", &OfficialAdminUnit::provinceCode), 124);
    EXPECT_EQ(units.size(), 3321U);
    EXPECT_EQ(reused, 73);
    EXPECT_EQ(renamed, 25);
    EXPECT_EQ(nameOfAnother, 18);
}

TEST(UnitChanges, EveryUnitOf2020GoesWhollyIntoUnitsOf2025) {
    const auto targets = nameByCode(reform);
    std::map<std::string, double> shareOf;
    std::set<std::string> divided;
    for (const AdminUnitChange& change : shippedAdminUnitChanges()) {
        if (change.changedOn != reform) continue;
        EXPECT_TRUE(targets.contains(change.newCode)) << change.newCode;
        shareOf[change.oldCode] += change.share.value_or(0);
        if (!change.share) divided.insert(change.oldCode);
    }
    EXPECT_THAT(divided, testing::ElementsAre("00688", "00967", "00988"));
    for (const auto& [code, name] : nameByCode(meeting))
        EXPECT_EQ(shareOf[std::string(code)], divided.contains(std::string(code)) ? 0 : 1) << code;
}

TEST(UnitChanges, WhatADistrictRecordsReplacesTheShippedChangeOfThatUnit) {
    DistrictBuilder builder;
    for (const auto& [to, share] : {std::pair{"00691", "0.75"}, std::pair{"00694", "0.25"}})
        builder.add(Role::adminUnitChanges,
                    {{"old_code", "00688"}, {"new_code", to}, {"changed_on", "2025-07-01"}, {"share", share}});
    std::vector<double> shares;
    for (const AdminUnitChange& change : adminUnitChangesOf(builder.unlinked())) {
        if (change.oldCode == "00688") shares.push_back(change.share.value_or(-1));
    }
    EXPECT_EQ(shares, (std::vector<double>{0.75, 0.25}));
    EXPECT_EQ(adminUnitChangesOf(builder.unlinked()).size(), shippedAdminUnitChanges().size());
}

TEST(UnitLists, AFileIsOfTheListThatMostOfItsCodesAndNamesFollow) {
    const std::vector<std::string_view> codes{"00874", "00889", "00901"};
    const auto follows = [&](std::vector<std::string_view> names) { return listFollowed(codes, names); };
    EXPECT_EQ(follows({"Thị trấn Tam Sơn", "Xã Thanh Vân", "Lùng Tám"}), Date::fromYmd(2020, 1, 1));
    EXPECT_EQ(follows({"Xã Quản Bạ", "Nghĩa Thuận", "Lùng Tám"}), reform);
    EXPECT_EQ(follows({"Nà Sáng", "Phiêng Luông", "Thèn Lĩnh"}), std::nullopt) << "places that no list knows";
    EXPECT_EQ(follows({"Nà Sáng", "Phiêng Luông", "Lùng Tám"}), std::nullopt);
}

} // namespace
} // namespace banlang
