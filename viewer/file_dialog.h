// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace banlang::viewer {

enum class PathKind : std::uint8_t { store, sources, picture };

/// Asks with the desktop's own dialog (zenity, else kdialog) for a store file or a folder. Nothing when it was cancelled or when
/// there is no such program. Waits until the dialog is closed.
[[nodiscard]] std::optional<std::string> choosePath(PathKind kind);

} // namespace banlang::viewer
