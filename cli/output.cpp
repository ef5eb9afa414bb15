// SPDX-License-Identifier: MIT
#include "cli/command_line.h"
#include "cli/interruption.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <memory>
#include <set>
#include <string>

namespace banlang::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace

void printJson(std::string_view verb, const Json& fields) {
    Json whole = {{"schema", fmt::format("banlang/{}/1", verb)}, {"ok", true}};
    whole.update(fields);
    printJsonText(dump(whole));
}

Json toJson(const ErrorPlace& place) {
    Json json = Json::object();
    if (!place.file.empty()) json["file"] = place.file;
    if (!place.layer.empty()) json["layer"] = place.layer;
    if (place.row >= 0) json["row"] = place.row;
    if (!place.column.empty()) json["column"] = place.column;
    return json;
}

Json errorJson(const Error& error, Language language) {
    return {{"code", error.code},
            {"message", error.message.in(language)},
            {"hint", error.hint.in(language)},
            {"where", toJson(error.where)}};
}

Json storedBatchJson(const StoredBatch& batch) {
    return {{"batch", batch.id},
            {"hash", batch.hash},
            {"file", batch.file},
            {"layer", batch.layer},
            {"role", recordKind(batch.role).id},
            {"rows_loaded", batch.rowsLoaded}};
}

Json officeJson(const Office& office) {
    const OfficeGuess& guessed = office.guessed;
    Json fields = Json::array();
    const auto add = [&](bool isGuess, const std::string& value, std::string_view field) {
        if (isGuess && !value.empty()) fields.push_back(field);
    };
    add(guessed.code, office.code, "code");
    add(guessed.name, office.name, "name");
    add(guessed.level && office.level != OfficeLevel::unknown, "level", "level");
    add(guessed.authority, office.authority, "agency");
    return {{"code", office.code},
            {"name", office.name},
            {"full_name", fullName(office)},
            {"level", id(office.level)},
            {"agency", office.authority},
            {"unit", ownUnitCode(office)},
            {"guessed", guessed.name || guessed.level},
            {"guessed_fields", fields}};
}

std::string officeText(const Office& office, Language language) {
    const OfficeWords words = officeWords(office);
    const bool known = office.level != OfficeLevel::unknown;
    if (office.name.empty() && !known) return std::string(words.level.in(language));
    const bool isGuess = office.guessed.name || office.guessed.level;
    std::string text = office.name.empty() ? std::string(words.level.in(language)) : fullName(office);
    if (!office.name.empty()) text += fmt::format(" ({})", words.level.in(language));
    if (isGuess) text += Label{", đoán từ dữ liệu", ", guessed from the data"}.in(language);
    return text;
}

int fail(const CommonOptions& common, const Error& error) {
    if (common.json) {
        printJsonText(dump({{"ok", false}, {"error", errorJson(error, common.language())}}));
    } else {
        printError("banlang: {}\n", describe(error, common.language()));
    }
    if (error.kind == ErrorKind::interrupted && interruptingSignal() != 0) return 128 + interruptingSignal();
    return static_cast<int>(error.kind);
}

void say(const CommonOptions& common, const Bilingual& message) {
    if (!common.quiet) printError("{}\n", message.in(common.language()));
}

Progress terminalProgress(const CommonOptions& common) {
    Progress progress;
    progress.stop = interruption();
    // A verb may meet the same thing again.
    progress.warning = [language = common.language(), told = std::make_shared<std::set<std::string>>()](const Bilingual& text) {
        if (!told->insert(text.en).second) return;
        printError("{}: {}\n", Label{"Cảnh báo", "Warning"}.in(language), text.in(language));
    };
    if (!common.quiet && isatty(STDERR_FILENO) != 0) {
        progress.report = [language = common.language()](double fraction, const Bilingual& step) {
            printProgress(fraction, step.in(language));
        };
    }
    return progress;
}

} // namespace banlang::cli
