// SPDX-License-Identifier: MIT
#include "core/link/link.h"

#include "core/link/linker.h"
#include "core/model/admin_unit_validity.h"

#include <algorithm>

namespace banlang {
namespace {

const RecordField* fieldOf(const RecordKind& kind, Reference reference) {
    const auto found = std::find_if(kind.fields.begin(), kind.fields.end(),
                                    [&](const RecordField& field) { return field.reference == reference; });
    return found == kind.fields.end() ? nullptr : &*found;
}

std::vector<TableLinkReport> linkInto(const District& district, DistrictLinks& links, std::span<const LinkOverride> linkOverrides) {
    const LinkOverrideIndex overrides(linkOverrides);
    Linker linker(district, links, overrides);
    std::vector<TableLinkReport> reports;
    for (const RecordKind& kind : recordKinds()) reports.push_back(linker.link(kind));
    return reports;
}

} // namespace

Linker::Linker(const District& district, DistrictLinks& links, const LinkOverrideIndex& overrides)
    : district_(district), links_(links), overrides_(overrides), communeVersions_(district.table(Role::communes)),
      villageVersions_(district.table(Role::villages)) {}

const AdminUnitIndex& Linker::units(Role role) {
    if (const auto found = indexes_.find(role); found != indexes_.end()) return found->second;
    std::vector<std::int32_t> parents;
    if (role != Role::communes) parents = linksOf(role).commune;
    for (std::int32_t& parent : parents) parent = communeVersions_.lineage(parent);
    return indexes_.try_emplace(role, district_.table(role), codeField(role), parents).first->second;
}

const PointInPolygonIndex& Linker::places(Role role) {
    if (const auto found = places_.find(role); found != places_.end()) return found->second;
    const AdminUnitVersions& versions = role == Role::communes ? communeVersions_ : villageVersions_;
    return places_.try_emplace(role, district_.table(role).geometry, versions).first->second;
}

const HouseholdHeadIndex& Linker::heads() {
    if (!heads_) heads_.emplace(district_.table(Role::households), linksOf(Role::households), villageVersions_, communeVersions_);
    return *heads_;
}

void Linker::fail(std::size_t row, std::string_view field, std::string_view rawText, std::string_view scope,
                  const UnresolvedReason& reason) {
    if (failures_.contains(row)) return;
    failures_.emplace(row,
                      UnresolvedReference{kind_->role, static_cast<std::uint32_t>(row), std::string(field), std::string(rawText),
                                          std::string(scope), std::string(reason.id), reason.label.text()});
}

std::string Linker::communeCode(std::int32_t commune) const {
    return commune < 0
               ? std::string()
               : std::string(district_.table(Role::communes).textAt(fields::communes.code, static_cast<std::size_t>(commune)));
}

TableLinkReport Linker::report() const {
    TableLinkReport report;
    report.role = kind_->role;
    report.records = table().rowCount;
    const auto settled =
        std::count_if(confirmedAbsent_.begin(), confirmedAbsent_.end(), [&](std::size_t row) { return !failures_.contains(row); });
    report.confirmedAbsent = static_cast<std::size_t>(settled);
    report.linked = report.records - failures_.size() - report.confirmedAbsent;
    std::map<LinkMethod, std::size_t> counts;
    for (const LinkMethod method : linksOf(kind_->role).method) ++counts[method];
    report.byMethod.assign(counts.begin(), counts.end());
    for (const auto& [row, failure] : failures_) report.unresolved.push_back(failure);
    return report;
}

TableLinkReport Linker::link(const RecordKind& kind) {
    kind_ = &kind;
    failures_.clear();
    confirmedAbsent_.clear();
    householdRefused_.clear();
    const std::size_t count = table().rowCount;
    links() = {};
    links().method.assign(count, LinkMethod::none);
    links().precision.assign(count, Precision::none);
    days_.clear();
    if (communeVersions_.dated() || villageVersions_.dated()) days_ = effectiveDates(table(), kind.role);
    // From coarse to fine, so that the finest place that was found names the method.
    for (const Reference reference : {Reference::commune, Reference::village, Reference::road, Reference::roadWork,
                                      Reference::household, Reference::garden, Reference::house}) {
        for (const RecordField& field : kind.fields) {
            if (field.reference == reference) byText(field);
        }
    }
    if (kind.role != Role::parcels && fieldOf(kind, Reference::parcelNumber) != nullptr) byParcelName();
    if (const RecordField* head = fieldOf(kind, Reference::householdHead)) byHead(*head);
    byPlace();
    inherit();
    byOverriddenPlace();
    rate();
    return report();
}

std::vector<TableLinkReport> linkDistrict(District& district, std::span<const LinkOverride> linkOverrides) {
    endSupersededAdminUnits(district);
    district.derived.forget();
    return linkInto(district, district.links, linkOverrides);
}

std::vector<TableLinkReport> reviewLinks(const District& district, std::span<const LinkOverride> linkOverrides) {
    DistrictLinks links;
    return linkInto(district, links, linkOverrides);
}

std::string_view name(LinkMethod method) {
    switch (method) {
    case LinkMethod::key:
        return "key";
    case LinkMethod::code:
        return "code";
    case LinkMethod::name:
        return "name";
    case LinkMethod::foldedName:
        return "folded-name";
    case LinkMethod::place:
        return "place";
    case LinkMethod::headOfHousehold:
        return "head-of-household";
    case LinkMethod::manualOverride:
        return "decision";
    case LinkMethod::none:
        break;
    }
    return "none";
}

} // namespace banlang
