// SPDX-License-Identifier: MIT
#include "core/store/detail/complete_lists.h"

#include "core/store/records/detail/act_log.h"
#include "core/store/records/detail/record_writer.h"

#include <fmt/format.h>

namespace banlang::detail {
namespace {

/// Why reports were taken back: names the batch whose list did it, in every store.
std::string reasonOf(const std::string& batchHash) {
    return fmt::format("complete {}", batchHash);
}

} // namespace

void CompleteLists::add(Role role, const std::vector<std::int64_t>& named) {
    named_[role].insert(named.begin(), named.end());
}

void CompleteLists::addComplete(const std::string& batchHash, Role role, const std::vector<std::int64_t>& unnamed) {
    if (!unnamed.empty()) unnamed_[role][batchHash] = unnamed;
}

Result<void> CompleteLists::endRecords(const StoreFile& file) const {
    if (unnamed_.empty()) return {};
    BANLANG_TRY(before, BatchBook::read(file.database));
    std::map<Role, std::vector<std::int64_t>> ended;
    for (const auto& [role, lists] : unnamed_) {
        const auto named = named_.find(role);
        const ReportLog table(file.database, role, file.epsg);
        for (const auto& [hash, unnamed] : lists) {
            std::vector<std::int64_t> records;
            for (const std::int64_t record : unnamed) {
                if (named == named_.end() || !named->second.contains(record)) records.push_back(record);
            }
            BANLANG_TRY(single, table.readSingle(records));
            BANLANG_TRY(several, table.readOfRecords(records));
            for (const LoggedReports* rows : {&single, &several}) {
                for (const StoredReport& report : rows->reports) {
                    BANLANG_CHECK(
                        ActLog(file.database)
                            .add({{}, std::string(act_kind::withdrawReport), before.reportId(report), {}, {}, {}, reasonOf(hash)}));
                }
            }
            ended[role].insert(ended[role].end(), records.begin(), records.end());
        }
    }
    BANLANG_TRY(book, BatchBook::read(file.database));
    for (auto& [role, records] : ended) {
        BANLANG_TRY(ledger, RecordLedger::read(file.database, role, file.epsg));
        RecordWriter writer(file.database, role, file.epsg, book, ledger);
        BANLANG_CHECK(writer.recompute(std::move(records)));
    }
    return {};
}

Result<std::set<Role>> takeBackEndings(const StoreFile& file, const StoredBatch& batch) {
    const ActLog log(file.database);
    std::set<Role> roles;
    BANLANG_TRY(acts, log.live(act_kind::withdrawReport));
    for (const Act& act : acts) {
        if (act.reason != reasonOf(batch.hash)) continue;
        BANLANG_CHECK(log.add({{}, std::string(act_kind::redo), act.subject, act.id, {}, {}, act.reason}));
        roles.insert(batch.role);
    }
    return roles;
}

Result<void> endAgain(const StoreFile& file, const StoredBatch& batch) {
    const ActLog log(file.database);
    BANLANG_TRY(before, BatchBook::read(file.database));
    std::set<ReportPlace> reports;
    BANLANG_TRY(acts, log.live(act_kind::redo));
    for (const Act& act : acts) {
        const auto report = act.reason == reasonOf(batch.hash) ? before.placeOf(act.subject) : std::nullopt;
        if (!report) continue;
        BANLANG_CHECK(log.add({{}, std::string(act_kind::withdrawReport), act.subject, act.id, {}, {}, act.reason}));
        reports.insert(*report);
    }
    if (reports.empty()) return {};
    BANLANG_TRY(records, ReportLog(file.database, batch.role, file.epsg).recordsOf(reports));
    BANLANG_TRY(book, BatchBook::read(file.database));
    BANLANG_TRY(ledger, RecordLedger::read(file.database, batch.role, file.epsg));
    return RecordWriter(file.database, batch.role, file.epsg, book, ledger).recompute(std::move(records));
}

} // namespace banlang::detail
