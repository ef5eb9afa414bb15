// SPDX-License-Identifier: MIT
#include "core/geo/gdal_drivers.h"
#include "core/geo/wkb.h"
#include "layers/base/attributes.h"
#include "layers/export/export_layer.h"
#include "layers/export/short_names.h"

#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace banlang {
namespace {

namespace fs = std::filesystem;

class ExportLayer : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() /
                  ("banlang-export-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        FeatureTable table;
        table.geometry =
            geometryFromWkt(GeometryKind::line, std::array<std::string_view, 2>{"LINESTRING (446427 2524553,446527 2524553)",
                                                                                "LINESTRING (446427 2524553,446427 2524653)"});
        table.rowCount = 2;
        Column code{"code", ColumnType::text, {}, {}, {}};
        code.text.append("00123");
        code.text.append("Đường Nguyễn Thị Hữu");
        Column area{"declared_area_m2", ColumnType::number, {}, {12.5, Column::missingNumber}, {}};
        Column date{"declared_on", ColumnType::date, {}, {}, {Date::fromYmd(2022, 5, 18), Date{}}};
        table.columns = {code, area, date};
        ClassStyle red;
        red.strokes.push_back({rgb(0xC2410C), 4.0, {}, 0.0, true});
        ClassStyle blue;
        blue.strokes.push_back({rgb(0x1B5FA8), 4.0, {}, 0.0, true});
        layer_.id = "new-roads";
        layer_.title = {"Đường mới", "New roads"};
        RowClasses rows;
        rows.classes = {{.label = {"Mở mới & xong", "New"}, .key = 0, .style = red},
                        {.label = {"Nâng cấp", "Upgraded"}, .key = 1, .style = blue}};
        rows.classOf = {0, 1};
        setRows(layer_, std::move(rows), [table] { return table; });
        layer_.legend.push_back(classEntry(*layer_.rowClasses, 0, GeometryKind::line));
        layer_.legend.back().amount = 0.1;
        layer_.attributeNames = {
            {"code", {"Mã", "Code"}}, {"declared_area_m2", {"Diện tích", "Area"}}, {"declared_on", {"Ngày", "Date"}}};
    }
    void TearDown() override { fs::remove_all(folder_); }

    /// Other rows for the layer, of the same classes.
    void replaceRows(const FeatureTable& table) {
        layer_.attributes = [table, classes = layer_.attributes().classes] { return ClassedRows{table, classes}; };
    }
    [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
    Result<ExportReport> write(const std::string& name, bool overwrite = false) {
        return exportLayer(layer_, {9209, Language::vietnamese, path(name), overwrite, {}, {}});
    }
    [[nodiscard]] std::size_t filesInFolder() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
    }
    static std::unique_ptr<GDALDataset> open(const std::string& file) {
        registerGdalDrivers();
        return std::unique_ptr<GDALDataset>(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR));
    }
    /// A file within a ZIP file.
    static std::string partOf(const std::string& file, const std::string& name) {
        VSILFILE* part = VSIFOpenL(("/vsizip/" + file + "/" + name).c_str(), "rb");
        EXPECT_NE(part, nullptr) << name;
        std::string text(1'000'000, '\0');
        text.resize(VSIFReadL(text.data(), 1, text.size(), part));
        VSIFCloseL(part);
        return text;
    }
    static std::string bytes(const std::string& file) {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    fs::path folder_;
    MapLayer layer_;
};

TEST_F(ExportLayer, EveryFormatGivesBackAllFeaturesAndTheirText) {
    for (const char* name : {"a.gpkg", "a.geojson", "a.kml", "a.kmz", "a.shp", "a.csv", "a.xlsx"}) {
        const auto report = write(name);
        ASSERT_TRUE(report) << name << ": " << describe(report.error(), Language::english);
        EXPECT_EQ(report->features, 2U);
        const auto dataset = open(path(name));
        ASSERT_NE(dataset, nullptr) << name;
        if (std::string_view(name) == "a.xlsx") continue;
        std::vector<std::string> codes;
        for (OGRLayer* layer : dataset->GetLayers()) { // KML has one for each class
            if (std::string_view(layer->GetName()) == "layer_styles") continue;
            for (auto& feature : *layer) codes.emplace_back(feature->GetFieldAsString("code"));
        }
        EXPECT_EQ(codes, (std::vector<std::string>{"00123", "Đường Nguyễn Thị Hữu"})) << name;
    }
}

