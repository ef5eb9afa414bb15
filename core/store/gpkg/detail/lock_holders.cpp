// SPDX-License-Identifier: MIT
#include "core/store/gpkg/detail/lock_holders.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <set>
#include <sstream>

namespace banlang::detail {
namespace {

/// "08:01:131090" names a file by its inode. The device in front is left out: some file systems tell another one than stat does.
ino_t inodeOf(const std::string& place) {
    ino_t inode = 0;
    const std::size_t at = place.rfind(':');
    if (at != std::string::npos) std::from_chars(place.data() + at + 1, place.data() + place.size(), inode);
    return inode;
}

std::string programOf(pid_t process) {
    std::ifstream file(fmt::format("/proc/{}/comm", process));
    std::string name;
    std::getline(file, name);
    return name;
}

} // namespace

std::vector<std::string> lockHolders(const std::string& path) {
    std::set<ino_t> inodes;
    for (const char* part : {"", "-shm", "-wal", "-journal"}) {
        struct stat status {};
        if (stat((path + part).c_str(), &status) == 0) inodes.insert(status.st_ino);
    }
    std::ifstream locks("/proc/locks");
    std::vector<std::string> holders;
    for (std::string line; std::getline(locks, line);) {
        // 1: POSIX  ADVISORY  WRITE 4711 08:01:131090 1073741826 1073742335
        std::istringstream words(line);
        std::string number;
        std::string type;
        std::string strength;
        std::string mode;
        pid_t process = 0;
        std::string place;
        words >> number >> type;
        if (type == "->") continue; // it only waits
        words >> strength >> mode >> process >> place;
        if (words.fail() || process <= 0 || process == getpid() || !inodes.contains(inodeOf(place))) continue;
        const std::string name = programOf(process);
        if (name.empty()) continue;
        std::string holder = fmt::format("{} ({})", name, process);
        if (std::find(holders.begin(), holders.end(), holder) == holders.end()) holders.push_back(std::move(holder));
    }
    return holders;
}

} // namespace banlang::detail
