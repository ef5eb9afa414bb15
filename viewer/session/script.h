// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/document/command.h"
#include "viewer/platform/write_text.h"
#include "viewer/session/app.h"

#include <optional>
#include <string>
#include <vector>

namespace banlang::viewer {

/// A command per line; empty lines and those that begin with # say nothing. An error names file and line. No path: no commands.
[[nodiscard]] Result<std::vector<Command>> readScript(const std::string& path);

/// Begins to read the store that the command line named, while window and fonts are made.
[[nodiscard]] std::optional<OpeningStore> startAsked(const AppOptions& options);
/// Shows it, with the layers and the day that were named.
[[nodiscard]] Result<void> openAsked(Session& session, const AppOptions& options, std::optional<OpeningStore> opening);

} // namespace banlang::viewer
