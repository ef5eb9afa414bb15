// SPDX-License-Identifier: MIT
#include "viewer/import/store_watch.h"

#include <sys/stat.h>

#include <algorithm>
#include <utility>

namespace banlang::viewer {
namespace {

constexpr Label stillShown{"; bản đồ vẫn hiện số liệu đã đọc", "; the map still shows what was read"};

Error storeError(const std::string& path, const char* code, Label message, Label hint) {
    return {ErrorKind::inputUnreadable,
            code,
            {std::string(message.vi) + std::string(stillShown.vi), std::string(message.en) + std::string(stillShown.en)},
            hint.text(),
            {path, {}, -1, {}}};
}

Error gone(const std::string& path) {
    return storeError(path, "store-gone", {"Kho đang mở không còn ở chỗ cũ", "The open store is no longer in its place"},
                      {"Đưa tệp về chỗ cũ hoặc cắm lại ổ đĩa, không thì mở kho khác; trước đó không ghi được gì",
                       "Put the file back or connect its disk, or open another store; until then nothing can be kept"});
}

Error replaced(const std::string& path) {
    return storeError(path, "store-replaced",
                      {"Chỗ của kho đang mở nay là một kho khác", "Another store took the open one's place"},
                      {"Mở lại kho để xem số liệu mới và ghi tiếp", "Open the store again to see its data and to go on"});
}

/// Batches that are live stay in a store for good; those that were taken back may be removed.
bool holds(const std::vector<StoredBatch>& stored, const StoredBatch& batch) {
    return std::any_of(stored.begin(), stored.end(),
                       [&](const StoredBatch& one) { return one.id == batch.id && one.importedAt == batch.importedAt; });
}

/// Opens the store as it lies there; one that others have locked is none the worse for it.
std::optional<Error> problemOf(const std::string& path, const std::vector<StoredBatch>& known) {
    const auto store = Store::openForReading(path);
    const auto stored = store ? store->batches() : Result<std::vector<StoredBatch>>(Unexpected(store.error()));
    if (!stored) {
        if (stored.error().kind != ErrorKind::inputUnreadable) return std::nullopt;
        Error error = stored.error();
        error.message.vi += stillShown.vi;
        error.message.en += stillShown.en;
        return error;
    }
    const bool same = std::all_of(known.begin(), known.end(), [&](const StoredBatch& batch) {
        return batch.state != BatchState::live || holds(*stored, batch);
    });
    return same ? std::nullopt : std::optional(replaced(path));
}

} // namespace

std::optional<StoreWatch::FileState> StoreWatch::stateOf(const std::string& path) {
    struct stat file {};
    if (stat(path.c_str(), &file) != 0) return std::nullopt;
    constexpr std::int64_t second = 1'000'000'000;
    return FileState{file.st_dev, file.st_ino, file.st_size, file.st_mtim.tv_sec * second + file.st_mtim.tv_nsec};
}

void StoreWatch::follow(const std::string& path, std::vector<StoredBatch> batches) {
    judged_ = stateOf(path);
    seen_ = judged_;
    path_ = judged_ ? path : std::string();
    batches_ = std::move(batches);
    problem_.reset();
    told_ = true;
    next_ = std::chrono::steady_clock::now() + interval_;
}

std::optional<Error> StoreWatch::news() {
    takeVerdict();
    if (!path_.empty() && std::chrono::steady_clock::now() >= next_) look();
    return std::exchange(told_, true) ? std::nullopt : problem_;
}

Result<void> StoreWatch::mayWrite() const {
    if (problem_) return Unexpected(*problem_);
    if (!path_.empty() && !stateOf(path_)) return Unexpected(gone(path_));
    return {};
}

void StoreWatch::takeVerdict() {
    if (!work_.ready()) return;
    Verdict verdict = work_.take();
    if (verdict.path != path_ || seen_ != verdict.state) return; // something else lies there by now
    judged_ = verdict.state;
    problem_ = std::move(verdict.problem);
    told_ = false;
}

/// Whoever writes the file is let finish: only what stayed the same from one look to the next is judged.
void StoreWatch::look() {
    next_ = std::chrono::steady_clock::now() + interval_;
    const auto before = std::exchange(seen_, stateOf(path_));
    if (seen_ != before || seen_ == judged_ || work_.started()) return;
    if (!seen_) {
        judged_.reset();
        problem_ = gone(path_);
        told_ = false;
        return;
    }
    work_ = {"watch", ThreadPriority::background, [path = path_, state = *seen_, known = batches_] {
                 return Verdict{path, state, problemOf(path, known)};
             }};
}

} // namespace banlang::viewer
