// SPDX-License-Identifier: MIT
#include "core/report/household_records.h"

#include <algorithm>

namespace banlang {

bool isOfHousehold(const Gap& gap) {
    return std::ranges::any_of(gap.items, [](const GapItem& item) { return isOfHousehold(item.role); });
}

} // namespace banlang
