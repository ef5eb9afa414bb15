// SPDX-License-Identifier: MIT
#include "core/io/folder.h"

#include "core/text/keys.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <set>

namespace banlang {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 14> vectorEndings = {".gpkg", ".shp", ".geojson", ".json", ".fgb",  ".csv", ".tsv",
                                                            ".tab",  ".mif", ".kml",     ".kmz",  ".xlsx", ".ods", ".gml"};
constexpr std::array<std::string_view, 10> sidecarEndings = {".shx", ".dbf", ".prj", ".cpg", ".dat",
                                                             ".map", ".id",  ".mid", ".ind", ".csvt"};

std::string endingOf(const fs::path& path) {
    return accentFree(path.extension().string());
}

template <std::size_t count> bool oneOf(const std::array<std::string_view, count>& endings, const std::string& ending) {
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

bool isTerrain(const fs::path& path) {
    const std::string ending = endingOf(path);
    const std::string stem = headerKey(path.stem().string());
    const bool named = stem.starts_with("terrain") || stem.starts_with("dem") || stem.ends_with("_dem");
    return (ending == ".tif" || ending == ".tiff") && named;
}

bool isVector(const fs::path& path) {
    const std::string ending = endingOf(path);
    const bool zippedShapefile = ending == ".zip" && path.stem().extension() == ".shp";
    return oneOf(vectorEndings, ending) || ending == ".zip" || zippedShapefile;
}

bool isTruthOrHidden(const fs::path& path) {
    const std::string name = path.filename().string();
    return name == "truth" || (name.size() > 1 && name.starts_with('.'));
}

Error missingFile(const std::string& path) {
    return {ErrorKind::inputUnreadable,
            "file-missing",
            {"Không có tệp hoặc thư mục này", "There is no such file or folder"},
            {"Kiểm tra lại tên và đường dẫn", "Check the name and the path"},
            {path, {}, -1, {}}};
}

void walk(const fs::path& folder, std::set<std::string>& vectors, std::set<std::string>& terrains) {
    std::error_code failure;
    fs::recursive_directory_iterator entries(folder, fs::directory_options::skip_permission_denied, failure);
    for (; !failure && entries != fs::recursive_directory_iterator(); entries.increment(failure)) {
        const fs::path& path = entries->path();
        if (isTruthOrHidden(path)) {
            if (entries->is_directory(failure)) entries.disable_recursion_pending();
            continue;
        }
        if (!entries->is_regular_file(failure)) continue;
        if (isTerrain(path)) terrains.insert(path.string());
        if (isVector(path)) vectors.insert(path.string());
    }
}

bool hashFile(const fs::path& path, XXH3_state_t& state) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return false;
    std::vector<char> block(1 << 20);
    while (file.read(block.data(), static_cast<std::streamsize>(block.size())) || file.gcount() > 0) {
        XXH3_128bits_update(&state, block.data(), static_cast<std::size_t>(file.gcount()));
    }
    return true;
}

std::vector<fs::path> sidecarsOf(const fs::path& main) {
    std::vector<fs::path> sidecars;
    std::error_code failure;
    const fs::path folder = main.has_parent_path() ? main.parent_path() : fs::path(".");
    for (const auto& entry : fs::directory_iterator(folder, failure)) {
        if (entry.path() != main && entry.path().stem() == main.stem() && oneOf(sidecarEndings, endingOf(entry.path()))) {
            sidecars.push_back(entry.path());
        }
    }
    std::sort(sidecars.begin(), sidecars.end());
    return sidecars;
}

} // namespace

FoundFiles findFiles(const std::vector<std::string>& sources) {
    FoundFiles found;
    std::set<std::string> vectors;
    std::set<std::string> terrains;
    for (const std::string& source : sources) {
        std::error_code failure;
        if (fs::is_directory(source, failure)) {
            walk(source, vectors, terrains);
        } else if (!fs::exists(source, failure)) {
            found.refused.push_back(missingFile(source));
        } else if (isTerrain(source)) {
            terrains.insert(source);
        } else {
            vectors.insert(source);
        }
    }
    found.vectors.assign(vectors.begin(), vectors.end());
    found.terrains.assign(terrains.begin(), terrains.end());
    return found;
}

Result<std::string> contentHash(const std::string& path) {
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
    XXH3_128bits_reset(state.get());
    if (!hashFile(path, *state)) return Unexpected(missingFile(path));
    for (const fs::path& sidecar : sidecarsOf(path)) hashFile(sidecar, *state);
    const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

} // namespace banlang
