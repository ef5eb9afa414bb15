// SPDX-License-Identifier: MIT
// Formats of maps in bytes: counts and sizes are set to what no file can hold.
#include "core/geo/gdal_drivers.h"
#include "tests/fuzz/bytes.h"
#include "tests/fuzz/cases.h"

#include <ogrsf_frmts.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <memory>

namespace banlang::fuzz {
namespace {

constexpr std::uint64_t most32 = 0xFFFFFFFF;
constexpr std::uint64_t mostPositive32 = 0x7FFFFFFF;

std::function<GoodFile(const Place&)> messy(const std::string& name) {
    return [name](const Place&) { return messyFile(name); };
}

std::function<GoodFile(const Place&)> byGdal(const std::string& driver, const std::string& fileName) {
    return [=](const Place& place) { return writtenByGdal(driver, fileName, place.folder.parent_path() / "good"); };
}

Damage doubleAt(const std::string& name, std::size_t at, double value) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof(bits));
    return numberAt(name, at, bits, sizeof(bits));
}

std::vector<Damage> absurdShapes() {
    return {numberAt("length of the file", 24, mostPositive32, 4, true),
            numberAt("negative length of the file", 24, 0x80000001, 4, true),
            numberAt("kind of shape unknown", 32, 99, 4),
            numberAt("kind of shape is points", 32, 1, 4),
            doubleAt("extent is no number", 36, std::nan("")),
            numberAt("length of the first record", 104, mostPositive32, 4, true),
            numberAt("length of the first record is 0", 104, 0, 4, true),
            numberAt("kind of the first record", 108, 31, 4),
            numberAt("count of parts", 144, mostPositive32, 4),
            numberAt("count of parts is negative", 144, most32, 4),
            numberAt("count of points", 148, mostPositive32, 4),
            numberAt("count of points is 1", 148, 1, 4),
            numberAt("count of points times 16 runs over", 148, 0x10000001, 4),
            numberAt("the first part begins past the end", 152, mostPositive32, 4),
            doubleAt("a coordinate is no number", 156, std::nan("")),
            doubleAt("a coordinate is endless", 164, std::numeric_limits<double>::infinity()),
            doubleAt("a coordinate is 1e308", 156, 1e308)};
}

std::vector<Damage> absurdTables() {
    return {numberAt("count of records", 4, most32, 4),
            numberAt("count of records is two thousand million", 4, 2'000'000'000, 4),
            numberAt("no records", 4, 0, 4),
            numberAt("size of the header", 8, 0xFFFF, 2),
            numberAt("size of the header is 0", 8, 0, 2),
            numberAt("size of a record", 10, 0xFFFF, 2),
            numberAt("size of a record is 0", 10, 0, 2),
            numberAt("size of a field", 48, 0xFF, 1),
            numberAt("size of a field is 0", 48, 0, 1),
            numberAt("kind of a field", 43, '?', 1),
            numberAt("name of a field", 32, most32, 4)};
}

std::string sqlPrepared(const Place& place, const std::vector<std::string>& statements) {
    const fs::path path = writtenByGdal("GPKG", "thua.gpkg", place.folder.parent_path() / "good").path;
    const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
    for (const std::string& sql : statements) dataset->ReleaseResultSet(dataset->ExecuteSQL(sql.c_str(), nullptr, nullptr));
    return path;
}

Case geoPackageWithSql(const std::string& name, const std::vector<std::string>& statements) {
    return bytesCase(name, "thua.gpkg", [=](const Place& place) {
        const std::string path = sqlPrepared(place, statements);
        return readBytes(path);
    });
}

std::vector<std::string> viewAsLayer(const std::string& select) {
    return {"CREATE VIEW lop AS " + select,
            "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('lop', 'attributes', 'lop')"};
}

constexpr const char* geoPackageName = "dia chinh/Khuổi Trăng - địa chính.gpkg";
constexpr const char* flatGeobufName = "dia chinh/Thửa đất Lũng Đào.fgb";

} // namespace

