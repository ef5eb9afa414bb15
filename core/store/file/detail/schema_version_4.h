// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <string>

namespace banlang::detail {

/// Records get issuers, batches hashes; rows of batches that were taken back or replaced become reports that are kept aside, and
/// what was done to batches becomes acts. One transaction; a store of another version than 3 stays as it is.
[[nodiscard]] Result<void> toVersion4(const std::string& path, int epsg);

} // namespace banlang::detail
