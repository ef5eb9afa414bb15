// SPDX-License-Identifier: MIT
#pragma once

#include "tests/fuzz/damage.h"
#include "tests/fuzz/good_files.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace banlang::fuzz {

namespace fs = std::filesystem;

/// Where a case puts its files, and what these may name but never reach.
struct Place {
    fs::path folder;
    fs::path secret; ///< a table outside the folder; its content must not come up anywhere
    std::string url; ///< somebody listens there; nobody must call
};

/// A damaged file: written on demand, since some are large.
struct Case {
    std::string name;
    std::function<fs::path(const Place&)> write; ///< gives back what to import
};

[[nodiscard]] std::vector<Case> shapefileCases();
[[nodiscard]] std::vector<Case> mapInfoCases();
[[nodiscard]] std::vector<Case> geoPackageCases();
[[nodiscard]] std::vector<Case> flatGeobufCases();
[[nodiscard]] std::vector<Case> geodatabaseCases();
[[nodiscard]] std::vector<Case> drawingCases();
[[nodiscard]] std::vector<Case> geoJsonCases();
[[nodiscard]] std::vector<Case> kmlAndGmlCases();
[[nodiscard]] std::vector<Case> textTableCases();
[[nodiscard]] std::vector<Case> workbookCases();
[[nodiscard]] std::vector<Case> openDocumentCases();
[[nodiscard]] std::vector<Case> oldExcelCases();
[[nodiscard]] std::vector<Case> archiveCases();
[[nodiscard]] std::vector<Case> folderCases();

/// One file with these bytes.
[[nodiscard]] Case bytesCase(const std::string& name, const std::string& fileName, std::function<std::string(const Place&)> bytes);

/// The good file, with one part spoilt in every one of these ways. `part` is the ending of that part, or the name of a file in a
/// folder; empty for the main file.
[[nodiscard]] std::vector<Case> spoilt(const std::function<GoodFile(const Place&)>& good, const std::string& part,
                                       const std::vector<Damage>& damages);

void append(std::vector<Case>& cases, std::vector<Case> more);

} // namespace banlang::fuzz
