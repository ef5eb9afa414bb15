// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_table.h"

#include <cstddef>
#include <cstdint>

namespace banlang {

/// Every kind of record that a district keeps. The order is the order of import: what others refer to comes first.
enum class Role : std::uint8_t {
    communes,
    villages,
    roads,
    rivers,
    households,
    parcels,
    donations,
    roadWorks,
    gardens,
    houses,
    supportList,
    saturdays,
    meetings,
    criteria,
    targets,
    greenRoutes,
    modelVillages,
    houseItems,
    houseResources,
    labourDays,
    deliveries,
    inspections,
    contributions,
    campaigns,
    publicAssets,
    householdCategories,
    housingReviews,
    criteriaDue,
    checklists,
    communeRankingScores,
    adminUnitChanges,
};
inline constexpr std::size_t roleCount = 31;
[[nodiscard]] constexpr std::size_t indexOf(Role role) {
    return static_cast<std::size_t>(role);
}

/// What FeatureTable and FieldHandle call a kind of record.
[[nodiscard]] constexpr TableKinds tableKind(Role role) {
    return TableKinds{1} << indexOf(role);
}

} // namespace banlang
