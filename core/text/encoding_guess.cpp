// SPDX-License-Identifier: MIT
#include "core/text/encoding_guess.h"

#include "core/text/detail/byte_tables.h"
#include "core/text/detail/utf8_evidence.h"
#include "core/text/keys.h"
#include "core/text/syllables.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace banlang {
namespace {

using namespace detail;

constexpr std::size_t valuesLookedAt = 3000;
constexpr double wellRead = 0.6;
constexpr double surelyRead = 0.75;

bool isAsciiByte(char c) {
    return static_cast<unsigned char>(c) < firstHighByte;
}

bool isVisciiControl(char c) {
    return std::any_of(visciiControls.begin(), visciiControls.end(),
                       [c](const ControlLetter& control) { return control.byte == c; });
}

bool isPlain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return isAsciiByte(c) && !isVisciiControl(c); });
}

/// Evenly, as columns are sorted by commune.
void thin(std::vector<std::string_view>& texts, std::size_t count) {
    if (texts.size() <= count) return;
    for (std::size_t i = 0; i < count; ++i) texts[i] = texts[i * texts.size() / count];
    texts.resize(count);
}

/// The same values again and again say nothing new.
std::vector<std::string_view> distinctTexts(std::span<const std::string_view> values) {
    std::vector<std::string_view> texts;
    std::copy_if(values.begin(), values.end(), std::back_inserter(texts), [](std::string_view value) { return !isPlain(value); });
    thin(texts, 4 * valuesLookedAt);
    std::unordered_set<std::string_view> seen;
    std::erase_if(texts, [&](std::string_view text) { return !seen.insert(text).second; });
    thin(texts, valuesLookedAt);
    return texts;
}

struct RawWord {
    std::string_view bytes;
    bool endsTorn = false; ///< the last of a text whose last character is torn
};

bool isWordByte(char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || !isAsciiByte(c) || isVisciiControl(c);
}

/// Split where every decoding splits, so that all decodings are weighed on the same words.
std::vector<RawWord> distinctWords(std::span<const std::string_view> texts) {
    std::unordered_set<std::string_view> seen;
    std::vector<RawWord> words;
    for (const std::string_view text : texts) {
        const std::size_t whole = withoutTornTail(text).size();
        const auto* at = text.begin();
        while (at != text.end()) {
            const auto* start = std::find_if(at, text.end(), isWordByte);
            at = std::find_if_not(start, text.end(), isWordByte);
            const std::string_view word(start, at);
            if (isPlain(word) || !seen.insert(word).second) continue;
            words.push_back({word, at == text.end() && whole < text.size()});
        }
    }
    return words;
}

/// Signs that stand beside letters in good text: quotes and dashes anywhere, "°C" and "±" in front, "²" behind an m. Elsewhere they
/// are what some legacy letter looks like: "H°ng" is Hồng in VISCII.
bool isSignAt(std::u16string_view word, std::size_t at) {
    constexpr std::u16string_view anywhere = u"\u00A0–—‘’“”₫≤≥≈\u200B\uFEFF";
    if (anywhere.find(word[at]) != std::u16string_view::npos) return true;
    if (word[at] == u'°' || word[at] == u'±' || word[at] == u'•') return at == 0;
    if (word[at] == u'…') return at + 1 == word.size();
    return (word[at] == u'²' || word[at] == u'³') && at > 0 && word[at - 1] == u'm';
}

/// ĐH, HĐND, and đ for đồng.
bool isAbbreviation(std::u16string_view piece) {
    if (piece == u"đ") return true;
    constexpr std::size_t longest = 6;
    const bool capitals = std::all_of(piece.begin(), piece.end(),
                                      [](char16_t unit) { return (unit >= u'A' && unit <= u'Z') || unit == capitalDWithStroke; });
    return capitals && piece.size() <= longest && piece.find(capitalDWithStroke) != std::u16string_view::npos;
}

/// "ĐạI" of a capital font is seen only beside its neighbours; alone it must not count against TCVN3.
std::u16string asInCapitalFont(std::u16string_view piece) {
    std::u16string capitals(piece);
    for (char16_t& unit : capitals) {
        if (unit >= u'a' && unit <= u'z') return std::u16string(piece);
        const std::optional<VowelLetter> parts = vowelLetter(unit);
        if (parts) unit = letter({parts->vowel, parts->tone, true});
        if (unit == smallDWithStroke) unit = capitalDWithStroke;
    }
    return capitals;
}

