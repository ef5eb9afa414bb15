// SPDX-License-Identifier: MIT
#include "core/text/measurement_units.h"

#include "core/text/keys.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace banlang {
namespace {

constexpr MeasurementUnit squareMetre{Quantity::areaM2, 1, "m²"};
constexpr MeasurementUnit hectare{Quantity::areaM2, 10'000, "ha"};
constexpr MeasurementUnit sao{Quantity::areaM2, 360, "sào"};
constexpr MeasurementUnit thuoc{Quantity::areaM2, 24, "thước"};
constexpr MeasurementUnit mau{Quantity::areaM2, 3'600, "mẫu"};
constexpr MeasurementUnit squareKilometre{Quantity::areaM2, 1'000'000, "km²"};
constexpr MeasurementUnit thousandSquareMetres{Quantity::areaM2, 1'000, "nghìn m²"};
constexpr MeasurementUnit thousandHectares{Quantity::areaM2, 10'000'000, "nghìn ha"};
constexpr MeasurementUnit southernCong{Quantity::areaM2, 1'000, "công"};
constexpr MeasurementUnit dong{Quantity::moneyVnd, 1, "đồng"};
constexpr MeasurementUnit thousandDong{Quantity::moneyVnd, 1'000, "nghìn đồng"};
constexpr MeasurementUnit millionDong{Quantity::moneyVnd, 1'000'000, "triệu đồng"};
constexpr MeasurementUnit billionDong{Quantity::moneyVnd, 1'000'000'000, "tỷ đồng"};
constexpr MeasurementUnit metre{Quantity::lengthM, 1, "m"};
constexpr MeasurementUnit kilometre{Quantity::lengthM, 1'000, "km"};
constexpr MeasurementUnit centimetre{Quantity::lengthM, 0.01, "cm"};
constexpr MeasurementUnit tonne{Quantity::weightT, 1, "tấn"};
constexpr MeasurementUnit thousandTonnes{Quantity::weightT, 1'000, "nghìn tấn"};
constexpr MeasurementUnit quintal{Quantity::weightT, 0.1, "tạ"};
constexpr MeasurementUnit yen{Quantity::weightT, 0.01, "yến"};
constexpr MeasurementUnit kilogram{Quantity::weightT, 0.001, "kg"};

/// `plain`: means the unit wherever it stands. The others are also names and other words (Hà, Đồng Văn, Tạ, mẫu số), so that they
/// count only where a unit is expected.
struct Spelling {
    std::string_view words;
    MeasurementUnit unit;
    bool plain = false;
};
constexpr std::array<Spelling, 73> spellings = {{{"m2", squareMetre, true},
                                                 {"met vuong", squareMetre, true},
                                                 {"m vuong", squareMetre, true},
                                                 {"1000 m2", thousandSquareMetres, true},
                                                 {"nghin m2", thousandSquareMetres, true},
                                                 {"ngan m2", thousandSquareMetres, true},
                                                 {"km2", squareKilometre, true},
                                                 {"ha", hectare},
                                                 {"hecta", hectare, true},
                                                 {"hec ta", hectare, true},
                                                 {"heta", hectare},
                                                 {"1000 ha", thousandHectares, true},
                                                 {"nghin ha", thousandHectares, true},
                                                 {"ngan ha", thousandHectares, true},
                                                 {"sao", sao},
                                                 {"sao bac bo", sao, true},
                                                 {"thuoc", thuoc},
                                                 {"mau", mau},
                                                 {"mau bac bo", mau, true},
                                                 {"cong", southernCong},
                                                 {"dong", dong},
                                                 {"d", dong},
                                                 {"vnd", dong, true},
                                                 {"dong viet nam", dong, true},
                                                 {"nghin", thousandDong},
                                                 {"ngan", thousandDong},
                                                 {"nghin dong", thousandDong, true},
                                                 {"ngan dong", thousandDong, true},
                                                 {"nghin d", thousandDong, true},
                                                 {"ngan d", thousandDong, true},
                                                 {"1000 dong", thousandDong, true},
                                                 {"1000 d", thousandDong, true},
                                                 {"1000d", thousandDong, true},
                                                 {"1000 vnd", thousandDong, true},
                                                 {"1000vnd", thousandDong, true},
                                                 {"1000dong", thousandDong, true},
                                                 {"nghin vnd", thousandDong, true},
                                                 {"trieu", millionDong},
                                                 {"tr", millionDong},
                                                 {"trd", millionDong, true},
                                                 {"tr d", millionDong, true},
                                                 {"tr dong", millionDong, true},
                                                 {"trieu dong", millionDong, true},
                                                 {"trieu d", millionDong, true},
                                                 {"trieu vnd", millionDong, true},
                                                 {"1000000 dong", millionDong, true},
                                                 {"1000000 d", millionDong, true},
                                                 {"1000000d", millionDong, true},
                                                 {"ty", billionDong},
                                                 {"ti", billionDong},
                                                 {"ty dong", billionDong, true},
                                                 {"ti dong", billionDong, true},
                                                 {"ty d", billionDong, true},
                                                 {"ty vnd", billionDong, true},
                                                 {"m", metre},
                                                 {"met", metre},
                                                 {"m dai", metre},
                                                 {"met dai", metre},
                                                 {"md", metre},
                                                 {"km", kilometre},
                                                 {"kilomet", kilometre, true},
                                                 {"ki lo met", kilometre, true},
                                                 {"cm", centimetre},
                                                 {"t", tonne},
                                                 {"tan", tonne},
                                                 {"1000 tan", thousandTonnes, true},
                                                 {"nghin tan", thousandTonnes, true},
                                                 {"ngan tan", thousandTonnes, true},
                                                 {"ta", quintal},
                                                 {"yen", yen},
                                                 {"kg", kilogram, true},
                                                 {"kilogam", kilogram, true},
                                                 {"ki lo gam", kilogram, true}}};
constexpr std::size_t mostWords = 3;

/// Words that make a unit behind them likely: "Diện tích ha" is one, "Tỉnh Hà" is none.
std::span<const std::string_view> nounsOf(Quantity quantity) {
    static constexpr std::array<std::string_view, 6> area = {"dien tich", "dt", "area", "dat", "quy mo", "vuon"};
    static constexpr std::array<std::string_view, 16> money = {"tien",    "kinh phi", "von",    "gia",  "chi phi", "thu nhap",
                                                               "ho tro",  "muc",      "so vay", "loan", "amount",  "gia tri",
                                                               "support", "dong gop", "du no",  "chi"};
    static constexpr std::array<std::string_view, 8> length = {"dai", "rong", "chieu", "ly trinh", "length", "width", "nen", "mat"};
    static constexpr std::array<std::string_view, 9> weight = {"xi mang", "khoi luong", "luong", "cement",   "weight",
                                                               "xm",      "thep",       "gao",   "san luong"};
    switch (quantity) {
    case Quantity::areaM2:
        return area;
    case Quantity::moneyVnd:
        return money;
    case Quantity::lengthM:
        return length;
    case Quantity::weightT:
        return weight;
    }
    return {};
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char c) {
    return c >= 'a' && c <= 'z';
}

/// Lower case without accents, ² as 2 and ₫ as d.
std::string plainText(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, char>, 3> signs = {{{"²", '2'}, {"₫", 'd'}, {"\u00A0", ' '}}};
    const std::string lower = withoutDiacritics(text);
    std::string plain;
    for (std::size_t at = 0; at < lower.size();) {
        const auto* const sign = std::find_if(signs.begin(), signs.end(), [&](const auto& each) {
            return std::string_view(lower).substr(at).starts_with(each.first);
        });
        plain += sign == signs.end() ? lower[at] : sign->second;
        at += sign == signs.end() ? 1 : sign->first.size();
    }
    return plain;
}

/// Words and single marks. Dots inside "tr.d" and marks inside "1.000d" vanish; elsewhere they part words.
std::vector<std::string> tokensOf(std::string_view text) {
    const std::string plain = plainText(text);
    std::vector<std::string> tokens;
    std::string word;
    const auto flush = [&] {
        if (!word.empty()) tokens.push_back(std::exchange(word, {}));
    };
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const char c = plain[i];
        const bool wordGoesOn = i + 1 < plain.size() && (isLetter(plain[i + 1]) || isDigit(plain[i + 1]));
        if (isLetter(c) || isDigit(c)) {
            word += c;
        } else if (!word.empty() && wordGoesOn && (c == '.' || (c == ',' && isDigit(word.back()) && isDigit(plain[i + 1])))) {
            continue;
        } else {
            flush();
            if (c != ' ' && c != '_' && c != '.') tokens.emplace_back(1, c);
        }
    }
    flush();
    return tokens;
}

const Spelling* spellingOf(std::string_view words, Quantity quantity) {
    const auto* const found = std::find_if(spellings.begin(), spellings.end(), [&](const Spelling& spelling) {
        return spelling.words == words && spelling.unit.quantity == quantity;
    });
    return found == spellings.end() ? nullptr : found;
}

struct Found {
    const Spelling* spelling = nullptr;
    std::size_t words = 0;
};

Found longestAt(const std::vector<std::string>& tokens, std::size_t at, Quantity quantity) {
    Found found;
    std::string words;
    for (std::size_t count = 1; count <= mostWords && at + count <= tokens.size(); ++count) {
        words += (count == 1 ? "" : " ") + tokens[at + count - 1];
        if (const Spelling* spelling = spellingOf(words, quantity)) found = {spelling, count};
    }
    return found;
}

std::string joined(const std::vector<std::string>& tokens, std::size_t count) {
    std::string text = " ";
    for (std::size_t i = 0; i < count; ++i) text += tokens[i] + " ";
    return text;
}

bool holdsWord(std::string_view spaced, std::string_view word) {
    for (std::size_t at = spaced.find(word); at != std::string_view::npos; at = spaced.find(word, at + 1)) {
        if (at > 0 && spaced[at - 1] == ' ' && spaced.substr(at + word.size()).starts_with(' ')) return true;
    }
    return false;
}

bool endsWithOne(std::string_view text, std::span<const std::string_view> ends) {
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return text.ends_with(end); });
}

/// Whether a unit is what one expects at this place: in brackets, behind "ĐVT", behind a comma, or alone.
bool unitExpected(const std::vector<std::string>& tokens, std::size_t at, std::size_t end, Quantity quantity) {
    constexpr std::string_view closing = "),/;]";
    const bool closed = end == tokens.size() || closing.find(tokens[end][0]) != std::string_view::npos;
    if (!closed) return false;
    if (at == 0) return true;
    constexpr std::array<std::string_view, 6> openings = {"( ", "[ ", " dvt ", " don vi tinh ", " tinh bang ", " don vi "};
    std::string before = joined(tokens, at);
    if (before.ends_with(": ")) before.erase(before.size() - 2);
    if (endsWithOne(before, openings)) return true;
    if (before.ends_with(", ") || before.ends_with("/ ")) return end == tokens.size();
    const auto nouns = nounsOf(quantity);
    return end == tokens.size() &&
           std::any_of(nouns.begin(), nouns.end(), [&](std::string_view noun) { return holdsWord(before, noun); });
}

/// "ngày công", "hợp đồng", "cộng đồng": the last word is no unit.
bool belongsToWordBefore(const std::vector<std::string>& tokens, std::size_t at, std::string_view word) {
    if (at == 0) return word == "cong";
    const std::string before = joined(tokens, at);
    if (word == "cong") {
        const auto nouns = nounsOf(Quantity::areaM2);
        const bool ofArea = std::any_of(nouns.begin(), nouns.end(), [&](std::string_view noun) { return holdsWord(before, noun); });
        return !ofArea || before.ends_with(" ngay ");
    }
    return word == "dong" && (before.ends_with(" hop ") || before.ends_with(" cong ") || before.ends_with(" hoi "));
}

struct Part {
    double number = 0;
    std::string unit; ///< words as in `spellings`; "" for a bare number
};

/// The letters from `at` on, up to the next number, as words; the 2 of m2 and km2 belongs to them.
std::string takeUnit(std::string_view plain, std::size_t& at) {
    std::string words;
    while (at < plain.size() && !isDigit(plain[at])) {
        const char c = plain[at++];
        if (isLetter(c)) {
            words += c;
            const bool squared =
                c == 'm' && at < plain.size() && plain[at] == '2' && (at + 1 == plain.size() || !isDigit(plain[at + 1]));
            if (squared) words += plain[at++];
        } else if (c == ' ' && !words.empty() && words.back() != ' ') {
            words += ' ';
        } else if (c != ' ' && c != '.' && c != '-') {
            words += c;
        }
    }
    while (!words.empty() && words.back() == ' ') words.pop_back();
    return words;
}

/// "2 sao 5 thuoc" as (2, sao) and (5, thuoc). Empty when the text does not start with a number.
std::vector<Part> partsOf(std::string_view plain, DecimalMark mark) {
    std::vector<Part> parts;
    std::size_t at = 0;
    while (at < plain.size()) {
        const std::size_t first = at;
        while (at < plain.size() && (isDigit(plain[at]) || std::string_view("., '+-").find(plain[at]) != std::string_view::npos))
            ++at;
        std::string_view digits = plain.substr(first, at - first);
        while (!digits.empty() && !isDigit(digits.back())) digits.remove_suffix(1);
        const auto number = digits.empty() ? std::nullopt : parseNumber(digits, mark);
        if (!number) return {};
        parts.push_back({*number, takeUnit(plain, at)});
    }
    return parts;
}

/// "2 sào rưỡi": half of the unit on top.
double takeHalf(std::string& unit) {
    constexpr std::string_view half = " ruoi";
    if (!unit.ends_with(half)) return 0;
    unit.erase(unit.size() - half.size());
    constexpr double halfOfOne = 0.5;
    return halfOfOne;
}

} // namespace

std::optional<Quantity> quantityOfField(std::string_view fieldName) {
    if (fieldName.ends_with("_m2")) return Quantity::areaM2;
    if (fieldName.ends_with("_vnd")) return Quantity::moneyVnd;
    if (fieldName.ends_with("_x_m") || fieldName.ends_with("_y_m")) return std::nullopt; // a place, not a length
    if (fieldName.ends_with("_m")) return Quantity::lengthM;
    if (fieldName.ends_with("_t")) return Quantity::weightT;
    return std::nullopt;
}

std::optional<MeasurementUnit> measurementUnitInText(std::string_view text, Quantity quantity) {
    const std::vector<std::string> tokens = tokensOf(text);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const Found found = longestAt(tokens, at, quantity);
        if (found.spelling == nullptr || belongsToWordBefore(tokens, at, found.spelling->words)) continue;
        if (found.spelling->plain || unitExpected(tokens, at, at + found.words, quantity)) return found.spelling->unit;
    }
    return std::nullopt;
}

std::optional<double> parseQuantity(std::string_view text, DecimalMark mark, const MeasurementUnit& unitless) {
    const std::string plain = plainText(text);
    if (!std::any_of(plain.begin(), plain.end(), isDigit)) {
        // Full-width digits are no ASCII; a word such as "có" is no amount.
        const auto number = plain.find("\xEF\xBC") == std::string::npos ? std::nullopt : parseNumber(text, mark);
        return number ? std::optional(*number * unitless.factor) : std::nullopt;
    }
    if (plain.find('%') != std::string::npos) return std::nullopt;
    if (const auto number = parseNumber(text, mark)) return *number * unitless.factor;

    double sum = 0;
    double lastFactor = HUGE_VAL;
    for (Part& part : partsOf(plain, mark)) {
        const double half = takeHalf(part.unit);
        const Spelling* spelling = part.unit == "cong" ? nullptr : spellingOf(part.unit, unitless.quantity);
        // 5 thước 2 sào, or a bare 5 behind 2 sào: nobody knows what is meant.
        if (spelling == nullptr || spelling->unit.factor >= lastFactor) return std::nullopt;
        lastFactor = spelling->unit.factor;
        sum += (part.number + half) * spelling->unit.factor;
    }
    return std::isinf(lastFactor) ? std::nullopt : std::optional(sum);
}

} // namespace banlang
