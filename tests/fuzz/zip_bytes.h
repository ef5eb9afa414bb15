// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace banlang::fuzz {

/// A file in a ZIP, written as told, lies included.
struct ZipEntry {
    std::string name;
    std::string bytes; ///< as they stand in the ZIP
    std::uint16_t method = 0;
    std::uint16_t flags = 0x0800;             ///< names are UTF-8
    std::optional<std::uint64_t> sayUnpacked; ///< another size than the true one
    std::optional<std::uint64_t> sayPacked;
};

[[nodiscard]] std::string zipOf(const std::vector<ZipEntry>& entries);

/// A deflate stream that unpacks to at least this many of the character, hardly larger than one bit for each ten.
[[nodiscard]] ZipEntry bomb(const std::string& name, char character, std::uint64_t unpackedSize);

/// A workbook with the parts that every workbook has; `more` are added, or take the place of parts of the same name.
[[nodiscard]] std::string workbookOf(const std::string& sheetXml, const std::vector<ZipEntry>& more = {});

/// The same for a sheet of LibreOffice; `tableXml` stands inside office:spreadsheet.
[[nodiscard]] std::string openDocumentOf(const std::string& tableXml, const std::string& prologue = {});

} // namespace banlang::fuzz
