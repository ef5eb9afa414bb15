// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "cli/interruption.h"
#include "core/base/atomic_file.h"
#include "core/base/write_error.h"
#include "core/geo/crs.h"
#include "core/io/folder.h"
#include "core/store/import.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

struct ImportArguments {
    std::vector<std::string> sources;
    std::string store;
    std::string roleId;
    std::string encoding;
    std::string crs;
    std::string storeCrs;
    std::string mapFile;
    std::string saveMapFile;
    bool overwrite = false;
    bool dryRun = false;
    bool complete = false;
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

Json columnsJson(const CheckedBatch& batch) {
    Json columns = Json::array();
    for (const ColumnDecoding& decoding : batch.decodings) {
        columns.push_back({{"name", decoding.column},
                           {"encoding", toText(decoding.decoding)},
                           {"certain", decoding.certain},
                           {"preview", decoding.preview}});
    }
    return columns;
}

Json batchJson(const CheckedBatch& batch, const std::vector<StoredBatch>& stored, Language language) {
    Json problems = Json::array();
    for (const RowProblem& problem : batch.problems) problems.push_back(problemJson(problem, language));
    Json mapping = Json::object();
    for (const auto& [column, field] : batch.mapping) mapping[column] = field;
    Json json = {{"file", batch.file},
                 {"layer", batch.layer},
                 {"role", recordKind(batch.role).id},
                 {"rows_read", batch.rowsRead},
                 {"rows_loaded", rowsLoaded(batch)},
                 {"rows_rejected", batch.rowsRejected},
                 {"encoding", batch.encoding},
                 {"crs", batch.crs},
                 {"mapping", mapping},
                 {"texts", columnsJson(batch)},
                 {"problems", problems}};
    if (batch.profile.headerRows) json["header_rows"] = {batch.profile.headerRows->first, batch.profile.headerRows->second};
    if (batch.profile.swapAxes.value_or(false)) json["axes_swapped"] = true;
    const RecordCounts& counts = batch.counts;
    json["new"] = counts.newRecords;
    json["newer"] = counts.newerReports;
    json["confirmed"] = counts.confirmed;
    json["corrected"] = counts.corrected;
    json["unchanged"] = counts.unchanged;
    json["conflicts"] = counts.conflicts;
    json["waiting"] = counts.waiting;
    json["undated"] = counts.undated;
    json["no_longer_named"] = counts.noLongerNamed;
    if (batch.reportedOn.known()) json["as_of"] = toIso(batch.reportedOn);
    const auto kept = std::find_if(stored.begin(), stored.end(),
                                   [&](const StoredBatch& one) { return one.file == batch.file && one.layer == batch.layer; });
    if (kept != stored.end()) {
        json["batch"] = kept->id;
        json["import"] = kept->importId;
    }
    return json;
}

Json questionJson(const Question& question, Language language) {
    Json layers = Json::array();
    for (const auto& [file, layer] : question.layers) layers.push_back({{"file", file}, {"layer", layer}});
    Json options = Json::array();
    for (const Question::Option& option : question.options) {
        options.push_back(
            {{"value", option.value}, {"label", option.label.in(language)}, {"score", option.score}, {"preview", option.preview}});
    }
    return {{"kind", question.kind},
            {"question", question.text.in(language)},
            {"blocking", question.blocking},
            {"records", question.records},
            {"layers", layers},
            {"options", options}};
}

void printQuestion(const Question& question, Language language) {
    const bool vietnamese = language == Language::vietnamese;
    printError("{}: {}\n", vietnamese ? "CẦN QUYẾT ĐỊNH" : "TO DECIDE", question.text.in(language));
    if (question.records > 0)
        printError("    {} {}\n", question.records,
                   vietnamese ? "bản ghi chờ, số đã biết vẫn dùng" : "records wait; what was known counts meanwhile");
    for (const auto& [file, layer] : question.layers) printError("    {} / {}\n", file, layer);
    for (const Question::Option& option : question.options) printError("  - {}\n", option.label.in(language));
}

void printProblems(const CheckedBatch& batch, Language language) {
    for (const RowProblem& problem : batch.problems) {
        const Error line{ErrorKind::partial, std::string(problem.rule), problem.cause, problem.fix, problem.where};
        printError("[{}] {}\n", problem.rule, describe(line, language));
    }
}

Json storedBatchesJson(const std::vector<StoredBatch>& stored) {
    Json batches = Json::array();
    for (const StoredBatch& batch : stored) batches.push_back(storedBatchJson(batch));
    return batches;
}

Json mergedJson(const MergeReport& merged) {
    return {{"store", merged.file},
            {"office", merged.fromOffice},
            {"batches", storedBatchesJson(merged.batches)},
            {"new", merged.newRecords},
            {"conflicts", merged.conflicts},
            {"decisions", merged.overrides},
            {"acts", merged.acts},
            {"documents", merged.documents},
            {"taken_back", storedBatchesJson(merged.takenBack)},
            {"brought_back", storedBatchesJson(merged.broughtBack)},
            {"still_taken_back", storedBatchesJson(merged.stillTakenBack)},
            {"removed", storedBatchesJson(merged.removed)}};
}

void printMerged(const MergeReport& merged, Language language) {
    print("{}: {}\n", merged.file, textOf(merged).in(language));
}

/// What became of the rows of a layer that are not simply new.
std::string countsText(const RecordCounts& counts, bool vietnamese) {
    const std::pair<std::size_t, Label> parts[] = {{counts.newerReports, {"báo cáo mới hơn", "newer reports"}},
                                                   {counts.confirmed, {"xác nhận lại", "confirmed"}},
                                                   {counts.corrected, {"đã sửa", "corrected"}},
                                                   {counts.unchanged, {"không đổi", "unchanged"}},
                                                   {counts.conflicts, {"mâu thuẫn", "in conflict"}},
                                                   {counts.waiting, {"chờ quyết định", "waiting for a decision"}},
                                                   {counts.noLongerNamed, {"không còn trong tệp mới", "no longer named"}}};
    std::string text;
    for (const auto& [count, label] : parts) {
        if (count > 0) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, vietnamese ? label.vi : label.en);
    }
    return text;
}

