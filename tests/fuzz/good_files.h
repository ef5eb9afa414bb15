// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace banlang::fuzz {

/// A file that can be imported, to be spoilt.
struct GoodFile {
    std::filesystem::path path;                  ///< what is imported; a folder for a file geodatabase
    std::vector<std::filesystem::path> sidecars; ///< its other parts
};

/// From the shipped messy district: a file with all that has the same stem.
[[nodiscard]] GoodFile messyFile(const std::string& name);

/// A handful of fields, lines and texts of a fictitious village, written with this driver of GDAL into this folder.
[[nodiscard]] GoodFile writtenByGdal(const std::string& driver, const std::string& fileName, const std::filesystem::path& folder);

/// A sheet as the oldest Excel wrote it: records without a container.
[[nodiscard]] std::string oldestExcelSheet();

} // namespace banlang::fuzz
