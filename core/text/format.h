// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/base/date.h"

#include <string>
#include <string_view>

namespace banlang {

/// For people: 7.463,5 in Vietnamese, 7,463.5 in English. "–" for a number that is missing.
[[nodiscard]] std::string formatNumber(double value, int decimals, Language language);

/// 18/5/2022 in both languages, as offices write it; empty for no date.
[[nodiscard]] std::string formatDate(Date date, Language language);

/// A time as stores keep it ("2022-05-18T03:12:00Z"), as the clock on the wall shows it: "18/5/2022 10:12 (+07:00)". What is no
/// such time stays as it is.
[[nodiscard]] std::string formatLocalTime(std::string_view isoUtc, Language language, bool withOffset = true);

/// The day on which a time as stores keep it was here; no date for what is no such time.
[[nodiscard]] Date localDay(std::string_view isoUtc);

} // namespace banlang
