// SPDX-License-Identifier: MIT
#include "core/store/forget.h"

#include "core/store/detail/forgetting.h"
#include "core/store/detail/record_search.h"
#include "core/store/gpkg/detail/transaction.h"
#include "core/store/records/detail/foreign_rows.h"
#include "core/store/records/detail/person_key.h"
#include "core/store/store.h"

#include <fmt/format.h>

#include <set>
#include <vector>

namespace banlang {
namespace {

Error ambiguous(const std::string& storePath, std::string_view key, const std::vector<detail::FoundRecord>& found) {
    std::string issuers;
    for (const detail::FoundRecord& record : found)
        issuers += fmt::format("{}{}", issuers.empty() ? "" : ", ", issuersOf(record.reports.rows)[0]);
    return {ErrorKind::usage,
            "record-ambiguous",
            {fmt::format("Có {} bản ghi mang số “{}”: {}", found.size(), key, issuers),
             fmt::format("{} records bear the number “{}”: {}", found.size(), key, issuers)},
            {"Viết đơn vị/số", "Write issuer/number"},
            {storePath, {}, -1, {}}};
}

/// Names of the household with its units that no other household of the store bears; counts the others.
std::set<RecordKey> ownNames(const detail::RecordSearch& search, const detail::FoundRecord& household, std::size_t& namesakes) {
    std::set<RecordKey> names;
    const FeatureTable& said = household.reports.rows;
    for (std::size_t row = 0; row < said.rowCount; ++row) {
        for (const RecordKey& key : detail::personKeysOf(said, row)) names.insert(key);
    }
    const FeatureTable& all = search.ledger().rows();
    for (std::size_t row = 0; row < all.rowCount; ++row) {
        if (search.ledger().fids()[row] == household.record) continue;
        std::size_t shared = 0;
        for (const RecordKey& key : detail::personKeysOf(all, row)) shared += names.erase(key);
        namesakes += shared > 0 ? 1U : 0U;
    }
    return names;
}

/// The copy of the tables holds the values as well.
Result<void> removeCopy(const detail::Database& database) {
    detail::Statement select = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'banlang_columns_state'");
    const bool there = select.row();
    if (!select.done()) return Unexpected(database.error());
    return there ? database.run("DELETE FROM banlang_columns; DELETE FROM banlang_columns_state") : Result<void>();
}

} // namespace

Result<ForgetReport> forgetRecord(const std::string& storePath, Role role, std::string_view key, const std::string& by,
                                  const std::string& reason, const Progress& progress) {
    ForgetReport report;
    {
        BANLANG_TRY(file, detail::openStoreFile(storePath, true));
        const auto forget = [&]() -> Result<void> {
            BANLANG_CHECK(detail::adoptForeignChanges(file.database, file.epsg));
            BANLANG_TRY(search, detail::RecordSearch::open(file, role));
            BANLANG_TRY(found, search.named(key));
            if (found.empty()) return Unexpected(search.unknown(key));
            if (found.size() > 1) return Unexpected(ambiguous(storePath, key, found));
            const std::vector<RecordKey> keys = detail::reportKeys(found.front().reports, role);
            for (const RecordKey& one : std::set(keys.begin(), keys.end())) {
                const std::string subject = fmt::format("{} {}", recordKind(role).id, toText(one));
                BANLANG_CHECK(
                    detail::ActLog(file.database).add({{}, std::string(detail::act_kind::forget), subject, {}, {}, by, reason}));
            }
            std::size_t namesakes = 0;
            const auto names = role == Role::households ? ownNames(search, found.front(), namesakes) : std::set<RecordKey>();
            for (const RecordKey& one : names) {
                const std::string subject = fmt::format("{} {}", detail::personSubject, toText(one));
                BANLANG_CHECK(
                    detail::ActLog(file.database).add({{}, std::string(detail::act_kind::forget), subject, {}, {}, by, reason}));
            }
            BANLANG_TRY(done, detail::Forgetting(file).apply());
            report = done;
            report.namesakes = namesakes;
            return removeCopy(file.database);
        };
        BANLANG_CHECK(detail::inStoreTransaction(file, forget, false, progress));
        progress.tell(0.5, {"Viết lại tệp kho", "Writing the store anew"});
        BANLANG_CHECK(file.database.run("VACUUM"));
    }
    if (auto store = Store::openForWriting(storePath)) (void)store->renewCopy(progress);
    return report;
}

} // namespace banlang
