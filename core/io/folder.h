// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

namespace banlang {

/// What lies in the files and folders that the user gave: sorted, each once, sidecars (.shx, .dbf, .prj ...) with their main file.
struct FoundFiles {
    std::vector<std::string> vectors;  ///< files that may hold layers or tables
    std::vector<std::string> terrains; ///< .tif files that are named dem or terrain
    std::vector<Error> refused;        ///< files and folders that are not there
};

/// Walks folders recursively; leaves out hidden files and folders named "truth".
[[nodiscard]] FoundFiles findFiles(const std::vector<std::string>& sources);

/// Hash of the content of a file and its sidecars, 32 hexadecimal digits. Not for security.
[[nodiscard]] Result<std::string> contentHash(const std::string& path);

} // namespace banlang
