// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace banlang::viewer {

/// What a path is asked for: a store to open, files or a folder to import, a picture to lie below the map.
enum class PathKind : std::uint8_t { store, sources, picture };
[[nodiscard]] std::string_view id(PathKind kind);
[[nodiscard]] std::optional<PathKind> pathKindFromId(std::string_view id);

struct PathEntry {
    std::string name;
    bool isFolder = false;
    std::uintmax_t bytes = 0; ///< of a file
};

/// The dialog that asks for a path, as plain data: one folder and what of it can be chosen.
struct PathDialog {
    PathKind kind = PathKind::store;
    std::string folder;             ///< absolute
    std::vector<PathEntry> entries; ///< folders first, of files only those of the kind; nothing hidden
    std::size_t otherFiles = 0;     ///< that are left out
    std::optional<Error> problem;   ///< why the folder cannot be listed, or why what was chosen does not do
};

/// Lists a folder. One that cannot be listed has no entries and a problem.
[[nodiscard]] PathDialog browseFolder(PathKind kind, const std::string& folder);

/// A typed or pasted text as an absolute path: "~", quotes and file:// are understood, the rest counts from the folder.
[[nodiscard]] std::string pathMeant(const std::string& folder, std::string_view text);
/// The text, as far as the names in the folder that it leads to leave no choice.
[[nodiscard]] std::string completed(PathKind kind, const std::string& folder, const std::string& text);

/// Fails where the path is not there, cannot be read, or is nothing of the kind.
[[nodiscard]] Result<void> checkChosen(PathKind kind, const std::string& path);

} // namespace banlang::viewer
