// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

namespace banlang::viewer {

/// Asks with the desktop's own dialog (zenity, else kdialog) for a store file or a folder. Nothing when it was cancelled or when
/// there is no such program. Waits until the dialog is closed.
[[nodiscard]] std::optional<std::string> choosePath(bool folder);

} // namespace banlang::viewer
