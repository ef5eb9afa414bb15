// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/geo/feature_table.h"
#include "core/model/record_kinds.h"

#include <string>
#include <vector>

// Why a layer as a whole cannot be of a kind.

namespace banlang {

[[nodiscard]] Error wrongRole(const RecordKind& kind, GeometryKind found, const ErrorPlace& where);
/// `missing`: names of fields; the columns that the source has are listed.
[[nodiscard]] Error missingColumns(const RecordKind& kind, const std::vector<std::string>& missing, const FeatureTable& source,
                                   const ErrorPlace& where);

} // namespace banlang
