// SPDX-License-Identifier: MIT
#pragma once

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

/// What has to be decided for every kind of records before its records are shown, counted or listed as without a place.
struct RecordTraits {
    Role role;
    RecordSubject subject;
    ProgrammeScope programme;
    bool activity; ///< something was done on its days; false for plans, duties and lists
    PlacementRule placement;
};

[[nodiscard]] const RecordTraits& traitsOf(Role role);

/// Its records are each about one household.
[[nodiscard]] inline bool isOfHousehold(Role role) {
    return traitsOf(role).subject == RecordSubject::household;
}

} // namespace banlang
