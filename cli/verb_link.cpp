// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/base/atomic_file.h"
#include "core/base/write_error.h"
#include "core/link/link.h"
#include "core/link/link_candidates.h"
#include "core/link/link_review_table.h"
#include "core/store/store.h"
#include "core/text/format.h"

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

Json openJson(const District& district, const UnresolvedReference& unresolved, std::size_t candidates, Language language) {
    Json json = {{"row", unresolved.row + 1}, {"key", unresolved.key},      {"reason", unresolved.reason.in(language)},
                 {"field", unresolved.field}, {"within", unresolved.scope}, {"reason_id", unresolved.reasonId}};
    if (candidates == 0) return json;
    json["candidates"] = Json::array();
    for (const LinkCandidate& candidate : candidatesFor(district, unresolved, candidates)) {
        json["candidates"].push_back({{"key", candidate.key},
                                      {"name", candidate.name},
                                      {"likeness", std::round(candidate.similarity * 1000) / 1000},
                                      {"why", candidate.why.in(language)}});
    }
    return json;
}

Json tableJson(const District& district, const TableLinkReport& report, std::size_t candidates, Language language) {
    Json methods = Json::object();
    for (const auto& [method, count] : report.byMethod) methods[std::string(name(method))] = count;
    Json unresolved = Json::array();
    for (const UnresolvedReference& link : report.unresolved) unresolved.push_back(openJson(district, link, candidates, language));
    return {{"name", recordKind(report.role).id},        {"records", report.records}, {"linked", report.linked},
            {"decided_nowhere", report.confirmedAbsent}, {"by_method", methods},      {"open", unresolved}};
}

void printTable(const District& district, const TableLinkReport& report, std::size_t candidates, Language language) {
    print("{:<18} {:>9} / {:<9}\n", recordKind(report.role).label.in(language), report.linked, report.records);
    for (const UnresolvedReference& unresolved : report.unresolved) {
        print("      {:<24} {}\n", unresolved.key, unresolved.reason.in(language));
        if (candidates == 0) continue;
        for (const LinkCandidate& candidate : candidatesFor(district, unresolved, candidates))
            print("          ? {:<22} {:<28} {}\n", candidate.key, candidate.name, candidate.why.in(language));
    }
}

Json overrideJson(const LinkOverride& linkOverride, std::size_t number) {
    return {{"number", number},
            {"role", recordKind(linkOverride.role).id},
            {"field", linkOverride.field},
            {"said", linkOverride.rawText},
            {"within", linkOverride.scope},
            {"target", linkOverride.target},
            {"decided_at", linkOverride.decidedAt},
            {"decided_by", linkOverride.decidedBy},
            {"reason", linkOverride.reason},
            {"state", id(linkOverride.state)}};
}

Json countsJson(const std::vector<LinkOverride>& linkOverrides) {
    std::map<LinkOverrideState, std::size_t> counts;
    for (const LinkOverride& linkOverride : linkOverrides) ++counts[linkOverride.state];
    return {{"live", counts[LinkOverrideState::live]},
            {"superseded", counts[LinkOverrideState::superseded]},
            {"withdrawn", counts[LinkOverrideState::withdrawn]}};
}

int printLog(const std::vector<LinkOverride>& linkOverrides, const CommonOptions& common) {
    Json log = Json::array();
    for (std::size_t i = 0; i < linkOverrides.size(); ++i) {
        const LinkOverride& linkOverride = linkOverrides[i];
        log.push_back(overrideJson(linkOverride, i + 1));
        if (common.json) continue;
        print("{:>4}  {:<25} {:<10} {}/{} “{}”{} -> {}  {} {}\n", i + 1, formatLocalTime(linkOverride.decidedAt, common.language()),
              id(linkOverride.state), recordKind(linkOverride.role).id, linkOverride.field, linkOverride.rawText,
              linkOverride.scope.empty() ? "" : fmt::format(" ({})", linkOverride.scope),
              linkOverride.target.empty() ? "-" : linkOverride.target, linkOverride.decidedBy, linkOverride.reason);
    }
    if (common.json) printJson("link", {{"decisions", countsJson(linkOverrides)}, {"log", log}});
    return 0;
}

