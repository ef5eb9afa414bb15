// SPDX-License-Identifier: MIT
#include "core/analysis/context/analysis_context.h"
#include "core/analysis/network/network.h"
#include "core/analysis/roads/candidate_criteria.h"
#include "core/analysis/roads/road_closures.h"
#include "core/analysis/rules/analysis_rules.h"
#include "core/analysis/rules/road_standards.h"
#include "core/base/parallel.h"
#include "core/model/as_of.h"

#include <cmath>
#include <map>
#include <set>

namespace banlang {
namespace {

constexpr double reachM = 1'000;

struct VillageWay {
    double households = 0;
    RoadNetwork::Access access;
    std::map<std::uint32_t, double> minutesSaved; ///< by road on its fastest way
};

/// The villages of one commune and their fastest ways to its centre.
struct CommuneWays {
    RoadNetwork::Access seat;
    std::vector<VillageWay> villages;
};

double householdsOf(const FeatureTable& villages, std::size_t village) {
    const double households = villages.numberAt(fields::villages.households, village);
    return std::isnan(households) ? 0 : households;
}

/// Each village with its minutes, which are found for the whole commune at once.
void findWays(CommuneWays& commune, const FeatureTable& roads, const RoadNetwork& network, const RoadStandards& standards) {
    std::vector<std::int64_t> edges;
    for (const VillageWay& village : commune.villages) edges.push_back(village.access.edge);
    const auto tree = network.shortestTree(commune.seat, travelMinutes, edges);
    for (VillageWay& village : commune.villages) {
        for (const std::uint32_t e : network.pathToStart(village.access, tree, travelMinutes)) {
            const NetworkEdge& edge = network.edges()[e];
            const double hardenedKmh = standards.of(roads.textAt(fields::roads.managementClass, edge.road)).speedHardenedKmh;
            village.minutesSaved[edge.road] += std::max(0.0, travelMinutes(edge) - edge.lengthM / 1000 / hardenedKmh * 60);
        }
    }
}

std::vector<CommuneWays> waysToSeats(const AnalysisContext& context, const RoadNetwork& network) {
    const District& district = context.district();
    const RoadStandards& standards = context.rules().roads;
    const FeatureTable& villages = district.table(Role::villages);
    const FeatureTable& communes = district.table(Role::communes);
    const auto& communeOf = district.linksOf(Role::villages).commune;
    std::vector<CommuneWays> ways(communes.rowCount);
    for (std::size_t village = 0; village < villages.rowCount && village < communeOf.size(); ++village) {
        const auto centre = centreOf(villages, village);
        const bool isThere = !context.asOf().known() || inForce(villages, village, context.asOf());
        if (communeOf[village] == notLinked || !centre || !isThere) continue;
        ways[static_cast<std::size_t>(communeOf[village])].villages.push_back(
            {householdsOf(villages, village), network.nearest(*centre, reachM), {}});
    }
    parallelRanges(ways.size(), 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t commune = begin; commune < end; ++commune) {
            if (ways[commune].villages.empty()) continue;
            if (const auto seat = centreOf(communes, commune)) ways[commune].seat = network.nearest(*seat, reachM);
            findWays(ways[commune], district.table(Role::roads), network, standards);
        }
    });
    return ways;
}

/// Households that reach the centre now and no longer do when the road is closed. A centre that lies on the closed road is still
/// where it was: it is entered by either end of its edge.
double isolatedBy(std::uint32_t road, const CommuneWays& commune, const RoadNetwork& network, const RollbackUnionFind& open) {
    const NetworkEdge& seat = network.edges()[static_cast<std::size_t>(commune.seat.edge)];
    const auto reached = [&](NodeId node) { return open.connected(node, seat.from) || open.connected(node, seat.to); };
    double households = 0;
    for (const VillageWay& village : commune.villages) {
        if (village.minutesSaved.count(road) == 0) continue;
        const NetworkEdge& own = network.edges()[static_cast<std::size_t>(village.access.edge)];
        // A village on the closed road itself is cut off only when neither end of its edge can be reached.
        if (!reached(own.from) && !reached(own.to)) households += village.households;
    }
    return households;
}

} // namespace

std::vector<RoadCriticality> roadCriticality(const AnalysisContext& context, const std::vector<bool>& asked) {
    const auto network = roadNetworkOf(context);
    const auto ways = waysToSeats(context, *network);
    std::vector<RoadCriticality> criticality(asked.size());
    std::map<std::uint32_t, std::set<std::size_t>> usedBy; // road: communes
    for (std::size_t commune = 0; commune < ways.size(); ++commune) {
        for (const VillageWay& village : ways[commune].villages) {
            for (const auto& [road, minutes] : village.minutesSaved) {
                if (!asked[road]) continue;
                usedBy[road].insert(commune);
                criticality[road].householdsThrough += village.households;
                criticality[road].timeSavedMin += minutes * village.households;
            }
        }
    }
    std::vector<std::uint32_t> used;
    used.reserve(usedBy.size());
    for (const auto& [road, communes] : usedBy) used.push_back(road);
    visitClosures(*network, used, [&](std::uint32_t road, const RollbackUnionFind& open) {
        for (const std::size_t commune : usedBy[road])
            criticality[road].isolatedHouseholds += isolatedBy(road, ways[commune], *network, open);
    });
    for (RoadCriticality& role : criticality) {
        if (role.householdsThrough > 0) role.timeSavedMin /= role.householdsThrough;
    }
    return criticality;
}

} // namespace banlang
