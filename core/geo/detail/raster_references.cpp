// SPDX-License-Identifier: MIT
#include "core/geo/detail/raster_references.h"

#include <cpl_conv.h>
#include <cpl_minixml.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <string_view>

namespace banlang::detail {
namespace {

namespace fs = std::filesystem;

/// Elements whose text names a file, and entries of metadata that do.
constexpr std::array<const char*, 3> fileElements = {"SourceFilename", "SourceDataset", "DEMPath"};
constexpr std::array<std::string_view, 2> fileEntries = {"X_DATASET", "Y_DATASET"};

constexpr std::size_t headBytes = std::size_t{64} * 1024;

bool isMosaic(const fs::path& path) {
    std::string head(headBytes, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    return head.find("<VRTDataset") != head.npos;
}

/// "NETCDF:...", "GTIFF_DIR:1:...", "https://...": what a driver takes for more than the name of a file.
bool hasPrefix(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon != name.npos && std::all_of(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(colon),
                                             [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; });
}

bool isWithin(const fs::path& folder, const fs::path& path) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

/// The mosaics that a raster leads to, each looked at once.
class References {
public:
    /// The folder where the file was found, and the one where it lies in truth.
    explicit References(const std::string& path) {
        std::error_code failure;
        folders_ = {fs::weakly_canonical(fs::absolute(path, failure).parent_path(), failure),
                    fs::weakly_canonical(path, failure).parent_path()};
    }

    [[nodiscard]] bool allows(const fs::path& file) const {
        std::error_code failure;
        const fs::path place = fs::weakly_canonical(fs::absolute(file, failure), failure);
        return !failure &&
               std::any_of(folders_.begin(), folders_.end(), [&](const fs::path& folder) { return isWithin(folder, place); });
    }

    std::optional<std::string> strayIn(const fs::path& path) {
        std::error_code failure;
        const fs::path place = fs::weakly_canonical(path, failure);
        if (failure || !fs::is_regular_file(place, failure) || !seen_.insert(place).second || !isMosaic(place)) return std::nullopt;
        const std::unique_ptr<CPLXMLNode, decltype(&CPLDestroyXMLNode)> tree(CPLParseXMLFile(place.c_str()), CPLDestroyXMLNode);
        return strayUnder(tree.get(), place.parent_path());
    }

private:
    std::optional<std::string> strayUnder(const CPLXMLNode* first, const fs::path& folder) {
        for (const CPLXMLNode* node = first; node != nullptr; node = node->psNext) {
            if (node->eType != CXT_Element) continue;
            const char* const text = CPLGetXMLValue(node, nullptr, "");
            if (namesFile(*node)) {
                // As GDAL reads it: any number but 0.
                const bool relative = std::strtol(CPLGetXMLValue(node, "relativeToVRT", "0"), nullptr, 10) != 0;
                const fs::path file = relative ? folder / text : fs::path(text);
                if (!mayName(text, file)) return text;
                if (auto stray = strayIn(file)) return stray;
            }
            if (auto stray = strayUnder(node->psChild, folder)) return stray;
        }
        return std::nullopt;
    }

    static bool namesFile(const CPLXMLNode& node) {
        const std::string_view key = CPLGetXMLValue(&node, "key", "");
        return std::any_of(fileElements.begin(), fileElements.end(),
                           [&](const char* name) { return EQUAL(node.pszValue, name); }) ||
               std::find(fileEntries.begin(), fileEntries.end(), key) != fileEntries.end();
    }

    [[nodiscard]] bool mayName(std::string_view text, const fs::path& file) const {
        if (text.empty()) return true;
        if (text.starts_with("/vsi") || text.starts_with('<') || hasPrefix(text)) return false;
        const fs::path written(text);
        return std::find(written.begin(), written.end(), "..") == written.end() && allows(file);
    }

    std::array<fs::path, 2> folders_;
    std::set<fs::path> seen_;
};

} // namespace

std::optional<std::string> strayReference(const std::string& path) {
    return References(path).strayIn(path);
}

std::optional<std::string> strayFile(GDALDataset& dataset, const std::string& path) {
    References references(path);
    const CPLStringList files(dataset.GetFileList());
    for (int i = 0; i < files.size(); ++i) {
        if (!references.allows(files[i])) return files[i];
        // Smaller copies beside a raster may be a mosaic as well.
        if (auto stray = references.strayIn(files[i])) return stray;
    }
    return std::nullopt;
}

} // namespace banlang::detail
