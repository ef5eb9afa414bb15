// SPDX-License-Identifier: MIT
#include "core/base/pending_output.h"

#include "core/base/write_error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <mutex>
#include <set>
#include <utility>
#include <vector>

namespace banlang {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view workingName = ".banlang-unfinished-{}-XXXXXX";

/// The working folders of this process. Never destroyed: the last thread may outlive main().
struct Pending {
    std::mutex mutex;
    std::set<fs::path> folders;
};
Pending& pending() {
    static auto* all = new Pending;
    return *all;
}

/// A folder that is open and locked; else what was in the way as a negative errno. Locked is only what still stands under the name.
int lockedFolder(const fs::path& folder) {
    const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0) return -errno;
    struct stat opened {};
    struct stat named {};
    int failure = 0;
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0 || fstat(descriptor, &opened) != 0 || lstat(folder.c_str(), &named) != 0)
        failure = errno;
    else if (opened.st_ino != named.st_ino || opened.st_dev != named.st_dev)
        failure = ENOENT;
    if (failure == 0) return descriptor;
    close(descriptor);
    return -failure;
}

/// workingName with a process and six letters or digits.
bool isWorkingName(std::string_view name) {
    constexpr std::string_view beginning = ".banlang-unfinished-";
    constexpr std::size_t markLength = 6;
    if (!name.starts_with(beginning)) return false;
    name.remove_prefix(beginning.size());
    const std::size_t dash = name.find('-');
    if (dash == 0 || dash == std::string_view::npos || name.size() - dash - 1 != markLength) return false;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const std::string_view process = name.substr(0, dash);
    const std::string_view mark = name.substr(dash + 1);
    return std::all_of(process.begin(), process.end(), isDigit) &&
           std::all_of(mark.begin(), mark.end(), [&](char c) { return isDigit(c) || isLetter(c); });
}

/// 0, or the errno of what failed.
int flushToDisk(const fs::path& path) {
    const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return errno;
    int failure = fsync(descriptor) == 0 ? 0 : errno;
    // Some file systems cannot flush a folder.
    if (failure == EINVAL || failure == ENOTSUP) failure = 0;
    if (close(descriptor) != 0 && failure == 0) failure = errno;
    return failure;
}

int flushAllToDisk(const fs::path& folder) {
    std::error_code failure;
    for (fs::recursive_directory_iterator entry(folder, failure), end; entry != end; entry.increment(failure)) {
        if (failure) return failure.value();
        if (const int reason = flushToDisk(entry->path()); reason != 0) return reason;
    }
    return failure.value();
}

/// Whether `destination` is there, a file where `made` is one, a folder where it is one.
bool isOfOneKind(const fs::path& made, const fs::path& destination) {
    std::error_code unknown;
    const fs::file_type there = fs::symlink_status(destination, unknown).type();
    return (there == fs::file_type::regular || there == fs::file_type::directory) &&
           there == fs::symlink_status(made, unknown).type();
}

/// A move into its place, and whether what stood there has gone where the new one came from.
struct Move {
    fs::path made;
    fs::path destination;
    bool exchanged = false;
};

/// `old` is for a folder that stood there, where the file system cannot exchange two names.
int moveToPlace(Move& move, const fs::path& old, bool overwrite) {
    const auto& [made, destination, exchanged] = move;
    if (!overwrite) {
        if (renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, destination.c_str(), RENAME_NOREPLACE) == 0) return 0;
        const int reason = errno;
        std::error_code unknown;
        const bool emptyFolder = fs::is_directory(destination, unknown) && fs::is_empty(destination, unknown);
        const bool unheard = reason == EINVAL || reason == ENOSYS; // of the question
        const bool free = unheard && !fs::exists(fs::symlink_status(destination, unknown));
        if (!emptyFolder && !free) return unheard ? EEXIST : reason;
    } else if (isOfOneKind(made, destination)) {
        if (renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, destination.c_str(), RENAME_EXCHANGE) == 0) {
            move.exchanged = true;
            return 0;
        }
        if (errno != EINVAL && errno != ENOSYS && errno != ENOENT) return errno;
    }
    if (rename(made.c_str(), destination.c_str()) == 0) return 0;
    if (errno != ENOTEMPTY && errno != EEXIST) return errno;
    if (!overwrite) return EEXIST;
    if (rename(destination.c_str(), old.c_str()) != 0) return errno;
    if (rename(made.c_str(), destination.c_str()) == 0) return 0;
    const int reason = errno;
    static_cast<void>(rename(old.c_str(), destination.c_str()));
    return reason;
}

/// Of several files that belong together all are new or all old.
void takeBack(const std::vector<Move>& moves) {
    std::for_each(moves.rbegin(), moves.rend(), [](const Move& move) {
        const unsigned how = move.exchanged ? RENAME_EXCHANGE : 0U;
        static_cast<void>(renameat2(AT_FDCWD, move.destination.c_str(), AT_FDCWD, move.made.c_str(), how));
    });
}

