// SPDX-License-Identifier: MIT
#include "viewer/session/app.h"

#include "viewer/map/gl/gl_errors.h"
#include "viewer/session/offscreen_run.h"
#include "viewer/session/window_run.h"

namespace banlang::viewer {

Result<void> runApp(const AppOptions& options) {
    const auto start = Clock::now();
    const bool offscreen = options.offscreen || !options.screenshotFile.empty();
    BANLANG_CHECK(offscreen ? runOffscreen(options, start) : runInWindow(options, start));
    return checkGlErrors();
}

} // namespace banlang::viewer
