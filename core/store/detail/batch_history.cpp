// SPDX-License-Identifier: MIT
#include "core/store/detail/batch_history.h"

#include "core/base/write_error.h"
#include "core/store/detail/batch_table.h"
#include "core/store/detail/complete_lists.h"
#include "core/store/detail/import_writer.h"
#include "core/store/detail/purge.h"
#include "core/store/records/detail/act_log.h"
#include "core/store/records/detail/foreign_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace banlang::detail {
namespace {

Error notChosen(const std::string& path, std::int64_t batchId, bool unknown, BatchState wanted) {
    const bool live = wanted == BatchState::live;
    const Bilingual message =
        unknown ? Bilingual{fmt::format("Kho không có lớp số {}", batchId), fmt::format("The store has no batch {}", batchId)}
        : live  ? Bilingual{fmt::format("Lớp số {} đã được lấy lại hoặc bị thay", batchId),
                           fmt::format("Batch {} was taken back or replaced already", batchId)}
                : Bilingual{fmt::format("Lớp số {} không phải lớp đã lấy lại", batchId),
                           fmt::format("Batch {} is not one that was taken back", batchId)};
    return {ErrorKind::usage,
            live ? "batch-not-live" : "batch-not-undone",
            message,
            {"Xem danh sách bằng banlang undo KHO", "See the list with banlang undo STORE"},
            {path, {}, -1, {}}};
}

Result<void> keepTerrain(const Database& database, const std::string& geoTiffBytes) {
    BANLANG_CHECK(database.run("DELETE FROM banlang_rasters WHERE name = 'terrain'"));
    Statement insert = database.prepare("INSERT INTO banlang_rasters (name, bytes) VALUES ('terrain', ?)");
    insert.bind(1, std::as_bytes(std::span(geoTiffBytes)));
    if (!insert.done()) return Unexpected(database.error());
    return {};
}

/// Takes the reports of batches that count no longer out of their records, and brings those that count again back.
Result<void> follow(const StoreFile& file, const std::vector<StoredBatch>& changed, const Progress& progress) {
    BANLANG_TRY(book, BatchBook::read(file.database));
    std::set<Role> roles;
    for (const StoredBatch& batch : changed) roles.insert(batch.role);
    for (const Role role : roles) {
        BANLANG_TRY(ledger, RecordLedger::read(file.database, role, file.epsg));
        RecordWriter writer(file.database, role, file.epsg, book, ledger);
        for (const StoredBatch& batch : changed) {
            if (batch.role == role && batch.state != BatchState::live) BANLANG_CHECK(writer.putAside(batch.id));
        }
        for (const StoredBatch& batch : changed) {
            if (batch.role == role && batch.state == BatchState::live) BANLANG_CHECK(writer.bringBack(batch.id, false, progress));
        }
    }
    return {};
}

/// What was taken back report by report, and is no longer.
Result<void> countAgain(const StoreFile& file, Role role, const Progress& progress) {
    BANLANG_TRY(book, BatchBook::read(file.database));
    BANLANG_TRY(ledger, RecordLedger::read(file.database, role, file.epsg));
    RecordWriter writer(file.database, role, file.epsg, book, ledger);
    BANLANG_CHECK(writer.attachAside(progress));
    BANLANG_TRY(silent, ReportLog(file.database, role, file.epsg).read("record IS NOT NULL AND counts = 0", false));
    std::vector<std::int64_t> records;
    for (const StoredReport& report : silent.reports) records.push_back(report.record);
    return writer.recompute(std::move(records));
}

} // namespace