enum class Verdict { nothing, syllable, noSyllable };

Verdict judgePiece(std::u16string_view piece, bool capitalFont) {
    const bool plain = std::all_of(piece.begin(), piece.end(), [](char16_t unit) { return unit < firstHighByte && unit >= u' '; });
    if (plain) return Verdict::nothing;
    if (isAbbreviation(piece) || isSyllable(unitsToUtf8(piece))) return Verdict::syllable;
    return capitalFont && isSyllable(unitsToUtf8(asInCapitalFont(piece))) ? Verdict::syllable : Verdict::noSyllable;
}

Verdict judge(std::string_view text, bool capitalFont) {
    const std::u16string units = unitsFromUtf8(text);
    const std::u16string_view word = units;
    Verdict verdict = Verdict::nothing;
    std::size_t start = 0;
    for (std::size_t at = 0; at <= word.size(); ++at) {
        if (at < word.size() && !isSignAt(word, at)) continue;
        const Verdict piece = judgePiece(word.substr(start, at - start), capitalFont);
        if (piece == Verdict::noSyllable) return piece;
        if (piece == Verdict::syllable) verdict = piece;
        start = at + 1;
    }
    return verdict;
}

/// Codes of the standard that the .Vn fonts leave empty. Letters of other encodings fall on them.
bool usesEmptyTcvn3Code(std::string_view bytes) {
    return std::any_of(bytes.begin(), bytes.end(), [](char c) {
        if (isAsciiByte(c)) return false;
        const char16_t unit = tcvn3High[static_cast<unsigned char>(c) - firstHighByte];
        const std::optional<VowelLetter> parts = vowelLetter(unit);
        const bool combining = std::find(combiningTones.begin(), combiningTones.end(), unit) != combiningTones.end();
        return combining || (parts && parts->capital && parts->tone != Tone::level);
    });
}

struct Trial {
    TextDecoding decoding;
    std::vector<std::string> texts; ///< the words in this decoding
    std::size_t syllables = 0;
    std::size_t others = 0;

    [[nodiscard]] std::size_t judged() const { return syllables + others; }
    [[nodiscard]] double share() const {
        return judged() == 0 ? 1.0 : static_cast<double>(syllables) / static_cast<double>(judged());
    }
    [[nodiscard]] double net() const { return static_cast<double>(syllables) - static_cast<double>(others); }
};

Verdict judgeIn(const RawWord& word, std::string_view text, TextDecoding decoding, bool tornIsUtf8) {
    const bool tornHere = withoutTornTail(word.bytes).size() < word.bytes.size();
    if (tornHere && decoding.encoding == TextEncoding::utf8)
        return word.endsTorn && tornIsUtf8 ? Verdict::nothing : Verdict::noSyllable;
    const bool tcvn3 = decoding.encoding == TextEncoding::tcvn3;
    if (tcvn3) {
        const std::optional<std::string> bytes = decoding.throughCp1252 ? bytesThroughCp1252(word.bytes) : std::string(word.bytes);
        if (!bytes || usesEmptyTcvn3Code(*bytes)) return Verdict::noSyllable;
    }
    return judge(text, tcvn3);
}

Trial tried(std::span<const RawWord> words, TextDecoding decoding, const Utf8Evidence& evidence) {
    Trial trial{decoding, {}};
    trial.texts.reserve(words.size());
    for (const RawWord& word : words) {
        trial.texts.push_back(decodeText(word.bytes, decoding));
        const Verdict verdict = judgeIn(word, trial.texts.back(), decoding, evidence.sound >= evidence.torn);
        if (verdict == Verdict::syllable) ++trial.syllables;
        if (verdict == Verdict::noSyllable) ++trial.others;
    }
    return trial;
}

