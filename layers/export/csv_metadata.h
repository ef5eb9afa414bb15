// SPDX-License-Identifier: MIT
#pragma once

#include "layers/export/csv_file.h"
#include "layers/provenance.h"

namespace banlang {

/// Writes PATH-metadata.json beside a CSV file, as the W3C's "CSV on the Web" names it: how to read the file, what each column is
/// called and holds, and what the figures come from.
[[nodiscard]] Result<void> writeCsvMetadata(const CsvFile& file, const Provenance& provenance, Language language,
                                            const std::string& path);

} // namespace banlang
