// SPDX-License-Identifier: MIT
#include "core/store/records/detail/record_group.h"

#include "core/model/record_reports.h"
#include "core/store/records/detail/report_matching.h"

#include <algorithm>

namespace banlang::detail {
namespace {

void count(RecordCounts& counts, ArrivalKind kind) {
    switch (kind) {
    case ArrivalKind::newer:
        ++counts.newerReports;
        break;
    case ArrivalKind::confirmed:
        ++counts.confirmed;
        break;
    case ArrivalKind::unchanged:
        ++counts.unchanged;
        break;
    case ArrivalKind::corrected:
        ++counts.corrected;
        break;
    case ArrivalKind::conflict:
        ++counts.conflicts;
        break;
    case ArrivalKind::waiting:
        ++counts.waiting;
        break;
    }
}

} // namespace

/// One record in the making.
struct RecordGroup::Settlement {
    std::int64_t record = 0;
    Rows rows; ///< of all_; one per report
    std::vector<RecordReport> reports;
    std::vector<Supersession> supersessions;
};

Result<LoggedReports> RecordGroup::loadSingle(const std::vector<std::int64_t>& records, const TouchedRecords& touched,
                                              const LoggedReports& incoming) const {
    BANLANG_TRY(single, table_.readSingle(records));
    Rows chosen;
    for (std::uint32_t row = 0; row < single.size(); ++row) {
        StoredReport& report = single.reports[row];
        report.reportedOn = reportDayOf(single.rows, row, place_.book.of(report.batch).reportedOn);
        // One that was only just written comes in with all that is known of it.
        const Rows& comingIn = touched.at(report.record);
        const bool comesIn = std::any_of(comingIn.begin(), comingIn.end(), [&](std::uint32_t at) {
            return incoming.reports[at].batch == report.batch && incoming.reports[at].sourceRow == report.sourceRow;
        });
        if (!comesIn) chosen.push_back(row);
    }
    LoggedReports kept(place_.role);
    kept.append(single, chosen);
    return kept;
}

Result<void> RecordGroup::load(const TouchedRecords& touched, const LoggedReports& incoming) {
    std::vector<std::int64_t> records;
    for (const auto& [record, rows] : touched) records.push_back(record);
    BANLANG_TRY(several, table_.readOfRecords(records));
    all_ = std::move(several);
    BANLANG_TRY(single, loadSingle(records, touched, incoming));
    Rows every(single.size());
    for (std::uint32_t i = 0; i < every.size(); ++i) every[i] = i;
    all_.append(single, every);
    firstIncoming_ = static_cast<std::uint32_t>(all_.size());
    for (std::uint32_t row = 0; row < firstIncoming_; ++row) rowsOf_[all_.reports[row].record].push_back(row);
    for (const auto& [record, rows] : touched) {
        for (const std::uint32_t row : rows) {
            rowsOf_[record].push_back(static_cast<std::uint32_t>(all_.size()));
            all_.append(incoming, Rows{row});
            all_.reports.back().record = record;
        }
    }
    std::set<ReportPlace> places;
    for (const StoredReport& report : all_.reports) places.emplace(report.batch, report.sourceRow);
    BANLANG_TRY(edges, edgesFrom(place_.database, std::move(places)));
    for (const ReportEdge& edge : edges) older_[{edge.newerBatch, edge.newerRow}].emplace_back(edge.olderBatch, edge.olderRow);
    return {};
}

RecordReport RecordGroup::reportAt(std::uint32_t row) const {
    const StoredReport& stored = all_.reports[row];
    const BatchFacts& facts = place_.book.of(stored.batch);
    return {place_.book.reportId(stored),
            row,
            stored.reportedOn,
            all_.stated(row),
            stored.held,
            !place_.book.counts(stored),
            facts.origins.contains(issuersOrCommunesOf(all_.rows)[row])};
}

/// What one report supersedes it supersedes through others as well, wherever those are: taken back, or not in this store.
void RecordGroup::addKnownEdges(Settlement& record) const {
    std::map<ReportPlace, std::uint32_t> places;
    for (std::uint32_t i = 0; i < record.rows.size(); ++i) {
        const StoredReport& stored = all_.reports[record.rows[i]];
        places[{stored.batch, stored.sourceRow}] = i;
    }
    for (const auto& [report, place] : places) {
        std::set<ReportPlace> seen{report};
        std::vector<ReportPlace> open{report};
        while (!open.empty()) {
            const auto found = older_.find(open.back());
            open.pop_back();
            if (found == older_.end()) continue;
            for (const ReportPlace& other : found->second) {
                if (!seen.insert(other).second) continue;
                if (const auto older = places.find(other); older != places.end())
                    record.supersessions.push_back({place, older->second});
                else
                    open.push_back(other);
            }
        }
    }
}

void RecordGroup::compareLast(Settlement& record, std::map<std::int64_t, BatchTally>& tallies) {
    StoredReport& stored = all_.reports[record.rows.back()];
    const std::int64_t import = place_.book.of(stored.batch).importId;
    std::vector<bool> sameImport;
    for (std::size_t i = 0; i + 1 < record.rows.size(); ++i)
        sameImport.push_back(place_.book.of(all_.reports[record.rows[i]].batch).importId == import);
    const Arrival arrival = compareArrival(recordKind(place_.role), all_.rows, record.reports, record.supersessions, sameImport);
    stored.held |= arrival.held;
    record.reports.back().held = stored.held;
    const auto newer = static_cast<std::uint32_t>(record.rows.size() - 1);
    for (const std::uint32_t older : arrival.supersedes) {
        record.supersessions.push_back({newer, older});
        const StoredReport& other = all_.reports[record.rows[older]];
        newEdges_.push_back({stored.batch, stored.sourceRow, other.batch, other.sourceRow});
    }
    BatchTally& tally = tallies[stored.batch];
    count(tally.counts, arrival.kind);
    const bool open = arrival.kind == ArrivalKind::conflict || arrival.kind == ArrivalKind::waiting;
    if (open && !stored.reportedOn.known()) ++tally.counts.undated;
    tally.named.insert(record.record);
}

Result<void> RecordGroup::settle(bool compare, std::map<std::int64_t, BatchTally>& tallies) {
    values_ = emptyTable(place_.role);
    for (const auto& [id, rows] : rowsOf_) {
        Settlement record{id, {}, {}, {}};
        for (const std::uint32_t row : rows) {
            if (row >= firstIncoming_) continue;
            record.rows.push_back(row);
            record.reports.push_back(reportAt(row));
        }
        if (compare) addKnownEdges(record);
        for (const std::uint32_t row : rows) {
            if (row < firstIncoming_) continue;
            record.rows.push_back(row);
            record.reports.push_back(reportAt(row));
            if (compare && record.rows.size() > 1) compareLast(record, tallies);
        }
        addKnownEdges(record);
        finish(record);
    }
    return {};
}

void RecordGroup::finish(const Settlement& record) {
    const RecordResolution resolution = resolveReports(all_.rows, record.reports, record.supersessions);
    for (std::size_t i = 0; i < record.rows.size(); ++i) {
        all_.reports[record.rows[i]].counts = resolution.counts[i];
        all_.reports[record.rows[i]].disputed = 0;
    }
    for (const FieldConflict& conflict : resolution.conflicts) {
        for (const std::uint32_t report : conflict.reports) all_.reports[record.rows[report]].disputed |= fieldBit(conflict.field);
    }
    appendResolved(record, resolution);
}

void RecordGroup::appendResolved(const Settlement& record, const RecordResolution& resolution) {
    std::int32_t last = -1;
    for (std::size_t field = 0; field < values_.columns.size(); ++field) {
        const std::int32_t report = resolution.last[field];
        if (report < 0) {
            values_.columns[field].appendMissing();
            continue;
        }
        appendValue(values_.columns[field], all_.rows.columns[field], record.rows[static_cast<std::size_t>(report)]);
        const auto dayOf = [&](std::int32_t one) {
            const Date day = record.reports[static_cast<std::size_t>(one)].reportedOn;
            return day.known() ? day.daysSince1970 : -Date::noDay;
        };
        if (last < 0 || dayOf(last) <= dayOf(report)) last = report;
    }
    if (values_.geometry.kind != GeometryKind::none) {
        const std::int32_t report = resolution.last[geometryPosition];
        if (report < 0)
            values_.geometry.endFeature();
        else
            values_.geometry.appendFeature(all_.rows.geometry, record.rows[static_cast<std::size_t>(report)]);
    }
    ++values_.rowCount;
    resolved_.push_back({record.record, last < 0 ? 0 : all_.reports[record.rows[static_cast<std::size_t>(last)]].batch});
}

std::vector<StoredReport> RecordGroup::lastOf(std::int64_t record, std::size_t field) const {
    std::vector<StoredReport> found;
    for (const std::uint32_t row : rowsOf_.at(record)) {
        const StoredReport& report = all_.reports[row];
        if (((report.counts | report.disputed) & fieldBit(field)) == 0) continue;
        const auto day = [](const StoredReport& one) {
            return one.reportedOn.known() ? one.reportedOn.daysSince1970 : -Date::noDay;
        };
        if (!found.empty() && day(found.front()) < day(report)) found.clear();
        if (found.empty() || day(found.front()) == day(report)) found.push_back(report);
    }
    return found;
}

Result<void> RecordGroup::write() {
    for (const ResolvedRecord& record : resolved_) {
        if (record.batch == 0) gone_.push_back(record.record);
    }
    BANLANG_CHECK(table_.updateRecords(values_, resolved_));
    for (StoredReport& report : all_.reports) {
        if (std::binary_search(gone_.begin(), gone_.end(), report.record)) report.record = 0;
    }
    BANLANG_CHECK(table_.makeReady());
    std::vector<StoredReport> there;
    std::copy_if(all_.reports.begin(), all_.reports.end(), std::back_inserter(there),
                 [](const StoredReport& report) { return report.fid != 0; });
    BANLANG_CHECK(table_.update(there));
    BANLANG_CHECK(table_.insert(all_));
    BANLANG_CHECK(addEdges(place_.database, newEdges_));
    return table_.removeRecords(gone_);
}

} // namespace banlang::detail
