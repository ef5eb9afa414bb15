// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

// The sources as text, for the tests that hold the rules of the house.

namespace banlang::structure {

struct SourceFile {
    std::string path; ///< from the root of the repository
    std::vector<std::string> lines;
};

/// Every header and source of the product, by path.
inline std::vector<SourceFile> sources() {
    std::vector<SourceFile> files;
    namespace fs = std::filesystem;
    const fs::path root = BANLANG_SOURCE_DIR;
    for (const char* room : {"core", "layers", "viewer", "cli", "sample-data"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / room)) {
            const std::string extension = entry.path().extension().string();
            if (extension != ".h" && extension != ".cpp") continue;
            SourceFile file{fs::relative(entry.path(), root).generic_string(), {}};
            std::ifstream stream(entry.path());
            for (std::string line; std::getline(stream, line);) file.lines.push_back(line);
            files.push_back(std::move(file));
        }
    }
    std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return files;
}

/// Without what is said after "//".
inline std::string codeOf(const std::string& line) {
    return line.substr(0, line.find("//"));
}

} // namespace banlang::structure
