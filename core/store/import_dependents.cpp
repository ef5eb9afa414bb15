// SPDX-License-Identifier: MIT
#include "core/store/import_dependents.h"

#include "core/model/record_key.h"
#include "core/store/detail/batch_table.h"
#include "core/store/file/detail/store_file.h"
#include "core/store/gpkg/detail/transaction.h"
#include "core/store/records/detail/act_log.h"
#include "core/store/records/detail/report_log.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

namespace banlang {
namespace {

/// What becomes of the rows of one table when the batches are taken back.
struct TableRows {
    std::vector<std::int64_t> batch; ///< of the last report of each row
    std::vector<bool> goes;          ///< nothing else tells of the record
};

class DependentsSearch {
public:
    DependentsSearch(const detail::StoreFile& file, const District& district, std::span<const std::int64_t> batchIds)
        : file_(file), district_(district), takenBack_(batchIds.begin(), batchIds.end()) {}

    Result<ImportDependents> find() {
        BANLANG_TRY(all, detail::readBatches(file_.database));
        std::set<Role> roles;
        std::int64_t earliest = 0;
        for (StoredBatch& batch : all) {
            if (takenBack_.contains(batch.id)) {
                roles.insert(batch.role);
                hashes_.insert(batch.hash);
                earliest = earliest == 0 ? batch.importId : std::min(earliest, batch.importId);
            }
        }
        for (StoredBatch& batch : all) {
            const bool later = batch.importId >= earliest && batch.state == BatchState::live && !takenBack_.contains(batch.id);
            if (later) found_[batch.id].batch = std::move(batch);
        }
        for (const RecordKind& kind : recordKinds()) BANLANG_CHECK(readRows(kind, roles.contains(kind.role)));
        for (const Role role : roles) BANLANG_CHECK(countReports(recordKind(role)));
        BANLANG_CHECK(countCorrections());
        for (const RecordKind& kind : recordKinds()) countReferences(kind.role);
        BANLANG_CHECK(countDecisions(roles));
        for (auto& [id, one] : found_) {
            if (one.corrections + one.reports + one.references > 0) result_.batches.push_back(std::move(one));
        }
        return std::move(result_);
    }

private:
    [[nodiscard]] std::string takenBackList() const { return fmt::format("{}", fmt::join(takenBack_, ", ")); }

    Result<void> readRows(const RecordKind& kind, bool brought) {
        TableRows& rows = rows_[kind.role];
        detail::Statement select =
            file_.database.prepare(fmt::format("SELECT batch, source_row IS NULL FROM \"{}\" ORDER BY fid", kind.table));
        if (!select.valid()) return Unexpected(file_.database.error());
        while (select.row()) {
            rows.batch.push_back(select.integer(0));
            const bool single = select.integer(1) == 0;
            rows.goes.push_back(brought && single && takenBack_.contains(select.integer(0)));
            result_.recordsGone += rows.goes.back() ? 1U : 0U;
        }
        return select.failed() ? Result<void>(Unexpected(file_.database.error())) : Result<void>();
    }

    /// Records of which several reports speak: whose they are, and whether one of another batch is among them.
    Result<void> countReports(const RecordKind& kind) {
        if (!detail::ReportLog(file_.database, kind.role, file_.epsg).exists()) return {};
        const std::string table = detail::ReportLog::nameOf(kind);
        detail::Statement select = file_.database.prepare(fmt::format(
            "SELECT record, batch, count(*) FROM \"{0}\" WHERE record IN (SELECT record FROM \"{0}\" WHERE record IS NOT "
            "NULL AND batch IN ({1})) GROUP BY record, batch ORDER BY record",
            table, takenBackList()));
        if (!select.valid()) return Unexpected(file_.database.error());
        std::map<std::int64_t, bool> othersName;
        while (select.row()) {
            const bool other = !takenBack_.contains(select.integer(1));
            othersName[select.integer(0)] = othersName[select.integer(0)] || other;
            if (const auto batch = found_.find(select.integer(1)); other && batch != found_.end())
                batch->second.reports += static_cast<std::size_t>(select.integer(2));
        }
        if (select.failed()) return Unexpected(file_.database.error());
        return markGone(kind, othersName);
    }

