// SPDX-License-Identifier: MIT
#include "core/store/detail/store_merger.h"

#include "core/intake/geometry_repair.h"
#include "core/store/detail/batch_table.h"
#include "core/store/detail/forgetting.h"
#include "core/store/detail/link_override_log.h"
#include "core/store/detail/office.h"
#include "core/store/detail/purge.h"
#include "core/store/records/detail/foreign_rows.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <string_view>

namespace banlang::detail {
namespace {

std::string listOf(const std::set<std::int64_t>& numbers) {
    return fmt::format("{}", fmt::join(numbers, ", "));
}

Result<std::size_t> disputedRecords(const StoreFile& file) {
    std::size_t count = 0;
    for (const RecordKind& kind : recordKinds()) {
        if (!ReportLog(file.database, kind.role, file.epsg).exists()) continue;
        Statement select = file.database.prepare(fmt::format(
            "SELECT count(DISTINCT record) FROM \"{}\" WHERE disputed <> 0 AND record IS NOT NULL", ReportLog::nameOf(kind)));
        if (!select.row()) return Unexpected(file.database.error());
        count += static_cast<std::size_t>(select.integer(0));
    }
    return count;
}

std::string placeOf(const StoredBatch& batch) {
    const std::filesystem::path path(batch.file);
    return (path.parent_path().filename() / path.filename()).string();
}

/// Batches that were brought over from an earlier version of the store know less of their issuers: where the same source was read
/// anew in another store, that reading takes their place.
Result<void> supersedeMigrated(const Database& database) {
    constexpr std::string_view migrated = "v3-";
    BANLANG_TRY(batches, readBatches(database));
    for (const StoredBatch& old : batches) {
        if (!old.hash.starts_with(migrated) || old.state != BatchState::live || old.sha.empty()) continue;
        for (const StoredBatch& other : batches) {
            const bool same =
                other.sha == old.sha && other.layer == old.layer && other.role == old.role && placeOf(other) == placeOf(old);
            if (!same || other.hash.starts_with(migrated) || other.state != BatchState::live) continue;
            BANLANG_CHECK(
                ActLog(database).add({{}, std::string(act_kind::reread), old.hash + " " + other.hash, {}, old.importedAt, {}, {}}));
        }
    }
    return {};
}

} // namespace

Result<MergeReport> StoreMerger::merge(const std::set<std::int64_t>& wanted, const Progress& progress) {
    report_.fromOffice = officeOf(from_.database);
    BANLANG_CHECK(adoptForeignChanges(into_.database, into_.epsg));
    BANLANG_TRY(before, disputedRecords(into_));
    BANLANG_TRY(tables, mergeTables(from_.database, into_.database, wanted, nextImportId(into_.database)));
    tables_ = std::move(tables);
    report_.acts = tables_.newActs.size();
    report_.documents = tables_.documents;
    BANLANG_TRY(overrides, LinkOverrideLog(into_).unite(from_));
    report_.overrides = overrides;
    BANLANG_CHECK(supersedeMigrated(into_.database));
    BANLANG_TRY(changed, renewStates(into_.database));
    std::set<std::int64_t> fresh;
    for (const std::int64_t number : tables_.newBatches) fresh.insert(tables_.batchOf.at(number));
    for (StoredBatch& batch : changed) {
        if (!fresh.contains(batch.id)) changed_.push_back(std::move(batch));
    }
    BANLANG_TRY(book, BatchBook::read(into_.database));
    book_ = std::move(book);
    BANLANG_TRY(touched, withAllAbove(tables_.newerOfNewEdges));
    touched_ = std::move(touched);
    const Reports acted = reportsActedOn();
    touched_.insert(acted.begin(), acted.end());
    for (const RecordKind& kind : recordKinds()) BANLANG_CHECK(mergeKind(kind.role, progress));
    BANLANG_CHECK(Forgetting(into_).apply());
    BANLANG_TRY(removed, applyPurges(into_));
    report_.removed = std::move(removed);
    BANLANG_CHECK(learnOffice(into_.database));
    BANLANG_CHECK(tellStates(fresh));
    BANLANG_TRY(after, disputedRecords(into_));
    report_.conflicts = after > before ? after - before : 0;
    return std::move(report_);
}

Result<void> StoreMerger::tellStates(const std::set<std::int64_t>& fresh) {
    BANLANG_TRY(there, readBatches(from_.database));
    std::set<std::int64_t> liveThere;
    for (const StoredBatch& batch : there) {
        const auto here = tables_.batchOf.find(batch.id);
        if (batch.state == BatchState::live && here != tables_.batchOf.end()) liveThere.insert(here->second);
    }
    std::set<std::int64_t> changed;
    for (const StoredBatch& batch : changed_) changed.insert(batch.id);
    BANLANG_TRY(batches, readBatches(into_.database));
    for (StoredBatch& batch : batches) {
        const bool undone = batch.state == BatchState::undone;
        if (fresh.contains(batch.id))
            report_.batches.push_back(std::move(batch));
        else if (changed.contains(batch.id) && (undone || batch.state == BatchState::live))
            (undone ? report_.takenBack : report_.broughtBack).push_back(std::move(batch));
        else if (undone && liveThere.contains(batch.id))
            report_.stillTakenBack.push_back(std::move(batch));
    }
    return {};
}

/// Numbers in the other store.
Result<std::set<std::int64_t>> StoreMerger::newBatchesOf(Role role) const {
    std::set<std::int64_t> batches;
    Statement select = from_.database.prepare("SELECT fid FROM banlang_batches WHERE role = ?");
    if (!select.valid()) return Unexpected(from_.database.error());
    select.bind(1, recordKind(role).id);
    while (select.row()) {
        if (tables_.newBatches.contains(select.integer(0))) batches.insert(select.integer(0));
    }
    return select.failed() ? Result<std::set<std::int64_t>>(Unexpected(from_.database.error())) : batches;
}

/// All reports of the batches that come, in the CRS and with the numbers of this store.
Result<LoggedReports> StoreMerger::incomingRows(Role role) const {
    const ReportLog table(from_.database, role, from_.epsg);
    LoggedReports rows(role);
    BANLANG_TRY(batches, newBatchesOf(role));
    if (batches.empty()) return rows;
    const std::string ofBatches = fmt::format("batch IN ({})", listOf(batches));
    BANLANG_TRY(single, table.readSingleWhere(ofBatches));
    BANLANG_TRY(several, table.read(ofBatches));
    rows = std::move(single);
    std::vector<std::uint32_t> all(several.size());
    for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
    rows.append(several, all);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        StoredReport& report = rows.reports[row];
        report.batch = tables_.batchOf.at(report.batch);
        report.fid = 0;
        report.record = 0;
        report.counts = 0;
        report.disputed = 0;
        if (book_.released.contains({report.batch, report.sourceRow})) report.held = 0;
        report.reportedOn = reportDayOf(rows.rows, row, book_.of(report.batch).reportedOn);
    }
    if (from_.epsg == into_.epsg) return rows;
    BANLANG_TRY(there, Crs::fromEpsg(from_.epsg));
    BANLANG_TRY(here, Crs::fromEpsg(into_.epsg));
    BANLANG_TRY(transform, CrsTransform::between(there, here));
    BANLANG_CHECK(transformRows(rows.rows, transform, {from_.path, std::string(recordKind(role).table), -1, {}}));
    return rows;
}

