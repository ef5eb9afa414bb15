// SPDX-License-Identifier: MIT
#include "core/io/source.h"

#include "core/geo/detail/gdal_errors.h"
#include "core/geo/gdal_drivers.h"
#include "core/io/archive.h"
#include "core/io/detail/column_limit.h"
#include "core/io/detail/database_log.h"
#include "core/io/detail/drawing_reader.h"
#include "core/io/detail/json_guard.h"
#include "core/io/detail/no_network.h"
#include "core/io/detail/plain_files.h"
#include "core/io/detail/query_limits.h"
#include "core/io/detail/raw_layer_reader.h"
#include "core/io/detail/settled_copy.h"
#include "core/io/detail/text_table.h"
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

Error hasNoLayers(const std::string& path) {
    return unreadable(path, "file-unreadable", {"Tệp không có lớp hay bảng nào", "The file holds no layer and no table"},
                      {"Xin lại tệp nguyên vẹn", "Ask for an undamaged copy"});
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
    if (insideArchive(path)) return {}; // listed by the archive itself
    if (!fs::exists(path, failure)) {
        return Unexpected(unreadable(path, "file-missing", {"Không có tệp này", "There is no such file"},
                                     {"Kiểm tra lại tên và đường dẫn", "Check the name and the path"}));
    }
    if (fs::is_regular_file(path, failure) && fs::file_size(path, failure) == 0) {
        return Unexpected(
            unreadable(path, "file-empty", {"Tệp rỗng", "The file is empty"},
                       {"Có thể sao chép chưa xong: xin lại tệp", "The copy may be unfinished: ask for the file again"}));
    }
    return detail::checkPlainFiles(path);
}

std::string endingOf(const std::string& path) {
    return withoutDiacritics(fs::path(path).extension().string());
}

bool existsAnywhere(const std::string& gdalName) {
    VSIStatBufL status;
    return VSIStatExL(gdalName.c_str(), &status, VSI_STAT_EXISTS_FLAG) == 0;
}

