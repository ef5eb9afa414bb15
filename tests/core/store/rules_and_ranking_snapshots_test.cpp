// SPDX-License-Identifier: MIT
#include "core/base/shipped_data.h"
#include "core/store/ranking_snapshots.h"
#include "core/store/rules.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"
#include "tests/support/execute_sql.h"
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
using RankingSnapshots = RulesInStore;

TEST_F(RulesInStore, AreKeptUntilTheyAreReset) {
    EXPECT_TRUE(storedRuleTexts(store_)->own.empty());
    ASSERT_TRUE(setRule(store_, "gap_rules.toml", "[loan]\ninspect_within_days = 45\n"));
    ASSERT_TRUE(setRule(store_, "gap_rules.toml", "[loan]\ninspect_within_days = 46\n"));
    EXPECT_EQ(storedRuleTexts(store_)->text("gap_rules.toml"), "[loan]\ninspect_within_days = 46\n");
    EXPECT_EQ(storedRuleTexts(store_)->text("emulation.toml"), shippedData("emulation.toml"));
    ASSERT_TRUE(resetRule(store_, "gap_rules.toml"));
    EXPECT_EQ(storedRuleTexts(store_)->text("gap_rules.toml"), shippedData("gap_rules.toml"));
    EXPECT_FALSE(resetRule(store_, "gap_rules.toml"));
}

TEST_F(RulesInStore, AFileThatCannotBeReadChangesNothing) {
    const auto refused = setRule(store_, "emulation.toml", "version = \"1\"\nweights = 3\n");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().where.row, 2);
    EXPECT_TRUE(storedRuleTexts(store_)->own.empty());
}

/// As only another program can leave it there.
TEST_F(RulesInStore, ATextThatCannotBeReadIsAnErrorAndNothingShippedStandsInForIt) {
    ASSERT_TRUE(setRule(store_, "gap_rules.toml", "[loan]\ninspect_within_days = 45\n"));
    EXPECT_EQ((*storedRules(store_))->gaps.inspectLoanWithinDays, 45);
    test::executeSql(store_, "UPDATE banlang_rules SET text = '[loan]' || char(10) || 'inspect_in_days = 45'");
    const auto rules = storedRules(store_);
    ASSERT_FALSE(rules);
    EXPECT_EQ(rules.error().where.file, store_);
    EXPECT_EQ(rules.error().where.layer, "gap_rules.toml");
    EXPECT_EQ(rules.error().where.row, 2);
    EXPECT_NE(rules.error().message.en.find("inspect_in_days"), std::string::npos);
    EXPECT_NE(rules.error().hint.en.find("--reset gap_rules.toml"), std::string::npos);
    EXPECT_NE(rules.error().hint.vi.find("--reset gap_rules.toml"), std::string::npos);
    EXPECT_TRUE(storedRuleTexts(store_)) << "who mends it sees it";
    ASSERT_TRUE(resetRule(store_, "gap_rules.toml"));
    EXPECT_TRUE(storedRules(store_));
}

DistrictBuilder withDonation(std::string_view areaM2) {
    DistrictBuilder builder = twoCommunes();
    builder.add(Role::targets, {{"unit_code", "00874"}, {"indicator", "donated_m2"}, {"year", "2022"}, {"value", "600"}});
    builder.add(Role::donations,
                {{"id", "D1"}, {"commune_code", "00874"}, {"declared_area_m2", areaM2}, {"donated_on", "2022-03-01"}});
    return builder;
}

CommuneRanking standingOf(const District& district) {
    return **communeRanking(test::contextOf(district, Date::fromYmd(2022, 5, 18)));
}

TEST_F(RankingSnapshots, WhatWasFrozenStaysWhateverTheDataBecome) {
    const auto then = std::make_shared<const District>(withDonation("300").linked());
    const auto ranked = communeRanking(AnalysisContext(then, shippedRules(), Date::fromYmd(2022, 5, 18)));
    ASSERT_TRUE(ranked) << describe(ranked.error(), Language::english);
    const CommuneRanking& ranking = **ranked;
    ASSERT_TRUE(saveRankingSnapshot(store_, "6 tháng", ranking, {}));
    const auto frozen = rankingSnapshot(store_, "6 tháng");
    ASSERT_TRUE(frozen);
    EXPECT_EQ(frozen->year, 2022);
    EXPECT_EQ(frozen->ranking(), communeRankingJson(ranking));
    EXPECT_TRUE(frozen->intact());
    EXPECT_EQ(isReproducible(*frozen, then), true);
    EXPECT_EQ(isReproducible(*frozen, std::make_shared<const District>(withDonation("400").linked())), false);
}

TEST_F(RankingSnapshots, RulesThatChangeLaterDoNotChangeWhatIsRecomputed) {
    const auto district = std::make_shared<const District>(withDonation("300").linked());
    ASSERT_TRUE(saveRankingSnapshot(store_, "a", standingOf(*district), {}));
    std::string other(shippedData("emulation.toml"));
    other.replace(other.find("weight = 20"), 11, "weight = 99");
    ASSERT_TRUE(setRule(store_, "emulation.toml", other));
    EXPECT_EQ(isReproducible(*rankingSnapshot(store_, "a"), district), true);
}

TEST_F(RankingSnapshots, AreNotWrittenOverAndToldApartByName) {
    const CommuneRanking ranking = standingOf(twoCommunes().linked());
    ASSERT_TRUE(saveRankingSnapshot(store_, "a", ranking, {}));
    EXPECT_FALSE(saveRankingSnapshot(store_, "a", ranking, {}));
    EXPECT_EQ(rankingSnapshots(store_)->size(), 1U);
    const auto unknown = rankingSnapshot(store_, "b");
    ASSERT_FALSE(unknown);
    EXPECT_NE(unknown.error().hint.vi.find("a"), std::string::npos);
}

TEST_F(RankingSnapshots, AChangedContentIsNoLongerIntact) {
    auto frozen = saveRankingSnapshot(store_, "a", standingOf(withDonation("300").linked()), {});
    ASSERT_TRUE(frozen);
    frozen->content.replace(frozen->content.find("00874"), 5, "00877");
    EXPECT_FALSE(frozen->intact());
}

TEST_F(RankingSnapshots, WithoutTheRulesOfItsTimeNothingIsRankedByOthers) {
    const auto district = std::make_shared<const District>(withDonation("300").linked());
    auto frozen = saveRankingSnapshot(store_, "a", standingOf(*district), {});
    ASSERT_TRUE(frozen);
    const std::string whole = frozen->content;
    frozen->content.replace(frozen->content.find("rule_texts"), 10, "rule_tests");
    const auto lost = isReproducible(*frozen, district);
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.error().code, "bad-standing");
    frozen->content = whole;
    frozen->content.replace(frozen->content.find("inspect_within_days"), 19, "inspect_when_we_may");
    const auto unread = isReproducible(*frozen, district);
    ASSERT_FALSE(unread);
    EXPECT_EQ(unread.error().where.file, "gap_rules.toml");
}

} // namespace
} // namespace banlang
