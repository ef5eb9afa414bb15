// SPDX-License-Identifier: MIT
#include "layers/export/meeting_pack.h"

#include "layers/base_layers.h"
#include "layers/export/export_layer.h"
#include "layers/paper/map_sheet.h"

#include <fmt/format.h>
#include <glib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

namespace banlang {
namespace {

namespace fs = std::filesystem;

struct Theme {
    std::string_view layerId;
    std::string_view fileName;
};
constexpr Theme themes[] = {
    {"donated-land", "1-dat-hien"}, {"new-roads", "2-duong-moi-nang-cap"}, {"renovated-gardens", "3-vuon-tap"}};

struct Job {
    std::string path;
    std::string kind;
    std::string_view layerId;
    std::optional<std::string> communeCode;
};

std::vector<Job> jobsFor(const LayerRequest& request) {
    const FeatureTable& communes = request.district->table(Role::communes);
    std::vector<Job> jobs;
    for (const Theme& theme : themes) {
        jobs.push_back({fmt::format("{}.pdf", theme.fileName), "map", theme.layerId, std::nullopt});
        for (const std::uint32_t row : rowsInForce(request, Role::communes)) {
            const std::string code(communes.textAt("code", row));
            jobs.push_back({fmt::format("theo-xa/{}/{}.pdf", code, theme.fileName), "map", theme.layerId, code});
        }
        for (const auto& [kind, ending] : {std::pair{"workbook", "xlsx"}, std::pair{"kmz", "kmz"}, std::pair{"gpkg", "gpkg"}}) {
            jobs.push_back({fmt::format("so-lieu/{}.{}", theme.fileName, ending), kind, theme.layerId, std::nullopt});
        }
    }
    return jobs;
}

std::string sha256Of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    const std::unique_ptr<char, decltype(&g_free)> text(
        g_compute_checksum_for_string(G_CHECKSUM_SHA256, bytes.data(), static_cast<gssize>(bytes.size())), g_free);
    return text.get();
}

Result<void> writeMap(const Job& job, const PackRequest& request, const fs::path& file) {
    SheetRequest sheet;
    sheet.layerIds = {std::string(job.layerId)};
    sheet.layer = request.layer;
    sheet.layer.theme = MapTheme::paper;
    sheet.communeCode = job.communeCode;
    sheet.language = request.language;
    sheet.sources = request.sources;
    BANLANG_CHECK(writeMapSheet(sheet, file.string(), request.overwrite));
    return {};
}

Result<void> writeData(const Job& job, const PackRequest& request, const fs::path& file, const Progress& progress) {
    BANLANG_TRY(layer, buildLayer(job.layerId, request.layer));
    BANLANG_CHECK(exportLayer(layer, {request.layer.district->epsg,
                                      request.language,
                                      file.string(),
                                      request.overwrite,
                                      {{}, progress.stop},
                                      provenanceOf(layer, request.layer, request.language, request.sources)}));
    return {};
}

Error folderError(const std::string& folder, const char* code, Bilingual message) {
    return {ErrorKind::outputUnwritable,
            code,
            std::move(message),
            {"Chọn thư mục khác hoặc dùng --overwrite", "Choose another folder or use --overwrite"},
            {folder, {}, -1, {}}};
}

Result<void> prepareFolder(const std::string& folder, bool overwrite) {
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure || !fs::is_directory(folder, failure)) {
        return Unexpected(folderError(folder, "output-unwritable", {"Không tạo được thư mục", "The folder cannot be made"}));
    }
    if (!overwrite && !fs::is_empty(folder, failure)) {
        return Unexpected(folderError(folder, "output-exists", {"Thư mục đã có tệp", "The folder has files in it"}));
    }
    return {};
}

} // namespace

Result<std::vector<PackFile>> writeMeetingPack(const PackRequest& request, const std::string& folder, const Progress& progress) {
    BANLANG_CHECK(prepareFolder(folder, request.overwrite));
    const auto jobs = jobsFor(request.layer);
    std::vector<PackFile> files;
    for (const Job& job : jobs) {
        if (progress.shouldStop()) {
            return Unexpected(Error{
                ErrorKind::interrupted, "interrupted", {"Đã dừng theo yêu cầu", "Stopped as asked"}, {}, {folder, {}, -1, {}}});
        }
        progress.tell(static_cast<double>(files.size()) / static_cast<double>(jobs.size()), {job.path, job.path});
        const fs::path file = fs::path(folder) / job.path;
        std::error_code failure;
        fs::create_directories(file.parent_path(), failure);
        if (failure)
            return Unexpected(folderError(file.parent_path().string(), "output-unwritable",
                                          {"Không tạo được thư mục", "The folder cannot be made"}));
        BANLANG_CHECK(job.kind == "map" ? writeMap(job, request, file) : writeData(job, request, file, progress));
        files.push_back({job.path, job.kind, sha256Of(file)});
    }
    progress.tell(1, {"Xong", "Done"});
    return files;
}

} // namespace banlang
