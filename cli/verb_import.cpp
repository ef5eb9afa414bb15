// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "core/store/import.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct ImportArguments {
    std::vector<std::string> sources;
    std::string store;
    std::string roleId;
    std::string encoding;
    std::string crs;
    bool dryRun = false;
};

std::string_view severityId(Severity severity) {
    switch (severity) {
    case Severity::note:
        return "note";
    case Severity::warning:
        return "warning";
    case Severity::rejected:
        return "rejected";
    }
    return "";
}

Json problemJson(const RowProblem& problem, Language language) {
    return {{"severity", severityId(problem.severity)},
            {"rule", problem.rule},
            {"where", toJson(problem.where)},
            {"cause", problem.cause.in(language)},
            {"fix", problem.fix.in(language)}};
}

std::size_t rowsLoaded(const CheckedBatch& batch) {
    return batch.rowsRead - std::min(batch.rowsRead, batch.rowsRejected);
}

Json batchJson(const CheckedBatch& batch, Language language) {
    Json problems = Json::array();
    for (const RowProblem& problem : batch.problems) problems.push_back(problemJson(problem, language));
    Json mapping = Json::object();
    for (const auto& [column, field] : batch.mapping) mapping[column] = field;
    return {{"file", batch.file},
            {"layer", batch.layer},
            {"role", recordKind(batch.role).id},
            {"rows_read", batch.rowsRead},
            {"rows_loaded", rowsLoaded(batch)},
            {"rows_rejected", batch.rowsRejected},
            {"encoding", batch.encoding},
            {"crs", batch.crs},
            {"mapping", mapping},
            {"problems", problems}};
}

void printReport(const ImportReport& report, Language language) {
    const bool vietnamese = language == Language::vietnamese;
    for (const CheckedBatch& batch : report.batches) {
        fmt::print("{:<28} {:<16} {:>9} {} {:>7} {}\n", batch.layer.empty() ? batch.file : batch.layer,
                   recordKind(batch.role).label.in(language), rowsLoaded(batch), vietnamese ? "dòng nạp" : "rows loaded",
                   batch.rowsRejected, vietnamese ? "bị loại" : "rejected");
    }
    for (const CheckedBatch& batch : report.batches) {
        for (const RowProblem& problem : batch.problems) {
            const Error line{ErrorKind::partial, std::string(problem.rule), problem.cause, problem.fix, problem.where};
            fmt::print(stderr, "[{}] {}\n", problem.rule, describe(line, language));
        }
    }
    for (const Error& refused : report.refused)
        fmt::print(stderr, "{}: {}\n", vietnamese ? "KHÔNG NẠP" : "REFUSED", describe(refused, language));
}

Result<ImportOptions> optionsFrom(const ImportArguments& arguments) {
    ImportOptions options;
    options.dryRun = arguments.dryRun;
    if (!arguments.roleId.empty()) {
        options.role = roleFromId(arguments.roleId);
        if (!options.role) {
            std::string known;
            for (const RecordKind& kind : recordKinds()) known += fmt::format("{}{}", known.empty() ? "" : " ", kind.id);
            return Unexpected(Error{
                ErrorKind::usage,
                "unknown-role",
                {fmt::format("Không có vai trò “{}”", arguments.roleId), fmt::format("There is no role “{}”", arguments.roleId)},
                {"Có: " + known, "There are: " + known},
                {}});
        }
    }
    if (!arguments.crs.empty()) {
        const std::string digits = arguments.crs.substr(arguments.crs.find_last_of(':') + 1);
        const bool number = !digits.empty() && digits.size() < 8 && digits.find_first_not_of("0123456789") == std::string::npos;
        if (!number) {
            return Unexpected(Error{
                ErrorKind::usage,
                "crs-unknown",
                {fmt::format("“{}” không phải mã hệ tọa độ", arguments.crs), fmt::format("“{}” is not a CRS code", arguments.crs)},
                {"Viết EPSG:9209", "Write EPSG:9209"},
                {}});
        }
        options.epsg = std::stoi(digits);
    }
    return options;
}

int runImport(const ImportArguments& arguments, const CommonOptions& common) {
    const auto options = optionsFrom(arguments);
    if (!options) return fail(common, options.error());
    const auto report = importSources(arguments.sources, arguments.store, *options, terminalProgress(common));
    if (!report) return fail(common, report.error());
    if (common.json) {
        Json batches = Json::array();
        for (const CheckedBatch& batch : report->batches) batches.push_back(batchJson(batch, common.language()));
        Json refused = Json::array();
        for (const Error& error : report->refused) refused.push_back(errorJson(error, common.language()));
        printJson("import",
                  {{"store", arguments.store}, {"dry_run", arguments.dryRun}, {"batches", batches}, {"refused", refused}});
    } else {
        printReport(*report, common.language());
    }
    return report->refused.empty() ? 0 : static_cast<int>(ErrorKind::partial);
}

} // namespace

void addImport(CommandLine& line) {
    auto arguments = std::make_shared<ImportArguments>();
    CLI::App* verb = line.app.add_subcommand(
        "import", "Đọc, sửa, kiểm tra và nạp tệp hoặc thư mục / read, repair, check and load files or folders");
    verb->add_option("SRC", arguments->sources, "Tệp hoặc thư mục / files or folders")->required();
    verb->add_option("--into", arguments->store, "Kho / store (.gpkg)")->required();
    verb->add_option("--as", arguments->roleId, "Vai trò / role");
    verb->add_option("--crs", arguments->crs, "Hệ tọa độ của nguồn không ghi / CRS of sources that name none, EPSG:9209");
    verb->add_flag("--dry-run", arguments->dryRun, "Chỉ xem trước / only show the plan");
    verb->callback([&line, arguments] { line.run = [&line, arguments] { return runImport(*arguments, line.common); }; });
}

} // namespace banlang::cli
