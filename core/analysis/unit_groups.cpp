// SPDX-License-Identifier: MIT
#include "core/analysis/unit_groups.h"

#include "core/model/as_of.h"
#include "core/model/unit_lists.h"
#include "core/model/unit_versions.h"
#include "core/text/keys.h"

#include <algorithm>
#include <map>

namespace banlang {
namespace {

/// Finds the district of communes that do not name one.
class Origins {
public:
    explicit Origins(const District& district)
        : communes_(district.table(Role::communes)), changes_(unitChangesOf(district)), lists_(shippedUnitLists()) {}

    [[nodiscard]] std::string groupOf(std::size_t row) const {
        if (const std::string_view own = communes_.textAt("district", row); !own.empty()) return std::string(own);
        const ListedUnit* unit = listed(row);
        if (unit != nullptr && !unit->district.empty()) return std::string(unit->district);
        const Date from = communes_.dateAt("valid_from", row);
        const Date began = from.known() || unit == nullptr ? from : unit->validFrom;
        return began.known() ? groupOfMembers(communes_.textAt("code", row), began) : std::string();
    }

private:
    /// The official unit that this record is: of the same code, name and, where it is told, beginning.
    [[nodiscard]] const ListedUnit* listed(std::size_t row) const {
        const std::string name = foldedNameKey(communes_.textAt("name", row));
        const Date from = communes_.dateAt("valid_from", row);
        for (const ListedUnit& unit : lists_) {
            if (unit.code != communes_.textAt("code", row) || foldedNameKey(unit.name) != name) continue;
            if (!from.known() || from == unit.validFrom) return &unit;
        }
        return nullptr;
    }

    [[nodiscard]] std::string groupOfMember(std::string_view code, Date day) const {
        const std::int32_t row = unitOn(communes_, code, day);
        if (row != notLinked) {
            if (const auto own = communes_.textAt("district", static_cast<std::size_t>(row)); !own.empty()) return std::string(own);
        }
        for (const ListedUnit& unit : lists_) {
            if (unit.code == code && inForce(unit, day)) return std::string(unit.district);
        }
        return {};
    }

    /// Where most members belonged; of two that are even, where the one belonged whose code goes on.
    [[nodiscard]] std::string groupOfMembers(std::string_view code, Date began) const {
        struct Votes {
            std::string name;
            int count = 0;
        };
        std::map<std::string, Votes> votes;
        for (const UnitChange& change : changes_) {
            if (change.newCode != code || change.changedOn != began) continue;
            const std::string group = groupOfMember(change.oldCode, Date{began.daysSince1970 - 1});
            if (group.empty()) continue;
            Votes& forGroup = votes.try_emplace(districtKey(group), Votes{group}).first->second;
            forGroup.count += change.oldCode == code ? 3 : 2;
        }
        const auto most = std::max_element(votes.begin(), votes.end(),
                                           [](const auto& a, const auto& b) { return a.second.count < b.second.count; });
        return most == votes.end() ? std::string() : most->second.name;
    }

    const FeatureTable& communes_;
    std::vector<UnitChange> changes_;
    std::vector<ListedUnit> lists_;
};

void addTo(std::optional<double>& sum, const std::optional<double>& value) {
    if (value) sum = sum.value_or(0) + *value;
}

void addIndicators(std::vector<Indicator>& sums, const UnitProgress& unit, bool isInForce) {
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

std::string districtKey(std::string_view name) {
    const std::string key = nameKey(name);
    for (const std::string_view prefix : {"huyện ", "thành phố ", "thị xã ", "tp ", "tp. "}) {
        if (key.starts_with(prefix)) return foldedNameKey(std::string_view(key).substr(prefix.size()));
    }
    return foldedNameKey(key);
}

std::string groupName(const District& district, std::size_t commune) {
    return Origins(district).groupOf(commune);
}

std::vector<UnitGroup> groupsOf(const District& district, Date asOf) {
    const FeatureTable& communes = district.table(Role::communes);
    const Origins origins(district);
    std::map<std::string, UnitGroup> byKey;
    for (std::size_t row = 0; row < communes.rowCount; ++row) {
        const bool isInForce = inForce(communes, row, asOf);
        if (!isInForce && communes.dateAt("valid_to", row) > asOf) continue; // not yet
        const std::string name = origins.groupOf(row);
        UnitGroup& group = byKey[districtKey(name)];
        if (group.name.empty()) group.name = name;
        (isInForce ? group.communes : group.former).push_back(static_cast<std::int32_t>(row));
    }
    std::vector<UnitGroup> groups;
    for (auto& [key, group] : byKey) groups.push_back(std::move(group));
    std::stable_partition(groups.begin(), groups.end(), [](const UnitGroup& group) { return !group.name.empty(); });
    return groups;
}

std::vector<std::optional<double>> groupTotals(std::span<const UnitGroup> groups,
                                               std::span<const std::optional<double>> valueOfCommune) {
    std::vector<std::optional<double>> totals;
    for (const UnitGroup& group : groups) {
        std::optional<double>& total = totals.emplace_back();
        for (const std::int32_t row : group.communes) addTo(total, valueOfCommune[static_cast<std::size_t>(row)]);
    }
    return totals;
}

std::vector<GroupProgress> groupProgress(std::span<const UnitProgress> units, std::span<const UnitGroup> groups) {
    std::map<std::int32_t, const UnitProgress*> ofCommune;
    for (const UnitProgress& unit : units) {
        if (unit.level == UnitLevel::commune) ofCommune[unit.row] = &unit;
    }
    std::vector<GroupProgress> result;
    for (const UnitGroup& group : groups) {
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
