// SPDX-License-Identifier: MIT
#pragma once

#include "cli/terminal.h"
#include "cli/verb_options.h"
#include "core/analysis/context/analysis_context.h"
#include "core/base/date.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/district.h"
#include "core/store/store.h"
#include "layers/themes/catalogue.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace banlang::cli {

/// What every verb takes.
struct CommonOptions {
    bool json = false;
    bool quiet = false;
    std::string languageId = "vi";

    [[nodiscard]] Language language() const { return languageId == "en" ? Language::english : Language::vietnamese; }
};

/// The parser and what the chosen verb will do.
struct CommandLine {
    CommandLine();
    ~CommandLine();

    [[nodiscard]] VerbOptions addVerb(const std::string& name, const std::string& help);
    /// What runs, and returns the exit code, when this verb is chosen.
    void whenChosen(VerbOptions verb, std::function<int()> runVerb);

    std::unique_ptr<CLI::App> app;
    CommonOptions common;
    std::function<int()> run;
};

// One per file.
void addImport(CommandLine& line);
void addUndo(CommandLine& line);
void addSend(CommandLine& line);
void addStatus(CommandLine& line);
void addUnits(CommandLine& line);
void addLink(CommandLine& line);
void addCheck(CommandLine& line);
void addLayers(CommandLine& line);
void addGaps(CommandLine& line);
void addConclusion(CommandLine& line);
void addRank(CommandLine& line);
void addLandTake(CommandLine& line);
void addMap(CommandLine& line);
void addBackdrop(CommandLine& line);
void addExport(CommandLine& line);
void addPack(CommandLine& line);
void addView(CommandLine& line);
void addDoctor(CommandLine& line);
void addCriteria(CommandLine& line);
void addEmulation(CommandLine& line);
void addRules(CommandLine& line);
void addHistory(CommandLine& line);
void addReview(CommandLine& line);
void addForget(CommandLine& line);
void addOffice(CommandLine& line);

// Output: stdout is data, stderr is messages; texts go through cli/terminal.h.

/// Prints {"schema":"banlang/VERB/1","ok":true,...fields}.
void printJson(std::string_view verb, const nlohmann::ordered_json& fields);
/// Prints the error as JSON to stdout or in words to stderr; returns its exit code.
int fail(const CommonOptions& common, const Error& error);
void say(const CommonOptions& common, const Bilingual& message);
[[nodiscard]] nlohmann::ordered_json toJson(const ErrorPlace& place);
[[nodiscard]] nlohmann::ordered_json errorJson(const Error& error, Language language);
/// A batch as one store tells it to another.
[[nodiscard]] nlohmann::ordered_json storedBatchJson(const StoredBatch& batch);
/// Whose store it is; what is not known is empty.
[[nodiscard]] nlohmann::ordered_json officeJson(const Office& office);
[[nodiscard]] std::string officeText(const Office& office, Language language); ///< on one line
/// A progress that writes one line to a terminal and stops on a signal (cli/interruption.h).
[[nodiscard]] Progress terminalProgress(const CommonOptions& common);

// Arguments that several verbs share.

[[nodiscard]] Result<std::shared_ptr<const District>> openStore(const std::string& path, const CommonOptions& common);
/// A kind of records by its id on the command line.
[[nodiscard]] Result<Role> kindNamed(const std::string& text);
/// A CRS by its code on the command line, "EPSG:9209"; none for a blank.
[[nodiscard]] Result<std::optional<int>> epsgNamed(const std::string& text);
/// The day asked for, else the last day on which anything was recorded.
[[nodiscard]] Result<Date> asOfDate(const std::string& text, const District& district);
/// What a verb asks about: the store's district under its rules, on the day asked for and compared with another where one is named.
/// It stops at a signal.
[[nodiscard]] Result<AnalysisContext> analysisContext(const std::string& storePath, const CommonOptions& common,
                                                      const std::string& asOf, const std::string& compare = {});
/// The same on a district that is open.
[[nodiscard]] Result<AnalysisContext> analysisContext(const std::string& storePath, std::shared_ptr<const District> district,
                                                      const std::string& asOf, const std::string& compare = {});
[[nodiscard]] Result<LayerRequest> layerRequest(const std::string& storePath, std::shared_ptr<const District> district,
                                                const std::string& asOf, const std::string& audienceId,
                                                MapColourScheme colourScheme, const std::string& compare = {});
/// What a store was filled with and on which day, for the foot of a sheet; none when it cannot be read.
[[nodiscard]] std::vector<std::string> sourceNames(const std::string& storePath, Language language);
/// Row of the commune that a person names, as findAdminUnit finds it.
[[nodiscard]] Result<std::uint32_t> communeRow(const District& district, const std::string& text, Date on);

} // namespace banlang::cli
