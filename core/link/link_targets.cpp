// SPDX-License-Identifier: MIT
#include "core/link/link_targets.h"

namespace banlang {

LinkTargets::LinkTargets(const District& district, const DistrictLinks& links)
    : district_(district), links_(links), communeVersions_(district.table(Role::communes)),
      villageVersions_(district.table(Role::villages)) {}

const AdminUnitIndex& LinkTargets::named(Role role) {
    if (const auto found = named_.find(role); found != named_.end()) return found->second;
    std::vector<std::int32_t> parents;
    if (role != Role::communes) parents = links_[indexOf(role)].commune;
    for (std::int32_t& parent : parents) parent = communeVersions_.lineage(parent);
    return named_.try_emplace(role, district_.table(role), codeField(role), parents).first->second;
}

const PointInPolygonIndex& LinkTargets::polygons(Role role) {
    if (const auto found = polygons_.find(role); found != polygons_.end()) return found->second;
    const AdminUnitVersions& versions = role == Role::communes ? communeVersions_ : villageVersions_;
    return polygons_.try_emplace(role, district_.table(role).geometry, versions).first->second;
}

const HouseholdHeadIndex& LinkTargets::heads() {
    if (!heads_) {
        heads_.emplace(district_.table(Role::households), links_[indexOf(Role::households)], villageVersions_, communeVersions_);
    }
    return *heads_;
}

} // namespace banlang
