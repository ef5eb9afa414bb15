// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/base/result.h"
#include "core/store/gpkg/detail/sqlite.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

// Other programs can remove reports so that no trigger sees it: a layer that is written over, a table of reports that is edited.
// Their batch still says how many it brought.

namespace banlang::detail {

/// A batch with other reports than it brought.
struct IncompleteBatch {
    std::int64_t batch = 0;
    std::string file;
    std::size_t brought = 0;
    std::size_t there = 0;
};

/// Of batches that count or were taken back. Reads the numbers of batches in all tables.
[[nodiscard]] Result<std::vector<IncompleteBatch>> incompleteBatches(const Database& database);

/// The first of them in words, and how many more there are.
[[nodiscard]] Bilingual textOf(const std::vector<IncompleteBatch>& batches);

} // namespace banlang::detail
