// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/base/whole_file.h"
#include "core/base/write_error.h"
#include "core/link/link.h"
#include "core/link/link_candidates.h"
#include "core/link/review_sheet.h"
#include "core/store/store.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct LinkArguments {
    std::string store;
    std::string decideFile;
    std::string exportFile;
    std::string by;
    std::size_t candidates = 0;
    std::size_t withdraw = 0; ///< place in the log, counted from 1; 0: none
    bool log = false;
    bool overwrite = false;
};

constexpr std::size_t candidatesInSheet = 3;

Json openJson(const District& district, const OpenLink& open, std::size_t candidates, Language language) {
    Json json = {{"row", open.row + 1}, {"key", open.key},       {"reason", open.reason.in(language)},
                 {"field", open.field}, {"within", open.within}, {"reason_id", open.reasonId}};
    if (candidates == 0) return json;
    json["candidates"] = Json::array();
    for (const LinkCandidate& candidate : candidatesFor(district, open, candidates)) {
        json["candidates"].push_back({{"key", candidate.key},
                                      {"name", candidate.name},
                                      {"likeness", std::round(candidate.likeness * 1000) / 1000},
                                      {"why", candidate.why.in(language)}});
    }
    return json;
}

Json tableJson(const District& district, const TableLinkReport& report, std::size_t candidates, Language language) {
    Json methods = Json::object();
    for (const auto& [method, count] : report.byMethod) methods[std::string(name(method))] = count;
    Json open = Json::array();
    for (const OpenLink& link : report.open) open.push_back(openJson(district, link, candidates, language));
    return {{"name", recordKind(report.role).id},       {"records", report.records}, {"linked", report.linked},
            {"decided_nowhere", report.decidedNowhere}, {"by_method", methods},      {"open", open}};
}

void printTable(const District& district, const TableLinkReport& report, std::size_t candidates, Language language) {
    fmt::print("{:<18} {:>9} / {:<9}\n", recordKind(report.role).label.in(language), report.linked, report.records);
    for (const OpenLink& open : report.open) {
        fmt::print("      {:<24} {}\n", open.key, open.reason.in(language));
        if (candidates == 0) continue;
        for (const LinkCandidate& candidate : candidatesFor(district, open, candidates))
            fmt::print("          ? {:<22} {:<28} {}\n", candidate.key, candidate.name, candidate.why.in(language));
    }
}

Json decisionJson(const LinkDecision& decision, std::size_t number) {
    return {{"number", number},
            {"role", recordKind(decision.role).id},
            {"field", decision.field},
            {"said", decision.said},
            {"within", decision.within},
            {"target", decision.target},
            {"decided_at", decision.decidedAt},
            {"decided_by", decision.decidedBy},
            {"reason", decision.reason},
            {"state", id(decision.state)}};
}

Json countsJson(const std::vector<LinkDecision>& decisions) {
    std::map<DecisionState, std::size_t> counts;
    for (const LinkDecision& decision : decisions) ++counts[decision.state];
    return {{"live", counts[DecisionState::live]},
            {"superseded", counts[DecisionState::superseded]},
            {"withdrawn", counts[DecisionState::withdrawn]}};
}

int printLog(const std::vector<LinkDecision>& decisions, const CommonOptions& common) {
    Json log = Json::array();
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        const LinkDecision& decision = decisions[i];
        log.push_back(decisionJson(decision, i + 1));
        if (common.json) continue;
        fmt::print("{:>4}  {:<20} {:<10} {}/{} “{}”{} -> {}  {} {}\n", i + 1, decision.decidedAt, id(decision.state),
                   recordKind(decision.role).id, decision.field, decision.said,
                   decision.within.empty() ? "" : fmt::format(" ({})", decision.within),
                   decision.target.empty() ? "-" : decision.target, decision.decidedBy, decision.reason);
    }
    if (common.json) printJson("link", {{"decisions", countsJson(decisions)}, {"log", log}});
    return 0;
}

Error badList(const std::string& path) {
    return {ErrorKind::inputUnreadable,
            "no-review-list",
            {"Tệp JSON phải là danh sách có role, field, said, within, target",
             "The JSON file must be a list of role, field, said, within, target"},
            {"Viết [{\"role\":..., \"field\":..., \"said\":..., \"within\":..., \"target\":...}]",
             "Write [{\"role\":..., \"field\":..., \"said\":..., \"within\":..., \"target\":...}]"},
            {path, {}, -1, {}}};
}

