// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/model/record_key.h"
#include "core/model/record_kinds.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace banlang {

/// What a person or an import did about a report, its whole batch or its record, beside reporting.
struct HistoryAct {
    std::string kind;   ///< "withdraw", "redo", "reread", "withdraw-report", "hold", "release", "same-as", "forget"
    std::string madeAt; ///< ISO 8601, UTC
    std::string madeBy; ///< "" where nobody said
    std::string reason;
};
/// In words: "Lớp này đã bị lấy lại".
[[nodiscard]] Label wordsOf(const HistoryAct& act);

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
    std::vector<std::string> changed;      ///< names of fields of which the reports before it, as far as they count, said otherwise
    std::vector<std::string> counts;       ///< names of the fields whose word holds from its day on; "geometry" for the shape
    std::vector<std::string> held;         ///< of those that wait for a person
    std::vector<std::string> disputed;     ///< of those in which it is a party to a conflict
    std::vector<std::string> supersededBy; ///< ids of reports that took its place
    bool withdrawn = false;                ///< it, or its batch, was taken back or read anew
    std::int64_t importId = 0;
    std::vector<HistoryAct> acts; ///< about it or its batch, oldest first
};

/// All that was ever said of one record.
struct HistoryRecord {
    std::string issuer;                 ///< unit that numbered it; "" where its kind has none
    std::string key;                    ///< as people write it
    std::vector<HistoryReport> reports; ///< by their days, then in the order of import
    std::vector<HistoryAct> acts;       ///< about the record itself: same as another, forgotten
};

struct RecordHistory {
    std::vector<HistoryRecord> records; ///< several issuers may give one number
};

/// What a store knows of the records that bear a number. `key`: as people write it, "12/3"; "issuer/number" where several issuers
/// gave it. Reads the kind's table once: a million records take about a second. Fails (usage: record-unknown) when none bears it.
[[nodiscard]] Result<RecordHistory> recordHistory(const std::string& storePath, Role role, std::string_view key);

/// The same of the one record in this row of its table, as Store::read gives it; also of records without a number. `key`: of the
/// row, as RecordKeyReader tells it. Fails (record-moved) where the row bears another by now: the store was changed since.
[[nodiscard]] Result<RecordHistory> recordHistoryAt(const std::string& storePath, Role role, std::size_t row, const RecordKey& key);

} // namespace banlang
