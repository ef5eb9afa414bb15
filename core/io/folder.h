// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

namespace banlang {

/// What lies in the files and folders that the user gave: sorted, each once, sidecars (.shx, .dbf, .prj ...) with their main file.
struct FoundFiles {
    std::vector<std::string> vectors;  ///< files that may hold layers or tables, also inside archives: "xa.zip/thua_dat.shp"
    std::vector<std::string> terrains; ///< .tif files that are named dem or terrain
    std::vector<std::string> ignored;  ///< files of kinds that hold no data
    std::vector<Error> refused;        ///< what is not there, and archives that must not be opened
};

/// Walks folders recursively and looks into archives; leaves out hidden files and folders named "truth".
[[nodiscard]] FoundFiles findFiles(const std::vector<std::string>& sources);

/// Whether a file may hold layers or tables, by its name alone; archives may.
[[nodiscard]] bool mayHoldLayers(const std::string& path);

/// Hash of the content of a file and its sidecars, of a whole archive for what lies in it, 32 hexadecimal digits. Not for security.
[[nodiscard]] Result<std::string> contentHash(const std::string& path);

} // namespace banlang
