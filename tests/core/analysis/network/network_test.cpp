// SPDX-License-Identifier: MIT
#include "core/analysis/network/network.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace banlang {
namespace {

using test::DistrictBuilder;

double lengthCost(const NetworkEdge& edge) {
    return edge.lengthM;
}

double distanceBetween(const RoadNetwork& network, Point from, Point to, const RoadNetwork::EdgeCost& cost = lengthCost) {
    return network.costAt(network.nearest(to, 50), network.costsFrom(network.nearest(from, 50), cost), cost);
}

/// A street of 1 km, a lane that ends on its middle, and an island beside them.
District streetAndLane() {
    DistrictBuilder builder;
    builder.add(Role::roads, {{"id", "street"}, {"class", "ĐX"}, {"surface", "bê tông xi măng"}}, "LINESTRING (0 0,1000 0)");
    builder.add(Role::roads, {{"id", "lane"}, {"class", "ĐTh"}, {"surface", "đất"}}, "LINESTRING (500 300,500 0.4)");
    builder.add(Role::roads, {{"id", "island"}, {"class", "NX"}, {"surface", "đất"}}, "LINESTRING (2000 0,2100 0)");
    return builder.unlinked();
}

TEST(RoadNetwork, SplitsARoadWhereAnotherEndsOnIt) {
    const RoadNetwork network(streetAndLane(), shippedRules()->roads);
    EXPECT_EQ(network.edges().size(), 4U);
    EXPECT_EQ(network.nodeCount(), 6U);
}

TEST(RoadNetwork, FindsTheWayRoundTheCorner) {
    const RoadNetwork network(streetAndLane(), shippedRules()->roads);
    EXPECT_NEAR(distanceBetween(network, {0, 0}, {500, 300}), 800, 0.5);
    EXPECT_NEAR(distanceBetween(network, {250, 10}, {500, 100}), 350, 0.5)
        << "from the middle of one edge to the middle of another";
}

TEST(RoadNetwork, AnIslandIsUnreachable) {
    const RoadNetwork network(streetAndLane(), shippedRules()->roads);
    EXPECT_TRUE(std::isinf(distanceBetween(network, {0, 0}, {2050, 0})));
    EXPECT_EQ(network.nearest({5000, 5000}, 50).edge, -1);
}

TEST(RoadNetwork, AClosedSurfaceIsNotEntered) {
    const RoadNetwork network(streetAndLane(), shippedRules()->roads);
    const auto hardenedOnly = [](const NetworkEdge& edge) { return edge.hardened ? edge.lengthM : RoadNetwork::unreachable; };
    EXPECT_NEAR(distanceBetween(network, {0, 0}, {1000, 0}, hardenedOnly), 1000, 0.5);
    EXPECT_TRUE(std::isinf(distanceBetween(network, {0, 0}, {500, 300}, hardenedOnly)));
}

TEST(RoadNetwork, JoinsRoadsThatCrossAtACommonPoint) {
    DistrictBuilder builder;
    builder.add(Role::roads, {{"id", "a"}, {"class", "ĐX"}}, "LINESTRING (0 0,100 0,200 0)");
    builder.add(Role::roads, {{"id", "b"}, {"class", "ĐX"}}, "LINESTRING (100 -100,100 0,100 100)");
    const RoadNetwork network(builder.unlinked(), shippedRules()->roads);
    EXPECT_EQ(network.edges().size(), 4U);
    EXPECT_NEAR(distanceBetween(network, {0, 0}, {100, 100}), 200, 1e-9);
}

TEST(RoadNetwork, TellsTheWayBackEdgeByEdge) {
    const RoadNetwork network(streetAndLane(), shippedRules()->roads);
    const auto tree = network.shortestTree(network.nearest({0, 0}, 50), lengthCost);
    const auto way = network.pathToStart(network.nearest({500, 300}, 50), tree, lengthCost);
    ASSERT_EQ(way.size(), 2U);
    EXPECT_EQ(network.edges()[way[0]].road, 1U);
    EXPECT_EQ(network.edges()[way[1]].road, 0U);
}

TEST(RoadNetwork, GoesNoFurtherThanItIsAsked) {
    DistrictBuilder builder;
    for (int i = 0; i < 20; ++i)
        builder.add(Role::roads, {{"class", "ĐX"}}, fmt::format("LINESTRING ({} 0,{} 0)", i * 100, i * 100 + 100));
    const RoadNetwork network(builder.unlinked(), shippedRules()->roads);
    const auto start = network.nearest({0, 0}, 50);
    const auto near = network.nearest({420, 0}, 50);
    const auto whole = network.shortestTree(start, lengthCost);
    const auto tree = network.shortestTree(start, lengthCost, std::array{near.edge});
    EXPECT_EQ(network.costAt(near, tree.costs, lengthCost), 420);
    EXPECT_EQ(network.pathToStart(near, tree, lengthCost), network.pathToStart(near, whole, lengthCost));
    const auto far = network.nearest({1950, 0}, 50);
    EXPECT_EQ(network.costAt(far, whole.costs, lengthCost), 1950);
    EXPECT_EQ(network.costAt(far, tree.costs, lengthCost), RoadNetwork::unreachable);
}

} // namespace
} // namespace banlang
