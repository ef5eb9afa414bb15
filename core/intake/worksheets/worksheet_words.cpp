// SPDX-License-Identifier: MIT
#include "core/intake/worksheets/worksheet_words.h"

#include "core/text/keys.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace banlang {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool startsCharacter(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0xC0U;
}

struct Letters {
    std::size_t letters = 0;
    std::size_t digits = 0;
};

Letters count(std::string_view cell) {
    // "m²" and "–" are no letters, though they are not ASCII.
    constexpr std::string_view leadOfSymbols = "\xC2\xE2";
    Letters found;
    for (const char c : cell) {
        if (isDigit(c)) ++found.digits;
        if (isAsciiLetter(c) || (startsCharacter(c) && leadOfSymbols.find(c) == std::string_view::npos)) ++found.letters;
    }
    return found;
}

std::string_view withoutLeadingSpace(std::string_view text) {
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= 0x20) text.remove_prefix(1);
    return text;
}

template <std::size_t size> bool startsWithOne(std::string_view cell, const std::array<std::string_view, size>& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return startsLoosely(cell, word); });
}

std::string romanOf(int value) {
    constexpr std::array<std::pair<int, std::string_view>, 7> steps = {
        {{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}};
    std::string text;
    for (const auto& [step, letters] : steps) {
        for (; value >= step; value -= step) text += letters;
    }
    return text;
}

int romanValue(std::string_view text) {
    constexpr int highest = 60;
    for (int value = 1; value <= highest; ++value) {
        if (romanOf(value) == text) return value;
    }
    return 0;
}

/// Digits with dots between them: 1, 1.2, 01.
std::size_t lengthOfArabic(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() &&
           (isDigit(text[length]) || (length > 0 && text[length] == '.' && length + 1 < text.size() && isDigit(text[length + 1]))))
        ++length;
    return length;
}

bool namesUnit(std::string_view text) {
    return groupNounOf(text) != GroupNoun::other;
}

/// What follows the number, when it may stand there: "I. Thôn", "I/ Thôn", "I Thôn", but not "A Lù" or "X-quang".
bool splitsOff(std::string_view rest, Numbering kind, std::string_view& name) {
    if (rest.empty()) return true;
    const std::string_view mark = withoutLeadingSpace(rest);
    const bool marked = !mark.empty() && std::string_view(".):/-").find(mark.front()) != std::string_view::npos;
    name = withoutLeadingSpace(marked ? mark.substr(1) : mark);
    if (name.empty()) return true;
    if (!marked) return mark.size() < rest.size() && kind == Numbering::roman && namesUnit(name);
    const bool spaced = name.size() + 1 < mark.size();
    return spaced || (kind != Numbering::arabic && mark.front() != '-');
}

RowNumber arabicNumber(std::string_view text) {
    const std::size_t length = lengthOfArabic(text);
    RowNumber number{Numbering::arabic, 0, {}};
    std::from_chars(text.data(), text.data() + length, number.value);
    return splitsOff(text.substr(length), Numbering::arabic, number.rest) ? number : RowNumber{};
}

RowNumber capitalNumber(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && text[length] >= 'A' && text[length] <= 'Z') ++length;
    const std::string_view capitals = text.substr(0, length);
    RowNumber number;
    // C, D, L and M number a list by letters; nobody comes to its hundredth part.
    const int roman = length == 1 && std::string_view("IVX").find(capitals) == std::string_view::npos ? 0 : romanValue(capitals);
    if (roman > 0) {
        number = {Numbering::roman, roman, {}};
    } else if (length == 1) {
        number = {Numbering::letter, capitals[0] - 'A' + 1, {}};
    } else {
        return {};
    }
    return splitsOff(text.substr(length), number.kind, number.rest) ? number : RowNumber{};
}

