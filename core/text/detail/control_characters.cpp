// SPDX-License-Identifier: MIT
#include "core/text/detail/control_characters.h"

#include "core/text/detail/vietnamese_letters.h"

namespace banlang::detail {
namespace {

/// Of one whole character.
char32_t codePoint(std::string_view character) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(character[at]); };
    if (character.size() == 1) return byte(0);
    char32_t code = byte(0) & (0x7FU >> character.size());
    for (std::size_t i = 1; i < character.size(); ++i) code = code << 6U | (byte(i) & 0x3FU);
    return code;
}

bool isBetween(char32_t code, char32_t first, char32_t last) {
    return code >= first && code <= last;
}

} // namespace

FirstCharacter firstCharacter(std::string_view text) {
    const std::size_t length = utf8Length(text);
    if (length == 0) return {text.substr(0, 1), 0xFFFD, false};
    const std::string_view bytes = text.substr(0, length);
    return {bytes, codePoint(bytes), true};
}

bool isControl(char32_t code) {
    const bool direction =
        code == 0x061C || isBetween(code, 0x200E, 0x200F) || isBetween(code, 0x202A, 0x202E) || isBetween(code, 0x2066, 0x2069);
    const bool lineEnd = isBetween(code, 0x2028, 0x2029);
    return code < 0x20 || isBetween(code, 0x7F, 0x9F) || direction || lineEnd;
}

} // namespace banlang::detail
