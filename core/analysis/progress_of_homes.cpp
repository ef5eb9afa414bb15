// SPDX-License-Identifier: MIT
#include "core/analysis/follow_up.h"
#include "core/analysis/progress_sums.h"
#include "core/model/as_of.h"

namespace banlang {
namespace {

double numberOr(const Column* column, std::size_t row) {
    return column == nullptr ? Column::missingNumber : column->numbers[row];
}

void sumGardens(const Summed& summed, Sums& sums) {
    const FeatureTable& gardens = summed.district.table(Role::gardens);
    const TableLinks& links = summed.district.linksOf(Role::gardens);
    const Column* const disbursed = gardens.find("disbursed_on");
    const Column* const borrower = gardens.find("borrower");
    const Column* const specialised = gardens.find("specialised");
    const InspectedRows seen = inspectedRows(summed.district, summed.asOf);
    summed.forRows(Role::gardens, [&](std::size_t row) {
        const auto state = gardenState(gardens, row, summed.asOf);
        const bool lent = disbursed != nullptr && disbursed->dates[row] <= summed.asOf;
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
        sums.add(links, row, gardensNonBorrower, numberOr(borrower, row) == 0 && !lent ? 1 : 0);
        sums.add(links, row, gardensSpecialised, numberOr(specialised, row) == 1 ? 1 : 0);
    });
}

void sumHouses(const Summed& summed, Sums& sums) {
    const FeatureTable& houses = summed.district.table(Role::houses);
    const TableLinks& links = summed.district.linksOf(Role::houses);
    const auto left = houseItemsLeft(summed.district, summed.asOf);
    const auto labour = labourOfHouses(summed.district, summed.asOf);
    summed.forRows(Role::houses, [&](std::size_t row) {
        const bool finished = houseStep(houses, row, summed.asOf) == houseStepCount - 1;
        sums.add(links, row, housesPlanned, 1);
        sums.add(links, row, housesFinished, finished ? 1 : 0);
        if (isOfPhase2022(houses, row)) {
            sums.add(links, row, houses2022Finished, finished ? 1 : 0);
        } else if (!(houses.dateAt("started_on", row) > summed.asOf) || !houses.dateAt("started_on", row).known()) {
            sums.add(links, row, oldHousesUnfinished, left[row].items.empty() ? 0 : 1);
        }
        if (labour[row].pledged) sums.add(links, row, labourDaysPledged, *labour[row].pledged);
        if (labour[row].given) sums.add(links, row, labourDaysGiven, *labour[row].given);
    });
}

/// Labour for works and villages; that for a house is counted with the house.
void sumOtherLabour(const Summed& summed, Sums& sums) {
    const FeatureTable& records = summed.district.table(Role::labourDays);
    const TableLinks& links = summed.district.linksOf(Role::labourDays);
    const Column* const dates = records.find("date");
    const Column* const pledged = records.find("days_pledged");
    const Column* const given = records.find("days_given");
    summed.forRows(Role::labourDays, [&](std::size_t row) {
        if (linkedRow(links.house, row) != notLinked || dates == nullptr || !(dates->dates[row] <= summed.asOf)) return;
        sums.addKnown(links, row, labourDaysPledged, numberOr(pledged, row));
        sums.addKnown(links, row, labourDaysGiven, numberOr(given, row));
    });
}

void sumModelVillages(const Summed& summed, Sums& sums) {
    const FeatureTable& models = summed.district.table(Role::modelVillages);
    const TableLinks& links = summed.district.linksOf(Role::modelVillages);
    summed.forRows(Role::modelVillages, [&](std::size_t row) {
        const bool recognised = recognisedOn(models, row, summed.asOf);
        const bool registered = models.dateAt("registered_on", row) <= summed.asOf;
        if (!registered && !(models.dateAt("recognised_on", row) <= summed.asOf)) return;
        sums.add(links, row, modelVillagesRegistered, 1);
        sums.add(links, row, modelVillagesRecognised, recognised ? 1 : 0);
    });
}

} // namespace

void sumHomes(const Summed& summed, Sums& sums) {
    sumGardens(summed, sums);
    sumHouses(summed, sums);
    sumOtherLabour(summed, sums);
    sumModelVillages(summed, sums);
}

} // namespace banlang
