// SPDX-License-Identifier: MIT
#include "core/store/merge.h"

#include "core/base/pending_output.h"
#include "core/base/write_error.h"
#include "core/store/detail/batch_table.h"
#include "core/store/detail/office.h"
#include "core/store/detail/store_merger.h"
#include "core/store/detail/store_place.h"
#include "core/store/file/detail/schema.h"
#include "core/store/file/detail/store_file.h"
#include "core/store/gpkg/detail/column_copy.h"
#include "core/store/gpkg/detail/transaction.h"
#include "core/store/import_dependents.h"
#include "core/store/records/detail/foreign_rows.h"
#include "core/store/records/detail/hand_reports.h"
#include "core/store/records/detail/missing_reports.h"
#include "core/store/records/detail/report_log.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <utility>

namespace banlang {
namespace {

namespace fs = std::filesystem;

/// Takes what another program wrote into batches of their own, named by what they say: the same store is the same source again.
Result<void> adoptInCopy(const detail::StoreFile& copy) {
    const detail::Database& database = copy.database;
    for (const RecordKind& kind : recordKinds()) BANLANG_CHECK(detail::markChanged(database, kind.role));
    BANLANG_TRY(before, detail::readBatches(database));
    std::set<std::int64_t> known;
    for (const StoredBatch& batch : before) known.insert(batch.id);
    BANLANG_CHECK(detail::adoptForeignChanges(database, copy.epsg));
    BANLANG_TRY(after, detail::readBatches(database));
    for (const StoredBatch& batch : after) {
        if (known.contains(batch.id)) continue;
        BANLANG_TRY(hash, detail::handBatchHash(database, batch.id, batch.role, copy.epsg));
        BANLANG_CHECK(database.run(fmt::format("UPDATE banlang_batches SET hash = '{}' WHERE fid = {}", hash, batch.id)));
    }
    return {};
}

/// A store of an earlier version is brought up to date in a copy, and so is one that another program wrote to: what is merged from
/// stays as it is.
class SourceStore {
public:
    [[nodiscard]] static Result<SourceStore> open(const std::string& path) {
        BANLANG_TRY(version, detail::storeVersion(path));
        SourceStore source;
        BANLANG_CHECK(version < detail::schemaVersion ? source.openCopy(path) : source.openItself(path));
        if (!source.copy_) {
            BANLANG_TRY(foreign, detail::mayHoldForeignChanges(source.file_->database, source.file_->epsg));
            if (foreign) BANLANG_CHECK(source.openCopy(path));
        }
        if (!isIntact(*source.file_)) return Unexpected(damaged(path));
        if (source.copy_) BANLANG_CHECK(detail::inTransaction(source.file_->database, [&] { return adoptInCopy(*source.file_); }));
        BANLANG_TRY(complete, isComplete(*source.file_));
        if (!complete) return Unexpected(damaged(path));
        BANLANG_TRY(incomplete, detail::incompleteBatches(source.file_->database));
        if (!incomplete.empty()) return Unexpected(lacksReports(path, detail::textOf(incomplete)));
        return source;
    }
    [[nodiscard]] const detail::StoreFile& file() const { return *file_; }

private:
    Result<void> openItself(const std::string& path) {
        BANLANG_TRY(file, detail::openStoreFile(path, false));
        file_ = std::move(file);
        return {};
    }
    /// What is lost in a damaged file would be missed by nobody afterwards.
    static bool isIntact(const detail::StoreFile& file) {
        detail::Statement check = file.database.prepare("PRAGMA integrity_check(1)");
        return check.row() && check.text(0) == "ok";
    }
    Result<void> openCopy(const std::string& path) {
        std::error_code failure;
        // In a folder that nobody else may look into; it goes with this, or is found by the next.
        BANLANG_TRY(copy, PendingOutput::begin((fs::temp_directory_path(failure) / "banlang-merge.gpkg").string(), true));
        for (const char* part : {"", "-wal"}) {
            if (fs::exists(path + part, failure)) fs::copy_file(path + part, copy.path() + part, failure);
            if (failure) return Unexpected(cannotCopy(path));
        }
        BANLANG_TRY(file, detail::openStoreFile(copy.path(), true));
        file_ = std::move(file);
        copy_.emplace(std::move(copy));
        return {};
    }
    /// Reports of batches that are gone would be missed by nobody either.
    static Result<bool> isComplete(const detail::StoreFile& file) {
        for (const RecordKind& kind : recordKinds()) {
            if (!detail::ReportLog(file.database, kind.role, file.epsg).exists()) continue;
            detail::Statement lost = file.database.prepare(
                fmt::format("SELECT 1 FROM \"{}\" WHERE batch NOT IN (SELECT fid FROM banlang_batches) LIMIT 1",
                            detail::ReportLog::nameOf(kind)));
            const bool found = lost.row();
            if (!lost.valid() || lost.failed()) return Unexpected(file.database.error());
            if (found) return false;
        }
        return true;
    }
    static Error damaged(const std::string& path) {
        return {ErrorKind::inputUnreadable,
                "store-damaged",
                {"Kho nguồn bị hỏng; không gộp gì", "The store is damaged; nothing of it was merged"},
                {"Xin lại tệp, hoặc lấy từ bản sao lưu", "Ask for the file again, or take it from a backup"},
                {path, {}, -1, {}}};
    }
    static Error lacksReports(const std::string& path, const Bilingual& batches) {
        return {
            ErrorKind::inputUnreadable,
            "store-lacks-reports",
            {"Kho nguồn mất dòng đã nạp, chương trình khác đã xóa: " + batches.vi + ". Không gộp gì",
             "The store lost rows that were imported, removed by another program: " + batches.en + ". Nothing was merged"},
            {"Ở kho đó: lấy lại lần nạp này (undo), xóa hẳn (undo --purge) rồi nạp lại tệp; hoặc xin bản sao lưu",
             "In that store take this import back (undo), remove it for good (undo --purge) and import the file again; or ask for "
             "a backup"},
            {path, {}, -1, {}}};
    }
    static Error cannotCopy(const std::string& path) {
        return {ErrorKind::outputUnwritable,
                "store-not-copied",
                {"Kho nguồn thuộc phiên bản cũ hoặc được chương trình khác ghi vào, mà không chép được",
                 "The store is of an earlier version, or another program wrote to it, and it cannot be copied"},
                {"Kiểm tra chỗ trống của thư mục tạm", "Check the room in the folder for temporary files"},
                {path, {}, -1, {}}};
    }