std::vector<Case> shapefileCases() {
    const auto good = messy("vuon tap/vuon_Phieng_Suong.shp");
    const auto parcels = messy("dia chinh/DC_Na_Sang.shp");
    std::vector<Case> cases = spoilt(parcels, "", damagesOfAnyFile(1));
    append(cases, spoilt(parcels, "", absurdShapes()));
    append(cases, spoilt(parcels, ".dbf", damagesOfSidecars(2)));
    append(cases, spoilt(parcels, ".dbf", absurdTables()));
    append(cases, spoilt(parcels, ".shx", damagesOfSidecars(3)));
    append(cases, spoilt(parcels, ".shx",
                         {numberAt("offset of the first record", 100, mostPositive32, 4, true),
                          numberAt("offset of the first record is 0", 100, 0, 4, true),
                          numberAt("length of the first record", 104, mostPositive32, 4, true),
                          numberAt("length of the file", 24, mostPositive32, 4, true)}));
    append(cases, spoilt(good, ".prj", damagesOfSidecars(4)));
    append(cases, spoilt(good, ".cpg",
                         {{"is a path", [](std::string) { return std::string("../../etc/passwd\n"); }},
                          {"is long", [](std::string) { return std::string(1'000'000, 'U'); }}}));
    cases.push_back({"without its index and cut", [parcels](const Place& place) {
                         const GoodFile file = parcels(place);
                         const std::string bytes = readBytes(file.path);
                         writeBytes(place.folder / "thua.shp", bytes.substr(0, bytes.size() / 2));
                         return place.folder / "thua.shp";
                     }});
    return cases;
}