TEST_F(ExportLayer, GeoJsonIsInLongitudeAndLatitudeByTheMinistrysParameters) {
    ASSERT_TRUE(write("a.geojson"));
    const auto dataset = open(path("a.geojson"));
    const std::unique_ptr<OGRFeature> feature(dataset->GetLayer(0)->GetNextFeature());
    OGREnvelope envelope;
    feature->GetGeometryRef()->getEnvelope(&envelope);
    EXPECT_NEAR(envelope.MinX, 104.9799986, 1e-7);
    EXPECT_NEAR(envelope.MinY, 22.8199984, 1e-7);
}

TEST_F(ExportLayer, GeoPackageOpensStyledInQgis) {
    ASSERT_TRUE(write("a.gpkg"));
    const auto dataset = open(path("a.gpkg"));
    OGRLayer* styles = dataset->GetLayerByName("layer_styles");
    ASSERT_NE(styles, nullptr);
    const std::unique_ptr<OGRFeature> style(styles->GetNextFeature());
    EXPECT_STREQ(style->GetFieldAsString("f_table_name"), "new-roads");
    EXPECT_EQ(style->GetFieldAsInteger("useAsDefault"), 1);
    const std::string qml = style->GetFieldAsString("styleQML");
    EXPECT_NE(qml.find("194,65,12,255"), std::string::npos);
    EXPECT_NE(qml.find("Mở mới &amp; xong"), std::string::npos);
    const std::unique_ptr<OGRFeature> second(dataset->GetLayerByName("new-roads")->GetFeature(2));
    EXPECT_EQ(second->GetFieldAsInteger("map_class"), 1);
}

TEST_F(ExportLayer, KmlKeepsTheColours) {
    ASSERT_TRUE(write("a.kml"));
    EXPECT_NE(bytes(path("a.kml")).find("ff0c41c2"), std::string::npos) << "KML writes alpha, blue, green, red";
}

TEST_F(ExportLayer, ShapefileNamesAreShortAndListed) {
    ASSERT_TRUE(write("a.shp"));
    EXPECT_NE(bytes(path("a.cot.csv")).find("declared_a,declared_area_m2"), std::string::npos);
    EXPECT_EQ(bytes(path("a.cpg")).substr(0, 5), "UTF-8");
}

/// 300 letters of two bytes each: a .dbf has room for 127.
std::string longText() {
    std::string text = "x";
    for (int i = 0; i < 300; ++i) text += "Đ";
    return text;
}

TEST_F(ExportLayer, AShapefileSaysWhichTextsItHadToCut) {
    FeatureTable table = layer_.attributes().rows;
    Column& code = table.columns.front();
    code.text = {};
    code.text.append(longText());
    code.text.append("short");
    replaceRows(table);
    const auto report = write("a.shp");
    ASSERT_TRUE(report);
    ASSERT_EQ(report->notes.size(), 1U);
    EXPECT_NE(report->notes[0].en.find("1 texts"), std::string::npos);
    EXPECT_NE(report->notes[0].vi.find("a.dai.csv"), std::string::npos);
    EXPECT_NE(bytes(path("a.dai.csv")).find("1,code,\"" + longText() + "\""), std::string::npos);
    const auto dataset = open(path("a.shp"));
    const std::unique_ptr<OGRFeature> feature(dataset->GetLayer(0)->GetNextFeature());
    EXPECT_EQ(std::string(feature->GetFieldAsString("code")), longText().substr(0, 253)) << "no half letter at the end";
    const auto plain = write("b.gpkg");
    ASSERT_TRUE(plain);
    EXPECT_TRUE(plain->notes.empty());
}

TEST_F(ExportLayer, AShapefileKeepsDatesDigitsAndPlace) {
    ASSERT_TRUE(write("a.shp"));
    const auto dataset = open(path("a.shp"));
    OGRLayer* layer = dataset->GetLayer(0);
    ASSERT_NE(layer->GetSpatialRef(), nullptr);
    EXPECT_NE(std::string(layer->GetSpatialRef()->GetName()).find("VN-2000"), std::string::npos);
    const std::unique_ptr<OGRFeature> first(layer->GetNextFeature());
    EXPECT_DOUBLE_EQ(first->GetFieldAsDouble("declared_a"), 12.5);
    EXPECT_EQ(first->GetFieldDefnRef(first->GetFieldIndex("declared_a"))->GetPrecision(), 1);
    EXPECT_STREQ(first->GetFieldAsString("declared_o"), "2022/05/18");
    const std::unique_ptr<OGRFeature> second(layer->GetNextFeature());
    EXPECT_FALSE(second->IsFieldSetAndNotNull(second->GetFieldIndex("declared_o")));
    EXPECT_FALSE(second->IsFieldSetAndNotNull(second->GetFieldIndex("declared_a")));
}

