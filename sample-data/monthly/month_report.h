// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/monthly/commune_year.h"

#include <string>
#include <vector>

namespace banlang::sample {

/// How a commune tells which day a list speaks of.
enum class DayTold : std::uint8_t { byFolder, inTitle, byFileName, inColumn };
/// How it tells whose list it is; its folder bears its name in any case.
enum class CommuneTold : std::uint8_t { byFolder, inColumn, inTitle };

struct ReportHabits {
    DayTold day = DayTold::byFolder;
    CommuneTold commune = CommuneTold::byFolder;
    bool vietnameseDates = false;
};
[[nodiscard]] ReportHabits reportHabits(std::size_t commune);

/// A row of a list: what it says of one record. A cell is machine text, blank, or `struckOut`.
struct MonthRow {
    std::size_t record = 0;
    std::string number; ///< by which the list names the record
    std::vector<std::string> cells;
};
inline constexpr std::string_view struckOut = "bỏ";

/// What a commune says of one kind at the end of a month.
struct MonthReport {
    std::size_t kind = 0; ///< place in reportedKinds()
    int month = 0;
    std::vector<std::size_t> columns; ///< places of the kind's fields that it has
    std::vector<MonthRow> rows;       ///< cells by column
};

/// All records in one list that grows, or what is new and changed and a few more; rows forgotten, cells left blank, a column left
/// out, a row written twice.
[[nodiscard]] MonthReport reportOf(const CommuneYear& year, std::size_t kind, int month, std::uint64_t seed);

} // namespace banlang::sample
