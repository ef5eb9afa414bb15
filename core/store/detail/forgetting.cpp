// SPDX-License-Identifier: MIT
#include "core/store/detail/forgetting.h"

#include "core/model/record_reports.h"
#include "core/store/gpkg/detail/table_reader.h"
#include "core/store/gpkg/detail/transaction.h"
#include "core/store/records/detail/batch_book.h"
#include "core/store/records/detail/person_key.h"
#include "core/store/records/detail/record_writer.h"
#include "core/store/records/detail/report_log.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

namespace banlang::detail {
namespace {

constexpr std::size_t shortestWord = 4; ///< shorter ones are found in other words
constexpr std::size_t standInLength = 12;

std::uint64_t personalFields(const RecordKind& kind) {
    std::uint64_t fields = 0;
    for (std::size_t field = 0; field < kind.fields.size(); ++field) {
        if (kind.fields[field].sensitivity == Sensitivity::personal) fields |= fieldBit(field);
    }
    return fields;
}

/// Where a record that was named by a person alone gets a name that says nothing: its number, else what told it from others.
const RecordField* standInField(const RecordKind& kind) {
    for (const auto names : {kind.key, kind.identity}) {
        for (const std::string_view name : names) {
            const RecordField* field = findField(kind, name);
            const bool free = names.data() == kind.key.data() || field->sensitivity == Sensitivity::personal;
            if (field != nullptr && field->type == ColumnType::text && free) return field;
        }
    }
    return nullptr;
}

} // namespace

/// Rows of one table of the store with the keys that they bear.
struct Forgetting::Table {
    std::string name;
    bool ofReports = false;
    FeatureTable rows;
    std::vector<std::int64_t> fids;
    std::vector<std::uint32_t> occurrences;
    std::vector<std::int64_t> records; ///< of reports: fids of the rows that they come to; 0: none

