// SPDX-License-Identifier: MIT
#include "core/store/records/detail/record_ledger.h"

#include "core/store/gpkg/detail/table_reader.h"

#include <fmt/format.h>

namespace banlang::detail {

Result<RecordLedger> RecordLedger::read(const Database& database, Role role, int epsg) {
    const RecordKind& kind = recordKind(role);
    RecordLedger ledger;
    BANLANG_TRY(aliases, KeyAliases::of(database, kind.id));
    ledger.aliases_ = std::move(aliases);
    BANLANG_CHECK(ledger.readRows(database, kind));
    BANLANG_TRY(reports, ReportLog(database, role, epsg).read("record IS NOT NULL", false));
    const std::vector<RecordKey> keys = reportKeys(reports, role);
    for (std::size_t row = 0; row < reports.size(); ++row) ledger.add(keys[row], reports.reports[row].record);
    return ledger;
}

Result<void> RecordLedger::readRows(const Database& database, const RecordKind& kind) {
    Statement select = database.prepare(
        fmt::format("SELECT fid, batch, source_row, occurrence, {} FROM \"{}\" ORDER BY fid", columnList(kind, false), kind.table));
    if (!select.valid()) return Unexpected(database.error());
    rows_ = emptyTable(kind.role);
    while (select.row()) {
        fids_.push_back(select.integer(0));
        batches_.push_back(select.integer(1));
        occurrences_.push_back(select.isNull(2) ? -1 : static_cast<std::int32_t>(select.integer(3)));
        appendRow(rows_, kind, select, 4);
    }
    if (select.failed()) return Unexpected(database.error());
    const RecordKeyReader keys(rows_, kind);
    records_.reserve(rows_.rowCount);
    for (std::size_t row = 0; row < rows_.rowCount; ++row) {
        if (occurrences_[row] >= 0) add(repeatedKey(keys.key(row), static_cast<std::uint32_t>(occurrences_[row])), fids_[row]);
    }
    return {};
}

void RecordLedger::add(const RecordKey& key, std::int64_t record) {
    const auto [place, isNew] = records_.emplace(aliases_.representative(key), record);
    if (isNew || place->second == record) return;
    if (gone_.contains(place->second))
        place->second = record;
    else
        doubles_.emplace_back(place->second, record);
}

std::optional<std::int64_t> RecordLedger::find(const RecordKey& key) const {
    const auto found = records_.find(aliases_.representative(key));
    return found == records_.end() || gone_.contains(found->second) ? std::nullopt : std::optional(found->second);
}

} // namespace banlang::detail
