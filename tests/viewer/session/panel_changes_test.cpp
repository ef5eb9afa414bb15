// SPDX-License-Identifier: MIT
#include "viewer/session/panel_changes.h"

#include <gmock/gmock.h>

namespace banlang::viewer {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

TEST(Patches, StayApartWhileTheyDoNotOverlap) {
    Patches patches;
    patches.add({0, 0, 10, 10});
    patches.add({10, 0, 10, 10});
    EXPECT_THAT(patches.rects(), SizeIs(2));
    EXPECT_FALSE(patches.touch({30, 30, 5, 5}));
    EXPECT_TRUE(patches.touch({5, 5, 50, 50}));
}

TEST(Patches, AreJoinedAsFarAsTheyTouchOneAnother) {
    Patches patches;
    patches.add({0, 0, 10, 10});
    patches.add({30, 0, 10, 10});
    patches.add({5, 5, 30, 2});
    EXPECT_THAT(patches.rects(), ElementsAre(Rect{0, 0, 40, 10}));
}

TEST(Patches, IgnoreWhatHasNoSize) {
    Patches patches;
    patches.add({5, 5, 0, 10});
    EXPECT_THAT(patches.rects(), SizeIs(0));
}

} // namespace
} // namespace banlang::viewer
