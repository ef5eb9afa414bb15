// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "viewer/document/document.h"
#include "viewer/session/session.h"

#include <optional>
#include <string>
#include <vector>

namespace banlang::viewer {

/// What the command line asked for.
struct AppOptions {
    std::string store; ///< empty: start without a district
    std::vector<std::string> layers;
    std::optional<Date> asOf;
    Document settings; ///< language and colour scheme
    int widthPx = 1600;
    int heightPx = 1000;
    std::string scriptFile;
    std::string screenshotFile;
    std::string stateFile;
    std::string framesFile;
    bool offscreen = false;
};

/// Runs the program: in a window, or, when off-screen or only a screenshot was asked for, without a display.
[[nodiscard]] Result<void> runApp(const AppOptions& options);

} // namespace banlang::viewer
