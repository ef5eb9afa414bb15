// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/zip_bytes.h"

#include <cstdint>
#include <string>
#include <vector>

namespace banlang::fuzz {

using test::ZipEntry;
using test::zipOf;

/// A deflate stream that unpacks to at least this many of the character, hardly larger than one bit for each ten.
[[nodiscard]] ZipEntry bomb(const std::string& name, char character, std::uint64_t unpackedSize);

/// A workbook with the parts that every workbook has; `more` are added, or take the place of parts of the same name.
[[nodiscard]] std::string workbookOf(const std::string& sheetXml, const std::vector<ZipEntry>& more = {});

/// The same for a sheet of LibreOffice; `tableXml` stands inside office:spreadsheet.
[[nodiscard]] std::string openDocumentOf(const std::string& tableXml, const std::string& prologue = {});

} // namespace banlang::fuzz