/// What belongs to a file that goes and would be false beside the new one: SQLite would play the journals of a GeoPackage into it,
/// others would search a Shapefile by its old index.
void takeAwayCompanions(const fs::path& destination, const std::vector<fs::path>& made) {
    const auto takeAway = [&](const fs::path& companion) {
        std::error_code ignored;
        if (std::find(made.begin(), made.end(), companion.filename()) == made.end()) fs::remove(companion, ignored);
    };
    if (destination.extension() == ".gpkg") {
        for (const char* const ending : {"-wal", "-shm", "-journal"}) takeAway(destination.string() + ending);
    }
    if (destination.extension() == ".shp") {
        for (const char* const ending : {".qix", ".sbn", ".sbx", ".dai.csv"})
            takeAway(fs::path(destination).replace_extension(ending));
    }
}

} // namespace

void removeAbandonedOutputs(const fs::path& folder) {
    std::error_code failure;
    std::vector<fs::path> found;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure)) {
        if (isWorkingName(entry->path().filename().string())) found.push_back(entry->path());
    }
    for (const fs::path& working : found) {
        struct stat status {};
        if (lstat(working.c_str(), &status) != 0 || !S_ISDIR(status.st_mode) || status.st_uid != geteuid()) continue;
        const int lock = lockedFolder(working);
        if (lock < 0) continue;
        fs::remove_all(working, failure);
        close(lock);
    }
}

Result<PendingOutput> PendingOutput::begin(const std::string& destination, bool overwrite) {
    fs::path place = fs::absolute(destination).lexically_normal();
    if (!place.has_filename()) place = place.parent_path(); // "folder/"
    std::error_code failure;
    // A link stays, and what it points at is replaced.
    if (fs::is_symlink(place, failure)) place = fs::weakly_canonical(place, failure);
    const bool emptyFolder = fs::is_directory(place, failure) && fs::is_empty(place, failure);
    if (!overwrite && fs::exists(fs::symlink_status(place, failure)) && !emptyFolder) return Unexpected(outputExists(destination));
    removeAbandonedOutputs(place.parent_path());
    const std::scoped_lock guard(pending().mutex);
    for (;;) {
        std::string working = (place.parent_path() / fmt::format(workingName, getpid())).string();
        if (mkdtemp(working.data()) == nullptr) return Unexpected(writeError(destination, errno));
        const int lock = lockedFolder(working);
        // Another process may have taken it for a leftover before it was locked. Where locks are unknown nobody takes any.
        if (lock == -EWOULDBLOCK || lock == -ENOENT) continue;
        pending().folders.insert(working);
        return PendingOutput(std::move(place), working, lock, overwrite);
    }
}

PendingOutput::PendingOutput(fs::path destination, fs::path working, int lock, bool overwrite)
    : destination_(std::move(destination)), working_(std::move(working)), lock_(lock), overwrite_(overwrite) {}

PendingOutput::PendingOutput(PendingOutput&& other) noexcept
    : destination_(std::move(other.destination_)), working_(std::exchange(other.working_, {})),
      lock_(std::exchange(other.lock_, -1)), overwrite_(other.overwrite_) {}

PendingOutput::~PendingOutput() {
    if (working_.empty()) return;
    const std::scoped_lock lock(pending().mutex);
    std::error_code ignored;
    fs::remove_all(working_, ignored);
    pending().folders.erase(working_);
    if (lock_ >= 0) close(lock_);
}

Result<void> PendingOutput::finish() {
    if (const int reason = flushAllToDisk(working_); reason != 0) return Unexpected(writeError(destination_.string(), reason));
    std::vector<fs::path> beside;
    for (const auto& entry : fs::directory_iterator(working_)) {
        if (entry.path().filename() != destination_.filename()) beside.push_back(entry.path().filename());
    }
    std::sort(beside.begin(), beside.end());
    const fs::path parent = destination_.parent_path();
    const std::scoped_lock lock(pending().mutex);
    for (const fs::path& name : beside) {
        if (!overwrite_ && fs::exists(fs::symlink_status(parent / name))) return Unexpected(outputExists((parent / name).string()));
    }
    beside.push_back(destination_.filename());
    std::vector<Move> moves;
    for (const fs::path& name : beside) {
        Move move{working_ / name, parent / name};
        const int reason = moveToPlace(move, working_ / "old", overwrite_);
        if (reason != 0) takeBack(moves);
        if (reason == EEXIST) return Unexpected(outputExists((parent / name).string()));
        if (reason != 0) return Unexpected(writeError((parent / name).string(), reason));
        moves.push_back(std::move(move));
    }
    if (overwrite_) takeAwayCompanions(destination_, beside);
    if (const int reason = flushToDisk(parent); reason != 0) return Unexpected(writeError(destination_.string(), reason));
    return {};
}

void abandonPendingOutputs() {
    pending().mutex.lock(); // for good
    for (const fs::path& folder : pending().folders) {
        // Another thread may be making a file in it just now.
        std::error_code failure;
        for (int attempt = 0; attempt < 5 && fs::exists(folder, failure); ++attempt) fs::remove_all(folder, failure);
    }
}

} // namespace banlang