/// In the order in which they are believed when the words do not decide.
std::vector<TextDecoding> possibleDecodings(const Utf8Evidence& evidence) {
    constexpr std::array legacy = {TextEncoding::tcvn3, TextEncoding::vniWindows, TextEncoding::cp1258, TextEncoding::viscii};
    std::vector<TextDecoding> decodings = {{TextEncoding::utf8, false}};
    if (evidence.broken > 0 || evidence.torn > evidence.sound || evidence.otherScript) {
        for (const TextEncoding encoding : legacy) decodings.push_back({encoding, false});
        decodings.push_back({TextEncoding::cp1252, false});
    } else if (!evidence.letterBeyondCp1252) {
        for (const TextEncoding encoding : legacy) decodings.push_back({encoding, true});
        decodings.push_back({TextEncoding::utf8, true});
    }
    return decodings;
}

/// No other decoding comes within two words and a quarter of all, but one that gives the same texts.
bool isCertain(const Trial& best, std::span<const Trial> trials) {
    if (best.share() < surelyRead) return false;
    const double margin = std::max(4.0, 0.5 * static_cast<double>(best.judged()));
    return std::all_of(trials.begin(), trials.end(),
                       [&](const Trial& rival) { return rival.texts == best.texts || best.net() - rival.net() >= margin; });
}

EncodingGuess verdictOn(std::vector<Trial> trials, TextDecoding asItIs) {
    std::stable_sort(trials.begin(), trials.end(), [](const Trial& a, const Trial& b) { return a.net() > b.net(); });
    const auto kept = std::find_if(trials.begin(), trials.end(), [&](const Trial& trial) { return trial.decoding == asItIs; });
    // Signs such as the one of m² are no letters, though VISCII may make one word of them.
    const bool onlySigns = kept->judged() == 0 && trials.front().net() < 2;
    if (onlySigns || trials.front().share() < wellRead) std::rotate(trials.begin(), kept, kept + 1);
    const Trial& best = trials.front();
    EncodingGuess guess;
    guess.decoding = best.decoding;
    guess.share = best.share();
    guess.words = best.judged();
    guess.certain = onlySigns || isCertain(best, std::span(trials).subspan(1));
    guess.second = trials.size() > 1 ? trials[1].decoding : best.decoding;
    guess.secondShare = trials.size() > 1 ? trials[1].share() : 0;
    return guess;
}

constexpr std::string_view arrow = "<-";

} // namespace

std::string decodeText(std::string_view raw, TextDecoding decoding) {
    if (!decoding.throughCp1252)
        return decode(decoding.encoding == TextEncoding::utf8 ? withoutTornTail(raw) : raw, decoding.encoding);
    // A value that was never CP1252 came right among others that did not.
    const std::string_view whole = withoutTornTail(raw);
    const std::optional<std::string> bytes = bytesThroughCp1252(whole);
    if (!bytes) return toNfc(whole);
    if (decoding.encoding != TextEncoding::utf8) return decode(*bytes, decoding.encoding);
    const std::array<std::string_view, 1> once = {*bytes};
    return toNfc(utf8Evidence(once).sound > 0 ? withoutTornTail(*bytes) : whole);
}

std::string toText(TextDecoding decoding) {
    std::string text(id(decoding.encoding));
    if (decoding.throughCp1252) text.append(" ").append(arrow).append(" ").append(id(TextEncoding::cp1252));
    return text;
}

std::optional<TextDecoding> textDecodingFromText(std::string_view text) {
    const std::size_t at = text.find(arrow);
    const std::optional<TextEncoding> encoding = textEncodingFromId(text.substr(0, at));
    if (!encoding) return std::nullopt;
    if (at == text.npos) return TextDecoding{*encoding, false};
    if (textEncodingFromId(text.substr(at + arrow.size())) != TextEncoding::cp1252) return std::nullopt;
    return TextDecoding{*encoding, true};
}

EncodingGuess guessEncoding(std::span<const std::string_view> values) {
    const std::vector<std::string_view> texts = distinctTexts(values);
    const std::vector<RawWord> words = distinctWords(texts);
    if (words.empty()) return {};
    const Utf8Evidence evidence = utf8Evidence(texts);
    std::vector<Trial> trials;
    for (const TextDecoding decoding : possibleDecodings(evidence)) trials.push_back(tried(words, decoding, evidence));
    return verdictOn(std::move(trials), {evidence.sound >= evidence.broken ? TextEncoding::utf8 : TextEncoding::cp1252, false});
}

} // namespace banlang
