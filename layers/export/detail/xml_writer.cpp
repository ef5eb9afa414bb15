// SPDX-License-Identifier: MIT
#include "layers/export/detail/xml_writer.h"

#include "core/text/xml_text.h"

#include <new>
#include <utility>

namespace banlang {
namespace {

const xmlChar* xml(const char* text) {
    return reinterpret_cast<const xmlChar*>(
        text); // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast): libxml's own type of bytes
}

int append(void* to, const char* bytes, int count) {
    static_cast<std::string*>(to)->append(bytes, static_cast<std::size_t>(count));
    return count;
}

xmlTextWriterPtr writerInto(std::string& bytes) {
    xmlOutputBufferPtr out = xmlOutputBufferCreateIO(append, nullptr, &bytes, nullptr);
    xmlTextWriterPtr writer = out == nullptr ? nullptr : xmlNewTextWriter(out);
    if (writer == nullptr) throw std::bad_alloc();
    return writer;
}

} // namespace

XmlWriter::XmlWriter() : writer_(writerInto(*written_), xmlFreeTextWriter) {}

void XmlWriter::declaration() {
    plain("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
}

void XmlWriter::start(const char* element) {
    xmlTextWriterStartElement(writer_.get(), xml(element));
}

void XmlWriter::attribute(const char* name, std::string_view value) {
    xmlTextWriterWriteAttribute(writer_.get(), xml(name), xml(xmlText(value).c_str()));
}

void XmlWriter::text(std::string_view text) {
    const std::string clean = xmlText(text);
    // Escaping copies once more.
    if (clean.find_first_of("<>&\"\r") == std::string::npos)
        plain(clean);
    else
        xmlTextWriterWriteString(writer_.get(), xml(clean.c_str()));
}

void XmlWriter::end() {
    xmlTextWriterEndElement(writer_.get());
}

void XmlWriter::element(const char* name, std::string_view words) {
    start(name);
    text(words);
    end();
}

void XmlWriter::plain(std::string_view text) {
    xmlTextWriterWriteRawLen(writer_.get(), xml(text.data()), static_cast<int>(text.size()));
}

void XmlWriter::html(std::string_view html) {
    xmlTextWriterStartCDATA(writer_.get());
    plain(html);
    xmlTextWriterEndCDATA(writer_.get());
}

std::string XmlWriter::take() {
    xmlTextWriterFlush(writer_.get());
    return std::exchange(*written_, {});
}

} // namespace banlang
