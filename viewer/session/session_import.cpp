// SPDX-License-Identifier: MIT
#include "core/text/format.h"
#include "viewer/session/session.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

// How a session imports: what a command asks for, and what is shown when it is done.

namespace banlang::viewer {
namespace {

namespace fs = std::filesystem;

Error usage(std::string code, Bilingual message, Bilingual hint) {
    return {ErrorKind::usage, std::move(code), std::move(message), std::move(hint), {}};
}

bool canWriteIn(const fs::path& folder) {
    std::error_code error;
    const auto permissions = fs::status(folder, error).permissions();
    return !error && (permissions & fs::perms::owner_write) != fs::perms::none;
}

/// The store that a first import makes: named after the folder that the sources make up or lie in, beside it or, where that cannot
/// be written, in the temporary folder. Never one of the sources.
std::string storeFor(const std::vector<std::string>& sources) {
    fs::path source = fs::absolute(sources.front()).lexically_normal();
    if (!source.has_filename()) source = source.parent_path();
    // Several files of a folder lead to the same store as the folder itself.
    if (sources.size() > 1 && source.parent_path().has_filename()) source = source.parent_path();
    std::error_code error;
    const fs::path home = source.parent_path();
    const std::string name = fs::is_directory(source, error) ? source.filename().string() : source.stem().string();
    const fs::path place = canWriteIn(home) ? home : fs::temp_directory_path(error);
    fs::path store = place / (name + ".gpkg");
    if (fs::exists(store, error) && !mayBeStore(store.string())) store = place / (name + "-banlang.gpkg");
    return store.string();
}

std::optional<std::size_t> numberedFromOne(const std::string& word, std::size_t count) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size() || number < 1 || number > count) return std::nullopt;
    return number - 1;
}

Error noSuch(const Command& command, Bilingual what) {
    return usage("bad-value",
                 {fmt::format("Không có {} số {}.", what.vi, command.arguments[0]),
                  fmt::format("There is no {} number {}.", what.en, command.arguments[0])},
                 {"Xem danh sách ở mục Nạp dữ liệu.", "See the list under Import."});
}

Error noAnswer(const std::string& value) {
    return usage("bad-value",
                 {fmt::format("“{}” không trả lời được câu hỏi này.", value), fmt::format("“{}” is no answer.", value)},
                 {"Chọn một trong các phương án của câu hỏi.", "Choose one of the options of the question."});
}

/// Batches of the store that hold these layers now.
std::vector<std::int64_t> liveBatches(const ImportLog& log, const std::vector<std::pair<std::string, std::string>>& layers) {
    std::vector<std::int64_t> live;
    for (const StoredBatch& batch : log.history) {
        const bool wanted = std::ranges::find(layers, std::pair(batch.file, batch.layer)) != layers.end();
        if (wanted && batch.state == BatchState::live) live.push_back(batch.id);
    }
    return live;
}

/// A sentence with a number in it, in both languages.
Bilingual counted(std::size_t count, const Label& sentence) {
    const auto value = static_cast<double>(count);
    return {fmt::format(fmt::runtime(sentence.vi), formatNumber(value, 0, Language::vietnamese)),
            fmt::format(fmt::runtime(sentence.en), formatNumber(value, 0, Language::english))};
}

Message summary(const ImportLog& log) {
    const ImportTotals& totals = log.totals;
    const std::size_t open = log.report.questions.size();
    Message message{totals.refused + open > 0, {}};
    auto add = [&](std::size_t count, const Label& sentence) {
        const Bilingual text = counted(count, sentence);
        message.text.vi += (message.text.vi.empty() ? "" : " ") + text.vi;
        message.text.en += (message.text.en.empty() ? "" : " ") + text.en;
    };
    add(totals.rowsLoaded, {"Đã nạp {} dòng,", "Imported {} rows,"});
    add(totals.rowsRejected, {"loại {} dòng.", "rejected {}."});
    if (totals.refused > 0) add(totals.refused, {"Không nạp được {} tệp hoặc lớp.", "{} files or layers were refused."});
    if (open > 0) add(open, {"Cần quyết định {} điều.", "{} decisions to make."});
    return message;
}