/// What waits in one store waits in both, until somebody decides.
Result<void> StoreMerger::takeHolds(Role role, RecordWriter& writer) {
    const ReportLog there(from_.database, role, from_.epsg);
    BANLANG_TRY(held, there.read("held <> 0", false));
    std::vector<WaitingReport> waiting;
    Reports places;
    for (const StoredReport& report : held.reports) {
        if (tables_.newBatches.contains(report.batch)) continue;
        const auto batch = tables_.batchOf.find(report.batch);
        if (batch == tables_.batchOf.end() || book_.released.contains({batch->second, report.sourceRow})) continue;
        waiting.push_back({{batch->second, report.sourceRow}, report.held});
        places.insert(waiting.back().place);
    }
    if (waiting.empty()) return {};
    BANLANG_TRY(records, ReportLog(into_.database, role, into_.epsg).recordsOf(places));
    return writer.hold(waiting, records);
}

/// Reports that came to be taken back one by one, or to count again.
StoreMerger::Reports StoreMerger::reportsActedOn() const {
    Reports reports;
    for (const Act& act : tables_.newActs) {
        if (act.kind != act_kind::withdrawReport && act.kind != act_kind::redo) continue;
        if (const auto place = book_.placeOf(act.subject)) reports.insert(*place);
    }
    return reports;
}

