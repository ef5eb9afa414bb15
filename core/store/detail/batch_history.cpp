// SPDX-License-Identifier: MIT
#include "core/store/detail/batch_history.h"

#include "core/store/detail/batch_table.h"
#include "core/store/detail/table_reader.h"
#include "core/store/detail/table_writer.h"
#include "core/store/detail/transaction.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang::detail {
namespace {

Error notLive(const std::string& path, std::int64_t batchId, bool unknown) {
    const Bilingual message =
        unknown ? Bilingual{fmt::format("Kho không có lần nạp số {}", batchId), fmt::format("The store has no batch {}", batchId)}
                : Bilingual{fmt::format("Lần nạp số {} đã được hoàn tác hoặc thay thế", batchId),
                            fmt::format("Batch {} was undone or replaced already", batchId)};
    return {ErrorKind::usage,
            "batch-not-live",
            message,
            {"Xem danh sách bằng banlang undo KHO", "See the list with banlang undo STORE"},
            {path, {}, -1, {}}};
}

Error stopped() {
    return {ErrorKind::interrupted, "interrupted", {"Đã dừng", "Stopped"}, {"Kho không thay đổi", "The store is unchanged"}, {}};
}

Result<void> keepTerrain(const Database& database, const std::string& geoTiffBytes) {
    BANLANG_CHECK(database.run("DELETE FROM banlang_rasters WHERE name = 'terrain'"));
    Statement insert = database.prepare("INSERT INTO banlang_rasters (name, bytes) VALUES ('terrain', ?)");
    insert.bind(1, std::as_bytes(std::span(geoTiffBytes)));
    if (!insert.done()) return Unexpected(database.error());
    return {};
}

} // namespace

Result<std::vector<StoredBatch>> BatchHistory::append(const std::vector<CheckedBatch>& batches,
                                                      const std::optional<std::string>& terrainTiff,
                                                      const Progress& progress) const {
    const Database& database = file_.database;
    std::vector<StoredBatch> stored;
    BANLANG_TRY(before, all());
    const auto writeAll = [&]() -> Result<void> {
        const std::int64_t importId = nextImportId(database);
        for (std::size_t i = 0; i < batches.size(); ++i) {
            progress.tell(static_cast<double>(i) / static_cast<double>(batches.size()), {"Ghi vào kho", "Writing to the store"});
            BANLANG_TRY(batch, writeBatch(database, batches[i], importId));
            for (const std::int64_t replaced : batches[i].replaces) {
                const auto old =
                    std::find_if(before.begin(), before.end(), [&](const StoredBatch& one) { return one.id == replaced; });
                if (old == before.end()) continue;
                BANLANG_CHECK(putAside(database, *old));
                BANLANG_CHECK(setState(database, replaced, BatchState::replaced, batch.id));
            }
            BANLANG_CHECK(writeRows(database, batches[i], batch.id, file_.epsg, progress));
            BANLANG_CHECK(writeProblems(database, batches[i], batch.id));
            BANLANG_CHECK(rememberProfile(database, batches[i]));
            stored.push_back(batch);
        }
        // Once more before all of it counts: small batches are written faster than anyone looks.
        if (progress.shouldStop()) return Unexpected(stopped());
        return terrainTiff ? keepTerrain(database, *terrainTiff) : Result<void>();
    };
    BANLANG_CHECK(inTransaction(database, writeAll));
    return stored;
}

Result<std::vector<StoredBatch>> BatchHistory::all() const {
    return readBatches(file_.database);
}

Result<ImportProfiles> BatchHistory::rememberedProfiles() const {
    ImportProfiles book;
    Statement select = file_.database.prepare("SELECT plan FROM banlang_plans ORDER BY fid");
    while (select.row()) {
        BANLANG_TRY(entries, parseImportProfiles(std::string(select.text(0)), file_.path));
        book.insert(book.end(), entries.begin(), entries.end());
    }
    if (select.failed()) return Unexpected(file_.database.error());
    return book;
}

Result<FeatureTable> BatchHistory::rows(std::int64_t batchId) const {
    BANLANG_TRY(known, all());
    const auto batch = std::find_if(known.begin(), known.end(), [&](const StoredBatch& one) { return one.id == batchId; });
    if (batch == known.end() || batch->state != BatchState::live)
        return Unexpected(notLive(file_.path, batchId, batch == known.end()));
    return readBatchRows(file_.database, recordKind(batch->role).table, batch->role, batchId);
}

Result<std::vector<StoredBatch>> BatchHistory::undo(const std::vector<std::int64_t>& batchIds, const Progress& progress) const {
    const Database& database = file_.database;
    BANLANG_TRY(known, all());
    std::vector<StoredBatch> undone;
    for (const std::int64_t batchId : batchIds) {
        const auto batch = std::find_if(known.begin(), known.end(), [&](const StoredBatch& one) { return one.id == batchId; });
        if (batch == known.end() || batch->state != BatchState::live)
            return Unexpected(notLive(file_.path, batchId, batch == known.end()));
        const bool again = std::any_of(undone.begin(), undone.end(), [&](const StoredBatch& one) { return one.id == batchId; });
        if (!again) undone.push_back(*batch);
    }
    const auto takeBack = [&]() -> Result<void> {
        for (const StoredBatch& batch : undone) {
            BANLANG_CHECK(putAside(database, batch));
            BANLANG_CHECK(setState(database, batch.id, BatchState::undone, 0));
        }
        for (const StoredBatch& old : known) {
            const bool comesBack =
                old.state == BatchState::replaced &&
                std::any_of(undone.begin(), undone.end(), [&](const StoredBatch& one) { return one.id == old.replacedBy; });
            if (!comesBack) continue;
            BANLANG_CHECK(bringBack(database, old, file_.epsg, progress));
            BANLANG_CHECK(setState(database, old.id, BatchState::live, 0));
        }
        if (progress.shouldStop()) return Unexpected(stopped());
        return {};
    };
    BANLANG_CHECK(inTransaction(database, takeBack));
    for (StoredBatch& batch : undone) batch.state = BatchState::undone;
    return undone;
}

} // namespace banlang::detail
