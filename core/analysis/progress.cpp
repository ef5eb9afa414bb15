// SPDX-License-Identifier: MIT
#include "core/analysis/progress.h"

#include "core/analysis/progress_sums.h"
#include "core/analysis/set_aside.h"

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
        const double value = table.numberAt("value", row);
        const bool ofYear = static_cast<int>(table.numberAt("year", row)) == year;
        if (!ofYear || std::isnan(value)) continue;
        const std::string indicator(table.textAt("indicator", row));
        targets[{std::string(table.textAt("unit_code", row)), indicator}] = value;
        // The district's target is what its units are given together.
        targets[{std::string{}, indicator}] += value;
    }
    return targets;
}

std::vector<Indicator> indicatorsOf(const Sums& now, const std::optional<Sums>& before, std::size_t unit, const std::string& code,
                                    const Targets& targets) {
    std::vector<Indicator> indicators;
    for (std::uint8_t i = 0; i < figureCount; ++i) {
        const auto figure = static_cast<Figure>(i);
        Indicator indicator{
            figureInfo(figure).id, figureInfo(figure).label, figureInfo(figure).unit, now.value(unit, figure), {}, {}};
        if (const auto found = targets.find({code, std::string(indicator.id)}); found != targets.end())
            indicator.target = found->second;
        if (before) indicator.previous = before->value(unit, figure);
        indicators.push_back(indicator);
    }
    return indicators;
}

} // namespace

std::vector<UnitProgress> progress(const District& district, Date asOf, std::optional<Date> compareWith) {
    return progress(district, *keptAside(district), asOf, compareWith);
}

std::vector<UnitProgress> progress(const District& district, const SetAside& aside, Date asOf, std::optional<Date> compareWith) {
    const Sums now = sumsOn({district, aside, asOf});
    const std::optional<Sums> before = compareWith ? std::optional(sumsOn({district, aside, *compareWith})) : std::nullopt;
    const Targets targets = asOf.known() ? targetsOf(district, toYmd(asOf).year) : Targets{};

    const FeatureTable& communes = district.table(Role::communes);
    const FeatureTable& villages = district.table(Role::villages);
    const auto& communeOfVillage = district.linksOf(Role::villages).commune;
    std::vector<UnitProgress> units;
    units.push_back({UnitLevel::district,
                     notLinked,
                     {},
                     district.name,
                     {},
                     now.lastActivity(0),
                     now.lastReport(0),
                     indicatorsOf(now, before, 0, {}, targets)});
    for (std::size_t commune = 0; commune < communes.rowCount; ++commune) {
        const auto communeRow = static_cast<std::int32_t>(commune);
        const std::string code(communes.textAt("code", commune));
        const std::size_t unit = now.unitOfCommune(communeRow);
        units.push_back({UnitLevel::commune,
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
            const std::string villageCode(villages.textAt("code", village));
            const std::size_t villageUnit = now.unitOfVillage(villageRow);
            units.push_back({UnitLevel::village, villageRow, villageCode, fullName(villages, village), code,
                             now.lastActivity(villageUnit), now.lastReport(villageUnit),
                             indicatorsOf(now, before, villageUnit, villageCode, targets), communeRow});
        }
    }
    return units;
}

} // namespace banlang
