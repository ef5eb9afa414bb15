// SPDX-License-Identifier: MIT
#include "core/text/named_code.h"

#include "core/text/keys.h"

#include <fmt/format.h>

namespace banlang {
namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::string_view marksBetween = " -:.\u2013\u00a0";

/// With a kind of units in front, so that no word of the name itself is taken for one.
std::string asItStands(std::string_view name) {
    return fmt::format("xã {}", name);
}

bool agree(std::string_view a, std::string_view b) {
    const std::string first = foldedNameKey(a);
    const std::string second = foldedNameKey(b);
    if (first.empty() || second.empty()) return false;
    if (first == second) return true;
    // Names that differ by an accent are two names, so that one side has to be written without any.
    const std::string plainFirst = nameKeyWithoutDiacritics(a);
    const std::string plainSecond = nameKeyWithoutDiacritics(b);
    return plainFirst == plainSecond && (plainFirst == nameKey(a) || plainSecond == nameKey(b));
}

} // namespace

std::optional<NamedCode> namedCode(std::string_view text) {
    constexpr std::size_t shortest = 3; // of a commune's code, once a spreadsheet ate its zeros
    constexpr std::size_t longest = 10;
    const std::size_t end = text.find_first_not_of(digits);
    if (end == std::string_view::npos || end < shortest || end > longest) return std::nullopt;
    // Of marks of several bytes all bytes are among these; no letter begins with one of them.
    const std::size_t name = text.find_first_not_of(marksBetween, end);
    if (name == std::string_view::npos || name == end) return std::nullopt;
    if (digits.find(text[name]) != std::string_view::npos) return std::nullopt;
    return NamedCode{text.substr(0, end), text.substr(name)};
}

std::string codeAndName(std::string_view code, std::string_view name) {
    return fmt::format("{} {}", code, name);
}

bool isSameName(std::string_view a, std::string_view b) {
    if (agree(a, b)) return true;
    // "Bản Máy" is a commune too: what stands in front of a name can be part of it.
    return !a.empty() && !b.empty() && (agree(a, asItStands(b)) || agree(asItStands(a), b));
}

} // namespace banlang
