// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "cli/interruption.h"
#include "core/store/merge.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <charconv>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct SendArguments {
    std::string store;
    std::string since;
    std::string file;
};

Error notASelection(const std::string& text) {
    return {ErrorKind::usage,
            "bad-since",
            {fmt::format("“{}” không phải số của lần nạp hay ngày", text),
             fmt::format("“{}” is neither the number of a batch nor a day", text)},
            {"Viết số lần nạp, hoặc ngày như 2022-05-31", "Write the number of a batch, or a day such as 2022-05-31"},
            {}};
}

/// The number of a batch, or a day.
Result<SendSelection> selectionOf(const std::string& text) {
    SendSelection selection;
    if (text.empty()) return selection;
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure == std::errc() && end == text.data() + text.size()) {
        selection.afterBatch = number;
        return selection;
    }
    const auto day = parseDate(text);
    if (!day) return Unexpected(notASelection(text));
    selection.since = toIso(*day);
    return selection;
}

Json personalJson(const SendReport& report) {
    Json tables = Json::object();
    for (const auto& [table, columns] : report.personalValues) {
        for (const auto& [column, count] : columns) tables[table][column] = count;
    }
    return tables;
}

void printReport(const SendReport& report, const std::string& file, Language language) {
    const bool vietnamese = language == Language::vietnamese;
    print("{}: {} {}\n", file, report.batches.size(), vietnamese ? "lớp" : "layers");
    for (const StoredBatch& batch : report.batches)
        print("{:>5}  {:<16} {:>9}  {} / {}\n", batch.id, recordKind(batch.role).label.in(language), batch.rowsLoaded, batch.file,
              batch.layer);
    if (report.personalValues.empty()) return;
    print("{}\n", vietnamese ? "Có thông tin cá nhân; người nhận sẽ giữ:" : "It carries personal data; the receiver will hold:");
    for (const auto& [table, columns] : report.personalValues) {
        for (const auto& [column, count] : columns) print("  {:<28} {:<20} {:>9}\n", table, column, count);
    }
}

int runSend(const SendArguments& arguments, const CommonOptions& common) {
    const auto selection = selectionOf(arguments.since);
    if (!selection) return fail(common, selection.error());
    allowTimeToStop(timeForAStore);
    const auto report = sendBatches(arguments.store, *selection, arguments.file, terminalProgress(common));
    if (!report) return fail(common, report.error());
    if (!common.json) {
        printReport(*report, arguments.file, common.language());
        return 0;
    }
    Json batches = Json::array();
    for (const StoredBatch& batch : report->batches) batches.push_back(storedBatchJson(batch));
    printJson("send", {{"file", arguments.file}, {"batches", batches}, {"personal_values", personalJson(*report)}});
    return 0;
}

} // namespace

void addSend(CommandLine& line) {
    auto arguments = std::make_shared<SendArguments>();
    VerbOptions verb =
        line.addVerb("send", "Ghi phần mới của kho thành một gói nhỏ để gửi đi / write what is new as a small store to be sent");
    verb.option("STORE", arguments->store, "Kho / store (.gpkg)").required();
    verb.option("--since", arguments->since, "Sau lần nạp số mấy, hoặc từ ngày / after which batch, or since a day");
    verb.option("-o", arguments->file, "Gói / the file (.gpkg)").required();
    line.whenChosen(verb, [&line, arguments] { return runSend(*arguments, line.common); });
}

} // namespace banlang::cli
