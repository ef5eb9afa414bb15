// SPDX-License-Identifier: MIT
#include "layers/export/detail/workbook_check.h"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <libxml/xmlreader.h>

#include <charconv>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace banlang {
namespace {

using Reader = std::unique_ptr<xmlTextReader, decltype(&xmlFreeTextReader)>;
using Part = std::unique_ptr<VSILFILE, int (*)(VSILFILE*)>;

int readSome(void* part, char* buffer, int size) {
    return static_cast<int>(VSIFReadL(buffer, 1, static_cast<std::size_t>(size), static_cast<VSILFILE*>(part)));
}

std::string_view textOf(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

/// An element that says how many elements it holds.
struct Counting {
    int depth = 0;
    std::size_t said = 0;
    std::size_t found = 0;
};

std::optional<std::size_t> saidBy(xmlTextReader* reader) {
    for (const char* name : {"uniqueCount", "count"}) {
        const std::unique_ptr<xmlChar, void (*)(void*)> value(
            xmlTextReaderGetAttribute(reader, reinterpret_cast<const xmlChar*>(name)), xmlFree);
        const std::string_view text = textOf(value.get());
        std::size_t said = 0;
        if (!text.empty() && std::from_chars(text.data(), text.data() + text.size(), said).ec == std::errc()) return said;
    }
    return std::nullopt;
}

/// Reads one part to its end; false where it has none, or is not what it says. Adds to `cells` the cells in it.
bool isWholePart(const std::string& path, std::size_t& cells) {
    const Part file(VSIFOpenL(path.c_str(), "rb"), &VSIFCloseL);
    if (file == nullptr) return false;
    constexpr std::string_view beginning = "<?xml ";
    std::string head(beginning.size(), '\0');
    if (VSIFReadL(head.data(), 1, head.size(), file.get()) != head.size() || head != beginning) return false;
    if (VSIFSeekL(file.get(), 0, SEEK_SET) != 0) return false;
    const Reader reader(xmlReaderForIO(&readSome, nullptr, file.get(), nullptr, nullptr,
                                       XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE),
                        &xmlFreeTextReader);
    if (reader == nullptr) return false;
    std::vector<Counting> open;
    int read = 0;
    while ((read = xmlTextReaderRead(reader.get())) == 1) {
        const int depth = xmlTextReaderDepth(reader.get());
        const int type = xmlTextReaderNodeType(reader.get());
        if (type == XML_READER_TYPE_END_ELEMENT && !open.empty() && open.back().depth == depth) {
            if (open.back().found != open.back().said) return false;
            open.pop_back();
        }
        if (type != XML_READER_TYPE_ELEMENT) continue;
        if (!open.empty() && depth == open.back().depth + 1) ++open.back().found;
        if (textOf(xmlTextReaderConstLocalName(reader.get())) == "c") ++cells;
        const bool empty = xmlTextReaderIsEmptyElement(reader.get()) == 1;
        const auto said = saidBy(reader.get());
        if (said && empty && *said != 0) return false;
        if (said && !empty) open.push_back({depth, *said, 0});
    }
    return read == 0;
}

} // namespace

bool isWholeWorkbook(const std::string& path, std::size_t cells) {
    const std::string archive = "/vsizip/{" + path + "}";
    const CPLStringList parts(VSIReadDirRecursive(archive.c_str()));
    std::size_t found = 0;
    std::size_t worksheets = 0;
    for (int i = 0; i < parts.size(); ++i) {
        const char* name = parts[i];
        const std::string_view part = name;
        if (part.ends_with('/')) continue;
        std::size_t inIt = 0;
        if (!isWholePart(archive + '/' + name, inIt)) return false;
        if (!part.starts_with("xl/worksheets/")) continue;
        found += inIt;
        ++worksheets;
    }
    return worksheets > 0 && found == cells;
}

} // namespace banlang
