// SPDX-License-Identifier: MIT
#include "core/io/source.h"

#include "core/io/detail/gdal_errors.h"
#include "core/io/detail/raw_layer_reader.h"
#include "core/text/keys.h"

#include <cpl_vsi.h>
#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <filesystem>

namespace banlang {
namespace {

namespace fs = std::filesystem;

struct CloseDataset {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

Error unreadable(const std::string& path, std::string code, Bilingual message, Bilingual hint) {
    return {ErrorKind::inputUnreadable, std::move(code), std::move(message), std::move(hint), {path, {}, -1, {}}};
}

Error cannotOpen(const std::string& path, const std::string& reason) {
    return unreadable(path, "file-unreadable",
                      {"Không đọc được tệp" + (reason.empty() ? "" : ": " + reason),
                       "The file cannot be read" + (reason.empty() ? "" : ": " + reason)},
                      {"Xin lại tệp nguyên vẹn, hoặc lưu lại dưới dạng GeoPackage hay CSV",
                       "Ask for an undamaged copy, or save it again as GeoPackage or CSV"});
}

Result<void> checkFile(const std::string& path) {
    std::error_code failure;
    if (!fs::exists(path, failure)) {
        return Unexpected(unreadable(path, "file-missing", {"Không có tệp này", "There is no such file"},
                                     {"Kiểm tra lại tên và đường dẫn", "Check the name and the path"}));
    }
    if (fs::is_regular_file(path, failure) && fs::file_size(path, failure) == 0) {
        return Unexpected(
            unreadable(path, "file-empty", {"Tệp rỗng", "The file is empty"},
                       {"Có thể sao chép chưa xong: xin lại tệp", "The copy may be unfinished: ask for the file again"}));
    }
    return {};
}

std::string endingOf(const std::string& path) {
    return accentFree(fs::path(path).extension().string());
}

/// A Shapefile without .shx, copied to memory, where GDAL may build the index without touching the folder.
std::string copiedToMemory(const std::string& path) {
    const fs::path main(path);
    const std::string folder = fmt::format("/vsimem/banlang/{:x}", std::hash<std::string>{}(path));
    for (const char* ending : {".shp", ".dbf", ".prj", ".cpg", ".SHP", ".DBF", ".PRJ", ".CPG"}) {
        fs::path part = main;
        part.replace_extension(ending);
        std::error_code failure;
        if (!fs::exists(part, failure)) continue;
        CPLCopyFile((folder + "/" + accentFree(part.filename().string())).c_str(), part.c_str());
    }
    return folder + "/" + accentFree(main.filename().string());
}

bool lacksIndex(const std::string& path) {
    if (endingOf(path) != ".shp") return false;
    fs::path lower(path);
    fs::path upper(path);
    std::error_code failure;
    return !fs::exists(lower.replace_extension(".shx"), failure) && !fs::exists(upper.replace_extension(".SHX"), failure);
}

CPLStringList openOptions(const std::string& path) {
    CPLStringList options;
    const std::string ending = endingOf(path);
    // Codes such as 00691 must not lose their zeros, so nothing in a text table is taken for a number yet.
    if (ending == ".csv" || ending == ".tsv" || ending == ".txt") options.AddString("AUTODETECT_TYPE=NO");
    if (ending == ".gpkg") options.AddString("IMMUTABLE=YES");
    return options;
}

} // namespace

struct Source::Impl {
    std::string path;
    std::string memoryFolder; ///< removed at the end
    Dataset dataset;
    std::vector<std::string> layers;
    std::string driver;
    std::string encoding = "UTF-8";

    Impl() = default;
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl() {
        dataset.reset();
        if (!memoryFolder.empty()) VSIRmdirRecursive(memoryFolder.c_str());
    }
};

Source::Source(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Source::Source(Source&&) noexcept = default;
Source& Source::operator=(Source&&) noexcept = default;
Source::~Source() = default;

const std::vector<std::string>& Source::layers() const {
    return impl_->layers;
}
const std::string& Source::driver() const {
    return impl_->driver;
}
const std::string& Source::encoding() const {
    return impl_->encoding;
}
bool Source::indexWasRebuilt() const {
    return !impl_->memoryFolder.empty();
}

Result<Source> Source::open(const std::string& path) {
    GDALAllRegister();
    BANLANG_CHECK(checkFile(path));
    auto impl = std::make_unique<Impl>();
    impl->path = path;
    std::string name = endingOf(path) == ".zip" ? "/vsizip/" + path : path;
    if (lacksIndex(path)) {
        name = copiedToMemory(path);
        impl->memoryFolder = fs::path(name).parent_path().string();
    }
    detail::GdalErrors errors;
    const CPLConfigOptionSetter restoreIndex("SHAPE_RESTORE_SHX", impl->memoryFolder.empty() ? "NO" : "YES", false);
    const CPLStringList options = openOptions(path);
    impl->dataset.reset(
        GDALDataset::Open(name.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, nullptr, options.List()));
    if (impl->dataset == nullptr) return Unexpected(cannotOpen(path, errors.failure()));
    impl->driver = impl->dataset->GetDriver()->GetDescription();
    for (OGRLayer* layer : impl->dataset->GetLayers()) impl->layers.emplace_back(layer->GetName());
    if (impl->layers.empty()) return Unexpected(cannotOpen(path, "no layers"));
    return Source(std::move(impl));
}

Result<RawLayer> Source::read(std::size_t layerIndex, const Progress& progress) const {
    detail::GdalErrors errors;
    OGRLayer& layer = *impl_->dataset->GetLayer(static_cast<int>(layerIndex));
    RawLayer raw;
    const auto begin = [&] {
        raw = RawLayer();
        raw.table.name = impl_->layers[layerIndex];
        raw.table.geometry.kind = detail::geometryKindOf(layer);
        if (const OGRSpatialReference* crs = layer.GetSpatialRef()) {
            char* wkt = nullptr;
            const char* format[] = {"FORMAT=WKT2_2019", nullptr};
            if (crs->exportToWkt(&wkt, format) == OGRERR_NONE) raw.crsWkt = wkt;
            CPLFree(wkt);
        }
        const bool sheet = impl_->driver == "CSV" || impl_->driver == "XLSX" || impl_->driver == "ODS";
        raw.firstRowNumber = sheet ? 2 : 1;
    };
    begin();
    const bool fast = impl_->driver == "GPKG" || impl_->driver == "FlatGeobuf";
    bool complete = fast && detail::readByArrow(layer, raw, progress);
    if (!complete && !progress.shouldStop() && !errors.failed()) {
        begin();
        complete = detail::readByFeature(layer, raw, progress);
    }
    if (progress.shouldStop()) {
        return Unexpected(Error{ErrorKind::interrupted, "interrupted", {"Đã dừng", "Stopped"}, {}, {impl_->path, {}, -1, {}}});
    }
    if (!complete || errors.failed()) {
        Error error = cannotOpen(impl_->path, errors.failure());
        error.where.layer = raw.table.name;
        return Unexpected(std::move(error));
    }
    return raw;
}

} // namespace banlang
