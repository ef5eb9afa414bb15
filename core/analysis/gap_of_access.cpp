// SPDX-License-Identifier: MIT
#include "core/analysis/gap_questions.h"
#include "core/analysis/network.h"

#include <fmt/format.h>

#include <cmath>

namespace banlang {
namespace {

/// How far a centre may lie from the road that serves it.
constexpr double reachM = 1'000;

double hardenedLengthM(const NetworkEdge& edge) {
    return edge.hardened ? edge.lengthM : RoadNetwork::unreachable;
}

/// Metres that are not hardened on the way that has fewest of them.
double unhardenedLengthM(const NetworkEdge& edge) {
    return edge.hardened ? 0 : edge.lengthM;
}

/// The ways from a commune's centre to its villages; costs are found when first asked for.
struct FromSeat {
    RoadNetwork::Access seat;
    std::vector<std::int64_t> edges; ///< that hold its villages
    std::optional<std::vector<double>> overHardenedM;
    std::optional<std::vector<double>> notHardenedM;
};

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

Gap villagesWithoutHardenedAccess(const District& district, Date asOf, const GapRules& /*rules*/) {
    GapBuilder gap(district, asOf, "village-without-hardened-access",
                   {"Thôn chưa có đường cứng hóa về trung tâm xã", "Villages without hardened access"},
                   {"Không có lối đi toàn đường cứng hóa từ trung tâm thôn đến trung tâm xã",
                    "No way over hardened roads alone from the village centre to the commune centre"});
    const FeatureTable& villages = district.table(Role::villages);
    const FeatureTable& communes = district.table(Role::communes);
    const auto& communeOf = district.linksOf(Role::villages).commune;
    const auto kept = roadNetworkOf(district);
    const RoadNetwork& network = *kept;
    std::vector<FromSeat> fromSeats(communes.rowCount);
    std::vector<RoadNetwork::Access> accessOf(villages.rowCount);
    std::vector<std::size_t> asked;
    for (std::size_t village = 0; village < villages.rowCount; ++village) {
        const std::int32_t commune = linkedRow(communeOf, village);
        const auto centre = centreOf(villages, village);
        if (commune == notLinked || !centre || !gap.examine(Role::villages, village)) continue;
        accessOf[village] = network.nearest(*centre, reachM);
        fromSeats[static_cast<std::size_t>(commune)].edges.push_back(accessOf[village].edge);
        asked.push_back(village);
    }
    for (const std::size_t village : asked) {
        const auto c = static_cast<std::size_t>(communeOf[village]);
        FromSeat& from = fromSeats[c];
        if (!from.overHardenedM) {
            if (const auto seat = centreOf(communes, c)) from.seat = network.nearest(*seat, reachM);
            from.overHardenedM = network.costsFrom(from.seat, hardenedLengthM, from.edges);
        }
        const RoadNetwork::Access& access = accessOf[village];
        const bool sameHardenedEdge =
            access.edge >= 0 && access.edge == from.seat.edge && network.edges()[static_cast<std::size_t>(access.edge)].hardened;
        if (sameHardenedEdge || std::isfinite(network.costAt(access, *from.overHardenedM, hardenedLengthM))) continue;
        gap.miss(Role::villages, village, reasonFor(network, access, from));
    }
    return std::move(gap).finish();
}

} // namespace banlang
