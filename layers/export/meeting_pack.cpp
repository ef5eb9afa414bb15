// SPDX-License-Identifier: MIT
#include "layers/export/meeting_pack.h"

#include "core/base/parallel.h"
#include "core/base/pending_output.h"
#include "core/base/write_error.h"
#include "core/text/path_component.h"
#include "layers/base/base_layers.h"
#include "layers/export/export_layer.h"
#include "layers/paper/print_layout.h"
#include "layers/themes/themes.h"

#include <fmt/format.h>
#include <glib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <stop_token>

namespace banlang {
namespace {

namespace fs = std::filesystem;

std::vector<Theme> themesOfPack() {
    std::vector<Theme> packed(themes().begin(), themes().end());
    std::erase_if(packed, [](const Theme& theme) { return theme.packName.empty(); });
    return packed;
}

struct Job {
    std::string path;
    std::string kind;
    std::string_view layerId;
    std::optional<std::string> communeCode;
};

/// The folder of a commune is named by its code. Codes are data, and two that no file system can tell apart get two folders.
class CommuneFolders {
public:
    std::string of(const std::string& code) {
        if (const auto known = folderOfCode_.find(code); known != folderOfCode_.end()) return known->second;
        const std::string name = pathComponent(code);
        std::string folder = name;
        for (int number = 2; !taken_.insert(folder).second; ++number) folder = fmt::format("{}-{}", name, number);
        return folderOfCode_[code] = folder;
    }

private:
    std::map<std::string, std::string> folderOfCode_;
    std::set<std::string> taken_;
};

std::vector<Job> jobsFor(const LayerRequest& request) {
    const FeatureTable& communes = request.analysis.district().table(Role::communes);
    CommuneFolders folders;
    std::vector<Job> jobs;
    for (const Theme& theme : themesOfPack()) {
        jobs.push_back({fmt::format("{}.pdf", theme.packName), "map", theme.id, std::nullopt});
        for (const std::uint32_t row : rowsInForce(request, Role::communes)) {
            const std::string code(communes.textAt(fields::communes.code, row));
            jobs.push_back({fmt::format("theo-xa/{}/{}.pdf", folders.of(code), theme.packName), "map", theme.id, code});
        }
        for (const auto& [kind, ending] : {std::pair{"workbook", "xlsx"}, std::pair{"kmz", "kmz"}, std::pair{"gpkg", "gpkg"}}) {
            jobs.push_back({fmt::format("so-lieu/{}.{}", theme.packName, ending), kind, theme.id, std::nullopt});
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

/// What is the same for many sheets: every layer is built once, and the terrain shaded once.
class Scenes {
public:
    explicit Scenes(const PackRequest& request) : layer_(request.layer) { layer_.colourScheme = MapColourScheme::print; }

    Result<void> add(std::string_view layerId) {
        BANLANG_TRY(plan, planScene({std::string(layerId)}));
        std::vector<SceneLayer> layers;
        for (const PlannedLayer& planned : plan) {
            const std::pair key(std::string(planned.id), planned.underTheme);
            if (built_.find(key) == built_.end()) {
                BANLANG_TRY(layer, buildSceneLayer(planned, layer_));
                built_[key] = std::move(layer);
            }
            layers.push_back(built_[key]);
        }
        MapScene scene = assembleScene(layers, layer_);
        if (!shade_) shade_ = hillshadeOf(layer_.analysis.district());
        scene.hillshade = *shade_;
        scenes_[std::string(layerId)] = std::make_shared<const MapScene>(std::move(scene));
        return {};
    }
    [[nodiscard]] const LayerRequest& layer() const { return layer_; }
    [[nodiscard]] std::shared_ptr<const MapScene> of(std::string_view layerId) const { return scenes_.at(std::string(layerId)); }

private:
    LayerRequest layer_;
    std::map<std::pair<std::string, bool>, SceneLayer> built_;
    std::optional<std::shared_ptr<const Hillshade>> shade_;
    std::map<std::string, std::shared_ptr<const MapScene>> scenes_;
};

Result<void> writeMap(const Job& job, const PackRequest& request, const Scenes& scenes, const fs::path& file,
                      const std::stop_token& stop) {
    PrintRequest printRequest{.layerIds = {std::string(job.layerId)}, .layer = scenes.layer()};
    printRequest.scene = scenes.of(job.layerId);
    printRequest.communeCode = job.communeCode;
    printRequest.language = request.language;
    printRequest.sources = request.sources;
    printRequest.progress.stop = stop;
    BANLANG_CHECK(writePrintLayout(printRequest, file.string(), false));
    return {};
}

Result<void> writeData(const Job& job, const PackRequest& request, const fs::path& file, const std::stop_token& stop) {
    BANLANG_TRY(layer, buildLayer(job.layerId, request.layer));
    BANLANG_CHECK(exportLayer(layer, {request.layer.analysis.district().epsg,
                                      request.language,
                                      file.string(),
                                      false,
                                      {{}, stop},
                                      provenanceOf(layer, request.layer, request.language, request.sources)}));
    return {};
}

/// Whether a path within a folder is one that packs have, or what a program left beside one that it had open.
bool isOfPack(const fs::path& relative) {
    constexpr std::string_view dataEndings[] = {".xlsx", ".kmz", ".gpkg", ".gpkg-wal", ".gpkg-shm", ".gpkg-journal"};
    std::vector<std::string> parts;
    for (const fs::path& part : relative) parts.push_back(part.string());
    const fs::path name = relative.filename();
    const std::vector<Theme> packed = themesOfPack();
    const bool ofTheme =
        std::any_of(packed.begin(), packed.end(), [&](const Theme& theme) { return name.stem().string() == theme.packName; });
    const bool isWorksheet = ofTheme && name.extension() == ".pdf";
    const bool isData =
        ofTheme && std::find(std::begin(dataEndings), std::end(dataEndings), name.extension()) != std::end(dataEndings);
    if (parts.size() == 1) return isWorksheet || parts[0] == "theo-xa" || parts[0] == "so-lieu";
    if (parts.size() == 2) return parts[0] == "theo-xa" || (parts[0] == "so-lieu" && isData);
    return parts.size() == 3 && parts[0] == "theo-xa" && isWorksheet;
}

/// The folder's place is free, or holds a pack and nothing else.
Result<void> mayTakePlace(const std::string& folder) {
    std::error_code failure;
    if (!fs::is_directory(folder, failure)) return {};
    for (fs::recursive_directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure)) {
        const fs::path relative = fs::relative(entry->path(), folder, failure);
        if (isOfPack(relative)) continue;
        return Unexpected(
            Error{ErrorKind::outputUnwritable,
                  "not-a-pack",
                  {fmt::format("Thư mục có tệp không thuộc bộ tài liệu: {}", relative.string()),
                   fmt::format("The folder holds a file that is not of a pack: {}", relative.string())},
                  {"Chọn thư mục khác; bộ mới thay cả thư mục cũ", "Choose another folder; a new pack replaces all of the old one"},
                  {folder, {}, -1, {}}});
    }
    return {};
}

Result<void> makeFolder(const fs::path& folder) {
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure) return Unexpected(writeError(folder.string(), failure.value()));
    return {};
}

/// Carries out jobs on all cores; the first failure ends them all.
class Work {
public:
    Work(const PackRequest& request, const Scenes& scenes, fs::path place, const Progress& progress)
        : request_(request), scenes_(scenes), place_(std::move(place)), progress_(progress),
          onStop_(progress.stop, [this] { stop_.request_stop(); }) {}

    Result<std::vector<PackFile>> all(const std::vector<Job>& jobs) {
        std::vector<PackFile> files(jobs.size());
        parallelRanges(jobs.size(), 1, [&](std::size_t i, std::size_t /*end*/) {
            if (stop_.stop_requested()) return;
            begun(jobs[i], jobs.size());
            auto file = write(jobs[i]);
            if (file)
                files[i] = std::move(*file);
            else
                failed(std::move(file.error()));
        });
        if (failure_) return Unexpected(std::move(*failure_));
        return files;
    }

private:
    void begun(const Job& job, std::size_t count) {
        const std::scoped_lock lock(mutex_);
        progress_.tell(static_cast<double>(begun_++) / static_cast<double>(count), {job.path, job.path});
    }
    void failed(Error error) {
        const std::scoped_lock lock(mutex_);
        if (!failure_) failure_ = std::move(error);
        stop_.request_stop();
    }
    Result<PackFile> write(const Job& job) {
        const fs::path file = place_ / job.path;
        BANLANG_CHECK(job.kind == "map" ? writeMap(job, request_, scenes_, file, stop_.get_token())
                                        : writeData(job, request_, file, stop_.get_token()));
        return PackFile{job.path, job.kind, sha256Of(file)};
    }

    const PackRequest& request_;
    const Scenes& scenes_;
    fs::path place_;
    const Progress& progress_;
    std::mutex mutex_;
    std::size_t begun_ = 0;
    std::optional<Error> failure_;
    std::stop_source stop_;
    std::stop_callback<std::function<void()>> onStop_;
};

} // namespace

Result<std::vector<PackFile>> writeMeetingPack(const PackRequest& request, const std::string& folder, const Progress& progress) {
    const std::vector<Job> jobs = jobsFor(request.layer);
    if (request.overwrite) BANLANG_CHECK(mayTakePlace(folder));
    BANLANG_CHECK(makeFolder(fs::absolute(folder).lexically_normal().parent_path()));
    BANLANG_TRY(output, PendingOutput::begin(folder, request.overwrite));
    Scenes scenes(request);
    for (const Theme& theme : themesOfPack()) {
        BANLANG_CHECK(scenes.add(theme.id));
        if (progress.shouldStop()) return Unexpected(stoppedError(folder));
    }
    for (const Job& job : jobs) BANLANG_CHECK(makeFolder((fs::path(output.path()) / job.path).parent_path()));
    auto files = Work(request, scenes, output.path(), progress).all(jobs);
    if (progress.shouldStop()) return Unexpected(stoppedError(folder));
    auto finished = files ? output.finish() : Result<void>(Unexpected(files.error()));
    if (!finished) {
        // Where the file was to be, not where it was made.
        std::string& place = finished.error().where.file;
        if (place.starts_with(output.path())) place = folder + place.substr(output.path().size());
        return Unexpected(std::move(finished.error()));
    }
    progress.tell(1, {"Xong", "Done"});
    return files;
}

} // namespace banlang