/// What is for a person to say, beside the questions about files.
std::size_t openRecords(const ImportReport& report) {
    std::size_t open = 0;
    for (const CheckedBatch& batch : report.batches) open += batch.counts.conflicts + batch.counts.waiting;
    for (const MergeReport& merged : report.merged) open += merged.conflicts;
    return open;
}

void printReport(const ImportReport& report, Language language) {
    const bool vietnamese = language == Language::vietnamese;
    std::size_t loaded = 0;
    std::size_t rejected = 0;
    for (const CheckedBatch& batch : report.batches) {
        loaded += rowsLoaded(batch);
        rejected += batch.rowsRejected;
        print("{:<28} {:<16} {:>9} {} {:>7} {}  {} {}\n", batch.layer.empty() ? batch.file : batch.layer,
              recordKind(batch.role).label.in(language), rowsLoaded(batch), vietnamese ? "dòng nạp" : "rows loaded",
              batch.rowsRejected, vietnamese ? "bị loại" : "rejected", batch.encoding, batch.crs);
    }
    for (const CheckedBatch& batch : report.batches) {
        if (const std::string counts = countsText(batch.counts, vietnamese); !counts.empty())
            print("{:<28} {}\n", batch.layer.empty() ? batch.file : batch.layer, counts);
    }
    for (const MergeReport& merged : report.merged) printMerged(merged, language);
    if (report.office) print("{}: {}\n", vietnamese ? "Kho của" : "Store of", officeText(*report.office, language));
    for (const CheckedBatch& batch : report.batches) printProblems(batch, language);
    for (const Error& error : report.ignored) printError("{}: {}\n", vietnamese ? "Bỏ qua" : "Ignored", describe(error, language));
    for (const std::string& file : report.otherFiles) printError("{}: {}\n", vietnamese ? "Không phải dữ liệu" : "Not data", file);
    for (const Error& refused : report.refused)
        printError("{}: {}\n", vietnamese ? "KHÔNG NẠP" : "REFUSED", describe(refused, language));
    for (const Question& question : report.questions) printQuestion(question, language);
    if (const std::size_t open = openRecords(report); open > 0) {
        printError("{}\n", vietnamese
                               ? fmt::format("CẦN QUYẾT ĐỊNH: {} bản ghi mâu thuẫn hoặc đang chờ; xem banlang review KHO", open)
                               : fmt::format("TO DECIDE: {} records are in conflict or wait; see banlang review STORE", open));
    }
    if (const auto crs = report.storeEpsg > 0 ? Crs::fromEpsg(report.storeEpsg) : Result<Crs>(Unexpected(Error{})))
        print("{}: {} (EPSG:{})\n", vietnamese ? "Hệ tọa độ của kho" : "CRS of the store", crs->name(), report.storeEpsg);
    if (report.batches.empty() && !report.merged.empty() && report.refused.empty() && report.questions.empty()) return;
    print("{}\n", vietnamese
                      ? fmt::format("{} lớp, {} dòng nạp, {} bị loại, {} tệp hoặc lớp không nạp, {} điều cần quyết định",
                                    report.batches.size(), loaded, rejected, report.refused.size(), report.questions.size())
                      : fmt::format("{} layers, {} rows loaded, {} rejected, {} files or layers refused, {} decisions to make",
                                    report.batches.size(), loaded, rejected, report.refused.size(), report.questions.size()));
}

