// SPDX-License-Identifier: MIT
#include "core/store/records/detail/record_writer.h"

#include "core/base/write_error.h"
#include "core/model/report_resolution.h"
#include "core/store/gpkg/detail/table_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace banlang::detail {
namespace {

constexpr std::size_t mostAtOnce = 4'000;

using Rows = std::vector<std::uint32_t>;

} // namespace

IncomingReports incomingFrom(LoggedReports reports, Role role, bool compare) {
    std::vector<RecordKey> keys = reportKeys(reports, role);
    return {std::move(reports), std::move(keys), compare};
}

Result<void> RecordWriter::keepAside(const LoggedReports& reports, const Rows& rows) {
    if (rows.empty()) return {};
    LoggedReports aside(role_);
    aside.append(reports, rows);
    for (StoredReport& report : aside.reports) {
        report.record = 0;
        report.counts = 0;
        report.disputed = 0;
    }
    BANLANG_CHECK(table_.makeReady());
    BANLANG_CHECK(table_.update(aside.reports));
    return table_.insert(aside);
}

Result<void> RecordWriter::attach(IncomingReports incoming, const Progress& progress) {
    Rows aside;
    Rows fresh;
    std::unordered_map<RecordKey, std::uint32_t, RecordKeyHash> pending;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> again; // a row, and the new row that it speaks of as well
    TouchedRecords touched;
    const bool distinct = incoming.distinct && ledger_.aliases().empty();
    for (std::uint32_t row = 0; row < incoming.reports.size(); ++row) {
        const StoredReport& report = incoming.reports.reports[row];
        const std::uint64_t stated = statedBy(incoming.reports.rows, row) & ~report.held;
        if (!book_.counts(report) || stated == 0) {
            aside.push_back(row);
        } else if (const auto record = ledger_.find(incoming.keys[row])) {
            touched[*record].push_back(row);
        } else if (distinct) {
            fresh.push_back(row);
        } else if (const auto other = pending.find(ledger_.aliases().representative(incoming.keys[row])); other != pending.end()) {
            again.emplace_back(row, other->second);
        } else {
            pending.emplace(ledger_.aliases().representative(incoming.keys[row]), static_cast<std::uint32_t>(fresh.size()));
            fresh.push_back(row);
        }
    }
    if (incoming.isLast) incoming.keys = {};
    BANLANG_CHECK(keepAside(incoming.reports, aside));
    BANLANG_CHECK(writeNew(incoming, fresh, progress));
    for (const auto& [row, place] : again) touched[incoming.reports.reports[fresh[place]].record].push_back(row);
    // What is to be blank, or waits, needs a place of its own.
    for (const std::uint32_t row : fresh) {
        const StoredReport& report = incoming.reports.reports[row];
        if (report.erased != 0 || report.held != 0) touched[report.record].insert(touched[report.record].begin(), row);
    }
    return touch(touched, incoming.reports, incoming.compare, progress);
}

Result<void> RecordWriter::writeNew(IncomingReports& incoming, const Rows& rows, const Progress& progress) {
    LoggedReports& reports = incoming.reports;
    std::vector<RowOrigin> origins;
    origins.reserve(reports.size());
    for (const StoredReport& report : reports.reports) origins.push_back({report.batch, report.sourceRow, report.occurrence});
    BANLANG_TRY(fids, writeRows(database_, {role_, reports.rows, origins, rows}, epsg_, progress));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        StoredReport& report = reports.reports[rows[i]];
        report.record = fids[i];
        if (!incoming.isLast) ledger_.add(incoming.keys[rows[i]], fids[i]);
        if (incoming.compare) ++tallies_[report.batch].counts.newRecords;
        if (report.fid == 0) continue;
        // It is the only word on its record again, and stands there alone.
        BANLANG_CHECK(
            database_.run(fmt::format("DELETE FROM \"{}\" WHERE fid = {}", ReportLog::nameOf(recordKind(role_)), report.fid)));
        report.fid = 0;
    }
    return {};
}

Result<void> RecordWriter::putAside(std::int64_t batch) {
    BANLANG_TRY(single, table_.readSingleWhere(fmt::format("batch = {}", batch)));
    std::vector<std::int64_t> records;
    for (StoredReport& report : single.reports) {
        records.push_back(report.record);
        report.record = 0;
        report.reportedOn = reportDayOf(single.rows, records.size() - 1, book_.of(batch).reportedOn);
    }
    if (!records.empty()) BANLANG_CHECK(table_.insert(single));
    BANLANG_CHECK(table_.removeRecords(records));
    ledger_.drop(records);
    BANLANG_TRY(others, table_.read(fmt::format("batch = {} AND record IS NOT NULL", batch), false));
    std::vector<std::int64_t> touched;
    for (const StoredReport& report : others.reports) touched.push_back(report.record);
    BANLANG_CHECK(recompute(std::move(touched)));
    if (others.size() == 0) return {};
    return database_.run(fmt::format("UPDATE \"{}\" SET record = NULL, counts = 0, disputed = 0 WHERE batch = {}",
                                     ReportLog::nameOf(recordKind(role_)), batch));
}

