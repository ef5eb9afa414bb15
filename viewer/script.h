// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/app.h"
#include "viewer/command.h"

#include <string>
#include <vector>

namespace banlang::viewer {

/// A command per line; empty lines and those that begin with # say nothing. An error names file and line. No path: no commands.
[[nodiscard]] Result<std::vector<Command>> readScript(const std::string& path);

/// Store, layers and day that the command line named.
[[nodiscard]] Result<void> openAsked(Session& session, const AppOptions& options);

/// Replaces the file; does nothing without a path.
[[nodiscard]] Result<void> writeText(const std::string& path, const std::string& text);

} // namespace banlang::viewer