/// The same lines as a list of JSON objects. Places in the list are its rows.
Result<std::vector<ReviewLine>> readReviewList(const std::string& path) {
    std::ifstream file(path);
    const Json list = Json::parse(file, nullptr, false);
    if (!list.is_array()) return Unexpected(badList(path));
    std::vector<ReviewLine> lines;
    for (const Json& entry : list) {
        if (!entry.is_object()) return Unexpected(badList(path));
        ReviewLine line;
        line.row = static_cast<std::int64_t>(lines.size()) + 1;
        const std::pair<const char*, std::string*> fields[] = {{"role", &line.role},     {"field", &line.field},
                                                               {"said", &line.said},     {"within", &line.within},
                                                               {"target", &line.target}, {"note", &line.note}};
        for (const auto& [name, text] : fields) {
            const auto found = entry.find(name);
            if (found != entry.end() && !found->is_string()) return Unexpected(badList(path));
            if (found != entry.end()) *text = found->get<std::string>();
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

Result<std::size_t> decide(const LinkArguments& arguments, const District& district, const std::vector<TableLinkReport>& reports) {
    const bool list = std::filesystem::path(arguments.decideFile).extension() == ".json";
    BANLANG_TRY(lines, list ? readReviewList(arguments.decideFile) : readReviewSheet(arguments.decideFile));
    BANLANG_TRY(decisions, decisionsOf(lines, arguments.decideFile, district, reports));
    for (LinkDecision& decision : decisions) decision.decidedBy = arguments.by;
    BANLANG_TRY(store, Store::openForWriting(arguments.store));
    BANLANG_CHECK(store.decideLinks(decisions));
    return decisions.size();
}

Result<void> writeSheet(const LinkArguments& arguments, const District& district, const std::vector<TableLinkReport>& reports,
                        Language language) {
    BANLANG_CHECK(notOwnInput(arguments.exportFile, std::array{arguments.store, arguments.decideFile}));
    const std::size_t candidates = arguments.candidates > 0 ? arguments.candidates : candidatesInSheet;
    return writeWholeFile(arguments.exportFile, reviewSheet(district, reports, candidates, language), arguments.overwrite);
}

/// Takes back the decision with this number in the log.
Result<void> withdraw(const LinkArguments& arguments, const std::vector<LinkDecision>& decisions) {
    if (arguments.withdraw > decisions.size()) {
        return Unexpected(Error{ErrorKind::usage,
                                "not-decided",
                                {fmt::format("Không có quyết định số {}", arguments.withdraw),
                                 fmt::format("There is no decision number {}", arguments.withdraw)},
                                {"Xem số bằng banlang link KHO --log", "See the numbers with banlang link STORE --log"},
                                {arguments.store, {}, -1, {}}});
    }
    LinkDecision entry = decisions[arguments.withdraw - 1];
    entry.decidedAt.clear();
    entry.decidedBy = arguments.by;
    entry.reason.clear();
    BANLANG_TRY(store, Store::openForWriting(arguments.store));
    return store.withdrawLink(entry);
}

Result<std::vector<LinkDecision>> storedDecisions(const std::string& path) {
    BANLANG_TRY(store, Store::openForReading(path));
    return store.linkDecisions();
}

int runLink(const LinkArguments& arguments, const CommonOptions& common) {
    auto decisions = storedDecisions(arguments.store);
    if (!decisions) return fail(common, decisions.error());
    if (arguments.withdraw > 0) {
        if (const auto done = withdraw(arguments, *decisions); !done) return fail(common, done.error());
        decisions = storedDecisions(arguments.store);
        if (!decisions) return fail(common, decisions.error());
    }
    if (arguments.log) return printLog(*decisions, common);
    auto store = Store::openForReading(arguments.store);
    if (!store) return fail(common, store.error());
    auto district = store->read(terminalProgress(common));
    if (!district) return fail(common, district.error());
    auto reports = linkDistrict(*district, *decisions);
    std::size_t decided = 0;
    if (!arguments.decideFile.empty()) {
        const auto count = decide(arguments, *district, reports);
        if (!count) return fail(common, count.error());
        decided = *count;
        decisions = storedDecisions(arguments.store);
        if (!decisions) return fail(common, decisions.error());
        reports = linkDistrict(*district, *decisions);
    }
    if (!arguments.exportFile.empty()) {
        if (const auto done = writeSheet(arguments, *district, reports, common.language()); !done)
            return fail(common, done.error());
    }
    Json tables = Json::array();
    for (const TableLinkReport& report : reports) {
        if (common.json)
            tables.push_back(tableJson(*district, report, arguments.candidates, common.language()));
        else
            printTable(*district, report, arguments.candidates, common.language());
    }
    if (!common.json) return 0;
    Json fields = {{"tables", tables}, {"decisions", countsJson(*decisions)}};
    if (!arguments.decideFile.empty()) fields["decided"] = decided;
    if (!arguments.exportFile.empty()) fields["file"] = arguments.exportFile;
    printJson("link", fields);
    return 0;
}

} // namespace

void addLink(CommandLine& line) {
    auto arguments = std::make_shared<LinkArguments>();
    CLI::App* verb = line.app.add_subcommand(
        "link", "Nối số liệu với nơi chốn, nêu phần chưa nối được / link records to places, list what is open");
    verb->add_option("STORE", arguments->store)->required();
    verb->add_option("--decide", arguments->decideFile,
                     "Bảng đã điền cột target (CSV, JSON) / a sheet with the column target filled in (CSV, JSON)");
    verb->add_option("--by", arguments->by, "Người quyết định / who decides");
    verb->add_option("--candidates", arguments->candidates, "Số gợi ý cho mỗi chỗ chưa nối / suggestions per open record");
    verb->add_option("--export", arguments->exportFile, "Ghi bảng rà soát CSV / write the review sheet as CSV");
    verb->add_flag("--overwrite", arguments->overwrite, "Ghi đè bảng / replace the sheet");
    verb->add_flag("--log", arguments->log, "Nhật ký quyết định / the log of decisions");
    verb->add_option("--withdraw", arguments->withdraw, "Rút quyết định số N trong nhật ký / take back number N of the log");
    verb->callback([&line, arguments] { line.run = [&line, arguments] { return runLink(*arguments, line.common); }; });
}

} // namespace banlang::cli
