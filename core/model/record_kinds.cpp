// SPDX-License-Identifier: MIT
#include "core/model/record_kinds.h"

#include "core/model/detail/home_fields.h"
#include "core/model/detail/land_fields.h"
#include "core/model/detail/place_fields.h"
#include "core/model/detail/unit_fields.h"

#include <algorithm>

namespace banlang {
namespace {

using namespace detail;

constexpr RecordKind kinds[] = {
    {Role::communes,
     "communes",
     "communes",
     {"xã, thị trấn", "communes"},
     GeometryKind::polygon,
     true,
     communesFields,
     communesKey},
    {Role::villages, "villages", "villages", {"thôn", "villages"}, GeometryKind::polygon, false, villagesFields, villagesKey},
    {Role::roads, "roads", "roads", {"đường", "roads"}, GeometryKind::line, true, roadsFields, roadsKey},
    {Role::rivers, "rivers", "rivers", {"sông, suối", "rivers"}, GeometryKind::line, true, riversFields, riversKey},
    {Role::households,
     "households",
     "households",
     {"hộ", "households"},
     GeometryKind::point,
     false,
     householdsFields,
     householdsKey},
    {Role::parcels, "parcels", "parcels", {"thửa đất", "parcels"}, GeometryKind::polygon, true, parcelsFields, parcelsKey},
    {Role::donations,
     "donations",
     "land_donations",
     {"hiến đất", "land donations"},
     GeometryKind::none,
     false,
     donationsFields,
     donationsKey},
    {Role::roadWorks,
     "road-works",
     "road_works",
     {"công trình đường", "road works"},
     GeometryKind::none,
     false,
     roadWorksFields,
     roadWorksKey},
    {Role::gardens, "gardens", "gardens", {"vườn cải tạo", "gardens"}, GeometryKind::polygon, false, gardensFields, gardensKey},
    {Role::houses, "houses", "houses", {"nhà ở hỗ trợ", "houses"}, GeometryKind::none, false, housesFields, housesKey},
    {Role::supportList,
     "support-list",
     "support_list",
     {"danh sách hỗ trợ", "support list"},
     GeometryKind::none,
     false,
     supportListFields,
     supportListKey},
    {Role::saturdays,
     "saturdays",
     "saturday_shifts",
     {"ngày thứ 7 vì NTM", "Saturday shifts"},
     GeometryKind::none,
     false,
     saturdaysFields,
     {}},
    {Role::meetings,
     "meetings",
     "village_meetings",
     {"họp dân", "village meetings"},
     GeometryKind::none,
     false,
     meetingsFields,
     {}},
    {Role::criteria,
     "criteria",
     "criteria_results",
     {"kết quả tiêu chí", "criteria results"},
     GeometryKind::none,
     false,
     criteriaFields,
     criteriaKey},
    {Role::targets, "targets", "targets", {"chỉ tiêu", "targets"}, GeometryKind::none, false, targetsFields, targetsKey},
    {Role::greenRoutes,
     "green-routes",
     "green_routes",
     {"tuyến xanh - sạch - đẹp", "green routes"},
     GeometryKind::none,
     false,
     greenRoutesFields,
     greenRoutesKey},
    {Role::modelVillages,
     "model-villages",
     "model_villages",
     {"thôn kiểu mẫu", "model villages"},
     GeometryKind::none,
     false,
     modelVillagesFields,
     modelVillagesKey},
};
static_assert(std::size(kinds) == roleCount);

} // namespace

std::span<const RecordKind> recordKinds() {
    return kinds;
}

const RecordKind& recordKind(Role role) {
    return kinds[indexOf(role)];
}

std::optional<Role> roleFromId(std::string_view id) {
    const auto* const found =
        std::find_if(std::begin(kinds), std::end(kinds), [&](const RecordKind& kind) { return kind.id == id; });
    return found == std::end(kinds) ? std::nullopt : std::optional(found->role);
}

const RecordField* findField(const RecordKind& kind, std::string_view name) {
    const auto found =
        std::find_if(kind.fields.begin(), kind.fields.end(), [&](const RecordField& field) { return field.name == name; });
    return found == kind.fields.end() ? nullptr : &*found;
}

FeatureTable emptyTable(Role role) {
    const RecordKind& kind = recordKind(role);
    FeatureTable table;
    table.name = kind.table;
    table.geometry.kind = kind.geometry;
    for (const RecordField& field : kind.fields) {
        Column column;
        column.name = field.name;
        column.type = field.type;
        table.columns.push_back(std::move(column));
    }
    return table;
}

} // namespace banlang
