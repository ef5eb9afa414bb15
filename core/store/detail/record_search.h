// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/file/detail/store_file.h"
#include "core/store/records/detail/record_ledger.h"
#include "core/store/records/detail/report_log.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace banlang::detail {

/// A record with all its reports, without geometries; also one of which no report counts any more.
struct FoundRecord {
    std::int64_t record = 0; ///< fid of its row; 0: it has none now
    RecordKey key;           ///< the representative of all keys that its reports bear
    LoggedReports reports;   ///< by day, then in the order of import
};

/// Finds records of one kind as people name them.
class RecordSearch {
public:
    [[nodiscard]] static Result<RecordSearch> open(const StoreFile& file, Role role); ///< refers to the file

    /// By number, by "issuer/number", or by the text of a RecordKey.
    [[nodiscard]] Result<std::vector<FoundRecord>> named(std::string_view text) const;
    /// The record in a row of its table. Fails (record-moved) where that row bears another key.
    [[nodiscard]] Result<FoundRecord> at(std::size_t row, const RecordKey& expected) const;
    [[nodiscard]] const RecordLedger& ledger() const { return ledger_; }
    [[nodiscard]] Error unknown(std::string_view text) const;

private:
    RecordSearch(const StoreFile& file, Role role) : file_(&file), role_(role), severals_(role) {}
    [[nodiscard]] bool bears(const FeatureTable& rows, const RecordKeyReader& reader, std::size_t row,
                             std::string_view wanted) const;
    [[nodiscard]] Result<FoundRecord> whole(const RecordKey& key) const;

    const StoreFile* file_;
    Role role_;
    RecordLedger ledger_;
    LoggedReports severals_; ///< all that stand in the table of reports, without geometries
    std::vector<RecordKey> severalKeys_;
};

} // namespace banlang::detail
