// SPDX-License-Identifier: MIT
#include "core/analysis/follow_up.h"
#include "core/analysis/progress_sums.h"
#include "core/model/as_of.h"

#include <cmath>

namespace banlang {
namespace {

void sumDonations(const Summed& summed, Sums& sums) {
    const FeatureTable& donations = summed.district.table(Role::donations);
    const TableLinks& links = summed.district.linksOf(Role::donations);
    const Column* const areas = donations.find("declared_area_m2");
    std::vector<bool> countedDonors(summed.district.table(Role::households).rowCount);
    summed.forRows(Role::donations, [&](std::size_t row) {
        const auto state = donationState(donations, row, summed.asOf);
        if (!state) return;
        const double areaM2 = areas == nullptr ? 0 : areas->numbers[row];
        const double counted = std::isnan(areaM2) ? 0 : areaM2;
        const bool given = *state != DonationState::pledged;
        sums.add(links, row, donatedM2, given ? counted : 0);
        sums.add(links, row, pledgedM2, given ? 0 : counted);
        const std::int32_t household = linkedRow(links.household, row);
        const bool newDonor = given && household != notLinked && !countedDonors[static_cast<std::size_t>(household)];
        if (newDonor) countedDonors[static_cast<std::size_t>(household)] = true;
        sums.add(links, row, donors, newDonor ? 1 : 0);
    });
}

void sumWorks(const Summed& summed, Sums& sums) {
    const FeatureTable& works = summed.district.table(Role::roadWorks);
    const TableLinks& links = summed.district.linksOf(Role::roadWorks);
    const auto cement = cementOfWorks(summed.district, summed.asOf, shippedGapRules());
    summed.forRows(Role::roadWorks, [&](std::size_t row) {
        const auto state = workState(works, row, summed.asOf);
        if (!state) return;
        const double lengthKm = workLengthKm(summed.district, row);
        sums.add(links, row, roadsDoneKm, *state == WorkState::finished ? lengthKm : 0);
        sums.add(links, row, roadsUnderWayKm, *state == WorkState::underWay ? lengthKm : 0);
        sums.add(links, row, worksBehind, daysBehind(works, row, summed.asOf) ? 1 : 0);
        if (cement[row].orderedT) sums.add(links, row, cementOrderedT, *cement[row].orderedT);
        if (cement[row].receivedT) sums.add(links, row, cementReceivedT, *cement[row].receivedT);
    });
}

} // namespace

void sumLand(const Summed& summed, Sums& sums) {
    sumDonations(summed, sums);
    sumWorks(summed, sums);
}

} // namespace banlang
