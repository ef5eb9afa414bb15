// SPDX-License-Identifier: MIT
#pragma once

#include "core/text/detail/vietnamese_letters.h"

// What the bytes from 0x80 mean. U+FFFD: nothing.

namespace banlang::detail {

inline constexpr std::size_t firstHighByte = 0x80;

inline constexpr std::u16string_view cp1252High = u"€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ"
                                                  u"\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿"
                                                  u"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
                                                  u"àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";
static_assert(cp1252High.size() == 128);

/// TCVN 5712 from 0xA1, with the toned capitals that its second variant has. Below stand the quotes and dashes that Word put there:
/// the .Vn fonts show them, and nobody used the control codes that the standard's first variant has in their place.
inline constexpr std::u16string_view tcvn3High = u"€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ"
                                                 u"\u00A0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
                                                 u"ẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò"
                                                 u"ỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";
static_assert(tcvn3High.size() == 128);

inline constexpr std::u16string_view visciiHigh = u"ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
                                                  u"ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
                                                  u"ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
                                                  u"àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";
static_assert(visciiHigh.size() == 128);

/// VISCII ran out of high bytes: six capitals took the place of control codes.
struct ControlLetter {
    char byte;
    char16_t letter;
};
inline constexpr std::array visciiControls = {ControlLetter{'\x02', u'Ẳ'}, ControlLetter{'\x05', u'Ẵ'},
                                              ControlLetter{'\x06', u'Ẫ'}, ControlLetter{'\x14', u'Ỷ'},
                                              ControlLetter{'\x19', u'Ỹ'}, ControlLetter{'\x1E', u'Ỵ'}};

/// Windows' Vietnamese page is the Western one with these in other hands.
struct CodeChange {
    unsigned char byte;
    char16_t letter;
};
inline constexpr std::array cp1258Changes = {
    CodeChange{0x8A, replacement}, CodeChange{0x8E, replacement}, CodeChange{0x9A, replacement}, CodeChange{0x9E, replacement},
    CodeChange{0xC3, u'Ă'},        CodeChange{0xCC, u'\u0300'},   CodeChange{0xD0, u'Đ'},        CodeChange{0xD2, u'\u0309'},
    CodeChange{0xD5, u'Ơ'},        CodeChange{0xDD, u'Ư'},        CodeChange{0xDE, u'\u0303'},   CodeChange{0xE3, u'ă'},
    CodeChange{0xEC, u'\u0301'},   CodeChange{0xF0, u'đ'},        CodeChange{0xF2, u'\u0323'},   CodeChange{0xF5, u'ơ'},
    CodeChange{0xFD, u'ư'},        CodeChange{0xFE, u'₫'}};

inline constexpr std::array<char16_t, 128> cp1258Units = [] {
    std::array<char16_t, 128> units{};
    for (std::size_t i = 0; i < units.size(); ++i) units[i] = cp1252High[i];
    for (const CodeChange& change : cp1258Changes) units[change.byte - firstHighByte] = change.letter;
    return units;
}();
inline constexpr std::u16string_view cp1258High(cp1258Units.data(), cp1258Units.size());

} // namespace banlang::detail
