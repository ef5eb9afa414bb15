// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <span>
#include <string>

namespace banlang {

/// What the system says by an errno, in both languages: "no space left on device".
[[nodiscard]] Bilingual systemReason(int errnoValue);

/// A file that could not be written. `errnoValue`: what the system said, or 0 where a library kept it to itself; the free space of
/// the disk then tells what can be told.
[[nodiscard]] Error writeError(const std::string& path, int errnoValue);

/// The file or folder is there and may not be replaced.
[[nodiscard]] Error outputExists(const std::string& path);

/// An output that would take the place of one of the files that it is made from: the same path, or another name of the same file.
[[nodiscard]] Result<void> notOwnInput(const std::string& output, std::span<const std::string> inputs);

/// The job was told to stop before `path` was there.
[[nodiscard]] Error stoppedError(const std::string& path);

} // namespace banlang
