// SPDX-License-Identifier: MIT
#include "sample-data/writer.h"

#include "core/geo/crs.h"
#include "core/geo/gdal_drivers.h"
#include "core/geo/wkb.h"
#include "core/io/detail/ogr_types.h"

#include <ogrsf_frmts.h>

#include <mutex>

namespace banlang::sample {
namespace {

Error unwritable(const std::string& file) {
    return {ErrorKind::outputUnwritable,
            "output-unwritable",
            {"Không ghi được tệp", "The file cannot be written"},
            {"Kiểm tra quyền ghi và chỗ trống của ổ đĩa", "Check permissions and free space"},
            {file, {}, -1, {}}};
}

/// The CSV driver would write 2022/05/18; as text a date keeps the form of ISO 8601.
OGRFieldType fieldType(ColumnType type, bool spatial) {
    return type == ColumnType::date && !spatial ? OFTString : ogrType(type);
}

void prepareDrivers() {
    static std::once_flag once;
    std::call_once(once, [] {
        registerGdalDrivers();
        // Without this the hour of writing would be part of every file.
        CPLSetConfigOption("OGR_CURRENT_DATE", "2022-05-18T08:00:00.000Z");
    });
}

OGRSpatialReference storeCrs() {
    OGRSpatialReference crs;
    crs.importFromEPSG(defaultStoreEpsg);
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return crs;
}

void setField(OGRFeature& feature, int field, const Column& column, std::size_t row, bool spatial) {
    if (column.isMissing(row)) {
        feature.SetFieldNull(field);
    } else if (column.type == ColumnType::text) {
        feature.SetField(field, std::string(column.text[row]).c_str());
    } else if (column.type == ColumnType::number) {
        feature.SetField(field, column.numbers[row]);
    } else if (!spatial) {
        feature.SetField(field, toIso(column.dates[row]).c_str());
    } else {
        const YearMonthDay day = toYmd(column.dates[row]);
        feature.SetField(field, day.year, day.month, day.day);
    }
}

} // namespace

struct TableWriter::Impl {
    std::string file;
    GDALDatasetUniquePtr data;
    OGRLayer* layer = nullptr;
};

TableWriter::TableWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
TableWriter::TableWriter(TableWriter&&) noexcept = default;
TableWriter& TableWriter::operator=(TableWriter&&) noexcept = default;
TableWriter::~TableWriter() = default;

Result<TableWriter> TableWriter::create(const std::string& folder, const std::string& name, const FeatureTable& shape) {
    prepareDrivers();
    const bool spatial = shape.geometry.kind != GeometryKind::none;
    auto impl = std::make_unique<Impl>();
    impl->file = folder + "/" + name + (spatial ? ".gpkg" : ".csv");
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(spatial ? "GPKG" : "CSV");
    if (driver == nullptr) return Unexpected(unwritable(impl->file));
    impl->data.reset(driver->Create(impl->file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!impl->data) return Unexpected(unwritable(impl->file));
    CPLStringList options;
    if (spatial)
        options.SetNameValue("SPATIAL_INDEX", "NO");
    else
        options.SetNameValue("WRITE_BOM", "YES");
    OGRSpatialReference crs = storeCrs();
    impl->layer = impl->data->CreateLayer(name.c_str(), spatial ? &crs : nullptr, ogrType(shape.geometry.kind), options.List());
    if (impl->layer == nullptr) return Unexpected(unwritable(impl->file));
    for (const Column& column : shape.columns) {
        OGRFieldDefn field(column.name.c_str(), fieldType(column.type, spatial));
        if (impl->layer->CreateField(&field) != OGRERR_NONE) return Unexpected(unwritable(impl->file));
    }
    return TableWriter(std::move(impl));
}

Result<void> TableWriter::append(const FeatureTable& rows) {
    const bool spatial = rows.geometry.kind != GeometryKind::none;
    OGRFeature feature(impl_->layer->GetLayerDefn());
    impl_->data->StartTransaction();
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        feature.SetFID(OGRNullFID);
        for (std::size_t i = 0; i < rows.columns.size(); ++i) setField(feature, static_cast<int>(i), rows.columns[i], row, spatial);
        if (spatial && !rows.geometry.isEmpty(row)) {
            const std::vector<std::byte> wkb = toWkb(rows.geometry, row);
            OGRGeometry* geometry = nullptr;
            if (OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &geometry, wkb.size(), wkbVariantIso) != OGRERR_NONE)
                return Unexpected(unwritable(impl_->file));
            feature.SetGeometryDirectly(geometry);
        } else if (spatial) {
            feature.SetGeometryDirectly(nullptr);
        }
        if (impl_->layer->CreateFeature(&feature) != OGRERR_NONE) return Unexpected(unwritable(impl_->file));
    }
    impl_->data->CommitTransaction();
    return {};
}

Result<void> TableWriter::finish() {
    impl_->data->FlushCache();
    const bool failed = CPLGetLastErrorType() == CE_Failure;
    impl_->data.reset();
    if (failed) return Unexpected(unwritable(impl_->file));
    return {};
}

Result<void> writeTable(const std::string& folder, const std::string& name, const FeatureTable& table) {
    BANLANG_TRY(writer, TableWriter::create(folder, name, table));
    BANLANG_CHECK(writer.append(table));
    return writer.finish();
}

Result<void> writeTerrain(const std::string& file, const Frame& frame, const Field& heights) {
    prepareDrivers();
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    CPLStringList options;
    options.SetNameValue("COMPRESS", "DEFLATE");
    options.SetNameValue("PREDICTOR", "2");
    options.SetNameValue("ZLEVEL", "9");
    const GDALDatasetUniquePtr data(driver->Create(file.c_str(), frame.columns, frame.rows, 1, GDT_Int16, options.List()));
    if (!data) return Unexpected(unwritable(file));
    double placing[6] = {frame.origin.x, frame.cellM, 0, frame.origin.y + frame.rows * frame.cellM, 0, -frame.cellM};
    data->SetGeoTransform(placing);
    const OGRSpatialReference crs = storeCrs();
    data->SetSpatialRef(&crs);
    GDALRasterBand* band = data->GetRasterBand(1);
    std::vector<std::int16_t> line(static_cast<std::size_t>(frame.columns));
    for (int row = 0; row < frame.rows; ++row) {
        for (int column = 0; column < frame.columns; ++column) {
            const auto height = heights[frame.index({column, frame.rows - 1 - row})];
            line[static_cast<std::size_t>(column)] = static_cast<std::int16_t>(std::lround(height));
        }
        if (band->RasterIO(GF_Write, 0, row, frame.columns, 1, line.data(), frame.columns, 1, GDT_Int16, 0, 0) != CE_None)
            return Unexpected(unwritable(file));
    }
    return {};
}

} // namespace banlang::sample