Result<std::vector<StoredBatch>> BatchHistory::append(std::vector<CheckedBatch>& batches,
                                                      const std::optional<std::string>& terrainTiff, bool dryRun,
                                                      const Progress& progress) const {
    const Database& database = file_.database;
    std::vector<StoredBatch> stored;
    const auto writeAll = [&]() -> Result<void> {
        BANLANG_TRY(written, ImportWriter(file_).write(batches, progress));
        stored = std::move(written);
        // Once more before all of it counts: small batches are written faster than anyone looks.
        if (progress.shouldStop()) return Unexpected(stoppedError(file_.path));
        return terrainTiff ? keepTerrain(database, *terrainTiff) : Result<void>();
    };
    BANLANG_CHECK(inStoreTransaction(file_, writeAll, dryRun, progress));
    return dryRun ? std::vector<StoredBatch>() : stored;
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

Result<std::vector<StoredBatch>> BatchHistory::chosen(const std::vector<std::int64_t>& batchIds, BatchState state) const {
    BANLANG_TRY(known, all());
    std::vector<StoredBatch> found;
    for (const std::int64_t batchId : batchIds) {
        const auto batch = std::find_if(known.begin(), known.end(), [&](const StoredBatch& one) { return one.id == batchId; });
        if (batch == known.end() || batch->state != state)
            return Unexpected(notChosen(file_.path, batchId, batch == known.end(), state));
        const bool again = std::any_of(found.begin(), found.end(), [&](const StoredBatch& one) { return one.id == batchId; });
        if (!again) found.push_back(*batch);
    }
    return found;
}

Result<std::vector<StoredBatch>> BatchHistory::undo(const std::vector<std::int64_t>& batchIds, const Progress& progress,
                                                    const std::string& by) const {
    const Database& database = file_.database;
    std::vector<StoredBatch> undone;
    const auto takeBack = [&]() -> Result<void> {
        BANLANG_TRY(found, chosen(batchIds, BatchState::live));
        undone = std::move(found);
        BANLANG_CHECK(adoptForeignChanges(database, file_.epsg));
        const ActLog log(database);
        std::set<Role> roles;
        for (const StoredBatch& batch : undone) {
            constexpr std::string_view redone[] = {act_kind::redo};
            BANLANG_TRY(before, log.idsAbout(batch.hash, redone));
            BANLANG_CHECK(log.add({{}, std::string(act_kind::withdraw), batch.hash, before, {}, by, {}}));
            BANLANG_TRY(freed, takeBackEndings(file_, batch));
            roles.insert(freed.begin(), freed.end());
        }
        BANLANG_TRY(changed, renewStates(database));
        BANLANG_CHECK(follow(file_, changed, progress));
        for (const Role role : roles) BANLANG_CHECK(countAgain(file_, role, progress));
        return progress.shouldStop() ? Result<void>(Unexpected(stoppedError(file_.path))) : Result<void>();
    };
    BANLANG_CHECK(inStoreTransaction(file_, takeBack, false, progress));
    for (StoredBatch& batch : undone) batch.state = BatchState::undone;
    return undone;
}

Result<std::vector<StoredBatch>> BatchHistory::redo(const std::vector<std::int64_t>& batchIds, const Progress& progress,
                                                    const std::string& by) const {
    const Database& database = file_.database;
    std::vector<StoredBatch> redone;
    const auto bringBack = [&]() -> Result<void> {
        BANLANG_TRY(found, chosen(batchIds, BatchState::undone));
        redone = std::move(found);
        BANLANG_CHECK(adoptForeignChanges(database, file_.epsg));
        const ActLog log(database);
        for (const StoredBatch& batch : redone) {
            constexpr std::string_view withdrawals[] = {act_kind::withdraw};
            BANLANG_TRY(before, log.idsAbout(batch.hash, withdrawals));
            BANLANG_CHECK(log.add({{}, std::string(act_kind::redo), batch.hash, before, {}, by, {}}));
        }
        BANLANG_TRY(changed, renewStates(database));
        BANLANG_CHECK(follow(file_, changed, progress));
        for (const StoredBatch& batch : redone) BANLANG_CHECK(endAgain(file_, batch));
        return progress.shouldStop() ? Result<void>(Unexpected(stoppedError(file_.path))) : Result<void>();
    };
    BANLANG_CHECK(inStoreTransaction(file_, bringBack, false, progress));
    for (StoredBatch& batch : redone) batch.state = BatchState::live;
    return redone;
}

Result<std::vector<StoredBatch>> BatchHistory::purge(const std::vector<std::int64_t>& batchIds, const Progress& progress,
                                                     const std::string& by) const {
    std::vector<StoredBatch> purged;
    const auto remove = [&]() -> Result<void> {
        BANLANG_TRY(found, chosen(batchIds, BatchState::undone));
        purged = std::move(found);
        return purgeBatches(file_, purged, by);
    };
    BANLANG_CHECK(inStoreTransaction(file_, remove, false, progress));
    return purged;
}

} // namespace banlang::detail
