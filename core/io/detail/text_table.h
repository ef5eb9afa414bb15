// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/progress.h"
#include "core/io/source.h"

namespace banlang::detail {

/// Reads a CSV, TSV or "Unicode text" file as cells, in its own bytes. The delimiter is the one of , ; tab | that splits its first
/// lines most evenly. UTF-16 is turned into UTF-8, since no byte in it means a letter.
/// The apostrophes with which programs keep texts from being formulas are taken away (core/text/formula_escape.h).
[[nodiscard]] Result<RawLayer> readTextTable(const std::string& path, const Progress& progress);

/// "A", "B" ... "Z", "AA": how a spreadsheet names its columns.
[[nodiscard]] std::string cellColumnName(std::size_t index);

} // namespace banlang::detail
