// SPDX-License-Identifier: MIT
#include "core/link/place_linker.h"

#include "core/geo/measure.h"
#include "core/text/named_code.h"

#include <algorithm>
#include <utility>

namespace banlang {
namespace {

constexpr Reference subjects[] = {Reference::garden, Reference::house, Reference::roadWork};

} // namespace

void PlaceLinker::link() {
    byPlace();
    confirmCommunes();
    inherit();
    byOverriddenPlace();
    rate();
}

void PlaceLinker::byPlace() {
    const Role role = linking_.role();
    const GeometryColumn& features = linking_.table().geometry;
    const bool pinpoint = features.kind == GeometryKind::point || features.kind == GeometryKind::polygon;
    const auto fill = [&](std::vector<std::int32_t>& target, Role units) {
        target.resize(linking_.table().rowCount, notLinked);
        if (features.featureCount() != target.size() || linking_.table(units).geometry.featureCount() == 0) return;
        if (std::none_of(target.begin(), target.end(), [](std::int32_t row) { return row < 0; })) return;
        const auto found = findContainingPolygons(features, targets_.polygons(units), linking_.days());
        for (std::size_t row = 0; row < target.size(); ++row) {
            if (target[row] >= 0 || found[row] < 0) continue;
            target[row] = found[row];
            linking_.links().method[row] = LinkMethod::place;
        }
    };
    if (pinpoint && role != Role::communes && role != Role::villages) fill(linking_.links().village, Role::villages);
    if (role == Role::roads || role == Role::villages) fill(linking_.links().commune, Role::communes);
}

/// The communes to which a village belonged, one after another.
std::set<std::int32_t> PlaceLinker::communesOfVillage(std::int32_t village) {
    if (communesOfLineage_.empty()) {
        const std::vector<std::int32_t>& communes = linking_.linksOf(Role::villages).commune;
        for (std::size_t row = 0; row < communes.size(); ++row)
            communesOfLineage_[targets_.villageVersions().lineage(static_cast<std::int32_t>(row))].insert(communes[row]);
    }
    const auto found = communesOfLineage_.find(targets_.villageVersions().lineage(village));
    return found == communesOfLineage_.end() ? std::set<std::int32_t>() : found->second;
}

/// Of the communes that bore a code the only one in which the record lies, by its village and by its shape as far as it has them.
std::int32_t PlaceLinker::confirmedCommune(std::size_t row, std::vector<std::int32_t> bearers) {
    bool isKnown = false;
    if (const std::int32_t village = linkedRow(linking_.links().village, row); village >= 0) {
        const std::set<std::int32_t> communes = communesOfVillage(village);
        std::erase_if(bearers, [&](std::int32_t bearer) { return !communes.contains(bearer); });
        isKnown = true;
    }
    const GeometryColumn& shapes = linking_.table().geometry;
    const bool drawn = row < shapes.featureCount() && linking_.table(Role::communes).geometry.featureCount() > 0;
    if (const auto point = drawn ? representativePoint(shapes, row) : std::nullopt) {
        const PointInPolygonIndex& polygons = targets_.polygons(Role::communes);
        std::erase_if(bearers, [&](std::int32_t bearer) { return !polygons.contains(static_cast<std::size_t>(bearer), *point); });
        isKnown = true;
    }
    return isKnown && bearers.size() == 1 ? bearers.front() : notLinked;
}

/// A code that several communes bore is settled by the place of the record, where that lies in one of them alone.
void PlaceLinker::confirmCommunes() {
    const auto& fields = linking_.kind().fields;
    const auto field =
        std::find_if(fields.begin(), fields.end(), [](const RecordField& one) { return one.reference == Reference::commune; });
    if (linking_.openCommunes().empty() || field == fields.end()) return;
    const AdminUnitIndex& communes = targets_.named(Role::communes);
    const Column& texts = *linking_.table().find(*field);
    for (const auto& [row, recycled] : linking_.openCommunes()) {
        const std::string_view text = texts.text[row];
        const std::int32_t commune = confirmedCommune(row, communes.rowsNamed(text));
        if (commune >= 0) {
            linking_.links().commune[row] = commune;
            linking_.links().method[row] = LinkMethod::place;
            continue;
        }
        // It is the first of the reasons why the record is open; others follow from it.
        linking_.forgetFailure(row);
        const UnresolvedReason& reason = recycled ? unresolved_reason::recycledCode : unresolved_reason::severalNames;
        const auto named = namedCode(text);
        const auto bearers = communes.codeRows(named ? named->code : text);
        Bilingual words = reason.label.text();
        if (recycled && !bearers.empty()) words = communes.recycled().meaning(linking_.communeCode(bearers.front()));
        linking_.fail(row, field->name, text, {}, reason, std::move(words));
    }
}

/// What a record does not say itself it takes from its parcel, then from its household, then from its village.
void PlaceLinker::inherit() {
    const std::size_t count = linking_.table().rowCount;
    TableLinks& links = linking_.links();
    const auto take = [&](std::vector<std::int32_t>& target, const std::vector<std::int32_t>& via,
                          const std::vector<std::int32_t>& source, const std::vector<bool>& except = {}) {
        if (via.empty() || source.empty()) return;
        target.resize(count, notLinked);
        for (std::size_t row = 0; row < count; ++row) {
            if (target[row] < 0 && via[row] >= 0 && (except.empty() || !except[row]))
                target[row] = source[static_cast<std::size_t>(via[row])];
        }
    };
    const TableLinks& parcels = linking_.linksOf(Role::parcels);
    const TableLinks& households = linking_.linksOf(Role::households);
    if (linking_.role() != Role::parcels) {
        take(links.household, links.parcel, parcels.household, linking_.householdsRefused());
        take(links.village, links.parcel, parcels.village);
        take(links.village, links.household, households.village);
    }
    take(links.commune, links.village, linking_.linksOf(Role::villages).commune);
    if (linking_.role() != Role::parcels) {
        take(links.commune, links.parcel, parcels.commune);
        take(links.commune, links.household, households.commune);
    }
    take(links.commune, links.road, linking_.linksOf(Role::roads).commune);
    // What is said of a garden, a house or a work is said where that is.
    for (const Reference subject : subjects) {
        const std::vector<std::int32_t>& via = linksTo(std::as_const(links), subject);
        const TableLinks& there = linking_.linksOf(targetOf(subject));
        take(links.household, via, there.household, linking_.householdsRefused());
        take(links.road, via, there.road);
        take(links.village, via, there.village);
        take(links.commune, via, there.commune);
    }
}

/// Village and commune that a decision names.
std::pair<std::int32_t, std::int32_t> PlaceLinker::placeOf(const LinkOverride& linkOverride, Date on) {
    const auto unit = [&](Role role) { return targets_.versionsOf(role).choose(targets_.decided(role, linkOverride.target), on); };
    const std::int32_t village = unit(Role::villages);
    if (village < 0) return {notLinked, std::max(unit(Role::communes), notLinked)};
    return {village, linkedRow(linking_.linksOf(Role::villages).commune, static_cast<std::size_t>(village))};
}

/// Whether records of no other issuer are called as this one is.
bool PlaceLinker::isOnlyBearer(std::size_t row) {
    if (bearers_.empty()) {
        for (std::size_t other = 0; other < linking_.table().rowCount; ++other) {
            const auto [rawText, issuer] = linking_.recordWords(other);
            const auto known = bearers_.try_emplace(rawText, issuer).first;
            if (known->second != issuer) known->second.reset();
        }
    }
    return bearers_.at(linking_.recordWords(row).first).has_value();
}

/// A person said where a record lies that says nothing of it itself.
void PlaceLinker::byOverriddenPlace() {
    if (!overrides_.any(linking_.role(), placeField)) return;
    for (std::size_t row = 0; row < linking_.table().rowCount; ++row) {
        if (linking_.placed(row)) continue;
        const auto [rawText, scope] = linking_.recordWords(row);
        const LinkOverride* linkOverride = overrides_.find(linking_.role(), placeField, rawText, scope);
        // Records were named without their issuer once.
        if (linkOverride == nullptr && isOnlyBearer(row)) linkOverride = overrides_.find(linking_.role(), placeField, rawText, {});
        if (linkOverride == nullptr) continue;
        if (overrides_.isDisputed(*linkOverride)) {
            linking_.fail(row, placeField, rawText, scope, unresolved_reason::overridesDisagree);
            continue;
        }
        if (linkOverride->target.empty()) {
            linking_.markConfirmedAbsent(row);
            continue;
        }
        const auto [village, commune] = placeOf(*linkOverride, linking_.day(row));
        if (village < 0 && commune < 0) {
            linking_.fail(row, placeField, rawText, scope, unresolved_reason::targetMissing);
            continue;
        }
        linking_.links().village.resize(linking_.table().rowCount, notLinked);
        linking_.links().commune.resize(linking_.table().rowCount, notLinked);
        linking_.links().village[row] = village;
        if (linking_.links().commune[row] < 0) linking_.links().commune[row] = commune;
        linking_.links().method[row] = LinkMethod::manualOverride;
    }
}

void PlaceLinker::rate() {
    TableLinks& links = linking_.links();
    const GeometryColumn& shapes = linking_.table().geometry;
    for (std::size_t row = 0; row < linking_.table().rowCount; ++row) {
        const bool shaped = shapes.kind == GeometryKind::polygon && row < shapes.featureCount() && !shapes.isEmpty(row);
        Precision& precision = links.precision[row];
        if (shaped)
            precision = Precision::polygon;
        else if (linkedRow(links.parcel, row) >= 0)
            precision = Precision::parcel;
        else if (linking_.role() == Role::households || linkedRow(links.household, row) >= 0)
            precision = Precision::household;
        else if (linkedRow(links.village, row) >= 0)
            precision = Precision::village;
        else if (linkedRow(links.commune, row) >= 0)
            precision = Precision::commune;
        // What is said of a garden is known as exactly as the garden is.
        for (const Reference subject : subjects) {
            const std::int32_t there = linkedRow(linksTo(std::as_const(links), subject), row);
            if (there >= 0)
                precision = std::max(precision, linking_.linksOf(targetOf(subject)).precision[static_cast<std::size_t>(there)]);
        }
        if (linking_.placed(row) || linking_.confirmedAbsent(row) || linking_.failure(row) != nullptr) continue;
        const auto [rawText, scope] = linking_.recordWords(row);
        linking_.fail(row, placeField, rawText, scope,
                      linking_.role() == Role::parcels ? unresolved_reason::outsideVillages : unresolved_reason::noPlace);
    }
}

} // namespace banlang
