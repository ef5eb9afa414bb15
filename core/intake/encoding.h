// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/plan.h"
#include "core/io/source.h"

#include <string>
#include <vector>

namespace banlang {

/// How the texts of one column were read, and what came out, for the user to judge.
struct ColumnReading {
    std::string column; ///< its decoded name; the letter in a sheet
    TextReading reading;
    double share = 1; ///< of the words with accents, how many are Vietnamese syllables
    bool certain = true;
    std::vector<std::string> preview; ///< some values with accents, as read
};

/// What every text column of a layer looks like, before anything is decoded. One entry per column; words 0 for other columns.
[[nodiscard]] std::vector<ReadingGuess> guessReadings(const RawLayer& raw);

/// Readings of the columns that leave no doubt, and how many words speak for each: what decides where a column is too short to
/// tell.
class ReadingTally {
public:
    void add(const std::vector<ReadingGuess>& guesses);
    [[nodiscard]] std::optional<TextReading> commonest() const;

private:
    std::vector<std::pair<TextReading, std::size_t>> words_;
};

/// Turns all texts and column names into UTF-8 (NFC): as the plan says, else as guessed; where a guess is not certain, as most of
/// the layer or, failing that, of the import is written. Plain ASCII costs a look.
[[nodiscard]] std::vector<ColumnReading> decodeTexts(RawLayer& raw, const LayerPlan& plan, const std::vector<ReadingGuess>& guesses,
                                                     const ReadingTally& import);

/// "UTF-8", "TCVN3", or several joined by commas: what a batch says of its encoding.
[[nodiscard]] std::string encodingSummary(const std::vector<ColumnReading>& readings);

} // namespace banlang
