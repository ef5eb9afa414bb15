// SPDX-License-Identifier: MIT
#pragma once

#include "core/text/legacy_encodings.h"

#include <cstddef>
#include <span>

namespace banlang {

/// How the texts of one column become readable. `throughCp1252`: the source is UTF-8 (or was recoded to it), but its letters are
/// the CP1252 images of bytes in `encoding`: "HuyÖn Qu¶n B¹" is Huyện Quản Bạ in TCVN3.
struct TextDecoding {
    TextEncoding encoding = TextEncoding::utf8;
    bool throughCp1252 = false;
    bool operator==(const TextDecoding&) const = default;
};

/// Raw text, bytes or UTF-8, as UTF-8 in NFC.
[[nodiscard]] std::string decodeText(std::string_view raw, TextDecoding decoding);

/// "TCVN3", or "TCVN3 <- CP1252" when it came through CP1252. For people, mapping files and JSON.
[[nodiscard]] std::string toText(TextDecoding decoding);
[[nodiscard]] std::optional<TextDecoding> textDecodingFromText(std::string_view text);

struct EncodingGuess {
    TextDecoding decoding;
    TextDecoding second; ///< the next best
    double share = 1;    ///< of the distinct words with letters beyond ASCII, how many read as Vietnamese syllables
    double secondShare = 0;
    std::size_t words = 0; ///< distinct words with letters beyond ASCII; 0: plain ASCII, nothing to decide
    bool certain = true;   ///< no other decoding comes near, or all decodings give the same texts
};

/// Weighs every decoding that the bytes allow by how many of the words come out as Vietnamese syllables. Looks at as many distinct
/// values as it needs, at most some thousands.
[[nodiscard]] EncodingGuess guessEncoding(std::span<const std::string_view> values);

} // namespace banlang
