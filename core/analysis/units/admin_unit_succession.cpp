// SPDX-License-Identifier: MIT
#include "core/analysis/units/admin_unit_succession.h"

#include "core/analysis/context/analysis_context.h"
#include "core/analysis/rules/analysis_rules.h"
#include "core/geo/measure.h"
#include "core/geo/overlay.h"
#include "core/model/as_of.h"
#include "core/model/units/admin_unit_validity.h"
#include "core/text/keys.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace banlang {
namespace {

constexpr double rounding = 1e-9;

Date dayBefore(Date day) {
    return Date{day.daysSince1970 - 1};
}

/// The shape as GEOS takes it.
GeometryColumn validShape(const GeometryColumn& shapes, std::size_t feature) {
    if (!invalidReason(shapes, feature).empty()) return madeValid(shapes, feature);
    GeometryColumn one;
    one.kind = GeometryKind::polygon;
    one.appendFeature(shapes, feature);
    return one;
}

bool isDrawn(const FeatureTable& units, std::int32_t row) {
    const auto feature = static_cast<std::size_t>(row);
    return row != notLinked && feature < units.geometry.featureCount() && !units.geometry.isEmpty(feature);
}

std::optional<Point> placeOf(const FeatureTable& units, std::size_t row) {
    const double x = units.numberAt(fields::units.centreXM, row);
    const double y = units.numberAt(fields::units.centreYM, row);
    if (!std::isnan(x) && !std::isnan(y)) return Point{x, y};
    if (!isDrawn(units, static_cast<std::int32_t>(row))) return std::nullopt;
    return pointOnSurface(units.geometry, row);
}

} // namespace

AdminUnitSuccession::AdminUnitSuccession(const AnalysisContext& context, std::span<const AdminUnitChange> changes)
    : district_(context.district()), communes_(district_.table(Role::communes)), changes_(changes), lists_(shippedAdminUnitLists()),
      sliver_(context.rules().units.sliverShare) {}

std::vector<Date> AdminUnitSuccession::daysOfChange(Date from, Date to) const {
    std::set<Date> days;
    const auto add = [&](Date day) {
        if (day.known() && day > from && day <= to) days.insert(day);
    };
    for (const AdminUnitChange& change : changes_) add(change.changedOn);
    for (std::size_t row = 0; row < communes_.rowCount; ++row) add(communes_.dateAt(fields::communes.validFrom, row));
    return {days.begin(), days.end()};
}

const OfficialAdminUnit* AdminUnitSuccession::listed(std::string_view code, Date day) const {
    const auto found = std::find_if(lists_.begin(), lists_.end(),
                                    [&](const OfficialAdminUnit& unit) { return unit.code == code && inForce(unit, day); });
    return found == lists_.end() ? nullptr : &*found;
}

std::string AdminUnitSuccession::nameOf(std::string_view code, Date day) const {
    if (const std::int32_t row = adminUnitOn(communes_, code, day); row != notLinked)
        return fullName(communes_, static_cast<std::size_t>(row));
    const OfficialAdminUnit* unit = listed(code, day);
    return unit == nullptr ? std::string(code) : std::string(unit->kind) + ' ' + std::string(unit->name);
}

/// Nothing is said of the unit: it goes on when it is the same record, or bears the same name on both sides of the day.
bool AdminUnitSuccession::goesOn(std::string_view code, Date day) const {
    const std::int32_t before = adminUnitOn(communes_, code, dayBefore(day));
    const std::int32_t after = adminUnitOn(communes_, code, day);
    if (before != notLinked && before == after) return true;
    const auto nameAt = [&](std::int32_t row, Date on) {
        if (row != notLinked) return foldedNameKey(communes_.textAt(fields::communes.name, static_cast<std::size_t>(row)));
        const OfficialAdminUnit* unit = listed(code, on);
        return unit == nullptr ? std::string() : foldedNameKey(unit->name);
    };
    const std::string name = nameAt(before, dayBefore(day));
    return !name.empty() && name == nameAt(after, day);
}

double AdminUnitSuccession::sharedM2(std::int32_t oldRow, std::int32_t newRow) const {
    if (!isDrawn(communes_, oldRow) || !isDrawn(communes_, newRow)) return 0;
    const GeometryColumn old = validShape(communes_.geometry, static_cast<std::size_t>(oldRow));
    const GeometryColumn young = validShape(communes_.geometry, static_cast<std::size_t>(newRow));
    return areaM2(intersection(old, 0, young, 0), 0);
}

std::vector<double> AdminUnitSuccession::areaShares(const std::string& code, Date day, std::span<const std::string> targets) const {
    const std::int32_t old = adminUnitOn(communes_, code, dayBefore(day));
    std::vector<double> areas;
    for (const std::string& target : targets) areas.push_back(sharedM2(old, adminUnitOn(communes_, target, day)));
    return areas;
}

