// SPDX-License-Identifier: MIT
#include "core/analysis/progress/follow_up.h"

#include "core/analysis/quality/overlapping_totals.h"
#include "core/geo/measure.h"
#include "core/model/as_of.h"

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

void mark(std::vector<bool>& rows, std::int32_t row) {
    if (row != notLinked) rows[static_cast<std::size_t>(row)] = true;
}

void markOwnDays(const FeatureTable& table, const DateField& field, Date asOf, std::vector<bool>& rows) {
    const auto days = table.column(field);
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        if (days[row] <= asOf) rows[row] = true;
    }
}

} // namespace

InspectedRows inspectedRows(const District& district, Date asOf) {
    const FeatureTable& gardens = district.table(Role::gardens);
    const FeatureTable& works = district.table(Role::roadWorks);
    InspectedRows seen{std::vector<bool>(gardens.rowCount), std::vector<bool>(gardens.rowCount),
                       std::vector<bool>(district.table(Role::houses).rowCount), std::vector<bool>(works.rowCount)};
    markOwnDays(gardens, fields::gardens.inspectedOn, asOf, seen.gardens);
    markOwnDays(works, fields::roadWorks.qualityCheckedOn, asOf, seen.works);
    const FeatureTable& inspections = district.table(Role::inspections);
    const TableLinks& links = district.linksOf(Role::inspections);
    const auto dates = inspections.column(fields::inspections.date);
    const auto effect = inspections.column(fields::inspections.effect);
    const auto before = inspections.column(fields::inspections.incomeBeforeVnd);
    const auto after = inspections.column(fields::inspections.incomeAfterVnd);
    for (std::size_t row = 0; dates.present() && row < inspections.rowCount; ++row) {
        if (!(dates[row] <= asOf)) continue;
        mark(seen.gardens, linkedRow(links.garden, row));
        mark(seen.houses, linkedRow(links.house, row));
        mark(seen.works, linkedRow(links.roadWork, row));
        const bool assessed = !effect.isMissing(row) || (!before.isMissing(row) && !after.isMissing(row));
        if (assessed) mark(seen.gardensAssessed, linkedRow(links.garden, row));
    }
    return seen;
}

bool isPaused(const FeatureTable& works, std::size_t row, Date asOf) {
    const Date paused = works.dateAt(fields::roadWorks.pausedOn, row);
    const Date resumed = works.dateAt(fields::roadWorks.resumedOn, row);
    return paused <= asOf && !(resumed <= asOf && resumed >= paused);
}

std::optional<int> daysBehind(const FeatureTable& works, std::size_t row, Date asOf) {
    const Date planned = works.dateAt(fields::roadWorks.plannedFinish, row);
    if (!(planned < asOf) || works.dateAt(fields::roadWorks.finishedOn, row) <= asOf) return std::nullopt;
    return asOf.daysSince1970 - planned.daysSince1970;
}

double workLengthKm(const District& district, std::size_t row) {
    const FeatureTable& works = district.table(Role::roadWorks);
    const double fromM = works.numberAt(fields::roadWorks.fromM, row);
    const double toM = works.numberAt(fields::roadWorks.toM, row);
    if (toM > fromM) return (toM - fromM) / 1000;
    const std::int32_t road = linkedRow(district.linksOf(Role::roadWorks).road, row);
    return road == notLinked ? 0 : lengthM(district.table(Role::roads).geometry, static_cast<std::size_t>(road)) / 1000;
}

