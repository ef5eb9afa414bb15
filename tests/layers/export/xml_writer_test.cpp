// SPDX-License-Identifier: MIT
#include "layers/export/detail/xml_writer.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

TEST(XmlWriter, ElementsStandInOneAnother) {
    XmlWriter xml;
    xml.declaration();
    xml.start("Placemark");
    xml.attribute("id", "r1");
    xml.element("name", "Đường Bản Lạn");
    xml.start("Point");
    xml.end();
    xml.end();
    EXPECT_EQ(xml.take(),
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Placemark id=\"r1\"><name>Đường Bản Lạn</name><Point/></Placemark>");
}

TEST(XmlWriter, TextCannotBecomeMarkup) {
    XmlWriter xml;
    xml.start("a");
    xml.attribute("b", "<\"&'>");
    xml.text("x < y & \"z\" > ]]>");
    xml.element("c", "]]>");
    xml.end();
    const std::string written = xml.take();
    EXPECT_EQ(written.find("x < y"), std::string::npos);
    EXPECT_NE(written.find("x &lt; y &amp; "), std::string::npos);
    EXPECT_EQ(written.find("]]>"), std::string::npos) << "the end of a section is none in a text";
    EXPECT_NE(written.find("b=\"&lt;&quot;&amp;"), std::string::npos);
}

TEST(XmlWriter, WhatXmlCannotHoldIsLeftOut) {
    XmlWriter xml;
    xml.element("a", std::string("N\x01\0\x1F", 4) + "à\xFF S");
    const std::string written = xml.take();
    for (const char c : {'\x01', '\0', '\x1F'}) EXPECT_EQ(written.find(c), std::string::npos);
    EXPECT_EQ(written.find('\xFF'), std::string::npos) << "not UTF-8";
    EXPECT_NE(written.find("N"), std::string::npos);
}

TEST(XmlWriter, HtmlStaysAsItIs) {
    XmlWriter xml;
    xml.start("description");
    xml.html("<b>5&nbsp;m</b>");
    xml.end();
    EXPECT_EQ(xml.take(), "<description><![CDATA[<b>5&nbsp;m</b>]]></description>");
}

TEST(XmlWriter, IsTakenPieceByPiece) {
    XmlWriter xml;
    xml.start("a");
    xml.element("b", "1");
    const std::string first = xml.take();
    xml.element("b", "2");
    xml.end();
    EXPECT_EQ(first + xml.take(), "<a><b>1</b><b>2</b></a>");
    EXPECT_EQ(xml.take(), "");
}

TEST(XmlWriter, GoesOnWhereItWasAfterAMove) {
    XmlWriter one;
    one.start("a");
    XmlWriter other(std::move(one));
    other.text("x");
    other.end();
    EXPECT_EQ(other.take(), "<a>x</a>");
}

} // namespace
} // namespace banlang
