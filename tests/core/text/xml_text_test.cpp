// SPDX-License-Identifier: MIT
#include "core/text/xml_text.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

TEST(XmlText, KeepsWhatXmlMayHold) {
    EXPECT_EQ(xmlText("Thôn Bản Sản, 12 m² & <b>\t\n"), "Thôn Bản Sản, 12 m² & <b>\t\n");
    EXPECT_EQ(xmlText("\xF0\x9F\x8F\xA0"), "\xF0\x9F\x8F\xA0") << "beyond the first plane";
    EXPECT_EQ(xmlText(""), "");
}

TEST(XmlText, ComposesLetters) {
    EXPECT_EQ(xmlText("e\xCC\x82\xCC\x83"), "ễ");
}

TEST(XmlText, ReplacesTheRest) {
    EXPECT_EQ(xmlText(std::string_view("a\0b\x1B\rc\x7F", 7)), "a b  c ");
    EXPECT_EQ(xmlText("\xFF"), "\xEF\xBF\xBD");
    EXPECT_EQ(xmlText("\xEF\xBF\xBF"), "\xEF\xBF\xBD") << "a code point that is no character";
    EXPECT_EQ(xmlText("\xED\xA0\x80").find("\xED"), std::string::npos) << "half a surrogate pair";
}

TEST(MarkupText, EscapesWhatMarkupMeans) {
    EXPECT_EQ(markupText("a<b> & \"c\" \x02"), "a&lt;b&gt; &amp; &quot;c&quot;  ");
}

} // namespace
} // namespace banlang
