// SPDX-License-Identifier: MIT
#include "core/report/household_records.h"

#include <algorithm>

namespace banlang {

bool isOfHousehold(Role role) {
    return role == Role::gardens || role == Role::houses || role == Role::households;
}

bool isOfHousehold(const Gap& gap) {
    return std::ranges::any_of(gap.items, [](const GapItem& item) { return isOfHousehold(item.role); });
}

} // namespace banlang
