// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"

#include <string_view>

namespace banlang {

/// What figures are counted in, and how exactly they are told. Units are those of Indicator: "m2", "km", "VND" ...; empty for a
/// count. An unknown unit stands for itself and is told whole.

/// After a number, or in a column's title; empty for a count. Money is told in millions.
[[nodiscard]] Label unitWord(std::string_view unit);
/// The number that stands before the word.
[[nodiscard]] double numberInUnit(double value, std::string_view unit);
[[nodiscard]] int decimalsOf(double value, std::string_view unit);
/// The same in lists and tables, where figures of one unit stand below each other: kilometres to ten metres, all else whole.
[[nodiscard]] int listDecimalsOf(std::string_view unit);
/// Counts of households, gardens, houses and people are; land, roads and money are not.
[[nodiscard]] bool isCount(std::string_view unit);

} // namespace banlang
