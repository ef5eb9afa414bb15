// SPDX-License-Identifier: MIT
// The same roads, parcels, villages and households in every format that offices send: each comes back with its rows, its letters
// and its coordinates.
#include "core/text/keys.h"
#include "sample-data/messy/map_file.h"
#include "tests/e2e/known_district.h"

#include <cpl_vsi.h>

#include <algorithm>

namespace banlang::e2e {
namespace {

using sample::MapColumn;
using sample::MapForm;

/// Under headers as offices write them, short enough for a .dbf.
std::vector<MapColumn> columnsOf(Role role) {
    if (role == Role::villages)
        return {{"MA_THON", "code"}, {"TEN_THON", "name"}, {"MA_XA", "commune_code"}, {"SO_HO", "households"}};
    if (role == Role::parcels)
        return {{"MAXA", "commune_code"},
                {"SHBANDO", "sheet"},
                {"SHTHUA", "number"},
                {"LOAIDAT", "land_use"},
                {"TENCHU", "holder_name"}};
    return {{"MA_TUYEN", "id"},          {"TEN_TUYEN", "name"},      {"CAP_DUONG", "class"},   {"MAT_DUONG", "surface"},
            {"RONG_NEN", "bed_width_m"}, {"TINHTRANG", "condition"}, {"MA_XA", "commune_code"}};
}

/// Some hundred rows whose letters the encoding has.
sample::Rows someRows(const FeatureTable& table, TextEncoding encoding = TextEncoding::utf8) {
    constexpr std::size_t enough = 600;
    sample::Rows rows;
    for (std::uint32_t row = 0; row < table.rowCount && rows.size() < enough; ++row) {
        const bool writable = std::all_of(table.columns.begin(), table.columns.end(), [&](const Column& column) {
            return column.type != ColumnType::text || encoding == TextEncoding::utf8 || encode(column.text[row], encoding);
        });
        if (writable) rows.push_back(row);
    }
    return rows;
}

struct Tolerance {
    double distanceM = 0.002;
    bool anyCase = false; ///< of letters
};

void expectSameValues(const FeatureTable& got, std::size_t gotRow, const FeatureTable& sent, std::size_t sentRow,
                      const std::vector<MapColumn>& columns, const Tolerance& tolerance, const std::string& where) {
    for (const MapColumn& column : columns) {
        const Column& a = *got.columnNamed(column.field);
        const Column& b = *sent.columnNamed(column.field);
        if (b.type == ColumnType::number && !b.isMissing(sentRow))
            EXPECT_NEAR(a.numbers[gotRow], b.numbers[sentRow], 0.005) << where << " " << column.field;
        else if (tolerance.anyCase)
            EXPECT_EQ(lowerCase(a.valueText(gotRow)), lowerCase(b.valueText(sentRow))) << where << " " << column.field;
        else
            EXPECT_EQ(a.valueText(gotRow), b.valueText(sentRow)) << where << " " << column.field;
    }
}

/// Every row that was sent is there, with its values and, within a tolerance, its points; and no other row.
void expectSameRows(const FeatureTable& got, const FeatureTable& sent, const sample::Rows& rows, Role role,
                    const std::vector<MapColumn>& columns, const Tolerance& tolerance) {
    std::vector<std::string_view> key; // as far as it was sent
    for (const std::string_view field : recordKind(role).key) {
        const auto isSent = [&](const MapColumn& column) { return column.field == field; };
        if (std::any_of(columns.begin(), columns.end(), isSent)) key.push_back(field);
    }
    std::map<std::string, std::size_t> rowOfKey;
    for (std::size_t row = 0; row < got.rowCount; ++row) rowOfKey[keyOf(got, key, row)] = row;
    ASSERT_EQ(got.rowCount, rows.size()) << recordKind(role).id;
    double worst = 0;
    for (const std::uint32_t row : rows) {
        const std::string name = keyOf(sent, key, row);
        const auto found = rowOfKey.find(name);
        ASSERT_NE(found, rowOfKey.end()) << name;
        expectSameValues(got, found->second, sent, row, columns, tolerance, name);
        const auto distance = farthest(got.geometry, found->second, sent.geometry, row);
        ASSERT_TRUE(distance) << name << " has other points";
        worst = std::max(worst, *distance);
    }
    EXPECT_LE(worst, tolerance.distanceM) << recordKind(role).id;
}

struct Format {
    MapForm form;
    std::string ending;
    Tolerance tolerance;
    bool zipped = false;
};

Format format(const char* driver, const char* ending) {
    Format made;
    made.form.driver = driver;
    made.form.statedEpsg = defaultStoreEpsg;
    made.ending = ending;
    return made;
}

/// Decimal degrees to six places.
Format inDegrees(const char* driver, const char* ending) {
    Format made = format(driver, ending);
    made.form.coordinatesEpsg = wgs84Epsg;
    made.form.statedEpsg = wgs84Epsg;
    made.tolerance.distanceM = 0.2;
    return made;
}

Format shapefile(TextEncoding encoding = TextEncoding::utf8) {
    Format made = format("ESRI Shapefile", ".shp");
    made.form.bytes = encoding;
    made.form.layerOptions = {encoding == TextEncoding::utf8 ? "ENCODING=UTF-8" : "ENCODING="};
    return made;
}

/// MapInfo keeps whole numbers within these bounds.
Format mapInfo(const char* ending, TextEncoding encoding = TextEncoding::utf8) {
    Format made = format("MapInfo File", ending);
    made.form.bytes = encoding;
    made.form.layerOptions = {"BOUNDS=400000,2480000,500000,2600000"};
    return made;
}

/// The parts of a Shapefile packed into one archive, which takes their place.
std::string packed(const std::string& shapefile) {
    const std::string archive = fs::path(shapefile).replace_extension(".zip").string();
    for (const char* ending : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) {
        const fs::path part = fs::path(shapefile).replace_extension(ending);
        const std::string inside = "/vsizip/" + archive + "/" + part.filename().string();
        const std::string bytes = readFile(part);
        VSILFILE* file = VSIFOpenL(inside.c_str(), "wb");
        if (file == nullptr) throw std::runtime_error("no archive");
        VSIFWriteL(bytes.data(), 1, bytes.size(), file);
        VSIFCloseL(file);
        fs::remove(part);
    }
    return archive;
}

std::string written(const Format& format, const FeatureTable& table, const std::string& name, const Folder& folder) {
    const std::string path = (folder / (name + format.ending)).string();
    const auto done = sample::writeMap(path, table, format.form);
    EXPECT_TRUE(done) << path;
    return format.zipped ? packed(path) : path;
}

void expectComesBack(const Format& format, Role role, const Folder& folder) {
    const FeatureTable& sent = known().district.table(role);
    const sample::Rows rows = someRows(sent, format.form.bytes);
    EXPECT_GT(rows.size(), 100U);
    const std::vector<MapColumn> columns = columnsOf(role);
    const std::string path = written(format, sample::renamed(sent, rows, columns), recordKind(role).table.data(), folder);
    const std::string& store = role == Role::villages ? known().communes : known().villages;
    const Imported imported = importInto(store, {path}, folder);
    expectSameRows(imported.district.table(role), sent, rows, role, columns, format.tolerance);
}

void expectMapsComeBack(const Format& format) {
    const Folder folder;
    for (const Role role : {Role::roads, Role::parcels, Role::villages}) expectComesBack(format, role, folder);
}

TEST(Formats, Shapefile) {
    expectMapsComeBack(shapefile());
}
TEST(Formats, ZippedShapefile) {
    Format zipped = shapefile();
    zipped.zipped = true;
    expectMapsComeBack(zipped);
}
TEST(Formats, MapInfoTab) {
    expectMapsComeBack(mapInfo(".tab"));
}
TEST(Formats, MapInfoMif) {
    expectMapsComeBack(mapInfo(".mif"));
}
TEST(Formats, GeoPackage) {
    expectMapsComeBack(format("GPKG", ".gpkg"));
}
TEST(Formats, FlatGeobuf) {
    expectMapsComeBack(format("FlatGeobuf", ".fgb"));
}
TEST(Formats, FileGeodatabase) {
    expectMapsComeBack(format("OpenFileGDB", ".gdb"));
}
TEST(Formats, GeoJson) {
    Format geoJson = inDegrees("GeoJSON", ".geojson");
    geoJson.form.layerOptions = {"COORDINATE_PRECISION=6"};
    expectMapsComeBack(geoJson);
}
TEST(Formats, Kml) {
    expectMapsComeBack(inDegrees("LIBKML", ".kml"));
}
TEST(Formats, Kmz) {
    expectMapsComeBack(inDegrees("LIBKML", ".kmz"));
}

/// Names of roads and villages, to the last letter.
void expectLettersComeBack(TextEncoding encoding) {
    const Folder folder;
    for (Format format : {shapefile(encoding), mapInfo(".tab", encoding)}) {
        format.tolerance.anyCase = encoding == TextEncoding::tcvn3; // which has no capitals with tones
        expectComesBack(format, Role::roads, folder);
        expectComesBack(format, Role::villages, folder);
        for (const auto& entry : fs::directory_iterator(folder / ".")) {
            if (entry.path().extension() != ".gpkg") fs::remove(entry.path());
        }
    }
}

TEST(Formats, NamesInTcvn3) {
    expectLettersComeBack(TextEncoding::tcvn3);
}
TEST(Formats, NamesInVniWindows) {
    expectLettersComeBack(TextEncoding::vniWindows);
}
TEST(Formats, NamesInCp1258) {
    expectLettersComeBack(TextEncoding::cp1258);
}
TEST(Formats, NamesInViscii) {
    expectLettersComeBack(TextEncoding::viscii);
}

/// Households as lists: no shapes, but columns of coordinates.
void expectListComesBack(const char* driver, const char* ending) {
    const Folder folder;
    FeatureTable sent = known().district.table(Role::households);
    const GeometryColumn points = sent.geometry;
    for (const char* axis : {"x", "y"}) {
        Column& column = sent.columns.emplace_back();
        column.name = axis;
        column.type = ColumnType::number;
        for (std::size_t row = 0; row < sent.rowCount; ++row)
            column.numbers.push_back(*axis == 'x' ? points.boxes[row].minX : points.boxes[row].minY);
    }
    sent.geometry = GeometryColumn();
    const std::vector<MapColumn> fields = {{"Mã hộ", "id"},
                                           {"Họ và tên chủ hộ", "head_name"},
                                           {"Mã thôn", "village_code"},
                                           {"Diện", "categories"},
                                           {"Nhân khẩu", "members"}};
    std::vector<MapColumn> columns = fields;
    columns.insert(columns.end(), {{"X", "x"}, {"Y", "y"}});
    const sample::Rows rows = someRows(sent);
    const std::string path = written(format(driver, ending), sample::renamed(sent, rows, columns), "ho dan", folder);
    const Imported imported = importInto(known().villages, {path}, folder);
    sent.geometry = points;
    expectSameRows(imported.district.table(Role::households), sent, rows, Role::households, fields, {});
}

TEST(Formats, CsvWithCoordinates) {
    expectListComesBack("CSV", ".csv");
}
TEST(Formats, ExcelWorkbook) {
    expectListComesBack("XLSX", ".xlsx");
}
TEST(Formats, OpenDocumentSheet) {
    expectListComesBack("ODS", ".ods");
}

} // namespace
} // namespace banlang::e2e