/// The row that was chosen, or the last one when the list has become shorter.
std::optional<std::size_t> nearestRow(const Document& document) {
    const std::size_t count = document.links ? document.links->unresolved.size() : 0;
    if (!document.linkRow || count == 0) return std::nullopt;
    return std::min(*document.linkRow, count - 1);
}

std::optional<std::size_t> rowOf(const ImportLog& log, const std::pair<std::string, std::string>& layer) {
    const auto found =
        std::ranges::find_if(log.rows, [&](const ImportRow& row) { return row.file == layer.first && row.layer == layer.second; });
    if (found == log.rows.end()) return std::nullopt;
    return static_cast<std::size_t>(found - log.rows.begin());
}

} // namespace

std::optional<std::string> sampleDistrictPath() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    for (fs::path folder = program.parent_path(); !error && folder.has_relative_path(); folder = folder.parent_path()) {
        for (const char* place : {"share/banlang/sample-data/district", "sample-data/district"}) {
            if (fs::exists(folder / place, error)) return (folder / place).string();
        }
    }
    return std::nullopt;
}

Result<void> Session::start(ImportRequest request, JobPurpose purpose) {
    if (job_.running()) {
        return Unexpected(usage("busy", {"Đang nạp dữ liệu khác.", "Another import is running."},
                                {"Chờ xong, hoặc nhấn Esc để dừng.", "Wait for its end, or press Esc to stop it."}));
    }
    purpose_ = purpose;
    job_.start(std::move(request));
    return {};
}

Result<void> Session::importInto(const std::vector<std::string>& sources) {
    // A store that is dropped on an empty window is meant to be opened.
    if (!document_.district && sources.size() == 1 && sources.front().ends_with(".gpkg") && mayBeStore(sources.front()))
        return openStore(sources.front());
    ImportRequest request;
    request.storePath = document_.storePath;
    if (request.storePath.empty()) request.storePath = storeFor(sources);
    request.sources = sources;
    jobLayer_.reset();
    return start(std::move(request), JobPurpose::import);
}

Result<void> Session::openSample() {
    const auto path = sampleDistrictPath();
    if (!path) {
        return Unexpected(
            Error{ErrorKind::failed,
                  "no-sample",
                  {"Không tìm thấy dữ liệu huyện mẫu.", "The sample district was not found."},
                  {"Tạo bằng lệnh: banlang-sample huyen-mau --parcels 5000", "Make one: banlang-sample sample --parcels 5000"},
                  {}});
    }
    ImportRequest request;
    request.storePath = sampleStorePath();
    request.sources = {*path};
    request.freshStore = true;
    return start(std::move(request), JobPurpose::sample);
}

Result<void> Session::answer(const Command& command) {
    const std::size_t count = document_.importLog ? document_.importLog->report.questions.size() : 0;
    const auto number = numberedFromOne(command.arguments[0], count);
    if (!number) return Unexpected(noSuch(command, {"câu hỏi", "question"}));
    const Question& question = document_.importLog->report.questions[*number];
    const auto profile = profileFromAnswer(question.kind, command.arguments[1]);
    if (!profile) return Unexpected(noAnswer(command.arguments[1]));
    ImportRequest request;
    request.storePath = document_.importLog->storePath;
    request.sources = sourcesOf(question.layers);
    request.profiles = profilesFor(question.layers, *profile);
    request.reread = liveBatches(*document_.importLog, question.layers);
    request.before = document_.importLog;
    BANLANG_CHECK(start(std::move(request), JobPurpose::answer));
    jobLayer_ = question.layers.front();
    return {};
}

/// Imports one layer of the list again with another encoding or role.
Result<void> Session::readAgain(const Command& command, const std::string& questionKind) {
    const std::size_t count = document_.importLog ? document_.importLog->rows.size() : 0;
    const auto number = numberedFromOne(command.arguments[0], count);
    if (!number) return Unexpected(noSuch(command, {"dòng", "row"}));
    const auto profile = profileFromAnswer(questionKind, command.arguments[1]);
    if (!profile) return Unexpected(noAnswer(command.arguments[1]));
    const ImportRow& row = document_.importLog->rows[*number];
    const std::vector<std::pair<std::string, std::string>> layers{{row.file, row.layer}};
    ImportRequest request;
    request.storePath = document_.importLog->storePath;
    request.sources = sourcesOf(layers);
    request.profiles = profilesFor(layers, *profile);
    request.reread = liveBatches(*document_.importLog, layers);
    request.before = document_.importLog;
    BANLANG_CHECK(start(std::move(request), JobPurpose::reread));
    jobLayer_ = layers.front();
    return {};
}

