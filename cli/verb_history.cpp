// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/report/audience.h"
#include "core/store/history.h"
#include "core/text/format.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct HistoryArguments {
    std::string store;
    std::string kind;
    std::string key;
    std::string audience = "meeting";
};

Json actsJson(const std::vector<HistoryAct>& acts, Language language) {
    Json list = Json::array();
    for (const HistoryAct& act : acts) {
        list.push_back({{"kind", act.kind},
                        {"words", wordsOf(act).in(language)},
                        {"made_at", act.madeAt},
                        {"made_by", act.madeBy},
                        {"reason", act.reason}});
    }
    return list;
}

Json reportJson(const HistoryReport& report, Audience audience, Language language) {
    Json values = Json::object();
    for (const auto& [field, text] : report.values) {
        if (mayShow(audience, *field)) values[std::string(field->name)] = text;
    }
    return {{"id", report.id},
            {"as_of", report.reportedOn.known() ? Json(toIso(report.reportedOn)) : Json()},
            {"batch", report.batch},
            {"import", report.importId},
            {"file", report.file},
            {"layer", report.layer},
            {"row", report.row},
            {"imported_at", report.importedAt},
            {"values", values},
            {"changed", report.changed},
            {"counts", report.counts},
            {"held", report.held},
            {"disputed", report.disputed},
            {"superseded_by", report.supersededBy},
            {"withdrawn", report.withdrawn},
            {"acts", actsJson(report.acts, language)}};
}

void printActs(const std::vector<HistoryAct>& acts, Language language) {
    for (const HistoryAct& act : acts) {
        print("      > {}, {}{}{}\n", wordsOf(act).in(language), formatLocalTime(act.madeAt, language),
              act.madeBy.empty() ? "" : ", " + act.madeBy, act.reason.empty() ? "" : ": " + act.reason);
    }
}

void printReport(const HistoryReport& report, Audience audience, Language language) {
    const bool vietnamese = language == Language::vietnamese;
    std::string state;
    const auto note = [&](bool holds, Label text) {
        if (holds) state += fmt::format("  [{}]", text.in(language));
    };
    note(report.withdrawn, {"đã rút", "withdrawn"});
    note(!report.disputed.empty(), {"mâu thuẫn", "disputed"});
    note(!report.held.empty(), {"chờ quyết định", "waiting"});
    note(!report.withdrawn && report.counts.empty(), {"không còn tính", "counts no longer"});
    const std::string day =
        report.reportedOn.known() ? formatDate(report.reportedOn, language) : (vietnamese ? "không rõ ngày" : "no day");
    print("  {:<14} #{:<5} {} / {}, {} {}, {}{}\n", day, report.batch, report.file, report.layer, vietnamese ? "dòng" : "row",
          report.row, formatLocalTime(report.importedAt, language), state);
    for (const auto& [field, text] : report.values) {
        if (!mayShow(audience, *field)) continue;
        const bool changed = std::find(report.changed.begin(), report.changed.end(), field->name) != report.changed.end();
        print("    {} {:<28} {}\n", changed ? '*' : ' ', field->label.in(language), text);
    }
    printActs(report.acts, language);
}

Error notShown(Role role) {
    const Label& label = recordKind(role).label;
    return {ErrorKind::usage,
            "not-for-this-audience",
            {fmt::format("Từng bản ghi “{}” chỉ dành cho tổ công tác", label.vi),
             fmt::format("Single records of {} are for the working group only", label.en)},
            {"Thêm --audience working-group", "Add --audience working-group"},
            {}};
}

int runHistory(const HistoryArguments& arguments, const CommonOptions& common) {
    const auto role = kindNamed(arguments.kind);
    if (!role) return fail(common, role.error());
    const Audience audience = *audienceFromId(arguments.audience);
    if (!mayShowRecordOf(audience, *role)) return fail(common, notShown(*role));
    const auto history = recordHistory(arguments.store, *role, arguments.key);
    if (!history) return fail(common, history.error());
    Json records = Json::array();
    for (const HistoryRecord& record : history->records) {
        const std::string& key = mayShowKeysOf(audience, *role) ? record.key : arguments.key;
        Json reports = Json::array();
        if (!common.json) print("{} {} ({})\n", recordKind(*role).label.in(common.language()), key, record.issuer);
        for (const HistoryReport& report : record.reports) {
            if (common.json)
                reports.push_back(reportJson(report, audience, common.language()));
            else
                printReport(report, audience, common.language());
        }
        if (!common.json) printActs(record.acts, common.language());
        records.push_back(
            {{"issuer", record.issuer}, {"key", key}, {"reports", reports}, {"acts", actsJson(record.acts, common.language())}});
    }
    if (!common.json) return 0;
    // Of the only record, for scripts.
    const Json only = records.size() == 1 ? records[0]["reports"] : Json::array();
    printJson("history", {{"records", records}, {"reports", only}});
    return 0;
}

} // namespace

void addHistory(CommandLine& line) {
    auto arguments = std::make_shared<HistoryArguments>();
    VerbOptions verb = line.addVerb("history", "Mọi điều đã được báo về một bản ghi / all that was ever said of a record");
    verb.option("STORE", arguments->store, "Kho / store (.gpkg)").required();
    verb.option("KIND", arguments->kind, "Loại / kind: road-works, donations, …").required();
    verb.option("KEY", arguments->key, "Số của bản ghi, hoặc đơn vị/số / its number, or issuer/number").required();
    verb.option("--audience", arguments->audience, "Cho ai / for whom").oneOf({"meeting", "working-group", "public"}).showDefault();
    line.whenChosen(verb, [&line, arguments] { return runHistory(*arguments, line.common); });
}

} // namespace banlang::cli
