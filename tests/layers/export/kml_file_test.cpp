// SPDX-License-Identifier: MIT
// What other programs find in a KML and a KMZ: both of GDAL's readers, xmllint and the words of the file itself.
#include "core/geo/gdal_drivers.h"
#include "core/geo/wkb.h"
#include "layers/export/export_layer.h"
#include "layers/export/kml_document.h"
#include "tests/support/files.h"

#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <stop_token>
#include <thread>

namespace banlang {
namespace {

namespace fs = std::filesystem;

constexpr int epsg = 9209;

/// Squares side by side, the third with a hole; of two classes and, the last, of none.
FeatureTable squares(std::size_t count) {
    FeatureTable table;
    table.name = "parcels";
    table.rowCount = count;
    table.geometry.kind = GeometryKind::polygon;
    const auto ring = [&](double x, double y, double size) {
        for (const auto& [dx, dy] : {std::pair{0., 0.}, {1., 0.}, {1., 1.}, {0., 1.}})
            table.geometry.addPoint({x + dx * size, y + dy * size});
        table.geometry.endRing();
    };
    Column name{"name", ColumnType::text, {}, {}, {}};
    Column area{"area_m2", ColumnType::number, {}, {}, {}};
    Column day{"donated_on", ColumnType::date, {}, {}, {}};
    for (std::size_t i = 0; i < count; ++i) {
        const double x = 446'400 + static_cast<double>(i % 1'000) * 12;
        const double y = 2'524'500 + static_cast<double>(i / 1'000) * 12;
        ring(x, y, 10);
        if (i == 2) ring(x + 3, y + 3, 2);
        table.geometry.endPart();
        table.geometry.endFeature();
        name.text.append(fmt::format("Thửa {}", i));
        area.numbers.push_back(i == 1 ? Column::missingNumber : 100.25 + static_cast<double>(i));
        day.dates.push_back(i == 0 ? Date::fromYmd(2022, 5, 18) : Date{});
    }
    table.columns = {std::move(name), std::move(area), std::move(day)};
    return table;
}

MapLayer layerOf(FeatureTable table) {
    MapLayer layer;
    layer.id = "parcels";
    layer.title = {"Thửa đất", "Parcels"};
    layer.attributeNames = {
        {"name", {"tên", "name"}}, {"area_m2", {"diện tích, m²", "area, m²"}}, {"donated_on", {"ngày hiến", "donated on"}}};
    auto classes = std::make_shared<RowClasses>();
    for (std::size_t i = 0; i < table.rowCount; ++i)
        classes->classOf.push_back(i + 1 == table.rowCount ? noClass : static_cast<std::uint8_t>(i % 2));
    const StrokeStyle outline{rgb(0x1A202C), 1.0};
    classes->classes = {{{"Đã hiến & <xong>", "Given & <done>"}, noKey, {FillStyle{rgb(0x2F855A, 0.4)}, {outline}}, {}},
                        {{"Còn cần", "Still needed"}, noKey, {FillStyle{rgb(0xC2410C)}, {outline}}, {}}};
    layer.attributes = [table = std::move(table), classes] { return ClassedRows{table, classes}; };
    return layer;
}

class KmlFile : public test::InFolder {
protected:
    [[nodiscard]] ExportRequest request(const std::string& name, Language language = Language::vietnamese) const {
        return {epsg, language, at(name), false, {}, {}, {}};
    }
    void write(const MapLayer& layer, const std::string& name, Language language = Language::vietnamese) const {
        const auto report = exportLayer(layer, request(name, language));
        ASSERT_TRUE(report) << describe(report.error(), Language::english);
    }
    static GDALDatasetUniquePtr open(const std::string& file, const char* driver) {
        registerGdalDrivers();
        const char* const drivers[] = {driver, nullptr};
        return GDALDatasetUniquePtr(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR, drivers));
    }
    static std::map<std::string, GIntBig> countsOf(GDALDataset& dataset) {
        std::map<std::string, GIntBig> counts;
        for (OGRLayer* layer : dataset.GetLayers()) counts[layer->GetName()] = layer->GetFeatureCount();
        return counts;
    }
    void expectWellFormed(const std::string& name) const {
        EXPECT_EQ(std::system(fmt::format("xmllint --noout --huge '{}'", at(name)).c_str()), 0) << name;
    }
};

TEST_F(KmlFile, HasAFolderForEachClassWithItsRows) {
    const MapLayer layer = layerOf(squares(10));
    write(layer, "a.kml");
    write(layer, "a.kmz");
    expectWellFormed("a.kml");
    const std::map<std::string, GIntBig> wanted{{"Đã hiến & <xong>", 5}, {"Còn cần", 4}, {"Không thuộc loại nào trên bản đồ", 1}};
    for (const auto& [file, driver] : {std::pair{at("a.kml"), "LIBKML"},
                                       {at("a.kml"), "KML"},
                                       {at("a.kmz"), "LIBKML"},
                                       {"/vsizip/" + at("a.kmz") + "/doc.kml", "KML"}}) {
        const auto dataset = open(file, driver);
        ASSERT_NE(dataset, nullptr) << file << " " << driver;
        EXPECT_EQ(countsOf(*dataset), wanted) << file << " " << driver;
    }
    write(layer, "en.kml", Language::english);
    EXPECT_EQ(countsOf(*open(at("en.kml"), "LIBKML")).count("Still needed"), 1U);
}

TEST_F(KmlFile, AKmzHoldsTheFeaturesInOneDocument) {
    write(layerOf(squares(10)), "a.kmz");
    char** inside = VSIReadDirRecursive(("/vsizip/" + at("a.kmz")).c_str());
    const CPLStringList names(inside);
    ASSERT_EQ(names.size(), 1);
    EXPECT_STREQ(names[0], "doc.kml");
    EXPECT_EQ(test::bytesOfFile(at("a.kmz")).at(4), 20) << "version 2.0 of the format: the 64-bit kind is not for every reader";
    EXPECT_EQ(std::system(fmt::format("unzip -tq '{}' > /dev/null", at("a.kmz")).c_str()), 0);
    VSILFILE* file = VSIFOpenL(("/vsizip/" + at("a.kmz") + "/doc.kml").c_str(), "rb");
    ASSERT_NE(file, nullptr);
    std::string kml(1'000'000, '\0');
    kml.resize(VSIFReadL(kml.data(), 1, kml.size(), file));
    VSIFCloseL(file);
    EXPECT_EQ(kml.find("NetworkLink"), std::string::npos);
    EXPECT_NE(kml.find("<Placemark>"), std::string::npos);
}

TEST_F(KmlFile, GdalFindsTheFieldsOfAKmz) {
    write(layerOf(squares(10)), "a.kmz");
    const auto dataset = open(at("a.kmz"), "LIBKML");
    OGRLayer* given = dataset->GetLayerByName("Đã hiến & <xong>");
    ASSERT_NE(given, nullptr);
    const OGRFeatureUniquePtr first(given->GetNextFeature());
    ASSERT_GE(first->GetFieldIndex("donated_on"), 0);
    EXPECT_DOUBLE_EQ(first->GetFieldAsDouble("area_m2"), 100.25);
    EXPECT_STREQ(first->GetFieldAsString("donated_on"), "2022-05-18");
}

TEST_F(KmlFile, FieldsAreTypedAndMissingValuesMissing) {
    write(layerOf(squares(4)), "a.kml");
    const auto dataset = open(at("a.kml"), "LIBKML");
    OGRLayer* given = dataset->GetLayerByName("Đã hiến & <xong>");
    ASSERT_NE(given, nullptr);
    const OGRFeatureDefn& fields = *given->GetLayerDefn();
    ASSERT_GE(fields.GetFieldIndex("area_m2"), 0);
    EXPECT_EQ(fields.GetFieldDefn(fields.GetFieldIndex("area_m2"))->GetType(), OFTReal);
    const OGRFeatureUniquePtr first(given->GetNextFeature());
    EXPECT_STREQ(first->GetFieldAsString("name"), "Thửa 0");
    EXPECT_DOUBLE_EQ(first->GetFieldAsDouble("area_m2"), 100.25);
    EXPECT_STREQ(first->GetFieldAsString("donated_on"), "2022-05-18");
    OGRLayer* needed = dataset->GetLayerByName("Còn cần");
    const OGRFeatureUniquePtr second(needed->GetNextFeature());
    EXPECT_FALSE(second->IsFieldSetAndNotNull(second->GetFieldIndex("area_m2"))) << "no number is not 0";
    EXPECT_FALSE(second->IsFieldSetAndNotNull(second->GetFieldIndex("donated_on")));
}

TEST_F(KmlFile, ShapesAreTheSameAsInGeoJson) {
    const MapLayer layer = layerOf(squares(4));
    write(layer, "a.kml");
    write(layer, "a.geojson");
    const auto json = open(at("a.geojson"), "GeoJSON");
    std::map<std::string, OGRFeatureUniquePtr> wanted;
    for (auto& feature : *json->GetLayer(0)) wanted[feature->GetFieldAsString("name")] = OGRFeatureUniquePtr(feature->Clone());
    std::size_t compared = 0;
    const auto kml = open(at("a.kml"), "LIBKML");
    for (OGRLayer* folder : kml->GetLayers()) {
        for (auto& feature : *folder) {
            const OGRGeometry& shape = *feature->GetGeometryRef();
            const OGRGeometry& same = *wanted.at(feature->GetFieldAsString("name"))->GetGeometryRef();
            const std::unique_ptr<OGRGeometry> difference(shape.SymDifference(&same));
            OGREnvelope box;
            OGREnvelope sameBox;
            shape.getEnvelope(&box);
            same.getEnvelope(&sameBox);
            EXPECT_NEAR(box.MinX, sameBox.MinX, 1e-7);
            EXPECT_NEAR(box.MaxY, sameBox.MaxY, 1e-7);
            const bool holed = std::string_view(feature->GetFieldAsString("name")) == "Thửa 2";
            EXPECT_EQ(shape.toPolygon()->getNumInteriorRings(), holed ? 1 : 0);
            ++compared;
        }
    }
    EXPECT_EQ(compared, 4U);
    EXPECT_NE(test::bytesOfFile(at("a.kml")).find("<altitudeMode>clampToGround</altitudeMode>"), std::string::npos);
}

TEST_F(KmlFile, FillsLetTheGroundThrough) {
    write(layerOf(squares(4)), "a.kml");
    const std::string kml = test::bytesOfFile(at("a.kml"));
    EXPECT_NE(kml.find("<PolyStyle><color>665a852f</color>"), std::string::npos) << "0.4 as on the map";
    EXPECT_NE(kml.find("<PolyStyle><color>990c41c2</color>"), std::string::npos)
        << "what is solid on the map would hide the ground";
    EXPECT_NE(kml.find("<LineStyle><color>ff2c201a</color><width>1.0</width>"), std::string::npos);
}

TEST_F(KmlFile, ALineHasTheColourBetweenItsCasingAndItsCore) {
    FeatureTable table = squares(3);
    table.geometry = {};
    table.geometry.kind = GeometryKind::line;
    for (int i = 0; i < 3; ++i) {
        table.geometry.addPoint({446'400, 2'524'500});
        table.geometry.addPoint({446'500, 2'524'500});
        table.geometry.endRing();
        table.geometry.endPart();
        table.geometry.endFeature();
    }
    MapLayer layer = layerOf(std::move(table));
    auto classes = std::make_shared<RowClasses>(*layer.attributes().classes);
    const StrokeStyle casing{rgb(0xFFFFFF), 12.0};
    const StrokeStyle core{rgb(0xFFFFFF), 1.8};
    classes->classes[0].style = {{}, {casing, {rgb(0x1B5FA8), 5.0}, core}};
    classes->classes[1].style = {{}, {casing, {rgb(0x1B5FA8), 3.0, {6.0F, 4.0F}}, core}};
    layer.attributes = [rows = layer.attributes().rows, classes] { return ClassedRows{rows, classes}; };
    write(layer, "a.kml");
    const std::string kml = test::bytesOfFile(at("a.kml"));
    EXPECT_NE(kml.find("<LineStyle><color>ffa85f1b</color><width>5.0</width>"), std::string::npos);
    EXPECT_NE(kml.find("<LineStyle><color>7fa85f1b</color><width>3.0</width>"), std::string::npos) << "dashes let through";
}

TEST_F(KmlFile, BalloonsHaveTheReadersNamesAndNumbers) {
    write(layerOf(squares(4)), "vi.kml");
    write(layerOf(squares(4)), "en.kml", Language::english);
    EXPECT_NE(test::bytesOfFile(at("vi.kml")).find("<tr><td>diện tích, m²</td><td>100,25</td></tr>"), std::string::npos);
    EXPECT_NE(test::bytesOfFile(at("en.kml")).find("<tr><td>area, m²</td><td>100.25</td></tr>"), std::string::npos);
    EXPECT_NE(test::bytesOfFile(at("vi.kml")).find("<tr><td>ngày hiến</td><td>18/5/2022</td></tr>"), std::string::npos);
    EXPECT_NE(test::bytesOfFile(at("vi.kml")).find("$[description]"), std::string::npos);
}

TEST_F(KmlFile, ADayIsATimeSpan) {
    write(layerOf(squares(4)), "a.kml");
    const std::string kml = test::bytesOfFile(at("a.kml"));
    const std::size_t span = kml.find("<TimeSpan><begin>2022-05-18</begin></TimeSpan>");
    ASSERT_NE(span, std::string::npos);
    EXPECT_EQ(kml.find("<TimeSpan>", span + 1), std::string::npos) << "rows without a day have none";
}

TEST_F(KmlFile, NoTextBreaksTheXml) {
    FeatureTable table = squares(5);
    Column hostile{"name", ColumnType::text, {}, {}, {}};
    hostile.text.append("a\x01\x0B\x1F"
                        "b");
    hostile.text.append("]]></description><Placemark>&amp;");
    hostile.text.append("Ngu\x79\x65\xCC\x82\xCC\x83n"); // y e + circumflex + tilde: decomposed
    hostile.text.append("\xFF\xFE cut \xE1\xBA");
    hostile.text.append("\xEF\xBF\xBE and \xF0\x9F\x8F\xA0");
    table.columns[0] = std::move(hostile);
    write(layerOf(std::move(table)), "a.kml");
    expectWellFormed("a.kml");
    std::vector<std::string> names;
    const auto dataset = open(at("a.kml"), "LIBKML");
    ASSERT_NE(dataset, nullptr);
    for (OGRLayer* folder : dataset->GetLayers()) {
        for (auto& feature : *folder) names.emplace_back(feature->GetFieldAsString("name"));
    }
    std::sort(names.begin(), names.end());
    std::vector<std::string> wanted{"a   b", "]]></description><Placemark>&amp;", "Nguyễn",
                                    "\xEF\xBF\xBD\xEF\xBF\xBD cut \xEF\xBF\xBD", "\xEF\xBF\xBD and \xF0\x9F\x8F\xA0"};
    std::sort(wanted.begin(), wanted.end());
    EXPECT_EQ(names, wanted);
}

TEST_F(KmlFile, TellsWhatItIs) {
    const MapLayer layer = layerOf(squares(4));
    ExportRequest asked = request("a.kml");
    asked.provenance = {
        "Đất hiến <xã A>", Date::fromYmd(2022, 5, 18), Audience::meeting, {"nhập ngày 1/5/2022: thửa đất"}, "banlang 0.1.0", "", 0};
    ASSERT_TRUE(exportLayer(layer, asked));
    expectWellFormed("a.kml");
    const std::string kml = test::bytesOfFile(at("a.kml"));
    EXPECT_NE(kml.find("<name>Đất hiến &lt;xã A&gt;</name>"), std::string::npos);
    for (const char* fact : {"<Data name=\"as_of\"><value>18/5/2022</value>", "<Data name=\"audience\"><value>",
                             "<Data name=\"sources\"><value>nhập ngày 1/5/2022: thửa đất</value>",
                             "<Data name=\"program\"><value>banlang 0.1.0</value>"})
        EXPECT_NE(kml.find(fact), std::string::npos) << fact;
}

TEST_F(KmlFile, CostGrowsWithTheRowsAndPiecesStaySmall) {
    const auto seconds = [&](std::size_t rows) {
        const MapLayer layer = layerOf(squares(rows));
        const auto start = std::chrono::steady_clock::now();
        write(layer, fmt::format("{}.kmz", rows));
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    seconds(1'000);
    const double few = seconds(20'000);
    const double many = seconds(80'000);
    EXPECT_LT(many, 10 * std::max(few, 0.05)) << few << " s for a quarter";
    const MapLayer layer = layerOf(squares(80'000));
    const ClassedRows classed = layer.attributes();
    const auto styles = rowStyles(classed);
    ASSERT_TRUE(styles);
    const ExportRequest asked = request("none.kml");
    auto document = KmlDocument::of(layer, classed.rows, *styles, asked);
    ASSERT_TRUE(document);
    std::size_t all = 0;
    for (std::string piece = document->next(); !piece.empty(); piece = document->next()) {
        EXPECT_LT(piece.size(), 16U << 20U);
        all += piece.size();
    }
    const auto dataset = open(at("80000.kmz"), "LIBKML");
    ASSERT_NE(dataset, nullptr);
    EXPECT_EQ(dataset->GetLayer(0)->GetFeatureCount(), 40'000);
    EXPECT_GT(all, 80'000U * 500);
    EXPECT_LT(all, document->bytesAtMost());
}

TEST_F(KmlFile, StopsAtOnceAndLeavesNothing) {
    const MapLayer layer = layerOf(squares(200'000));
    for (const char* name : {"a.kml", "a.kmz", "a.geojson", "a.gpkg", "a.csv", "a.shp"}) {
        std::stop_source stop;
        ExportRequest asked = request(name);
        asked.progress.stop = stop.get_token();
        std::chrono::steady_clock::time_point stopped;
        std::jthread later([&](const std::stop_token& over) {
            while (fs::is_empty(folder_) && !over.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
            std::this_thread::sleep_for(std::chrono::milliseconds(5)); // it is writing
            stopped = std::chrono::steady_clock::now();
            stop.request_stop();
        });
        const auto report = exportLayer(layer, asked);
        const auto ended = std::chrono::steady_clock::now();
        later.request_stop();
        later.join();
        ASSERT_FALSE(report) << name << " was done before it could be stopped";
        EXPECT_EQ(report.error().kind, ErrorKind::interrupted) << name;
        EXPECT_LT(std::chrono::duration<double>(ended - stopped).count(), 1.0) << name;
        EXPECT_TRUE(fs::is_empty(folder_)) << name;
    }
}

} // namespace
} // namespace banlang
