// SPDX-License-Identifier: MIT
#include "core/model/record_kinds.h"
#include "core/model/record_traits.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace banlang {
namespace {

/// Whoever adds a kind that names a household has to decide whether a meeting may see its single records.
TEST(RecordTraits, WhatNamesAHouseholdIsOfOneUnlessItIsToldInPublic) {
    for (const RecordKind& kind : recordKinds()) {
        const bool namesHousehold = std::ranges::any_of(kind.fields, [](const RecordField& field) {
            return field.reference == Reference::household || field.reference == Reference::house ||
                   field.reference == Reference::garden;
        });
        // Parcels and gifts of land are public record; work days, inspections and deliveries tell of programmes, and gifts of
        // givers.
        const bool toldInPublic = kind.role == Role::parcels || kind.role == Role::donations || kind.role == Role::labourDays ||
                                  kind.role == Role::inspections || kind.role == Role::deliveries ||
                                  kind.role == Role::contributions;
        EXPECT_EQ(isOfHousehold(kind.role), (namesHousehold || kind.role == Role::households) && !toldInPublic) << kind.id;
    }
}

TEST(RecordTraits, UnitsAndRoadsArePlacesAndParcelsLieInVillages) {
    EXPECT_EQ(traitsOf(Role::communes).placement, PlacementRule::none);
    EXPECT_EQ(traitsOf(Role::roads).placement, PlacementRule::none);
    EXPECT_EQ(traitsOf(Role::parcels).placement, PlacementRule::village);
    EXPECT_EQ(traitsOf(Role::houses).placement, PlacementRule::adminUnitOrRoad);
}

TEST(RecordTraits, PlansAndListsAreNoActivity) {
    for (const Role role :
         {Role::targets, Role::criteriaDue, Role::communeRankingScores, Role::householdCategories, Role::villages})
        EXPECT_FALSE(traitsOf(role).activity) << recordKind(role).id;
    for (const Role role : {Role::donations, Role::houseItems, Role::meetings}) EXPECT_TRUE(traitsOf(role).activity);
}

} // namespace
} // namespace banlang
