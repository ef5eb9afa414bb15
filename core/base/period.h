// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/date.h"

namespace banlang {

/// A span of days, first and last included.
struct Period {
    Date first;
    Date last;

    [[nodiscard]] static Period ofYear(int year) { return {Date::fromYmd(year, 1, 1), Date::fromYmd(year, 12, 31)}; }
    bool operator==(const Period&) const = default;
};

} // namespace banlang
