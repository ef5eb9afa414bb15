// SPDX-License-Identifier: MIT
#include "core/analysis/progress/progress.h"

#include "core/analysis/context/analysis_context.h"
#include "core/analysis/progress/progress_sums.h"
#include "core/analysis/quality/excluded_records.h"
#include "core/model/as_of.h"
#include "core/model/units/whole_district.h"

#include <cmath>
#include <map>

namespace banlang {
namespace {

/// Targets of one year by unit, as AdminUnitTotals numbers them, and indicator.
using Targets = std::map<std::pair<std::size_t, std::string>, double>;

constexpr std::size_t wholeDistrict = 0;

/// A unit goes by its link: the same code may be another unit's in another year.
std::optional<std::size_t> unitOf(const District& district, const AdminUnitTotals& totals, std::size_t target) {
    const TableLinks& links = district.linksOf(Role::targets);
    if (const std::int32_t village = linkedRow(links.village, target); village != notLinked)
        return totals.adminUnitOfVillage(village);
    if (const std::int32_t commune = linkedRow(links.commune, target); commune != notLinked)
        return totals.adminUnitOfCommune(commune);
    const std::string_view text = district.table(Role::targets).textAt(fields::targets.unitCode, target);
    return namesWholeDistrict(district, text) ? std::optional(wholeDistrict) : std::nullopt;
}

Targets targetsOf(const District& district, const AdminUnitTotals& totals, int year) {
    const FeatureTable& table = district.table(Role::targets);
    Targets targets;
    std::vector<std::size_t> ofUnits; // rows of the year that name a commune or village
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        const double value = table.numberAt(fields::targets.value, row);
        const bool ofYear = static_cast<int>(table.numberAt(fields::targets.year, row)) == year;
        const auto unit = unitOf(district, totals, row);
        if (!ofYear || std::isnan(value) || !unit) continue;
        targets[{*unit, std::string(table.textAt(fields::targets.indicator, row))}] = value;
        if (*unit != wholeDistrict) ofUnits.push_back(row);
    }
    // Where the district has no target of its own it is what its communes are given together, and villages of those that have none.
    std::map<std::string, double> together;
    for (const std::size_t row : ofUnits) {
        const std::string indicator(table.textAt(fields::targets.indicator, row));
        const std::int32_t village = linkedRow(district.linksOf(Role::targets).village, row);
        const std::int32_t commune =
            village < 0 ? notLinked : linkedRow(district.linksOf(Role::villages).commune, static_cast<std::size_t>(village));
        const bool isWithin = commune != notLinked && targets.contains({totals.adminUnitOfCommune(commune), indicator});
        if (!isWithin) together[indicator] += table.numberAt(fields::targets.value, row);
    }
    for (const auto& [indicator, sum] : together) targets.try_emplace({wholeDistrict, indicator}, sum);
    return targets;
}

std::vector<Indicator> indicatorsOf(const AdminUnitTotals& now, const std::optional<AdminUnitTotals>& before, std::size_t unit,
                                    const Targets& targets) {
    std::vector<Indicator> indicators;
    for (std::uint8_t i = 0; i < indicatorCount; ++i) {
        const auto figure = static_cast<IndicatorId>(i);
        Indicator indicator{
            indicatorInfo(figure).id, indicatorInfo(figure).label, indicatorInfo(figure).unit, now.value(unit, figure), {}, {}};
        if (const auto found = targets.find({unit, std::string(indicator.id)}); found != targets.end())
            indicator.target = found->second;
        if (before) indicator.previous = before->value(unit, figure);
        indicators.push_back(indicator);
    }
    return indicators;
}

/// Units of other times are told of only as far as something was reported of them: two lists of one ground are not two grounds.
bool isTold(const FeatureTable& units, std::size_t row, const AdminUnitTotals& totals, std::size_t unit, Date asOf) {
    if (!asOf.known() || inForce(units, row, asOf) || totals.lastActivity(unit).known()) return true;
    for (std::uint8_t figure = 0; figure < indicatorCount; ++figure) {
        if (totals.value(unit, static_cast<IndicatorId>(figure))) return true;
    }
    return false;
}

std::vector<AdminUnitProgress> progressOf(const AnalysisContext& context) {
    const District& district = context.district();
    const AdminUnitTotals now = sumsOn(context);
    const auto before = context.compareWith() ? std::optional(sumsOn(context.on(*context.compareWith()))) : std::nullopt;
    const Targets targets = context.asOf().known() ? targetsOf(district, now, toYmd(context.asOf()).year) : Targets{};

    const FeatureTable& communes = district.table(Role::communes);
    const FeatureTable& villages = district.table(Role::villages);
    const auto& communeOfVillage = district.linksOf(Role::villages).commune;
    std::vector<AdminUnitProgress> units;
    units.push_back({AdminLevel::district,
                     notLinked,
                     {},
                     district.office.name,
                     {},
                     now.lastActivity(0),
                     now.lastReport(0),
                     indicatorsOf(now, before, wholeDistrict, targets)});
    for (std::size_t commune = 0; commune < communes.rowCount; ++commune) {
        const auto communeRow = static_cast<std::int32_t>(commune);
        const std::string code(communes.textAt(fields::communes.code, commune));
        const std::size_t unit = now.adminUnitOfCommune(communeRow);
        if (!isTold(communes, commune, now, unit, context.asOf())) continue;
        units.push_back({AdminLevel::commune,
                         communeRow,
                         code,
                         fullName(communes, commune),
                         {},
                         now.lastActivity(unit),
                         now.lastReport(unit),
                         indicatorsOf(now, before, unit, targets)});
        for (std::size_t village = 0; village < villages.rowCount; ++village) {
            if (village >= communeOfVillage.size() || communeOfVillage[village] != communeRow) continue;
            const auto villageRow = static_cast<std::int32_t>(village);
            const std::string villageCode(villages.textAt(fields::villages.code, village));
            const std::size_t villageUnit = now.adminUnitOfVillage(villageRow);
            if (!isTold(villages, village, now, villageUnit, context.asOf())) continue;
            units.push_back({AdminLevel::village, villageRow, villageCode, fullName(villages, village), code,
                             now.lastActivity(villageUnit), now.lastReport(villageUnit),
                             indicatorsOf(now, before, villageUnit, targets), communeRow});
        }
    }
    return units;
}

} // namespace

std::shared_ptr<const std::vector<AdminUnitProgress>> progress(const AnalysisContext& context) {
    constexpr std::size_t textBytes = 64; // of names and codes that are no longer than most
    return context.kept<std::vector<AdminUnitProgress>>(
        {"progress", {.day = true, .compareDay = true}}, progressOf, [](const std::vector<AdminUnitProgress>& units) {
            return units.size() * (sizeof(AdminUnitProgress) + textBytes + indicatorCount * sizeof(Indicator));
        });
}

} // namespace banlang
