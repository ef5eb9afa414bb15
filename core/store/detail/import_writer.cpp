// SPDX-License-Identifier: MIT
#include "core/store/detail/import_writer.h"

#include "core/store/detail/batch_table.h"
#include "core/store/detail/forgetting.h"
#include "core/store/detail/leftover_pairs.h"
#include "core/store/detail/office.h"
#include "core/store/detail/unnamed_records.h"
#include "core/store/records/detail/act_log.h"
#include "core/store/records/detail/batch_identity.h"
#include "core/store/records/detail/foreign_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

namespace banlang::detail {
namespace {

void noteUnchanged(CheckedBatch& batch) {
    batch.counts = {};
    batch.counts.unchanged = batch.rows.rowCount;
    batch.problems.push_back({Severity::note,
                              "already-imported",
                              {batch.file, batch.layer, -1, {}},
                              {"Tệp này đã nạp rồi; không có gì thay đổi", "This file was imported before; nothing changes"},
                              {}});
}

std::string nameOf(const std::string& file) {
    return std::filesystem::path(file).filename().string();
}

/// The rows of a batch, each once; its own table where nobody needs that afterwards: a large one is never in memory twice.
FeatureTable rowsOnce(CheckedBatch& batch, const RowKeys& keys, bool mayTake, std::vector<std::uint32_t>& rows) {
    for (std::uint32_t row = 0; row < batch.rows.rowCount; ++row) {
        if (!std::binary_search(keys.repeats.begin(), keys.repeats.end(), row)) rows.push_back(row);
    }
    if (mayTake && keys.repeats.empty()) return std::exchange(batch.rows, emptyTable(batch.role));
    FeatureTable chosen = emptyTable(batch.role);
    appendRows(chosen, batch.rows, rows);
    return chosen;
}

/// The reports that a batch brings.
IncomingReports incomingOf(CheckedBatch& batch, std::int64_t batchId, RowKeys& keys, bool mayTake,
                           std::vector<std::uint32_t>& rows) {
    IncomingReports incoming{LoggedReports(batch.role), {}, true, true};
    incoming.reports.rows = rowsOnce(batch, keys, mayTake, rows);
    incoming.reports.reports.reserve(rows.size());
    if (keys.repeats.empty()) incoming.keys = std::move(keys.keys);
    const bool hasKeys = !incoming.keys.empty();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::uint32_t row = rows[i];
        StoredReport& report = incoming.reports.reports.emplace_back();
        report.batch = batchId;
        report.sourceRow = row < batch.sourceRows.size() ? batch.sourceRows[row] : row;
        report.occurrence = keys.occurrences[row];
        report.reportedOn = reportDayOf(incoming.reports.rows, i, batch.reportedOn);
        report.erased = batch.erased.empty() ? 0 : batch.erased[row];
        if (!hasKeys) incoming.keys.push_back(keys.keys[row]);
    }
    return incoming;
}

} // namespace

const StoredBatch* ImportWriter::findByHash(const std::string& hash) const {
    const auto found = std::find_if(known_.begin(), known_.end(), [&](const StoredBatch& one) { return one.hash == hash; });
    return found == known_.end() ? nullptr : &*found;
}

/// A file of this name brought a layer of this name, of the same kind.
bool ImportWriter::saidBefore(const CheckedBatch& batch) const {
    return std::any_of(known_.begin(), known_.end(), [&](const StoredBatch& one) {
        return one.role == batch.role && one.layer == batch.layer && nameOf(one.file) == nameOf(batch.file) &&
               one.importId != importId_ && one.state == BatchState::live;
    });
}

Result<std::vector<StoredBatch>> ImportWriter::write(std::vector<CheckedBatch>& batches, const Progress& progress) {
    BANLANG_CHECK(adoptForeignChanges(file_.database, file_.epsg));
    // What was done by hand is no part of the import that comes across it.
    importId_ = nextImportId(file_.database);
    BANLANG_TRY(known, readBatches(file_.database));
    known_ = std::move(known);
    for (std::size_t i = 0; i < batches.size(); ++i) {
        progress.tell(static_cast<double>(i) / static_cast<double>(batches.size()), {"Ghi vào kho", "Writing to the store"});
        lastOfKind_ = i + 1 == batches.size() || batches[i + 1].role != batches[i].role;
        BANLANG_CHECK(writeOne(batches[i], progress));
        BANLANG_CHECK(rememberProfile(file_.database, batches[i]));
        batches[i].rows = FeatureTable();
    }
    BANLANG_CHECK(lists_.endRecords(file_));
    BANLANG_CHECK(Forgetting(file_).apply());
    return std::move(stored_);
}

