// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/district.h"

#include <string>

// Communes and villages have versions: a code in one time is a unit, the same code in another time may be another one. A record of
// such a unit is named by its code and the day from which it is valid.

namespace banlang {

[[nodiscard]] constexpr bool hasVersions(Role role) {
    return role == Role::communes || role == Role::villages;
}

/// The row of the unit that bears the code on the day, or notLinked; of several the one that began last. Cost: all units.
[[nodiscard]] std::int32_t adminUnitOn(const FeatureTable& units, std::string_view code, Date day);

/// Gives units without an end the day on which they ended, in memory only, as far as what took their place is there: the next
/// version of the same code, or, for communes, a unit that a change (adminUnitChangesOf) names and that began on that day. Undated
/// communes beside dated ones begin as the official list says that they follow. Without units that have a beginning nothing
/// happens.
void endSupersededAdminUnits(District& district);

/// What names a record, for people: the parts of its key joined by "/", without those that are missing. Of a unit the commune and
/// the beginning are told only when another unit of the table bears the same code.
[[nodiscard]] std::string keyText(const FeatureTable& table, Role role, std::size_t row);
/// Whether a text names the row: as keyText says it, or a unit with or without its beginning.
[[nodiscard]] bool isNamedBy(const FeatureTable& table, Role role, std::size_t row, std::string_view text);

} // namespace banlang
