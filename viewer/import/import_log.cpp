// SPDX-License-Identifier: MIT
#include "viewer/import/import_log.h"

#include "core/io/archive.h"
#include "core/text/dates.h"
#include "core/text/encoding_guess.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <iterator>
#include <set>

namespace banlang::viewer {
namespace {

constexpr std::array<std::string_view, 5> stateIds{"refused", "waiting", "loaded", "unchanged", "left-out"};

std::vector<std::string> filesOf(const ImportReport& report) {
    std::vector<std::string> files;
    for (const CheckedBatch& batch : report.batches) files.push_back(batch.file);
    for (const Error& error : report.refused) files.push_back(error.where.file);
    for (const Error& error : report.ignored) files.push_back(error.where.file);
    return files;
}

/// Length of the folder that all files lie in, with its last slash.
std::size_t sharedFolder(const std::vector<std::string>& files) {
    if (files.empty()) return 0;
    std::string_view shared = files.front();
    for (const std::string& file : files) {
        const auto [end, other] = std::mismatch(shared.begin(), shared.end(), file.begin(), file.end());
        shared = shared.substr(0, static_cast<std::size_t>(end - shared.begin()));
    }
    const std::size_t slash = shared.rfind('/');
    return slash == std::string_view::npos ? 0 : slash + 1;
}

std::optional<std::size_t> questionFor(const ImportReport& report, const ErrorPlace& place) {
    for (std::size_t i = 0; i < report.questions.size(); ++i) {
        for (const auto& [file, layer] : report.questions[i].layers) {
            if (file == place.file && layer == place.layer) return i;
        }
    }
    return std::nullopt;
}

ImportRow rowOf(const CheckedBatch& batch, std::size_t at) {
    ImportRow row{
        isUnchanged(batch) ? ImportState::unchanged : ImportState::loaded, batch.file, batch.layer, {}, {}, at, 0, 0, 0, {}};
    for (const RowProblem& problem : batch.problems) {
        row.notes += problem.severity == Severity::note ? 1U : 0U;
        row.warnings += problem.severity == Severity::warning ? 1U : 0U;
        row.rejected += problem.severity == Severity::rejected ? 1U : 0U;
    }
    return row;
}

std::vector<ImportRow> rowsOf(const ImportReport& report) {
    std::vector<ImportRow> rows;
    for (std::size_t i = 0; i < report.refused.size(); ++i) {
        const ErrorPlace& place = report.refused[i].where;
        const auto question = questionFor(report, place);
        const ImportState state = question ? ImportState::waiting : ImportState::refused;
        rows.push_back({state, place.file, place.layer, {}, {}, i, 0, 0, 0, question});
    }
    for (std::size_t i = 0; i < report.batches.size(); ++i) rows.push_back(rowOf(report.batches[i], i));
    for (std::size_t i = 0; i < report.ignored.size(); ++i) {
        const ErrorPlace& place = report.ignored[i].where;
        rows.push_back({ImportState::leftOut, place.file, place.layer, {}, {}, i, 0, 0, 0, {}});
    }
    std::ranges::stable_sort(rows, {}, &ImportRow::state);
    const std::size_t shared = sharedFolder(filesOf(report));
    for (ImportRow& row : rows) {
        row.shownFile = row.file.substr(std::min(shared, row.file.size()));
        row.shownLayer = shownLayerName(row.file, row.layer);
    }
    return rows;
}

ImportTotals totalsOf(const ImportLog& log) {
    ImportTotals totals;
    for (const ImportRow& row : log.rows) {
        totals.refused += row.state == ImportState::refused ? 1U : 0U;
        const CheckedBatch* batch = log.batchOf(row);
        if (batch == nullptr) continue;
        ++totals.layers;
        totals.rowsLoaded += rowsLoaded(*batch);
        totals.rowsRejected += batch->rowsRejected;
    }
    return totals;
}

std::optional<std::int64_t> wholeNumber(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 1) return std::nullopt;
    return value;
}

std::optional<ImportProfile> crsProfile(std::string_view value) {
    constexpr std::string_view swapped = " swapped";
    ImportProfile profile;
    profile.swapAxes = value.ends_with(swapped);
    if (*profile.swapAxes) value.remove_suffix(swapped.size());
    profile.epsg = epsgFromText(value);
    return profile.epsg ? std::optional(profile) : std::nullopt;
}

std::optional<ImportProfile> headerProfile(std::string_view value) {
    const std::size_t dash = value.find('-');
    const auto first = wholeNumber(value.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : wholeNumber(value.substr(dash + 1));
    if (!first || !last || *last < *first) return std::nullopt;
    ImportProfile profile;
    profile.headerRows = {*first, *last};
    return profile;
}

template <class Item, class Layer> void takeOut(std::vector<Item>& items, const std::set<std::string>& files, Layer fileOf) {
    std::erase_if(items, [&](const Item& item) { return files.contains(fileOf(item)); });
}

std::string fileOfError(const Error& error) {
    return error.where.file;
}

void takeOutOfQuestions(std::vector<Question>& questions, const std::set<std::string>& files) {
    for (Question& question : questions)
        std::erase_if(question.layers, [&](const auto& layer) { return files.contains(layer.first); });
    std::erase_if(questions, [](const Question& question) { return question.layers.empty(); });
}

template <class Item> void append(std::vector<Item>& items, std::vector<Item>&& more) {
    std::ranges::move(more, std::back_inserter(items));
}

} // namespace

std::string_view id(ImportState state) {
    return stateIds[static_cast<std::size_t>(state)];
}

const CheckedBatch* ImportLog::batchOf(const ImportRow& row) const {
    const bool isBatch = row.state == ImportState::loaded || row.state == ImportState::unchanged;
    return isBatch ? &report.batches[row.at] : nullptr;
}

const Error* ImportLog::errorOf(const ImportRow& row) const {
    if (row.state == ImportState::leftOut) return &report.ignored[row.at];
    return batchOf(row) == nullptr ? &report.refused[row.at] : nullptr;
}

bool ImportLog::isLive(std::int64_t batchId) const {
    const auto found = std::ranges::find(history, batchId, &StoredBatch::id);
    return found != history.end() && found->state == BatchState::live;
}

std::shared_ptr<const ImportLog> makeImportLog(std::string storePath, ImportReport report, std::vector<StoredBatch> history) {
    auto log = std::make_shared<ImportLog>();
    log->storePath = std::move(storePath);
    log->report = std::move(report);
    log->history = std::move(history);
    log->rows = rowsOf(log->report);
    log->totals = totalsOf(*log);
    return log;
}

ImportReport merged(ImportReport before, ImportReport again) {
    std::set<std::string> files;
    for (const std::string& file : filesOf(again)) files.insert(file);
    // Layers that were only found unchanged were told about before, unless this is the first that we hear of them.
    std::vector<CheckedBatch> kept;
    for (CheckedBatch& old : before.batches) {
        const auto repeated = std::ranges::find_if(again.batches, [&](const CheckedBatch& fresh) {
            return isUnchanged(fresh) && fresh.file == old.file && fresh.layer == old.layer;
        });
        if (files.contains(old.file) && repeated == again.batches.end()) continue;
        if (repeated != again.batches.end()) again.batches.erase(repeated);
        kept.push_back(std::move(old));
    }
    takeOut(before.refused, files, fileOfError);
    takeOut(before.ignored, files, fileOfError);
    takeOutOfQuestions(before.questions, files);
    before.batches = std::move(kept);
    append(before.batches, std::move(again.batches));
    std::ranges::stable_sort(before.batches, {}, &CheckedBatch::role);
    append(before.refused, std::move(again.refused));
    append(before.ignored, std::move(again.ignored));
    for (Question& question : again.questions) ask(before.questions, std::move(question));
    append(before.stored, std::move(again.stored));
    return before;
}

std::string shownLayerName(const std::string& file, const std::string& layer) {
    if (layer == std::filesystem::path(file).stem()) return {};
    const std::string_view names[] = {layer};
    const EncodingGuess guess = guessEncoding(names);
    return guess.words > 0 && guess.share >= 1 ? decodeText(layer, guess.decoding) : layer;
}

std::size_t rowsLoaded(const CheckedBatch& batch) {
    return batch.rowsRead - std::min(batch.rowsRead, batch.rowsRejected);
}

bool isUnchanged(const CheckedBatch& batch) {
    return std::ranges::any_of(batch.problems, [](const RowProblem& problem) { return problem.rule == "already-imported"; });
}

std::optional<ImportProfile> profileFromAnswer(const std::string& kind, const std::string& value) {
    ImportProfile profile;
    if (kind == "crs") return crsProfile(value);
    if (kind == "header") return headerProfile(value);
    if (kind == "role" && value == "skip") {
        profile.skip = true;
        return profile;
    }
    if (kind == "role") profile.role = roleFromId(value);
    if (kind == "store-crs") profile.storeEpsg = epsgFromText(value);
    if (kind == "encoding") profile.decoding = textDecodingFromText(value);
    if (kind == "commune" && !value.empty()) profile.commune = value;
    if (kind == "report-day") profile.reportedOn = parseOfficeDate(value);
    return profile.empty() ? std::nullopt : std::optional(profile);
}

std::vector<std::pair<std::string, std::string>> layersWithin(const std::vector<std::pair<std::string, std::string>>& layers,
                                                              const std::vector<std::string>& within) {
    if (within.empty()) return layers;
    std::vector<std::pair<std::string, std::string>> found;
    std::ranges::copy_if(layers, std::back_inserter(found), [&](const auto& layer) {
        return std::ranges::any_of(
            within, [&](const std::string& place) { return layer.first == place || layer.first.starts_with(place + "/"); });
    });
    return found;
}

std::vector<std::string> sourcesOf(const std::vector<std::pair<std::string, std::string>>& layers) {
    std::vector<std::string> sources;
    for (const auto& [file, layer] : layers) {
        const auto packed = insideArchive(file);
        const std::string& source = packed ? packed->archive : file;
        if (std::ranges::find(sources, source) == sources.end()) sources.push_back(source);
    }
    return sources;
}

ImportProfiles profilesFor(const std::vector<std::pair<std::string, std::string>>& layers, const ImportProfile& profile) {
    ImportProfiles book;
    for (const auto& [file, layer] : layers) book.push_back({file, layer, profile});
    return book;
}

} // namespace banlang::viewer
