// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/gpkg/detail/column_copy.h"

namespace banlang::detail {

/// Fills the tables that `wanted` names, and the links when `state.links` and all are wanted, from the copy; by several connections
/// side by side. False when the copy turns out to be damaged, or another program is just changing it: then the rows have to be
/// read.
[[nodiscard]] bool readCopy(const std::string& path, const Database& database, const CopyState& state,
                            const std::array<bool, roleCount>& wanted, bool withLinks, District& district);

} // namespace banlang::detail
