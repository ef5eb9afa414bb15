// SPDX-License-Identifier: MIT
#include "tests/fuzz/zip_bytes.h"

#include <algorithm>

namespace banlang::fuzz {
namespace {

constexpr const char* contentTypes =
    R"(<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/>)"
    R"(<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>)"
    R"(<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>)"
    R"(</Types>)";
constexpr const char* workbookXml =
    R"(<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>)"
    R"(<sheet name="Bao cao" sheetId="1" r:id="rId1"/></sheets></workbook>)";
constexpr const char* workbookRelations =
    R"(<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>)"
    R"(</Relationships>)";
constexpr const char* rootRelations =
    R"(<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>)"
    R"(</Relationships>)";

} // namespace

ZipEntry bomb(const std::string& name, char character, std::uint64_t unpackedSize) {
    // One last block of fixed codes: the character, then again and again "the last character, 258 times", which takes 13 bits; so
    // after 8 of them the pattern of bytes begins anew.
    std::vector<bool> bits{true, true, false};
    const auto code = static_cast<unsigned>(static_cast<unsigned char>(character)) + 0x30U;
    for (int bit = 7; bit >= 0; --bit) bits.push_back(((code >> bit) & 1U) != 0);
    const auto repeat = [&bits] {
        for (const bool bit : {true, true, false, false, false, true, false, true, false, false, false, false, false})
            bits.push_back(bit);
    };
    const auto packed = [](const std::vector<bool>& from, std::size_t start, std::size_t count) {
        std::string bytes(count, '\0');
        for (std::size_t i = 0; i < 8 * count && start + i < from.size(); ++i) {
            if (from[start + i]) bytes[i / 8] = static_cast<char>(static_cast<unsigned char>(bytes[i / 8]) | (1U << (i % 8)));
        }
        return bytes;
    };
    constexpr std::size_t patternSize = 13;
    for (int i = 0; i < 24; ++i) repeat();
    ZipEntry entry{name, packed(bits, 0, patternSize), 8, 0x0800, unpackedSize, std::nullopt};
    const std::string pattern = packed(bits, 8 * patternSize, patternSize);
    for (std::uint64_t size = 0; size < unpackedSize; size += 8 * 258) entry.bytes += pattern;
    return entry;
}

std::string workbookOf(const std::string& sheetXml, const std::vector<ZipEntry>& more) {
    std::vector<ZipEntry> parts = {{"[Content_Types].xml", contentTypes, 0, 0x0800, {}, {}},
                                   {"_rels/.rels", rootRelations, 0, 0x0800, {}, {}},
                                   {"xl/workbook.xml", workbookXml, 0, 0x0800, {}, {}},
                                   {"xl/_rels/workbook.xml.rels", workbookRelations, 0, 0x0800, {}, {}},
                                   {"xl/worksheets/sheet1.xml", sheetXml, 0, 0x0800, {}, {}}};
    for (const ZipEntry& part : more) {
        const auto same = std::find_if(parts.begin(), parts.end(), [&](const ZipEntry& one) { return one.name == part.name; });
        if (same == parts.end())
            parts.push_back(part);
        else
            *same = part;
    }
    return zipOf(parts);
}

std::string openDocumentOf(const std::string& tableXml, const std::string& prologue) {
    const std::string content =
        R"(<?xml version="1.0" encoding="UTF-8"?>)" + prologue +
        R"(<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" )"
        R"(xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">)"
        R"(<office:body><office:spreadsheet>)" +
        tableXml + "</office:spreadsheet></office:body></office:document-content>";
    return zipOf({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0, 0x0800, {}, {}},
                  {"content.xml", content, 0, 0x0800, {}, {}}});
}

} // namespace banlang::fuzz
