// SPDX-License-Identifier: MIT
#include "core/io/zip_writer.h"
#include "sample-data/messy/delivery.h"
#include "sample-data/messy/sheet_page.h"

#include <fmt/format.h>

namespace banlang::sample {
namespace {

constexpr const char* mimeType = "application/vnd.oasis.opendocument.spreadsheet";

std::string escaped(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        if (letter == '&')
            result += "&amp;";
        else if (letter == '<')
            result += "&lt;";
        else if (letter == '"')
            result += "&quot;";
        else
            result += letter;
    }
    return result;
}

std::string spanOf(const SheetPage& page, std::size_t row, std::size_t column) {
    for (const SheetMerge& area : page.merges) {
        if (area.row != row || area.column != column) continue;
        return fmt::format(R"( table:number-columns-spanned="{}" table:number-rows-spanned="{}")", area.lastColumn - column + 1,
                           area.lastRow - row + 1);
    }
    return {};
}

std::string cellXml(const SheetPage& page, std::size_t row, std::size_t column) {
    const SheetCell& cell = page.rows[row][column];
    const std::string span = spanOf(page, row, column);
    if (const auto* text = std::get_if<std::string>(&cell.value))
        return fmt::format(R"(<table:table-cell{} office:value-type="string"><text:p>{}</text:p></table:table-cell>)", span,
                           escaped(*text));
    if (const auto* number = std::get_if<double>(&cell.value))
        return fmt::format(
            R"(<table:table-cell{} office:value-type="float" office:value="{}"><text:p>{}</text:p></table:table-cell>)", span,
            *number, *number);
    if (const auto* date = std::get_if<Date>(&cell.value))
        return fmt::format(
            R"(<table:table-cell{} office:value-type="date" office:date-value="{}"><text:p>{}</text:p></table:table-cell>)", span,
            toIso(*date), toVietnamese(*date));
    return fmt::format("<table:table-cell{}/>", span);
}

std::string contentXml(const std::vector<SheetPage>& pages) {
    std::string xml = R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet>)";
    for (const SheetPage& page : pages) {
        xml += fmt::format(R"(<table:table table:name="{}">)", escaped(page.name));
        for (std::size_t row = 0; row < page.rows.size(); ++row) {
            xml += "<table:table-row>";
            for (std::size_t column = 0; column < page.rows[row].size(); ++column) xml += cellXml(page, row, column);
            xml += page.rows[row].empty() ? "<table:table-cell/></table:table-row>\n" : "</table:table-row>\n";
        }
        xml += "</table:table>\n";
    }
    return xml + "</office:spreadsheet></office:body></office:document-content>\n";
}

std::string manifestXml() {
    return fmt::format(R"(<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
)",
                       mimeType);
}

} // namespace

Result<void> writeOds(const std::string& path, const std::vector<SheetPage>& pages) {
    // The kind of document comes first and unpacked, where programs look for it.
    ZipMember kind{.name = "mimetype", .bytes = mimeType, .packing = ZipMember::stored};
    return writeZip(path,
                    {std::move(kind),
                     {.name = "META-INF/manifest.xml", .bytes = manifestXml()},
                     {.name = "content.xml", .bytes = contentXml(pages)}},
                    deliveredAt);
}

} // namespace banlang::sample