Result<void> ImportWriter::makeLedger(Role role) {
    if (ledgerRole_ == role) return {};
    ledger_.reset();
    BANLANG_TRY(ledger, RecordLedger::read(file_.database, role, file_.epsg));
    ledger_ = std::move(ledger);
    ledgerRole_ = role;
    return {};
}

Result<void> ImportWriter::putAside(const StoredBatch& batch) {
    BANLANG_TRY(book, BatchBook::read(file_.database));
    book_ = std::move(book);
    BANLANG_CHECK(makeLedger(batch.role));
    BANLANG_CHECK(RecordWriter(file_.database, batch.role, file_.epsg, book_, *ledger_).putAside(batch.id));
    ledgerRole_.reset();
    return {};
}

/// The same bytes, read in another way: the new reading says all that the old one said, and better. Gives whether there were any.
Result<bool> ImportWriter::supersedeReadings(const CheckedBatch& batch, const std::string& hash) {
    const ActLog log(file_.database);
    bool found = false;
    for (const StoredBatch& old : known_) {
        const bool same = !batch.sha.empty() && old.sha == batch.sha && old.layer == batch.layer && old.file == batch.file &&
                          old.hash != hash && old.state == BatchState::live && old.importId != importId_;
        if (!same) continue;
        found = true;
        constexpr std::string_view kinds[] = {act_kind::reread};
        BANLANG_TRY(before, log.idsAbout(hash, kinds));
        BANLANG_CHECK(log.add({{}, std::string(act_kind::reread), old.hash + " " + hash, before, {}, {}, {}}));
    }
    return found;
}

Result<void> ImportWriter::putReadingsAside() {
    BANLANG_TRY(changed, renewStates(file_.database));
    for (const StoredBatch& old : changed) {
        if (old.state != BatchState::live) BANLANG_CHECK(putAside(old));
    }
    return {};
}

/// It was taken back, or removed, and comes again.
Result<void> ImportWriter::countAgain(const std::string& hash) const {
    const ActLog log(file_.database);
    constexpr std::string_view against[] = {act_kind::withdraw, act_kind::purge};
    BANLANG_TRY(acts, log.idsAbout(hash, against));
    if (acts.empty()) return {};
    BANLANG_CHECK(log.add({{}, std::string(act_kind::redo), hash, acts, {}, {}, {}}));
    return {};
}

Result<void> ImportWriter::bringBack(CheckedBatch& batch, const StoredBatch& before, const Progress& progress) {
    BANLANG_CHECK(countAgain(before.hash));
    BANLANG_CHECK(setImport(file_.database, before.id, importId_));
    BANLANG_CHECK(supersedeReadings(batch, before.hash));
    BANLANG_CHECK(putReadingsAside());
    BANLANG_TRY(book, BatchBook::read(file_.database));
    book_ = std::move(book);
    BANLANG_CHECK(makeLedger(batch.role));
    RecordWriter writer(file_.database, batch.role, file_.epsg, book_, *ledger_);
    BANLANG_CHECK(writer.bringBack(before.id, true, progress));
    std::vector<std::int64_t> named;
    if (const auto tally = writer.tallies().find(before.id); tally != writer.tallies().end()) {
        batch.counts = tally->second.counts;
        named.assign(tally->second.named.begin(), tally->second.named.end());
    }
    tellLeftOut(batch, before.hash, named, {});
    stored_.push_back(before);
    stored_.back().state = BatchState::live;
    stored_.back().importId = importId_;
    return {};
}

