// SPDX-License-Identifier: MIT
#include "core/store/history.h"

#include "core/model/record_reports.h"
#include "core/model/report_resolution.h"
#include "core/store/detail/batch_table.h"
#include "core/store/detail/record_search.h"
#include "core/store/gpkg/detail/transaction.h"
#include "core/store/records/detail/act_log.h"
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

struct ActWords {
    std::string_view kind;
    Label words;
};
constexpr ActWords actWords[] = {
    {detail::act_kind::withdraw, {"Lớp này đã bị lấy lại", "Its batch was taken back"}},
    {detail::act_kind::redo, {"Được tính trở lại", "It counts again"}},
    {detail::act_kind::reread, {"Tệp được đọc lại theo cách khác", "The file was read in another way"}},
    {detail::act_kind::withdrawReport, {"Quyết định: không tính", "Decided: it does not count"}},
    {detail::act_kind::hold, {"Chờ người quyết định", "It waits for a person"}},
    {detail::act_kind::release, {"Quyết định: không phải chờ nữa", "Decided: it waits no longer"}},
    {detail::act_kind::sameAs, {"Ghi là cùng một bản ghi với số khác", "Told to be the same as another number"}},
    {detail::act_kind::forget, {"Xoá dữ liệu cá nhân", "Personal values were removed"}}};

/// Acts by the first word of what they are about: a batch, a report, the kind of a record.
using ActsBySubject = std::multimap<std::string, detail::Act, std::less<>>;

void sortByTime(std::vector<HistoryAct>& acts) {
    std::stable_sort(acts.begin(), acts.end(), [](const HistoryAct& a, const HistoryAct& b) { return a.madeAt < b.madeAt; });
}

/// Marks what each report says otherwise than those before it. That it speaks of another day is what makes it one.
void markChanges(std::vector<HistoryReport>& reports) {
    std::map<std::string_view, std::string_view> last;
    for (HistoryReport& report : reports) {
        for (const auto& [field, text] : report.values) {
            if (field->name == fields::roadWorks.reportedOn.name) continue;
            const auto before = last.find(field->name);
            if (before != last.end() && before->second != text) report.changed.emplace_back(field->name);
            if (!report.withdrawn) last[field->name] = text;
        }
    }
}

class HistoryReader {
public:
    HistoryReader(const detail::StoreFile& file, Role role) : file_(file), kind_(recordKind(role)) {}

    Result<RecordHistory> read(std::string_view key) {
        BANLANG_TRY(search, detail::RecordSearch::open(file_, kind_.role));
        BANLANG_TRY(found, search.named(key));
        if (found.empty()) return Unexpected(search.unknown(key));
        return allOf(found);
    }

    Result<RecordHistory> readAt(std::size_t row, const RecordKey& key) {
        BANLANG_TRY(search, detail::RecordSearch::open(file_, kind_.role));
        BANLANG_TRY(found, search.at(row, key));
        const std::vector<detail::FoundRecord> only{std::move(found)};
        return allOf(only);
    }

private:
    Result<RecordHistory> allOf(const std::vector<detail::FoundRecord>& found) {
        BANLANG_TRY(book, detail::BatchBook::read(file_.database));
        book_ = std::move(book);
        BANLANG_TRY(batches, detail::readBatches(file_.database));
        for (StoredBatch& batch : batches) batches_.emplace(batch.id, std::move(batch));
        BANLANG_TRY(acts, detail::ActLog(file_.database).everything());
        for (detail::Act& act : acts) {
            const std::string subject = act.subject;
            acts_.emplace(subject.substr(0, subject.find(' ')), std::move(act));
        }
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
        static const StoredBatch ofOtherProgram;
        const auto listed = batches_.find(stored.batch);
        const StoredBatch& batch = listed == batches_.end() ? ofOtherProgram : listed->second;
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
        report.importId = batch.importId;
        for (const std::string& subject : {report.id, book_.of(stored.batch).hash}) addActs(report.acts, subject);
        sortByTime(report.acts);
        return report;
    }

    void addActs(std::vector<HistoryAct>& acts, std::string_view subject) const {
        const auto [first, last] = acts_.equal_range(subject);
        for (auto act = first; act != last; ++act)
            acts.push_back({act->second.kind, act->second.madeAt, act->second.madeBy, act->second.reason});
    }

    /// Acts about the record name its kind and its keys.
    [[nodiscard]] std::vector<HistoryAct> actsAbout(const std::vector<RecordKey>& keys) const {
        std::vector<HistoryAct> acts;
        const auto [first, last] = acts_.equal_range(kind_.id);
        for (auto act = first; act != last; ++act) {
            const std::string& subject = act->second.subject;
            const bool named = std::any_of(keys.begin(), keys.end(),
                                           [&](const RecordKey& key) { return subject.find(toText(key)) != std::string::npos; });
            if (named) acts.push_back({act->second.kind, act->second.madeAt, act->second.madeBy, act->second.reason});
        }
        sortByTime(acts);
        return acts;
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
        markChanges(history.reports);
        if (history.reports.empty()) return history; // a row of another program that nothing was imported after
        history.acts = actsAbout(detail::reportKeys(record.reports, kind_.role));
        history.issuer = issuersOf(record.reports.rows)[0];
        history.key = RecordKeyReader(record.reports.rows, kind_).text(0);
        return history;
    }

    const detail::StoreFile& file_;
    const RecordKind& kind_;
    detail::BatchBook book_;
    std::map<std::int64_t, StoredBatch> batches_;
    ActsBySubject acts_;
};

} // namespace

Label wordsOf(const HistoryAct& act) {
    const auto found =
        std::find_if(std::begin(actWords), std::end(actWords), [&](const ActWords& one) { return one.kind == act.kind; });
    return found == std::end(actWords) ? Label{"Việc không rõ", "Something unknown"} : found->words;
}

Result<RecordHistory> recordHistory(const std::string& storePath, Role role, std::string_view key) {
    BANLANG_TRY(file, detail::openStoreFile(storePath, false));
    return detail::inReadTransaction(file.database, [&] { return HistoryReader(file, role).read(key); });
}

Result<RecordHistory> recordHistoryAt(const std::string& storePath, Role role, std::size_t row, const RecordKey& key) {
    BANLANG_TRY(file, detail::openStoreFile(storePath, false));
    return detail::inReadTransaction(file.database, [&] { return HistoryReader(file, role).readAt(row, key); });
}

} // namespace banlang
