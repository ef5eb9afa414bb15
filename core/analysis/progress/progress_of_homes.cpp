// SPDX-License-Identifier: MIT
#include "core/analysis/progress/follow_up.h"
#include "core/analysis/progress/progress_sums.h"
#include "core/model/as_of.h"

namespace banlang {
namespace {

void sumGardens(const IncludedRecords& included, AdminUnitTotals& sums) {
    const FeatureTable& gardens = included.district.table(Role::gardens);
    const TableLinks& links = included.district.linksOf(Role::gardens);
    const auto disbursed = gardens.column(fields::gardens.disbursedOn);
    const auto borrower = gardens.column(fields::gardens.borrower);
    const auto specialised = gardens.column(fields::gardens.specialised);
    const InspectedRows seen = inspectedRows(included.district, included.asOf);
    included.forRows(Role::gardens, [&](std::size_t row) {
        const auto state = gardenState(gardens, row, included.asOf);
        const bool lent = disbursed[row] <= included.asOf;
        if (lent) {
            sums.add(links, row, loansDisbursed, 1);
            sums.add(links, row, loansInspected, seen.gardens[row] ? 1 : 0);
            sums.add(links, row, loansAssessed, seen.gardensAssessed[row] ? 1 : 0);
        }
        if (!state) return;
        sums.add(links, row, gardensRegistered, 1);
        sums.add(links, row, gardensInProgress, *state == GardenState::inProgress ? 1 : 0);
        sums.add(links, row, gardensFinished, *state == GardenState::finished ? 1 : 0);
        sums.add(links, row, gardensLapsed, *state == GardenState::lapsed ? 1 : 0);
        sums.add(links, row, gardensNonBorrower, borrower[row] == 0 && !lent ? 1 : 0);
        sums.add(links, row, gardensSpecialised, specialised[row] == 1 ? 1 : 0);
    });
}

void sumHouses(const IncludedRecords& included, AdminUnitTotals& sums) {
    const FeatureTable& houses = included.district.table(Role::houses);
    const TableLinks& links = included.district.linksOf(Role::houses);
    const auto left = houseItemsLeft(included.district, included.asOf);
    const auto labour = labourOfHouses(included.district, included.asOf);
    included.forRows(Role::houses, [&](std::size_t row) {
        const bool finished = houseStep(houses, row, included.asOf) == houseStepCount - 1;
        sums.add(links, row, housesPlanned, 1);
        sums.add(links, row, housesFinished, finished ? 1 : 0);
        if (isOfPhase2022(houses, row)) {
            sums.add(links, row, houses2022Finished, finished ? 1 : 0);
        } else if (!(houses.dateAt(fields::houses.startedOn, row) > included.asOf) ||
                   !houses.dateAt(fields::houses.startedOn, row).known()) {
            sums.add(links, row, oldHousesUnfinished, left[row].items.empty() ? 0 : 1);
        }
        if (labour[row].pledged) sums.add(links, row, labourDaysPledged, *labour[row].pledged);
        if (labour[row].given) sums.add(links, row, labourDaysGiven, *labour[row].given);
    });
}

/// Labour for works and villages; that for a house is counted with the house.
void sumOtherLabour(const IncludedRecords& included, AdminUnitTotals& sums) {
    const FeatureTable& records = included.district.table(Role::labourDays);
    const TableLinks& links = included.district.linksOf(Role::labourDays);
    const auto dates = records.column(fields::labourDays.date);
    const auto pledged = records.column(fields::labourDays.daysPledged);
    const auto given = records.column(fields::labourDays.daysGiven);
    included.forRows(Role::labourDays, [&](std::size_t row) {
        if (linkedRow(links.house, row) != notLinked || !(dates[row] <= included.asOf)) return;
        sums.addKnown(links, row, labourDaysPledged, pledged[row]);
        sums.addKnown(links, row, labourDaysGiven, given[row]);
    });
}

void sumModelVillages(const IncludedRecords& included, AdminUnitTotals& sums) {
    const FeatureTable& models = included.district.table(Role::modelVillages);
    const TableLinks& links = included.district.linksOf(Role::modelVillages);
    included.forRows(Role::modelVillages, [&](std::size_t row) {
        const bool recognised = recognisedOn(models, row, included.asOf);
        const bool registered = models.dateAt(fields::modelVillages.registeredOn, row) <= included.asOf;
        if (!registered && !(models.dateAt(fields::modelVillages.recognisedOn, row) <= included.asOf)) return;
        sums.add(links, row, modelVillagesRegistered, 1);
        sums.add(links, row, modelVillagesRecognised, recognised ? 1 : 0);
    });
}

} // namespace

void sumHomes(const IncludedRecords& included, AdminUnitTotals& sums) {
    sumGardens(included, sums);
    sumHouses(included, sums);
    sumOtherLabour(included, sums);
    sumModelVillages(included, sums);
}

} // namespace banlang
