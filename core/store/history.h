// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/model/record_kinds.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace banlang {

/// What one row of one file said of a record.
struct HistoryReport {
    std::string id;  ///< hash of its batch and row, "hash/row": the same in every store
    Date reportedOn; ///< the day as of which it speaks; no date: nobody said
    std::int64_t batch = 0;
    std::string file;
    std::string layer;
    std::uint32_t row = 0;                                          ///< in its source, as its user counts
    std::string importedAt;                                         ///< ISO 8601, UTC
    std::vector<std::pair<const RecordField*, std::string>> values; ///< machine text; "" where it says that the field is blank
    std::vector<std::string> counts;       ///< names of the fields whose word holds from its day on; "geometry" for the shape
    std::vector<std::string> held;         ///< of those that wait for a person
    std::vector<std::string> disputed;     ///< of those in which it is a party to a conflict
    std::vector<std::string> supersededBy; ///< ids of reports that took its place
    bool withdrawn = false;                ///< it, or its batch, was taken back or read anew
};

/// All that was ever said of one record.
struct HistoryRecord {
    std::string issuer;                 ///< unit that numbered it; "" where its kind has none
    std::string key;                    ///< as people write it
    std::vector<HistoryReport> reports; ///< by their days, then in the order of import
};

struct RecordHistory {
    std::vector<HistoryRecord> records; ///< several issuers may give one number
};

/// What a store knows of the records that bear a number. `key`: as people write it, "12/3"; "issuer/number" where several issuers
/// gave it. Reads the kind's table once: a million records take about a second. Fails (usage: record-unknown) when none bears it.
[[nodiscard]] Result<RecordHistory> recordHistory(const std::string& storePath, Role role, std::string_view key);

} // namespace banlang
