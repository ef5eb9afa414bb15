// SPDX-License-Identifier: MIT
#include "core/analysis/unit_carry.h"

#include "core/analysis/unit_shares.h"
#include "core/base/shipped_data.h"

#include <toml++/toml.h>

#include <algorithm>
#include <map>

namespace banlang {
namespace {

/// What is on its way: parts of old units by the code that they have reached.
using Parts = std::map<std::string, std::vector<CarriedPart>>;

void passDay(const UnitFate& fate, Date day, Parts& parts, std::vector<NotCarried>& lost) {
    Parts passed;
    for (const auto& [code, arrived] : parts) {
        const Destinations destinations = fate.destinationsOf(code, day);
        for (const CarriedPart& part : arrived) {
            for (const Destination& to : destinations.to) {
                passed[to.code].push_back(
                    {part.code, part.name, part.share * to.share, part.value * to.share, std::max(part.basis, to.basis)});
            }
            if (destinations.lost > 0) lost.push_back({part.code, part.name, part.value * destinations.lost, destinations.reason});
        }
    }
    parts = std::move(passed);
}

/// A part that came by two ways is told once.
std::vector<CarriedPart> joined(const std::vector<CarriedPart>& parts) {
    std::map<std::string, CarriedPart> byCode;
    for (const CarriedPart& part : parts) {
        const auto [found, isNew] = byCode.try_emplace(part.code, part);
        if (isNew) continue;
        found->second.share += part.share;
        found->second.value += part.value;
        found->second.basis = std::max(found->second.basis, part.basis);
    }
    std::vector<CarriedPart> result;
    for (auto& [code, part] : byCode) result.push_back(std::move(part));
    return result;
}

} // namespace

std::string_view id(CarryBasis basis) {
    switch (basis) {
    case CarryBasis::stated:
        return "stated";
    case CarryBasis::households:
        return "households";
    case CarryBasis::area:
        return "area";
    case CarryBasis::unchanged:
        break;
    }
    return "unchanged";
}

Label label(CarryBasis basis) {
    switch (basis) {
    case CarryBasis::stated:
        return {"theo quyết định", "as the change states"};
    case CarryBasis::households:
        return {"chia theo số hộ", "divided by households"};
    case CarryBasis::area:
        return {"chia theo diện tích", "divided by area"};
    case CarryBasis::unchanged:
        break;
    }
    return {"giữ nguyên", "unchanged"};
}

CarryOver carryOver(const District& district, std::span<const UnitValue> values, std::span<const UnitChange> changes, Date from,
                    Date to) {
    const UnitFate fate(district, changes);
    Parts parts;
    for (const UnitValue& value : values)
        parts[value.code].push_back({value.code, fate.nameOf(value.code, from), 1, value.value, CarryBasis::unchanged});
    CarryOver result;
    for (const Date day : fate.daysOfChange(from, to)) passDay(fate, day, parts, result.notCarried);
    for (const auto& [code, arrived] : parts) {
        CarriedValue carried{code, fate.nameOf(code, to), 0, CarryBasis::unchanged, joined(arrived)};
        for (const CarriedPart& part : carried.from) {
            carried.value += part.value;
            carried.basis = std::max(carried.basis, part.basis);
        }
        result.carried.push_back(std::move(carried));
    }
    return result;
}

bool isAdditive(std::string_view indicatorId) {
    const toml::table rules = toml::parse(shippedData("units_over_time.toml"));
    const toml::array* notAdditive = rules.at_path("indicators.not_additive").as_array();
    return notAdditive == nullptr || std::none_of(notAdditive->begin(), notAdditive->end(), [&](const toml::node& node) {
               return node.value_or(std::string_view()) == indicatorId;
           });
}

} // namespace banlang
