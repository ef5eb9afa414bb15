// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/batch.h"
#include "core/store/records/detail/record_ledger.h"

#include <cstdint>
#include <vector>

namespace banlang::detail {

/// Places in the ledger of records that a layer could have named and did not: of its issuers, and, where records happen on a day,
/// of the days that it speaks of. `named`: fids of those that it did name, rising.
[[nodiscard]] std::vector<std::uint32_t> unnamedRecords(const FeatureTable& rows, Role role, const RecordLedger& ledger,
                                                        const std::vector<std::int64_t>& named);

/// Tells them in the batch, so many one by one, and counts them; in a complete list they end.
void tellUnnamed(CheckedBatch& batch, const RecordLedger& ledger, const std::vector<std::uint32_t>& places);

} // namespace banlang::detail
