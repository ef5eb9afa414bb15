// SPDX-License-Identifier: MIT
#include "core/store/file/detail/schema.h"

#include "core/geo/detail/gdal_errors.h"
#include "core/geo/gdal_drivers.h"
#include "core/io/detail/ogr_types.h"
#include "core/model/record_kinds.h"
#include "core/store/file/detail/schema_version_4.h"
#include "core/store/gpkg/detail/transaction.h"
#include "core/store/records/detail/act_log.h"
#include "core/store/records/detail/original_reports.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <array>
#include <memory>
#include <span>
#include <utility>

namespace banlang::detail {
namespace {

struct OwnField {
    const char* name;
    OGRFieldType type;
};

constexpr std::array metaFields = {OwnField{"key", OFTString}, OwnField{"value", OFTString}};
constexpr std::array batchFields = {OwnField{"file", OFTString},
                                    OwnField{"layer", OFTString},
                                    OwnField{"sha", OFTString},
                                    OwnField{"role", OFTString},
                                    OwnField{"imported_at", OFTString},
                                    OwnField{"encoding", OFTString},
                                    OwnField{"crs", OFTString},
                                    OwnField{"mapping", OFTString},
                                    OwnField{"rows_read", OFTInteger64},
                                    OwnField{"rows_loaded", OFTInteger64},
                                    OwnField{"rows_rejected", OFTInteger64},
                                    OwnField{"plan", OFTString},
                                    OwnField{"state", OFTString},
                                    OwnField{"import", OFTInteger64},
                                    OwnField{"replaced_by", OFTInteger64},
                                    OwnField{"hash", OFTString},
                                    OwnField{"origin", OFTString},
                                    OwnField{"reported_on", OFTString},
                                    OwnField{"period_from", OFTString},
                                    OwnField{"period_to", OFTString}};
constexpr std::array profileFields = {OwnField{"file", OFTString}, OwnField{"layer", OFTString}, OwnField{"plan", OFTString}};
constexpr std::array problemFields = {
    OwnField{"batch", OFTInteger64}, OwnField{"severity", OFTString}, OwnField{"rule", OFTString},
    OwnField{"row", OFTInteger64},   OwnField{"column", OFTString},   OwnField{"cause_vi", OFTString},
    OwnField{"cause_en", OFTString}, OwnField{"fix_vi", OFTString},   OwnField{"fix_en", OFTString}};
constexpr std::array rasterFields = {OwnField{"name", OFTString}, OwnField{"bytes", OFTBinary}};

constexpr std::array overrideFields = {
    OwnField{"role", OFTString},       OwnField{"field", OFTString},  OwnField{"said", OFTString},
    OwnField{"within", OFTString},     OwnField{"target", OFTString}, OwnField{"decided_at", OFTString},
    OwnField{"decided_by", OFTString}, OwnField{"reason", OFTString}, OwnField{"state", OFTString}};
constexpr std::array rankingFields = {OwnField{"name", OFTString}, OwnField{"year", OFTInteger64}, OwnField{"as_of", OFTString},
                                      OwnField{"frozen_at", OFTString}, OwnField{"content", OFTString}};
constexpr std::array ruleFields = {OwnField{"file", OFTString}, OwnField{"text", OFTString}};

/// Tables of our own that came with version 3: what people decided about links, rankings that were frozen, rules that a district
/// set in place of those that ship with the program.
constexpr std::pair<const char*, std::span<const OwnField>> laterTables[] = {
    {"banlang_decisions", overrideFields}, {"banlang_standings", rankingFields}, {"banlang_rules", ruleFields}};

bool addField(OGRLayer& layer, const std::string& name, OGRFieldType type) {
    OGRFieldDefn field(name.c_str(), type);
    return layer.CreateField(&field) == OGRERR_NONE;
}

bool addKind(GDALDataset& dataset, const RecordKind& kind, OGRSpatialReference* crs) {
    CPLStringList options;
    options.SetNameValue("GEOMETRY_NAME", "geom");
    options.SetNameValue("FID", "fid");
    options.SetNameValue("IDENTIFIER", std::string(kind.label.vi).c_str());
    const bool spatial = kind.geometry != GeometryKind::none;
    OGRLayer* layer =
        dataset.CreateLayer(std::string(kind.table).c_str(), spatial ? crs : nullptr, ogrType(kind.geometry), options.List());
    bool good = layer != nullptr;
    for (const RecordField& field : kind.fields) good = good && addField(*layer, std::string(field.name), ogrType(field.type));
    for (const char* name : {"batch", "source_row", "occurrence"}) good = good && addField(*layer, name, OFTInteger64);
    return good;
}

bool addOwn(GDALDataset& dataset, const char* name, std::span<const OwnField> fields) {
    OGRLayer* layer = dataset.CreateLayer(name, nullptr, wkbNone, nullptr);
    bool good = layer != nullptr;
    for (const OwnField& field : fields) good = good && addField(*layer, field.name, field.type);
    return good;
}

} // namespace

Result<void> createGeoPackage(const std::string& path, int epsg) {
    registerGdalDrivers();
    GdalErrors errors;
    OGRSpatialReference crs;
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    bool good = crs.importFromEPSG(epsg) == OGRERR_NONE;
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    std::unique_ptr<GDALDataset> dataset(good && driver != nullptr ? driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr)
                                                                   : nullptr);
    good = dataset != nullptr;
    for (const RecordKind& kind : recordKinds()) good = good && addKind(*dataset, kind, &crs);
    good = good && addOwn(*dataset, "banlang_meta", metaFields) && addOwn(*dataset, "banlang_batches", batchFields) &&
           addOwn(*dataset, "banlang_problems", problemFields) && addOwn(*dataset, "banlang_plans", profileFields) &&
           addOwn(*dataset, "banlang_rasters", rasterFields);
    for (const auto& [name, fields] : laterTables) good = good && addOwn(*dataset, name, fields);
    dataset.reset();
    if (good && !errors.failed()) {
        BANLANG_TRY(database, Database::open(path, true));
        BANLANG_CHECK(database.run(std::string(historyTablesSql)));
        return inTransaction(database, [&] { return keepOriginalReports(database); });
    }
    return Unexpected(Error{ErrorKind::outputUnwritable,
                            "store-not-created",
                            {"Không tạo được kho dữ liệu: " + errors.failure(), "The store cannot be created: " + errors.failure()},
                            {"Chọn thư mục khác, hoặc kiểm tra quyền ghi và chỗ trống trên đĩa",
                             "Choose another folder, or check the permission to write and the room on the disk"},
                            {path, {}, -1, {}}});
}