/// Công, Cống, Tống, Tông: family names and words that differ from "cộng" and "tổng" by the accent alone.
bool isAnotherSyllable(std::string_view cell) {
    constexpr std::array<std::string_view, 4> vowels = {"ộ", "Ộ", "ổ", "Ổ"};
    const std::string_view vowel = cell.substr(1);
    const bool accented = !vowel.empty() && startsCharacter(vowel.front());
    return accented && std::none_of(vowels.begin(), vowels.end(), [&](std::string_view each) { return vowel.starts_with(each); });
}

/// What may follow "Cộng" or "Tổng" in a total. A village may be called "Cộng Hòa".
bool saysWhatIsSummed(std::string_view rest) {
    constexpr std::array<std::string_view, 26> nouns = {
        "thôn",  "bản", "xã",   "xóm", "tổ", "tdp",      "khu",       "ấp", "nhóm",  "mục",  "phần", "huyện", "toàn",
        "chung", "các", "theo", "số",  "hộ", "kinh phí", "diện tích", "cả", "trang", "cộng", "i",    "ii",    "iii"};
    if (rest.empty() || rest.front() == '(' || hasDigit(rest.substr(0, 1))) return true;
    const std::size_t word = std::min(rest.find_first_of(" .:+"), rest.size());
    if (word == 1) return true; // "Cộng A", "Tổng I"
    return std::any_of(nouns.begin(), nouns.end(), [&](std::string_view noun) {
        return rest.starts_with(noun) &&
               (rest.size() == noun.size() || std::string_view(" .:+").find(rest[noun.size()]) != std::string_view::npos);
    });
}

} // namespace

bool isWording(std::string_view cell) {
    const Letters found = count(cell);
    if (found.letters >= found.digits) return found.letters > 0;
    const std::string_view word = cell.substr(0, cell.find(' ')); // "Năm 2022"
    return word.size() < cell.size() && found.letters > 1 && count(word).letters > 1 && !hasDigit(word);
}

bool hasDigit(std::string_view cell) {
    return std::any_of(cell.begin(), cell.end(), isDigit);
}

bool isAmount(std::string_view cell) {
    while (!cell.empty() && std::string_view("'(+-").find(cell.front()) != std::string_view::npos) cell.remove_prefix(1);
    return cell.empty() || isDigit(cell.front()) || count(cell).letters == 0;
}

bool isYear(std::string_view cell) {
    if (cell.ends_with(".0")) cell.remove_suffix(2);
    return cell.size() == 4 && std::all_of(cell.begin(), cell.end(), isDigit) && (cell.starts_with("19") || cell.starts_with("20"));
}

bool startsLoosely(std::string_view text, std::string_view plain) {
    std::size_t at = 0;
    for (const char wanted : plain) {
        if (at >= text.size()) return false;
        const char c = text[at++];
        if (static_cast<unsigned char>(c) < 0x80) {
            const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            if (lower != wanted) return false;
            continue;
        }
        if (std::string_view("aeiouyd").find(wanted) == std::string_view::npos) return false;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    }
    return true;
}

RowNumber rowNumberOf(std::string_view cell) {
    if (cell.empty()) return {};
    if (cell.front() == '\'') cell.remove_prefix(1);
    if (cell.size() > 2 && cell.front() == '(' && cell.find(')') < 6) {
        const std::size_t close = cell.find(')');
        RowNumber inside = rowNumberOf(cell.substr(1, close - 1));
        if (inside.kind == Numbering::none || !inside.rest.empty()) return {};
        inside.rest = withoutLeadingSpace(cell.substr(close + 1));
        return inside;
    }
    if (cell.empty()) return {};
    if (isDigit(cell.front())) return arabicNumber(cell);
    return cell.front() >= 'A' && cell.front() <= 'Z' ? capitalNumber(cell) : RowNumber{};
}

