// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/fields/kind_fields.h"

// Land given and roads built.

namespace banlang::fields {

struct DonationsFields : KindFields<Role::donations> {
    TextField id = textField("id");
    TextField communeCode = textField("commune_code");
    TextField sheet = textField("sheet");
    TextField number = textField("number");
    TextField householdId = textField("household_id");
    TextField roadId = textField("road_id");
    TextField purpose = textField("purpose");
    NumberField declaredAreaM2 = numberField("declared_area_m2");
    DateField pledgedOn = dateField("pledged_on");
    DateField donatedOn = dateField("donated_on");
    DateField certificateUpdatedOn = dateField("certificate_updated_on");
    TextField minuteNo = textField("minute_no");
    NumberField honourConsent = numberField("honour_consent");
    TextField headName = textField("head_name");
    TextField villageCode = textField("village_code");
    TextField issuer = textField("issuer");
};
inline constexpr DonationsFields donations;

struct RoadWorksFields : KindFields<Role::roadWorks> {
    TextField id = textField("id");
    TextField name = textField("name");
    TextField roadId = textField("road_id");
    TextField communeCode = textField("commune_code");
    TextField kind = textField("kind");
    NumberField fromM = numberField("from_m");
    NumberField toM = numberField("to_m");
    NumberField targetBedWidthM = numberField("target_bed_width_m");
    NumberField percentDone = numberField("percent_done");
    DateField plannedStart = dateField("planned_start");
    DateField plannedFinish = dateField("planned_finish");
    DateField startedOn = dateField("started_on");
    DateField finishedOn = dateField("finished_on");
    DateField reportedOn = dateField("reported_on");
    NumberField cementOrderedT = numberField("cement_ordered_t");
    NumberField cementReceivedT = numberField("cement_received_t");
    DateField qualityCheckedOn = dateField("quality_checked_on");
    TextField qualityResult = textField("quality_result");
    NumberField targetPavementWidthM = numberField("target_pavement_width_m");
    NumberField thicknessM = numberField("thickness_m");
    DateField pausedOn = dateField("paused_on");
    DateField resumedOn = dateField("resumed_on");
    TextField issuer = textField("issuer");
};
inline constexpr RoadWorksFields roadWorks;

struct GreenRoutesFields : KindFields<Role::greenRoutes> {
    TextField id = textField("id");
    TextField communeCode = textField("commune_code");
    TextField villageCode = textField("village_code");
    TextField roadId = textField("road_id");
    DateField registeredOn = dateField("registered_on");
    DateField recognisedOn = dateField("recognised_on");
    DateField lapsedOn = dateField("lapsed_on");
    TextField issuer = textField("issuer");
};
inline constexpr GreenRoutesFields greenRoutes;

} // namespace banlang::fields
