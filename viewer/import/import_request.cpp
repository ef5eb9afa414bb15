// SPDX-License-Identifier: MIT
#include "viewer/import/import_request.h"

#include "core/store/store.h"
#include "viewer/import/link_review.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>

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

Error noSuch(const std::string& number, Bilingual what) {
    return usage("bad-value",
                 {fmt::format("Không có {} số {}.", what.vi, number), fmt::format("There is no {} number {}.", what.en, number)},
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

/// The layers once more, as the profile says; what they brought before gives way.
ImportRequest again(const std::shared_ptr<const ImportLog>& log, const std::vector<std::pair<std::string, std::string>>& layers,
                    const ImportProfile& profile) {
    ImportRequest request;
    request.storePath = log->storePath;
    request.sources = sourcesOf(layers);
    request.profiles = profilesFor(layers, profile);
    request.reread = liveBatches(*log, layers);
    request.before = log;
    request.layer = layers.front();
    return request;
}

} // namespace

std::string whoDecides() {
    const char* user = std::getenv("USER"); // NOLINT(concurrency-mt-unsafe): nobody sets it
    return user == nullptr ? std::string() : std::string(user);
}

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

ImportRequest requestToImport(std::string openStore, const std::vector<std::string>& sources) {
    ImportRequest request;
    request.storePath = openStore.empty() ? storeFor(sources) : std::move(openStore);
    request.sources = sources;
    return request;
}

Result<ImportRequest> requestForSample() {
    const auto path = sampleDistrictPath();
    if (!path) {
        return Unexpected(
            Error{ErrorKind::failed,
                  "no-sample",
                  {"Không tìm thấy dữ liệu mẫu.", "The sample data were not found."},
                  {"Tạo bằng lệnh: banlang-sample huyen-mau --parcels 5000", "Make one: banlang-sample sample --parcels 5000"},
                  {}});
    }
    ImportRequest request;
    request.purpose = ImportPurpose::sample;
    request.storePath = sampleStorePath();
    request.sources = {*path};
    request.freshStore = true;
    return request;
}

Result<ImportRequest> requestToAnswer(const std::shared_ptr<const ImportLog>& log, const std::string& question,
                                      const std::string& value, const std::vector<std::string>& within) {
    const auto index = numberedFromOne(question, log ? log->report.questions.size() : 0);
    if (!index) return Unexpected(noSuch(question, {"câu hỏi", "question"}));
    const Question& asked = log->report.questions[*index];
    const auto profile = profileFromAnswer(asked.kind, value);
    if (!profile) return Unexpected(noAnswer(value));
    const auto layers = layersWithin(asked.layers, within);
    if (layers.empty()) return Unexpected(noSuch(within.front(), {"tệp chờ trả lời ở", "file that waits in"}));
    ImportRequest request = again(log, layers, *profile);
    request.purpose = ImportPurpose::answer;
    return request;
}

Result<ImportRequest> requestToReread(const std::shared_ptr<const ImportLog>& log, const std::string& questionKind,
                                      const std::string& row, const std::string& value) {
    const auto index = numberedFromOne(row, log ? log->rows.size() : 0);
    if (!index) return Unexpected(noSuch(row, {"dòng", "row"}));
    const auto profile = profileFromAnswer(questionKind, value);
    if (!profile) return Unexpected(noAnswer(value));
    ImportRequest request = again(log, {{log->rows[*index].file, log->rows[*index].layer}}, *profile);
    request.purpose = ImportPurpose::reread;
    return request;
}

namespace {

/// Of one batch, or of an import, those in a state.
std::vector<std::int64_t> batchesIn(const ImportLog* log, const std::string& number, BatchState state) {
    constexpr std::string_view whole = "import:";
    const bool all = number.starts_with(whole);
    const std::string_view digits = std::string_view(number).substr(all ? whole.size() : 0);
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
    std::vector<std::int64_t> found;
    if (log == nullptr || error != std::errc() || end != digits.data() + digits.size()) return found;
    for (const StoredBatch& batch : log->history) {
        if (batch.state == state && (all ? batch.importId : batch.id) == id) found.push_back(batch.id);
    }
    return found;
}

ImportRequest byHand(const std::shared_ptr<const ImportLog>& log, ImportPurpose purpose) {
    ImportRequest request;
    request.purpose = purpose;
    request.storePath = log->storePath;
    request.by = whoDecides();
    request.before = log;
    return request;
}

} // namespace

Result<ImportRequest> requestToUndo(const std::shared_ptr<const ImportLog>& log, const std::string& number) {
    std::vector<std::int64_t> batches = batchesIn(log.get(), number, BatchState::live);
    if (batches.empty()) return Unexpected(noSuch(number, {"lần nạp còn hiệu lực", "live import"}));
    ImportRequest request = byHand(log, ImportPurpose::undo);
    request.undo = std::move(batches);
    return request;
}

Result<ImportRequest> requestToRedo(const std::shared_ptr<const ImportLog>& log, const std::string& number) {
    std::vector<std::int64_t> batches = batchesIn(log.get(), number, BatchState::undone);
    if (batches.empty()) return Unexpected(noSuch(number, {"lần nạp đã lấy lại", "import that was taken back"}));
    ImportRequest request = byHand(log, ImportPurpose::redo);
    request.redo = std::move(batches);
    return request;
}

} // namespace banlang::viewer
