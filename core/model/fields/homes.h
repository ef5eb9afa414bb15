// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/fields/kind_fields.h"

// Gardens and houses of households.

namespace banlang::fields {

struct GardensFields : KindFields<Role::gardens> {
    TextField id = textField("id");
    TextField householdId = textField("household_id");
    TextField headName = textField("head_name");
    TextField villageCode = textField("village_code");
    TextField communeCode = textField("commune_code");
    TextField sheet = textField("sheet");
    TextField number = textField("number");
    NumberField areaM2 = numberField("area_m2");
    TextField cropGroup = textField("crop_group");
    NumberField borrower = numberField("borrower");
    NumberField loanVnd = numberField("loan_vnd");
    DateField registeredOn = dateField("registered_on");
    DateField startedOn = dateField("started_on");
    DateField finishedOn = dateField("finished_on");
    DateField lapsedOn = dateField("lapsed_on");
    DateField disbursedOn = dateField("disbursed_on");
    DateField inspectedOn = dateField("inspected_on");
    NumberField purposeKept = numberField("purpose_kept");
    NumberField specialised = numberField("specialised");
    TextField issuer = textField("issuer");
};
inline constexpr GardensFields gardens;

struct HousesFields : KindFields<Role::houses> {
    TextField id = textField("id");
    TextField householdId = textField("household_id");
    TextField headName = textField("head_name");
    TextField villageCode = textField("village_code");
    TextField communeCode = textField("commune_code");
    TextField category = textField("category");
    TextField phase = textField("phase");
    DateField deadline = dateField("deadline");
    DateField startedOn = dateField("started_on");
    DateField foundationOn = dateField("foundation_on");
    DateField wallsOn = dateField("walls_on");
    DateField roofOn = dateField("roof_on");
    DateField finishedOn = dateField("finished_on");
    DateField handedOverOn = dateField("handed_over_on");
    TextField unfinishedItems = textField("unfinished_items");
    TextField helpPlan = textField("help_plan");
    DateField reportedOn = dateField("reported_on");
    NumberField supportVnd = numberField("support_vnd");
    NumberField labourDaysPledged = numberField("labour_days_pledged");
    NumberField labourDaysGiven = numberField("labour_days_given");
    TextField issuer = textField("issuer");
};
inline constexpr HousesFields houses;

struct SupportListFields : KindFields<Role::supportList> {
    TextField householdId = textField("household_id");
    TextField headName = textField("head_name");
    DateField listedOn = dateField("listed_on");
    DateField removedOn = dateField("removed_on");
    TextField replacedBy = textField("replaced_by");
    TextField reason = textField("reason");
    TextField villageCode = textField("village_code");
    TextField approvedBy = textField("approved_by");
    TextField issuer = textField("issuer");
};
inline constexpr SupportListFields supportList;

} // namespace banlang::fields
