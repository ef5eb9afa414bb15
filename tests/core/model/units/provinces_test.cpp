// SPDX-License-Identifier: MIT
#include "core/geo/tm3_zones.h"
#include "core/model/units/official_admin_units.h"
#include "core/model/units/provinces.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

namespace banlang {
namespace {

using testing::ElementsAre;

const Date before = Date::fromYmd(2025, 6, 30);
const Date today = Date::fromYmd(2026, 7, 1);

class Provinces : public testing::Test {
protected:
    std::vector<Province> all_ = shippedProvinces();

    [[nodiscard]] std::map<std::string_view, const Province*> on(Date day) const {
        std::map<std::string_view, const Province*> provinces;
        for (const Province& province : all_) {
            if (const Province* there = provinceOn(all_, province.code, day)) provinces[there->code] = there;
        }
        return provinces;
    }
    [[nodiscard]] std::vector<double> meridians(std::string_view code, Date day) const {
        return meridiansOf(all_, *provinceOn(all_, code, day));
    }
};

TEST_F(Provinces, Are63UntilJune2025And34Since) {
    EXPECT_EQ(on(before).size(), 63U);
    EXPECT_EQ(on(today).size(), 34U);
    EXPECT_EQ(on(Date::fromYmd(2025, 7, 1)).size(), 34U);
    EXPECT_EQ(on(before).at("46")->name, "Huế");
    EXPECT_EQ(on(Date::fromYmd(2024, 1, 1)).at("46")->name, "Thừa Thiên Huế");
}

TEST_F(Provinces, EachHadOneMeridianBeforeAndItsZoneIsKnown) {
    for (const auto& [code, province] : on(before)) {
        const std::vector<double> one = meridians(code, before);
        ASSERT_EQ(one.size(), 1U) << province->name;
        EXPECT_NE(tm3ZoneAt(one.front()), nullptr) << province->name;
    }
    EXPECT_THAT(meridians("02", before), ElementsAre(105.5));
    EXPECT_TRUE(provinceOn(all_, "02", before)->meridianVerified);
    EXPECT_FALSE(provinceOn(all_, "56", before)->meridianVerified);
}

TEST_F(Provinces, AProvinceThatWasMergedHasTheMeridiansOfAllThatItWasMadeOf) {
    EXPECT_THAT(meridians("08", before), ElementsAre(106));
    EXPECT_THAT(meridians("08", today), ElementsAre(105.5, 106));
    EXPECT_THAT(meridians("56", today), ElementsAre(108.25)) << "Ninh Thuan and Khanh Hoa had the same";
    EXPECT_THAT(meridians("96", today), ElementsAre(104.5, 105));
    EXPECT_THAT(meridians("46", today), ElementsAre(107));
    EXPECT_THAT(meridians("01", today), ElementsAre(105));
}

TEST_F(Provinces, EveryProvinceBeforeWentIntoOneOfToday) {
    std::multiset<std::string_view> sources;
    for (const auto& [code, province] : on(today)) {
        if (province->madeOf.empty()) sources.insert(code);
        sources.insert(province->madeOf.begin(), province->madeOf.end());
    }
    for (const auto& [code, province] : on(before)) EXPECT_EQ(sources.count(code), 1U) << province->name;
    EXPECT_EQ(sources.size(), 63U);
}

TEST_F(Provinces, HoldAllUnitsOfTheListThatIsInForce) {
    const std::vector<OfficialAdminUnit> units = listInForce(today);
    EXPECT_EQ(units.size(), 3321U);
    std::map<std::string_view, int> counts;
    std::set<std::string_view> codes;
    for (const OfficialAdminUnit& unit : units) {
        ++counts[unit.provinceCode];
        EXPECT_TRUE(codes.insert(unit.code).second) << unit.code;
    }
    EXPECT_EQ(counts.size(), 34U);
    for (const auto& [code, count] : counts) EXPECT_NE(provinceOn(all_, code, today), nullptr) << code;
    EXPECT_EQ(counts["08"], 124);
    EXPECT_EQ(counts["56"], 65);
    EXPECT_EQ(counts["96"], 64);
}

TEST_F(Provinces, OneListHoldsFromTheSameDayInTheWholeCountry) {
    EXPECT_THAT(shippedListDates(), ElementsAre(Date::fromYmd(2020, 1, 1), Date::fromYmd(2025, 7, 1)));
    const std::vector<std::string_view> codes{"22333", "22366"};
    std::vector<std::string_view> names;
    for (const std::string_view code : codes) {
        ASSERT_EQ(officialUnitsOfCode(code).size(), 1U) << code;
        names.push_back(officialUnitsOfCode(code).front().name);
    }
    EXPECT_EQ(listFollowed(codes, names), Date::fromYmd(2025, 7, 1));
}

} // namespace
} // namespace banlang
