// SPDX-License-Identifier: MIT
#include "core/store/detail/review_decisions.h"

#include "core/model/record_reports.h"
#include "core/model/report_resolution.h"
#include "core/store/detail/batch_table.h"
#include "core/store/detail/record_search.h"
#include "core/store/records/detail/record_writer.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang::detail {
namespace {

constexpr std::string_view sameAsWord = "same-as:";

Error notOpen(const StoreFile& file, const ReviewVerdict& decision) {
    const std::string what = decision.report.empty() ? fmt::format("{}", decision.batch) : decision.report;
    return {ErrorKind::usage,
            "not-open",
            {fmt::format("“{}” không phải câu hỏi đang chờ", what), fmt::format("“{}” is no open question", what)},
            {"Xem banlang review KHO", "See banlang review STORE"},
            {file.path, {}, -1, {}}};
}

Error badDecision(const StoreFile& file, const ReviewVerdict& decision, Bilingual why) {
    return {ErrorKind::usage,
            "bad-decision",
            {fmt::format("Không thể quyết định “{}”: {}", decision.decision, why.vi),
             fmt::format("“{}” cannot be decided: {}", decision.decision, why.en)},
            {"Chọn right, wrong, separate, same-as:SỐ; với lần nạp: right, wrong, bring-back",
             "Choose right, wrong, separate, same-as:KEY; for a batch: right, wrong, bring-back"},
            {file.path, {}, -1, {}}};
}

std::string conditionOf(const ReportPlace& place) {
    return fmt::format("batch = {} AND source_row = {}", place.first, place.second);
}

std::uint64_t openFields(const StoredReport& report) {
    return report.disputed | report.held;
}

} // namespace

Result<void> ReviewVerdicts::decide(std::span<const ReviewVerdict> decisions, const Progress& progress) {
    for (const RecordKind& kind : recordKinds()) {
        const ReportLog log(file_.database, kind.role, file_.epsg);
        if (log.exists()) BANLANG_CHECK(log.makeReady());
    }
    BANLANG_TRY(book, BatchBook::read(file_.database));
    book_ = std::move(book);
    BANLANG_TRY(batches, readBatches(file_.database));
    batches_ = std::move(batches);
    for (const ReviewVerdict& decision : decisions)
        BANLANG_CHECK(decision.report.empty() ? decideBatch(decision) : decideReport(decision));
    return settle(progress);
}

Result<void> ReviewVerdicts::add(std::string_view kind, std::string subject, std::string supersedes,
                                 const ReviewVerdict& decision) const {
    BANLANG_CHECK(ActLog(file_.database)
                      .add({{}, std::string(kind), std::move(subject), std::move(supersedes), {}, decision.by, decision.reason}));
    return {};
}

Result<RecordLedger*> ReviewVerdicts::ledgerOf(Role role) {
    const auto known = ledgers_.find(role);
    if (known != ledgers_.end()) return &known->second;
    BANLANG_TRY(ledger, RecordLedger::read(file_.database, role, file_.epsg));
    return &ledgers_.emplace(role, std::move(ledger)).first->second;
}

Result<ReviewVerdicts::Subject> ReviewVerdicts::subjectOf(const ReviewVerdict& decision) const {
    const auto place = book_.placeOf(decision.report);
    if (!place) return Unexpected(notOpen(file_, decision));
    const auto batch =
        std::find_if(batches_.begin(), batches_.end(), [&](const StoredBatch& one) { return one.id == place->first; });
    if (batch == batches_.end()) return Unexpected(notOpen(file_, decision));
    BANLANG_TRY(rows, ReportLog(file_.database, batch->role, file_.epsg).read(conditionOf(*place)));
    if (rows.size() == 0 || openFields(rows.reports[0]) == 0 || !book_.counts(rows.reports[0]))
        return Unexpected(notOpen(file_, decision));
    rows.reports[0].reportedOn = reportDayOf(rows.rows, 0, batch->reportedOn);
    return Subject{batch->role, std::move(rows)};
}

Result<void> ReviewVerdicts::decideReport(const ReviewVerdict& decision) {
    BANLANG_TRY(subject, subjectOf(decision));
    touched_[subject.role].push_back(subject.report.reports[0].record);
    if (decision.decision == "right") return right(decision, subject);
    if (decision.decision == "separate") return separate(decision, subject);
    if (decision.decision.starts_with(sameAsWord)) return sameAs(decision, subject, decision.decision.substr(sameAsWord.size()));
    if (decision.decision == "wrong") return add(act_kind::withdrawReport, decision.report, {}, decision);
    return Unexpected(badDecision(file_, decision, {"không có lựa chọn này", "there is no such choice"}));
}

