// SPDX-License-Identifier: MIT
#include "core/io/detail/settled_copy.h"

#include "core/io/detail/database_log.h"

#include <cpl_vsi.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>
#include <string_view>
#include <vector>

namespace banlang::detail {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view prefix = "banlang-copy-";
constexpr std::array<const char*, 2> logs = {"-wal", "-journal"};

Error cannotCopy(const std::string& path) {
    std::error_code failure;
    std::string place = fs::temp_directory_path(failure).string();
    if (const char* wanted = std::getenv("TMPDIR"); failure && wanted != nullptr) place = wanted;
    return {ErrorKind::failed,
            "database-not-copied",
            {"Phải chép tạm tệp này cùng tệp -wal bên cạnh mới đọc được các sửa đổi cuối, nhưng không chép được",
             "The file has to be copied together with the -wal beside it to read its latest changes, and cannot be"},
            {fmt::format("Kiểm tra chỗ trống ở {}, hoặc đặt TMPDIR sang đĩa khác", place),
             fmt::format("Check the room in {}, or set TMPDIR to another disk", place)},
            {path, {}, -1, {}}};
}

Error alwaysWritten(const std::string& path) {
    return {ErrorKind::failed,
            "database-being-written",
            {"Chương trình khác đang ghi tệp này liên tục", "Another program is writing this file all the time"},
            {"Lưu và đóng tệp trong chương trình kia rồi thử lại", "Save and close the file in the other program and try again"},
            {path, {}, -1, {}}};
}

/// Folders of programs that were killed.
void sweepLeftovers(const fs::path& place) {
    std::error_code failure;
    std::vector<fs::path> left;
    for (fs::directory_iterator entry(place, failure); !failure && entry != fs::directory_iterator(); entry.increment(failure)) {
        const std::string name = entry->path().filename().string();
        if (!name.starts_with(prefix)) continue;
        pid_t owner = 0;
        const char* end = name.data() + name.size();
        const auto number = std::from_chars(name.data() + prefix.size(), end, owner);
        if (number.ec == std::errc() && owner > 0 && kill(owner, 0) != 0 && errno == ESRCH) left.push_back(entry->path());
    }
    for (const fs::path& folder : left) fs::remove_all(folder, failure);
}

bool copyFile(const std::string& from, const std::string& to) {
    VSILFILE* source = VSIFOpenL(from.c_str(), "rb");
    if (source == nullptr) return false;
    VSILFILE* target = VSIFOpenL(to.c_str(), "wb");
    bool good = target != nullptr;
    std::vector<char> block(std::size_t{4} << 20);
    while (good) {
        const std::size_t count = VSIFReadL(block.data(), 1, block.size(), source);
        if (count == 0) break;
        good = VSIFWriteL(block.data(), 1, count, target) == count;
    }
    VSIFCloseL(source);
    if (target != nullptr) good = VSIFCloseL(target) == 0 && good;
    return good;
}

/// Size, time and place of a file and its logs: whether they changed meanwhile.
std::string identityOf(const std::string& path) {
    std::string identity;
    for (const std::string& file : {path, path + logs[0], path + logs[1]}) {
        struct stat status {};
        if (stat(file.c_str(), &status) == 0) {
            identity += fmt::format("{}:{}:{}:{}.{:09} ", status.st_dev, status.st_ino, status.st_size, status.st_mtim.tv_sec,
                                    status.st_mtim.tv_nsec);
        } else {
            identity += "- ";
        }
    }
    return identity;
}

bool copyWithLogs(const std::string& from, const std::string& to) {
    if (!copyFile(from, to)) return false;
    for (const char* log : logs) {
        VSIStatBufL status;
        const bool there = VSIStatExL((from + log).c_str(), &status, VSI_STAT_EXISTS_FLAG) == 0;
        VSIUnlink((to + log).c_str());
        if (there && !copyFile(from + log, to + log)) return false;
    }
    return true;
}

} // namespace

Result<std::shared_ptr<const SettledCopy>> SettledCopy::of(const std::string& path) {
    std::error_code failure;
    const fs::path place = fs::temp_directory_path(failure);
    sweepLeftovers(place);
    std::string folder = (place / fmt::format("{}{}-XXXXXX", prefix, getpid())).string();
    if (failure || mkdtemp(folder.data()) == nullptr) return Unexpected(cannotCopy(path));
    const std::shared_ptr<SettledCopy> copy(new SettledCopy);
    copy->folder_ = folder;
    copy->path_ = (fs::path(folder) / "copy.gpkg").string();
    constexpr int mostTries = 5;
    for (int tries = 0; tries < mostTries; ++tries) {
        const std::string before = identityOf(path);
        if (!copyWithLogs(path, copy->path_)) return Unexpected(cannotCopy(path));
        if (identityOf(path) != before) continue;
        const int code = settleDatabase(copy->path_);
        // Who reads a damaged one says so.
        if (code != SQLITE_OK && code != SQLITE_CORRUPT && code != SQLITE_NOTADB) return Unexpected(cannotCopy(path));
        return copy;
    }
    return Unexpected(alwaysWritten(path));
}

Result<std::shared_ptr<const SettledCopy>> SettledCopy::kept(const std::string& path) {
    struct Kept {
        std::string identity;
        std::shared_ptr<const SettledCopy> copy;
    };
    static std::mutex mutex;
    static std::map<std::string, Kept> all;
    const std::lock_guard lock(mutex);
    const std::string identity = identityOf(path);
    Kept& found = all[path];
    if (found.copy == nullptr || found.identity != identity) {
        found.copy.reset();
        BANLANG_TRY(copy, of(path));
        found = {identity, copy};
    }
    return found.copy;
}

SettledCopy::~SettledCopy() {
    std::error_code failure;
    if (!folder_.empty()) std::filesystem::remove_all(folder_, failure);
}

} // namespace banlang::detail
