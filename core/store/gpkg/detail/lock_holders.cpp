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

/// Each once, in the order of their locks.
std::vector<pid_t> processesLocking(const std::string& path) {
    std::set<ino_t> inodes;
    for (const char* part : {"", "-shm", "-wal", "-journal"}) {
        struct stat status {};
        if (stat((path + part).c_str(), &status) == 0) inodes.insert(status.st_ino);
    }
    std::ifstream locks("/proc/locks");
    std::vector<pid_t> processes;
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
        if (words.fail() || process <= 0 || !inodes.contains(inodeOf(place))) continue;
        if (std::find(processes.begin(), processes.end(), process) == processes.end()) processes.push_back(process);
    }
    return processes;
}

} // namespace

std::vector<std::string> lockHolders(const std::string& path) {
    std::vector<std::string> holders;
    for (const pid_t process : processesLocking(path)) {
        const std::string name = process == getpid() ? std::string() : programOf(process);
        if (!name.empty()) holders.push_back(fmt::format("{} ({})", name, process));
    }
    return holders;
}

bool isLockedHere(const std::string& path) {
    const std::vector<pid_t> processes = processesLocking(path);
    return std::find(processes.begin(), processes.end(), getpid()) != processes.end();
}

} // namespace banlang::detail
