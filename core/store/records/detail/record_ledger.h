// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/records/detail/act_log.h"
#include "core/store/records/detail/report_log.h"

#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace banlang::detail {

/// Which records of one kind a store has, by the keys under which any report named them. Read at once: 1 million records take about
/// a second and 100 MB, so only for kinds that an import brings.
class RecordLedger {
public:
    [[nodiscard]] static Result<RecordLedger> read(const Database& database, Role role, int epsg);

    /// The fid of the record's row; nothing where no report that counts names it so.
    [[nodiscard]] std::optional<std::int64_t> find(const RecordKey& key) const;
    void add(const RecordKey& key, std::int64_t record);
    /// Their rows are there no longer.
    void drop(std::span<const std::int64_t> records) { gone_.insert(records.begin(), records.end()); }
    void unite(const RecordKey& a, const RecordKey& b) { aliases_.unite(a, b); }
    [[nodiscard]] const KeyAliases& aliases() const { return aliases_; }
    [[nodiscard]] std::size_t size() const { return records_.size(); } ///< keys that name a record
    /// Pairs of records that somebody said to be one: the one that stays and the other.
    [[nodiscard]] std::vector<std::pair<std::int64_t, std::int64_t>> takeDoubles() { return std::exchange(doubles_, {}); }

    /// What the records were when the ledger was read, without geometries, and the fid of each.
    [[nodiscard]] const FeatureTable& rows() const { return rows_; }
    [[nodiscard]] const std::vector<std::int64_t>& fids() const { return fids_; }
    [[nodiscard]] const std::vector<std::int64_t>& batches() const { return batches_; }
    /// How many rows before it in its batch bear the key of each; -1 where several reports speak of it, and name it.
    [[nodiscard]] const std::vector<std::int32_t>& occurrences() const { return occurrences_; }

private:
    [[nodiscard]] Result<void> readRows(const Database& database, const RecordKind& kind);

    KeyAliases aliases_;
    FeatureTable rows_;
    std::vector<std::int64_t> fids_;
    std::vector<std::int64_t> batches_; ///< of the last report of each
    std::vector<std::int32_t> occurrences_;
    std::unordered_map<RecordKey, std::int64_t, RecordKeyHash> records_;
    std::unordered_set<std::int64_t> gone_; ///< numbers of rows are never given again
    std::vector<std::pair<std::int64_t, std::int64_t>> doubles_;
};

} // namespace banlang::detail
