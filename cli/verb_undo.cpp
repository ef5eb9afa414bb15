// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "cli/interruption.h"
#include "cli/terminal.h"
#include "core/store/import_dependents.h"
#include "core/text/format.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <set>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct UndoArguments {
    std::string store;
    std::string batch;
    std::size_t import = 0;
    std::string by;
    bool dryRun = false;
    bool redo = false;
    bool purge = false;

    /// Of the batches that may be chosen.
    [[nodiscard]] BatchState state() const { return redo || purge ? BatchState::undone : BatchState::live; }
    [[nodiscard]] bool lists() const { return batch.empty() && import == 0; }
};

Json batchJson(const StoredBatch& batch) {
    Json json = {{"batch", batch.id},
                 {"import", batch.importId},
                 {"file", batch.file},
                 {"layer", batch.layer},
                 {"role", recordKind(batch.role).id},
                 {"imported_at", batch.importedAt},
                 {"rows_loaded", batch.rowsLoaded},
                 {"state", id(batch.state)}};
    if (batch.replacedBy > 0) json["replaced_by"] = batch.replacedBy;
    return json;
}

Json importJson(const StoredImport& import) {
    Json batches = Json::array();
    std::set<std::string> files;
    for (const StoredBatch& batch : import.batches) {
        batches.push_back(batch.id);
        files.insert(batch.file);
    }
    return {{"import", import.id}, {"imported_at", import.importedAt}, {"state", import.state()},
            {"files", files},      {"rows_loaded", import.rowsLoaded}, {"batches", batches}};
}

Json dependentsJson(const ImportDependents& dependents, Language language) {
    Json batches = Json::array();
    for (const DependentBatch& one : dependents.batches) {
        batches.push_back({{"batch", one.batch.id},
                           {"import", one.batch.importId},
                           {"file", one.batch.file},
                           {"layer", one.batch.layer},
                           {"corrections", one.corrections},
                           {"reports", one.reports},
                           {"references", one.references}});
    }
    return {{"batches", batches},
            {"decisions", dependents.verdicts},
            {"linked_by_person", dependents.links},
            {"records_kept", dependents.recordsKept},
            {"records_gone", dependents.recordsGone},
            {"text", textOf(dependents).in(language)}};
}

/// As a person reads them; programs read `state`.
std::string_view wordOf(std::string_view state, Language language) {
    constexpr std::pair<std::string_view, Label> words[] = {{"live", {"đang dùng", "live"}},
                                                            {"undone", {"đã lấy lại", "taken back"}},
                                                            {"replaced", {"đã bị thay", "replaced"}},
                                                            {"partly", {"còn một phần", "partly live"}}};
    const auto found = std::find_if(std::begin(words), std::end(words), [&](const auto& one) { return one.first == state; });
    return found == std::end(words) ? state : found->second.in(language);
}

void printBatch(const StoredBatch& batch, Language language) {
    print("    #{:<5} {:<13} {:<18} {:>9}  {} / {}\n", batch.id, wordOf(id(batch.state), language),
          recordKind(batch.role).label.in(language), batch.rowsLoaded, batch.file, batch.layer);
}

void printImport(const StoredImport& import, Language language) {
    const bool vietnamese = language == Language::vietnamese;
    std::set<std::string> files;
    for (const StoredBatch& batch : import.batches) files.insert(batch.file);
    print("{} {:<4} {}  {}  {} {}, {} {}\n", vietnamese ? "Lần nạp" : "Import", import.id,
          formatLocalTime(import.importedAt, language), wordOf(import.state(), language), files.size(),
          vietnamese ? "tệp" : "files", import.rowsLoaded, vietnamese ? "dòng" : "rows");
    for (const StoredBatch& batch : import.batches) printBatch(batch, language);
}

Error unknownBatch(const std::string& text) {
    return {ErrorKind::usage,
            "batch-unknown",
            {fmt::format("“{}” không phải số của lớp đã nạp", text), fmt::format("“{}” is not the number of a batch", text)},
            {"Viết số của một lớp, --import và số của lần nạp, hoặc last cho cả lần nạp gần nhất",
             "Write the number of a batch, --import and the number of an import, or last for all of the latest import"},
            {}};
}

