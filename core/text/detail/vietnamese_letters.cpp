// SPDX-License-Identifier: MIT
#include "core/text/detail/vietnamese_letters.h"

namespace banlang::detail {
namespace {

unsigned byteAt(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

/// Overlong forms, surrogates and what lies beyond U+10FFFF show in the second byte.
bool secondByteFits(unsigned first, unsigned second) {
    switch (first) {
    case 0xE0:
        return second >= 0xA0;
    case 0xED:
        return second < 0xA0;
    case 0xF0:
        return second >= 0x90;
    case 0xF4:
        return second < 0x90;
    default:
        return true;
    }
}

} // namespace

std::size_t utf8Length(std::string_view text) {
    if (text.empty()) return 0;
    const unsigned first = byteAt(text, 0);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4) return 0;
    const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (text.size() < length || !secondByteFits(first, byteAt(text, 1))) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byteAt(text, i) & 0xC0U) != 0x80U) return 0;
    return length;
}

std::string unitsToUtf8(std::u16string_view units) {
    std::string utf8;
    utf8.reserve(units.size() + units.size() / 2);
    for (const unsigned unit : units) {
        if (unit < 0x80) {
            utf8 += static_cast<char>(unit);
        } else if (unit < 0x800) {
            utf8 += static_cast<char>(0xC0U | (unit >> 6U));
            utf8 += static_cast<char>(0x80U | (unit & 0x3FU));
        } else {
            utf8 += static_cast<char>(0xE0U | (unit >> 12U));
            utf8 += static_cast<char>(0x80U | ((unit >> 6U) & 0x3FU));
            utf8 += static_cast<char>(0x80U | (unit & 0x3FU));
        }
    }
    return utf8;
}

std::u16string unitsFromUtf8(std::string_view utf8) {
    std::u16string units;
    units.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t length = utf8Length(utf8.substr(at));
        unsigned unit = replacement;
        if (length == 1) unit = byteAt(utf8, at);
        if (length == 2) unit = ((byteAt(utf8, at) & 0x1FU) << 6U) | (byteAt(utf8, at + 1) & 0x3FU);
        if (length == 3)
            unit = ((byteAt(utf8, at) & 0x0FU) << 12U) | ((byteAt(utf8, at + 1) & 0x3FU) << 6U) | (byteAt(utf8, at + 2) & 0x3FU);
        units += static_cast<char16_t>(unit);
        at += length == 0 ? 1 : length;
    }
    return units;
}

} // namespace banlang::detail
