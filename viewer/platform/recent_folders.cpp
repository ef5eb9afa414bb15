// SPDX-License-Identifier: MIT
#include "viewer/platform/recent_folders.h"

#include "core/base/atomic_file.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace banlang::viewer {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostFolders = 8;

fs::path placeOf(const char* variable, const char* underHome) {
    const char* place = std::getenv(variable); // NOLINT(concurrency-mt-unsafe): nobody sets it
    if (place != nullptr && *place == '/') return place;
    const char* home = std::getenv("HOME"); // NOLINT(concurrency-mt-unsafe)
    return home != nullptr && *home == '/' ? fs::path(home) / underHome : fs::path();
}

fs::path listFile() {
    const fs::path state = placeOf("XDG_STATE_HOME", ".local/state");
    return state.empty() ? state : state / "banlang" / "recent-folders";
}

} // namespace

std::vector<std::string> recentFolders() {
    std::vector<std::string> folders;
    std::ifstream file(listFile());
    std::error_code ignored;
    for (std::string line; std::getline(file, line) && folders.size() < mostFolders;) {
        if (fs::is_directory(line, ignored)) folders.push_back(line);
    }
    return folders;
}

void rememberFolderOf(const std::string& path) {
    const fs::path list = listFile();
    const std::string folder = fs::path(path).parent_path().string();
    if (list.empty() || folder.find('\n') != std::string::npos) return;
    std::vector<std::string> folders = recentFolders();
    std::erase(folders, folder);
    folders.insert(folders.begin(), folder);
    folders.resize(std::min(folders.size(), mostFolders));
    std::error_code ignored;
    fs::create_directories(list.parent_path(), ignored);
    std::string lines;
    for (const std::string& one : folders) lines += one + '\n';
    // Without the list the dialog still works.
    static_cast<void>(writeFileAtomically(list.string(), lines, true));
}

std::vector<std::string> mountedFolders() {
    std::vector<std::string> folders;
    const char* user = std::getenv("USER"); // NOLINT(concurrency-mt-unsafe)
    if (user == nullptr || *user == 0) return folders;
    for (const char* place : {"/media", "/run/media"}) {
        std::error_code failure;
        for (fs::directory_iterator entry(fs::path(place) / user, failure); !failure && entry != fs::directory_iterator();
             entry.increment(failure))
            folders.push_back(entry->path().string());
    }
    std::ranges::sort(folders);
    return folders;
}

std::string folderToBeginIn() {
    const std::vector<std::string> folders = recentFolders();
    if (!folders.empty()) return folders.front();
    const fs::path home = placeOf("HOME", "");
    std::error_code ignored;
    return fs::is_directory(home, ignored) ? home.string() : "/";
}

} // namespace banlang::viewer
