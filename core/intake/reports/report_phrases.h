// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

// What titles, sheets, files and folders say of the time of their figures: "tháng 5/2022", "T5", "quý I/2022", "6 tháng đầu năm",
// "số liệu đến ngày 15/6". With or without accents.

namespace banlang {

/// From the finest to the coarsest.
enum class ReportPhraseKind : std::uint8_t { day, months, month, year };

/// One such phrase. Of `day` all numbers are given; the others end with their last month.
struct ReportPhrase {
    ReportPhraseKind kind = ReportPhraseKind::month;
    std::optional<int> year; ///< of its end; none: not said
    int month = 0;           ///< of its end, 1 to 12
    int day = 0;             ///< of its end; 0: the last of the month
    int firstMonth = 0;      ///< of a total over some time; 0: it is none
    int firstDay = 1;
    std::optional<int> firstYear; ///< none: that of its end
};

/// All phrases of a text, in its order. Only what says of which time figures are: the day of a decision or a signature does not,
/// nor does a deadline; "thôn 5", "tổ 5" and "tờ 5" are no months.
[[nodiscard]] std::vector<ReportPhrase> reportPhrases(std::string_view text);

/// The one year that a text speaks of ("năm 2022", "2022"), outside of whole dates; nothing where it speaks of several.
[[nodiscard]] std::optional<int> yearNamedIn(std::string_view text);

} // namespace banlang
