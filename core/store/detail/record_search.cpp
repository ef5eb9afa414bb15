// SPDX-License-Identifier: MIT
#include "core/store/detail/record_search.h"

#include "core/text/keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace banlang::detail {

Result<RecordSearch> RecordSearch::open(const StoreFile& file, Role role) {
    RecordSearch search(file, role);
    BANLANG_TRY(ledger, RecordLedger::read(file.database, role, file.epsg));
    search.ledger_ = std::move(ledger);
    BANLANG_TRY(severals, ReportLog(file.database, role, file.epsg).read("1", false));
    search.severals_ = std::move(severals);
    search.severalKeys_ = reportKeys(search.severals_, role);
    return search;
}

bool RecordSearch::bears(const FeatureTable& rows, const RecordKeyReader& reader, std::size_t row, std::string_view wanted) const {
    const std::string key = numberKey(reader.text(row));
    if (key == wanted) return true;
    const std::string issuer = numberKey(issuersOf(rows)[row]);
    return !issuer.empty() && wanted.size() == issuer.size() + 1 + key.size() && wanted.starts_with(issuer) &&
           wanted[issuer.size()] == '/' && wanted.ends_with(key);
}

Result<FoundRecord> RecordSearch::whole(const RecordKey& key) const {
    FoundRecord found{ledger_.find(key).value_or(0), key, LoggedReports(role_)};
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t row = 0; row < severals_.size(); ++row) {
        const std::int64_t record = severals_.reports[row].record;
        const bool attached = record != 0 && record == found.record;
        if (attached || (record == 0 && ledger_.aliases().representative(severalKeys_[row]) == key)) chosen.push_back(row);
    }
    if (found.record != 0) {
        const std::int64_t fids[] = {found.record};
        BANLANG_TRY(single, ReportLog(file_->database, role_, file_->epsg).readSingle(fids));
        if (single.size() > 0) found.reports = std::move(single);
    }
    found.reports.append(severals_, chosen);
    return found;
}

Result<std::vector<FoundRecord>> RecordSearch::named(std::string_view text) const {
    const std::string wanted = numberKey(text);
    const auto hash = recordKeyFromText(text);
    std::set<RecordKey> keys;
    const auto take = [&](const FeatureTable& rows, const RecordKeyReader& reader, std::size_t row, const RecordKey& key) {
        if (hash ? key == *hash : bears(rows, reader, row, wanted)) keys.insert(ledger_.aliases().representative(key));
    };
    const RecordKeyReader ofSeveral(severals_.rows, recordKind(role_));
    for (std::size_t row = 0; row < severals_.size(); ++row) take(severals_.rows, ofSeveral, row, severalKeys_[row]);
    const RecordKeyReader ofOne(ledger_.rows(), recordKind(role_));
    for (std::size_t row = 0; row < ledger_.rows().rowCount; ++row) {
        const std::int32_t occurrence = ledger_.occurrences()[row];
        if (occurrence < 0) continue;
        take(ledger_.rows(), ofOne, row, repeatedKey(ofOne.key(row), static_cast<std::uint32_t>(occurrence)));
    }
    std::vector<FoundRecord> found;
    for (const RecordKey& key : keys) {
        BANLANG_TRY(record, whole(key));
        const bool again = std::any_of(found.begin(), found.end(),
                                       [&](const FoundRecord& one) { return one.record != 0 && one.record == record.record; });
        if (!again && record.reports.size() > 0) found.push_back(std::move(record));
    }
    return found;
}

Result<FoundRecord> RecordSearch::at(std::size_t row, const RecordKey& expected) const {
    const RecordKeyReader keys(ledger_.rows(), recordKind(role_));
    if (row >= ledger_.rows().rowCount || keys.key(row) != expected) {
        return Unexpected(Error{ErrorKind::failed,
                                "record-moved",
                                {"Kho đã thay đổi từ khi mở", "The store was changed since it was opened"},
                                {"Mở lại kho", "Open the store again"},
                                {file_->path, std::string(recordKind(role_).table), -1, {}}});
    }
    const std::int64_t fid = ledger_.fids()[row];
    if (const std::int32_t occurrence = ledger_.occurrences()[row]; occurrence >= 0)
        return whole(ledger_.aliases().representative(repeatedKey(expected, static_cast<std::uint32_t>(occurrence))));
    const auto named = std::find_if(severals_.reports.begin(), severals_.reports.end(),
                                    [&](const StoredReport& report) { return report.record == fid; });
    // A row that another program wrote has no report yet.
    if (named == severals_.reports.end()) return FoundRecord{fid, expected, LoggedReports(role_)};
    return whole(ledger_.aliases().representative(severalKeys_[static_cast<std::size_t>(named - severals_.reports.begin())]));
}

Error RecordSearch::unknown(std::string_view text) const {
    return {ErrorKind::usage,
            "record-unknown",
            {fmt::format("Kho không có bản ghi “{}”", text), fmt::format("The store has no record “{}”", text)},
            {"Viết số như trong bảng, hoặc đơn vị/số nếu nhiều đơn vị cùng đánh số đó",
             "Write the number as in the table, or issuer/number where several issuers gave it"},
            {file_->path, std::string(recordKind(role_).table), -1, {}}};
}

} // namespace banlang::detail