std::uint64_t sizeOf(const std::string& gdalName) {
    VSIStatBufL status;
    return VSIStatL(gdalName.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

std::string withEnding(const std::string& path, const char* ending) {
    return gdalPath(fs::path(path).replace_extension(ending).string());
}

/// A Shapefile without .shx, copied to memory, where GDAL may build the index without touching the folder.
std::string copiedToMemory(const std::string& path) {
    const std::string folder = fmt::format("/vsimem/banlang/{:x}", std::hash<std::string>{}(path));
    for (const char* ending : {".shp", ".dbf", ".prj", ".cpg", ".SHP", ".DBF", ".PRJ", ".CPG"}) {
        const std::string part = withEnding(path, ending);
        if (existsAnywhere(part)) CPLCopyFile((folder + "/layer" + withoutDiacritics(ending)).c_str(), part.c_str());
    }
    return folder + "/layer.shp";
}

bool lacksIndex(const std::string& path) {
    if (endingOf(path) != ".shp") return false;
    return !existsAnywhere(withEnding(path, ".shx")) && !existsAnywhere(withEnding(path, ".SHX"));
}

bool isTextTable(const std::string& ending) {
    return ending == ".csv" || ending == ".tsv" || ending == ".txt";
}

bool isPacked(const std::string& ending) {
    return ending == ".xlsx" || ending == ".ods" || ending == ".kmz";
}

/// Others are left out, since their files may be no data but lead to other files or into the network.
constexpr const char* drivers[] = {"GPKG",     "ESRI Shapefile", "MapInfo File", "GeoJSON", "GeoJSONSeq", "ESRIJSON",
                                   "TopoJSON", "FlatGeobuf",     "LIBKML",       "KML",     "GML",        "DXF",
                                   "DGN",      "OpenFileGDB",    "XLSX",         "XLS",     "ODS",        nullptr};

CPLStringList openOptions(const std::string& path) {
    CPLStringList options;
    const std::string ending = endingOf(path);
    if (ending == ".gpkg") options.AddString("IMMUTABLE=YES");
    // Raw bytes: what the .cpg or the header say of them is often wrong, and GDAL recodes some encodings wrongly.
    if (ending == ".shp" || ending == ".dbf") options.AddString("ENCODING=");
    if (ending == ".gml") {
        options.AddString("WRITE_GFS=NO");
        options.AddString("DOWNLOAD_SCHEMA=NO");
    }
    return options;
}

/// The KML driver gives every layer the columns that KML could have: an empty "Name" would stand before a name in ExtendedData.
void dropUnusedColumns(FeatureTable& table) {
    std::erase_if(table.columns, [&](const Column& column) {
        std::size_t row = 0;
        while (row < table.rowCount && column.isMissing(row)) ++row;
        return row == table.rowCount;
    });
}

/// Settings of drivers that take no open options. Sheets are read as they lie, with all cells as text, since a header guessed by
/// the driver may be a title and a code read as a number loses its zeros.
class DriverSettings {
public:
    explicit DriverSettings(bool mayRestoreIndex) : restoreIndex_("SHAPE_RESTORE_SHX", mayRestoreIndex ? "YES" : "NO", false) {}

private:
    detail::NoNetwork noNetwork_;
    CPLConfigOptionSetter restoreIndex_;
    CPLConfigOptionSetter xlsxHeaders_{"OGR_XLSX_HEADERS", "DISABLE", false};
    CPLConfigOptionSetter xlsxTypes_{"OGR_XLSX_FIELD_TYPES", "STRING", false};
    CPLConfigOptionSetter odsHeaders_{"OGR_ODS_HEADERS", "DISABLE", false};
    CPLConfigOptionSetter odsTypes_{"OGR_ODS_FIELD_TYPES", "STRING", false};
    CPLConfigOptionSetter xlsHeaders_{"OGR_XLS_HEADERS", "DISABLE", false};
    CPLConfigOptionSetter xlsTypes_{"OGR_XLS_FIELD_TYPES", "STRING", false};
    CPLConfigOptionSetter dxfText_{"DXF_ENCODING", "UTF-8", false};
};

} // namespace

struct Source::Impl {
    std::string path;
    std::string memoryFolder; ///< removed at the end
    std::shared_ptr<const detail::SettledCopy> copy;
    Dataset dataset;
    std::vector<RawLayer> drawing; ///< a drawing is read when it is opened, since only its features tell its layers
    std::vector<std::string> layers;
    std::string driver;

    Impl() = default;
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl() {
        dataset.reset();
        if (!memoryFolder.empty()) VSIRmdirRecursive(memoryFolder.c_str());
    }
    [[nodiscard]] bool isWorksheet() const { return driver == "XLSX" || driver == "ODS" || driver == "XLS"; }
    [[nodiscard]] bool isDrawing() const { return driver == "DXF" || driver == "DGN"; }
    [[nodiscard]] Result<RawLayer> readWithGdal(std::size_t layerIndex, const Progress& progress) const;
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
bool Source::indexWasRebuilt() const {
    return !impl_->memoryFolder.empty();
}

Result<Source> Source::open(const std::string& path) {
    registerGdalDrivers();
    BANLANG_CHECK(checkFile(path));
    auto impl = std::make_unique<Impl>();
    impl->path = path;
    const std::string ending = endingOf(path);
    if (isTextTable(ending)) {
        impl->driver = "CSV";
        impl->layers.push_back(fs::path(path).stem().string());
        return Source(std::move(impl));
    }
    if (isPacked(ending)) BANLANG_CHECK(checkPackedDocument(path));
    std::string name = gdalPath(path);
    if (lacksIndex(path)) {
        name = copiedToMemory(path);
        impl->memoryFolder = fs::path(name).parent_path().string();
    }
    if (ending == ".gpkg" && detail::databaseLogOf(name).any()) {
        // GDAL opens it as if nothing lay beside it, so that nothing is written there.
        BANLANG_TRY(copy, detail::SettledCopy::of(name));
        impl->copy = copy;
        name = copy->path();
    }
    if (ending == ".geojson" || ending == ".json") BANLANG_CHECK(detail::checkJsonNames(name, path));
    detail::GdalErrors errors;
    const DriverSettings settings(!impl->memoryFolder.empty());
    const CPLStringList options = openOptions(path);
    impl->dataset.reset(
        GDALDataset::Open(name.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers, options.List()));
    if (impl->dataset == nullptr) return Unexpected(cannotOpen(path, errors.failure()));
    detail::limitQueries(*impl->dataset, sizeOf(name));
    impl->driver = impl->dataset->GetDriver()->GetDescription();
    if (impl->isDrawing() && impl->dataset->GetLayerCount() > 0) {
        impl->drawing = detail::readDrawing(*impl->dataset->GetLayer(0), fs::path(path).stem().string(), {});
        if (errors.failed()) return Unexpected(cannotOpen(path, errors.failure()));
        for (const RawLayer& layer : impl->drawing) impl->layers.push_back(layer.table.name);
    } else {
        const bool renamed = !impl->memoryFolder.empty();
        for (OGRLayer* layer : impl->dataset->GetLayers())
            impl->layers.emplace_back(renamed ? fs::path(path).stem().string() : layer->GetName());
    }
    if (impl->layers.empty()) return Unexpected(hasNoLayers(path));
    return Source(std::move(impl));
}

Result<RawLayer> Source::Impl::readWithGdal(std::size_t layerIndex, const Progress& progress) const {
    detail::GdalErrors errors;
    const DriverSettings settings(!memoryFolder.empty());
    OGRLayer& layer = *dataset->GetLayer(static_cast<int>(layerIndex));
    if (layer.GetLayerDefn()->GetFieldCount() > detail::mostColumns)
        return Unexpected(detail::tooManyColumns({path, layers[layerIndex], -1, {}}));
    RawLayer raw;
    const auto begin = [&] {
        raw = RawLayer();
        raw.table.name = layers[layerIndex];
        raw.table.geometry.kind = detail::geometryKindOf(layer);
        raw.crsWkt = detail::wktOf(layer.GetSpatialRef());
        raw.cells = isWorksheet();
    };
    begin();
    const bool fast = driver == "GPKG" || driver == "FlatGeobuf";
    bool complete = fast && detail::readByArrow(layer, raw, progress);
    if (!complete && !progress.shouldStop() && !errors.failed()) {
        begin();
        complete = detail::readByFeature(layer, raw, progress);
    }
    if (!complete || errors.failed()) {
        Error error = cannotOpen(path, errors.failure());
        error.where.layer = raw.table.name;
        return Unexpected(std::move(error));
    }
    if (driver == "LIBKML" || driver == "KML") dropUnusedColumns(raw.table);
    return raw;
}

Result<RawLayer> Source::read(std::size_t layerIndex, const Progress& progress) const {
    auto raw = impl_->driver == "CSV"   ? detail::readTextTable(impl_->path, progress)
               : impl_->drawing.empty() ? impl_->readWithGdal(layerIndex, progress)
                                        : Result<RawLayer>(impl_->drawing[layerIndex]);
    if (progress.shouldStop()) {
        return Unexpected(Error{ErrorKind::interrupted, "interrupted", {"Đã dừng", "Stopped"}, {}, {impl_->path, {}, -1, {}}});
    }
    return raw;
}

} // namespace banlang
