// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/gpkg/detail/column_copy.h"

#include <cstdint>

namespace banlang::detail {

/// What came of reading the copy: where it is not whole the rows have to be read.
enum class CopyReading : std::uint8_t {
    whole,
    changedMeanwhile, ///< another program is just changing it
    damaged           ///< it is not what was written: sizes, checksums or offsets do not fit
};

/// Fills the tables that `wanted` names, and the links when `state.links` and all are wanted, from the copy; by several connections
/// side by side; `database` has to be in a transaction. Nothing in it is believed: no more memory is taken than the size of the
/// file allows.
[[nodiscard]] CopyReading readCopy(const Database& database, const CopyState& state, const std::array<bool, roleCount>& wanted,
                                   bool withLinks, District& district);

} // namespace banlang::detail
