// SPDX-License-Identifier: MIT
#include "core/analysis/roads/road_closures.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

#include <map>

namespace banlang {
namespace {

/// A square of four roads and a lane that leaves one of its corners.
District squareAndLane() {
    test::DistrictBuilder builder;
    builder.add(Role::roads, {{"id", "south"}}, "LINESTRING (0 0,100 0)");
    builder.add(Role::roads, {{"id", "east"}}, "LINESTRING (100 0,100 100)");
    builder.add(Role::roads, {{"id", "north"}}, "LINESTRING (100 100,0 100)");
    builder.add(Role::roads, {{"id", "west"}}, "LINESTRING (0 100,0 0)");
    builder.add(Role::roads, {{"id", "lane"}}, "LINESTRING (100 100,200 200)");
    return builder.unlinked();
}

TEST(RoadClosures, OnlyTheClosedRoadIsMissing) {
    const RoadNetwork network(squareAndLane(), shippedRules()->roads);
    const auto nodeAt = [&](Point point) {
        NodeId node = 0;
        while (!(network.place(node) == point)) ++node;
        return node;
    };
    std::map<std::uint32_t, std::pair<bool, bool>> seen; // road: round the square, out on the lane
    visitClosures(network, {0, 2, 3, 4}, [&](std::uint32_t road, const RollbackUnionFind& open) {
        seen[road] = {open.connected(nodeAt({0, 0}), nodeAt({100, 0})), open.connected(nodeAt({0, 0}), nodeAt({200, 200}))};
    });
    ASSERT_EQ(seen.size(), 4U);
    for (const std::uint32_t ofSquare : {0U, 2U, 3U}) EXPECT_EQ(seen[ofSquare], std::pair(true, true)) << "there is a way round";
    EXPECT_EQ(seen[4], std::pair(true, false));
}

TEST(RoadClosures, NoRoadsNoVisits) {
    const RoadNetwork network(squareAndLane(), shippedRules()->roads);
    visitClosures(network, {}, [](std::uint32_t /*road*/, const RollbackUnionFind& /*open*/) { FAIL(); });
}

} // namespace
} // namespace banlang
