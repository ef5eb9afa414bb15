// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/fields/kind_fields.h"

// Who belongs to which category, what was allocated and judged, and how units changed.

namespace banlang::fields {

struct HouseholdCategoriesFields : KindFields<Role::householdCategories> {
    TextField householdId = textField("household_id");
    TextField headName = textField("head_name");
    TextField villageCode = textField("village_code");
    TextField category = textField("category");
    DateField validFrom = dateField("valid_from");
    DateField validTo = dateField("valid_to");
    TextField issuer = textField("issuer");
};
inline constexpr HouseholdCategoriesFields householdCategories;

struct HousingReviewsFields : KindFields<Role::housingReviews> {
    TextField householdId = textField("household_id");
    TextField headName = textField("head_name");
    TextField villageCode = textField("village_code");
    DateField reviewedOn = dateField("reviewed_on");
    TextField category = textField("category");
    NumberField housingNeed = numberField("housing_need");
    TextField decision = textField("decision");
    TextField reason = textField("reason");
    TextField issuer = textField("issuer");
};
inline constexpr HousingReviewsFields housingReviews;

struct CriteriaDueFields : KindFields<Role::criteriaDue> {
    TextField unitCode = textField("unit_code");
    TextField criterion = textField("criterion");
    NumberField dueYear = numberField("due_year");
    TextField owner = textField("owner");
    TextField setVersion = textField("set_version");
};
inline constexpr CriteriaDueFields criteriaDue;

struct ChecklistsFields : KindFields<Role::checklists> {
    TextField villageCode = textField("village_code");
    TextField item = textField("item");
    TextField setVersion = textField("set_version");
    DateField date = dateField("date");
    TextField result = textField("result");
    NumberField value = numberField("value");
    TextField issuer = textField("issuer");
};
inline constexpr ChecklistsFields checklists;

struct CommuneRankingScoresFields : KindFields<Role::communeRankingScores> {
    TextField unitCode = textField("unit_code");
    NumberField year = numberField("year");
    TextField indicator = textField("indicator");
    NumberField score = numberField("score");
    TextField judgedBy = textField("judged_by");
};
inline constexpr CommuneRankingScoresFields communeRankingScores;

struct UnitChangesFields : KindFields<Role::adminUnitChanges> {
    TextField oldCode = textField("old_code");
    TextField newCode = textField("new_code");
    DateField changedOn = dateField("changed_on");
    NumberField share = numberField("share");
};
inline constexpr UnitChangesFields adminUnitChanges;

} // namespace banlang::fields
