// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/profile/import_profile.h"
#include "core/io/source.h"

#include <string>
#include <vector>

namespace banlang {

/// How the texts of one column were read, and what came out, for the user to judge.
struct ColumnDecoding {
    std::string column; ///< its decoded name; the letter in a worksheet
    TextDecoding decoding;
    double share = 1; ///< of the words with accents, how many are Vietnamese syllables
    bool certain = true;
    std::vector<std::string> preview; ///< some values with accents, as read
};

/// What every text column of a layer looks like, before anything is decoded. One entry per column; words 0 for other columns.
[[nodiscard]] std::vector<EncodingGuess> guessEncodings(const RawLayer& raw);

/// Decodings of the columns that leave no doubt, and how many words speak for each: what decides where a column is too short to
/// tell.
class EncodingTally {
public:
    void add(const std::vector<EncodingGuess>& guesses);
    [[nodiscard]] std::optional<TextDecoding> commonest() const;

private:
    std::vector<std::pair<TextDecoding, std::size_t>> words_;
};

/// Turns all texts and column names into UTF-8 (NFC): as the profile says, else as guessed; where a guess is not certain, as most
/// of the layer or, failing that, of the import is written. Plain ASCII costs a look.
[[nodiscard]] std::vector<ColumnDecoding> decodeTexts(RawLayer& raw, const ImportProfile& profile,
                                                      const std::vector<EncodingGuess>& guesses, const EncodingTally& import);

/// "UTF-8", "TCVN3", or several joined by commas: what a batch says of its encoding.
[[nodiscard]] std::string encodingSummary(const std::vector<ColumnDecoding>& decodings);

} // namespace banlang
