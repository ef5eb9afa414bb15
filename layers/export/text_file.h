// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string_view>

namespace banlang {

/// Writes a small file whole; a full disk is an error.
[[nodiscard]] Result<void> writeTextFile(const std::filesystem::path& path, std::string_view text);

/// That a file cannot be written, and what to do.
[[nodiscard]] Error unwritableFile(const std::filesystem::path& path);

} // namespace banlang
