// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// The vowels of the alphabet taken apart: a vowel, a tone, small or capital. All in the basic plane, so UTF-16 units serve.

namespace banlang::detail {

enum class Vowel : std::uint8_t { a, aBreve, aCircumflex, e, eCircumflex, i, o, oCircumflex, oHorn, u, uHorn, y };
enum class Tone : std::uint8_t { level, falling, dipping, broken, rising, heavy };
inline constexpr std::size_t toneCount = 6;

/// In the order of the two enums.
inline constexpr std::u16string_view smallVowels = u"aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";
inline constexpr std::u16string_view capitalVowels = u"AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴ";
/// Combining marks in the order of Tone; none for the level one.
inline constexpr std::array<char16_t, toneCount> combiningTones = {0, 0x300, 0x309, 0x303, 0x301, 0x323};
inline constexpr char16_t smallDWithStroke = u'đ';
inline constexpr char16_t capitalDWithStroke = u'Đ';
inline constexpr char16_t replacement = u'\uFFFD';

struct VowelLetter {
    Vowel vowel = Vowel::a;
    Tone tone = Tone::level;
    bool capital = false;
};

[[nodiscard]] constexpr char16_t letter(VowelLetter parts) {
    const std::size_t at = static_cast<std::size_t>(parts.vowel) * toneCount + static_cast<std::size_t>(parts.tone);
    return (parts.capital ? capitalVowels : smallVowels)[at];
}

/// Every unit up to U+1EFF at its place among the small vowels, then the capital ones, from 1; 0 is no vowel. The gap between Latin
/// Extended-B and Additional is left out.
inline constexpr char16_t lowLetters = 0x1B1;
inline constexpr char16_t highLetters = 0x1EA0;
inline constexpr std::size_t letterSlots = lowLetters + 0x60;

[[nodiscard]] constexpr std::size_t letterSlot(char16_t unit) {
    if (unit < lowLetters) return unit;
    if (unit >= highLetters && unit < highLetters + 0x60) return static_cast<std::size_t>(unit - highLetters) + lowLetters;
    return letterSlots;
}

inline constexpr std::array<std::uint8_t, letterSlots + 1> vowelPlaces = [] {
    std::array<std::uint8_t, letterSlots + 1> places{};
    for (std::size_t i = 0; i < smallVowels.size(); ++i) {
        places[letterSlot(smallVowels[i])] = static_cast<std::uint8_t>(i + 1);
        places[letterSlot(capitalVowels[i])] = static_cast<std::uint8_t>(smallVowels.size() + i + 1);
    }
    return places;
}();

[[nodiscard]] constexpr std::optional<VowelLetter> vowelLetter(char16_t unit) {
    const std::size_t place = vowelPlaces[letterSlot(unit)];
    if (place == 0) return std::nullopt;
    const bool capital = place > smallVowels.size();
    const std::size_t at = place - 1 - (capital ? smallVowels.size() : 0);
    return VowelLetter{static_cast<Vowel>(at / toneCount), static_cast<Tone>(at % toneCount), capital};
}

/// Units of the basic plane as UTF-8.
[[nodiscard]] std::string unitsToUtf8(std::u16string_view units);

/// Valid UTF-8 as units; what lies beyond the basic plane or is broken becomes U+FFFD.
[[nodiscard]] std::u16string unitsFromUtf8(std::string_view utf8);

/// Bytes at the start of `text` that make one valid character; 0 for none.
[[nodiscard]] std::size_t utf8Length(std::string_view text);

} // namespace banlang::detail