namespace {

std::string versionOf(const Database& database) {
    Statement select = database.prepare("SELECT value FROM banlang_meta WHERE key = 'schema_version'");
    return std::string(select.row() ? select.text(0) : std::string_view());
}

/// Batches can be undone and replaced, and what people decided is remembered.
Result<void> toVersion2(const std::string& path) {
    BANLANG_TRY(database, Database::open(path, true));
    if (versionOf(database) != "1") return {};
    return database.run(
        "BEGIN IMMEDIATE;"
        "ALTER TABLE banlang_batches ADD COLUMN plan TEXT;"
        "ALTER TABLE banlang_batches ADD COLUMN state TEXT DEFAULT 'live';"
        "ALTER TABLE banlang_batches ADD COLUMN import INTEGER DEFAULT 1;"
        "ALTER TABLE banlang_batches ADD COLUMN replaced_by INTEGER DEFAULT 0;"
        "CREATE TABLE banlang_plans (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, file TEXT, layer TEXT, plan TEXT);"
        "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('banlang_plans', 'attributes', 'banlang_plans');"
        "UPDATE banlang_meta SET value = '2' WHERE key = 'schema_version';"
        "COMMIT");
}

/// Columns that a kind has gained go behind those that are there; its history has the same columns in the same order.
bool addMissingFields(GDALDataset& dataset, OGRLayer& layer, const RecordKind& kind) {
    const std::string history = "banlang_history_" + std::string(kind.table);
    OGRLayer* aside = dataset.GetLayerByName(history.c_str());
    bool good = true;
    for (const RecordField& field : kind.fields) {
        const std::string name(field.name);
        if (layer.GetLayerDefn()->GetFieldIndex(name.c_str()) >= 0) continue;
        good =
            good && addField(layer, name, ogrType(field.type)) && (aside == nullptr || addField(*aside, name, ogrType(field.type)));
    }
    return good;
}

std::string versionAt(const std::string& path) {
    const auto database = Database::open(path, false);
    return database ? versionOf(*database) : std::string();
}

/// Follow-up records of all programmes, overrides of links, frozen rankings, a district's own rules.
Result<void> toVersion3(const std::string& path, int epsg) {
    if (versionAt(path) != "2") return {};
    registerGdalDrivers();
    GdalErrors errors;
    OGRSpatialReference crs;
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const std::unique_ptr<GDALDataset> dataset(
        GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr));
    bool good = dataset != nullptr && crs.importFromEPSG(epsg) == OGRERR_NONE && dataset->StartTransaction() == OGRERR_NONE;
    if (good) {
        for (const RecordKind& kind : recordKinds()) {
            OGRLayer* layer = dataset->GetLayerByName(std::string(kind.table).c_str());
            good = good && (layer == nullptr ? addKind(*dataset, kind, &crs) : addMissingFields(*dataset, *layer, kind));
        }
        for (const auto& [name, fields] : laterTables)
            good = good && (dataset->GetLayerByName(name) != nullptr || addOwn(*dataset, name, fields));
        dataset->ReleaseResultSet(
            dataset->ExecuteSQL("UPDATE banlang_meta SET value = '3' WHERE key = 'schema_version'", nullptr, nullptr));
        good = good && !errors.failed();
        good = (good ? dataset->CommitTransaction() : dataset->RollbackTransaction()) == OGRERR_NONE && good;
    }
    if (good && !errors.failed()) return {};
    return Unexpected(Error{ErrorKind::outputUnwritable,
                            "store-not-brought-up-to-date",
                            {"Không nâng được kho lên phiên bản này: " + errors.failure(),
                             "The store cannot be brought to this version: " + errors.failure()},
                            {"Kiểm tra quyền ghi, đóng chương trình khác đang mở kho",
                             "Check the permission to write, close other programs that have the store open"},
                            {path, {}, -1, {}}});
}

} // namespace

Result<void> migrate(const std::string& path, int epsg) {
    BANLANG_CHECK(toVersion2(path));
    BANLANG_CHECK(toVersion3(path, epsg));
    return toVersion4(path, epsg);
}

} // namespace banlang::detail
