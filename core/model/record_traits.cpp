// SPDX-License-Identifier: MIT
#include "core/model/record_traits.h"

#include "core/model/record_fields.h"

#include <algorithm>
#include <array>

namespace banlang {
namespace {

using enum Role;
using enum RecordSubject;
using Scope = ProgrammeScope;
using Place = PlacementRule;
using Time = TemporalKind;

constexpr bool isActivity = true;
constexpr bool isList = false;

// A kind that is missing, or stands in another place than in Role, does not compile.
constexpr std::array<RecordTraits, roleCount> traits{{
    {communes, community, Scope::newRural, isList, Place::none, KeyScope::none, Time::reference},
    {villages, community, Scope::newRural, isList, Place::adminUnitOrRoad, KeyScope::none, Time::reference},
    {roads, community, Scope::newRural, isList, Place::none, KeyScope::roadAuthority, Time::reference},
    {rivers, community, Scope::newRural, isList, Place::none, KeyScope::issuer, Time::reference},
    {households, household, Scope::newRural, isList, Place::adminUnitOrRoad, KeyScope::issuer, Time::reference},
    {parcels, community, Scope::newRural, isList, Place::village, KeyScope::none, Time::reference},
    {donations, community, Scope::newRural, isActivity, Place::adminUnitOrRoad, KeyScope::issuer, Time::event},
    {roadWorks, community, Scope::newRural, isActivity, Place::adminUnitOrRoad, KeyScope::issuer, Time::state},
    {Role::gardens, household, Scope::gardens, isActivity, Place::adminUnitOrRoad, KeyScope::issuer, Time::state},
    {houses, household, Scope::housing, isActivity, Place::adminUnitOrRoad, KeyScope::issuer, Time::state},
    {supportList, household, Scope::housing, isActivity, Place::adminUnitOrRoad, KeyScope::issuer, Time::reference},
    {saturdays, community, Scope::newRural, isActivity, Place::adminUnitOrRoad, KeyScope::issuer, Time::event},
    {meetings, community, Scope::gardens, isActivity, Place::adminUnitOrRoad, KeyScope::issuer, Time::event},
    {criteria, community, Scope::newRural, isActivity, Place::adminUnitOrRoad, KeyScope::none, Time::event},
    {targets, community, Scope::newRural, isList, Place::adminUnitOrRoad, KeyScope::none, Time::reference},
    {greenRoutes, community, Scope::newRural, isActivity, Place::adminUnitOrRoad, KeyScope::issuer, Time::reference},
    {modelVillages, community, Scope::gardens, isActivity, Place::adminUnitOrRoad, KeyScope::issuer, Time::reference},
    {houseItems, household, Scope::housing, isActivity, Place::adminUnitOrRoad, KeyScope::issuer, Time::event},
    {houseResources, household, Scope::housing, isActivity, Place::adminUnitOrRoad, KeyScope::issuer, Time::event},
    {labourDays, community, Scope::toldByRecord, isActivity, Place::adminUnitOrRoad, KeyScope::issuer, Time::event},
    {deliveries, community, Scope::newRural, isActivity, Place::adminUnitOrRoad, KeyScope::issuer, Time::event},
    {inspections, community, Scope::toldByRecord, isActivity, Place::adminUnitOrRoad, KeyScope::issuer, Time::event},
    {contributions, community, Scope::toldByRecord, isActivity, Place::adminUnitOrRoad, KeyScope::issuer, Time::event},
    {campaigns, community, Scope::toldByRecord, isActivity, Place::adminUnitOrRoad, KeyScope::issuer, Time::event},
    {publicAssets, community, Scope::newRural, isActivity, Place::adminUnitOrRoad, KeyScope::issuer, Time::reference},
    {householdCategories, household, Scope::newRural, isList, Place::adminUnitOrRoad, KeyScope::issuer, Time::reference},
    {housingReviews, household, Scope::housing, isActivity, Place::adminUnitOrRoad, KeyScope::issuer, Time::event},
    {criteriaDue, community, Scope::newRural, isList, Place::adminUnitOrRoad, KeyScope::none, Time::reference},
    {checklists, community, Scope::gardens, isActivity, Place::adminUnitOrRoad, KeyScope::issuer, Time::event},
    {communeRankingScores, community, Scope::newRural, isList, Place::adminUnitOrRoad, KeyScope::none, Time::reference},
    {adminUnitChanges, community, Scope::newRural, isList, Place::none, KeyScope::none, Time::reference},
}};

constexpr bool inOrder() {
    for (std::size_t i = 0; i < traits.size(); ++i) {
        if (indexOf(traits[i].role) != i) return false;
    }
    return true;
}
static_assert(inOrder());

/// Of all kinds: a name means the same in each of them.
constexpr std::array<std::string_view, 8> measured{
    fields::roadWorks.percentDone.name,  fields::roadWorks.cementOrderedT.name, fields::roadWorks.cementReceivedT.name,
    fields::houses.unfinishedItems.name, fields::houses.helpPlan.name,          fields::houses.labourDaysPledged.name,
    fields::houses.labourDaysGiven.name, fields::houses.reportedOn.name,
};

} // namespace

bool isMeasured(const FieldHandle& field) {
    return std::find(measured.begin(), measured.end(), field.name) != measured.end();
}

bool mayBeTotals(Role role) {
    return role == contributions || role == saturdays || role == labourDays || role == deliveries || role == campaigns;
}

const RecordTraits& traitsOf(Role role) {
    return traits[indexOf(role)];
}

} // namespace banlang