    Result<void> markGone(const RecordKind& kind, const std::map<std::int64_t, bool>& othersName) {
        detail::Statement select = file_.database.prepare(fmt::format("SELECT fid FROM \"{}\" ORDER BY fid", kind.table));
        if (!select.valid()) return Unexpected(file_.database.error());
        std::vector<bool>& goes = rows_[kind.role].goes;
        for (std::size_t row = 0; row < goes.size() && select.row(); ++row) {
            const auto record = othersName.find(select.integer(0));
            if (record == othersName.end()) continue;
            goes[row] = !record->second;
            ++(record->second ? result_.recordsKept : result_.recordsGone);
        }
        return {};
    }

    Result<void> countCorrections() {
        detail::Statement select = file_.database.prepare(
            fmt::format("SELECT newer_batch, count(DISTINCT newer_row) FROM banlang_supersedes WHERE older_batch IN ({0}) AND "
                        "newer_batch NOT IN ({0}) GROUP BY newer_batch",
                        takenBackList()));
        if (!select.valid()) return Unexpected(file_.database.error());
        while (select.row()) {
            const auto batch = found_.find(select.integer(0));
            if (batch == found_.end()) continue;
            DependentBatch& one = batch->second;
            one.corrections = static_cast<std::size_t>(select.integer(1));
            one.reports -= std::min(one.reports, one.corrections);
        }
        return select.failed() ? Result<void>(Unexpected(file_.database.error())) : Result<void>();
    }

    [[nodiscard]] bool leadsToGone(const TableLinks& links, std::size_t row) const {
        constexpr std::array references{Reference::commune,   Reference::village, Reference::road,  Reference::parcelNumber,
                                        Reference::household, Reference::garden,  Reference::house, Reference::roadWork};
        return std::any_of(references.begin(), references.end(), [&](Reference reference) {
            const std::int32_t target = linkedRow(linksTo(links, reference), row);
            const std::vector<bool>& goes = rows_.at(targetOf(reference)).goes;
            return target != notLinked && static_cast<std::size_t>(target) < goes.size() && goes[static_cast<std::size_t>(target)];
        });
    }

    void countReferences(Role role) {
        const TableRows& rows = rows_.at(role);
        const TableLinks& links = district_.linksOf(role);
        for (std::size_t row = 0; row < rows.batch.size(); ++row) {
            if (rows.goes[row] || !leadsToGone(links, row)) continue;
            if (row < links.method.size() && links.method[row] == LinkMethod::manualOverride) ++result_.links;
            if (const auto batch = found_.find(rows.batch[row]); batch != found_.end()) ++batch->second.references;
        }
    }

    /// What people said of single reports, and of records by their keys.
    Result<void> countDecisions(const std::set<Role>& roles) {
        using namespace detail;
        const ActLog log(file_.database);
        for (const std::string_view kind : {act_kind::release, act_kind::withdrawReport}) {
            BANLANG_TRY(acts, log.live(kind));
            for (const Act& act : acts)
                result_.verdicts += hashes_.contains(act.subject.substr(0, act.subject.find('/'))) ? 1U : 0U;
        }
        BANLANG_TRY(aliases, log.live(act_kind::sameAs));
        // An import says it too, of twins, and names nobody.
        std::erase_if(aliases, [](const Act& act) { return act.madeBy.empty() && act.reason.empty(); });
        for (const Role role : aliases.empty() ? std::set<Role>() : roles) {
            const std::vector<bool>& goes = rows_.at(role).goes;
            const RecordKeyReader keys(district_.table(role), recordKind(role));
            for (std::size_t row = 0; row < goes.size() && row < district_.table(role).rowCount; ++row) {
                if (!goes[row]) continue;
                const std::string key = toText(keys.key(row));
                result_.verdicts += static_cast<std::size_t>(std::count_if(
                    aliases.begin(), aliases.end(), [&](const Act& act) { return act.subject.find(key) != std::string::npos; }));
            }
        }
        return {};
    }

