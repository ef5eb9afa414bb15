// SPDX-License-Identifier: MIT
#include "core/analysis/progress_sums.h"
#include "core/model/as_of.h"

namespace banlang {
namespace {

/// Calls visit(row) for the rows of a kind that bear a day up to the one that is looked at.
template <class Visit> void forEvents(const Summed& summed, Role role, Visit&& visit) {
    const Column* const dates = summed.district.table(role).find("date");
    if (dates == nullptr) return;
    summed.forRows(role, [&](std::size_t row) {
        if (dates->dates[row] <= summed.asOf) visit(row);
    });
}

void countEvents(const Summed& summed, Role role, Figure figure, Sums& sums) {
    const TableLinks& links = summed.district.linksOf(role);
    forEvents(summed, role, [&](std::size_t row) { sums.add(links, row, figure, 1); });
}

void addNumbers(const Summed& summed, Role role, std::string_view column, Figure figure, Sums& sums) {
    const TableLinks& links = summed.district.linksOf(role);
    const Column* const numbers = summed.district.table(role).find(column);
    if (numbers == nullptr) return;
    forEvents(summed, role, [&](std::size_t row) { sums.addKnown(links, row, figure, numbers->numbers[row]); });
}

void sumGreenRoutes(const Summed& summed, Sums& sums) {
    const FeatureTable& routes = summed.district.table(Role::greenRoutes);
    const TableLinks& links = summed.district.linksOf(Role::greenRoutes);
    summed.forRows(Role::greenRoutes, [&](std::size_t row) {
        const bool known = routes.dateAt("registered_on", row) <= summed.asOf || routes.dateAt("recognised_on", row) <= summed.asOf;
        if (known) sums.add(links, row, greenRoutes, recognisedOn(routes, row, summed.asOf) ? 1 : 0);
    });
}

} // namespace

void sumMovement(const Summed& summed, Sums& sums) {
    sumGreenRoutes(summed, sums);
    countEvents(summed, Role::saturdays, saturdays, sums);
    addNumbers(summed, Role::saturdays, "participants", saturdayParticipants, sums);
    countEvents(summed, Role::meetings, villageMeetings, sums);
    countEvents(summed, Role::inspections, inspections, sums);
    countEvents(summed, Role::campaigns, campaigns, sums);
    addNumbers(summed, Role::campaigns, "participating_households", participatingHouseholds, sums);
    addNumbers(summed, Role::contributions, "amount_vnd", contributionsVnd, sums);
    addNumbers(summed, Role::contributions, "goods_vnd", contributionsVnd, sums);
}

} // namespace banlang