/// All open reports of a batch at once, or the batch itself.
Result<void> ReviewVerdicts::decideBatch(const ReviewVerdict& decision) {
    const auto batch =
        std::find_if(batches_.begin(), batches_.end(), [&](const StoredBatch& one) { return one.id == decision.batch; });
    if (batch == batches_.end()) return Unexpected(notOpen(file_, decision));
    if (decision.decision == "bring-back") return bringBack(decision, *batch);
    BANLANG_TRY(open, ReportLog(file_.database, batch->role, file_.epsg)
                          .read(fmt::format("batch = {} AND (disputed <> 0 OR held <> 0)", batch->id), false));
    if (open.size() == 0) return Unexpected(notOpen(file_, decision));
    for (const StoredReport& report : open.reports) {
        if (!book_.counts(report)) continue;
        ReviewVerdict one = decision;
        one.report = book_.reportId(report);
        BANLANG_CHECK(decideReport(one));
    }
    return {};
}

Result<void> ReviewVerdicts::bringBack(const ReviewVerdict& decision, const StoredBatch& batch) {
    if (batch.state != BatchState::replaced) return Unexpected(notOpen(file_, decision));
    constexpr std::string_view kinds[] = {act_kind::withdraw, act_kind::reread};
    BANLANG_TRY(before, ActLog(file_.database).idsAbout(batch.hash, kinds));
    return add(act_kind::redo, batch.hash, before, decision);
}

Result<void> ReviewVerdicts::right(const ReviewVerdict& decision, const Subject& subject) {
    const StoredReport& report = subject.report.reports[0];
    if (report.held == ~std::uint64_t{0}) {
        // What it may put right is the only record that agrees with it in all else.
        BANLANG_TRY(ledger, ledgerOf(subject.role));
        const RecordKind& kind = recordKind(subject.role);
        const auto [index, isNew] = looseIndexes_.try_emplace(subject.role);
        if (isNew) index->second = looseIndexOf(*ledger, kind);
        const auto places = index->second.find(looseKey(subject.report.rows, kind, RecordKeyReader(subject.report.rows, kind), 0));
        if (places == index->second.end() || places->second.size() != 1)
            return Unexpected(
                badDecision(file_, decision, {"không rõ sửa bản ghi nào", "it is not clear which record it corrects"}));
        return sameAs(decision, subject, toText(RecordKeyReader(ledger->rows(), kind).key(places->second.front())));
    }
    if (report.held != 0) BANLANG_CHECK(putAbove(subject, report.record));
    if (report.disputed != 0) BANLANG_CHECK(sayByHand(subject));
    return add(act_kind::release, decision.report, {}, decision);
}

/// Reports of a record that speak as of the day of another, or of no day, and have a word in these fields.
Result<std::vector<StoredReport>> ReviewVerdicts::rivalsOf(const Subject& subject, std::int64_t record,
                                                           std::uint64_t fields) const {
    const StoredReport& report = subject.report.reports[0];
    const std::int64_t records[] = {record};
    const ReportLog table(file_.database, subject.role, file_.epsg);
    BANLANG_TRY(others, table.readOfRecords(records));
    BANLANG_TRY(single, table.readSingle(records));
    for (std::uint32_t row = 0; row < single.size(); ++row) {
        single.reports[row].counts = statedBy(single.rows, row);
        others.append(single, std::vector<std::uint32_t>{row});
    }
    std::vector<StoredReport> rivals;
    for (std::size_t row = 0; row < others.size(); ++row) {
        const StoredReport& other = others.reports[row];
        const Date day = reportDayOf(others.rows, row, book_.of(other.batch).reportedOn);
        const bool itself = other.batch == report.batch && other.sourceRow == report.sourceRow;
        const bool sameDay = day == report.reportedOn || !day.known() || !report.reportedOn.known();
        if (!itself && sameDay && ((other.counts | other.disputed) & fields) != 0) rivals.push_back(other);
    }
    return rivals;
}

/// It knows the words that count in what it says, and takes their place.
Result<void> ReviewVerdicts::putAbove(const Subject& subject, std::int64_t record) {
    const StoredReport& report = subject.report.reports[0];
    const std::uint64_t asked = report.held == ~std::uint64_t{0} ? subject.report.stated(0) : openFields(report);
    BANLANG_TRY(rivals, rivalsOf(subject, record, asked));
    std::vector<ReportEdge> edges;
    edges.reserve(rivals.size());
    for (const StoredReport& rival : rivals) edges.push_back({report.batch, report.sourceRow, rival.batch, rival.sourceRow});
    touched_[subject.role].push_back(record);
    return addEdges(file_.database, edges);
}

