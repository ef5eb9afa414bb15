// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace banlang {

/// A file or a text that is far larger than anything of its kind; names both sizes.
[[nodiscard]] Error fileTooLarge(const std::string& path, std::uintmax_t bytes, std::uintmax_t most);

/// Fails for a file of more bytes than `most`; one that is not there passes.
[[nodiscard]] Result<void> checkFileSize(const std::string& path, std::uintmax_t most);

/// The bytes of a file. What is larger than `most`, pipes and devices are refused before anything is read.
[[nodiscard]] Result<std::string> readWholeFile(const std::string& path, std::uintmax_t most);

} // namespace banlang
