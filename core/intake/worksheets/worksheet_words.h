// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// What single cells of an office workbook say. None of it allocates for an ordinary record: worksheets have hundreds of thousands.

namespace banlang {

/// A name, a header, a sentence: more letters than digits, or a word in front. Codes, amounts and dates are none.
[[nodiscard]] bool isWording(std::string_view cell);
[[nodiscard]] bool hasDigit(std::string_view cell);
/// An amount, a date, a dash: nothing that names something.
[[nodiscard]] bool isAmount(std::string_view cell);
[[nodiscard]] bool isYear(std::string_view cell);

/// Whether the text starts with `plain` (lower case, no accents), whatever its own case and accents are.
[[nodiscard]] bool startsLoosely(std::string_view text, std::string_view plain);

enum class Numbering : std::uint8_t { none, arabic, roman, letter };

/// "1", "1.2", "II.", "A", "III. Thôn Bản Lạn": how a row is numbered, and what stands behind the number.
struct RowNumber {
    Numbering kind = Numbering::none;
    int value = 0;
    std::string_view rest;
};
[[nodiscard]] RowNumber rowNumberOf(std::string_view cell);

/// `alone`: the cell holds nothing but the word; `named`: it says what is summed up ("Cộng thôn Nà Sáng").
enum class TotalWord : std::uint8_t { none, named, alone };
[[nodiscard]] TotalWord totalWordOf(std::string_view cell);

/// "UBND XÃ ...", "DANH SÁCH ...", "ĐVT: ...": stands over a table, is never a header.
[[nodiscard]] bool isTitle(std::string_view cell);
/// "Ghi chú: ...", "Người lập biểu", "TM. UBND XÃ": stands under a table.
[[nodiscard]] bool isClosing(std::string_view cell);
/// "Nà Sáng, ngày 20 tháng 5 năm 2022"
[[nodiscard]] bool isPlaceAndDay(std::string_view cell);

/// What a group of rows is called: village, commune, or anything else.
enum class GroupNoun : std::uint8_t { village, commune, other };
[[nodiscard]] GroupNoun groupNounOf(std::string_view label);

} // namespace banlang
