// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/date.h"
#include "sample-data/messy/sheet_page.h"

#include <cstdint>
#include <string>

namespace banlang::sample {

enum class DateHabit : std::uint8_t { cells, slashes, dots, dashes };
enum class AreaHabit : std::uint8_t { squareMetres, hectares, sao };
enum class MoneyHabit : std::uint8_t { millions, dong };
enum class AboveHabit : std::uint8_t { repeated, ditto, blank }; ///< when a value is that of the row above
enum class YesHabit : std::uint8_t { crossOrBlank, crossOrNo, words };
enum class SumHabit : std::uint8_t { ownRow, groupRow };
enum class CommuneIn : std::uint8_t { title, fileName, sheetName };

/// How one clerk fills in tables. All of a workbook comes from one hand.
struct ClerkHabits {
    std::size_t words = 0; ///< which of the usual headers
    DateHabit dates = DateHabit::cells;
    AreaHabit area = AreaHabit::squareMetres;
    MoneyHabit money = MoneyHabit::millions;
    AboveHabit above = AboveHabit::repeated;
    YesHabit yes = YesHabit::crossOrNo;
    SumHabit sums = SumHabit::ownRow;
    CommuneIn communeIn = CommuneIn::title;
    bool numbersAsText = false;
    bool unitInHeader = true; ///< otherwise in a note above the table
    bool columnNumbers = true;
};
[[nodiscard]] ClerkHabits habitsOf(std::size_t commune);

/// Every few rows a clerk types a date in another way than usual.
[[nodiscard]] SheetCell dateCell(Date date, const ClerkHabits& habits, std::size_t row);
[[nodiscard]] SheetCell numberCell(double value, const ClerkHabits& habits);
[[nodiscard]] SheetCell areaCell(double areaM2, const ClerkHabits& habits);
[[nodiscard]] SheetCell moneyCell(double vnd, const ClerkHabits& habits);
[[nodiscard]] SheetCell yesCell(double value, const ClerkHabits& habits);

[[nodiscard]] std::string_view areaUnit(const ClerkHabits& habits);
[[nodiscard]] std::string_view moneyUnit(const ClerkHabits& habits);
/// In words of the list of files.
[[nodiscard]] std::string describe(const ClerkHabits& habits);

[[nodiscard]] std::string roman(std::size_t number);

} // namespace banlang::sample