Error unknownImport(const UndoArguments& arguments) {
    const std::size_t number = arguments.import;
    const Bilingual live{fmt::format("Kho không có lần nạp số {} còn hiệu lực", number),
                         fmt::format("The store has no live import {}", number)};
    const Bilingual undone{fmt::format("Lần nạp số {} không có lớp nào đã lấy lại", number),
                           fmt::format("Nothing of import {} was taken back", number)};
    return {ErrorKind::usage,
            "import-unknown",
            arguments.state() == BatchState::undone ? undone : live,
            {"Xem danh sách bằng banlang undo KHO", "See the list with banlang undo STORE"},
            {}};
}

/// One batch by its number, or all of an import that is still live, or was taken back, of the latest for "last".
Result<std::vector<std::int64_t>> chosen(const UndoArguments& arguments, const std::vector<StoredBatch>& batches) {
    auto import = static_cast<std::int64_t>(arguments.import);
    if (import == 0 && arguments.batch != "last") {
        std::int64_t number = 0;
        const std::string& text = arguments.batch;
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (failure != std::errc() || end != text.data() + text.size()) return Unexpected(unknownBatch(text));
        return std::vector{number};
    }
    for (const StoredBatch& batch : batches) {
        if (arguments.import == 0 && batch.state == arguments.state()) import = std::max(import, batch.importId);
    }
    std::vector<std::int64_t> ids;
    for (const StoredBatch& batch : batches) {
        if (batch.state == arguments.state() && batch.importId == import) ids.push_back(batch.id);
    }
    if (ids.empty()) return Unexpected(arguments.import == 0 ? unknownBatch(arguments.batch) : unknownImport(arguments));
    return ids;
}

int printList(const std::vector<StoredBatch>& batches, const CommonOptions& common) {
    const std::vector<StoredImport> imports = importsOf(batches);
    Json list = Json::array();
    Json byImport = Json::array();
    for (const StoredBatch& batch : batches) list.push_back(batchJson(batch));
    for (const StoredImport& import : imports) {
        if (!common.json) printImport(import, common.language());
        byImport.push_back(importJson(import));
    }
    if (common.json) printJson("undo", {{"batches", list}, {"imports", byImport}});
    return 0;
}

int printUndone(const std::vector<StoredBatch>& undone, const ImportDependents& dependents, bool dryRun,
                const CommonOptions& common) {
    const Language language = common.language();
    Json list = Json::array();
    for (const StoredBatch& batch : undone) {
        list.push_back(batchJson(batch));
        if (!common.json) printBatch(batch, language);
    }
    if (dependents.any() && !common.json) print("{}\n", textOf(dependents).in(language));
    if (!common.json) return 0;
    Json json = {{dryRun ? "would_undo" : "undone", list},
                 {"imports", Json::array()},
                 {"later", dependentsJson(dependents, language)},
                 {"dry_run", dryRun}};
    for (const StoredImport& import : importsOf(undone)) json["imports"].push_back(importJson(import));
    printJson("undo", json);
    return 0;
}

int printBatches(std::string_view field, const std::vector<StoredBatch>& batches, bool dryRun, const CommonOptions& common) {
    Json list = Json::array();
    for (const StoredBatch& batch : batches) {
        list.push_back(batchJson(batch));
        if (!common.json) printBatch(batch, common.language());
    }
    if (common.json) printJson("undo", {{std::string(field), list}, {"dry_run", dryRun}});
    return 0;
}

std::vector<StoredBatch> thoseOf(const std::vector<StoredBatch>& batches, const std::vector<std::int64_t>& ids) {
    std::vector<StoredBatch> found;
    std::copy_if(batches.begin(), batches.end(), std::back_inserter(found),
                 [&](const StoredBatch& batch) { return std::find(ids.begin(), ids.end(), batch.id) != ids.end(); });
    return found;
}

