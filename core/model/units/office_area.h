// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/district.h"

#include <string>

namespace banlang {

// Words for all that a store holds. They are the office's own where its data are those of the unit that it governs: a commune that
// keeps its neighbours too, and an agency, do not call all of that themselves.

/// Words of the office, or neutral ones. Cost: a look at the communes.
[[nodiscard]] OfficeWords areaWords(const District& district);
/// "Huyện Phiêng Sương"; "" where the area has no name.
[[nodiscard]] std::string areaName(const District& district);

} // namespace banlang