    const detail::StoreFile& file_;
    const District& district_;
    std::set<std::int64_t> takenBack_;
    std::set<std::string> hashes_;
    std::map<std::int64_t, DependentBatch> found_; ///< those that came later, by number
    std::map<Role, TableRows> rows_;
    ImportDependents result_;
};

} // namespace

Bilingual namedFiles(std::span<const StoredBatch> batches) {
    constexpr std::size_t mostNamed = 4;
    std::vector<std::string> files;
    for (const StoredBatch& batch : batches) {
        const std::string name = batch.file.substr(batch.file.rfind('/') + 1);
        if (!name.empty() && std::find(files.begin(), files.end(), name) == files.end()) files.push_back(name);
    }
    const std::size_t more = files.size() - std::min(files.size(), mostNamed);
    files.resize(files.size() - more);
    const std::string named = fmt::format("{}", fmt::join(files, ", "));
    if (more == 0) return {named, named};
    return {fmt::format("{} và {} tệp nữa", named, more), fmt::format("{} and {} more files", named, more)};
}

std::size_t StoredImport::liveBatches() const {
    return static_cast<std::size_t>(
        std::count_if(batches.begin(), batches.end(), [](const StoredBatch& batch) { return batch.state == BatchState::live; }));
}

std::string_view StoredImport::state() const {
    const std::size_t live = liveBatches();
    if (live == 0) return batches.empty() ? std::string_view() : banlang::id(batches.back().state);
    return live == batches.size() ? banlang::id(BatchState::live) : "partly";
}

std::vector<StoredImport> importsOf(std::span<const StoredBatch> batches) {
    std::map<std::int64_t, StoredImport> byNumber;
    for (const StoredBatch& batch : batches) {
        StoredImport& import = byNumber[batch.importId];
        import.id = batch.importId;
        // A batch that counts again keeps the time of its first import.
        import.importedAt = std::max(import.importedAt, batch.importedAt);
        import.rowsLoaded += batch.rowsLoaded;
        import.batches.push_back(batch);
    }
    std::vector<StoredImport> imports;
    imports.reserve(byNumber.size());
    for (auto& [number, import] : byNumber) imports.push_back(std::move(import));
    return imports;
}

Result<ImportDependents> dependentsOf(const std::string& storePath, std::span<const std::int64_t> batchIds) {
    BANLANG_TRY(district, openDistrict(storePath));
    BANLANG_TRY(file, detail::openStoreFile(storePath, false));
    return detail::inReadTransaction(file.database, [&] { return DependentsSearch(file, district, batchIds).find(); });
}

Bilingual textOf(const ImportDependents& dependents) {
    std::size_t corrections = 0;
    std::size_t reports = 0;
    std::size_t references = 0;
    for (const DependentBatch& one : dependents.batches) {
        corrections += one.corrections;
        reports += one.reports;
        references += one.references;
    }
    std::vector<std::string> vi;
    std::vector<std::string> en;
    const auto add = [&](std::size_t count, const Label& words) {
        if (count == 0) return;
        vi.push_back(fmt::format("{} {}", count, words.vi));
        en.push_back(fmt::format("{} {}", count, words.en));
    };
    add(corrections, {"dòng đã sửa số liệu của lần nạp này", "rows that corrected its figures"});
    add(reports, {"báo cáo khác về cùng bản ghi", "other reports of the same records"});
    add(references, {"dòng gắn với bản ghi chỉ lần nạp này có", "rows linked to records that it alone tells of"});
    add(dependents.verdicts, {"quyết định về số liệu của lần nạp này", "decisions about its figures"});
    add(dependents.links, {"dòng do người nối vào bản ghi của lần nạp này", "rows that a person linked to its records"});
    if (vi.empty()) return {};
    std::vector<StoredBatch> batches;
    for (const DependentBatch& one : dependents.batches) batches.push_back(one.batch);
    const Bilingual files = namedFiles(batches);
    const auto sentence = [](std::string_view head, const std::vector<std::string>& parts, const std::string& names) {
        return fmt::format("{}: {}{}.", head, fmt::join(parts, "; "), names.empty() ? "" : fmt::format(" ({})", names));
    };
    Bilingual text{sentence("Đến sau và có liên quan", vi, files.vi), sentence("Came later and depends on it", en, files.en)};
    if (dependents.recordsKept > 0) {
        text.vi += fmt::format(" {} bản ghi vẫn còn vì báo cáo khác nhắc đến.", dependents.recordsKept);
        text.en += fmt::format(" {} records stay, since other reports name them.", dependents.recordsKept);
    }
    return text;
}

} // namespace banlang
