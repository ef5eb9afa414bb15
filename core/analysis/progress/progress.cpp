// SPDX-License-Identifier: MIT
#include "core/analysis/progress/progress.h"

#include "core/analysis/context/analysis_context.h"
#include "core/analysis/progress/progress_sums.h"
#include "core/analysis/quality/excluded_records.h"

#include <cmath>
#include <map>

namespace banlang {
namespace {

/// Targets of one year by unit code and indicator.
using Targets = std::map<std::pair<std::string, std::string>, double>;

Targets targetsOf(const District& district, int year) {
    const FeatureTable& table = district.table(Role::targets);
    Targets targets;
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        const double value = table.numberAt(fields::targets.value, row);
        const bool ofYear = static_cast<int>(table.numberAt(fields::targets.year, row)) == year;
        if (!ofYear || std::isnan(value)) continue;
        const std::string indicator(table.textAt(fields::targets.indicator, row));
        targets[{std::string(table.textAt(fields::targets.unitCode, row)), indicator}] = value;
        // The district's target is what its units are given together.
        targets[{std::string{}, indicator}] += value;
    }
    return targets;
}

std::vector<Indicator> indicatorsOf(const AdminUnitTotals& now, const std::optional<AdminUnitTotals>& before, std::size_t unit,
                                    const std::string& code, const Targets& targets) {
    std::vector<Indicator> indicators;
    for (std::uint8_t i = 0; i < indicatorCount; ++i) {
        const auto figure = static_cast<IndicatorId>(i);
        Indicator indicator{
            indicatorInfo(figure).id, indicatorInfo(figure).label, indicatorInfo(figure).unit, now.value(unit, figure), {}, {}};
        if (const auto found = targets.find({code, std::string(indicator.id)}); found != targets.end())
            indicator.target = found->second;
        if (before) indicator.previous = before->value(unit, figure);
        indicators.push_back(indicator);
    }
    return indicators;
}

std::vector<AdminUnitProgress> progressOf(const AnalysisContext& context) {
    const District& district = context.district();
    const AdminUnitTotals now = sumsOn(context);
    const auto before = context.compareWith() ? std::optional(sumsOn(context.on(*context.compareWith()))) : std::nullopt;
    const Targets targets = context.asOf().known() ? targetsOf(district, toYmd(context.asOf()).year) : Targets{};

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
                     indicatorsOf(now, before, 0, {}, targets)});
    for (std::size_t commune = 0; commune < communes.rowCount; ++commune) {
        const auto communeRow = static_cast<std::int32_t>(commune);
        const std::string code(communes.textAt(fields::communes.code, commune));
        const std::size_t unit = now.adminUnitOfCommune(communeRow);
        units.push_back({AdminLevel::commune,
                         communeRow,
                         code,
                         fullName(communes, commune),
                         {},
                         now.lastActivity(unit),
                         now.lastReport(unit),
                         indicatorsOf(now, before, unit, code, targets)});
        for (std::size_t village = 0; village < villages.rowCount; ++village) {
            if (village >= communeOfVillage.size() || communeOfVillage[village] != communeRow) continue;
            const auto villageRow = static_cast<std::int32_t>(village);
            const std::string villageCode(villages.textAt(fields::villages.code, village));
            const std::size_t villageUnit = now.adminUnitOfVillage(villageRow);
            units.push_back({AdminLevel::village, villageRow, villageCode, fullName(villages, village), code,
                             now.lastActivity(villageUnit), now.lastReport(villageUnit),
                             indicatorsOf(now, before, villageUnit, villageCode, targets), communeRow});
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
