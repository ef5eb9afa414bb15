// SPDX-License-Identifier: MIT
#include "core/text/terminal_text.h"

#include "core/text/detail/control_characters.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

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
    for (std::string_view rest = text; !rest.empty();) {
        const detail::FirstCharacter first = detail::firstCharacter(rest);
        if (!first.sound) {
            clean += "\uFFFD";
        } else if (detail::isControl(first.code) && !endsLine(rest)) {
            clean += standIn(static_cast<unsigned>(first.code));
        } else {
            clean += first.bytes;
        }
        rest.remove_prefix(first.bytes.size());
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
