// SPDX-License-Identifier: MIT
#include "core/link/link_override.h"
#include "core/link/unresolved_reason.h"

#include <gtest/gtest.h>

#include <set>

namespace banlang {
namespace {

TEST(UnresolvedReason, WhatIsNotFoundIsCalledByItsKind) {
    std::set<std::string_view> words;
    for (const Reference reference :
         {Reference::road, Reference::household, Reference::garden, Reference::house, Reference::roadWork, Reference::commune}) {
        const UnresolvedReason reason = unresolved_reason::unknown(reference);
        EXPECT_EQ(reason.id, "unknown");
        EXPECT_FALSE(reason.label.en.empty());
        words.insert(reason.label.vi);
    }
    EXPECT_EQ(words.size(), 6U);
    EXPECT_EQ(unresolved_reason::unknown(Reference::village).label.vi, unresolved_reason::unknown(Reference::commune).label.vi);
}

TEST(UnresolvedReason, WhatTellsOfOtherUnitsIsToldInBothLanguagesUnderAnIdOfItsOwn) {
    std::set<std::string_view> ids;
    for (const UnresolvedReason& reason :
         {unresolved_reason::elsewhere, unresolved_reason::unitEnded, unresolved_reason::overridesDisagree,
          unresolved_reason::recycledCode, unresolved_reason::unitOrDistrict}) {
        ids.insert(reason.id);
        EXPECT_NE(reason.label.vi, reason.label.en);
        EXPECT_FALSE(reason.label.vi.empty() || reason.label.en.empty());
    }
    EXPECT_EQ(ids,
              (std::set<std::string_view>{"elsewhere", "unit-ended", "decisions-disagree", "recycled-code", "unit-or-district"}));
}

TEST(LinkOverrideState, EachHasAnIdOfItsOwnAndOneIsLive) {
    std::set<std::string_view> ids;
    for (const LinkOverrideState state :
         {LinkOverrideState::live, LinkOverrideState::superseded, LinkOverrideState::withdrawn, LinkOverrideState::withdrawal}) {
        ids.insert(id(state));
        LinkOverride decision;
        decision.state = state;
        EXPECT_EQ(decision.live(), id(state) == "live");
    }
    EXPECT_EQ(ids, (std::set<std::string_view>{"live", "superseded", "withdrawn", "withdrawal"}));
}

} // namespace
} // namespace banlang
