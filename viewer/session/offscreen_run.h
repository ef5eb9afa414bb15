// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/session/app.h"
#include "viewer/session/frame_times.h"

namespace banlang::viewer {

/// Without a display: every command of the script, and the pictures that it asks for. Movements of the map (pan, zoom, the wheel, a
/// drag) are played as a person would see them, sixty frames a second; after any other command the picture is complete.
[[nodiscard]] Result<void> runOffscreen(const AppOptions& options, Clock::time_point start);

} // namespace banlang::viewer
