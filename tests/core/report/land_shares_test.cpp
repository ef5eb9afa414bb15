// SPDX-License-Identifier: MIT
#include "core/report/land_shares.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

TEST(LandShare, IsRoundedDownSoThatAHundredIsAllOfIt) {
    EXPECT_EQ((LandShare{.neededM2 = 1000, .donatedM2 = 999}).percent(), 99);
    EXPECT_EQ((LandShare{.neededM2 = 3, .donatedM2 = 3}).percent(), 100);
    EXPECT_EQ(LandShare{}.percent(), std::nullopt);
    RoadAcquisition unreported;
    unreported.neededM2 = 5;
    EXPECT_TRUE(landShareOf(unreported).withoutDonationRecord);
    EXPECT_EQ(landShareOf(unreported).percent(), std::nullopt);
}

TEST(LandShare, OfARoadThatNeedsNoLandAllIsGiven) {
    RoadAcquisition road;
    EXPECT_EQ(donatedPercent(road), 100);
    road.neededM2 = 8;
    road.donatedM2 = 2;
    EXPECT_EQ(donatedPercent(road), 25);
    road.parcels.resize(3);
    road.parcels[1].state = LandState::donated;
    EXPECT_EQ(parcelsByState(road), (std::array<std::size_t, landStates>{0, 1, 0, 2}));
}

} // namespace
} // namespace banlang
