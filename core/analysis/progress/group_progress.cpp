// SPDX-License-Identifier: MIT
#include "core/analysis/progress/group_progress.h"

#include <map>
#include <optional>

namespace banlang {
namespace {

void addTo(std::optional<double>& sum, const std::optional<double>& value) {
    if (value) sum = sum.value_or(0) + *value;
}

void addIndicators(std::vector<Indicator>& sums, const AdminUnitProgress& unit, bool isInForce) {
    if (sums.empty()) {
        sums = unit.indicators;
        for (Indicator& sum : sums) sum.value = sum.target = sum.previous = std::nullopt;
    }
    for (std::size_t i = 0; i < sums.size() && i < unit.indicators.size(); ++i) {
        addTo(sums[i].value, unit.indicators[i].value);
        addTo(sums[i].previous, unit.indicators[i].previous);
        // A target is set for a code and a year; the version of today bears it.
        if (isInForce) addTo(sums[i].target, unit.indicators[i].target);
    }
}

} // namespace

std::vector<GroupProgress> groupProgress(std::span<const AdminUnitProgress> units, std::span<const AdminUnitGroup> groups) {
    std::map<std::int32_t, const AdminUnitProgress*> ofCommune;
    for (const AdminUnitProgress& unit : units) {
        if (unit.level == AdminLevel::commune) ofCommune[unit.row] = &unit;
    }
    std::vector<GroupProgress> result;
    for (const AdminUnitGroup& group : groups) {
        GroupProgress& progress = result.emplace_back();
        progress.name = group.name;
        progress.communes = group.communes.size();
        for (const bool isInForce : {true, false}) {
            for (const std::int32_t row : isInForce ? group.communes : group.former) {
                if (const auto found = ofCommune.find(row); found != ofCommune.end())
                    addIndicators(progress.indicators, *found->second, isInForce);
            }
        }
    }
    return result;
}

} // namespace banlang
