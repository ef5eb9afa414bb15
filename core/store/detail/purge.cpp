// SPDX-License-Identifier: MIT
#include "core/store/detail/purge.h"

#include "core/store/detail/batch_table.h"
#include "core/store/records/detail/act_log.h"
#include "core/store/records/detail/report_log.h"

#include <fmt/format.h>

#include <utility>

namespace banlang::detail {
namespace {

Result<void> removeBatch(const StoreFile& file, const StoredBatch& batch) {
    const Database& database = file.database;
    if (ReportLog(database, batch.role, file.epsg).exists())
        BANLANG_CHECK(
            database.run(fmt::format("DELETE FROM \"{}\" WHERE batch = {}", ReportLog::nameOf(recordKind(batch.role)), batch.id)));
    return database.run(
        fmt::format("DELETE FROM banlang_problems WHERE batch = {0};"
                    "UPDATE banlang_batches SET state = 'absent', import = 0, file = '', layer = '', mapping = '', plan "
                    "= '' WHERE fid = {0}",
                    batch.id));
}

} // namespace

Result<void> purgeBatches(const StoreFile& file, const std::vector<StoredBatch>& batches, const std::string& by) {
    const ActLog log(file.database);
    for (const StoredBatch& batch : batches) {
        constexpr std::string_view redone[] = {act_kind::redo};
        BANLANG_TRY(before, log.idsAbout(batch.hash, redone));
        BANLANG_CHECK(log.add({{}, std::string(act_kind::purge), batch.hash, before, {}, by, {}}));
        BANLANG_CHECK(removeBatch(file, batch));
    }
    return {};
}

Result<std::vector<StoredBatch>> applyPurges(const StoreFile& file) {
    std::vector<StoredBatch> removed;
    BANLANG_TRY(hashes, removedBatches(file.database));
    if (hashes.empty()) return removed;
    BANLANG_TRY(batches, readBatches(file.database));
    for (StoredBatch& batch : batches) {
        if (batch.state != BatchState::undone || !hashes.contains(batch.hash)) continue;
        BANLANG_CHECK(removeBatch(file, batch));
        removed.push_back(std::move(batch));
    }
    return removed;
}

} // namespace banlang::detail
