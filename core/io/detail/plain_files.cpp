// SPDX-License-Identifier: MIT
#include "core/io/detail/plain_files.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace banlang::detail {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 12> dataEndings = {".shx", ".dbf", ".prj", ".cpg",  ".dat",      ".map",
                                                          ".id",  ".mid", ".ind", ".csvt", ".gpkg-wal", ".gpkg-journal"};
constexpr std::array<std::string_view, 11> otherEndings = {".sbn", ".sbx", ".qix", ".qpj",  ".qml",     ".sld",
                                                           ".xsd", ".gfs", ".xml", ".toml", ".gpkg-shm"};

struct Family {
    std::string_view main;
    std::array<std::string_view, 9> parts;
};
/// What GDAL opens beside a main file.
constexpr std::array<Family, 6> families = {{
    {".gpkg", {".gpkg-wal", ".gpkg-journal"}},
    {".shp", {".shx", ".dbf", ".prj", ".cpg", ".sbn", ".sbx", ".qix", ".ind", ".idm"}},
    {".dbf", {".cpg", ".ind", ".idm"}},
    {".tab", {".dat", ".map", ".id", ".ind", ".dbf"}},
    {".mif", {".mid"}},
    {".gml", {".xsd", ".gfs"}},
}};

std::string inCase(std::string_view ending, int (*change)(int)) {
    std::string changed(ending);
    for (char& c : changed) c = static_cast<char>(change(static_cast<unsigned char>(c)));
    return changed;
}

Error notAFile(const fs::path& path) {
    return {ErrorKind::inputUnreadable,
            "not-a-file",
            {"Không phải là tệp thường mà là thiết bị hoặc đường ống", "It is no ordinary file but a device or a pipe"},
            {"Sao chép dữ liệu vào một tệp thường rồi nạp lại", "Copy the data into an ordinary file and import again"},
            {path.string(), {}, -1, {}}};
}

bool neverEnds(const fs::path& path) {
    std::error_code failure;
    const fs::file_type type = fs::status(path, failure).type();
    return type != fs::file_type::regular && type != fs::file_type::directory && type != fs::file_type::not_found;
}

} // namespace

bool isDataSidecar(const std::string& ending) {
    return std::find(dataEndings.begin(), dataEndings.end(), ending) != dataEndings.end();
}

bool isOtherSidecar(const std::string& ending) {
    return std::find(otherEndings.begin(), otherEndings.end(), ending) != otherEndings.end();
}

std::vector<fs::path> sidecarsOf(const fs::path& main) {
    std::vector<fs::path> parts;
    const std::string ending = inCase(main.extension().string(), &std::tolower);
    const auto family = std::find_if(families.begin(), families.end(), [&](const Family& one) { return one.main == ending; });
    if (family == families.end()) return parts;
    for (const std::string_view part : family->parts) {
        if (part.empty()) continue;
        for (const std::string& written : {std::string(part), inCase(part, &std::toupper)}) {
            fs::path beside = main;
            // What SQLite puts beside a file is named after all of it: "x.GPKG-wal".
            if (part.starts_with(ending))
                beside += part.substr(ending.size());
            else
                beside.replace_extension(written);
            std::error_code failure;
            if (fs::exists(beside, failure)) parts.push_back(std::move(beside));
        }
    }
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    return parts;
}

Result<void> checkPlainFiles(const fs::path& main) {
    std::vector<fs::path> files = sidecarsOf(main);
    files.push_back(main);
    std::error_code failure;
    if (fs::is_directory(main, failure)) {
        for (const auto& entry : fs::directory_iterator(main, failure)) files.push_back(entry.path());
    }
    const auto bad = std::find_if(files.begin(), files.end(), neverEnds);
    if (bad != files.end()) return Unexpected(notAFile(*bad));
    return {};
}

} // namespace banlang::detail
