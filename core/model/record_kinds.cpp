// SPDX-License-Identifier: MIT
#include "core/model/record_kinds.h"

#include "core/model/detail/follow_up_fields.h"
#include "core/model/detail/home_fields.h"
#include "core/model/detail/land_fields.h"
#include "core/model/detail/place_fields.h"
#include "core/model/detail/rule_fields.h"
#include "core/model/detail/unit_fields.h"

#include <algorithm>

namespace banlang {
namespace {

using namespace detail;

/// The fields of a kind, which must be all that core/model/fields names of it, in the same order: anything else does not compile.
template <Role role, std::size_t count>
constexpr std::span<const RecordField> allOf(const fields::KindFields<role>& handles, const RecordField (&declared)[count]) {
    if (count != handles.count) throw "a field has a handle but no declaration";
    for (std::size_t i = 0; i < count; ++i) {
        if (declared[i].kinds != tableKind(role) || declared[i].position != i) throw "a field is out of its handle's order";
    }
    return declared;
}

constexpr RecordKind kinds[] = {
    {Role::communes,
     "communes",
     "communes",
     {"xã, thị trấn", "communes"},
     GeometryKind::polygon,
     true,
     allOf(fields::communes, communesFields),
     communesKey},
    {Role::villages,
     "villages",
     "villages",
     {"thôn", "villages"},
     GeometryKind::polygon,
     false,
     allOf(fields::villages, villagesFields),
     villagesKey},
    {Role::roads, "roads", "roads", {"đường", "roads"}, GeometryKind::line, true, allOf(fields::roads, roadsFields), roadsKey},
    {Role::rivers,
     "rivers",
     "rivers",
     {"sông, suối", "rivers"},
     GeometryKind::line,
     true,
     allOf(fields::rivers, riversFields),
     riversKey},
    {Role::households,
     "households",
     "households",
     {"hộ", "households"},
     GeometryKind::point,
     false,
     allOf(fields::households, householdsFields),
     householdsKey},
    {Role::parcels,
     "parcels",
     "parcels",
     {"thửa đất", "parcels"},
     GeometryKind::polygon,
     true,
     allOf(fields::parcels, parcelsFields),
     parcelsKey},
    {Role::donations,
     "donations",
     "land_donations",
     {"hiến đất", "land donations"},
     GeometryKind::none,
     false,
     allOf(fields::donations, donationsFields),
     donationsKey,
     donationsIdentity},
    {Role::roadWorks,
     "road-works",
     "road_works",
     {"công trình đường", "road works"},
     GeometryKind::none,
     false,
     allOf(fields::roadWorks, roadWorksFields),
     roadWorksKey},
    {Role::gardens,
     "gardens",
     "gardens",
     {"vườn cải tạo", "gardens"},
     GeometryKind::polygon,
     false,
     allOf(fields::gardens, gardensFields),
     gardensKey},
    {Role::houses,
     "houses",
     "houses",
     {"nhà ở hỗ trợ", "houses"},
     GeometryKind::none,
     false,
     allOf(fields::houses, housesFields),
     housesKey},
    {Role::supportList,
     "support-list",
     "support_list",
     {"danh sách hỗ trợ", "support list"},
     GeometryKind::none,
     false,
     allOf(fields::supportList, supportListFields),
     supportListKey},
    {Role::saturdays,
     "saturdays",
     "saturday_shifts",
     {"ngày thứ 7 vì NTM", "Saturday shifts"},
     GeometryKind::none,
     false,
     allOf(fields::saturdays, saturdaysFields),
     {},
     saturdaysIdentity},
    {Role::meetings,
     "meetings",
     "village_meetings",
     {"họp dân", "village meetings"},
     GeometryKind::none,
     false,
     allOf(fields::meetings, meetingsFields),
     {},
     meetingsIdentity},
    {Role::criteria,
     "criteria",
     "criteria_results",
     {"kết quả tiêu chí", "criteria results"},
     GeometryKind::none,
     false,
     allOf(fields::criteria, criteriaFields),
     criteriaKey},
    {Role::targets,
     "targets",
     "targets",
     {"chỉ tiêu", "targets"},
     GeometryKind::none,
     false,
     allOf(fields::targets, targetsFields),
     targetsKey},
    {Role::greenRoutes,
     "green-routes",
     "green_routes",
     {"tuyến xanh - sạch - đẹp", "green routes"},
     GeometryKind::none,
     false,
     allOf(fields::greenRoutes, greenRoutesFields),
     greenRoutesKey},
    {Role::modelVillages,
     "model-villages",
     "model_villages",
     {"thôn kiểu mẫu", "model villages"},
     GeometryKind::none,
     false,
     allOf(fields::modelVillages, modelVillagesFields),
     modelVillagesKey},
    {Role::houseItems,
     "house-items",
     "house_items",
     {"hạng mục nhà ở", "house items"},
     GeometryKind::none,
     false,
     allOf(fields::houseItems, houseItemsFields),
     houseItemsKey,
     {}},
    {Role::houseResources,
     "house-resources",
     "house_resources",
     {"nguồn lực của hộ làm nhà", "resources for houses"},
     GeometryKind::none,
     false,
     allOf(fields::houseResources, houseResourcesFields),
     houseResourcesKey,
     {}},
    {Role::labourDays,
     "labour-days",
     "labour_days",
     {"ngày công", "labour days"},
     GeometryKind::none,
     false,
     allOf(fields::labourDays, labourDaysFields),
     {},
     labourDaysIdentity},
    {Role::deliveries,
     "deliveries",
     "material_deliveries",
     {"vật liệu", "material deliveries"},
     GeometryKind::none,
     false,
     allOf(fields::deliveries, deliveriesFields),
     {},
     deliveriesIdentity},
    {Role::inspections,
     "inspections",
     "inspections",
     {"kiểm tra, giám sát", "inspections"},
     GeometryKind::none,
     false,
     allOf(fields::inspections, inspectionsFields),
     {},
     inspectionsIdentity},
    {Role::contributions,
     "contributions",
     "contributions",
     {"đóng góp", "contributions"},
     GeometryKind::none,
     false,
     allOf(fields::contributions, contributionsFields),
     {},
     contributionsIdentity},
    {Role::campaigns,
     "campaigns",
     "campaigns",
     {"ra quân, phát động", "campaigns"},
     GeometryKind::none,
     false,
     allOf(fields::campaigns, campaignsFields),
     {},
     campaignsIdentity},
    {Role::publicAssets,
     "public-assets",
     "public_assets",
     {"công trình phúc lợi", "public assets"},
     GeometryKind::point,
     false,
     allOf(fields::publicAssets, publicAssetsFields),
     publicAssetsKey,
     {}},
    {Role::householdCategories,
     "household-categories",
     "household_categories",
     {"diện của hộ", "household categories"},
     GeometryKind::none,
     false,
     allOf(fields::householdCategories, householdCategoriesFields),
     householdCategoriesKey,
     {}},
    {Role::housingReviews,
     "housing-reviews",
     "housing_reviews",
     {"rà soát nhà ở", "housing reviews"},
     GeometryKind::none,
     false,
     allOf(fields::housingReviews, housingReviewsFields),
     housingReviewsKey,
     {}},
    {Role::criteriaDue,
     "criteria-due",
     "criteria_due",
     {"phân bổ tiêu chí", "criteria allocated"},
     GeometryKind::none,
     false,
     allOf(fields::criteriaDue, criteriaDueFields),
     criteriaDueKey,
     {}},
    {Role::checklists,
     "checklists",
     "checklists",
     {"chấm thôn kiểu mẫu", "model village checklists"},
     GeometryKind::none,
     false,
     allOf(fields::checklists, checklistsFields),
     checklistsKey,
     {}},
    {Role::communeRankingScores,
     "emulation-scores",
     "emulation_scores",
     {"điểm thi đua", "emulation scores"},
     GeometryKind::none,
     false,
     allOf(fields::communeRankingScores, communeRankingScoresFields),
     communeRankingScoresKey,
     {}},
    {Role::adminUnitChanges,
     "unit-changes",
     "unit_changes",
     {"thay đổi đơn vị", "unit changes"},
     GeometryKind::none,
     false,
     allOf(fields::adminUnitChanges, unitChangesFields),
     unitChangesKey,
     {}},
};
static_assert(std::size(kinds) == roleCount);

constexpr bool eachAtItsRole() {
    for (std::size_t i = 0; i < roleCount; ++i) {
        if (indexOf(kinds[i].role) != i || kinds[i].fields.front().kinds != tableKind(kinds[i].role)) return false;
    }
    return true;
}
static_assert(eachAtItsRole());

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

std::vector<const RecordField*> fallbackChain(const RecordKind& kind, const RecordField& field) {
    std::vector<const RecordField*> chain;
    for (const RecordField* one = &field; one != nullptr; one = findField(kind, one->fallbackField)) chain.push_back(one);
    return chain;
}

FeatureTable emptyTable(Role role) {
    const RecordKind& kind = recordKind(role);
    FeatureTable table;
    table.name = kind.table;
    table.kind = tableKind(role);
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
