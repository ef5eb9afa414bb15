// SPDX-License-Identifier: MIT
#include "core/store/store.h"
#include "tests/support/files.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

class LinkDecisions : public test::InFolder {
protected:
    [[nodiscard]] Store newStore() const {
        auto store = Store::create(at("a.gpkg"), 9209);
        if (!store) throw std::runtime_error(describe(store.error(), Language::english));
        return std::move(*store);
    }
    static LinkDecision about(std::string said, std::string target) {
        LinkDecision decision{
            Role::saturdays, "village_code", std::move(said), "00874", std::move(target), {}, "phòng NN", "hỏi xã", {}};
        return decision;
    }
    static std::vector<LinkDecision> all(const Store& store) {
        auto decisions = store.linkDecisions();
        if (!decisions) throw std::runtime_error(describe(decisions.error(), Language::english));
        return std::move(*decisions);
    }
};

TEST_F(LinkDecisions, ComeBackAsTheyWereMade) {
    Store store = newStore();
    EXPECT_TRUE(all(store).empty());
    const LinkDecision decisions[] = {about("Sung Trang", "0087402"), about("Thôn Xa", "")};
    ASSERT_TRUE(store.decideLinks(decisions));
    auto back = all(*Store::openForReading(at("a.gpkg")));
    ASSERT_EQ(back.size(), 2U);
    for (LinkDecision& decision : back) {
        EXPECT_EQ(decision.decidedAt.size(), 20U) << decision.decidedAt;
        decision.decidedAt.clear();
    }
    EXPECT_EQ(back[0], decisions[0]);
    EXPECT_EQ(back[1], decisions[1]);
}

TEST_F(LinkDecisions, ALaterOneSupersedesAndNothingIsLost) {
    Store store = newStore();
    for (const char* target : {"0087401", "0087402", "0087402"}) {
        const LinkDecision decision = about("Sung Trang", target);
        ASSERT_TRUE(store.decideLinks(std::span(&decision, 1)));
    }
    const auto log = all(store);
    ASSERT_EQ(log.size(), 2U) << "saying the same again changes nothing";
    EXPECT_EQ(log[0].target, "0087401");
    EXPECT_EQ(log[0].state, DecisionState::superseded);
    EXPECT_EQ(log[1].target, "0087402");
    EXPECT_TRUE(log[1].live());
}

TEST_F(LinkDecisions, CanBeWithdrawnAndTheLogSaysByWhom) {
    Store store = newStore();
    const LinkDecision decision = about("Sung Trang", "0087402");
    ASSERT_TRUE(store.decideLinks(std::span(&decision, 1)));
    LinkDecision back = decision;
    back.decidedBy = "lãnh đạo phòng";
    ASSERT_TRUE(store.withdrawLink(back));
    const auto log = all(store);
    ASSERT_EQ(log.size(), 2U);
    EXPECT_EQ(log[0].state, DecisionState::withdrawn);
    EXPECT_EQ(log[1].state, DecisionState::withdrawal);
    EXPECT_EQ(log[1].decidedBy, "lãnh đạo phòng");
    EXPECT_EQ(log[1].target, "0087402");
    const auto again = store.withdrawLink(back);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "not-decided");
    EXPECT_EQ(all(store).size(), 2U);
}

TEST_F(LinkDecisions, AboutOtherWordsOrInAnotherCommuneStand) {
    Store store = newStore();
    LinkDecision elsewhere = about("Sung Trang", "0087701");
    elsewhere.within = "";
    const LinkDecision decisions[] = {about("Sung Trang", "0087402"), about("Sung", "0087401"), elsewhere};
    ASSERT_TRUE(store.decideLinks(decisions));
    for (const LinkDecision& decision : all(store)) EXPECT_TRUE(decision.live()) << decision.said << decision.within;
}

} // namespace
} // namespace banlang