std::vector<Case> mapInfoCases() {
    const auto table = messy("ranh gioi/thon.tab");
    const auto exchange = messy("dia chinh/Pac_Huong_thua.mif");
    std::vector<Case> cases = spoilt(table, ".map", damagesOfAnyFile(11));
    append(cases,
           spoilt(table, ".map",
                  {numberAt("size of blocks is 0", 0x106, 0, 2), numberAt("size of blocks", 0x106, 0xFFFF, 2),
                   numberAt("first index block", 0x130, mostPositive32, 4), numberAt("first index block is itself", 0x130, 512, 4),
                   numberAt("entries of a block", 514, 0xFFFF, 2), numberAt("kind of a block", 512, 0x77, 1),
                   numberAt("kind of the second block", 1'024, 0x77, 1), numberAt("size of an object block", 1'026, 0xFFFF, 2),
                   numberAt("link of an object block", 1'036, most32, 4), numberAt("scale is 0", 0x170, 0, 8)}));
    append(cases, spoilt(table, ".id", damagesOfSidecars(12)));
    append(cases, spoilt(table, ".id", {numberAt("an object past the end", 0, mostPositive32, 4)}));
    append(cases, spoilt(table, ".dat", absurdTables()));
    append(cases, spoilt(table, "", damagesOfSidecars(13)));
    append(cases, spoilt(table, "",
                         {textReplaced("count of fields", "Fields 9", "Fields 999999999"),
                          textReplaced("width of a field", "Char (10)", "Char (999999999)"),
                          textReplaced("type of a file", "Type NATIVE", "Type LINKED"),
                          {"leads outside", [](std::string) {
                               return std::string("!table\n!version 300\n!charset Neutral\nOpen Table \"../secret\" Hide\n");
                           }}}));
    append(cases, spoilt(exchange, "", damagesOfAnyFile(14)));
    append(cases, spoilt(exchange, "",
                         {textReplaced("count of parts", "Region 1", "Region 999999999"),
                          textReplaced("count of parts is negative", "Region 1", "Region -1"),
                          textReplaced("count of columns", "Columns ", "Columns 9999999")}));
    append(cases, spoilt(exchange, ".mid", damagesOfSidecars(15)));
    return cases;
}

std::vector<Case> geoPackageCases() {
    std::vector<Case> cases = spoilt(messy(geoPackageName), "", damagesOfAnyFile(21));
    append(cases, spoilt(messy(geoPackageName), "",
                         {numberAt("size of pages", 16, 1, 2, true), numberAt("size of pages is 0", 16, 0, 2, true),
                          numberAt("size of pages is odd", 16, 4'097, 2, true), numberAt("room kept of pages", 20, 0xFF, 1),
                          numberAt("count of pages", 28, most32, 4, true), numberAt("list of free pages", 32, 2, 4, true),
                          numberAt("kind of schema", 44, 99, 4, true), numberAt("encoding of texts", 56, 3, 4, true),
                          numberAt("written by a later version", 18, 0x0909, 2)}));
    for (const std::size_t page : {1U, 3U, 7U, 12U}) {
        append(cases, spoilt(messy(geoPackageName), "",
                             {numberAt("cells of page " + std::to_string(page), 4'096 * page + 3, 0xFFFF, 2, true),
                              numberAt("kind of page " + std::to_string(page), 4'096 * page, 5, 1)}));
    }
    cases.push_back(geoPackageWithSql(
        "a view that never ends", viewAsLayer("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n")));
    cases.push_back(geoPackageWithSql(
        "a view that thinks forever",
        viewAsLayer("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) AS x FROM n")));
    cases.push_back(geoPackageWithSql("a view of a gigabyte", viewAsLayer("SELECT zeroblob(999000000) AS x")));
    cases.push_back(geoPackageWithSql("a text of a gigabyte", viewAsLayer("SELECT hex(zeroblob(450000000)) AS x")));
    cases.push_back(geoPackageWithSql("geometries of random bytes", {"UPDATE thua_dat SET geom = randomblob(200)"}));
    cases.push_back(
        geoPackageWithSql("a polygon with four thousand million rings",
                          {"UPDATE thua_dat SET geom = x'47500001E6100000' || x'0103000000FFFFFFFF04000000' || substr(geom, 60)"}));
    cases.push_back(
        geoPackageWithSql("a geometry that holds itself",
                          {"UPDATE thua_dat SET geom = CAST(x'47500001E6100000' || replace(hex(zeroblob(9)), '00', '') || "
                           "x'010700000001000000' || x'010700000001000000' AS BLOB)"}));
    cases.push_back(geoPackageWithSql("no coordinate system", {"DELETE FROM gpkg_spatial_ref_sys"}));
    cases.push_back(geoPackageWithSql("a coordinate system of nonsense",
                                      {"UPDATE gpkg_spatial_ref_sys SET definition = 'PROJCS[', organization = '?'"}));
    cases.push_back(geoPackageWithSql("another geometry column", {"UPDATE gpkg_geometry_columns SET column_name = 'gone'"}));
    cases.push_back(geoPackageWithSql("texts where numbers should be", {"UPDATE thua_dat SET DIEN_TICH = randomblob(50)"}));
    return cases;
}

std::vector<Case> flatGeobufCases() {
    std::vector<Case> cases = spoilt(messy(flatGeobufName), "", damagesOfAnyFile(31));
    append(cases,
           spoilt(messy(flatGeobufName), "",
                  {numberAt("size of its header", 8, most32, 4), numberAt("size of its header is large", 8, mostPositive32, 4),
                   numberAt("size of its header is 0", 8, 0, 4), numberAt("size of its header is 8", 8, 8, 4),
                   numberAt("root of its header", 12, most32, 4), numberAt("root of its header is far", 12, 60'000, 4)}));
    append(cases, spoilt(messy(flatGeobufName), "",
                         {{"count of features",
                           [](std::string bytes) {
                               registerGdalDrivers();
                               const GoodFile good = messyFile(flatGeobufName);
                               const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(good.path.c_str(), GDAL_OF_VECTOR));
                               const auto count = dataset->GetLayer(0)->GetFeatureCount();
                               const auto at = bytes.find(little(static_cast<std::uint64_t>(count), 8));
                               putLittle(bytes, at, 0x00FFFFFFFFFFFFFF, 8);
                               return bytes;
                           }},
                          {"sizes of all features", [](std::string bytes) {
                               for (std::size_t at = bytes.size() / 4; at < bytes.size(); at += 64)
                                   putLittle(bytes, at, mostPositive32, 4);
                               return bytes;
                           }}}));
    return cases;
}

std::vector<Case> geodatabaseCases() {
    const auto good = byGdal("OpenFileGDB", "thua.gdb");
    // The table of our own layer is the ninth, after those of the system.
    std::vector<Case> cases = spoilt(good, "a00000009.gdbtable", damagesOfAnyFile(41));
    append(cases,
           spoilt(good, "a00000009.gdbtable",
                  {numberAt("count of rows", 4, most32, 4), numberAt("size of the largest row", 8, mostPositive32, 4),
                   numberAt("size of the file", 24, 0xFFFFFFFFFFFF, 8), numberAt("offset of the fields", 32, mostPositive32, 8),
                   numberAt("size of the fields", 40, mostPositive32, 4), numberAt("count of fields", 50, 0xFFFF, 2)}));
    append(cases, spoilt(good, "a00000009.gdbtablx", damagesOfSidecars(42)));
    append(cases, spoilt(good, "a00000009.gdbtablx",
                         {numberAt("count of rows", 8, mostPositive32, 4), numberAt("count of blocks", 4, mostPositive32, 4),
                          numberAt("size of an offset", 12, 99, 4), numberAt("offset of the first row", 16, most32, 4)}));
    append(cases, spoilt(good, "a00000001.gdbtable", damagesOfSidecars(43)));
    append(cases, spoilt(good, "a00000004.gdbtable", damagesOfSidecars(44)));
    return cases;
}

std::vector<Case> drawingCases() {
    std::vector<Case> cases = spoilt(byGdal("DXF", "thua.dxf"), "", damagesOfAnyFile(51));
    append(cases, spoilt(byGdal("DGN", "thua.dgn"), "", damagesOfAnyFile(52)));
    append(cases,
           spoilt(byGdal("DGN", "thua.dgn"), "",
                  {numberAt("words of the first element", 2, 0xFFFF, 2), numberAt("kind of the first element", 0, 0x7F7F, 2)}));
    const auto drawing = [](const std::string& name, const std::string& blocks, const std::string& entities) {
        return bytesCase(name, "thua.dxf", [=](const Place&) {
            return "0\nSECTION\n2\nBLOCKS\n" + blocks + "0\nENDSEC\n0\nSECTION\n2\nENTITIES\n" + entities + "0\nENDSEC\n0\nEOF\n";
        });
    };
    const auto block = [](const std::string& name, const std::string& content) {
        return "0\nBLOCK\n8\n0\n2\n" + name + "\n70\n0\n10\n0\n20\n0\n" + content + "0\nENDBLK\n8\n0\n";
    };
    const auto insert = [](const std::string& name, const std::string& more) {
        return "0\nINSERT\n8\n0\n2\n" + name + "\n10\n1\n20\n1\n" + more;
    };
    const std::string line = "0\nLINE\n8\n0\n10\n0\n20\n0\n11\n1\n21\n1\n";
    cases.push_back(drawing("a block that holds itself", block("A", insert("A", "")), insert("A", "")));
    std::string tower = block("A0", line);
    for (int i = 1; i < 30; ++i) {
        const std::string below = insert("A" + std::to_string(i - 1), "");
        tower += block("A" + std::to_string(i), repeated(below, 10));
    }
    cases.push_back(drawing("blocks in blocks, ten times ten times ten", tower, insert("A29", "")));
    cases.push_back(drawing("a block put down 10^10 times", block("A", line), insert("A", "70\n32000\n71\n32000\n44\n1\n45\n1\n")));
    cases.push_back(drawing("a polyline of nonsense", "",
                            "0\nLWPOLYLINE\n8\n0\n90\n2000000000\n70\n1\n10\nnan\n20\ninf\n10\n1e308\n20\n-1e308\n10\n1\n20\n1\n"));
    cases.push_back(
        drawing("a spline of absurd degree", "",
                "0\nSPLINE\n8\n0\n70\n8\n71\n1000000\n72\n2000000000\n73\n2000000000\n40\n0\n40\n1\n10\n0\n20\n0\n10\n1\n20\n1\n"));
    cases.push_back(drawing("an ellipse of endless size", "",
                            "0\nELLIPSE\n8\n0\n10\n0\n20\n0\n11\n1e308\n21\n0\n40\n1e-300\n41\n0\n42\n1e30\n"));
    cases.push_back(
        drawing("a hatch of absurd counts", "",
                "0\nHATCH\n8\n0\n2\nSOLID\n91\n2000000000\n92\n2\n72\n0\n73\n1\n93\n2000000000\n10\n0\n20\n0\n10\n1\n20\n1\n"));
    cases.push_back(bytesCase("a line of 20 MB", "thua.dxf", [](const Place&) {
        return "0\nSECTION\n2\nENTITIES\n0\nTEXT\n8\n0\n1\n" + std::string(20'000'000, 'x') + "\n0\nENDSEC\n0\nEOF\n";
    }));
    return cases;
}

} // namespace banlang::fuzz
