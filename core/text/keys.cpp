// SPDX-License-Identifier: MIT
#include "core/text/keys.h"

#include "core/text/detail/icu_text.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace banlang {
namespace {

using detail::NormalForm;
using detail::normalized;
using detail::unicodeFromUtf8;
using detail::utf8FromUnicode;
using icu::UnicodeString;

UnicodeString singleSpaced(const UnicodeString& text) {
    UnicodeString spaced;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        if (u_isUWhiteSpace(c) == 0) {
            spaced.append(c);
        } else if (!spaced.isEmpty() && spaced.charAt(spaced.length() - 1) != u' ') {
            spaced.append(u' ');
        }
    }
    spaced.trim();
    return spaced;
}

UnicodeString lowered(std::string_view text) {
    UnicodeString lower = normalized(unicodeFromUtf8(text), NormalForm::composed);
    lower.toLower(icu::Locale::getRoot());
    return singleSpaced(lower);
}

constexpr std::array<std::u16string_view, 14> unitWords = {
    u"tổ dân phố", u"thị trấn", u"thị xã", u"phường", u"thôn", u"bản", u"xóm", u"xã", u"tdp", u"tt.", u"tt", u"p.", u"x.", u"ấp"};

void stripUnitWord(UnicodeString& name) {
    for (const std::u16string_view word : unitWords) {
        const UnicodeString prefix(word.data(), static_cast<std::int32_t>(word.size()));
        if (!name.startsWith(prefix)) continue;
        const bool dotted = word.back() == u'.';
        const bool endsThere = dotted || (name.length() > prefix.length() && name.charAt(prefix.length()) == u' ');
        const UnicodeString rest = UnicodeString(name, prefix.length()).trim();
        if (endsThere && !rest.isEmpty()) name = rest;
        return;
    }
}

constexpr UChar32 combiningFirst = 0x300;
constexpr UChar32 combiningLast = 0x36F;

bool isTone(UChar32 c) {
    return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323;
}

/// Moves the tone of every syllable to its end, so that its place among the vowels no longer matters.
UnicodeString withTonesLast(const UnicodeString& decomposed) {
    UnicodeString result;
    UnicodeString tones;
    for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        const UChar32 c = decomposed.char32At(i);
        if (isTone(c)) {
            tones.append(c);
            continue;
        }
        const bool inSyllable = u_isalpha(c) != 0 || (c >= combiningFirst && c <= combiningLast);
        if (!inSyllable) {
            result.append(tones);
            tones.remove();
        }
        result.append(c);
    }
    return result.append(tones);
}

bool isVowel(char16_t c) {
    return UnicodeString(u"aeiouy").indexOf(c) >= 0;
}

/// y that is a syllable's only vowel reads as i: Mỹ and Mĩ, Tỵ and Tị.
void foldLoneY(UnicodeString& text) {
    for (std::int32_t i = 0; i < text.length(); ++i) {
        if (text.charAt(i) != u'y') continue;
        const bool afterConsonant = i > 0 && u_isalpha(text.charAt(i - 1)) != 0 && !isVowel(text.charAt(i - 1));
        std::int32_t next = i + 1;
        while (next < text.length() && text.charAt(next) >= combiningFirst && text.charAt(next) <= combiningLast) ++next;
        const bool last = next >= text.length() || u_isalpha(text.charAt(next)) == 0;
        if (afterConsonant && last) text.setCharAt(i, u'i');
    }
}

UnicodeString withoutAccents(const UnicodeString& lower) {
    const UnicodeString decomposed = normalized(lower, NormalForm::decomposed);
    UnicodeString plain;
    for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        const UChar32 c = decomposed.char32At(i);
        if (c >= combiningFirst && c <= combiningLast) continue;
        constexpr UChar32 dWithStroke = 0x111;
        plain.append(c == dWithStroke ? UChar32{'d'} : c);
    }
    return plain;
}

} // namespace

std::string toNfc(std::string_view text) {
    const auto isAscii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (std::all_of(text.begin(), text.end(), isAscii)) return std::string(text);
    return utf8FromUnicode(normalized(unicodeFromUtf8(text), NormalForm::composed));
}

std::string numberKey(std::string_view written) {
    // Nearly all numbers: nothing about them can be written in another way but their case.
    const auto isPlain = [](char c) { return c > ' ' && c < '\x7f'; };
    if (std::all_of(written.begin(), written.end(), isPlain)) {
        std::string key(written);
        for (char& c : key) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return key;
    }
    UnicodeString key = normalized(unicodeFromUtf8(written), NormalForm::compatible);
    constexpr char16_t invisible[] = {0x200B, 0x200C, 0x200D, 0xFEFF};
    for (const char16_t letter : invisible) key.findAndReplace(UnicodeString(letter), UnicodeString());
    key.toLower(icu::Locale::getRoot());
    return utf8FromUnicode(singleSpaced(key));
}

std::string lowerCase(std::string_view text) {
    return utf8FromUnicode(lowered(text));
}

std::string nameKey(std::string_view name) {
    UnicodeString key = lowered(name);
    stripUnitWord(key);
    return utf8FromUnicode(key);
}

std::string foldedNameKey(std::string_view name) {
    UnicodeString key = normalized(unicodeFromUtf8(nameKey(name)), NormalForm::decomposed);
    foldLoneY(key);
    return utf8FromUnicode(normalized(withTonesLast(key), NormalForm::composed));
}

std::string withoutDiacritics(std::string_view text) {
    return utf8FromUnicode(withoutAccents(lowered(text)));
}

std::string nameKeyWithoutDiacritics(std::string_view name) {
    return withoutDiacritics(nameKey(name));
}

std::string headerKey(std::string_view header) {
    const std::string plain = withoutDiacritics(header);
    std::string key;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        // "²" in UTF-8, as in m².
        const bool squared = plain.compare(i, 2, "²") == 0;
        const char c = squared ? '2' : plain[i];
        if (squared) ++i;
        const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (word) {
            key += c;
        } else if (!key.empty() && key.back() != '_') {
            key += '_';
        }
    }
    while (!key.empty() && key.back() == '_') key.pop_back();
    return key;
}

} // namespace banlang
