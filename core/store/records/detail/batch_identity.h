// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/batch.h"
#include "core/model/record_key.h"

#include <cstdint>
#include <string>
#include <vector>

namespace banlang::detail {

/// Names a batch in every store: the hash of its source, of how that was read, and of its rows with their issuers, 32 hexadecimal
/// digits. When and where it was imported makes no difference. Cost: one pass over the memory of the rows.
[[nodiscard]] std::string batchHash(const CheckedBatch& batch);

/// The key of each row of a table that comes from one layer, and how many rows before it bear the same one.
struct RowKeys {
    std::vector<RecordKey> keys; ///< each one is there once, but for repeats
    std::vector<std::uint32_t> occurrences;
    std::vector<std::uint32_t> repeats; ///< rows with a number that say the very same as one before them; rising
};
[[nodiscard]] RowKeys keysOf(const FeatureTable& rows, Role role);

} // namespace banlang::detail
