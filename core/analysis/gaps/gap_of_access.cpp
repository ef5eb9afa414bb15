// SPDX-License-Identifier: MIT
#include "core/analysis/context/analysis_context.h"
#include "core/analysis/gaps/gap_questions.h"
#include "core/analysis/network/rollback_union_find.h"

#include <fmt/format.h>

#include <cmath>

namespace banlang {
namespace {

/// How far a centre may lie from the road that serves it.
constexpr double reachM = 1'000;

/// Metres that are not hardened on the way that has fewest of them.
double unhardenedLengthM(const NetworkEdge& edge) {
    return edge.hardened ? 0 : edge.lengthM;
}

/// The ways from a commune's centre to its villages; what is not hardened on them is found when first asked for.
struct FromSeat {
    RoadNetwork::Access seat;
    std::vector<std::int64_t> edges; ///< that hold its villages
    std::optional<std::vector<double>> notHardenedM;
};

/// What is connected over hardened roads alone.
RollbackUnionFind overHardenedRoads(const RoadNetwork& network) {
    RollbackUnionFind connections(network.nodeCount());
    for (const NetworkEdge& edge : network.edges()) {
        if (edge.hardened) connections.connect(edge.from, edge.to);
    }
    return connections;
}

bool connected(const RoadNetwork& network, const RollbackUnionFind& hardened, const RoadNetwork::Access& a,
               const RoadNetwork::Access& b) {
    if (a.edge < 0 || b.edge < 0) return false;
    const NetworkEdge& edgeA = network.edges()[static_cast<std::size_t>(a.edge)];
    const NetworkEdge& edgeB = network.edges()[static_cast<std::size_t>(b.edge)];
    return edgeA.hardened && edgeB.hardened && hardened.connected(edgeA.from, edgeB.from);
}

Bilingual reasonFor(const RoadNetwork& network, const RoadNetwork::Access& village, FromSeat& from) {
    if (village.edge < 0) return {"không có đường trong phạm vi 1 km", "no road within 1 km"};
    if (from.seat.edge < 0) return {"trung tâm xã không có đường", "the commune centre has no road"};
    if (!from.notHardenedM) from.notHardenedM = network.costsFrom(from.seat, unhardenedLengthM, from.edges);
    const double missing = network.costAt(village, *from.notHardenedM, unhardenedLengthM);
    if (std::isinf(missing)) return {"không có đường nối với trung tâm xã", "no road to the commune centre"};
    return {fmt::format("còn {:.1f} km chưa cứng hóa trên đường về trung tâm xã", missing / 1000),
            fmt::format("{:.1f} km not hardened on the way to the commune centre", missing / 1000)};
}

} // namespace

void villagesWithoutHardenedAccess(const AnalysisContext& context, GapBuilder& gap) {
    const District& district = context.district();
    const FeatureTable& villages = district.table(Role::villages);
    const FeatureTable& communes = district.table(Role::communes);
    const auto& communeOf = district.linksOf(Role::villages).commune;
    const auto kept = roadNetworkOf(context);
    const RoadNetwork& network = *kept;
    const RollbackUnionFind hardened = overHardenedRoads(network);
    std::vector<FromSeat> fromSeats(communes.rowCount);
    for (std::size_t commune = 0; commune < communes.rowCount; ++commune) {
        if (const auto seat = centreOf(communes, commune)) fromSeats[commune].seat = network.nearest(*seat, reachM);
    }
    std::vector<std::pair<std::size_t, RoadNetwork::Access>> missed; // villages and where they meet the network
    for (std::size_t village = 0; village < villages.rowCount; ++village) {
        const std::int32_t commune = linkedRow(communeOf, village);
        const auto centre = centreOf(villages, village);
        if (commune == notLinked || !centre || !gap.examine(Role::villages, village)) continue;
        FromSeat& from = fromSeats[static_cast<std::size_t>(commune)];
        const RoadNetwork::Access access = network.nearest(*centre, reachM);
        if (connected(network, hardened, access, from.seat)) continue;
        from.edges.push_back(access.edge);
        missed.emplace_back(village, access);
    }
    for (const auto& [village, access] : missed) {
        FromSeat& from = fromSeats[static_cast<std::size_t>(communeOf[village])];
        gap.miss(Role::villages, village, reasonFor(network, access, from));
    }
}

} // namespace banlang