Result<ImportProfiles> readProfiles(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return Unexpected(Error{ErrorKind::usage,
                                "file-missing",
                                {"Không đọc được tệp ánh xạ", "The mapping file cannot be read"},
                                {"Kiểm tra lại tên và đường dẫn", "Check the name and the path"},
                                {path, {}, -1, {}}});
    }
    return parseImportProfiles({std::istreambuf_iterator<char>(file), {}}, path);
}

/// The mapping that is saved takes the place of no store and no source, also of none that lies in a folder.
Result<void> mapHasAPlace(const ImportArguments& arguments) {
    if (arguments.saveMapFile.empty()) return {};
    std::vector<std::string> inputs = findFiles(arguments.sources).vectors;
    inputs.insert(inputs.end(), arguments.sources.begin(), arguments.sources.end());
    inputs.push_back(arguments.store);
    return notOwnInput(arguments.saveMapFile, inputs);
}

Result<void> saveProfiles(const ImportReport& report, const ImportArguments& arguments) {
    return writeFileAtomically(arguments.saveMapFile, toToml(profilesOf(report)), arguments.overwrite);
}

Result<ImportOptions> optionsFrom(const ImportArguments& arguments) {
    ImportOptions options;
    options.dryRun = arguments.dryRun;
    options.complete = arguments.complete;
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
    if (!arguments.encoding.empty()) {
        options.decoding = textDecodingFromText(arguments.encoding);
        if (!options.decoding) {
            return Unexpected(Error{
                ErrorKind::usage,
                "unknown-encoding",
                {fmt::format("Không có bảng mã “{}”", arguments.encoding),
                 fmt::format("There is no encoding “{}”", arguments.encoding)},
                {"Có: UTF-8 TCVN3 VNI-Windows CP1258 VISCII CP1252", "There are: UTF-8 TCVN3 VNI-Windows CP1258 VISCII CP1252"},
                {}});
        }
    }
    BANLANG_TRY(epsg, epsgNamed(arguments.crs));
    BANLANG_TRY(storeEpsg, epsgNamed(arguments.storeCrs));
    options.epsg = epsg;
    options.storeEpsg = storeEpsg;
    if (!arguments.mapFile.empty()) {
        BANLANG_TRY(profiles, readProfiles(arguments.mapFile));
        options.profiles = std::move(profiles);
    }
    return options;
}

