// SPDX-License-Identifier: MIT
#include "core/model/record_traits.h"

#include <array>

namespace banlang {
namespace {

using enum Role;
using enum RecordSubject;
using Scope = ProgrammeScope;
using Place = PlacementRule;

constexpr bool isActivity = true;
constexpr bool isList = false;

// A kind that is missing, or stands in another place than in Role, does not compile.
constexpr std::array<RecordTraits, roleCount> traits{{
    {communes, community, Scope::newRural, isList, Place::none},
    {villages, community, Scope::newRural, isList, Place::adminUnitOrRoad},
    {roads, community, Scope::newRural, isList, Place::none},
    {rivers, community, Scope::newRural, isList, Place::none},
    {households, household, Scope::newRural, isList, Place::adminUnitOrRoad},
    {parcels, community, Scope::newRural, isList, Place::village},
    {donations, community, Scope::newRural, isActivity, Place::adminUnitOrRoad},
    {roadWorks, community, Scope::newRural, isActivity, Place::adminUnitOrRoad},
    {Role::gardens, household, Scope::gardens, isActivity, Place::adminUnitOrRoad},
    {houses, household, Scope::housing, isActivity, Place::adminUnitOrRoad},
    {supportList, household, Scope::housing, isActivity, Place::adminUnitOrRoad},
    {saturdays, community, Scope::newRural, isActivity, Place::adminUnitOrRoad},
    {meetings, community, Scope::gardens, isActivity, Place::adminUnitOrRoad},
    {criteria, community, Scope::newRural, isActivity, Place::adminUnitOrRoad},
    {targets, community, Scope::newRural, isList, Place::adminUnitOrRoad},
    {greenRoutes, community, Scope::newRural, isActivity, Place::adminUnitOrRoad},
    {modelVillages, community, Scope::gardens, isActivity, Place::adminUnitOrRoad},
    {houseItems, household, Scope::housing, isActivity, Place::adminUnitOrRoad},
    {houseResources, household, Scope::housing, isActivity, Place::adminUnitOrRoad},
    {labourDays, community, Scope::toldByRecord, isActivity, Place::adminUnitOrRoad},
    {deliveries, community, Scope::newRural, isActivity, Place::adminUnitOrRoad},
    {inspections, community, Scope::toldByRecord, isActivity, Place::adminUnitOrRoad},
    {contributions, community, Scope::toldByRecord, isActivity, Place::adminUnitOrRoad},
    {campaigns, community, Scope::toldByRecord, isActivity, Place::adminUnitOrRoad},
    {publicAssets, community, Scope::newRural, isActivity, Place::adminUnitOrRoad},
    {householdCategories, household, Scope::newRural, isList, Place::adminUnitOrRoad},
    {housingReviews, household, Scope::housing, isActivity, Place::adminUnitOrRoad},
    {criteriaDue, community, Scope::newRural, isList, Place::adminUnitOrRoad},
    {checklists, community, Scope::gardens, isActivity, Place::adminUnitOrRoad},
    {communeRankingScores, community, Scope::newRural, isList, Place::adminUnitOrRoad},
    {adminUnitChanges, community, Scope::newRural, isList, Place::none},
}};

constexpr bool inOrder() {
    for (std::size_t i = 0; i < traits.size(); ++i) {
        if (indexOf(traits[i].role) != i) return false;
    }
    return true;
}
static_assert(inOrder());

} // namespace

const RecordTraits& traitsOf(Role role) {
    return traits[indexOf(role)];
}

} // namespace banlang
