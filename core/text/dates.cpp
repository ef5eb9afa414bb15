// SPDX-License-Identifier: MIT
#include "core/text/dates.h"

#include "core/text/keys.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <span>
#include <string>
#include <vector>

namespace banlang {
namespace {

/// A word, a number or a separator of a date. `digits` is 0 for words and separators.
struct Piece {
    std::string_view text;
    int number = 0;
    std::size_t digits = 0;
};
using Pieces = std::span<const Piece>;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return c >= 'a' && c <= 'z';
}

template <class Is> std::size_t lengthWhile(std::string_view text, Is&& is) {
    std::size_t length = 0;
    while (length < text.size() && is(text[length])) ++length;
    return length;
}

/// Nothing for a text that is too long to be a date.
std::vector<Piece> piecesOf(std::string_view plain) {
    constexpr std::size_t longest = 64;
    std::vector<Piece> pieces;
    if (plain.size() > longest) return pieces;
    while (!plain.empty()) {
        Piece piece;
        piece.digits = lengthWhile(plain, isDigit);
        const std::size_t letters = lengthWhile(plain, isLetter);
        piece.text = plain.substr(0, std::max<std::size_t>({piece.digits, letters, 1}));
        if (piece.digits > 0) std::from_chars(plain.data(), plain.data() + piece.digits, piece.number);
        plain.remove_prefix(piece.text.size());
        if (piece.text != " " && piece.text != "'") pieces.push_back(piece);
    }
    while (!pieces.empty() && (pieces.back().text == "." || pieces.back().text == ";")) pieces.pop_back();
    return pieces;
}

bool matches(Pieces pieces, std::initializer_list<std::string_view> pattern) {
    if (pieces.size() != pattern.size()) return false;
    std::size_t at = 0;
    for (const std::string_view wanted : pattern) {
        const Piece& piece = pieces[at++];
        // d: one or two digits, y: a year, /: what stands between numbers, anything else: itself.
        const bool fits = wanted == "d"   ? piece.digits == 1 || piece.digits == 2
                          : wanted == "y" ? piece.digits == 4 && piece.number >= 1900 && piece.number <= 2100
                          : wanted == "/" ? piece.text == "/" || piece.text == "-" || piece.text == "." || piece.text == "nam"
                                          : piece.text == wanted;
        if (!fits) return false;
    }
    return true;
}

std::optional<Date> day(int year, int month, int dayOfMonth) {
    const Date date = Date::fromYmd(year, month, dayOfMonth);
    return date.known() ? std::optional(date) : std::nullopt;
}

std::optional<Date> lastDayOf(int year, int month) {
    if (month < 1 || month > 12) return std::nullopt;
    const Date next = month == 12 ? Date::fromYmd(year + 1, 1, 1) : Date::fromYmd(year, month + 1, 1);
    return Date{next.daysSince1970 - 1};
}

int fullYear(int twoDigits) {
    constexpr int firstOfLastCentury = 70;
    return twoDigits < firstOfLastCentury ? 2000 + twoDigits : 1900 + twoDigits;
}

/// Excel counts days from 30/12/1899, once past its 29/2/1900.
std::optional<Date> serialDay(Pieces pieces) {
    constexpr int earliest = 25000;
    constexpr int latest = 60000;
    const bool whole = pieces.size() == 1;
    const bool withTime = pieces.size() == 3 && (pieces[1].text == "." || pieces[1].text == ",") && pieces[2].digits > 0;
    if (!whole && !withTime) return std::nullopt;
    if (pieces[0].digits != 5 || pieces[0].number < earliest || pieces[0].number > latest) return std::nullopt;
    return Date{Date::fromYmd(1899, 12, 30).daysSince1970 + pieces[0].number};
}

std::optional<Date> singleDay(Pieces pieces) {
    if (!pieces.empty() && pieces[0].text == "ngay") pieces = pieces.subspan(1);
    if (matches(pieces, {"d", "thang", "d", "nam", "y"}) || matches(pieces, {"d", "thang", "d", "/", "y"}) ||
        matches(pieces, {"d", "/", "d", "/", "y"}))
        return day(pieces[4].number, pieces[2].number, pieces[0].number);
    const bool sameMark = pieces.size() == 5 && pieces[1].text == pieces[3].text && pieces[1].text != "nam";
    if (sameMark && matches(pieces, {"d", "/", "d", "/", "d"}) && pieces[4].digits == 2)
        return day(fullYear(pieces[4].number), pieces[2].number, pieces[0].number);
    return std::nullopt;
}

int quarterOf(const Piece& piece) {
    constexpr std::array<std::string_view, 4> romans = {"i", "ii", "iii", "iv"};
    for (std::size_t i = 0; i < romans.size(); ++i) {
        if (piece.text == romans[i] || piece.number == static_cast<int>(i) + 1) return static_cast<int>(i) + 1;
    }
    return 0;
}

std::optional<Date> endOfQuarter(Pieces pieces) {
    if (pieces.size() < 3 || (pieces[0].text != "quy" && pieces[0].text != "q")) return std::nullopt;
    const int quarter = quarterOf(pieces[1]);
    const Pieces year = pieces.subspan(2);
    if (quarter == 0 || !(matches(year, {"/", "y"}) || matches(year, {"/", "nam", "y"}))) return std::nullopt;
    return lastDayOf(year.back().number, 3 * quarter);
}

std::optional<Date> endOfPeriod(Pieces pieces) {
    if (pieces.empty()) return std::nullopt;
    const int year = pieces.back().number;
    for (const std::string_view month : {"thang", "t"}) {
        if (matches(pieces, {month, "d", "/", "y"})) return lastDayOf(year, pieces[1].number);
    }
    const bool slashed = pieces.size() == 3 && (pieces[1].text == "/" || pieces[1].text == "-");
    if (slashed && matches(pieces, {"d", "/", "y"})) return lastDayOf(year, pieces[0].number);
    if (matches(pieces, {"d", "thang", "dau", "nam", "y"})) return lastDayOf(year, pieces[0].number);
    if (matches(pieces, {"d", "thang", "cuoi", "nam", "y"})) return lastDayOf(year, 12);
    const bool fraction = pieces.size() == 3 && pieces[1].text == "." && pieces[2].text == "0"; // a whole number from a machine
    if (matches(fraction ? pieces.first(1) : pieces, {"y"})) return lastDayOf(pieces[0].number, 12);
    if (matches(pieces, {"nam", "y"}) || matches(pieces, {"cuoi", "nam", "y"})) return lastDayOf(year, 12);
    return endOfQuarter(pieces);
}

} // namespace

std::optional<Date> parseOfficeDate(std::string_view text) {
    if (const auto date = parseDate(text)) return date;
    const std::string plain = withoutDiacritics(text);
    const std::vector<Piece> pieces = piecesOf(plain);
    if (const auto date = serialDay(pieces)) return date;
    if (const auto date = singleDay(pieces)) return date;
    return endOfPeriod(pieces);
}

bool isMonthFirst(std::string_view text) {
    const std::string plain = withoutDiacritics(text);
    const std::vector<Piece> all = piecesOf(plain);
    const Pieces pieces = Pieces(all).first(std::min<std::size_t>(all.size(), 5));
    const bool dated = matches(pieces, {"d", "/", "d", "/", "y"}) || matches(pieces, {"d", "/", "d", "/", "d"});
    return dated && pieces[1].text == pieces[3].text && pieces[0].number <= 12 && pieces[2].number > 12 && pieces[2].number <= 31;
}

} // namespace banlang
