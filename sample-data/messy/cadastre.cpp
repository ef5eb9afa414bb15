// SPDX-License-Identifier: MIT
#include "core/io/zip_writer.h"
#include "sample-data/messy/map_file.h"
#include "sample-data/messy/offices.h"
#include "sample-data/messy/text_forms.h"

#include <fmt/format.h>

#include <filesystem>

namespace banlang::sample {
namespace {

namespace fs = std::filesystem;

constexpr int utm48Epsg = 3405;

/// How one contractor delivers.
struct Contractor {
    std::string file; ///< in "dia chinh/", with {} for the name of the commune
    MapForm form;
    bool namesCommune = false; ///< there is a column for it
    bool accents = false;      ///< in the name of the file
    const char* mess = "";
};

MapForm tcvn3Shapefile() {
    MapForm form;
    form.bytes = TextEncoding::tcvn3;
    form.layerOptions = {"ENCODING=", "DBF_DATE_LAST_UPDATE=2022-05-18"};
    return form;
}

Contractor zipped() {
    return {"dc_{}.zip", tcvn3Shapefile(), true, false, "zipped Shapefile; no .prj; no .cpg"};
}
Contractor swappedGeoJson() {
    Contractor contractor{"Địa chính {}.geojson", {}, true, true, "latitude before longitude"};
    contractor.form.driver = "GeoJSON";
    contractor.form.coordinatesEpsg = wgs84Epsg;
    contractor.form.swapped = true;
    contractor.form.layerOptions = {"COORDINATE_PRECISION=9"};
    return contractor;
}
Contractor vniMif(const Box& extent) {
    Contractor contractor{"{}_thua.mif",
                          {},
                          false,
                          false,
                          "no commune column; the charset is Neutral; CoordSys has the grid of 105.5 but says datum WGS 84"};
    contractor.form.driver = "MapInfo File";
    contractor.form.bytes = TextEncoding::vniWindows;
    contractor.form.statedEpsg = defaultStoreEpsg;
    contractor.form.layerOptions = {fmt::format("BOUNDS={:.0f},{:.0f},{:.0f},{:.0f}", extent.minX - 20'000, extent.minY - 20'000,
                                                extent.maxX + 20'000, extent.maxY + 20'000)};
    return contractor;
}
Contractor modern(const char* driver, const char* file) {
    Contractor contractor{file, {}, false, true, "no commune column"};
    contractor.form.driver = driver;
    contractor.form.statedEpsg = defaultStoreEpsg;
    if (contractor.form.driver == "GPKG") contractor.form.layerOptions = {"SPATIAL_INDEX=NO"};
    return contractor;
}
Contractor utmShapefile() {
    Contractor contractor{"DC_{}_UTM.shp", tcvn3Shapefile(), false, false,
                          "coordinates in UTM zone 48N; no .prj; no commune column"};
    contractor.form.coordinatesEpsg = utm48Epsg;
    return contractor;
}

Contractor contractorOf(const MessyDistrict& district, std::size_t commune) {
    switch (commune % 13) {
    case 2:
        return zipped();
    case 3:
        return swappedGeoJson();
    case 4:
        return vniMif(district.table(Role::communes).geometry.extent());
    case 5:
        return modern("FlatGeobuf", "Thửa đất {}.fgb");
    case 6:
        return utmShapefile();
    case 7:
        return modern("GPKG", "{} - địa chính.gpkg");
    case 0:
    case 9:
        return {"DC_{}.shp", tcvn3Shapefile(), true, false, "no .prj; no .cpg"};
    default:
        return {"DC_{}.shp", tcvn3Shapefile(), false, false, "no .prj; no .cpg; no commune column"};
    }
}

std::vector<MapColumn> columnsFor(const Contractor& contractor, std::size_t commune) {
    std::vector<MapColumn> columns;
    if (contractor.namesCommune) columns.push_back({"MAXA", fields::parcels.communeCode.name});
    const std::vector<MapColumn> older = {
        {"SHBANDO", fields::parcels.sheet.name},     {"SHTHUA", fields::parcels.number.name},
        {"MALOAIDAT", fields::parcels.landUse.name}, {"DIENTICHPL", fields::parcels.declaredAreaM2.name},
        {"TENCHU", fields::parcels.holderName.name}, {"MAHO", fields::parcels.householdId.name}};
    const std::vector<MapColumn> newer = {
        {"soTo", fields::parcels.sheet.name},        {"soThua", fields::parcels.number.name},
        {"loaiDat", fields::parcels.landUse.name},   {"dtPL", fields::parcels.declaredAreaM2.name},
        {"tenChu", fields::parcels.holderName.name}, {"maHo", fields::parcels.householdId.name}};
    const auto& rest = commune % 4 == 3 ? newer : older;
    columns.insert(columns.end(), rest.begin(), rest.end());
    return columns;
}

std::string fileFor(const Commune& commune, const Contractor& contractor) {
    const std::string name = contractor.accents ? commune.name : plainName(commune.name, "_");
    return "dia chinh/" +
           fmt::format(fmt::runtime(contractor.file), commune.town ? (contractor.accents ? "TT " : "TT_") + name : name);
}

/// Packed by hand, as offices do.
Result<void> writeZipped(const std::string& path, const FeatureTable& rows, const MapForm& form) {
    const fs::path aside = fs::path(path).parent_path() / "unfinished";
    const std::string stem = fs::path(path).stem().string();
    std::error_code failure; // shows itself when the file is written
    fs::create_directories(aside, failure);
    BANLANG_CHECK(writeMap((aside / (stem + ".shp")).string(), rows, form));
    std::vector<ZipMember> members;
    for (const char* ending : {".shp", ".shx", ".dbf"}) {
        BANLANG_TRY(bytes, readBytes((aside / (stem + ending)).string()));
        members.push_back({stem + ending, std::move(bytes)});
    }
    fs::remove_all(aside, failure);
    return writeZip(path, members, deliveredAt);
}

Result<void> writeCommune(const MessyDistrict& district, std::size_t commune, const Rows& rows, Delivery& delivery) {
    const Contractor contractor = contractorOf(district, commune);
    const std::string file = fileFor(district.communes()[commune], contractor);
    const FeatureTable out = renamed(district.table(Role::parcels), rows, columnsFor(contractor, commune));
    const std::string stem = file.substr(10, file.rfind('.') - 10);
    delivery.add({file, stem, "parcels", std::string(id(contractor.form.bytes)),
                  fmt::format("EPSG:{}", contractor.form.coordinatesEpsg), rows.size(), contractor.mess});
    const std::string path = delivery.pathOf(file);
    return file.ends_with(".zip") ? writeZipped(path, out, contractor.form) : writeMap(path, out, contractor.form);
}

} // namespace

Result<void> writeCadastre(const MessyDistrict& district, Delivery& delivery) {
    const std::vector<Rows> rows = rowsByCommune(district, Role::parcels);
    for (std::size_t commune = 0; commune < rows.size(); ++commune) {
        if (!rows[commune].empty()) BANLANG_CHECK(writeCommune(district, commune, rows[commune], delivery));
    }
    return {};
}

} // namespace banlang::sample
