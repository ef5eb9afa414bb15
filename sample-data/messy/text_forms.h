// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

// Texts as keyboards, fonts and old programs leave them. All take UTF-8.

namespace banlang::sample {

/// "Na Sang", "Na_Sang": how names of files are typed where nobody trusts accents in them.
[[nodiscard]] std::string plainName(std::string_view name, std::string_view separator);
[[nodiscard]] std::string upperCase(std::string_view text);
/// With every mark as a character of its own (NFD).
[[nodiscard]] std::string decomposed(std::string_view text);
/// Little end first, with a byte order mark: "Unicode text" of spreadsheets.
[[nodiscard]] std::string utf16WithMark(std::string_view text);
/// What a cell holds that was typed in a .VnTime font: the letters of Windows that stand for the TCVN3 bytes.
[[nodiscard]] std::string typedInVnTime(std::string_view text);

} // namespace banlang::sample
