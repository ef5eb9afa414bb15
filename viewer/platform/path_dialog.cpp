// SPDX-License-Identifier: MIT
#include "viewer/platform/path_dialog.h"

#include "core/io/folder.h"
#include "core/text/keys.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <filesystem>

namespace banlang::viewer {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> ids{"store", "sources", "picture"};
constexpr std::array<std::string_view, 10> pictureEndings{".tif", ".tiff", ".mbtiles", ".jp2", ".vrt",
                                                          ".img", ".jpg",  ".jpeg",    ".png", ".gpkg"};

bool fits(PathKind kind, const fs::path& file) {
    const std::string ending = withoutDiacritics(file.extension().string());
    if (kind == PathKind::store) return ending == ".gpkg";
    if (kind == PathKind::picture) return std::ranges::find(pictureEndings, ending) != pictureEndings.end();
    return mayHoldLayers(file.string());
}

Error problemWith(const std::string& path, std::string code, Bilingual message, Bilingual hint) {
    return {ErrorKind::inputUnreadable, std::move(code), std::move(message), std::move(hint), {path, {}, -1, {}}};
}

Error missing(const std::string& path) {
    return problemWith(path, "path-missing", {"Không có tệp hay thư mục này", "There is no such file or folder"},
                       {"Kiểm tra lại đường dẫn", "Check the path"});
}

Error unreadable(const std::string& path) {
    return problemWith(path, "path-unreadable", {"Không được phép đọc", "It may not be read"},
                       {"Xin quyền đọc của người quản lý máy, hoặc chọn nơi khác",
                        "Ask whoever looks after the machine for the right to read it, or choose another place"});
}

Error unlistable(const std::string& folder, const std::error_code& why) {
    if (why == std::errc::permission_denied) return unreadable(folder);
    if (why == std::errc::no_such_file_or_directory) return missing(folder);
    if (why == std::errc::not_a_directory)
        return problemWith(folder, "not-a-folder", {"Đây không phải thư mục", "This is no folder"},
                           {"Chọn thư mục chứa nó", "Choose the folder that it lies in"});
    return problemWith(folder, "path-unreadable",
                       {"Không đọc được thư mục (" + why.message() + ")", "The folder cannot be read (" + why.message() + ")"},
                       {"Kiểm tra ổ đĩa hoặc kết nối mạng", "Check the disk or the network"});
}

std::string withoutSlash(std::string folder) {
    while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
    return folder;
}

std::string home() {
    const char* place = std::getenv("HOME"); // NOLINT(concurrency-mt-unsafe): nobody sets it
    return place != nullptr && *place != 0 ? place : "/";
}

/// "%C3%A1" as its bytes.
std::string withoutPercent(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned int byte = 0;
        if (text[i] == '%' && i + 2 < text.size()) {
            const auto [end, failure] = std::from_chars(text.data() + i + 1, text.data() + i + 3, byte, 16);
            if (failure == std::errc() && end == text.data() + i + 3) {
                plain += static_cast<char>(byte);
                i += 2;
                continue;
            }
        }
        plain += text[i];
    }
    return plain;
}

std::string common(const std::string& a, const std::string& b) {
    const auto [end, other] = std::ranges::mismatch(a, b);
    std::string start(a.begin(), end);
    // Not within a letter.
    while (!start.empty() && start.size() < a.size() && (static_cast<unsigned char>(a[start.size()]) & 0xC0U) == 0x80U)
        start.pop_back();
    return start;
}

} // namespace

std::string_view id(PathKind kind) {
    return ids[static_cast<std::size_t>(kind)];
}

std::optional<PathKind> pathKindFromId(std::string_view word) {
    const auto found = std::ranges::find(ids, word);
    if (found == ids.end()) return std::nullopt;
    return static_cast<PathKind>(found - ids.begin());
}

PathDialog browseFolder(PathKind kind, const std::string& folder) {
    PathDialog dialog{
        .kind = kind, .folder = withoutSlash(fs::path(folder).lexically_normal().string()), .entries = {}, .problem = {}};
    std::error_code failure;
    fs::directory_iterator entry(dialog.folder, failure);
    if (failure) {
        dialog.problem = unlistable(dialog.folder, failure);
        return dialog;
    }
    for (; entry != fs::directory_iterator(); entry.increment(failure)) {
        if (failure) break;
        const std::string name = entry->path().filename().string();
        if (name.starts_with('.')) continue;
        std::error_code ignored; // a link that leads nowhere
        if (entry->is_directory(ignored)) {
            dialog.entries.push_back({name, true, 0});
        } else if (entry->is_regular_file(ignored) && fits(kind, entry->path())) {
            dialog.entries.push_back({name, false, entry->file_size(ignored)});
        } else {
            ++dialog.otherFiles;
        }
    }
    if (failure) dialog.problem = unlistable(dialog.folder, failure);
    std::ranges::sort(dialog.entries, {},
                      [](const PathEntry& one) { return std::tuple(!one.isFolder, withoutDiacritics(one.name), one.name); });
    return dialog;
}

std::string pathMeant(const std::string& folder, std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    if (text.size() > 1 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front())
        text = text.substr(1, text.size() - 2);
    std::string path(text);
    if (path.starts_with("file://")) path = withoutPercent(path.substr(7));
    if (path == "~" || path.starts_with("~/")) path = home() + path.substr(1);
    return withoutSlash((fs::path(folder) / path).lexically_normal().string());
}

std::string completed(PathKind kind, const std::string& folder, const std::string& text) {
    const std::size_t slash = text.rfind('/');
    const std::string lead = slash == std::string::npos ? std::string() : text.substr(0, slash + 1);
    const std::string begun = text.substr(lead.size());
    const PathDialog there = browseFolder(kind, pathMeant(folder, lead.empty() ? "." : lead));
    std::optional<std::string> shared;
    std::size_t count = 0;
    for (const PathEntry& entry : there.entries) {
        if (!withoutDiacritics(entry.name).starts_with(withoutDiacritics(begun))) continue;
        const std::string name = entry.name + (entry.isFolder ? "/" : "");
        shared = shared ? common(*shared, name) : name;
        ++count;
    }
    // Names that differ only in accents from what was typed share less than that.
    if (!shared || (count > 1 && shared->size() <= begun.size())) return text;
    return lead + *shared;
}

Result<void> checkChosen(PathKind kind, const std::string& path) {
    std::error_code failure;
    const fs::file_status status = fs::status(path, failure);
    if (failure == std::errc::permission_denied) return Unexpected(unreadable(path));
    if (!fs::exists(status)) return Unexpected(missing(path));
    if (access(path.c_str(), R_OK) != 0) return Unexpected(unreadable(path));
    if (kind == PathKind::sources) return {};
    if (fs::is_directory(status)) {
        return Unexpected(problemWith(path, "not-a-file", {"Đây là thư mục", "This is a folder"},
                                      {"Mở thư mục rồi chọn một tệp trong đó", "Open the folder and choose a file in it"}));
    }
    return {};
}

} // namespace banlang::viewer
