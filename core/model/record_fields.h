// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/fields/follow_up.h"
#include "core/model/fields/homes.h"
#include "core/model/fields/land.h"
#include "core/model/fields/places.h"
#include "core/model/fields/rules.h"
#include "core/model/fields/units.h"

// Handles of all fields of all kinds of records: `gardens.numberAt(fields::gardens.areaM2, row)`. A name that does not exist, or a
// text read as a number, does not compile; a field of another kind of records ends a debug build. What else is known of a field
// stands in record_kinds.

namespace banlang::fields {

/// Communes and villages.
struct UnitFields {
    TextField code = common(communes.code, villages.code);
    TextField name = common(communes.name, villages.name);
    TextField kind = common(communes.kind, villages.kind);
    NumberField households = common(communes.households, villages.households);
    NumberField centreXM = common(communes.centreXM, villages.centreXM);
    NumberField centreYM = common(communes.centreYM, villages.centreYM);
    DateField validFrom = common(communes.validFrom, villages.validFrom);
    DateField validTo = common(communes.validTo, villages.validTo);
};
inline constexpr UnitFields units;

/// What holds from a day to another, the latter no longer.
struct ValidityFields {
    DateField validFrom = common(communes.validFrom, villages.validFrom, householdCategories.validFrom);
    DateField validTo = common(communes.validTo, villages.validTo, householdCategories.validTo);
};
inline constexpr ValidityFields validity;

/// What other records name by an id.
struct IdentifiedFields {
    TextField id = common(roads.id, rivers.id, households.id, donations.id, roadWorks.id, gardens.id, houses.id, greenRoutes.id,
                          publicAssets.id);
};
inline constexpr IdentifiedFields identified;

/// What names its parcel by sheet and number within a commune; parcels among them.
struct ParcelReferenceFields {
    TextField communeCode = common(parcels.communeCode, donations.communeCode, gardens.communeCode);
    TextField sheet = common(parcels.sheet, donations.sheet, gardens.sheet);
    TextField number = common(parcels.number, donations.number, gardens.number);
};
inline constexpr ParcelReferenceFields parcelReferences;

/// What names its village and its commune by code.
struct PlaceReferenceFields {
    TextField communeCode = common(donations.communeCode, gardens.communeCode, houses.communeCode, saturdays.communeCode,
                                   greenRoutes.communeCode, labourDays.communeCode, inspections.communeCode,
                                   contributions.communeCode, campaigns.communeCode, publicAssets.communeCode);
    TextField villageCode = common(donations.villageCode, gardens.villageCode, houses.villageCode, saturdays.villageCode,
                                   greenRoutes.villageCode, labourDays.villageCode, inspections.villageCode,
                                   contributions.villageCode, campaigns.villageCode, publicAssets.villageCode);
};
inline constexpr PlaceReferenceFields placeReferences;

/// What names its household by id.
struct HouseholdReferenceFields {
    TextField householdId = common(parcels.householdId, donations.householdId, gardens.householdId, houses.householdId,
                                   supportList.householdId, householdCategories.householdId, housingReviews.householdId);
};
inline constexpr HouseholdReferenceFields householdReferences;

/// What names its household by the name of its head.
struct HeadReferenceFields {
    TextField headName = common(households.headName, donations.headName, gardens.headName, houses.headName, supportList.headName,
                                householdCategories.headName, housingReviews.headName);
};
inline constexpr HeadReferenceFields headReferences;

/// What names its unit, of whatever level, by a code.
struct UnitReferenceFields {
    TextField unitCode = common(criteria.unitCode, targets.unitCode, criteriaDue.unitCode, communeRankingScores.unitCode);
};
inline constexpr UnitReferenceFields unitReferences;

/// What is numbered by a unit, or refers to what is.
struct IssuedFields {
    TextField issuer =
        common(roads.issuer, rivers.issuer, households.issuer, donations.issuer, roadWorks.issuer, gardens.issuer, houses.issuer,
               supportList.issuer, saturdays.issuer, meetings.issuer, greenRoutes.issuer, modelVillages.issuer, houseItems.issuer,
               houseResources.issuer, labourDays.issuer, deliveries.issuer, inspections.issuer, contributions.issuer,
               campaigns.issuer, publicAssets.issuer, householdCategories.issuer, housingReviews.issuer, checklists.issuer);
};
inline constexpr IssuedFields issued;

/// What has a name of its own.
struct NamedFields {
    TextField name = common(communes.name, villages.name, roads.name, rivers.name, roadWorks.name, publicAssets.name);
};
inline constexpr NamedFields named;

/// What happens on one day.
struct EventFields {
    DateField date = common(saturdays.date, meetings.date, criteria.date, labourDays.date, deliveries.date, inspections.date,
                            contributions.date, campaigns.date, checklists.date);
};
inline constexpr EventFields events;

/// Titles that are registered, won and lost: green routes and model villages.
struct RecognitionFields {
    DateField registeredOn = common(greenRoutes.registeredOn, modelVillages.registeredOn);
    DateField recognisedOn = common(greenRoutes.recognisedOn, modelVillages.recognisedOn);
    DateField lapsedOn = common(greenRoutes.lapsedOn, modelVillages.lapsedOn);
};
inline constexpr RecognitionFields recognitions;

} // namespace banlang::fields