TotalWord totalWordOf(std::string_view cell) {
    constexpr std::array<std::string_view, 6> starts = {"cong", "tong", "toan xa", "toan huyen", "total", "grand total"};
    if (!startsWithOne(cell, starts) || isAnotherSyllable(cell)) return TotalWord::none;
    std::string text = nameKey(cell);
    while (!text.empty() && std::string_view(".:;*- ").find(text.back()) != std::string_view::npos) text.pop_back();
    constexpr std::array<std::string_view, 17> words = {
        "cộng", "tổng", "tổng cộng", "tổng số", "tổng chung", "cộng chung",  "cộng toàn xã", "toàn xã",   "toàn huyện",
        "cong", "tong", "tong cong", "tong so", "total",      "grand total", "toan xa",      "toan huyen"};
    if (std::find(words.begin(), words.end(), text) != words.end()) return TotalWord::alone;
    // Accents tell "Tổng số" from the family Tống and "Cộng" from a công trình, so a bare "tong" or "cong" counts for less.
    constexpr std::array<std::string_view, 4> phrases = {"tổng cộng", "tổng số", "tong cong", "tong so"};
    for (const std::string_view phrase : phrases) {
        if (text.starts_with(phrase) && (text[phrase.size()] == ' ' || text[phrase.size()] == ':' || text[phrase.size()] == '('))
            return TotalWord::named;
    }
    for (const std::string_view word : {std::string_view("cộng"), std::string_view("tổng")}) {
        if (!text.starts_with(word)) continue;
        const std::string_view rest = std::string_view(text).substr(word.size());
        const bool parted = rest.front() == ' ' || rest.front() == ':' || rest.front() == '(';
        if (parted && saysWhatIsSummed(withoutLeadingSpace(rest.front() == ':' ? rest.substr(1) : rest))) return TotalWord::named;
    }
    return isAscii(cell) && startsLoosely(cell, "cong thon ") ? TotalWord::named : TotalWord::none;
}

bool isTitle(std::string_view cell) {
    constexpr std::array<std::string_view, 25> starts = {
        "ubnd",         "uy ban",  "hdnd",      "cong hoa xa hoi", "doc lap",   "danh sach", "bieu",
        "phu luc",      "bao cao", "kem theo",  "(kem theo",       "dvt",       "(dvt",      "don vi tinh",
        "(don vi tinh", "mau so",  "bang tong", "tong hop",        "(ban hanh", "dang uy",   "ban chi dao",
        "so:",          "don vi:", "(mau",      "ke hoach so"};
    return startsWithOne(cell, starts);
}

bool isClosing(std::string_view cell) {
    constexpr std::array<std::string_view, 26> starts = {
        "ghi chu",  "nguoi lap",  "nguoi ghi", "nguoi kiem", "lap bieu",     "lap bang", "tm.",        "t/m",         "tm ubnd",
        "kt.",      "tl.",        "tuq.",      "chu tich",   "pho chu tich", "noi nhan", "ke toan",    "truong thon", "truong ban",
        "xac nhan", "thu truong", "dai dien",  "bang chu",   "ky ten",       "(ky",      "can bo lap", "luu y"};
    return startsWithOne(cell, starts);
}

bool isPlaceAndDay(std::string_view cell) {
    const std::string plain = withoutDiacritics(cell);
    const std::size_t day = plain.find("ngay");
    const std::size_t month = day == std::string::npos ? day : plain.find("thang", day);
    if (month != std::string::npos) return plain.find("nam", month) != std::string::npos;
    return day != std::string::npos && plain.find(", ngay ") != std::string::npos && hasDigit(plain);
}

GroupNoun groupNounOf(std::string_view label) {
    const std::string plain = withoutDiacritics(label);
    const std::string name = withoutDiacritics(nameKey(label));
    if (startsLoosely(plain, "khu pho ") || (plain.starts_with("to ") && hasDigit(plain.substr(3, 1)))) return GroupNoun::village;
    if (name.size() >= plain.size()) return GroupNoun::other;
    constexpr std::array<std::string_view, 5> communes = {"xa", "x.", "thi ", "tt", "p"};
    return startsWithOne(plain, communes) ? GroupNoun::commune : GroupNoun::village;
}

} // namespace banlang