TEST_F(ExportLayer, AFeatureWithoutAShapeStaysInEveryFormat) {
    FeatureTable table = layer_.attributes().rows;
    GeometryColumn lines;
    lines.kind = GeometryKind::line;
    lines.endFeature();
    lines.appendFeature(table.geometry, 1);
    table.geometry = lines;
    replaceRows(table);
    for (const char* name : {"a.gpkg", "a.geojson", "a.shp"}) {
        ASSERT_TRUE(write(name)) << name;
        const auto dataset = open(path(name));
        OGRLayer* layer = dataset->GetLayer(0);
        EXPECT_EQ(layer->GetFeatureCount(), 2) << name;
        layer->ResetReading();
        const std::unique_ptr<OGRFeature> first(layer->GetNextFeature());
        EXPECT_TRUE(first->GetGeometryRef() == nullptr || first->GetGeometryRef()->IsEmpty()) << name;
        EXPECT_STREQ(first->GetFieldAsString("code"), "00123") << name;
        const std::unique_ptr<OGRFeature> second(layer->GetNextFeature());
        ASSERT_NE(second->GetGeometryRef(), nullptr) << name;
        EXPECT_FALSE(second->GetGeometryRef()->IsEmpty()) << name;
    }
}

TEST_F(ExportLayer, ATableWithoutShapesIsNoShapefile) {
    FeatureTable table = layer_.attributes().rows;
    table.geometry = {};
    replaceRows(table);
    const auto refused = write("a.shp");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "no-shapes");
    EXPECT_EQ(filesInFolder(), 0U) << "not even a lone .dbf";
}

/// What people type into cells stays text in a workbook: no formula, no link, and text also when a cell is edited.
TEST_F(ExportLayer, AWorkbookHoldsNoFormulas) {
    FeatureTable table = layer_.attributes().rows;
    Column& code = table.columns.front();
    code.text = {};
    code.text.append("=HYPERLINK(\"http://x\")");
    code.text.append("http://example.org");
    replaceRows(table);
    ASSERT_TRUE(write("a.xlsx"));
    const auto dataset = open(path("a.xlsx"));
    OGRLayer* layer = dataset->GetLayer(0);
    std::vector<std::string> cells;
    for (const auto& row : layer) cells.emplace_back(row->GetFieldAsString(0));
    EXPECT_NE(std::find(cells.begin(), cells.end(), "=HYPERLINK(\"http://x\")"), cells.end());
    const std::string sheet = partOf(path("a.xlsx"), "xl/worksheets/sheet1.xml");
    EXPECT_EQ(sheet.find("<f>"), std::string::npos);
    EXPECT_EQ(sheet.find("hyperlink"), std::string::npos);
    EXPECT_NE(partOf(path("a.xlsx"), "xl/styles.xml").find("numFmtId=\"49\""), std::string::npos) << "49 is Text";
}

TEST_F(ExportLayer, AnExistingFileStaysUnlessTold) {
    std::ofstream(path("a.csv")) << "mine";
    const auto refused = write("a.csv");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "output-exists");
    EXPECT_EQ(bytes(path("a.csv")), "mine");
    EXPECT_TRUE(write("a.csv", true));
    EXPECT_NE(bytes(path("a.csv")), "mine");
}

TEST_F(ExportLayer, WhatIsForCsvOnlyIsRefusedElsewhere) {
    ExportRequest request{9209, Language::vietnamese, path("a.gpkg"), false, {}, {}, {CsvGeometry::xy, false}};
    const auto refused = exportLayer(layer_, request);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "option-of-csv");
    request.path = path("a.csv");
    EXPECT_TRUE(exportLayer(layer_, request));
}

TEST_F(ExportLayer, AnUnknownFormatLeavesNothingBehind) {
    EXPECT_FALSE(write("a.doc"));
    EXPECT_EQ(filesInFolder(), 0U);
    ASSERT_TRUE(write("a.geojson"));
    EXPECT_EQ(filesInFolder(), 1U);
}

TEST(ShortNames, StayDifferentWithinTenLetters) {
    EXPECT_EQ(shortNames({"declared_area_m2", "declared_area_ha", "ngày"}),
              (std::vector<std::string>{"declared_a", "declared_1", "ngay"}));
}

} // namespace
} // namespace banlang