int runRedo(const UndoArguments& arguments, Store& store, const std::vector<StoredBatch>& batches, const CommonOptions& common) {
    const auto ids = chosen(arguments, batches);
    if (!ids) return fail(common, ids.error());
    if (arguments.dryRun) return printBatches("would_redo", thoseOf(batches, *ids), true, common);
    allowTimeToStop(timeForAStore);
    const auto redone = store.redo(*ids, terminalProgress(common), arguments.by);
    if (!redone) return fail(common, redone.error());
    storeIsWritten();
    say(common, {fmt::format("Đã đưa lại {} lớp", redone->size()), fmt::format("Brought back {} batches", redone->size())});
    return printBatches("redone", *redone, false, common);
}

int runPurge(const UndoArguments& arguments, Store& store, const std::vector<StoredBatch>& batches, const CommonOptions& common) {
    const auto ids = chosen(arguments, batches);
    if (!ids) return fail(common, ids.error());
    if (arguments.dryRun) return printBatches("would_purge", thoseOf(batches, *ids), true, common);
    allowTimeToStop(timeForAStore);
    const auto purged = store.purge(*ids, terminalProgress(common), arguments.by);
    if (!purged) return fail(common, purged.error());
    storeIsWritten();
    say(common, {fmt::format("Đã xóa hẳn {} lớp đã lấy lại", purged->size()),
                 fmt::format("Removed {} batches for good that were taken back", purged->size())});
    return printBatches("purged", *purged, false, common);
}

int runUndo(const UndoArguments& arguments, const CommonOptions& common) {
    const bool reads = arguments.lists() || arguments.dryRun;
    auto store = reads ? Store::openForReading(arguments.store) : Store::openForWriting(arguments.store);
    if (!store) return fail(common, store.error());
    const auto batches = store->batches();
    if (!batches) return fail(common, batches.error());
    if (arguments.lists()) return printList(*batches, common);
    if (arguments.purge) return runPurge(arguments, *store, *batches, common);
    if (arguments.redo) return runRedo(arguments, *store, *batches, common);
    const auto ids = chosen(arguments, *batches);
    if (!ids) return fail(common, ids.error());
    // Before they go: afterwards nothing tells any more what hung on them.
    const auto dependents = dependentsOf(arguments.store, *ids);
    if (!dependents) return fail(common, dependents.error());
    if (arguments.dryRun) return printUndone(thoseOf(*batches, *ids), *dependents, true, common);
    allowTimeToStop(timeForAStore);
    const auto undone = store->undo(*ids, terminalProgress(common), arguments.by);
    if (!undone) return fail(common, undone.error());
    storeIsWritten();
    say(common, {fmt::format("Đã lấy lại {} lớp đã nạp", undone->size()), fmt::format("Took back {} batches", undone->size())});
    return printUndone(*undone, *dependents, false, common);
}

} // namespace

void addUndo(CommandLine& line) {
    auto arguments = std::make_shared<UndoArguments>();
    VerbOptions verb =
        line.addVerb("undo", "Lấy lại một lần nạp; không có số thì liệt kê / take an import back; lists them when none is given");
    verb.option("STORE", arguments->store, "Kho / store (.gpkg)").required();
    const OptionRules batch =
        verb.option("BATCH", arguments->batch, "Số của một lớp đã nạp, hoặc last: lần nạp gần nhất / number of a batch, or last");
    verb.option("--import", arguments->import, "Số của cả một lần nạp / number of a whole import").excludes(batch);
    verb.option("--by", arguments->by, "Người lấy lại / who takes it back");
    const OptionRules redo = verb.flag("--redo", arguments->redo, "Đưa lại những gì đã lấy lại / bring back what was taken back");
    verb.flag("--purge", arguments->purge, "Xóa hẳn những gì đã lấy lại / remove for good what was taken back").excludes(redo);
    verb.flag("--dry-run", arguments->dryRun, "Chỉ xem những gì liên quan / only show what depends on it");
    line.whenChosen(verb, [&line, arguments] { return runUndo(*arguments, line.common); });
}

} // namespace banlang::cli
