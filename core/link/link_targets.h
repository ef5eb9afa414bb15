// SPDX-License-Identifier: MIT
#pragma once

#include "core/link/admin_unit_index.h"
#include "core/link/household_lookup.h"
#include "core/link/number_index.h"
#include "core/link/point_in_polygon.h"
#include "core/model/units/issuer.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// What the records of a district refer to, by their words and by place. Each index is made when it is first asked for, from links
/// that are filled by then; on one thread.
class LinkTargets {
public:
    /// Refers to both; `links` may be those of the district itself.
    LinkTargets(const District& district, const DistrictLinks& links);

    /// Communes and villages by code and name, roads and works by name.
    [[nodiscard]] const AdminUnitIndex& named(Role role);
    /// Of communes or villages.
    [[nodiscard]] const PointInPolygonIndex& polygons(Role role);
    [[nodiscard]] const HouseholdHeadIndex& heads();
    /// What is named by a number of its issuer: households, gardens, houses, roads, road works.
    [[nodiscard]] const NumberIndex& numbered(Role role);
    [[nodiscard]] const IssuerRelations& issuers();
    /// The one store of an office that is not known by which records are numbered: all others are below it. "" where none is, and
    /// where several are, so that nothing tells whose a number is.
    [[nodiscard]] const std::string& storeIssuer();
    /// Whether a unit of this code became part of another one that goes on under it.
    [[nodiscard]] bool isKeptCode(std::string_view code);
    /// All rows that a decision names by its target, of whatever time: a code, "commune/code" of a village, else as NumberIndex.
    [[nodiscard]] std::vector<std::int32_t> decided(Role role, std::string_view target);
    [[nodiscard]] const AdminUnitVersions& versionsOf(Role role) const {
        return role == Role::communes ? communeVersions_ : villageVersions_;
    }
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
    std::map<Role, NumberIndex> numbered_;
    std::optional<IssuerRelations> issuers_;
    std::optional<std::string> storeIssuer_;
    std::set<std::string, std::less<>> keptCodes_;
};

} // namespace banlang