/// Index of the target in which the village lies: as its own record of the later time says, else by place.
std::int32_t AdminUnitSuccession::targetOfVillage(std::size_t village, Date day, std::span<const std::string> targets) const {
    const FeatureTable& villages = district_.table(Role::villages);
    const std::int32_t later = adminUnitOn(villages, villages.textAt(fields::villages.code, village), day);
    const auto place = placeOf(villages, village);
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const bool itself = later == static_cast<std::int32_t>(village);
        if (later != notLinked && !itself &&
            villages.textAt(fields::villages.communeCode, static_cast<std::size_t>(later)) == targets[i])
            return static_cast<std::int32_t>(i);
        const std::int32_t commune = adminUnitOn(communes_, targets[i], day);
        if (place && isDrawn(communes_, commune) && contains(communes_.geometry, static_cast<std::size_t>(commune), *place))
            return static_cast<std::int32_t>(i);
    }
    return notLinked;
}

std::vector<double> AdminUnitSuccession::householdShares(const std::string& code, Date day,
                                                         std::span<const std::string> targets) const {
    const FeatureTable& villages = district_.table(Role::villages);
    std::vector<double> households(targets.size(), 0);
    for (std::size_t village = 0; village < villages.rowCount; ++village) {
        if (villages.textAt(fields::villages.communeCode, village) != code || !inForce(villages, village, dayBefore(day))) continue;
        const double count = villages.numberAt(fields::villages.households, village);
        const std::int32_t target = targetOfVillage(village, day, targets);
        if (std::isnan(count) || target == notLinked) return {};
        households[static_cast<std::size_t>(target)] += count;
    }
    return households;
}

/// Shares that add up to one, or nothing when neither villages nor maps tell.
std::vector<double> AdminUnitSuccession::sharesOf(const std::string& code, Date day, std::span<const std::string> targets,
                                                  ApportionmentBasis& basis) const {
    std::vector<double> weights;
    double whole = 0;
    for (const ApportionmentBasis tried : {ApportionmentBasis::households, ApportionmentBasis::area}) {
        basis = tried;
        weights = tried == ApportionmentBasis::households ? householdShares(code, day, targets) : areaShares(code, day, targets);
        whole = std::accumulate(weights.begin(), weights.end(), 0.0);
        if (whole > 0) break;
    }
    if (whole <= 0) return {};
    for (double& weight : weights) weight /= whole;
    return weights;
}

Successors AdminUnitSuccession::byChanges(const std::string& code, Date day,
                                          const std::vector<const AdminUnitChange*>& changes) const {
    Successors result;
    double stated = 0;
    std::vector<std::string> open;
    for (const AdminUnitChange* change : changes) {
        if (!change->share) open.push_back(change->newCode);
        stated += change->share.value_or(0);
    }
    // More than the whole cannot have gone anywhere.
    const double scale = stated > 1 ? 1 / stated : 1;
    for (const AdminUnitChange* change : changes) {
        if (change->share) result.to.push_back({change->newCode, *change->share * scale, ApportionmentBasis::stated});
    }
    const double rest = std::max(0.0, 1 - stated);
    if (rest <= rounding) return result;
    if (open.size() == 1) {
        result.to.push_back({open.front(), rest, ApportionmentBasis::stated});
        return result;
    }
    ApportionmentBasis basis = ApportionmentBasis::area;
    const std::vector<double> shares = open.empty() ? std::vector<double>() : sharesOf(code, day, open, basis);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (shares[i] > 0) result.to.push_back({open[i], rest * shares[i], basis});
    }
    if (!shares.empty()) return result;
    result.lost = rest;
    result.reason = open.empty() ? Bilingual{"phần còn lại không rõ về đâu", "nothing says where the rest went"}
                                 : Bilingual{"đơn vị bị chia, chưa rõ tỷ lệ; cần bản đồ cũ và mới, hoặc số hộ các thôn",
                                             "divided, and the parts are not known; maps of both times or households of the "
                                             "villages would tell"};
    return result;
}

/// No change is known: only what lies on one ground is one.
Successors AdminUnitSuccession::byGround(const std::string& code, Date day) const {
    Successors result;
    const std::int32_t old = adminUnitOn(communes_, code, dayBefore(day));
    const double wholeM2 = isDrawn(communes_, old) ? areaM2(communes_.geometry, static_cast<std::size_t>(old)) : 0;
    double found = 0;
    for (std::size_t row = 0; wholeM2 > 0 && row < communes_.rowCount; ++row) {
        if (!inForce(communes_, row, day)) continue;
        const double share = sharedM2(old, static_cast<std::int32_t>(row)) / wholeM2;
        if (share <= sliver_) continue;
        found += share;
        result.to.push_back({std::string(communes_.textAt(fields::communes.code, row)), share, ApportionmentBasis::area});
    }
    if (found >= 1 - sliver_) {
        for (SuccessorShare& destination : result.to) destination.share /= found;
        return result;
    }
    result.lost = 1 - found;
    result.reason = {"không có quyết định hay bản đồ nào cho biết đơn vị này về đâu",
                     "neither a change nor a map says what became of it"};
    return result;
}

Successors AdminUnitSuccession::successorsOf(const std::string& code, Date day) const {
    std::vector<const AdminUnitChange*> changes;
    for (const AdminUnitChange& change : changes_) {
        if (change.oldCode == code && change.changedOn == day) changes.push_back(&change);
    }
    if (!changes.empty()) return byChanges(code, day, changes);
    if (goesOn(code, day)) return {{{code, 1, ApportionmentBasis::unchanged}}, 0, {}};
    return byGround(code, day);
}

} // namespace banlang
