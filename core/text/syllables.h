// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace banlang {

/// Whether one word, UTF-8 in NFC, is spelled as a Vietnamese syllable: an onset, a rhyme that goes with it, and at most one tone,
/// in its old or new place (hòa, hoà), that its final allows. Names of the northern highlands that follow the orthography are in
/// (Pờ, Sủng, Phìn); foreign words are not. Small, capitalised and all in capitals; "hUYỆn" is no word.
[[nodiscard]] bool isSyllable(std::string_view word);

} // namespace banlang
