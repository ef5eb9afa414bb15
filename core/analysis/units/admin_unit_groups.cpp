// SPDX-License-Identifier: MIT
#include "core/analysis/units/admin_unit_groups.h"

#include "core/analysis/context/analysis_context.h"
#include "core/model/as_of.h"
#include "core/model/units/admin_unit_validity.h"
#include "core/model/units/official_admin_units.h"
#include "core/text/keys.h"

#include <algorithm>
#include <map>

namespace banlang {
namespace {

/// Finds the district of communes that do not name one.
class Origins {
public:
    explicit Origins(const District& district)
        : communes_(district.table(Role::communes)), changes_(adminUnitChangesOf(district)), lists_(shippedAdminUnitLists()) {}

    [[nodiscard]] std::string groupOf(std::size_t row) const {
        if (const std::string_view own = communes_.textAt(fields::communes.district, row); !own.empty()) return std::string(own);
        const OfficialAdminUnit* unit = listed(row);
        if (unit != nullptr && !unit->district.empty()) return std::string(unit->district);
        const Date from = communes_.dateAt(fields::communes.validFrom, row);
        const Date began = from.known() || unit == nullptr ? from : unit->validFrom;
        return began.known() ? groupOfMembers(communes_.textAt(fields::communes.code, row), began) : std::string();
    }

private:
    /// The official unit that this record is: of the same code, name and, where it is told, beginning.
    [[nodiscard]] const OfficialAdminUnit* listed(std::size_t row) const {
        const std::string name = foldedNameKey(communes_.textAt(fields::communes.name, row));
        const Date from = communes_.dateAt(fields::communes.validFrom, row);
        for (const OfficialAdminUnit& unit : lists_) {
            if (unit.code != communes_.textAt(fields::communes.code, row) || foldedNameKey(unit.name) != name) continue;
            if (!from.known() || from == unit.validFrom) return &unit;
        }
        return nullptr;
    }

    [[nodiscard]] std::string groupOfMember(std::string_view code, Date day) const {
        const std::int32_t row = adminUnitOn(communes_, code, day);
        if (row != notLinked) {
            if (const auto own = communes_.textAt(fields::communes.district, static_cast<std::size_t>(row)); !own.empty())
                return std::string(own);
        }
        for (const OfficialAdminUnit& unit : lists_) {
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
        for (const AdminUnitChange& change : changes_) {
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
    std::vector<AdminUnitChange> changes_;
    std::vector<OfficialAdminUnit> lists_;
};

void addTo(std::optional<double>& sum, const std::optional<double>& value) {
    if (value) sum = sum.value_or(0) + *value;
}

} // namespace

std::string groupName(const AnalysisContext& context, std::size_t commune) {
    return Origins(context.district()).groupOf(commune);
}

std::vector<AdminUnitGroup> groupsOf(const AnalysisContext& context) {
    const Date asOf = context.asOf();
    const FeatureTable& communes = context.district().table(Role::communes);
    const Origins origins(context.district());
    std::map<std::string, AdminUnitGroup> byKey;
    for (std::size_t row = 0; row < communes.rowCount; ++row) {
        const bool isInForce = inForce(communes, row, asOf);
        if (!isInForce && communes.dateAt(fields::communes.validTo, row) > asOf) continue; // not yet
        const std::string name = origins.groupOf(row);
        AdminUnitGroup& group = byKey[districtKey(name)];
        if (group.name.empty()) group.name = name;
        (isInForce ? group.communes : group.former).push_back(static_cast<std::int32_t>(row));
    }
    std::vector<AdminUnitGroup> groups;
    groups.reserve(byKey.size());
    for (auto& [key, group] : byKey) groups.push_back(std::move(group));
    std::stable_partition(groups.begin(), groups.end(), [](const AdminUnitGroup& group) { return !group.name.empty(); });
    return groups;
}

std::vector<std::optional<double>> groupTotals(std::span<const AdminUnitGroup> groups,
                                               std::span<const std::optional<double>> valueOfCommune) {
    std::vector<std::optional<double>> totals;
    for (const AdminUnitGroup& group : groups) {
        std::optional<double>& total = totals.emplace_back();
        for (const std::int32_t row : group.communes) addTo(total, valueOfCommune[static_cast<std::size_t>(row)]);
    }
    return totals;
}

} // namespace banlang