/// And all reports that supersede them, through others as well: what they reach is more now.
Result<StoreMerger::Reports> StoreMerger::withAllAbove(Reports reports) const {
    if (reports.empty()) return reports;
    std::multimap<ReportPlace, ReportPlace> newer;
    Statement select = into_.database.prepare("SELECT older_batch, older_row, newer_batch, newer_row FROM banlang_supersedes");
    while (select.row())
        newer.emplace(ReportPlace{select.integer(0), static_cast<std::uint32_t>(select.integer(1))},
                      ReportPlace{select.integer(2), static_cast<std::uint32_t>(select.integer(3))});
    if (!select.valid() || select.failed()) return Unexpected(into_.database.error());
    std::vector<ReportPlace> open(reports.begin(), reports.end());
    while (!open.empty()) {
        const auto [first, last] = newer.equal_range(open.back());
        open.pop_back();
        for (auto one = first; one != last; ++one) {
            if (reports.insert(one->second).second) open.push_back(one->second);
        }
    }
    return reports;
}

/// Whose store brought a batch may settle which of two words stands meanwhile.
Result<std::vector<std::int64_t>> StoreMerger::disputedOf(Role role, const std::set<std::int64_t>& batches) const {
    std::vector<std::int64_t> records;
    if (batches.empty() || !ReportLog(into_.database, role, into_.epsg).exists()) return records;
    Statement select = into_.database.prepare(
        fmt::format("SELECT DISTINCT record FROM \"{}\" WHERE disputed <> 0 AND record IS NOT NULL AND batch IN ({})",
                    ReportLog::nameOf(recordKind(role)), listOf(batches)));
    while (select.row()) records.push_back(select.integer(0));
    return select.failed() ? Result<std::vector<std::int64_t>>(Unexpected(into_.database.error())) : records;
}

/// Batches that were here and whose state is another now.
Result<void> StoreMerger::follow(Role role, RecordWriter& writer, const Progress& progress) {
    for (const StoredBatch& batch : changed_) {
        if (batch.role != role) continue;
        if (batch.state != BatchState::live) {
            BANLANG_CHECK(writer.putAside(batch.id));
            continue;
        }
        BANLANG_CHECK(writer.bringBack(batch.id, false, progress));
    }
    return {};
}

Result<void> StoreMerger::mergeKind(Role role, const Progress& progress) {
    progress.tell(static_cast<double>(indexOf(role)) / roleCount, recordKind(role).label.text());
    BANLANG_TRY(rows, incomingRows(role));
    const bool changes =
        std::any_of(changed_.begin(), changed_.end(), [&](const StoredBatch& batch) { return batch.role == role; });
    const std::string sameAs = fmt::format("{} ", recordKind(role).id);
    const bool decided = std::any_of(tables_.newActs.begin(), tables_.newActs.end(), [&](const Act& act) {
        return (act.kind == act_kind::sameAs && act.subject.starts_with(sameAs)) || act.kind == act_kind::release ||
               act.kind == act_kind::redo;
    });
    const ReportLog here(into_.database, role, into_.epsg);
    BANLANG_TRY(touched, here.recordsOf(touched_));
    const bool heldThere = ReportLog(from_.database, role, from_.epsg).exists();
    if (rows.size() == 0 && !changes && !decided && touched.empty() && !heldThere && tables_.newOrigins.empty()) return {};
    BANLANG_TRY(ledger, RecordLedger::read(into_.database, role, into_.epsg));
    RecordWriter writer(into_.database, role, into_.epsg, book_, ledger);
    BANLANG_CHECK(writer.uniteDoubles());
    const std::size_t before = ledger.size();
    BANLANG_CHECK(writer.attach(incomingFrom(std::move(rows), role, false), progress));
    report_.newRecords += ledger.size() - before;
    BANLANG_CHECK(follow(role, writer, progress));
    BANLANG_CHECK(takeHolds(role, writer));
    BANLANG_CHECK(writer.release(progress));
    if (!touched_.empty()) BANLANG_CHECK(writer.attachAside(progress));
    BANLANG_TRY(records, here.recordsOf(touched_));
    BANLANG_CHECK(writer.recompute(std::move(records)));
    BANLANG_TRY(disputed, disputedOf(role, tables_.newOrigins));
    return writer.recompute(std::move(disputed));
}

} // namespace banlang::detail
