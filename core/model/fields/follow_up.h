// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/fields/kind_fields.h"

// What is followed after a start: who helped with what, what was delivered, who looked at it.

namespace banlang::fields {

struct HouseItemsFields : KindFields<Role::houseItems> {
    TextField houseId = textField("house_id");
    TextField item = textField("item");
    NumberField percentDone = numberField("percent_done");
    DateField reportedOn = dateField("reported_on");
    TextField helpPlan = textField("help_plan");
    TextField helpBy = textField("help_by");
    DateField dueOn = dateField("due_on");
    TextField issuer = textField("issuer");
};
inline constexpr HouseItemsFields houseItems;

struct HouseResourcesFields : KindFields<Role::houseResources> {
    TextField houseId = textField("house_id");
    DateField assessedOn = dateField("assessed_on");
    NumberField ownVnd = numberField("own_vnd");
    NumberField ownLabourDays = numberField("own_labour_days");
    TextField ownMaterial = textField("own_material");
    NumberField neededVnd = numberField("needed_vnd");
    NumberField neededLabourDays = numberField("needed_labour_days");
    TextField supportPlan = textField("support_plan");
    TextField issuer = textField("issuer");
};
inline constexpr HouseResourcesFields houseResources;

struct LabourDaysFields : KindFields<Role::labourDays> {
    DateField date = dateField("date");
    TextField organisation = textField("organisation");
    TextField houseId = textField("house_id");
    TextField workId = textField("work_id");
    TextField communeCode = textField("commune_code");
    TextField villageCode = textField("village_code");
    NumberField daysPledged = numberField("days_pledged");
    NumberField daysGiven = numberField("days_given");
    TextField issuer = textField("issuer");
};
inline constexpr LabourDaysFields labourDays;

struct DeliveriesFields : KindFields<Role::deliveries> {
    DateField date = dateField("date");
    TextField material = textField("material");
    TextField workId = textField("work_id");
    TextField houseId = textField("house_id");
    TextField communeCode = textField("commune_code");
    NumberField quantityOrdered = numberField("quantity_ordered");
    NumberField quantityReceived = numberField("quantity_received");
    TextField quantityUnit = textField("quantity_unit");
    DateField qualityCheckedOn = dateField("quality_checked_on");
    TextField qualityResult = textField("quality_result");
    TextField issuer = textField("issuer");
};
inline constexpr DeliveriesFields deliveries;

struct InspectionsFields : KindFields<Role::inspections> {
    DateField date = dateField("date");
    TextField gardenId = textField("garden_id");
    TextField houseId = textField("house_id");
    TextField workId = textField("work_id");
    TextField communeCode = textField("commune_code");
    TextField villageCode = textField("village_code");
    TextField inspector = textField("inspector");
    TextField finding = textField("finding");
    NumberField maintained = numberField("maintained");
    NumberField purposeKept = numberField("purpose_kept");
    TextField effect = textField("effect");
    NumberField incomeBeforeVnd = numberField("income_before_vnd");
    NumberField incomeAfterVnd = numberField("income_after_vnd");
    DateField mendBy = dateField("mend_by");
    DateField mendedOn = dateField("mended_on");
    TextField issuer = textField("issuer");
};
inline constexpr InspectionsFields inspections;

struct ContributionsFields : KindFields<Role::contributions> {
    DateField date = dateField("date");
    TextField communeCode = textField("commune_code");
    TextField villageCode = textField("village_code");
    TextField programme = textField("programme");
    TextField donorKind = textField("donor_kind");
    TextField donor = textField("donor");
    TextField workId = textField("work_id");
    TextField houseId = textField("house_id");
    NumberField amountVnd = numberField("amount_vnd");
    TextField goods = textField("goods");
    NumberField goodsVnd = numberField("goods_vnd");
    NumberField labourDays = numberField("labour_days");
    TextField issuer = textField("issuer");
};
inline constexpr ContributionsFields contributions;

struct CampaignsFields : KindFields<Role::campaigns> {
    DateField date = dateField("date");
    TextField communeCode = textField("commune_code");
    TextField villageCode = textField("village_code");
    TextField kind = textField("kind");
    TextField programme = textField("programme");
    NumberField participants = numberField("participants");
    NumberField participatingHouseholds = numberField("participating_households");
    TextField output = textField("output");
    TextField issuer = textField("issuer");
};
inline constexpr CampaignsFields campaigns;

struct PublicAssetsFields : KindFields<Role::publicAssets> {
    TextField id = textField("id");
    TextField name = textField("name");
    TextField kind = textField("kind");
    TextField communeCode = textField("commune_code");
    TextField villageCode = textField("village_code");
    TextField condition = textField("condition");
    NumberField inUse = numberField("in_use");
    TextField lookedAfterBy = textField("looked_after_by");
    DateField checkedOn = dateField("checked_on");
    TextField issuer = textField("issuer");
};
inline constexpr PublicAssetsFields publicAssets;

} // namespace banlang::fields
