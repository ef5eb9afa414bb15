// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/gaps/gaps.h"

namespace banlang {

/// Gardens, houses and households: how many there are in a village may point at a family.
[[nodiscard]] bool isOfHousehold(Role role);
/// One of its items is; an answer may hold several kinds.
[[nodiscard]] bool isOfHousehold(const Gap& gap);

} // namespace banlang
