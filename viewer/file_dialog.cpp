// SPDX-License-Identifier: MIT
#include "viewer/file_dialog.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <vector>

namespace banlang::viewer {
namespace {

/// Standard output of a program that is looked up in PATH; nothing when it does not exist or fails. No shell is involved.
std::optional<std::string> outputOf(std::vector<std::string> words) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) return std::nullopt;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t child = 0;
    const int started = posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    std::string output;
    std::array<char, 4096> buffer{};
    for (ssize_t count = 1; started == 0 && count > 0;) {
        count = read(ends[0], buffer.data(), buffer.size());
        if (count > 0) output.append(buffer.data(), static_cast<std::size_t>(count));
    }
    close(ends[0]);
    if (started != 0) return std::nullopt;
    int status = 0;
    waitpid(child, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
    while (!output.empty() && output.back() == '\n') output.pop_back();
    return output.empty() ? std::nullopt : std::optional(output);
}

} // namespace

std::optional<std::string> choosePath(PathKind kind) {
    std::vector<std::string> zenity{"zenity", "--file-selection"};
    std::vector<std::string> kdialog{"kdialog", "--getopenfilename", "."};
    if (kind == PathKind::sources) {
        zenity.emplace_back("--directory");
        kdialog[1] = "--getexistingdirectory";
    } else {
        const std::string endings =
            kind == PathKind::store ? "*.gpkg" : "*.tif *.tiff *.mbtiles *.jp2 *.vrt *.img *.jpg *.jpeg *.png *.gpkg";
        zenity.push_back((kind == PathKind::store ? "--file-filter=GeoPackage | " : "--file-filter=GeoTIFF, MBTiles | ") + endings);
        kdialog.push_back(endings);
    }
    if (auto path = outputOf(zenity)) return path;
    return outputOf(kdialog);
}

} // namespace banlang::viewer