    std::optional<PendingOutput> copy_; ///< outlives the file
    std::optional<detail::StoreFile> file_;
};

Result<std::set<std::int64_t>> allBatches(const detail::StoreFile& file) {
    BANLANG_TRY(batches, detail::readBatches(file.database));
    std::set<std::int64_t> numbers;
    for (const StoredBatch& batch : batches) numbers.insert(batch.id);
    return numbers;
}

Result<MergeReport> mergeInto(const detail::StoreFile& from, const std::string& into, const std::set<std::int64_t>& wanted,
                              bool dryRun, const Progress& progress) {
    BANLANG_TRY(file, detail::openStoreFile(into, true));
    MergeReport report;
    const auto merge = [&]() -> Result<void> {
        BANLANG_TRY(merged, detail::StoreMerger(from, file).merge(wanted, progress));
        report = std::move(merged);
        return progress.shouldStop() ? Result<void>(Unexpected(stoppedError(into))) : Result<void>();
    };
    BANLANG_CHECK(detail::inStoreTransaction(file, merge, dryRun, progress));
    return report;
}

/// A store that is not there yet appears whole or not at all; where another program makes it first, that one is merged into.
Result<MergeReport> mergeIntoNew(const detail::StoreFile& from, const std::string& into, const std::set<std::int64_t>& wanted,
                                 bool dryRun, const Progress& progress) {
    BANLANG_CHECK(detail::checkNoForeignLog(into));
    BANLANG_TRY(pending, detail::beginNewStore(into, dryRun));
    BANLANG_CHECK(Store::create(pending.path(), from.epsg, detail::officeOf(from.database)));
    BANLANG_TRY(report, mergeInto(from, pending.path(), wanted, false, progress));
    if (dryRun) return report;
    const Result<void> finished = pending.finish();
    if (finished) return report;
    if (detail::isThereMeanwhile(finished.error())) return mergeInto(from, into, wanted, false, progress);
    return Unexpected(finished.error());
}

Result<std::set<std::int64_t>> selected(const detail::StoreFile& file, const SendSelection& selection) {
    BANLANG_TRY(batches, detail::readBatches(file.database));
    std::set<std::int64_t> numbers;
    for (const StoredBatch& batch : batches) {
        const bool later = selection.afterBatch ? batch.id > *selection.afterBatch : batch.importedAt >= selection.since;
        if (later) numbers.insert(batch.id);
    }
    return numbers;
}

/// How many values about persons a store holds, records and reports together.
Result<std::map<std::string, std::map<std::string, std::size_t>>> personalValues(const detail::StoreFile& file) {
    std::map<std::string, std::map<std::string, std::size_t>> values;
    for (const RecordKind& kind : recordKinds()) {
        std::vector<std::string> tables{std::string(kind.table)};
        if (detail::ReportLog(file.database, kind.role, file.epsg).exists()) tables.push_back(detail::ReportLog::nameOf(kind));
        for (const RecordField& field : kind.fields) {
            for (const std::string& table : tables) {
                if (field.sensitivity != Sensitivity::personal) continue;
                detail::Statement select = file.database.prepare(
                    fmt::format(R"(SELECT count(*) FROM "{0}" WHERE "{1}" IS NOT NULL AND "{1}" <> '')", table, field.name));
                if (!select.row()) return Unexpected(file.database.error());
                if (select.integer(0) > 0) values[table][std::string(field.name)] = static_cast<std::size_t>(select.integer(0));
            }
        }
    }
    return values;
}

} // namespace

Bilingual textOf(const MergeReport& report) {
    Bilingual text{fmt::format("{} lớp mới, {} bản ghi mới, {} mâu thuẫn, {} quyết định.", report.batches.size(), report.newRecords,
                               report.conflicts, report.overrides),
                   fmt::format("{} new layers, {} new records, {} conflicts, {} decisions.", report.batches.size(),
                               report.newRecords, report.conflicts, report.overrides)};
    const auto add = [&](const std::vector<StoredBatch>& batches, const Label& words, const Label& advice) {
        if (batches.empty()) return;
        const Bilingual files = namedFiles(batches);
        text.vi += fmt::format(" {} {}{}.{}", batches.size(), words.vi, files.vi.empty() ? "" : ": " + files.vi, advice.vi);
        text.en += fmt::format(" {} {}{}.{}", batches.size(), words.en, files.en.empty() ? "" : ": " + files.en, advice.en);
    };
    constexpr Label howToBringBack{" Đưa lại: banlang undo KHO --redo --import SỐ.",
                                   " To bring them back: banlang undo STORE --redo --import NUMBER."};
    add(report.takenBack,
        {"lớp của kho này nay không còn dùng vì kho kia đã lấy lại",
         "layers of this store count no longer, as the other store took them back"},
        howToBringBack);
    add(report.broughtBack,
        {"lớp đã lấy lại ở kho này nay được dùng lại vì kho kia đã đưa lại",
         "layers that were taken back here count again, as the other store brought them back"},
        {});
    add(report.stillTakenBack,
        {"lớp có trong kho kia vẫn không dùng vì kho này đã lấy lại",
         "layers of the other store stay out, as this store took them back"},
        howToBringBack);
    add(report.removed,
        {"lớp của kho này đã bị xóa hẳn vì kho kia đã xóa hẳn",
         "layers of this store were removed for good, as the other store removed them"},
        {" Muốn có lại: nạp lại tệp.", " To have them again: import the files again."});
    return text;
}

bool isStore(const std::string& path) {
    return detail::saysStore(path);
}

Result<MergeReport> mergeStore(const std::string& from, const std::string& into, bool dryRun, const Progress& progress) {
    BANLANG_TRY(source, SourceStore::open(from));
    BANLANG_TRY(wanted, allBatches(source.file()));
    std::error_code failure;
    auto report = fs::exists(into, failure) ? mergeInto(source.file(), into, wanted, dryRun, progress)
                                            : mergeIntoNew(source.file(), into, wanted, dryRun, progress);
    if (!report) return report;
    report->file = from;
    if (dryRun) return report;
    if (auto store = Store::openForWriting(into)) (void)store->renewCopy(progress);
    return report;
}

Result<SendReport> sendBatches(const std::string& store, const SendSelection& selection, const std::string& file,
                               const Progress& progress) {
    BANLANG_TRY(source, SourceStore::open(store));
    BANLANG_TRY(wanted, selected(source.file(), selection));
    BANLANG_TRY(pending, PendingOutput::begin(file, false));
    BANLANG_CHECK(Store::create(pending.path(), source.file().epsg, detail::officeOf(source.file().database)));
    BANLANG_TRY(merged, mergeInto(source.file(), pending.path(), wanted, false, progress));
    SendReport sent{std::move(merged.batches), {}};
    {
        BANLANG_TRY(written, detail::openStoreFile(pending.path(), true));
        BANLANG_CHECK(
            detail::inTransaction(written.database, [&] { return detail::copyOffice(source.file().database, written.database); }));
        BANLANG_TRY(personal, personalValues(written));
        sent.personalValues = std::move(personal);
    }
    BANLANG_CHECK(pending.finish());
    return sent;
}

} // namespace banlang
