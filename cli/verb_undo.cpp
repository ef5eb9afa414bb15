// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "cli/interruption.h"
#include "core/store/store.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct UndoArguments {
    std::string store;
    std::string batch;
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

void printBatch(const StoredBatch& batch, Language language) {
    fmt::print("{:>5}  {:<9} {:<20} {:<16} {:>9}  {} / {}\n", batch.id, id(batch.state), batch.importedAt,
               recordKind(batch.role).label.in(language), batch.rowsLoaded, batch.file, batch.layer);
}

Error unknownBatch(const std::string& text) {
    return {
        ErrorKind::usage,
        "batch-unknown",
        {fmt::format("“{}” không phải số của lần nạp", text), fmt::format("“{}” is not the number of a batch", text)},
        {"Viết số lần nạp, hoặc last cho cả lần nạp gần nhất", "Write the number of a batch, or last for all of the latest import"},
        {}};
}

/// One batch by its number, or all that is still live of the latest import.
Result<std::vector<std::int64_t>> chosen(const std::string& text, const std::vector<StoredBatch>& batches) {
    std::vector<std::int64_t> ids;
    if (text == "last") {
        std::int64_t latest = 0;
        for (const StoredBatch& batch : batches) {
            if (batch.state == BatchState::live) latest = std::max(latest, batch.importId);
        }
        for (const StoredBatch& batch : batches) {
            if (batch.state == BatchState::live && batch.importId == latest) ids.push_back(batch.id);
        }
        if (ids.empty()) return Unexpected(unknownBatch(text));
        return ids;
    }
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size()) return Unexpected(unknownBatch(text));
    ids.push_back(number);
    return ids;
}

int print(std::string_view field, const std::vector<StoredBatch>& batches, const CommonOptions& common) {
    Json list = Json::array();
    for (const StoredBatch& batch : batches) {
        if (common.json)
            list.push_back(batchJson(batch));
        else
            printBatch(batch, common.language());
    }
    if (common.json) printJson("undo", {{std::string(field), list}});
    return 0;
}

int runUndo(const UndoArguments& arguments, const CommonOptions& common) {
    auto store = arguments.batch.empty() ? Store::openForReading(arguments.store) : Store::openForWriting(arguments.store);
    if (!store) return fail(common, store.error());
    const auto batches = store->batches();
    if (!batches) return fail(common, batches.error());
    if (arguments.batch.empty()) return print("batches", *batches, common);
    const auto ids = chosen(arguments.batch, *batches);
    if (!ids) return fail(common, ids.error());
    allowTimeToStop(timeForAStore);
    const auto undone = store->undo(*ids, terminalProgress(common));
    if (!undone) return fail(common, undone.error());
    say(common, {fmt::format("Đã lấy lại {} lần nạp", undone->size()), fmt::format("Took back {} batches", undone->size())});
    return print("undone", *undone, common);
}

} // namespace

void addUndo(CommandLine& line) {
    auto arguments = std::make_shared<UndoArguments>();
    VerbOptions verb = line.addVerb(
        "undo", "Lấy lại một lần nạp; không có số thì liệt kê / take an import back; lists them when no batch is given");
    verb.option("STORE", arguments->store, "Kho / store (.gpkg)").required();
    verb.option("BATCH", arguments->batch, "Số lần nạp, hoặc last / number of the batch, or last");
    line.whenChosen(verb, [&line, arguments] { return runUndo(*arguments, line.common); });
}

} // namespace banlang::cli
