// SPDX-License-Identifier: MIT
// Steps of the ladder that go by where a record lies and by what it names already.
#include "core/link/linker.h"

#include <algorithm>
#include <utility>

namespace banlang {
namespace {

constexpr Reference subjects[] = {Reference::garden, Reference::house, Reference::roadWork};

} // namespace

void Linker::byPlace() {
    const Role role = kind_->role;
    const GeometryColumn& features = table().geometry;
    const bool pinpoint = features.kind == GeometryKind::point || features.kind == GeometryKind::polygon;
    const auto fill = [&](std::vector<std::int32_t>& target, Role units) {
        target.resize(table().rowCount, notLinked);
        if (features.featureCount() != target.size() || district_.table(units).geometry.featureCount() == 0) return;
        if (std::none_of(target.begin(), target.end(), [](std::int32_t row) { return row < 0; })) return;
        const auto found = findContainingPolygons(features, places(units), days_);
        for (std::size_t row = 0; row < target.size(); ++row) {
            if (target[row] >= 0 || found[row] < 0) continue;
            target[row] = found[row];
            links().method[row] = LinkMethod::place;
        }
    };
    if (pinpoint && role != Role::communes && role != Role::villages) fill(links().village, Role::villages);
    if (role == Role::roads || role == Role::villages) fill(links().commune, Role::communes);
}

/// What a record does not say itself it takes from its parcel, then from its household, then from its village.
void Linker::inherit() {
    const std::size_t count = table().rowCount;
    TableLinks& links = this->links();
    const auto take = [&](std::vector<std::int32_t>& target, const std::vector<std::int32_t>& via,
                          const std::vector<std::int32_t>& source, const std::vector<bool>& except = {}) {
        if (via.empty() || source.empty()) return;
        target.resize(count, notLinked);
        for (std::size_t row = 0; row < count; ++row) {
            if (target[row] < 0 && via[row] >= 0 && (except.empty() || !except[row]))
                target[row] = source[static_cast<std::size_t>(via[row])];
        }
    };
    const TableLinks& parcels = linksOf(Role::parcels);
    const TableLinks& households = linksOf(Role::households);
    if (kind_->role != Role::parcels) {
        take(links.household, links.parcel, parcels.household, householdRefused_);
        take(links.village, links.parcel, parcels.village);
        take(links.village, links.household, households.village);
    }
    take(links.commune, links.village, linksOf(Role::villages).commune);
    if (kind_->role != Role::parcels) {
        take(links.commune, links.parcel, parcels.commune);
        take(links.commune, links.household, households.commune);
    }
    take(links.commune, links.road, linksOf(Role::roads).commune);
    // What is said of a garden, a house or a work is said where that is.
    for (const Reference subject : subjects) {
        const std::vector<std::int32_t>& via = linksTo(std::as_const(links), subject);
        const TableLinks& there = linksOf(targetOf(subject));
        take(links.household, via, there.household, householdRefused_);
        take(links.road, via, there.road);
        take(links.village, via, there.village);
        take(links.commune, via, there.commune);
    }
}

std::pair<std::string, std::string> Linker::recordWords(std::size_t row) const {
    const bool parcel = kind_->role == Role::parcels;
    std::string rawText;
    for (const std::string_view field : kind_->key.empty() ? kind_->identity : kind_->key) {
        if (parcel && field == fields::parcels.communeCode.name) continue;
        const Column* column = table().columnNamed(field);
        if (!rawText.empty()) rawText += '/';
        if (column != nullptr) rawText += column->valueText(row);
    }
    return {rawText, parcel ? communeCode(linkedRow(linksOf(kind_->role).commune, row)) : std::string()};
}

bool Linker::placed(std::size_t row) const {
    const TableLinks& links = linksOf(kind_->role);
    const bool inVillage = linkedRow(links.village, row) >= 0;
    switch (kind_->role) {
    case Role::communes:
    case Role::roads:
    case Role::rivers:
    case Role::adminUnitChanges:
        return true;
    case Role::parcels:
        return inVillage || district_.table(Role::villages).rowCount == 0;
    default:
        return inVillage || linkedRow(links.commune, row) >= 0 || linkedRow(links.road, row) >= 0;
    }
}

/// A person said where a record lies that says nothing of it itself.
void Linker::byOverriddenPlace() {
    if (!overrides_.any(kind_->role, placeField)) return;
    for (std::size_t row = 0; row < table().rowCount; ++row) {
        if (placed(row)) continue;
        const auto [rawText, scope] = recordWords(row);
        const LinkOverride* linkOverride = overrides_.find(kind_->role, placeField, rawText, scope);
        if (linkOverride == nullptr) continue;
        if (linkOverride->target.empty()) {
            markConfirmedAbsent(row);
            continue;
        }
        const std::int32_t village = units(Role::villages).findCode(linkOverride->target, day(row)).row;
        const std::int32_t commune = village >= 0 ? linkedRow(linksOf(Role::villages).commune, static_cast<std::size_t>(village))
                                                  : units(Role::communes).findCode(linkOverride->target, day(row)).row;
        if (village < 0 && commune < 0) {
            fail(row, placeField, rawText, scope, unresolved_reason::targetMissing);
            continue;
        }
        links().village.resize(table().rowCount, notLinked);
        links().commune.resize(table().rowCount, notLinked);
        links().village[row] = village;
        if (links().commune[row] < 0) links().commune[row] = commune;
        links().method[row] = LinkMethod::manualOverride;
    }
}

void Linker::rate() {
    TableLinks& links = this->links();
    const GeometryColumn& shapes = table().geometry;
    for (std::size_t row = 0; row < table().rowCount; ++row) {
        const bool shaped = shapes.kind == GeometryKind::polygon && row < shapes.featureCount() && !shapes.isEmpty(row);
        Precision& precision = links.precision[row];
        if (shaped)
            precision = Precision::polygon;
        else if (linkedRow(links.parcel, row) >= 0)
            precision = Precision::parcel;
        else if (kind_->role == Role::households || linkedRow(links.household, row) >= 0)
            precision = Precision::household;
        else if (linkedRow(links.village, row) >= 0)
            precision = Precision::village;
        else if (linkedRow(links.commune, row) >= 0)
            precision = Precision::commune;
        // What is said of a garden is known as exactly as the garden is.
        for (const Reference subject : subjects) {
            const std::int32_t there = linkedRow(linksTo(std::as_const(links), subject), row);
            if (there >= 0) precision = std::max(precision, linksOf(targetOf(subject)).precision[static_cast<std::size_t>(there)]);
        }
        if (placed(row) || confirmedAbsent_.contains(row) || failures_.contains(row)) continue;
        const auto [rawText, scope] = recordWords(row);
        fail(row, placeField, rawText, scope,
             kind_->role == Role::parcels ? unresolved_reason::outsideVillages : unresolved_reason::noPlace);
    }
}

} // namespace banlang
