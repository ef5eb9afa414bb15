// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace banlang {

/// Writes a small file, which appears whole or not at all. An existing one is refused unless overwriting.
[[nodiscard]] Result<void> writeFileAtomically(const std::string& path, std::string_view bytes, bool overwrite);

} // namespace banlang
