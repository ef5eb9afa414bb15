// SPDX-License-Identifier: MIT
#include "core/store/detail/review_decisions.h"

#include "core/model/record_reports.h"
#include "core/model/report_resolution.h"
#include "core/store/detail/batch_table.h"
#include "core/store/detail/leftover_pairs.h"
#include "core/store/detail/record_search.h"
#include "core/store/records/detail/record_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

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

std::uint64_t openFields(const StoredReport& report) {
    return report.disputed | report.held;
}

} // namespace

Result<void> ReviewVerdicts::decide(std::span<const ReviewVerdict> decisions, const Progress& progress) {
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
    const std::size_t slash = decision.report.rfind('/');
    const std::string hash = decision.report.substr(0, slash);
    std::uint32_t row = 0;
    const char* const end = decision.report.data() + decision.report.size();
    const bool numbered = slash != std::string::npos && std::from_chars(decision.report.data() + slash + 1, end, row).ptr == end;
    const auto batch = std::find_if(batches_.begin(), batches_.end(), [&](const StoredBatch& one) { return one.hash == hash; });
    if (!numbered || batch == batches_.end()) return Unexpected(notOpen(file_, decision));
    BANLANG_TRY(
        rows,
        ReportLog(file_.database, batch->role, file_.epsg).read(fmt::format("batch = {} AND source_row = {}", batch->id, row)));
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
        one.report = fmt::format("{}/{}", batch->hash, report.sourceRow);
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
        const std::string loose = looseKey(subject.report.rows, kind, RecordKeyReader(subject.report.rows, kind), 0);
        const RecordKeyReader known(ledger->rows(), kind);
        std::vector<std::size_t> places;
        for (std::size_t place = 0; place < ledger->rows().rowCount; ++place) {
            if (looseKey(ledger->rows(), kind, known, place) == loose) places.push_back(place);
        }
        if (places.size() != 1)
            return Unexpected(
                badDecision(file_, decision, {"không rõ sửa bản ghi nào", "it is not clear which record it corrects"}));
        return sameAs(decision, subject, toText(known.key(places.front())));
    }
    BANLANG_CHECK(putAbove(subject, report.record));
    return add(act_kind::release, decision.report, {}, decision);
}

/// It knows the words that count in what it says, and takes their place.
Result<void> ReviewVerdicts::putAbove(const Subject& subject, std::int64_t record) {
    const StoredReport& report = subject.report.reports[0];
    const std::uint64_t asked =
        report.held == ~std::uint64_t{0} ? statedBy(subject.report.rows, 0) | report.erased : openFields(report);
    const std::int64_t records[] = {record};
    const ReportLog table(file_.database, subject.role, file_.epsg);
    BANLANG_TRY(others, table.readOfRecords(records));
    BANLANG_TRY(single, table.readSingle(records));
    for (std::uint32_t row = 0; row < single.size(); ++row) {
        single.reports[row].counts = statedBy(single.rows, row);
        others.append(single, std::vector<std::uint32_t>{row});
    }
    std::vector<ReportEdge> edges;
    for (std::size_t row = 0; row < others.size(); ++row) {
        const StoredReport& other = others.reports[row];
        const Date day = reportDayOf(others.rows, row, book_.of(other.batch).reportedOn);
        const bool itself = other.batch == report.batch && other.sourceRow == report.sourceRow;
        const bool sameDay = day == report.reportedOn || !day.known() || !report.reportedOn.known();
        if (!itself && sameDay && ((other.counts | other.disputed) & asked) != 0)
            edges.push_back({report.batch, report.sourceRow, other.batch, other.sourceRow});
    }
    touched_[subject.role].push_back(record);
    return addEdges(file_.database, edges);
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
    const std::size_t slash = target.rfind('/');
    const std::string hash = target.substr(0, slash);
    const auto batch = std::find_if(batches_.begin(), batches_.end(), [&](const StoredBatch& one) { return one.hash == hash; });
    if (slash != std::string::npos && batch != batches_.end()) {
        std::uint32_t row = 0;
        (void)std::from_chars(target.data() + slash + 1, target.data() + target.size(), row);
        const std::string place = fmt::format("batch = {} AND source_row = {}", batch->id, row);
        const ReportLog table(file_.database, role, file_.epsg);
        BANLANG_TRY(single, table.readSingleWhere(place));
        BANLANG_TRY(several, table.read(place, false));
        if (single.size() + several.size() == 0) return Unexpected(search.unknown(target));
        return search.keyOf(single.size() > 0 ? single : several, 0);
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

/// Brings states and records to what all acts and edges come to now.
Result<void> ReviewVerdicts::settle(const Progress& progress) {
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
