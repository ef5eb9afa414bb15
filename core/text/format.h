// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/base/date.h"

#include <string>

namespace banlang {

/// For people: 7.463,5 in Vietnamese, 7,463.5 in English. "–" for a number that is missing.
[[nodiscard]] std::string formatNumber(double value, int decimals, Language language);

/// 18/5/2022 in both languages, as offices write it; empty for no date.
[[nodiscard]] std::string formatDate(Date date, Language language);

} // namespace banlang
