// SPDX-License-Identifier: MIT
#pragma once

#include "core/text/detail/vietnamese_letters.h"

// VNI for Windows: a letter, then a byte that shows its marks, small or capital like the letter. Some letters have one byte for
// all.

namespace banlang::detail {

enum class VniShape : std::uint8_t { none, circumflex, breve };

struct VniMark {
    VniShape shape = VniShape::none;
    Tone tone = Tone::level;
};

/// What a byte puts on the letter in front of it, whichever case it has.
[[nodiscard]] std::optional<VniMark> vniMark(unsigned char byte);

/// Marks may also come as two bytes and in any order. Nothing when the letter cannot carry the mark.
[[nodiscard]] std::optional<VowelLetter> withMark(VowelLetter base, VniMark mark);

/// The unit of a byte that is no mark.
[[nodiscard]] char16_t vniUnit(unsigned char byte);

/// False when VNI cannot write the unit.
[[nodiscard]] bool appendVni(std::string& bytes, char16_t unit);

} // namespace banlang::detail
