// SPDX-License-Identifier: MIT
#include "core/io/folder.h"

#include "core/io/archive.h"
#include "core/io/detail/plain_files.h"
#include "core/text/keys.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <new>
#include <set>

namespace banlang {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 18> vectorEndings = {".gpkg", ".shp", ".geojson", ".json", ".fgb", ".csv",
                                                            ".tsv",  ".txt", ".tab",     ".mif",  ".kml", ".kmz",
                                                            ".xlsx", ".xls", ".ods",     ".gml",  ".dxf", ".dgn"};

std::string endingOf(const fs::path& path) {
    return withoutDiacritics(path.extension().string());
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

bool isArchive(const fs::path& path) {
    return endingOf(path) == ".zip";
}

bool isFileGeodatabase(const fs::path& path) {
    std::error_code failure;
    return endingOf(path) == ".gdb" && fs::is_directory(path, failure);
}

/// A .dbf beside a .shp is its sidecar, alone it is a table.
bool isLoneTable(const fs::path& path) {
    std::error_code failure;
    fs::path shape = path;
    fs::path upper = path;
    return endingOf(path) == ".dbf" && !fs::exists(shape.replace_extension(".shp"), failure) &&
           !fs::exists(upper.replace_extension(".SHP"), failure);
}

/// What programs, ours among them, write beside a table or a map to explain it: no records.
bool isExplanation(const fs::path& path) {
    const std::string name = withoutDiacritics(path.filename().string());
    return name.ends_with(".csv-metadata.json") || name.ends_with(".cot.csv") || name.ends_with(".dai.csv");
}

/// Workbooks that are open in Excel leave a "~$" file beside them.
bool isVector(const fs::path& path) {
    return (oneOf(vectorEndings, endingOf(path)) || isLoneTable(path)) && !path.filename().string().starts_with("~$") &&
           !isExplanation(path);
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

Error nestedArchive(const std::string& path) {
    return {ErrorKind::inputUnreadable,
            "archive-nested",
            {"Tệp nén nằm trong tệp nén khác", "The archive lies inside another archive"},
            {"Giải nén tệp ngoài rồi nạp lại", "Unpack the outer archive and import again"},
            {path, {}, -1, {}}};
}

/// Sorts what is found into its heaps.
class Finder {
public:
    void take(const fs::path& path) {
        if (isArchive(path)) {
            lookInto(path.string());
        } else if (isTerrain(path)) {
            terrains_.insert(path.string());
        } else if (isVector(path) || isFileGeodatabase(path)) {
            vectors_.insert(path.string());
        } else if (!detail::isDataSidecar(endingOf(path)) && !detail::isOtherSidecar(endingOf(path)) && !isExplanation(path)) {
            ignored_.insert(path.string());
        }
    }

    void walk(const fs::path& folder) {
        std::error_code failure;
        fs::recursive_directory_iterator entries(folder, fs::directory_options::skip_permission_denied, failure);
        for (; !failure && entries != fs::recursive_directory_iterator(); entries.increment(failure)) {
            const fs::path& path = entries->path();
            const bool geodatabase = isFileGeodatabase(path);
            if ((isTruthOrHidden(path) || geodatabase) && entries->is_directory(failure)) entries.disable_recursion_pending();
            if (isTruthOrHidden(path)) continue;
            if (geodatabase || entries->is_regular_file(failure)) take(path);
        }
    }

    /// A file that the user names himself is tried whatever its ending.
    void takeNamed(const fs::path& path) {
        if (isArchive(path) || isTerrain(path)) return take(path);
        vectors_.insert(path.string());
    }

    FoundFiles finish() {
        found_.vectors.assign(vectors_.begin(), vectors_.end());
        found_.terrains.assign(terrains_.begin(), terrains_.end());
        found_.ignored.assign(ignored_.begin(), ignored_.end());
        return std::move(found_);
    }

    void refuse(Error error) { found_.refused.push_back(std::move(error)); }

private:
    void lookInto(const std::string& archive) {
        auto files = listArchive(archive);
        if (!files) return refuse(std::move(files.error()));
        for (const std::string& inside : *files) {
            const std::string path = archive + "/" + inside;
            const fs::path name(inside);
            const auto isThere = [&](const char* ending) {
                return std::binary_search(files->begin(), files->end(), fs::path(name).replace_extension(ending).string());
            };
            const bool tableOfShape = endingOf(name) == ".dbf" && (isThere(".shp") || isThere(".SHP"));
            const bool leftOut = std::any_of(name.begin(), name.end(), isTruthOrHidden);
            if (isArchive(name) && !leftOut) {
                refuse(nestedArchive(path));
            } else if (!tableOfShape && !leftOut && isVector(name)) {
                vectors_.insert(path);
            }
        }
    }

    FoundFiles found_;
    std::set<std::string> vectors_;
    std::set<std::string> terrains_;
    std::set<std::string> ignored_;
};

bool hashFile(const fs::path& path, XXH3_state_t& state) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return false;
    std::vector<char> block(1 << 20);
    while (file.read(block.data(), static_cast<std::streamsize>(block.size())) || file.gcount() > 0) {
        XXH3_128bits_update(&state, block.data(), static_cast<std::size_t>(file.gcount()));
    }
    return true;
}

} // namespace

FoundFiles findFiles(const std::vector<std::string>& sources) {
    Finder finder;
    for (const std::string& source : sources) {
        std::error_code failure;
        const fs::path path = fs::path(source).has_filename() ? fs::path(source) : fs::path(source).parent_path();
        if (fs::is_directory(path, failure) && !isFileGeodatabase(path)) {
            finder.walk(path);
        } else if (!fs::exists(path, failure)) {
            finder.refuse(missingFile(source));
        } else if (auto plain = detail::checkPlainFiles(path); !plain) {
            finder.refuse(std::move(plain.error()));
        } else {
            finder.takeNamed(path);
        }
    }
    return finder.finish();
}

bool mayHoldLayers(const std::string& path) {
    return isVector(path) || isArchive(path) || isFileGeodatabase(path);
}

Result<std::string> contentHash(const std::string& path) {
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
    if (state == nullptr) throw std::bad_alloc();
    XXH3_128bits_reset(state.get());
    const auto parts = insideArchive(path);
    const fs::path main = parts ? parts->archive : path;
    BANLANG_CHECK(detail::checkPlainFiles(main));
    if (parts) XXH3_128bits_update(state.get(), parts->inside.data(), parts->inside.size());
    std::vector<fs::path> files{main};
    if (isFileGeodatabase(main)) {
        files.clear();
        std::error_code failure;
        for (const auto& entry : fs::directory_iterator(main, failure)) files.push_back(entry.path());
        std::sort(files.begin(), files.end());
    } else if (!parts) {
        for (fs::path& part : detail::sidecarsOf(main)) {
            if (detail::isDataSidecar(endingOf(part))) files.push_back(std::move(part));
        }
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!hashFile(files[i], *state) && i == 0) return Unexpected(missingFile(path));
    }
    const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

} // namespace banlang
