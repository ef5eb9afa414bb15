// SPDX-License-Identifier: MIT
#include "core/model/units/issuer.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace banlang {
namespace {

void addOnce(std::vector<std::string>& all, std::string issuer) {
    if (!issuer.empty() && std::find(all.begin(), all.end(), issuer) == all.end()) all.push_back(std::move(issuer));
}

} // namespace

IssuerLevel levelOf(std::string_view issuer) {
    if (issuer.empty()) return IssuerLevel::unknown;
    if (issuer == stateIssuer) return IssuerLevel::state;
    if (issuer.starts_with(provinceIssuerPrefix)) return IssuerLevel::province;
    if (issuer.starts_with(districtIssuerPrefix)) return IssuerLevel::district;
    return IssuerLevel::commune;
}

std::string districtIssuer(std::string_view districtCode) {
    return districtCode.empty() ? std::string() : fmt::format("{}{}", districtIssuerPrefix, districtCode);
}

std::string provinceIssuer(std::string_view provinceCode) {
    return provinceCode.empty() ? std::string() : fmt::format("{}{}", provinceIssuerPrefix, provinceCode);
}

IssuerRelations::IssuerRelations(std::vector<AdminUnitChange> changes)
    : units_(shippedAdminUnitLists()), changes_(std::move(changes)) {
    std::sort(units_.begin(), units_.end(), [](const OfficialAdminUnit& a, const OfficialAdminUnit& b) {
        const auto order = [](const OfficialAdminUnit& unit) {
            return std::tuple(unit.code, unit.validFrom.known(), unit.validFrom, unit.name);
        };
        return order(a) < order(b);
    });
}

std::vector<std::string> IssuerRelations::above(std::string_view issuer) const {
    const IssuerLevel level = levelOf(issuer);
    if (level == IssuerLevel::state) return {};
    const auto under = [&](const OfficialAdminUnit& unit) {
        if (level == IssuerLevel::commune) return unit.code == issuer;
        return level == IssuerLevel::district && districtIssuer(unit.districtCode) == issuer;
    };
    std::vector<std::string> districts;
    std::vector<std::string> all;
    for (const OfficialAdminUnit& unit : units_) {
        if (!under(unit)) continue;
        if (level == IssuerLevel::commune) addOnce(districts, districtIssuer(unit.districtCode));
        addOnce(all, provinceIssuer(unit.provinceCode));
    }
    all.insert(all.begin(), districts.begin(), districts.end());
    all.emplace_back(stateIssuer);
    return all;
}

void IssuerRelations::follow(std::string_view issuer, Direction direction, Date day, std::vector<std::string>& found) const {
    const bool back = direction == Direction::toPredecessors;
    const auto further = [&](Date changedOn, const Date* since) {
        if (since != nullptr) return back ? changedOn < *since : changedOn > *since;
        return !day.known() || (back ? changedOn <= day : changedOn > day);
    };
    struct Step {
        std::string code;
        Date changedOn;
        bool operator==(const Step&) const = default;
    };
    // Codes were given again to other units: beyond a change only what lies further in the same direction of time counts.
    std::vector<Step> ahead{{std::string(issuer), Date{}}};
    for (std::size_t next = 0; next < ahead.size(); ++next) {
        const Step from = ahead[next];
        for (const AdminUnitChange& change : changes_) {
            if ((back ? change.newCode : change.oldCode) != from.code) continue;
            if (!further(change.changedOn, next == 0 ? nullptr : &from.changedOn)) continue;
            Step step{back ? change.oldCode : change.newCode, change.changedOn};
            if (step.code != issuer) addOnce(found, step.code);
            if (std::find(ahead.begin(), ahead.end(), step) == ahead.end()) ahead.push_back(std::move(step));
        }
    }
}

std::vector<std::string> IssuerRelations::related(std::string_view issuer, Date day) const {
    std::vector<std::string> found;
    if (levelOf(issuer) != IssuerLevel::commune) return found;
    follow(issuer, Direction::toPredecessors, day, found);
    follow(issuer, Direction::toSuccessors, day, found);
    return found;
}

} // namespace banlang