Result<void> RecordWriter::bringBack(std::int64_t batch, bool compare, const Progress& progress) {
    BANLANG_TRY(aside, table_.read(fmt::format("batch = {} AND record IS NULL", batch)));
    return attach(incomingFrom(std::move(aside), role_, compare), progress);
}

Result<void> RecordWriter::attachAside(const Progress& progress) {
    BANLANG_TRY(aside, table_.read("record IS NULL"));
    Rows free;
    for (std::uint32_t row = 0; row < aside.size(); ++row) {
        const StoredReport& report = aside.reports[row];
        if (book_.counts(report) && (statedBy(aside.rows, row) & ~report.held) != 0) free.push_back(row);
    }
    LoggedReports coming(role_);
    coming.append(aside, free);
    return free.empty() ? Result<void>() : attach(incomingFrom(std::move(coming), role_, false), progress);
}

Result<void> RecordWriter::release(const Progress& progress) {
    if (book_.released.empty()) return {};
    BANLANG_TRY(held, table_.read("held <> 0"));
    Rows aside;
    Rows all;
    std::vector<std::int64_t> records;
    for (std::uint32_t row = 0; row < held.size(); ++row) {
        StoredReport& report = held.reports[row];
        if (!book_.released.contains({report.batch, report.sourceRow})) continue;
        report.held = 0;
        all.push_back(row);
        if (report.record == 0)
            aside.push_back(row);
        else
            records.push_back(report.record);
    }
    LoggedReports freed(role_);
    freed.append(held, all);
    if (freed.size() > 0) BANLANG_CHECK(table_.update(freed.reports));
    LoggedReports coming(role_);
    coming.append(held, aside);
    BANLANG_CHECK(attach(incomingFrom(std::move(coming), role_, false), progress));
    return recompute(std::move(records));
}

Result<void> RecordWriter::hold(std::span<const WaitingReport> reports, const std::vector<std::int64_t>& records) {
    // A record of one report gets its report a place of its own first.
    BANLANG_CHECK(recompute(records));
    BANLANG_CHECK(table_.makeReady());
    Statement update = database_.prepare(
        fmt::format("UPDATE \"{}\" SET held = held | ? WHERE batch = ? AND source_row = ?", ReportLog::nameOf(recordKind(role_))));
    if (!update.valid()) return Unexpected(database_.error());
    for (const WaitingReport& report : reports) {
        update.bind(1, static_cast<std::int64_t>(report.fields));
        update.bind(2, report.place.first);
        update.bind(3, static_cast<std::int64_t>(report.place.second));
        if (!update.done()) return Unexpected(database_.error());
    }
    return recompute(records);
}

Result<void> RecordWriter::uniteDoubles() {
    for (const auto& [kept, other] : ledger_.takeDoubles()) {
        BANLANG_CHECK(recompute({kept, other}));
        BANLANG_CHECK(table_.makeReady());
        BANLANG_CHECK(database_.run(
            fmt::format("UPDATE \"{}\" SET record = {} WHERE record = {}", ReportLog::nameOf(recordKind(role_)), kept, other)));
        const std::int64_t gone[] = {other};
        BANLANG_CHECK(table_.removeRecords(gone));
        BANLANG_CHECK(recompute({kept}));
    }
    return {};
}

Result<void> RecordWriter::recompute(std::vector<std::int64_t> records) {
    std::sort(records.begin(), records.end());
    records.erase(std::unique(records.begin(), records.end()), records.end());
    TouchedRecords touched;
    for (const std::int64_t record : records) touched[record];
    return touch(touched, LoggedReports(role_), false, {});
}

Result<void> RecordWriter::touch(const TouchedRecords& touched, const LoggedReports& incoming, bool compare,
                                 const Progress& progress) {
    const RecordGroup::Place place{database_, role_, epsg_, book_};
    TouchedRecords some;
    const auto settle = [&]() -> Result<void> {
        if (progress.shouldStop()) return Unexpected(stoppedError({}));
        RecordGroup group(place);
        BANLANG_CHECK(group.load(some, incoming));
        BANLANG_CHECK(group.settle(compare, tallies_));
        BANLANG_CHECK(group.write());
        ledger_.drop(group.gone());
        some.clear();
        return {};
    };
    for (const auto& [record, rows] : touched) {
        some.emplace(record, rows);
        if (some.size() == mostAtOnce) BANLANG_CHECK(settle());
    }
    return some.empty() ? Result<void>() : settle();
}

} // namespace banlang::detail
