// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// The byte encodings in which Vietnamese text still arrives. Own tables: no library here reads TCVN3 and VNI, and GDAL 3.6 loses
// the last letter of CP1258.

namespace banlang {

enum class TextEncoding : std::uint8_t {
    utf8,
    tcvn3,      ///< "ABC", fonts .Vn...; toned capitals have no codes of their own
    vniWindows, ///< fonts VNI-...: base letter, then a byte for its marks
    cp1258,     ///< Windows "ANSI" of Vietnam: base letter, then a combining tone
    viscii,
    cp1252, ///< Western; holds no Vietnamese, but is what mislabelled text claims to be
};
inline constexpr std::array allTextEncodings = {TextEncoding::utf8,   TextEncoding::tcvn3,  TextEncoding::vniWindows,
                                                TextEncoding::cp1258, TextEncoding::viscii, TextEncoding::cp1252};

/// "UTF-8", "TCVN3", "VNI-Windows", "CP1258", "VISCII", "CP1252".
[[nodiscard]] std::string_view id(TextEncoding encoding);
/// Any case, and the names users know: ABC, TCVN, VNI, windows-1258, latin1 ...
[[nodiscard]] std::optional<TextEncoding> textEncodingFromId(std::string_view id);

/// Bytes to UTF-8 in NFC. A byte that the encoding does not know becomes U+FFFD. TCVN3: a plain capital followed by the small toned
/// letter of the same base ("A" "à") is that capital with its tone, and small toned letters among capitals are capitals, as the
/// upper-case fonts show them.
[[nodiscard]] std::string decode(std::string_view bytes, TextEncoding encoding);

/// UTF-8 to bytes; nothing when a letter has no code. TCVN3 writes toned capitals as the small letter, as its capital fonts do.
[[nodiscard]] std::optional<std::string> encode(std::string_view utf8, TextEncoding encoding);

} // namespace banlang
