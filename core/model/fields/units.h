// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/fields/kind_fields.h"

// What communes and villages do and reach.

namespace banlang::fields {

struct SaturdaysFields : KindFields<Role::saturdays> {
    DateField date = dateField("date");
    TextField communeCode = textField("commune_code");
    TextField villageCode = textField("village_code");
    TextField organisation = textField("organisation");
    NumberField participants = numberField("participants");
    TextField output = textField("output");
    TextField workId = textField("work_id");
    NumberField roadM = numberField("road_m");
    NumberField clearedM2 = numberField("cleared_m2");
    TextField issuer = textField("issuer");
};
inline constexpr SaturdaysFields saturdays;

struct MeetingsFields : KindFields<Role::meetings> {
    DateField date = dateField("date");
    TextField villageCode = textField("village_code");
    TextField subject = textField("subject");
    NumberField attendance = numberField("attendance");
    NumberField agreed = numberField("agreed");
    TextField issuer = textField("issuer");
};
inline constexpr MeetingsFields meetings;

struct CriteriaFields : KindFields<Role::criteria> {
    TextField unitCode = textField("unit_code");
    TextField criterion = textField("criterion");
    TextField setVersion = textField("set_version");
    DateField date = dateField("date");
    NumberField value = numberField("value");
    TextField result = textField("result");
};
inline constexpr CriteriaFields criteria;

struct TargetsFields : KindFields<Role::targets> {
    TextField unitCode = textField("unit_code");
    TextField indicator = textField("indicator");
    NumberField year = numberField("year");
    NumberField value = numberField("value");
    DateField dueOn = dateField("due_on");
    TextField owner = textField("owner");
};
inline constexpr TargetsFields targets;

struct ModelVillagesFields : KindFields<Role::modelVillages> {
    TextField villageCode = textField("village_code");
    DateField registeredOn = dateField("registered_on");
    DateField recognisedOn = dateField("recognised_on");
    DateField lapsedOn = dateField("lapsed_on");
    TextField setVersion = textField("set_version");
    TextField issuer = textField("issuer");
};
inline constexpr ModelVillagesFields modelVillages;

} // namespace banlang::fields
