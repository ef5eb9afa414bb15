// SPDX-License-Identifier: MIT
#include "core/text/detail/vni_marks.h"

#include "core/text/detail/byte_tables.h"

#include <algorithm>

namespace banlang::detail {
namespace {

constexpr unsigned char smallBit = 0x20;

/// Small forms, in the order of Tone. No byte stands for "no tone and no shape".
constexpr std::array<unsigned char, toneCount> toneBytes = {0, 0xF8, 0xFB, 0xF5, 0xF9, 0xEF};
constexpr std::array<unsigned char, toneCount> circumflexBytes = {0xE2, 0xE0, 0xE5, 0xE3, 0xE1, 0xE4};
constexpr std::array<unsigned char, toneCount> breveBytes = {0xEA, 0xE8, 0xFA, 0xFC, 0xE9, 0xEB};

struct WholeLetter {
    unsigned char byte;
    char16_t letter;
};
constexpr std::array wholeLetters = {WholeLetter{0xEC, u'ì'}, WholeLetter{0xED, u'í'}, WholeLetter{0xE6, u'ỉ'},
                                     WholeLetter{0xF3, u'ĩ'}, WholeLetter{0xF2, u'ị'}, WholeLetter{0xEE, u'ỵ'},
                                     WholeLetter{0xF4, u'ơ'}, WholeLetter{0xF6, u'ư'}, WholeLetter{0xF1, smallDWithStroke}};

char16_t capitalOfWhole(char16_t small) {
    if (small == smallDWithStroke) return capitalDWithStroke;
    const std::optional<VowelLetter> parts = vowelLetter(small);
    return letter({parts->vowel, parts->tone, true});
}

const std::array<unsigned char, toneCount>& bytesOf(VniShape shape) {
    switch (shape) {
    case VniShape::circumflex:
        return circumflexBytes;
    case VniShape::breve:
        return breveBytes;
    case VniShape::none:
        break;
    }
    return toneBytes;
}

std::optional<Vowel> withShape(Vowel vowel, VniShape shape) {
    if (shape == VniShape::none) return vowel;
    if (shape == VniShape::breve) return vowel == Vowel::a ? std::optional(Vowel::aBreve) : std::nullopt;
    switch (vowel) {
    case Vowel::a:
        return Vowel::aCircumflex;
    case Vowel::e:
        return Vowel::eCircumflex;
    case Vowel::o:
        return Vowel::oCircumflex;
    default:
        return std::nullopt;
    }
}

struct BaseAndShape {
    Vowel base;
    VniShape shape;
};

BaseAndShape apart(Vowel vowel) {
    switch (vowel) {
    case Vowel::aBreve:
        return {Vowel::a, VniShape::breve};
    case Vowel::aCircumflex:
        return {Vowel::a, VniShape::circumflex};
    case Vowel::eCircumflex:
        return {Vowel::e, VniShape::circumflex};
    case Vowel::oCircumflex:
        return {Vowel::o, VniShape::circumflex};
    default:
        return {vowel, VniShape::none};
    }
}

bool appendWhole(std::string& bytes, char16_t unit) {
    for (const WholeLetter& whole : wholeLetters) {
        const bool capital = capitalOfWhole(whole.letter) == unit;
        if (!capital && whole.letter != unit) continue;
        bytes += static_cast<char>(capital ? whole.byte - smallBit : whole.byte);
        return true;
    }
    return false;
}

void appendMarked(std::string& bytes, VowelLetter parts) {
    const BaseAndShape vowel = apart(parts.vowel);
    const char16_t base = letter({vowel.base, Tone::level, parts.capital});
    if (!appendWhole(bytes, base)) bytes += static_cast<char>(base);
    const unsigned char mark = bytesOf(vowel.shape)[static_cast<std::size_t>(parts.tone)];
    if (mark != 0) bytes += static_cast<char>(parts.capital ? mark - smallBit : mark);
}

} // namespace

std::optional<VniMark> vniMark(unsigned char byte) {
    if (byte < 0xC0) return std::nullopt;
    const auto small = static_cast<unsigned char>(byte | smallBit);
    for (const VniShape shape : {VniShape::none, VniShape::circumflex, VniShape::breve}) {
        const auto& bytes = bytesOf(shape);
        const auto* found = std::find(bytes.begin(), bytes.end(), small);
        if (found != bytes.end()) return VniMark{shape, static_cast<Tone>(found - bytes.begin())};
    }
    return std::nullopt;
}

std::optional<VowelLetter> withMark(VowelLetter base, VniMark mark) {
    const std::optional<Vowel> vowel = withShape(base.vowel, mark.shape);
    const bool twoTones = base.tone != Tone::level && mark.tone != Tone::level;
    if (!vowel || twoTones) return std::nullopt;
    return VowelLetter{*vowel, mark.tone == Tone::level ? base.tone : mark.tone, base.capital};
}

char16_t vniUnit(unsigned char byte) {
    if (byte < firstHighByte) return byte;
    for (const WholeLetter& whole : wholeLetters) {
        if (whole.byte == byte) return whole.letter;
        if (whole.byte - smallBit == byte) return capitalOfWhole(whole.letter);
    }
    // Signs stay Western; the Western letters have no glyphs in these fonts.
    const bool sign = byte < 0xC0 || byte == 0xD7 || byte == 0xF7;
    return sign ? cp1252High[byte - firstHighByte] : replacement;
}

bool appendVni(std::string& bytes, char16_t unit) {
    if (unit < firstHighByte) {
        bytes += static_cast<char>(unit);
        return true;
    }
    if (appendWhole(bytes, unit)) return true;
    if (const std::optional<VowelLetter> parts = vowelLetter(unit)) {
        appendMarked(bytes, *parts);
        return true;
    }
    const std::size_t at = unit == replacement ? cp1252High.npos : cp1252High.find(unit);
    const bool sign = at < 0xC0 - firstHighByte || unit == u'×' || unit == u'÷';
    if (sign) bytes += static_cast<char>(at + firstHighByte);
    return sign;
}

} // namespace banlang::detail
