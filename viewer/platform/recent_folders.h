// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace banlang::viewer {

/// Folders that something was chosen in, the last one first. They are kept between runs, in $XDG_STATE_HOME/banlang.
[[nodiscard]] std::vector<std::string> recentFolders();
/// Puts the folder of a chosen path first. Where it cannot be kept it is forgotten: that is no reason to stop anybody.
void rememberFolderOf(const std::string& path);
/// USB sticks and other disks that the desktop has mounted for people.
[[nodiscard]] std::vector<std::string> mountedFolders();
/// Where a dialog begins: the last such folder, or the home of the user.
[[nodiscard]] std::string folderToBeginIn();

} // namespace banlang::viewer
