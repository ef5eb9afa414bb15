// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/session/app.h"
#include "viewer/session/frame_times.h"

namespace banlang::viewer {

/// In a window until it is closed, after the commands of the script.
[[nodiscard]] Result<void> runInWindow(const AppOptions& options, Clock::time_point start);

} // namespace banlang::viewer
