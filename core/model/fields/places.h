// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/fields/kind_fields.h"

// Where things are: units, roads, rivers, households, parcels.

namespace banlang::fields {

struct CommunesFields : KindFields<Role::communes> {
    TextField code = textField("code");
    TextField name = textField("name");
    TextField kind = textField("kind");
    TextField district = textField("district");
    NumberField border = numberField("border");
    NumberField households = numberField("households");
    NumberField centreXM = numberField("centre_x_m");
    NumberField centreYM = numberField("centre_y_m");
    DateField validFrom = dateField("valid_from");
    DateField validTo = dateField("valid_to");
};
inline constexpr CommunesFields communes;

struct VillagesFields : KindFields<Role::villages> {
    TextField code = textField("code");
    TextField name = textField("name");
    TextField kind = textField("kind");
    TextField communeCode = textField("commune_code");
    NumberField households = numberField("households");
    NumberField poorHouseholds = numberField("poor_households");
    NumberField centreXM = numberField("centre_x_m");
    NumberField centreYM = numberField("centre_y_m");
    DateField validFrom = dateField("valid_from");
    DateField validTo = dateField("valid_to");
};
inline constexpr VillagesFields villages;

struct RoadsFields : KindFields<Role::roads> {
    TextField id = textField("id");
    TextField name = textField("name");
    TextField managementClass = textField("class");
    TextField surface = textField("surface");
    NumberField bedWidthM = numberField("bed_width_m");
    NumberField pavementWidthM = numberField("pavement_width_m");
    TextField condition = textField("condition");
    NumberField allSeason = numberField("all_season");
    TextField communeCode = textField("commune_code");
    TextField issuer = textField("issuer");
};
inline constexpr RoadsFields roads;

struct RiversFields : KindFields<Role::rivers> {
    TextField id = textField("id");
    TextField name = textField("name");
    NumberField widthM = numberField("width_m");
    TextField issuer = textField("issuer");
};
inline constexpr RiversFields rivers;

struct HouseholdsFields : KindFields<Role::households> {
    TextField id = textField("id");
    TextField villageCode = textField("village_code");
    TextField headName = textField("head_name");
    TextField categories = textField("categories");
    NumberField members = numberField("members");
    TextField issuer = textField("issuer");
};
inline constexpr HouseholdsFields households;

struct ParcelsFields : KindFields<Role::parcels> {
    TextField communeCode = textField("commune_code");
    TextField sheet = textField("sheet");
    TextField number = textField("number");
    TextField landUse = textField("land_use");
    NumberField declaredAreaM2 = numberField("declared_area_m2");
    TextField householdId = textField("household_id");
    TextField holderName = textField("holder_name");
};
inline constexpr ParcelsFields parcels;

} // namespace banlang::fields