Error badList(const std::string& path) {
    return {ErrorKind::inputUnreadable,
            "no-review-list",
            {"Tệp JSON phải là danh sách có role, field, said, within, target",
             "The JSON file must be a list of role, field, said, within, target"},
            {"Viết [{\"role\":..., \"field\":..., \"said\":..., \"within\":..., \"target\":...}]",
             R"(Write [{"role":..., "field":..., "said":..., "within":..., "target":...}])"},
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
                                                               {"said", &line.rawText},  {"within", &line.scope},
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
    BANLANG_TRY(lines, list ? readReviewList(arguments.decideFile) : readLinkReviewTable(arguments.decideFile));
    BANLANG_TRY(linkOverrides, overridesFrom(lines, arguments.decideFile, district, reports));
    for (LinkOverride& linkOverride : linkOverrides) linkOverride.decidedBy = arguments.by;
    BANLANG_TRY(store, Store::openForWriting(arguments.store));
    BANLANG_CHECK(store.saveLinkOverrides(linkOverrides));
    return linkOverrides.size();
}

Result<void> writeReviewTable(const LinkArguments& arguments, const District& district, const std::vector<TableLinkReport>& reports,
                              Language language) {
    BANLANG_CHECK(notOwnInput(arguments.exportFile, std::array{arguments.store, arguments.decideFile}));
    const std::size_t candidates = arguments.candidates > 0 ? arguments.candidates : candidatesInSheet;
    return writeFileAtomically(arguments.exportFile, linkReviewTable(district, reports, candidates, language), arguments.overwrite);
}

/// Takes back the override with this number in the log.
Result<void> withdraw(const LinkArguments& arguments, const std::vector<LinkOverride>& linkOverrides) {
    if (arguments.withdraw > linkOverrides.size()) {
        return Unexpected(Error{ErrorKind::usage,
                                "not-decided",
                                {fmt::format("Không có quyết định số {}", arguments.withdraw),
                                 fmt::format("There is no decision number {}", arguments.withdraw)},
                                {"Xem số bằng banlang link KHO --log", "See the numbers with banlang link STORE --log"},
                                {arguments.store, {}, -1, {}}});
    }
    LinkOverride entry = linkOverrides[arguments.withdraw - 1];
    entry.decidedAt.clear();
    entry.decidedBy = arguments.by;
    entry.reason.clear();
    BANLANG_TRY(store, Store::openForWriting(arguments.store));
    return store.withdrawLinkOverride(entry);
}

Result<std::vector<LinkOverride>> storedOverrides(const std::string& path) {
    BANLANG_TRY(store, Store::openForReading(path));
    return store.linkOverrides();
}

int runLink(const LinkArguments& arguments, const CommonOptions& common) {
    auto linkOverrides = storedOverrides(arguments.store);
    if (!linkOverrides) return fail(common, linkOverrides.error());
    if (arguments.withdraw > 0) {
        if (const auto done = withdraw(arguments, *linkOverrides); !done) return fail(common, done.error());
        storeIsWritten();
        linkOverrides = storedOverrides(arguments.store);
        if (!linkOverrides) return fail(common, linkOverrides.error());
    }
    if (arguments.log) return printLog(*linkOverrides, common);
    auto store = Store::openForReading(arguments.store);
    if (!store) return fail(common, store.error());
    auto district = store->read(terminalProgress(common));
    if (!district) return fail(common, district.error());
    auto reports = linkDistrict(*district, *linkOverrides);
    std::size_t overrides = 0;
    if (!arguments.decideFile.empty()) {
        const auto count = decide(arguments, *district, reports);
        if (!count) return fail(common, count.error());
        storeIsWritten();
        overrides = *count;
        linkOverrides = storedOverrides(arguments.store);
        if (!linkOverrides) return fail(common, linkOverrides.error());
        reports = linkDistrict(*district, *linkOverrides);
    }
    if (!arguments.exportFile.empty()) {
        if (const auto done = writeReviewTable(arguments, *district, reports, common.language()); !done)
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
    Json fields = {{"tables", tables}, {"decisions", countsJson(*linkOverrides)}};
    if (!arguments.decideFile.empty()) fields["decided"] = overrides;
    if (!arguments.exportFile.empty()) fields["file"] = arguments.exportFile;
    printJson("link", fields);
    return 0;
}

} // namespace

void addLink(CommandLine& line) {
    auto arguments = std::make_shared<LinkArguments>();
    VerbOptions verb =
        line.addVerb("link", "Nối số liệu với nơi chốn, nêu phần chưa nối được / link records to places, list what is open");
    verb.option("STORE", arguments->store).required();
    verb.option("--decide", arguments->decideFile,
                "Bảng đã điền cột target (CSV, JSON) / a sheet with the column target filled in (CSV, JSON)");
    verb.option("--by", arguments->by, "Người quyết định / who decides");
    verb.option("--candidates", arguments->candidates, "Số gợi ý cho mỗi chỗ chưa nối / suggestions per open record");
    verb.option("--export", arguments->exportFile, "Ghi bảng rà soát CSV / write the review sheet as CSV");
    verb.flag("--overwrite", arguments->overwrite, "Ghi đè bảng / replace the sheet");
    verb.flag("--log", arguments->log, "Nhật ký quyết định / the log of decisions");
    verb.option("--withdraw", arguments->withdraw, "Rút quyết định số N trong nhật ký / take back number N of the log");
    line.whenChosen(verb, [&line, arguments] { return runLink(*arguments, line.common); });
}

} // namespace banlang::cli
