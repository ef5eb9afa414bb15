// SPDX-License-Identifier: MIT
#include "sample-data/messy/map_file.h"
#include "sample-data/messy/offices.h"
#include "sample-data/messy/text_forms.h"

#include <fmt/format.h>

namespace banlang::sample {
namespace {

constexpr std::string_view communeNameHeader = "TENXA";

/// Towns, and what was copied from a cover, stand in the upper-case font.
void capitaliseSome(const MessyDistrict& district, FeatureTable& communes, Delivery& delivery) {
    TextValues names;
    for (std::size_t i = 0; i < communes.rowCount; ++i) {
        const Commune& commune = district.communes()[i];
        const bool capitals = commune.town || i % 5 == 2;
        names.append(capitals ? upperCase(commune.name) : commune.name);
        if (capitals) addRow(delivery.upperCased, {{"role", "communes"}, {"key", commune.code}, {"field", "name"}});
    }
    communes.columnNamed(communeNameHeader)->text = std::move(names);
}

Result<void> writeCommunes(const MessyDistrict& district, Delivery& delivery) {
    const FeatureTable& table = district.table(Role::communes);
    FeatureTable out = renamed(table, allRows(table),
                               {{"MAXA", fields::communes.code.name},
                                {communeNameHeader, fields::communes.name.name},
                                {"LOAI", fields::communes.kind.name},
                                {"HUYEN", fields::communes.district.name},
                                {"BIEN_GIOI", fields::communes.border.name},
                                {"SO_HO", fields::communes.households.name},
                                {"TT_DONG", fields::communes.centreXM.name},
                                {"TT_BAC", fields::communes.centreYM.name},
                                {"TU_NGAY", fields::communes.validFrom.name}});
    capitaliseSome(district, out, delivery);
    MapForm form;
    form.bytes = TextEncoding::tcvn3;
    form.layerOptions = {"ENCODING=", "DBF_DATE_LAST_UPDATE=2022-05-18"};
    const std::string file = "ranh gioi/ranh_gioi_xa.shp";
    delivery.add(
        {file, "ranh_gioi_xa", "communes", "TCVN3", "EPSG:9209", out.rowCount, "no .prj; no .cpg; some names in capitals"});
    return writeMap(delivery.pathOf(file), out, form);
}

Result<void> writeVillages(const MessyDistrict& district, Delivery& delivery) {
    const FeatureTable& table = district.table(Role::villages);
    const FeatureTable out = renamed(table, allRows(table),
                                     {{"MA_THON", fields::villages.code.name},
                                      {"TEN_THON", fields::villages.name.name},
                                      {"LOAI", fields::villages.kind.name},
                                      {"MA_XA", fields::villages.communeCode.name},
                                      {"SO_HO", fields::villages.households.name},
                                      {"HO_NGHEO", fields::villages.poorHouseholds.name},
                                      {"TT_DONG", fields::villages.centreXM.name},
                                      {"TT_BAC", fields::villages.centreYM.name},
                                      {"TU_NGAY", fields::villages.validFrom.name}});
    MapForm form;
    form.driver = "MapInfo File";
    form.bytes = TextEncoding::vniWindows;
    form.statedEpsg = defaultStoreEpsg;
    const Box extent = out.geometry.extent();
    form.layerOptions = {fmt::format("BOUNDS={:.0f},{:.0f},{:.0f},{:.0f}", extent.minX - 20'000, extent.minY - 20'000,
                                     extent.maxX + 20'000, extent.maxY + 20'000)};
    const std::string file = "ranh gioi/thon.tab";
    delivery.add({file, "thon", "villages", "VNI-Windows", "EPSG:9209", out.rowCount,
                  "the charset is Neutral; CoordSys has the grid of 105.5 but says datum WGS 84"});
    return writeMap(delivery.pathOf(file), out, form);
}

Result<void> writeRoads(const MessyDistrict& district, Delivery& delivery) {
    const FeatureTable& table = district.table(Role::roads);
    const FeatureTable out = renamed(table, allRows(table),
                                     {{"MA_TUYEN", fields::roads.id.name},
                                      {"TEN_TUYEN", fields::roads.name.name},
                                      {"CAP", fields::roads.managementClass.name},
                                      {"MAT_DUONG", fields::roads.surface.name},
                                      {"RONG_NEN", fields::roads.bedWidthM.name},
                                      {"RONG_MAT", fields::roads.pavementWidthM.name},
                                      {"TINH_TRANG", fields::roads.condition.name},
                                      {"QUANH_NAM", fields::roads.allSeason.name},
                                      {"MA_XA", fields::roads.communeCode.name}});
    MapForm form;
    form.statedEpsg = 9210;
    form.layerOptions = {"ENCODING=UTF-8", "DBF_DATE_LAST_UPDATE=2022-05-18"};
    const std::string file = "giao thong/duong.shp";
    delivery.add({file, "duong", "roads", "UTF-8", "EPSG:9209", out.rowCount, "the .prj is wrong: it says EPSG:9210"});
    return writeMap(delivery.pathOf(file), out, form);
}

Result<void> writeRivers(const MessyDistrict& district, Delivery& delivery) {
    const FeatureTable& table = district.table(Role::rivers);
    const FeatureTable out =
        renamed(table, allRows(table),
                {{"Name", fields::rivers.name.name}, {"Mã sông", fields::rivers.id.name}, {"Rộng", fields::rivers.widthM.name}});
    MapForm form;
    form.driver = "LIBKML";
    form.coordinatesEpsg = wgs84Epsg;
    form.statedEpsg = wgs84Epsg;
    const std::string file = "giao thong/song suoi.kml";
    delivery.add({file, "song suoi", "rivers", "UTF-8", "EPSG:4326", out.rowCount, "attributes in ExtendedData"});
    return writeMap(delivery.pathOf(file), out, form);
}

} // namespace

Result<void> writePlaces(const MessyDistrict& district, Delivery& delivery) {
    BANLANG_CHECK(writeCommunes(district, delivery));
    BANLANG_CHECK(writeVillages(district, delivery));
    BANLANG_CHECK(writeRoads(district, delivery));
    return writeRivers(district, delivery);
}

} // namespace banlang::sample
