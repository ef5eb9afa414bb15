// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

namespace banlang::viewer {

/// Whether contexts are to be made for debugging: where the environment says BANLANG_GL_DEBUG=1, as in tests.
[[nodiscard]] bool glDebugWanted();

/// From here on the current context tells of what it was asked for in vain or against the rules (KHR_debug: errors and undefined
/// behaviour). Does nothing unless debugging is wanted; fails where it is wanted and the driver cannot.
[[nodiscard]] Result<void> watchGlErrors();

/// Fails with what any watched context told of since the last call.
[[nodiscard]] Result<void> checkGlErrors();

} // namespace banlang::viewer