Result<void> Session::undoImport(const Command& command) {
    std::int64_t batch = 0;
    const std::string& word = command.arguments[0];
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), batch);
    const bool isNumber = error == std::errc() && end == word.data() + word.size();
    if (!isNumber || !document_.importLog || !document_.importLog->isLive(batch))
        return Unexpected(noSuch(command, {"lần nạp còn hiệu lực", "live import"}));
    ImportRequest request;
    request.storePath = document_.importLog->storePath;
    request.undo = {batch};
    request.before = document_.importLog;
    jobLayer_.reset();
    return start(std::move(request), JobPurpose::undo);
}

void Session::fail(const Error& error) {
    const bool stopped = error.kind == ErrorKind::interrupted;
    tell({!stopped, {describe(error, Language::vietnamese), describe(error, Language::english)}});
    if (!stopped) failure_ = error;
}

void Session::finishJob() {
    auto result = job_.take();
    if (!result) return;
    dirty_ = true;
    if (leaving_) return leave(*result);
    document_.closeAsked = false; // what was asked about is over
    if (!*result) return fail(result->error());
    const std::optional<Error> failure = (*result)->failure;
    show(std::move(**result));
    if (failure) fail(*failure);
}

/// The window closes; what ended too late to be stopped is taken back before.
void Session::leave(const Result<ImportOutcome>& ended) {
    if (ended && !ended->newBatches.empty()) {
        ImportRequest request;
        request.storePath = ended->log->storePath;
        request.undo = ended->newBatches;
        request.before = ended->log;
        purpose_ = JobPurpose::undo;
        job_.start(std::move(request));
        return;
    }
    leaving_ = document_.closeAsked = false;
    finished_ = ended || purpose_ != JobPurpose::undo;
    if (!finished_) fail(ended.error()); // what could not be taken back is there, and a person has to know
}

void Session::show(ImportOutcome outcome) {
    const ImportLog& log = *outcome.log;
    const auto chosen = document_.importRow && document_.importLog && *document_.importRow < document_.importLog->rows.size()
                            ? std::optional(document_.importLog->rows[*document_.importRow])
                            : std::nullopt;
    if (outcome.district && document_.district && document_.storePath == log.storePath && purpose_ != JobPurpose::sample) {
        document_ = documentWith(std::move(outcome.district), std::move(outcome.rules), document_);
        history_.clear();
    } else if (outcome.district) {
        showDistrict(std::move(outcome.district), std::move(outcome.rules), log.storePath);
    }
    document_.importLog = outcome.log;
    document_.links = std::move(outcome.links);
    document_.linkRow = nearestRow(document_);
    document_.importRow.reset();
    if (jobLayer_) document_.importRow = rowOf(log, *jobLayer_);
    if (!document_.importRow && chosen) document_.importRow = rowOf(log, {chosen->file, chosen->layer});
    if (!document_.importRow && log.hasReport()) document_.importRow = 0;
    if (purpose_ == JobPurpose::link) {
        tell({false, counted(document_.links ? document_.links->unresolved.size() : 0,
                             {"Đã ghi quyết định; còn {} điều cần nối.", "The decision is kept; {} are still to link."})});
        return;
    }
    if (purpose_ == JobPurpose::undo) {
        tell({false, counted(outcome.undoneRows, {"Đã lấy lại {} dòng.", "{} rows were taken back."})});
        return;
    }
    if (purpose_ != JobPurpose::sample) document_.tab = BottomTab::import;
    document_.importView = log.report.questions.empty() ? ImportView::layers : ImportView::questions;
    if (!outcome.failure) tell(summary(log));
}

} // namespace banlang::viewer
