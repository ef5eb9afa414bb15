// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/gaps/gaps.h"
#include "core/model/record_traits.h"

namespace banlang {

/// One of its items is about one household; an answer may hold several kinds.
[[nodiscard]] bool isOfHousehold(const Gap& gap);

} // namespace banlang
