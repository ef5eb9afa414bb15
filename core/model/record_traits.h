// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_table.h"
#include "core/model/fields/role.h"

#include <cstdint>

namespace banlang {

/// Whom or what a record tells of.
enum class RecordSubject : std::uint8_t {
    community, ///< a unit, a road, a work, a gift that is told in public
    household, ///< one household: its records, and counts of 1 and 2 of them, may point at a family
};

/// Which programme a record counts for.
enum class ProgrammeScope : std::uint8_t { newRural, gardens, housing, toldByRecord };

/// What a record must be linked to before its place is known.
enum class PlacementRule : std::uint8_t {
    none,           ///< it is a place itself, or has none
    village,        ///< where the district has villages
    adminUnitOrRoad ///< a village, a commune or a road
};

/// Who numbers the records of a kind: two records of one number are two where their issuers differ.
enum class KeyScope : std::uint8_t {
    none,         ///< the key names its unit itself, or is one for the whole country
    issuer,       ///< the unit that sent or wrote the record
    roadAuthority ///< the authority of the road's number or class: the state, a province, a district, a commune
};

/// How records change with time.
enum class TemporalKind : std::uint8_t {
    reference, ///< registers: hold from a day to another, or always
    state,     ///< measured again and again: what is said holds from the day of its report
    event      ///< happened on its own day
};

/// What has to be decided for every kind of records before its records are shown, counted or listed as without a place.
struct RecordTraits {
    Role role;
    RecordSubject subject;
    ProgrammeScope programme;
    bool activity; ///< something was done on its days; false for plans, duties and lists
    PlacementRule placement;
    KeyScope scope;
    TemporalKind temporal;
};

[[nodiscard]] const RecordTraits& traitsOf(Role role);

/// What is measured and therefore true only with the day of its report: a share done, a quantity received. Facts with a day of
/// their own (given, finished, disbursed) and attributes (an area, a name) are not.
[[nodiscard]] bool isMeasured(const FieldHandle& field);

/// Whether rows may be totals of a time instead of single events: gifts, labour, shifts, deliveries, campaigns.
[[nodiscard]] bool mayBeTotals(Role role);

/// Its records are each about one household.
[[nodiscard]] inline bool isOfHousehold(Role role) {
    return traitsOf(role).subject == RecordSubject::household;
}

} // namespace banlang
