// SPDX-License-Identifier: MIT
#include "core/link/link_targets.h"

#include "core/model/record_key.h"

namespace banlang {

LinkTargets::LinkTargets(const District& district, const DistrictLinks& links)
    : district_(district), links_(links), communeVersions_(district.table(Role::communes)),
      villageVersions_(district.table(Role::villages)) {}

const AdminUnitIndex& LinkTargets::named(Role role) {
    if (const auto found = named_.find(role); found != named_.end()) return found->second;
    std::vector<std::int32_t> parents;
    if (role != Role::communes) parents = links_[indexOf(role)].commune;
    for (std::int32_t& parent : parents) parent = communeVersions_.lineage(parent);
    const AdminUnitIndex* above = role == Role::villages ? &named(Role::communes) : nullptr;
    return named_.try_emplace(role, district_.table(role), codeField(role), parents, above).first->second;
}

const PointInPolygonIndex& LinkTargets::polygons(Role role) {
    if (const auto found = polygons_.find(role); found != polygons_.end()) return found->second;
    return polygons_.try_emplace(role, district_.table(role).geometry, versionsOf(role)).first->second;
}

const HouseholdHeadIndex& LinkTargets::heads() {
    if (!heads_) {
        heads_.emplace(district_.table(Role::households), links_[indexOf(Role::households)], villageVersions_, communeVersions_);
    }
    return *heads_;
}

const NumberIndex& LinkTargets::numbered(Role role) {
    if (const auto found = numbered_.find(role); found != numbered_.end()) return found->second;
    return numbered_
        .try_emplace(role, district_.table(role), links_[indexOf(role)], district_.table(Role::communes), communeVersions_)
        .first->second;
}

const std::string& LinkTargets::storeIssuer() {
    if (storeIssuer_) return *storeIssuer_;
    std::set<std::string, std::less<>> stores;
    for (const RecordKind& kind : recordKinds()) {
        const TextView issuers = issuersOf(district_.table(kind.role));
        for (std::size_t row = 0; row < district_.table(kind.role).rowCount; ++row) {
            if (issuers[row].starts_with(storeIssuerPrefix)) stores.emplace(issuers[row]);
        }
    }
    return storeIssuer_.emplace(stores.size() == 1 ? *stores.begin() : std::string());
}

const IssuerRelations& LinkTargets::issuers() {
    if (issuers_) return *issuers_;
    std::vector<AdminUnitChange> changes = adminUnitChangesOf(district_);
    for (const AdminUnitChange& change : changes) {
        if (change.oldCode == change.newCode) keptCodes_.insert(change.newCode);
    }
    return issuers_.emplace(std::move(changes));
}

bool LinkTargets::isKeptCode(std::string_view code) {
    (void)issuers();
    return keptCodes_.contains(code);
}

std::vector<std::int32_t> LinkTargets::decided(Role role, std::string_view target) {
    if (role != Role::communes && role != Role::villages) return numbered(role).named(target);
    const auto listed = [](std::span<const std::int32_t> rows) { return std::vector<std::int32_t>(rows.begin(), rows.end()); };
    const std::size_t slash = target.find('/');
    if (role == Role::communes) return named(role).rowsNamed(target);
    if (const auto rows = named(role).codeRows(target); !rows.empty() || slash == std::string_view::npos) return listed(rows);
    std::vector<std::int32_t> found;
    for (const std::int32_t commune : named(Role::communes).codeRows(target.substr(0, slash))) {
        const auto rows = named(role).codeRowsWithin(target.substr(slash + 1), communeVersions_.lineage(commune));
        found.insert(found.end(), rows.begin(), rows.end());
    }
    return found;
}

} // namespace banlang
