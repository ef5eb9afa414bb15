// SPDX-License-Identifier: MIT
#include "core/text/detail/utf8_evidence.h"

#include "core/text/detail/byte_tables.h"

#include <algorithm>

namespace banlang::detail {
namespace {

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Whether the bytes begin a character and lack only its end.
bool isTornCharacter(std::string_view tail) {
    std::string completed(tail);
    // One of the two fits as second byte of any first one.
    for (const char filling : {'\x80', '\xA0'}) {
        completed.assign(tail);
        while (completed.size() < 4) {
            completed += filling;
            if (utf8Length(completed) == completed.size()) return true;
        }
    }
    return false;
}

std::optional<unsigned char> cp1252Byte(char16_t unit) {
    constexpr char16_t greekMu = 0x3BC;
    constexpr char16_t minus = 0x2212;
    // What Latin-1 leaves as control codes, and what compatibility normalisation makes of the micro sign and the soft hyphen.
    if (unit <= 0xFF) return static_cast<unsigned char>(unit);
    if (unit == greekMu) return static_cast<unsigned char>(0xB5);
    if (unit == minus) return static_cast<unsigned char>(0xAD);
    const std::size_t at = unit == replacement ? cp1252High.npos : cp1252High.find(unit);
    if (at == cp1252High.npos) return std::nullopt;
    return static_cast<unsigned char>(at + firstHighByte);
}

bool isLatinLetterOrMark(char16_t unit) {
    return (unit >= 0xC0 && unit < 0x370) || (unit >= 0x1E00 && unit < 0x1F00);
}

bool isOtherLetter(char16_t unit) {
    const bool sign = unit >= 0x2000 && unit < 0x2C00;
    return unit >= 0x370 && !isLatinLetterOrMark(unit) && !sign && unit < 0xFE00;
}

void seeSound(Utf8Evidence& evidence, std::string_view text) {
    for (const char16_t unit : unitsFromUtf8(text)) {
        if (unit < firstHighByte || cp1252Byte(unit)) continue;
        evidence.letterBeyondCp1252 = evidence.letterBeyondCp1252 || isLatinLetterOrMark(unit);
        evidence.otherScript = evidence.otherScript || isOtherLetter(unit);
    }
}

enum class Validity { ascii, sound, broken };

Validity validity(std::string_view text) {
    Validity seen = Validity::ascii;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8Length(text.substr(at));
        if (length == 0) return Validity::broken;
        if (length > 1) seen = Validity::sound;
        at += length;
    }
    return seen;
}

} // namespace

std::string_view withoutTornTail(std::string_view text) {
    std::size_t start = text.size();
    while (start > 0 && text.size() - start < 3 && isContinuation(text[start - 1])) --start;
    if (start == 0) return text;
    --start;
    const std::string_view tail = text.substr(start);
    if (static_cast<unsigned char>(tail.front()) < firstHighByte || utf8Length(tail) > 0) return text;
    return isTornCharacter(tail) ? text.substr(0, start) : text;
}

std::optional<std::string> bytesThroughCp1252(std::string_view utf8) {
    std::string bytes;
    for (const char16_t unit : unitsFromUtf8(utf8)) {
        const std::optional<unsigned char> byte = cp1252Byte(unit);
        if (!byte) return std::nullopt;
        bytes += static_cast<char>(*byte);
    }
    return bytes;
}

Utf8Evidence utf8Evidence(std::span<const std::string_view> texts) {
    Utf8Evidence evidence;
    for (const std::string_view text : texts) {
        const std::string_view whole = withoutTornTail(text);
        switch (validity(whole)) {
        case Validity::ascii:
            evidence.torn += static_cast<std::size_t>(whole.size() < text.size());
            break;
        case Validity::broken:
            ++evidence.broken;
            break;
        case Validity::sound:
            ++evidence.sound;
            seeSound(evidence, whole);
            break;
        }
    }
    return evidence;
}

} // namespace banlang::detail
