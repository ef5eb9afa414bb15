// SPDX-License-Identifier: MIT
#include "core/text/terminal_text.h"

#include "core/text/detail/vietnamese_letters.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
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

bool isControl(char32_t code) {
    const bool direction =
        code == 0x061C || isBetween(code, 0x200E, 0x200F) || isBetween(code, 0x202A, 0x202E) || isBetween(code, 0x2066, 0x2069);
    const bool lineEnd = isBetween(code, 0x2028, 0x2029);
    return code < 0x20 || isBetween(code, 0x7F, 0x9F) || direction || lineEnd;
}

bool isPlain(char c) {
    return (c >= ' ' && c <= '~') || c == '\n' || c == '\t';
}

/// A carriage return alone goes back and writes over what the line said.
bool endsLine(std::string_view rest) {
    return rest.starts_with('\n') || rest.starts_with('\t') || rest.starts_with("\r\n");
}

template <class StandIn> std::string withoutControls(std::string_view text, const StandIn& standIn) {
    if (std::all_of(text.begin(), text.end(), isPlain)) return std::string(text);
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = detail::utf8Length(text.substr(at));
        const std::string_view character = text.substr(at, std::max<std::size_t>(length, 1));
        if (length == 0) {
            clean += "\uFFFD";
        } else if (const char32_t code = codePoint(character); isControl(code) && !endsLine(text.substr(at))) {
            clean += standIn(static_cast<unsigned>(code));
        } else {
            clean += character;
        }
        at += character.size();
    }
    return clean;
}

} // namespace

std::string terminalText(std::string_view text) {
    return withoutControls(
        text, [](unsigned code) { return code < 0x100 ? fmt::format("\\x{:02X}", code) : fmt::format("\\u{:04X}", code); });
}

std::string terminalJson(std::string_view json) {
    return withoutControls(json, [](unsigned code) { return fmt::format("\\u{:04x}", code); });
}

} // namespace banlang