/// Communes name their files alike: that the list of one was whole says nothing of another's.
Result<void> ImportWriter::checkRememberedComplete(CheckedBatch& batch) const {
    if (!batch.profile.completeByMemory) return {};
    const RecordKind& kind = recordKind(batch.role);
    const TextView issuers = issuersOrCommunesOf(batch.rows);
    std::set<std::string, std::less<>> before;
    for (const StoredBatch& one : known_) {
        if (one.role != batch.role || one.layer != batch.layer || nameOf(one.file) != nameOf(batch.file)) continue;
        BANLANG_TRY(told, ReportLog(file_.database, kind.role, file_.epsg).issuersOf(one.id));
        before.insert(told.begin(), told.end());
    }
    bool same = true;
    for (std::size_t row = 0; row < batch.rows.rowCount; ++row) same = same && before.contains(issuers[row]);
    if (same) return {};
    batch.profile.complete = false;
    batch.problems.push_back({Severity::warning,
                              "complete-of-others",
                              {batch.file, batch.layer, -1, {}},
                              {"Danh sách đầy đủ được ghi nhớ cho tệp cùng tên của đơn vị khác; tệp này không kết thúc bản ghi nào",
                               "A file of this name was a complete list, of other units; this one ends no record"},
                              {"Nếu danh sách này cũng đầy đủ, nạp lại với --complete",
                               "If this list is complete too, import it again with --complete"}});
    return {};
}

Result<void> ImportWriter::writeOne(CheckedBatch& batch, const Progress& progress) {
    BANLANG_CHECK(checkRememberedComplete(batch));
    const std::string hash = batchHash(batch);
    if (const StoredBatch* before = findByHash(hash)) {
        if (before->state != BatchState::live) return bringBack(batch, *before, progress);
        noteUnchanged(batch);
        return {};
    }
    BANLANG_TRY(stored, writeBatch(file_.database, batch, hash, importId_));
    BANLANG_CHECK(countAgain(hash));
    BANLANG_TRY(readAnew, supersedeReadings(batch, hash));
    if (readAnew) BANLANG_CHECK(putReadingsAside());
    BANLANG_TRY(book, BatchBook::read(file_.database));
    book_ = std::move(book);
    BANLANG_CHECK(makeLedger(batch.role));
    RowKeys keys = keysOf(batch.rows, batch.role);
    BANLANG_TRY(held, pairLeftovers(file_.database, batch, known_, keys, *ledger_));
    std::vector<std::uint32_t> rows;
    const bool mayTake = ledger_->rows().rowCount == 0 && held.empty();
    IncomingReports incoming = incomingOf(batch, stored.id, keys, mayTake, rows);
    incoming.isLast = lastOfKind_;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (std::binary_search(held.begin(), held.end(), rows[i])) incoming.reports.reports[i].held = ~std::uint64_t{0};
    }
    RecordWriter writer(file_.database, batch.role, file_.epsg, book_, *ledger_);
    BANLANG_CHECK(writer.attach(std::move(incoming), progress));
    std::vector<std::int64_t> named;
    if (const auto tally = writer.tallies().find(stored.id); tally != writer.tallies().end()) {
        batch.counts = tally->second.counts;
        named.assign(tally->second.named.begin(), tally->second.named.end());
    }
    if (batch.role == Role::communes) BANLANG_CHECK(learnOffice(file_.database));
    batch.counts.unchanged += keys.repeats.size();
    batch.counts.waiting += held.size();
    known_.push_back(stored);
    stored_.push_back(stored);
    tellLeftOut(batch, hash, named, held);
    return writeProblems(file_.database, batch, stored.id);
}

/// `waiting`: rows that may correct a record which they do not name.
void ImportWriter::tellLeftOut(CheckedBatch& batch, const std::string& hash, const std::vector<std::int64_t>& named,
                               const std::vector<std::uint32_t>& waiting) {
    lists_.add(batch.role, named);
    if (named.empty() && !saidBefore(batch) && !batch.profile.complete) return;
    std::vector<std::uint32_t> places = unnamedRecords(batch.rows, batch.role, *ledger_, named);
    if (batch.profile.complete && !waiting.empty()) {
        const RecordKind& kind = recordKind(batch.role);
        const RecordKeyReader keys(batch.rows, kind);
        const RecordKeyReader known(ledger_->rows(), kind);
        std::set<std::string> mayCorrect;
        for (const std::uint32_t row : waiting) mayCorrect.insert(looseKey(batch.rows, kind, keys, row));
        std::erase_if(places,
                      [&](std::uint32_t place) { return mayCorrect.contains(looseKey(ledger_->rows(), kind, known, place)); });
    }
    tellUnnamed(batch, *ledger_, places);
    if (!batch.profile.complete) return;
    std::vector<std::int64_t> records;
    records.reserve(places.size());
    for (const std::uint32_t place : places) records.push_back(ledger_->fids()[place]);
    lists_.addComplete(hash, batch.role, records);
}

} // namespace banlang::detail