Json reportJson(const ImportReport& report, const ImportArguments& arguments, Language language) {
    Json batches = Json::array();
    for (const CheckedBatch& batch : report.batches) batches.push_back(batchJson(batch, report.stored, language));
    Json refused = Json::array();
    for (const Error& error : report.refused) refused.push_back(errorJson(error, language));
    Json ignored = Json::array();
    for (const Error& error : report.ignored) ignored.push_back(errorJson(error, language));
    Json questions = Json::array();
    for (const Question& question : report.questions) questions.push_back(questionJson(question, language));
    Json merged = Json::array();
    for (const MergeReport& store : report.merged) merged.push_back(mergedJson(store));
    Json json = {{"store", arguments.store},
                 {"dry_run", arguments.dryRun},
                 {"batches", batches},
                 {"refused", refused},
                 {"ignored", ignored},
                 {"other_files", report.otherFiles},
                 {"questions", questions},
                 {"merged", merged},
                 {"office", report.office ? officeJson(*report.office) : Json()}};
    if (report.storeEpsg > 0)
        json["store_crs"] = {{"crs", fmt::format("EPSG:{}", report.storeEpsg)}, {"basis", id(report.zoneBasis)}};
    return json;
}

int runImport(const ImportArguments& arguments, const CommonOptions& common) {
    const auto options = optionsFrom(arguments);
    if (!options) return fail(common, options.error());
    if (const auto free = mapHasAPlace(arguments); !free) return fail(common, free.error());
    allowTimeToStop(timeForAStore);
    const auto report = importSources(arguments.sources, arguments.store, *options, terminalProgress(common));
    if (!report) return fail(common, report.error());
    if (!arguments.dryRun) storeIsWritten();
    if (!arguments.saveMapFile.empty()) {
        if (const auto saved = saveProfiles(*report, arguments); !saved) return fail(common, saved.error());
    }
    const bool nothing = report->batches.empty() && report->merged.empty() && !report->refused.empty() && !report->terrainFile;
    Json json = common.json ? reportJson(*report, arguments, common.language()) : Json();
    if (common.json && nothing) {
        json["ok"] = false;
        json["error"] = errorJson(report->refused.front(), common.language());
    }
    if (common.json)
        printJson("import", json);
    else
        printReport(*report, common.language());
    if (nothing) return static_cast<int>(report->refused.front().kind);
    return report->refused.empty() ? 0 : static_cast<int>(ErrorKind::partial);
}

} // namespace

void addImport(CommandLine& line) {
    auto arguments = std::make_shared<ImportArguments>();
    VerbOptions verb =
        line.addVerb("import", "Đọc, sửa, kiểm tra và nạp tệp hoặc thư mục / read, repair, check and load files or folders");
    verb.option("SRC", arguments->sources, "Tệp hoặc thư mục / files or folders").required();
    verb.option("--into", arguments->store, "Kho / store (.gpkg)").required();
    verb.option("--as", arguments->roleId, "Vai trò / role");
    verb.option("--encoding", arguments->encoding,
                "Bảng mã của chữ / encoding of texts: TCVN3, VNI-Windows, CP1258, VISCII, UTF-8");
    verb.option("--crs", arguments->crs, "Hệ tọa độ của nguồn không ghi / CRS of sources that name none, EPSG:9209");
    verb.option("--store-crs", arguments->storeCrs,
                "Hệ tọa độ của kho; không ghi: múi chiếu của nơi có dữ liệu / CRS of the store; left out: the zone of its place");
    verb.option("--map", arguments->mapFile, "Tệp ánh xạ / mapping file (TOML)");
    verb.option("--save-map", arguments->saveMapFile, "Lưu cách đọc từng lớp thành tệp ánh xạ / save how each layer was read");
    verb.flag("--overwrite", arguments->overwrite, "Ghi đè tệp ánh xạ / overwrite the mapping file");
    verb.flag("--dry-run", arguments->dryRun, "Chỉ xem trước / only show the plan");
    verb.flag("--complete", arguments->complete,
              "Danh sách đầy đủ: những gì không còn trong đó kết thúc / the lists are whole: what they no longer name ends");
    line.whenChosen(verb, [&line, arguments] { return runImport(*arguments, line.common); });
}

} // namespace banlang::cli
