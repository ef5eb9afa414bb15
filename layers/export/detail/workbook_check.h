// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

namespace banlang {

/// Whether a workbook is whole: the library that writes it puts its parts into temporary files first and does not ask whether they
/// took everything. All parts are XML to their end, what counts its children has as many, and the worksheets have `cells` cells.
/// Reads all of it.
[[nodiscard]] bool isWholeWorkbook(const std::string& path, std::size_t cells);

} // namespace banlang
