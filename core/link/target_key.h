// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/district.h"

#include <string>
#include <string_view>

// What decisions call the rows that they name.

namespace banlang {

/// As people read it: code or id, "commune/code" or "issuer/id" where another row of the table bears the same, a parcel
/// "commune/sheet/number". Empty for what has neither number nor name. Cost: one pass over the table.
[[nodiscard]] std::string targetKey(const District& district, Role role, std::size_t row);

/// As it is written down: names this row alone also when further communes bring records of the same number, "issuer/id" wherever
/// the issuer is known, "issuer/id/commune" of a road whose stretches lie in several. Without an issuer as targetKey().
[[nodiscard]] std::string exactTargetKey(const District& district, Role role, std::size_t row);

/// Of a village: its code where that begins with the code of its commune, "commune/code" of one that is numbered within it.
[[nodiscard]] std::string villageTarget(std::string_view code, std::string_view commune);

} // namespace banlang
