// SPDX-License-Identifier: MIT
#include "core/store/history.h"

#include "core/model/record_reports.h"
#include "core/model/report_resolution.h"
#include "core/store/detail/batch_table.h"
#include "core/store/detail/record_search.h"
#include "core/store/gpkg/detail/transaction.h"
#include "core/store/records/detail/batch_book.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace banlang {
namespace {

std::vector<std::string> namesOf(const RecordKind& kind, std::uint64_t fields) {
    std::vector<std::string> names;
    for (std::size_t field = 0; field < kind.fields.size(); ++field) {
        if ((fields & fieldBit(field)) != 0 && !kind.fields[field].internal) names.emplace_back(kind.fields[field].name);
    }
    if (kind.geometry != GeometryKind::none && (fields & fieldBit(geometryPosition)) != 0) names.emplace_back("geometry");
    return names;
}

class HistoryReader {
public:
    HistoryReader(const detail::StoreFile& file, Role role) : file_(file), kind_(recordKind(role)) {}

    Result<RecordHistory> read(std::string_view key) {
        BANLANG_TRY(search, detail::RecordSearch::open(file_, kind_.role));
        BANLANG_TRY(found, search.named(key));
        if (found.empty()) return Unexpected(search.unknown(key));
        BANLANG_TRY(book, detail::BatchBook::read(file_.database));
        book_ = std::move(book);
        BANLANG_TRY(batches, detail::readBatches(file_.database));
        for (StoredBatch& batch : batches) batches_.emplace(batch.id, std::move(batch));
        RecordHistory history;
        for (const detail::FoundRecord& record : found) {
            BANLANG_TRY(one, historyOf(record));
            history.records.push_back(std::move(one));
        }
        std::sort(history.records.begin(), history.records.end(), [](const HistoryRecord& a, const HistoryRecord& b) {
            return std::tie(a.issuer, a.key) < std::tie(b.issuer, b.key);
        });
        return history;
    }

private:
    using Newer = std::map<detail::ReportPlace, std::vector<std::string>>;

    /// What took the place of each report of a record, among its reports.
    [[nodiscard]] Result<Newer> newerOf(const detail::FoundRecord& record) const {
        std::set<detail::ReportPlace> places;
        for (const detail::StoredReport& report : record.reports.reports) places.emplace(report.batch, report.sourceRow);
        BANLANG_TRY(edges, detail::edgesFrom(file_.database, places));
        Newer newer;
        for (const detail::ReportEdge& edge : edges) {
            if (places.contains({edge.newerBatch, edge.newerRow}))
                newer[{edge.olderBatch, edge.olderRow}].push_back(book_.reportId(edge.newerBatch, edge.newerRow));
        }
        return newer;
    }

    [[nodiscard]] HistoryReport reportAt(const detail::LoggedReports& rows, std::uint32_t row, const Newer& newer) const {
        const detail::StoredReport& stored = rows.reports[row];
        const StoredBatch& batch = batches_.at(stored.batch);
        HistoryReport report;
        report.id = book_.reportId(stored);
        report.reportedOn = detail::reportDayOf(rows.rows, row, batch.reportedOn);
        report.batch = stored.batch;
        report.file = batch.file;
        report.layer = batch.layer;
        report.row = stored.sourceRow;
        report.importedAt = batch.importedAt;
        const std::uint64_t stated = rows.stated(row);
        for (std::size_t field = 0; field < kind_.fields.size(); ++field) {
            if ((stated & fieldBit(field)) != 0 && !kind_.fields[field].internal)
                report.values.emplace_back(&kind_.fields[field], rows.rows.columns[field].valueText(row));
        }
        // One that stands alone, in the row of its record, counts with all that it says.
        report.counts = namesOf(kind_, stored.fid == 0 ? statedBy(rows.rows, row) : stored.counts);
        report.held = namesOf(kind_, stored.held & stated);
        report.disputed = namesOf(kind_, stored.disputed);
        report.withdrawn = !book_.counts(stored);
        if (const auto found = newer.find({stored.batch, stored.sourceRow}); found != newer.end())
            report.supersededBy = found->second;
        return report;
    }

    [[nodiscard]] Result<HistoryRecord> historyOf(const detail::FoundRecord& record) const {
        BANLANG_TRY(newer, newerOf(record));
        HistoryRecord history;
        for (std::uint32_t row = 0; row < record.reports.size(); ++row)
            history.reports.push_back(reportAt(record.reports, row, newer));
        std::stable_sort(history.reports.begin(), history.reports.end(), [](const HistoryReport& a, const HistoryReport& b) {
            const auto place = [](const HistoryReport& one) {
                return std::tuple(one.reportedOn.known() ? one.reportedOn.daysSince1970 : -Date::noDay, one.batch, one.row);
            };
            return place(a) < place(b);
        });
        history.issuer = issuersOf(record.reports.rows)[0];
        history.key = RecordKeyReader(record.reports.rows, kind_).text(0);
        return history;
    }

    const detail::StoreFile& file_;
    const RecordKind& kind_;
    detail::BatchBook book_;
    std::map<std::int64_t, StoredBatch> batches_;
};

} // namespace

Result<RecordHistory> recordHistory(const std::string& storePath, Role role, std::string_view key) {
    BANLANG_TRY(file, detail::openStoreFile(storePath, false));
    return detail::inReadTransaction(file.database, [&] { return HistoryReader(file, role).read(key); });
}

} // namespace banlang
