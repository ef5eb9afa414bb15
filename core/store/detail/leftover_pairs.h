// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/batch.h"
#include "core/store/records/detail/batch_identity.h"
#include "core/store/records/detail/record_ledger.h"
#include "core/store/store.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace banlang::detail {

/// Unit, day, person and place of a record without a number, and who told it; of one with a number the number alone. Two that agree
/// in it may be one.
[[nodiscard]] std::string looseKey(const FeatureTable& rows, const RecordKind& kind, const RecordKeyReader& keys, std::size_t row);

/// Rows of a ledger by loose key.
using LooseIndex = std::map<std::string, std::vector<std::uint32_t>>;
[[nodiscard]] LooseIndex looseIndexOf(const RecordLedger& ledger, const RecordKind& kind);

/// What names no known record may be one that was put right in what names it: the amount of a gift, the commune of a row. Of rows
/// and records that nothing else pairs, two that agree in unit, day, person and place, and are the only ones, are taken for one.
/// Where the file is plainly the earlier one again that is done and kept as an act; else it is for a person to say: gives the rows,
/// rising, that have to wait, and tells them in the batch.
[[nodiscard]] Result<std::vector<std::uint32_t>> pairLeftovers(const Database& database, CheckedBatch& batch,
                                                               const std::vector<StoredBatch>& known, const RowKeys& keys,
                                                               RecordLedger& ledger);

} // namespace banlang::detail
