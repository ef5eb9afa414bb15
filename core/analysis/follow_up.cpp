// SPDX-License-Identifier: MIT
#include "core/analysis/follow_up.h"

#include "core/geo/measure.h"
#include "core/model/as_of.h"

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

bool isKnown(const Column* column, std::size_t row) {
    return column != nullptr && !column->isMissing(row);
}

void mark(std::vector<bool>& rows, std::int32_t row) {
    if (row != notLinked) rows[static_cast<std::size_t>(row)] = true;
}

void markOwnDays(const FeatureTable& table, std::string_view column, Date asOf, std::vector<bool>& rows) {
    const Column* const days = table.find(column);
    for (std::size_t row = 0; days != nullptr && row < days->dates.size(); ++row) {
        if (days->dates[row] <= asOf) rows[row] = true;
    }
}

} // namespace

InspectedRows inspectedRows(const District& district, Date asOf) {
    const FeatureTable& gardens = district.table(Role::gardens);
    const FeatureTable& works = district.table(Role::roadWorks);
    InspectedRows seen{std::vector<bool>(gardens.rowCount), std::vector<bool>(gardens.rowCount),
                       std::vector<bool>(district.table(Role::houses).rowCount), std::vector<bool>(works.rowCount)};
    markOwnDays(gardens, "inspected_on", asOf, seen.gardens);
    markOwnDays(works, "quality_checked_on", asOf, seen.works);
    const FeatureTable& inspections = district.table(Role::inspections);
    const TableLinks& links = district.linksOf(Role::inspections);
    const Column* const dates = inspections.find("date");
    const Column* const effect = inspections.find("effect");
    const Column* const before = inspections.find("income_before_vnd");
    const Column* const after = inspections.find("income_after_vnd");
    for (std::size_t row = 0; dates != nullptr && row < inspections.rowCount; ++row) {
        if (!(dates->dates[row] <= asOf)) continue;
        mark(seen.gardens, linkedRow(links.garden, row));
        mark(seen.houses, linkedRow(links.house, row));
        mark(seen.works, linkedRow(links.roadWork, row));
        const bool assessed = isKnown(effect, row) || (isKnown(before, row) && isKnown(after, row));
        if (assessed) mark(seen.gardensAssessed, linkedRow(links.garden, row));
    }
    return seen;
}

bool isPaused(const FeatureTable& works, std::size_t row, Date asOf) {
    const Date paused = works.dateAt("paused_on", row);
    const Date resumed = works.dateAt("resumed_on", row);
    return paused <= asOf && !(resumed <= asOf && resumed >= paused);
}

std::optional<int> daysBehind(const FeatureTable& works, std::size_t row, Date asOf) {
    const Date planned = works.dateAt("planned_finish", row);
    if (!(planned < asOf) || works.dateAt("finished_on", row) <= asOf) return std::nullopt;
    return asOf.daysSince1970 - planned.daysSince1970;
}

double workLengthKm(const District& district, std::size_t row) {
    const FeatureTable& works = district.table(Role::roadWorks);
    const double fromM = works.numberAt("from_m", row);
    const double toM = works.numberAt("to_m", row);
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

void addTo(std::optional<double>& sum, const Column* column, std::size_t row, double factor) {
    if (isKnown(column, row)) sum = sum.value_or(0) + column->numbers[row] * factor;
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
    const Column* const ordered = deliveries.find("quantity_ordered");
    const Column* const received = deliveries.find("quantity_received");
    for (std::size_t row = 0; row < deliveries.rowCount; ++row) {
        const std::int32_t work = linkedRow(workOf, row);
        if (work == notLinked || !(deliveries.dateAt("date", row) <= asOf) || !isCement(deliveries.textAt("material", row)))
            continue;
        const double tonnes = tonnesPerUnit(deliveries.textAt("quantity_unit", row), rules);
        addTo(cement[static_cast<std::size_t>(work)].orderedT, ordered, row, tonnes);
        addTo(cement[static_cast<std::size_t>(work)].receivedT, received, row, tonnes);
    }
    for (std::size_t row = 0; row < works.rowCount; ++row) {
        Cement& one = cement[row];
        const bool begun = works.dateAt("started_on", row) <= asOf || works.dateAt("reported_on", row) <= asOf;
        if (begun && !one.orderedT) one.orderedT = known(works.numberAt("cement_ordered_t", row));
        if (begun && !one.receivedT) one.receivedT = known(works.numberAt("cement_received_t", row));
        const double concreteM3 = workLengthKm(district, row) * 1000 * works.numberAt("target_pavement_width_m", row) *
                                  works.numberAt("thickness_m", row);
        if (concreteM3 > 0) one.neededT = concreteM3 * rules.cementTonnesPerM3;
    }
    return cement;
}

std::vector<LabourDays> labourOfHouses(const District& district, Date asOf) {
    const FeatureTable& houses = district.table(Role::houses);
    std::vector<LabourDays> labour(houses.rowCount);
    const FeatureTable& records = district.table(Role::labourDays);
    const auto& houseOf = district.linksOf(Role::labourDays).house;
    const Column* const dates = records.find("date");
    const Column* const pledged = records.find("days_pledged");
    const Column* const given = records.find("days_given");
    for (std::size_t row = 0; row < records.rowCount; ++row) {
        const std::int32_t house = linkedRow(houseOf, row);
        if (house == notLinked || dates == nullptr || !(dates->dates[row] <= asOf)) continue;
        addTo(labour[static_cast<std::size_t>(house)].pledged, pledged, row, 1);
        addTo(labour[static_cast<std::size_t>(house)].given, given, row, 1);
    }
    const Column* const ownPledged = houses.find("labour_days_pledged");
    const Column* const ownGiven = houses.find("labour_days_given");
    for (std::size_t row = 0; row < houses.rowCount; ++row) {
        LabourDays& one = labour[row];
        if (!one.pledged && ownPledged != nullptr) one.pledged = known(ownPledged->numbers[row]);
        if (!one.given && ownGiven != nullptr) one.given = known(ownGiven->numbers[row]);
    }
    return labour;
}

} // namespace banlang
