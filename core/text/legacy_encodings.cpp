// SPDX-License-Identifier: MIT
#include "core/text/legacy_encodings.h"

#include "core/text/detail/byte_tables.h"
#include "core/text/detail/vni_marks.h"
#include "core/text/keys.h"

#include <algorithm>

namespace banlang {
namespace {

using namespace detail;

constexpr bool isCapitalAscii(char16_t unit) {
    return unit >= u'A' && unit <= u'Z';
}

constexpr bool isSmallAscii(char16_t unit) {
    return unit >= u'a' && unit <= u'z';
}

constexpr bool isLetter(char16_t unit) {
    return isCapitalAscii(unit) || isSmallAscii(unit) || unit == smallDWithStroke || unit == capitalDWithStroke ||
           vowelLetter(unit);
}

std::optional<Tone> combiningTone(char16_t unit) {
    const auto* found = std::find(combiningTones.begin() + 1, combiningTones.end(), unit);
    if (found == combiningTones.end()) return std::nullopt;
    return static_cast<Tone>(found - combiningTones.begin());
}

char16_t capitalOf(char16_t unit) {
    if (unit == smallDWithStroke) return capitalDWithStroke;
    const std::optional<VowelLetter> parts = vowelLetter(unit);
    return parts ? letter({parts->vowel, parts->tone, true}) : unit;
}

std::u16string unitsFromBytes(std::string_view bytes, std::u16string_view high) {
    std::u16string units(bytes.size(), u'\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        units[i] = byte < firstHighByte ? char16_t{byte} : high[byte - firstHighByte];
    }
    return units;
}

/// Base letters and tones that follow them, made one.
void compose(std::u16string& units) {
    std::size_t end = 0;
    for (const char16_t unit : units) {
        const std::optional<Tone> tone = unit < 0x300 ? std::nullopt : combiningTone(unit);
        const std::optional<VowelLetter> base = tone && end > 0 ? vowelLetter(units[end - 1]) : std::nullopt;
        if (base && base->tone == Tone::level) {
            units[end - 1] = letter({base->vowel, *tone, base->capital});
        } else {
            units[end++] = unit;
        }
    }
    units.resize(end);
}

/// "Aà" is À: tools that knew no capital fonts wrote the small letter behind the capital of its base.
void foldCapitalPairs(std::u16string& units) {
    std::size_t end = 0;
    for (const char16_t unit : units) {
        const std::optional<VowelLetter> toned = unit < firstHighByte ? std::nullopt : vowelLetter(unit);
        const bool behindItsCapital = toned && !toned->capital && toned->tone != Tone::level && end > 0 &&
                                      units[end - 1] == letter({toned->vowel, Tone::level, true});
        if (behindItsCapital) {
            units[end - 1] = capitalOf(unit);
        } else {
            units[end++] = unit;
        }
    }
    units.resize(end);
}

/// "PHạM", whose capitals have no code for the tone. "TT" in "TT. Cổ Lễ" and "II" in "Tổ II" are capitals in any text.
bool isCapitalWord(std::u16string_view word) {
    const bool holdsSmall = std::any_of(word.begin(), word.end(), [](char16_t unit) { return unit != capitalOf(unit); });
    return holdsSmall && std::count_if(word.begin(), word.end(), isCapitalAscii) >= 2;
}

/// Whether the text was meant for a capital font. One capital alone, as in "Lý Á", says nothing.
bool isAmongCapitals(std::u16string_view units) {
    if (std::any_of(units.begin(), units.end(), isSmallAscii)) return false;
    const auto* at = units.begin();
    while (at != units.end()) {
        const auto* word = std::find_if(at, units.end(), isLetter);
        at = std::find_if_not(word, units.end(), isLetter);
        if (word != at && isCapitalWord({word, at})) return true;
    }
    return false;
}

std::u16string tcvn3Units(std::string_view bytes) {
    std::u16string units = unitsFromBytes(bytes, tcvn3High);
    compose(units);
    foldCapitalPairs(units);
    if (isAmongCapitals(units))
        std::transform(units.begin(), units.end(), units.begin(), [](char16_t unit) { return capitalOf(unit); });
    return units;
}

std::u16string visciiUnits(std::string_view bytes) {
    std::u16string units = unitsFromBytes(bytes, visciiHigh);
    for (const ControlLetter& control : visciiControls)
        std::replace(units.begin(), units.end(), static_cast<char16_t>(control.byte), control.letter);
    return units;
}

std::u16string vniUnits(std::string_view bytes) {
    std::u16string units;
    units.reserve(bytes.size());
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const std::optional<VniMark> mark = vniMark(byte);
        const std::optional<VowelLetter> base = mark && !units.empty() ? vowelLetter(units.back()) : std::nullopt;
        const std::optional<VowelLetter> marked = base ? withMark(*base, *mark) : std::nullopt;
        if (marked) {
            units.back() = letter(*marked);
        } else {
            units += mark ? replacement : vniUnit(byte);
        }
    }
    return units;
}

std::u16string composedUnits(std::string_view bytes) {
    std::u16string units = unitsFromBytes(bytes, cp1258High);
    compose(units);
    return units;
}

std::u16string unitsIn(std::string_view bytes, TextEncoding encoding) {
    switch (encoding) {
    case TextEncoding::tcvn3:
        return tcvn3Units(bytes);
    case TextEncoding::vniWindows:
        return vniUnits(bytes);
    case TextEncoding::cp1258:
        return composedUnits(bytes);
    case TextEncoding::viscii:
        return visciiUnits(bytes);
    case TextEncoding::cp1252:
    case TextEncoding::utf8:
        break;
    }
    return unitsFromBytes(bytes, cp1252High);
}

bool isCombining(char16_t unit) {
    return unit >= 0x300 && unit < 0x370;
}

bool append(std::string& bytes, char16_t unit, std::u16string_view high) {
    const std::size_t at = unit < firstHighByte || unit == replacement ? high.npos : high.find(unit);
    if (unit >= firstHighByte && at == high.npos) return false;
    bytes += static_cast<char>(unit < firstHighByte ? unit : at + firstHighByte);
    return true;
}

bool appendTcvn3(std::string& bytes, char16_t unit) {
    const std::optional<VowelLetter> parts = vowelLetter(unit);
    const bool withoutCode = parts && parts->capital && parts->tone != Tone::level;
    return append(bytes, withoutCode ? letter({parts->vowel, parts->tone, false}) : unit, tcvn3High);
}

bool appendCp1258(std::string& bytes, char16_t unit) {
    const std::optional<VowelLetter> parts = vowelLetter(unit);
    if (!parts || parts->tone == Tone::level) return append(bytes, unit, cp1258High);
    return append(bytes, letter({parts->vowel, Tone::level, parts->capital}), cp1258High) &&
           append(bytes, combiningTones[static_cast<std::size_t>(parts->tone)], cp1258High);
}

bool appendViscii(std::string& bytes, char16_t unit) {
    const auto* control =
        std::find_if(visciiControls.begin(), visciiControls.end(), [unit](const ControlLetter& c) { return c.letter == unit; });
    if (control != visciiControls.end()) {
        bytes += control->byte;
        return true;
    }
    const bool taken = std::any_of(visciiControls.begin(), visciiControls.end(),
                                   [unit](const ControlLetter& c) { return static_cast<char16_t>(c.byte) == unit; });
    return !taken && append(bytes, unit, visciiHigh);
}

bool appendIn(std::string& bytes, char16_t unit, TextEncoding encoding) {
    switch (encoding) {
    case TextEncoding::tcvn3:
        return appendTcvn3(bytes, unit);
    case TextEncoding::vniWindows:
        return appendVni(bytes, unit);
    case TextEncoding::cp1258:
        return appendCp1258(bytes, unit);
    case TextEncoding::viscii:
        return appendViscii(bytes, unit);
    case TextEncoding::cp1252:
    case TextEncoding::utf8:
        break;
    }
    return append(bytes, unit, cp1252High);
}

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

struct EncodingName {
    std::string_view plain; ///< small letters and digits only
    TextEncoding encoding;
};
constexpr std::array encodingNames = {EncodingName{"utf8", TextEncoding::utf8},
                                      EncodingName{"unicode", TextEncoding::utf8},
                                      EncodingName{"65001", TextEncoding::utf8},
                                      EncodingName{"cp65001", TextEncoding::utf8},
                                      EncodingName{"tcvn3", TextEncoding::tcvn3},
                                      EncodingName{"tcvn", TextEncoding::tcvn3},
                                      EncodingName{"abc", TextEncoding::tcvn3},
                                      EncodingName{"tcvn3abc", TextEncoding::tcvn3},
                                      EncodingName{"tcvn5712", TextEncoding::tcvn3},
                                      EncodingName{"tcvn57121", TextEncoding::tcvn3},
                                      EncodingName{"vniwindows", TextEncoding::vniWindows},
                                      EncodingName{"vni", TextEncoding::vniWindows},
                                      EncodingName{"vniwin", TextEncoding::vniWindows},
                                      EncodingName{"cp1258", TextEncoding::cp1258},
                                      EncodingName{"1258", TextEncoding::cp1258},
                                      EncodingName{"windows1258", TextEncoding::cp1258},
                                      EncodingName{"win1258", TextEncoding::cp1258},
                                      EncodingName{"viscii", TextEncoding::viscii},
                                      EncodingName{"viscii11", TextEncoding::viscii},
                                      EncodingName{"cp1252", TextEncoding::cp1252},
                                      EncodingName{"1252", TextEncoding::cp1252},
                                      EncodingName{"windows1252", TextEncoding::cp1252},
                                      EncodingName{"win1252", TextEncoding::cp1252},
                                      EncodingName{"latin1", TextEncoding::cp1252},
                                      EncodingName{"iso88591", TextEncoding::cp1252},
                                      EncodingName{"88591", TextEncoding::cp1252},
                                      EncodingName{"ansi", TextEncoding::cp1252}};

} // namespace