namespace {

/// Tonnes of what was delivered; bags and kilograms as sheets write them.
double tonnesPerUnit(std::string_view unit, const GapRules& rules) {
    constexpr double kilogramsPerTonne = 1000;
    if (unit.find("bao") != std::string_view::npos || unit.find("Bao") != std::string_view::npos)
        return rules.cementBagKg / kilogramsPerTonne;
    return unit.find("kg") != std::string_view::npos ? 1 / kilogramsPerTonne : 1;
}

bool isCement(std::string_view material) {
    return material.find("xi măng") != std::string_view::npos || material.find("Xi măng") != std::string_view::npos ||
           material.find("cement") != std::string_view::npos;
}

void addTo(std::optional<double>& sum, const NumberView& column, std::size_t row, double factor) {
    if (!column.isMissing(row)) sum = sum.value_or(0) + column[row] * factor;
}

std::optional<double> known(double value) {
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

} // namespace

std::vector<Cement> cementOfWorks(const District& district, Date asOf, const GapRules& rules) {
    const FeatureTable& works = district.table(Role::roadWorks);
    std::vector<Cement> cement(works.rowCount);
    const FeatureTable& deliveries = district.table(Role::deliveries);
    const auto& workOf = district.linksOf(Role::deliveries).roadWork;
    const auto ordered = deliveries.column(fields::deliveries.quantityOrdered);
    const auto received = deliveries.column(fields::deliveries.quantityReceived);
    const std::vector<bool> leftOut = leftOutTotals(district, Role::deliveries, asOf);
    for (std::size_t row = 0; row < deliveries.rowCount; ++row) {
        const std::int32_t work = linkedRow(workOf, row);
        if (work == notLinked || (!leftOut.empty() && leftOut[row]) || !(deliveries.dateAt(fields::deliveries.date, row) <= asOf) ||
            !isCement(deliveries.textAt(fields::deliveries.material, row)))
            continue;
        const double tonnes = tonnesPerUnit(deliveries.textAt(fields::deliveries.quantityUnit, row), rules);
        addTo(cement[static_cast<std::size_t>(work)].orderedT, ordered, row, tonnes);
        addTo(cement[static_cast<std::size_t>(work)].receivedT, received, row, tonnes);
    }
    for (std::size_t row = 0; row < works.rowCount; ++row) {
        Cement& one = cement[row];
        const bool begun =
            works.dateAt(fields::roadWorks.startedOn, row) <= asOf || works.dateAt(fields::roadWorks.reportedOn, row) <= asOf;
        if (begun && !one.orderedT) one.orderedT = known(works.numberAt(fields::roadWorks.cementOrderedT, row));
        if (begun && !one.receivedT) one.receivedT = known(works.numberAt(fields::roadWorks.cementReceivedT, row));
        const double concreteM3 = workLengthKm(district, row) * 1000 * works.numberAt(fields::roadWorks.targetPavementWidthM, row) *
                                  works.numberAt(fields::roadWorks.thicknessM, row);
        if (concreteM3 > 0) one.neededT = concreteM3 * rules.cementTonnesPerM3;
    }
    return cement;
}

std::vector<LabourDays> labourOfHouses(const District& district, Date asOf) {
    const FeatureTable& houses = district.table(Role::houses);
    std::vector<LabourDays> labour(houses.rowCount);
    const FeatureTable& records = district.table(Role::labourDays);
    const auto& houseOf = district.linksOf(Role::labourDays).house;
    const auto dates = records.column(fields::labourDays.date);
    const auto pledged = records.column(fields::labourDays.daysPledged);
    const auto given = records.column(fields::labourDays.daysGiven);
    const std::vector<bool> leftOut = leftOutTotals(district, Role::labourDays, asOf);
    for (std::size_t row = 0; row < records.rowCount; ++row) {
        const std::int32_t house = linkedRow(houseOf, row);
        if (house == notLinked || (!leftOut.empty() && leftOut[row]) || !dates.present() || !(dates[row] <= asOf)) continue;
        addTo(labour[static_cast<std::size_t>(house)].pledged, pledged, row, 1);
        addTo(labour[static_cast<std::size_t>(house)].given, given, row, 1);
    }
    const auto ownPledged = houses.column(fields::houses.labourDaysPledged);
    const auto ownGiven = houses.column(fields::houses.labourDaysGiven);
    for (std::size_t row = 0; row < houses.rowCount; ++row) {
        LabourDays& one = labour[row];
        if (!one.pledged && ownPledged.present()) one.pledged = known(ownPledged[row]);
        if (!one.given && ownGiven.present()) one.given = known(ownGiven[row]);
    }
    return labour;
}

} // namespace banlang
