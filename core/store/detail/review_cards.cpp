// SPDX-License-Identifier: MIT
#include "core/store/detail/review_cards.h"

#include "core/model/record_key.h"
#include "core/model/record_reports.h"
#include "core/model/report_resolution.h"
#include "core/store/detail/batch_table.h"
#include "core/store/detail/leftover_pairs.h"
#include "core/store/records/detail/record_ledger.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace banlang::detail {

Result<std::vector<ReviewCard>> ReviewCards::read() {
    BANLANG_TRY(book, BatchBook::read(file_.database));
    book_ = std::move(book);
    for (const RecordKind& kind : recordKinds()) {
        if (!ReportLog(file_.database, kind.role, file_.epsg).exists()) continue;
        BANLANG_CHECK(addConflicts(kind));
        BANLANG_CHECK(addHeld(kind));
    }
    BANLANG_CHECK(addBatches());
    BANLANG_CHECK(addRefused());
    std::vector<ReviewCard> cards;
    for (auto& [key, card] : cards_) cards.push_back(std::move(card));
    std::stable_sort(cards.begin(), cards.end(), [](const ReviewCard& a, const ReviewCard& b) { return a.count > b.count; });
    return cards;
}

ReviewCard& ReviewCards::cardOf(ReviewCause cause, Role role, const std::string& issuer) {
    ReviewCard& card = cards_[{cause, role, issuer}];
    card.cause = cause;
    card.role = role;
    card.issuer = issuer;
    return card;
}

void ReviewCards::add(ReviewCard& card, ReviewCase one) {
    ++card.count;
    for (const ReviewReport& report : one.reports) {
        const auto place = std::lower_bound(card.batches.begin(), card.batches.end(), report.batch);
        if (place == card.batches.end() || *place != report.batch) card.batches.insert(place, report.batch);
    }
    card.cases.push_back(std::move(one));
}

ReviewReport ReviewCards::reportAt(const RecordKind& kind, const LoggedReports& rows, std::uint32_t row,
                                   std::uint64_t fields) const {
    const StoredReport& stored = rows.reports[row];
    ReviewReport report;
    report.id = book_.reportId(stored);
    report.batch = stored.batch;
    report.row = stored.sourceRow;
    report.reportedOn = reportDayOf(rows.rows, row, book_.of(stored.batch).reportedOn);
    const std::uint64_t shown = fields & rows.stated(row);
    for (std::size_t field = 0; field < kind.fields.size(); ++field) {
        if ((shown & fieldBit(field)) != 0 && !kind.fields[field].internal)
            report.values.emplace_back(&kind.fields[field], rows.rows.columns[field].valueText(row));
    }
    report.holds = (stored.counts & fields) != 0;
    return report;
}

Result<void> ReviewCards::addConflicts(const RecordKind& kind) {
    BANLANG_TRY(rows, ReportLog(file_.database, kind.role, file_.epsg).read("disputed <> 0 AND record IS NOT NULL", false));
    const RecordKeyReader keys(rows.rows, kind);
    for (std::uint32_t first = 0; first < rows.size();) {
        std::uint32_t end = first;
        std::uint64_t fields = 0;
        while (end < rows.size() && rows.reports[end].record == rows.reports[first].record) fields |= rows.reports[end++].disputed;
        ReviewCase one{keys.text(first), {}, {}, {}};
        for (std::uint32_t row = first; row < end; ++row) one.reports.push_back(reportAt(kind, rows, row, fields));
        add(cardOf(ReviewCause::conflict, kind.role, std::string(issuersOf(rows.rows)[first])), std::move(one));
        first = end;
    }
    return {};
}

Result<void> ReviewCards::addHeld(const RecordKind& kind) {
    BANLANG_TRY(held, ReportLog(file_.database, kind.role, file_.epsg).read("held <> 0", false));
    const RecordKeyReader keys(held.rows, kind);
    std::vector<std::uint32_t> corrections;
    for (std::uint32_t row = 0; row < held.size(); ++row) {
        const StoredReport& report = held.reports[row];
        if (!book_.counts(report)) continue;
        if (report.held == ~std::uint64_t{0}) {
            corrections.push_back(row);
            continue;
        }
        ReviewCase one{keys.text(row), {reportAt(kind, held, row, report.held)}, {}, {}};
        add(cardOf(ReviewCause::reportDayMissing, kind.role, std::string(issuersOf(held.rows)[row])), std::move(one));
    }
    return corrections.empty() ? Result<void>() : addCorrections(kind, held, corrections);
}

/// With the record that each may put right: the only one that agrees in all but what it says.
Result<void> ReviewCards::addCorrections(const RecordKind& kind, const LoggedReports& held,
                                         const std::vector<std::uint32_t>& rows) {
    BANLANG_TRY(ledger, RecordLedger::read(file_.database, kind.role, file_.epsg));
    const RecordKeyReader known(ledger.rows(), kind);
    const LooseIndex places = looseIndexOf(ledger, kind);
    const RecordKeyReader keys(held.rows, kind);
    for (const std::uint32_t row : rows) {
        ReviewCase one{keys.text(row), {reportAt(kind, held, row, ~std::uint64_t{0})}, {}, {}};
        const auto found = places.find(looseKey(held.rows, kind, keys, row));
        if (found != places.end() && found->second.size() == 1) {
            one.mayCorrect = known.text(found->second.front());
            one.mayCorrectKey = toText(known.key(found->second.front()));
        }
        add(cardOf(ReviewCause::probableCorrection, kind.role, std::string(issuersOf(held.rows)[row])), std::move(one));
    }
    return {};
}

/// A later reading of the same bytes says the same and better; of other bytes it took away what it did not name.
Result<void> ReviewCards::addBatches() {
    BANLANG_TRY(batches, readBatches(file_.database));
    for (const StoredBatch& batch : batches) {
        if (batch.state != BatchState::replaced) continue;
        const auto by =
            std::find_if(batches.begin(), batches.end(), [&](const StoredBatch& one) { return one.id == batch.replacedBy; });
        if (by != batches.end() && by->sha == batch.sha && !batch.sha.empty()) continue;
        ReviewCard& card = cardOf(ReviewCause::replacedBatch, batch.role, {});
        card.batches.push_back(batch.id);
        card.count += batch.rowsLoaded;
    }
    return {};
}

Result<void> ReviewCards::addRefused() {
    Statement select = file_.database.prepare(
        "SELECT b.fid, b.role, count(*) FROM banlang_batches b JOIN banlang_problems p ON p.batch = b.fid "
        "WHERE p.rule = 'duplicate-key' AND p.severity = 'rejected' AND b.hash LIKE 'v3-%' AND b.state <> 'undone' AND NOT EXISTS "
        "(SELECT 1 FROM banlang_batches n WHERE n.sha = b.sha AND n.layer = b.layer AND n.state = 'live' AND n.hash NOT LIKE "
        "'v3-%') "
        "GROUP BY b.fid ORDER BY b.fid");
    if (!select.valid()) return Unexpected(file_.database.error());
    while (select.row()) {
        ReviewCard& card = cardOf(ReviewCause::refusedRows, roleFromId(select.text(1)).value_or(Role::communes), {});
        card.batches.push_back(select.integer(0));
        card.count += static_cast<std::size_t>(select.integer(2));
    }
    return select.failed() ? Result<void>(Unexpected(file_.database.error())) : Result<void>();
}

} // namespace banlang::detail
