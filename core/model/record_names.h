// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/district.h"

#include <string>

namespace banlang {

/// Name of a road as people say it, or its id.
[[nodiscard]] std::string roadName(const District& district, std::size_t road);
/// Full name of the commune that a record is linked to; "" where it is linked to none.
[[nodiscard]] std::string communeName(const District& district, Role role, std::size_t row);

} // namespace banlang
