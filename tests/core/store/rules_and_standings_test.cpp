// SPDX-License-Identifier: MIT
#include "core/base/shipped_data.h"
#include "core/store/rules.h"
#include "core/store/standings.h"
#include "tests/support/district_builder.h"
#include "tests/support/files.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::DistrictBuilder;
using test::twoCommunes;

class RulesInStore : public test::InFolder {
protected:
    std::string store_;

    void SetUp() override {
        InFolder::SetUp();
        store_ = at("d.gpkg");
        ASSERT_TRUE(Store::create(store_, 9209));
    }
};
using StandingsInStore = RulesInStore;

TEST_F(RulesInStore, AreKeptUntilTheyAreReset) {
    EXPECT_TRUE(storedRules(store_)->own.empty());
    ASSERT_TRUE(setRule(store_, "gap_rules.toml", "[loan]\ninspect_within_days = 45\n"));
    ASSERT_TRUE(setRule(store_, "gap_rules.toml", "[loan]\ninspect_within_days = 46\n"));
    EXPECT_EQ(storedRules(store_)->text("gap_rules.toml"), "[loan]\ninspect_within_days = 46\n");
    EXPECT_EQ(storedRules(store_)->text("emulation.toml"), shippedData("emulation.toml"));
    ASSERT_TRUE(resetRule(store_, "gap_rules.toml"));
    EXPECT_EQ(storedRules(store_)->text("gap_rules.toml"), shippedData("gap_rules.toml"));
    EXPECT_FALSE(resetRule(store_, "gap_rules.toml"));
}

TEST_F(RulesInStore, AFileThatCannotBeReadChangesNothing) {
    const auto refused = setRule(store_, "emulation.toml", "version = \"1\"\nweights = 3\n");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().where.row, 2);
    EXPECT_TRUE(storedRules(store_)->own.empty());
}

DistrictBuilder withDonation(std::string_view areaM2) {
    DistrictBuilder builder = twoCommunes();
    builder.add(Role::targets, {{"unit_code", "00874"}, {"indicator", "donated_m2"}, {"year", "2022"}, {"value", "600"}});
    builder.add(Role::donations,
                {{"id", "D1"}, {"commune_code", "00874"}, {"declared_area_m2", areaM2}, {"donated_on", "2022-03-01"}});
    return builder;
}

TEST_F(StandingsInStore, WhatWasFrozenStaysWhateverTheDataBecome) {
    const District then = withDonation("300").linked();
    const auto standing = emulation(then, 2022, Date::fromYmd(2022, 5, 18), {});
    ASSERT_TRUE(standing) << describe(standing.error(), Language::english);
    ASSERT_TRUE(freezeStanding(store_, "6 tháng", *standing, {}));
    const auto frozen = frozenStanding(store_, "6 tháng");
    ASSERT_TRUE(frozen);
    EXPECT_EQ(frozen->year, 2022);
    EXPECT_EQ(frozen->standing(), standingJson(*standing));
    EXPECT_TRUE(frozen->intact());
    EXPECT_EQ(stillTheSame(*frozen, then), true);
    EXPECT_EQ(stillTheSame(*frozen, withDonation("400").linked()), false);
}

TEST_F(StandingsInStore, RulesThatChangeLaterDoNotChangeWhatIsRecomputed) {
    const District district = withDonation("300").linked();
    ASSERT_TRUE(freezeStanding(store_, "a", *emulation(district, 2022, Date::fromYmd(2022, 5, 18), {}), {}));
    std::string other(shippedData("emulation.toml"));
    other.replace(other.find("weight = 20"), 11, "weight = 99");
    ASSERT_TRUE(setRule(store_, "emulation.toml", other));
    EXPECT_EQ(stillTheSame(*frozenStanding(store_, "a"), district), true);
}

TEST_F(StandingsInStore, AreNotWrittenOverAndToldApartByName) {
    const auto standing = emulation(twoCommunes().linked(), 2022, Date::fromYmd(2022, 5, 18), {});
    ASSERT_TRUE(freezeStanding(store_, "a", *standing, {}));
    EXPECT_FALSE(freezeStanding(store_, "a", *standing, {}));
    EXPECT_EQ(frozenStandings(store_)->size(), 1U);
    const auto unknown = frozenStanding(store_, "b");
    ASSERT_FALSE(unknown);
    EXPECT_NE(unknown.error().hint.vi.find("a"), std::string::npos);
}

TEST_F(StandingsInStore, AChangedContentIsNoLongerIntact) {
    auto frozen = freezeStanding(store_, "a", *emulation(withDonation("300").linked(), 2022, Date::fromYmd(2022, 5, 18), {}), {});
    ASSERT_TRUE(frozen);
    frozen->content.replace(frozen->content.find("00874"), 5, "00877");
    EXPECT_FALSE(frozen->intact());
}

} // namespace
} // namespace banlang