    /// Rows of records that several reports come to are worked out from those.
    [[nodiscard]] static Result<Table> read(const Database& database, const RecordKind& kind, const std::string& name,
                                            bool ofReports) {
        Table table{name, ofReports, emptyTable(kind.role), {}, {}, {}};
        Statement select =
            database.prepare(fmt::format("SELECT fid, coalesce(occurrence, 0), {}, {} FROM \"{}\" WHERE source_row IS NOT NULL",
                                         ofReports ? "coalesce(record, 0)" : "fid", columnList(kind, false), name));
        if (!select.valid()) return Unexpected(database.error());
        while (select.row()) {
            table.fids.push_back(select.integer(0));
            table.occurrences.push_back(static_cast<std::uint32_t>(select.integer(1)));
            table.records.push_back(select.integer(2));
            appendRow(table.rows, kind, select, 3);
        }
        if (select.failed()) return Unexpected(database.error());
        return table;
    }
};

Result<void> Forgetting::readActs() {
    BANLANG_TRY(acts, ActLog(file_.database).live(act_kind::forget));
    for (const Act& act : acts) {
        const std::size_t blank = act.subject.find(' ');
        if (blank == std::string::npos) continue;
        const auto key = recordKeyFromText(std::string_view(act.subject).substr(blank + 1));
        if (!key) continue;
        if (std::string_view(act.subject).substr(0, blank) == personSubject)
            persons_.insert(*key);
        else
            keys_[act.subject.substr(0, blank)].insert(*key);
    }
    return {};
}

Result<ForgetReport> Forgetting::apply() {
    BANLANG_CHECK(readActs());
    if (keys_.empty() && persons_.empty()) return report_;
    BANLANG_CHECK(file_.database.run("PRAGMA secure_delete = ON"));
    BANLANG_TRY(households, KeyAliases::of(file_.database, recordKind(Role::households).id));
    households_ = std::move(households);
    const auto ofHouseholds = keys_.find(recordKind(Role::households).id);
    if (ofHouseholds != keys_.end()) {
        for (const RecordKey& key : ofHouseholds->second) forgottenHouseholds_.insert(households_.representative(key));
    }
    for (const RecordKind& kind : recordKinds()) {
        if (keys_.contains(kind.id) || mayRefer(kind)) BANLANG_CHECK(forgetIn(kind));
    }
    BANLANG_CHECK(clearProblems());
    return report_;
}

bool Forgetting::mayRefer(const RecordKind& kind) const {
    if (kind.role == Role::households) return false;
    const bool byNumber = findField(kind, fields::householdReferences.householdId.name) != nullptr;
    const bool byName = findField(kind, fields::headReferences.headName.name) != nullptr;
    return (byNumber && !forgottenHouseholds_.empty()) || (byName && !persons_.empty());
}

bool Forgetting::refersToForgotten(const RecordKind& kind, const FeatureTable& rows, std::size_t row) const {
    if (kind.role == Role::households) return false;
    if (const auto person = persons_.empty() ? std::nullopt : personNamedBy(rows, row); person && persons_.contains(*person))
        return true;
    const Column* household = rows.columnNamed(fields::householdReferences.householdId.name);
    if (forgottenHouseholds_.empty() || household == nullptr || household->isMissing(row)) return false;
    const RecordKey key = issuedKey(issuersOrCommunesOf(rows)[row], {household->text[row]});
    return forgottenHouseholds_.contains(households_.representative(key));
}

Result<void> Forgetting::forgetIn(const RecordKind& kind) {
    std::vector<Table> tables;
    BANLANG_TRY(records, Table::read(file_.database, kind, std::string(kind.table), false));
    tables.push_back(std::move(records));
    if (ReportLog(file_.database, kind.role, file_.epsg).exists()) {
        BANLANG_TRY(reports, Table::read(file_.database, kind, ReportLog::nameOf(kind), true));
        tables.push_back(std::move(reports));
    }
    touched_.clear();
    for (const Table& table : tables) BANLANG_CHECK(forgetRows(kind, table));
    report_.records += touched_.size();
    if (touched_.empty()) return {};
    BANLANG_TRY(book, BatchBook::read(file_.database));
    BANLANG_TRY(ledger, RecordLedger::read(file_.database, kind.role, file_.epsg));
    RecordWriter writer(file_.database, kind.role, file_.epsg, book, ledger);
    return writer.recompute({touched_.begin(), touched_.end()});
}

Result<void> Forgetting::forgetRows(const RecordKind& kind, const Table& table) {
    BANLANG_TRY(aliases, KeyAliases::of(file_.database, kind.id));
    std::set<RecordKey> forgotten;
    if (const auto keys = keys_.find(kind.id); keys != keys_.end()) {
        for (const RecordKey& key : keys->second) forgotten.insert(aliases.representative(key));
    }
    const RecordKeyReader reader(table.rows, kind);
    const std::uint64_t personal = personalFields(kind);
    for (std::size_t row = 0; row < table.rows.rowCount; ++row) {
        const RecordKey key = repeatedKey(reader.key(row), table.occurrences[row]);
        const bool meant = forgotten.contains(aliases.representative(key)) || refersToForgotten(kind, table.rows, row);
        if (!meant) continue;
        std::uint64_t said = 0;
        for (std::size_t field = 0; field < kind.fields.size(); ++field) {
            if ((personal & fieldBit(field)) == 0 || table.rows.columns[field].isMissing(row)) continue;
            said |= fieldBit(field);
            ++report_.values;
            if (kind.fields[field].type == ColumnType::text) words_.emplace(table.rows.columns[field].text[row]);
        }
        if (said == 0) continue;
        if (!table.ofReports)
            ++report_.records;
        else if (table.records[row] != 0)
            touched_.insert(table.records[row]);
        BANLANG_CHECK(standIn(kind, table, row, said));
        BANLANG_CHECK(clear(kind, table, row, said));
    }
    return {};
}

Result<void> Forgetting::clear(const RecordKind& kind, const Table& table, std::size_t row, std::uint64_t fields) {
    std::string sets;
    for (std::size_t field = 0; field < kind.fields.size(); ++field) {
        if ((fields & fieldBit(field)) != 0) sets += fmt::format("\"{}\" = NULL, ", kind.fields[field].name);
    }
    const auto kept = static_cast<std::int64_t>(~fields);
    if (table.ofReports) {
        for (const char* bits : {"counts", "disputed", "erased"}) sets += fmt::format("{0} = {0} & {1}, ", bits, kept);
    }
    sets.resize(sets.size() - 2);
    BANLANG_CHECK(markWriting(file_.database));
    return file_.database.run(fmt::format("UPDATE \"{}\" SET {} WHERE fid = {}", table.name, sets, table.fids[row]));
}

/// A row that nothing but the person named keeps apart from others by a number made of its key, and is found by that key still.
Result<void> Forgetting::standIn(const RecordKind& kind, const Table& table, std::size_t row, std::uint64_t fields) {
    const RecordKey before = repeatedKey(RecordKeyReader(table.rows, kind).key(row), table.occurrences[row]);
    FeatureTable one = emptyTable(kind.role);
    const std::uint32_t chosen[] = {static_cast<std::uint32_t>(row)};
    appendRows(one, table.rows, chosen);
    for (std::size_t field = 0; field < kind.fields.size(); ++field) {
        if ((fields & fieldBit(field)) == 0) continue;
        Column blank{one.columns[field].name, one.columns[field].type, {}, {}, {}};
        blank.appendMissing();
        one.columns[field] = std::move(blank);
    }
    if (repeatedKey(RecordKeyReader(one, kind).key(0), table.occurrences[row]) == before) return {};
    const RecordField* field = standInField(kind);
    if (field == nullptr) return {};
    const std::string name = fmt::format("#{}", toText(before).substr(0, standInLength));
    Column named{std::string(field->name), ColumnType::text, {}, {}, {}};
    named.text.append(name);
    *one.columnNamed(field->name) = std::move(named);
    const RecordKey after = repeatedKey(RecordKeyReader(one, kind).key(0), table.occurrences[row]);
    // The same act in every store.
    BANLANG_CHECK(ActLog(file_.database)
                      .add({{},
                            std::string(act_kind::sameAs),
                            fmt::format("{} {} {}", kind.id, toText(before), toText(after)),
                            {},
                            "1970-01-01T00:00:00Z",
                            {},
                            "forget"}));
    BANLANG_CHECK(markWriting(file_.database));
    return file_.database.run(
        fmt::format(R"(UPDATE "{}" SET "{}" = '{}' WHERE fid = {})", table.name, field->name, name, table.fids[row]));
}

/// What was told of rows quotes them.
Result<void> Forgetting::clearProblems() {
    Statement update = file_.database.prepare(
        "UPDATE banlang_problems SET cause_vi = 'Đã xoá theo yêu cầu', cause_en = 'Removed on request', fix_vi = '', fix_en = '' "
        "WHERE instr(cause_vi, ?1) > 0 OR instr(cause_en, ?1) > 0");
    if (!update.valid()) return Unexpected(file_.database.error());
    for (const std::string& word : words_) {
        if (word.size() < shortestWord) continue;
        update.bind(1, std::string_view(word));
        if (!update.done()) return Unexpected(file_.database.error());
    }
    return {};
}

} // namespace banlang::detail
