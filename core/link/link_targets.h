// SPDX-License-Identifier: MIT
#pragma once

#include "core/link/admin_unit_index.h"
#include "core/link/household_lookup.h"
#include "core/link/point_in_polygon.h"

#include <map>
#include <optional>

namespace banlang {

/// What the records of a district refer to, by their words and by place. Each index is made when it is first asked for, from links
/// that are filled by then; on one thread.
class LinkTargets {
public:
    /// Refers to both; `links` may be those of the district itself.
    LinkTargets(const District& district, const DistrictLinks& links);

    /// Communes, villages, roads, and whatever bears an id, by code and name.
    [[nodiscard]] const AdminUnitIndex& named(Role role);
    /// Of communes or villages.
    [[nodiscard]] const PointInPolygonIndex& polygons(Role role);
    [[nodiscard]] const HouseholdHeadIndex& heads();
    [[nodiscard]] const AdminUnitVersions& communeVersions() const { return communeVersions_; }
    [[nodiscard]] const AdminUnitVersions& villageVersions() const { return villageVersions_; }

private:
    const District& district_; ///< its links are not read
    const DistrictLinks& links_;
    AdminUnitVersions communeVersions_;
    AdminUnitVersions villageVersions_;
    std::map<Role, AdminUnitIndex> named_;
    std::map<Role, PointInPolygonIndex> polygons_;
    std::optional<HouseholdHeadIndex> heads_;
};

} // namespace banlang
