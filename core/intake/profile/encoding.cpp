// SPDX-License-Identifier: MIT
#include "core/intake/profile/encoding.h"

#include <algorithm>

namespace banlang {
namespace {

constexpr std::size_t previewSize = 5;

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool allAscii(const TextValues& values) {
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (!isAscii(values[row])) return false;
    }
    return true;
}

/// Values with letters beyond ASCII, spread over the column; more would tell nothing new.
std::vector<std::string_view> tellingValues(const TextValues& values) {
    constexpr std::size_t enough = 20'000;
    std::vector<std::string_view> telling;
    for (std::size_t row = 0; row < values.size() && telling.size() < enough; ++row) {
        if (!isAscii(values[row])) telling.push_back(values[row]);
    }
    return telling;
}

TextValues decoded(const TextValues& values, TextDecoding decoding) {
    TextValues texts;
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (isAscii(values[row]))
            texts.append(values[row]);
        else
            texts.append(decodeText(values[row], decoding));
    }
    return texts;
}

std::vector<std::string> previewOf(const TextValues& values) {
    std::vector<std::string> preview;
    for (std::size_t row = 0; row < values.size() && preview.size() < previewSize; ++row) {
        const std::string value(values[row]);
        if (!isAscii(value) && std::find(preview.begin(), preview.end(), value) == preview.end()) preview.push_back(value);
    }
    return preview;
}

/// The names of the columns are too few to be guessed from, unless they are UTF-8, which nothing else looks like.
std::string decodedName(const std::string& name, const std::optional<TextDecoding>& decoding) {
    if (isAscii(name)) return name;
    const std::string_view names[] = {name};
    const EncodingGuess own = guessEncoding(names);
    return decodeText(name, own.certain || !decoding ? own.decoding : *decoding);
}

/// An uncertain column follows its neighbours only where their decoding explains it about as well as its own.
TextDecoding settled(const EncodingGuess& guess, const std::optional<TextDecoding>& neighbours) {
    if (guess.certain || !neighbours) return guess.decoding;
    constexpr double aboutAsWell = 0.25;
    const bool explained = guess.second == *neighbours && guess.secondShare + aboutAsWell >= guess.share;
    return explained ? *neighbours : guess.decoding;
}

} // namespace

std::vector<EncodingGuess> guessEncodings(const RawLayer& raw) {
    std::vector<EncodingGuess> guesses;
    for (const Column& column : raw.table.columns) {
        EncodingGuess guess;
        if (column.type == ColumnType::text && !allAscii(column.text)) guess = guessEncoding(tellingValues(column.text));
        guesses.push_back(guess);
    }
    return guesses;
}

void EncodingTally::add(const std::vector<EncodingGuess>& guesses) {
    for (const EncodingGuess& guess : guesses) {
        if (!guess.certain || guess.words == 0) continue;
        const auto found =
            std::find_if(words_.begin(), words_.end(), [&](const auto& entry) { return entry.first == guess.decoding; });
        if (found == words_.end())
            words_.emplace_back(guess.decoding, guess.words);
        else
            found->second += guess.words;
    }
}

std::optional<TextDecoding> EncodingTally::commonest() const {
    const auto best =
        std::max_element(words_.begin(), words_.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == words_.end() ? std::nullopt : std::optional(best->first);
}

std::vector<ColumnDecoding> decodeTexts(RawLayer& raw, const ImportProfile& profile, const std::vector<EncodingGuess>& guesses,
                                        const EncodingTally& import) {
    EncodingTally layer;
    layer.add(guesses);
    const auto neighbours = layer.commonest() ? layer.commonest() : import.commonest();
    std::vector<ColumnDecoding> decodings;
    for (std::size_t i = 0; i < raw.table.columns.size(); ++i) {
        Column& column = raw.table.columns[i];
        column.name = decodedName(column.name, profile.decoding ? profile.decoding : neighbours);
        if (guesses[i].words == 0 && !profile.decoding && allAscii(column.text)) continue;
        const auto own = profile.decodings.find(column.name);
        ColumnDecoding result{column.name, settled(guesses[i], neighbours), guesses[i].share, guesses[i].certain, {}};
        if (own != profile.decodings.end() || profile.decoding) {
            result.decoding = own != profile.decodings.end() ? own->second : *profile.decoding;
            result.certain = true;
        } else if (neighbours && result.decoding == *neighbours) {
            result.certain = true;
        }
        column.text = decoded(column.text, result.decoding);
        result.preview = previewOf(column.text);
        if (!result.preview.empty()) decodings.push_back(std::move(result));
    }
    return decodings;
}

std::string encodingSummary(const std::vector<ColumnDecoding>& decodings) {
    std::vector<std::string> names;
    for (const ColumnDecoding& decoding : decodings) {
        const std::string name = toText(decoding.decoding);
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    if (names.empty()) return "UTF-8";
    std::string summary;
    for (const std::string& name : names) summary += (summary.empty() ? "" : ", ") + name;
    return summary;
}

} // namespace banlang