std::string_view id(TextEncoding encoding) {
    switch (encoding) {
    case TextEncoding::utf8:
        return "UTF-8";
    case TextEncoding::tcvn3:
        return "TCVN3";
    case TextEncoding::vniWindows:
        return "VNI-Windows";
    case TextEncoding::cp1258:
        return "CP1258";
    case TextEncoding::viscii:
        return "VISCII";
    case TextEncoding::cp1252:
        break;
    }
    return "CP1252";
}

std::optional<TextEncoding> textEncodingFromId(std::string_view id) {
    std::string plain;
    for (const char c : id) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) plain += c;
        if (c >= 'A' && c <= 'Z') plain += static_cast<char>(c - 'A' + 'a');
    }
    const auto* found =
        std::find_if(encodingNames.begin(), encodingNames.end(), [&](const EncodingName& name) { return name.plain == plain; });
    if (found == encodingNames.end()) return std::nullopt;
    return found->encoding;
}

std::string decode(std::string_view bytes, TextEncoding encoding) {
    if (encoding == TextEncoding::utf8) return toNfc(bytes);
    if (isAscii(bytes) && encoding != TextEncoding::viscii) return std::string(bytes);
    const std::u16string units = unitsIn(bytes, encoding);
    const std::string utf8 = unitsToUtf8(units);
    return std::any_of(units.begin(), units.end(), isCombining) ? toNfc(utf8) : utf8;
}

std::optional<std::string> encode(std::string_view utf8, TextEncoding encoding) {
    std::string text = toNfc(utf8);
    if (encoding == TextEncoding::utf8) return text;
    std::string bytes;
    bytes.reserve(text.size());
    for (const char16_t unit : unitsFromUtf8(text))
        if (!appendIn(bytes, unit, encoding)) return std::nullopt;
    return bytes;
}

} // namespace banlang
