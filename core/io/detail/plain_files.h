// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace banlang::detail {

/// The parts of a map that lie beside its main file, as far as they are there, sorted. They are looked for by name: listing the
/// folder for each of its files would take for ever when they are thousands.
[[nodiscard]] std::vector<std::filesystem::path> sidecarsOf(const std::filesystem::path& main);

/// Fails for pipes, devices and links to them, which may never end, as the file itself, as a part beside it or inside its folder.
[[nodiscard]] Result<void> checkPlainFiles(const std::filesystem::path& main);

/// What a file depends on, and what may lie beside it and change while the data stays; endings without their accents and case.
[[nodiscard]] bool isDataSidecar(const std::string& ending);
[[nodiscard]] bool isOtherSidecar(const std::string& ending);

} // namespace banlang::detail