/// Whoever finds another party right later on, here or elsewhere, contradicts that person, and not the files: a report that would
/// take the place of its own successor settles nothing.
Result<void> ReviewVerdicts::sayByHand(const Subject& subject) {
    const StoredReport& report = subject.report.reports[0];
    BANLANG_TRY(rivals, rivalsOf(subject, report.record, report.disputed));
    std::vector<ReportPlace> older{{report.batch, report.sourceRow}};
    for (const StoredReport& rival : rivals) older.emplace_back(rival.batch, rival.sourceRow);
    HandReports& words = byHand_.try_emplace(subject.role, file_.database, subject.role, file_.epsg).first->second;
    words.add(subject.report.rows, 0, report.disputed, {report.record, report.occurrence, report.reportedOn}, older);
    return {};
}

Result<void> ReviewVerdicts::separate(const ReviewVerdict& decision, const Subject& subject) {
    BANLANG_TRY(ledger, ledgerOf(subject.role));
    const IncomingReports one = incomingFrom(LoggedReports(subject.report), subject.role, false);
    if (ledger->find(one.keys[0]))
        return Unexpected(
            badDecision(file_, decision,
                        {"cùng đơn vị và cùng số với bản ghi đã có; sửa số trong tệp rồi nạp lại",
                         "issuer and number are those of a known record; mend the number in the file and import it again"}));
    return add(act_kind::release, decision.report, {}, decision);
}

Result<RecordKey> ReviewVerdicts::keyOf(const ReviewVerdict& decision, Role role, const std::string& target) {
    if (const auto key = recordKeyFromText(target)) return *key;
    BANLANG_TRY(search, RecordSearch::open(file_, role));
    if (const auto place = book_.placeOf(target)) {
        const ReportLog table(file_.database, role, file_.epsg);
        BANLANG_TRY(single, table.readSingleWhere(conditionOf(*place)));
        BANLANG_TRY(several, table.read(conditionOf(*place), false));
        if (single.size() + several.size() == 0) return Unexpected(search.unknown(target));
        return reportKeys(single.size() > 0 ? single : several, role).front();
    }
    BANLANG_TRY(found, search.named(target));
    if (found.empty()) return Unexpected(search.unknown(target));
    if (found.size() > 1)
        return Unexpected(badDecision(
            file_, decision, {"nhiều đơn vị có số này; viết đơn vị/số", "several issuers gave this number; write issuer/number"}));
    return found.front().key;
}

Result<void> ReviewVerdicts::sameAs(const ReviewVerdict& decision, const Subject& subject, const std::string& target) {
    BANLANG_TRY(key, keyOf(decision, subject.role, target));
    BANLANG_TRY(ledger, ledgerOf(subject.role));
    const auto record = ledger->find(key);
    if (!record) return Unexpected(notOpen(file_, decision));
    const IncomingReports one = incomingFrom(LoggedReports(subject.report), subject.role, false);
    BANLANG_CHECK(putAbove(subject, *record));
    BANLANG_CHECK(add(act_kind::sameAs, fmt::format("{} {} {}", recordKind(subject.role).id, toText(key), toText(one.keys[0])), {},
                      decision));
    return add(act_kind::release, decision.report, {}, decision);
}

/// Brings states and records to what all acts, edges and words by hand come to now.
Result<void> ReviewVerdicts::settle(const Progress& progress) {
    for (auto& [role, words] : byHand_) BANLANG_CHECK(words.write());
    BANLANG_TRY(changed, renewStates(file_.database));
    BANLANG_TRY(book, BatchBook::read(file_.database));
    book_ = std::move(book);
    for (const StoredBatch& batch : changed) touched_[batch.role];
    for (auto& [role, records] : touched_) {
        BANLANG_TRY(ledger, RecordLedger::read(file_.database, role, file_.epsg));
        RecordWriter writer(file_.database, role, file_.epsg, book_, ledger);
        BANLANG_CHECK(writer.uniteDoubles());
        for (const StoredBatch& batch : changed) {
            if (batch.role != role) continue;
            BANLANG_CHECK(batch.state == BatchState::live ? writer.bringBack(batch.id, false, progress)
                                                          : writer.putAside(batch.id));
        }
        BANLANG_CHECK(writer.release(progress));
        BANLANG_CHECK(writer.recompute(std::move(records)));
    }
    return {};
}

} // namespace banlang::detail
