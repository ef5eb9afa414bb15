// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <string>

namespace banlang {

/// What the system says by an errno, in both languages: "no space left on device".
[[nodiscard]] Bilingual systemReason(int errnoValue);

/// A file that could not be written. `errnoValue`: what the system said, or 0 where a library kept it to itself; the free space of
/// the disk then tells what can be told.
[[nodiscard]] Error writeError(const std::string& path, int errnoValue);

/// The file or folder is there and may not be replaced.
[[nodiscard]] Error outputExists(const std::string& path);

/// The job was told to stop before `path` was there.
[[nodiscard]] Error stoppedError(const std::string& path);

} // namespace banlang
