// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <string>

namespace banlang::viewer {

/// Replaces the file; does nothing without a path.
[[nodiscard]] Result<void> writeText(const std::string& path, const std::string& text);

} // namespace banlang::viewer
