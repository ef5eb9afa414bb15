// SPDX-License-Identifier: MIT
#include "core/analysis/progress/follow_up.h"
#include "core/analysis/progress/progress_sums.h"
#include "core/model/as_of.h"

#include <cmath>

namespace banlang {
namespace {

void sumDonations(const IncludedRecords& included, AdminUnitTotals& sums) {
    const FeatureTable& donations = included.district.table(Role::donations);
    const TableLinks& links = included.district.linksOf(Role::donations);
    const auto areas = donations.column(fields::donations.declaredAreaM2);
    std::vector<bool> countedDonors(included.district.table(Role::households).rowCount);
    included.forRows(Role::donations, [&](std::size_t row) {
        const auto state = donationState(donations, row, included.asOf);
        if (!state) return;
        const double areaM2 = !areas.present() ? 0 : areas[row];
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

void sumWorks(const IncludedRecords& included, AdminUnitTotals& sums) {
    const FeatureTable& works = included.district.table(Role::roadWorks);
    const TableLinks& links = included.district.linksOf(Role::roadWorks);
    const auto cement = cementOfWorks(included.district, included.asOf, included.rules);
    included.forRows(Role::roadWorks, [&](std::size_t row) {
        const auto state = workState(works, row, included.asOf);
        if (!state) return;
        const double lengthKm = workLengthKm(included.district, row);
        sums.add(links, row, roadsDoneKm, *state == WorkState::finished ? lengthKm : 0);
        sums.add(links, row, roadsUnderWayKm, *state == WorkState::underWay ? lengthKm : 0);
        sums.add(links, row, worksBehind, daysBehind(works, row, included.asOf) ? 1 : 0);
        if (cement[row].orderedT) sums.add(links, row, cementOrderedT, *cement[row].orderedT);
        if (cement[row].receivedT) sums.add(links, row, cementReceivedT, *cement[row].receivedT);
    });
}

} // namespace

void sumLand(const IncludedRecords& included, AdminUnitTotals& sums) {
    sumDonations(included, sums);
    sumWorks(included, sums);
}

} // namespace banlang
