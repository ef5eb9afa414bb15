// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/document/command.h"
#include "viewer/panels/widgets/control_registry.h"
#include "viewer/platform/input_queue.h"

#include <optional>
#include <string>
#include <vector>

namespace banlang::viewer {

/// The arguments of a command as numbers; nothing when one of them is none.
[[nodiscard]] std::optional<std::vector<float>> numbersIn(const Command& command);

/// Queues what a command does with pointer or keyboard. `press` finds its control among those that the last frame drew. Errors
/// (usage): no such control or key, arguments that are no numbers.
[[nodiscard]] Result<void> simulate(const Command& command, const ControlRegistry& controls, InputQueue& input);

/// Writes where each control lies, as JSON: [x, y, width, height] in style pixels.
[[nodiscard]] Result<void> writeControls(const ControlRegistry& controls, const std::string& path);

} // namespace banlang::viewer
