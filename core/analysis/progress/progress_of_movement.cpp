// SPDX-License-Identifier: MIT
#include "core/analysis/progress/progress_sums.h"
#include "core/model/as_of.h"

namespace banlang {
namespace {

/// Calls visit(row) for the rows of a kind that bear a day up to the one that is looked at.
template <class Visit> void forEvents(const IncludedRecords& included, Role role, Visit&& visit) {
    const auto dates = included.district.table(role).column(fields::events.date);
    included.forRows(role, [&](std::size_t row) {
        if (dates[row] <= included.asOf) visit(row);
    });
}

/// A total of a period does not say of how many events.
void countEvents(const IncludedRecords& included, Role role, IndicatorId figure, AdminUnitTotals& sums) {
    const TableLinks& links = included.district.linksOf(role);
    const RecordTimes& times = *included.district.times[indexOf(role)];
    forEvents(included, role, [&](std::size_t row) {
        if (!times.isTotal(row)) sums.add(links, row, figure, 1);
    });
}

void addNumbers(const IncludedRecords& included, Role role, const NumberField& field, IndicatorId figure, AdminUnitTotals& sums) {
    const TableLinks& links = included.district.linksOf(role);
    const auto numbers = included.district.table(role).column(field);
    forEvents(included, role, [&](std::size_t row) { sums.addKnown(links, row, figure, numbers[row]); });
}

void sumGreenRoutes(const IncludedRecords& included, AdminUnitTotals& sums) {
    const FeatureTable& routes = included.district.table(Role::greenRoutes);
    const TableLinks& links = included.district.linksOf(Role::greenRoutes);
    included.forRows(Role::greenRoutes, [&](std::size_t row) {
        const bool known = routes.dateAt(fields::greenRoutes.registeredOn, row) <= included.asOf ||
                           routes.dateAt(fields::greenRoutes.recognisedOn, row) <= included.asOf;
        if (known) sums.add(links, row, greenRoutes, recognisedOn(routes, row, included.asOf) ? 1 : 0);
    });
}

} // namespace

void sumMovement(const IncludedRecords& included, AdminUnitTotals& sums) {
    sumGreenRoutes(included, sums);
    countEvents(included, Role::saturdays, saturdays, sums);
    addNumbers(included, Role::saturdays, fields::saturdays.participants, saturdayParticipants, sums);
    countEvents(included, Role::meetings, villageMeetings, sums);
    countEvents(included, Role::inspections, inspections, sums);
    countEvents(included, Role::campaigns, campaigns, sums);
    addNumbers(included, Role::campaigns, fields::campaigns.participatingHouseholds, participatingHouseholds, sums);
    addNumbers(included, Role::contributions, fields::contributions.amountVnd, contributionsVnd, sums);
    addNumbers(included, Role::contributions, fields::contributions.goodsVnd, contributionsVnd, sums);
}

} // namespace banlang
