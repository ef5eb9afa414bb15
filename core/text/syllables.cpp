// SPDX-License-Identifier: MIT
#include "core/text/syllables.h"

#include "core/text/detail/vietnamese_letters.h"

#include <algorithm>

namespace banlang {
namespace {

using namespace detail;
using std::u16string_view;

template <std::size_t count> constexpr std::array<u16string_view, count> sorted(std::array<u16string_view, count> words) {
    std::sort(words.begin(), words.end());
    return words;
}

/// Longest first, so that the first that fits is the onset.
constexpr std::array<u16string_view, 28> onsets = {u"ngh", u"ch", u"gh", u"gi", u"kh", u"ng", u"nh", u"ph", u"qu", u"th",
                                                   u"tr",  u"b",  u"c",  u"d",  u"đ",  u"g",  u"h",  u"k",  u"l",  u"m",
                                                   u"n",   u"p",  u"r",  u"s",  u"t",  u"v",  u"x",  u""};

/// Without tones. What begins with u after q, and with i after g, is split at that letter.
constexpr auto rhymes = sorted(std::to_array<u16string_view>({
    u"a",   u"ac",   u"ach",  u"ai",  u"am",   u"an",   u"ang",  u"anh",  u"ao",   u"ap",  u"at",   u"au",   u"ay",   u"ăc",
    u"ăk",  u"ăm",   u"ăn",   u"ăng", u"ăp",   u"ăt",   u"âc",   u"âm",   u"ân",   u"âng", u"âp",   u"ât",   u"âu",   u"ây",
    u"e",   u"ec",   u"em",   u"en",  u"eng",  u"eo",   u"ep",   u"et",   u"ê",    u"êch", u"êm",   u"ên",   u"ênh",  u"êp",
    u"êt",  u"êu",   u"i",    u"ia",  u"ich",  u"iêc",  u"iêm",  u"iên",  u"iêng", u"iêp", u"iêt",  u"iêu",  u"im",   u"in",
    u"inh", u"ip",   u"it",   u"iu",  u"o",    u"oa",   u"oac",  u"oach", u"oai",  u"oam", u"oan",  u"oang", u"oanh", u"oao",
    u"oap", u"oat",  u"oay",  u"oăc", u"oăm",  u"oăn",  u"oăng", u"oăt",  u"oc",   u"oe",  u"oen",  u"oeo",  u"oet",  u"oi",
    u"om",  u"on",   u"ong",  u"ooc", u"oong", u"op",   u"ot",   u"ô",    u"ôc",   u"ôi",  u"ôm",   u"ôn",   u"ông",  u"ôp",
    u"ôt",  u"ơ",    u"ơi",   u"ơm",  u"ơn",   u"ơp",   u"ơt",   u"u",    u"ua",   u"uân", u"uâng", u"uât",  u"uây",  u"uc",
    u"uê",  u"uêch", u"uênh", u"ui",  u"um",   u"un",   u"ung",  u"uơ",   u"uôc",  u"uôi", u"uôm",  u"uôn",  u"uông", u"uôt",
    u"up",  u"ut",   u"uy",   u"uya", u"uych", u"uyên", u"uyêt", u"uyn",  u"uynh", u"uyp", u"uyt",  u"uyu",  u"ư",    u"ưa",
    u"ưc",  u"ưi",   u"ưm",   u"ưn",  u"ưng",  u"ưt",   u"ưu",   u"ươc",  u"ươi",  u"ươm", u"ươn",  u"ương", u"ươp",  u"ươt",
    u"ươu", u"y",    u"ych",  u"yêm", u"yên",  u"yêng", u"yêt",  u"yêu",  u"yn",   u"ynh", u"yp",   u"yt",   u"yu",
}));

struct Spelling {
    std::array<char16_t, 7> letters{}; ///< small, without tones
    std::size_t size = 0;
    Tone tone = Tone::level;
    std::size_t toneAt = 0;
    [[nodiscard]] u16string_view text() const { return {letters.data(), size}; }
};

struct SmallLetter {
    char16_t letter = 0;
    Tone tone = Tone::level;
    bool capital = false;
};

std::optional<SmallLetter> smallLetter(char16_t unit) {
    if (const std::optional<VowelLetter> parts = vowelLetter(unit))
        return SmallLetter{letter({parts->vowel, Tone::level, false}), parts->tone, parts->capital};
    if (unit >= u'a' && unit <= u'z') return SmallLetter{unit, Tone::level, false};
    if (unit >= u'A' && unit <= u'Z') return SmallLetter{static_cast<char16_t>(unit - u'A' + u'a'), Tone::level, true};
    if (unit == smallDWithStroke || unit == capitalDWithStroke)
        return SmallLetter{smallDWithStroke, Tone::level, unit == capitalDWithStroke};
    return std::nullopt;
}

/// Nothing for what is no Vietnamese letter, too long, of two tones, or of small and capital letters mixed.
std::optional<Spelling> spelled(u16string_view word) {
    Spelling spelling;
    if (word.empty() || word.size() > spelling.letters.size()) return std::nullopt;
    std::size_t capitals = 0;
    for (const char16_t unit : word) {
        const std::optional<SmallLetter> small = smallLetter(unit);
        if (!small) return std::nullopt;
        if (small->tone != Tone::level) {
            if (spelling.tone != Tone::level) return std::nullopt;
            spelling.tone = small->tone;
            spelling.toneAt = spelling.size;
        }
        if (small->capital && capitals != spelling.size) return std::nullopt;
        capitals += static_cast<std::size_t>(small->capital);
        spelling.letters[spelling.size++] = small->letter;
    }
    if (capitals > 1 && capitals != spelling.size) return std::nullopt;
    return spelling;
}

bool isOneOf(char16_t unit, u16string_view units) {
    return units.find(unit) != u16string_view::npos;
}

/// k, gh and ngh stand before e, ê, i; c, g and ng before the others. Kạn shows that k is written more freely.
bool onsetFits(u16string_view onset, u16string_view rhyme) {
    const bool front = isOneOf(rhyme.front(), u"eêiy");
    const bool yThenMore = rhyme.front() == u'y' && rhyme.size() > 1;
    if (onset == u"qu") return !isOneOf(rhyme.front(), u"ouư");
    if (onset.empty()) return !rhyme.starts_with(u"iê") && (!yThenMore || rhyme[1] == u'ê');
    if (yThenMore) return false;
    if (onset == u"gh" || onset == u"ngh") return front && rhyme.front() != u'y';
    if (onset == u"gi") return !isOneOf(rhyme.front(), u"êiy");
    if (onset == u"g") return !front || (rhyme.front() == u'i' && rhyme != u"ia" && rhyme != u"iu");
    if (onset == u"c" || onset == u"ng") return !front;
    return true;
}

/// After p, t, c, ch, k a syllable is short: rising or heavy. Đăk and Lăk are written without. Borrowed oong and ooc are never
/// heavy, but Lộc in VNI, taken for TCVN3, would be Loọc.
bool toneFits(Tone tone, u16string_view rhyme) {
    if (rhyme.starts_with(u"oo") && tone == Tone::heavy) return false;
    const bool stopped = isOneOf(rhyme.back(), u"ptck") || rhyme.ends_with(u"ch");
    if (!stopped || tone == Tone::rising || tone == Tone::heavy) return true;
    return rhyme.back() == u'k' && tone == Tone::level;
}

/// The last vowel with a mark of its own carries the tone; without one the main vowel does, which oa, oe, uy leave open.
bool tonePlaceFits(std::size_t place, u16string_view rhyme) {
    const std::size_t marked = rhyme.find_last_of(u"ăâêôơư");
    if (marked != u16string_view::npos) return place == marked;
    const bool glide = rhyme.starts_with(u"oa") || rhyme.starts_with(u"oe") || rhyme.starts_with(u"uy") || rhyme.starts_with(u"oo");
    if (!glide) return place == 0;
    return place == 1 || (place == 0 && rhyme.size() == 2);
}

bool fits(const Spelling& spelling, u16string_view onset) {
    if (!spelling.text().starts_with(onset)) return false;
    const u16string_view rhyme = spelling.text().substr(onset.size());
    if (!std::binary_search(rhymes.begin(), rhymes.end(), rhyme) || !onsetFits(onset, rhyme)) return false;
    if (spelling.tone == Tone::level) return toneFits(spelling.tone, rhyme);
    return spelling.toneAt >= onset.size() && toneFits(spelling.tone, rhyme) &&
           tonePlaceFits(spelling.toneAt - onset.size(), rhyme);
}

} // namespace

bool isSyllable(std::string_view word) {
    constexpr std::size_t longestInUtf8 = 21;
    if (word.size() > longestInUtf8) return false;
    const std::optional<Spelling> spelling = spelled(unitsFromUtf8(word));
    return spelling && std::any_of(onsets.begin(), onsets.end(), [&](u16string_view onset) { return fits(*spelling, onset); });
}

} // namespace banlang
