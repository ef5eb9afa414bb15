// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/model/record_kinds.h"
#include "core/store/detail/sqlite.h"

namespace banlang::detail {

/// Reads one table whole. Large tables are read in ranges of row numbers by several connections side by side.
[[nodiscard]] Result<FeatureTable> readTable(const std::string& path, Role role, const Progress& progress);

} // namespace banlang::detail
