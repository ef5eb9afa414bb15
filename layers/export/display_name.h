// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map_layer.h"

#include <string>
#include <vector>

namespace banlang {

/// What readers call a column of an exported table: its label, or its own name where it has none.
[[nodiscard]] std::string displayName(const std::vector<AttributeName>& names, const std::string& column, Language language);

} // namespace banlang
