// SPDX-License-Identifier: MIT
#include "core/store/store.h"
#include "tests/support/files.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

class LinkOverrides : public test::InFolder {
protected:
    [[nodiscard]] Store newStore() const {
        auto store = Store::create(at("a.gpkg"), 9209);
        if (!store) throw std::runtime_error(describe(store.error(), Language::english));
        return std::move(*store);
    }
    static LinkOverride about(std::string rawText, std::string target) {
        LinkOverride linkOverride{
            Role::saturdays, "village_code", std::move(rawText), "00874", std::move(target), {}, "phòng NN", "hỏi xã", {}};
        return linkOverride;
    }
    static std::vector<LinkOverride> all(const Store& store) {
        auto linkOverrides = store.linkOverrides();
        if (!linkOverrides) throw std::runtime_error(describe(linkOverrides.error(), Language::english));
        return std::move(*linkOverrides);
    }
};

TEST_F(LinkOverrides, ComeBackAsTheyWereMade) {
    Store store = newStore();
    EXPECT_TRUE(all(store).empty());
    const LinkOverride linkOverrides[] = {about("Sung Trang", "0087402"), about("Thôn Xa", "")};
    ASSERT_TRUE(store.saveLinkOverrides(linkOverrides));
    auto back = all(*Store::openForReading(at("a.gpkg")));
    ASSERT_EQ(back.size(), 2U);
    for (LinkOverride& linkOverride : back) {
        EXPECT_EQ(linkOverride.decidedAt.size(), 20U) << linkOverride.decidedAt;
        linkOverride.decidedAt.clear();
    }
    EXPECT_EQ(back[0], linkOverrides[0]);
    EXPECT_EQ(back[1], linkOverrides[1]);
}

TEST_F(LinkOverrides, ALaterOneSupersedesAndNothingIsLost) {
    Store store = newStore();
    for (const char* target : {"0087401", "0087402", "0087402"}) {
        const LinkOverride linkOverride = about("Sung Trang", target);
        ASSERT_TRUE(store.saveLinkOverrides(std::span(&linkOverride, 1)));
    }
    const auto log = all(store);
    ASSERT_EQ(log.size(), 2U) << "saying the same again changes nothing";
    EXPECT_EQ(log[0].target, "0087401");
    EXPECT_EQ(log[0].state, LinkOverrideState::superseded);
    EXPECT_EQ(log[1].target, "0087402");
    EXPECT_TRUE(log[1].live());
}

TEST_F(LinkOverrides, CanBeWithdrawnAndTheLogSaysByWhom) {
    Store store = newStore();
    const LinkOverride linkOverride = about("Sung Trang", "0087402");
    ASSERT_TRUE(store.saveLinkOverrides(std::span(&linkOverride, 1)));
    LinkOverride back = linkOverride;
    back.decidedBy = "lãnh đạo phòng";
    ASSERT_TRUE(store.withdrawLinkOverride(back));
    const auto log = all(store);
    ASSERT_EQ(log.size(), 2U);
    EXPECT_EQ(log[0].state, LinkOverrideState::withdrawn);
    EXPECT_EQ(log[1].state, LinkOverrideState::withdrawal);
    EXPECT_EQ(log[1].decidedBy, "lãnh đạo phòng");
    EXPECT_EQ(log[1].target, "0087402");
    const auto again = store.withdrawLinkOverride(back);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "not-decided");
    EXPECT_EQ(all(store).size(), 2U);
}

TEST_F(LinkOverrides, AboutOtherWordsOrInAnotherCommuneStand) {
    Store store = newStore();
    LinkOverride elsewhere = about("Sung Trang", "0087701");
    elsewhere.scope = "";
    const LinkOverride linkOverrides[] = {about("Sung Trang", "0087402"), about("Sung", "0087401"), elsewhere};
    ASSERT_TRUE(store.saveLinkOverrides(linkOverrides));
    for (const LinkOverride& linkOverride : all(store))
        EXPECT_TRUE(linkOverride.live()) << linkOverride.rawText << linkOverride.scope;
}

} // namespace
} // namespace banlang
