// SPDX-License-Identifier: MIT
#include "core/report/land_shares.h"

#include <algorithm>
#include <cmath>

namespace banlang {

std::optional<double> LandShare::percent() const {
    if (neededM2 <= 0) return std::nullopt;
    // A rounding error of the measure is not land.
    return std::floor(100 * donatedM2 / neededM2 + 1e-6);
}

LandShare landShareOf(const RoadAcquisition& acquisition) {
    if (!acquisition.anyDonationRecord) return {.withoutDonationRecord = acquisition.neededM2 > 0};
    return {.neededM2 = acquisition.neededM2, .donatedM2 = acquisition.donatedM2};
}

double donatedPercent(const RoadAcquisition& acquisition) {
    return acquisition.neededM2 > 0 ? 100 * acquisition.donatedM2 / acquisition.neededM2 : 100;
}

std::array<std::size_t, landStates> parcelsByState(const RoadAcquisition& acquisition) {
    std::array<std::size_t, landStates> parcels{};
    for (const ParcelAcquisition& parcel : acquisition.parcels) ++parcels[static_cast<std::size_t>(parcel.state)];
    return parcels;
}

std::vector<LandShare> landShares(const District& district, const std::vector<RoadAcquisition>& acquisitions) {
    std::vector<LandShare> shares(district.table(Role::communes).rowCount);
    const auto& communeOf = district.linksOf(Role::parcels).commune;
    for (const RoadAcquisition& acquisition : acquisitions) {
        for (const ParcelAcquisition& parcel : acquisition.parcels) {
            const std::int32_t commune = linkedRow(communeOf, parcel.parcel);
            if (commune == notLinked) continue;
            LandShare& share = shares[static_cast<std::size_t>(commune)];
            if (!acquisition.anyDonationRecord) {
                share.withoutDonationRecord = true;
                continue;
            }
            share.neededM2 += parcel.areaM2;
            share.donatedM2 += std::min(parcel.areaM2, parcel.declaredDonatedM2);
        }
    }
    return shares;
}

} // namespace banlang
