// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

// What raw texts say about having been UTF-8, and what of them could once have been CP1252.

namespace banlang::detail {

/// Without a last character whose end is missing: fields of fixed width cut there.
[[nodiscard]] std::string_view withoutTornTail(std::string_view text);

/// The bytes that UTF-8 text was before somebody took them for CP1252. Nothing when a letter is none of that page.
[[nodiscard]] std::optional<std::string> bytesThroughCp1252(std::string_view utf8);

struct Utf8Evidence {
    std::size_t sound = 0;  ///< texts with whole characters beyond ASCII and nothing broken, but for a torn tail
    std::size_t torn = 0;   ///< texts whose only sign of UTF-8 is a torn tail: as likely the last byte of another encoding
    std::size_t broken = 0; ///< texts that are not UTF-8
    bool letterBeyondCp1252 = false;
    bool otherScript = false; ///< letters that are not Latin, which chance pairs of legacy bytes look like
};

[[nodiscard]] Utf8Evidence utf8Evidence(std::span<const std::string_view> texts);

} // namespace banlang::detail
