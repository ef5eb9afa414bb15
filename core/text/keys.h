// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

// Texts as they are compared, never as they are shown. All take and give UTF-8; invalid bytes become U+FFFD.

namespace banlang {

/// Precomposed form. Everything that enters is brought to it once.
[[nodiscard]] std::string toNfc(std::string_view text);

/// Lower case, NFC, single spaces; accents stay.
[[nodiscard]] std::string lowerCase(std::string_view text);

/// Lower case, NFC, single spaces, without "Xã", "Thị trấn", "TT.", "Phường", "Thôn", "Bản", "Tổ dân phố" in front. A name that is
/// nothing but such a word stays as it is.
[[nodiscard]] std::string nameKey(std::string_view name);

/// nameKey with the old and new places of the tone mark (hoà, hòa), and y and i after a consonant (Mỹ, Mĩ), made one.
[[nodiscard]] std::string foldedNameKey(std::string_view name);

/// A number of a paper, a road or a parcel as offices write it: lower case, half width, no outer blanks, inner ones made one, and
/// nothing that cannot be seen. Zeros in front count.
[[nodiscard]] std::string numberKey(std::string_view written);

/// Lower case without any accent, đ as d, single spaces: for searching and for header aliases.
[[nodiscard]] std::string withoutDiacritics(std::string_view text);

/// withoutDiacritics with everything but letters and digits turned into single underscores: "Diện tích hiến (m²)" ->
/// "dien_tich_hien_m2".
[[nodiscard]] std::string headerKey(std::string_view header);

/// nameKey without accents. Only for names that stay unique in it.
[[nodiscard]] std::string nameKeyWithoutDiacritics(std::string_view name);

} // namespace banlang
