// SPDX-License-Identifier: MIT
#include "core/geo/gdal_drivers.h"
#include "layers/export/qgis_style.h"
#include "tests/support/files.h"

#include <cpl_minixml.h>
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <memory>

namespace banlang {
namespace {

using testing::HasSubstr;
using testing::Not;

std::size_t timesIn(const std::string& text, std::string_view part) {
    std::size_t times = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
    return times;
}

bool isXml(const std::string& text) {
    const std::unique_ptr<CPLXMLNode, decltype(&CPLDestroyXMLNode)> root(CPLParseXMLString(text.c_str()), CPLDestroyXMLNode);
    return root != nullptr;
}

RowStyles twoClasses() {
    RowStyles styles;
    ClassStyle solid;
    solid.strokes = {{rgb(0x102030, 0.5), 4.0, {}, 0.0, true}, {rgb(0xFFFFFF), 2.0, {}, 0.0, true}};
    ClassStyle dashed;
    dashed.strokes = {{rgb(0xC2410C), 4.0, {6, 3}, 0.0, true}};
    styles.styles = {solid, dashed};
    styles.labels = {{"Mở mới & <xong>", "New"}, {"Nâng cấp", "Upgraded"}};
    styles.markers = {std::nullopt, std::nullopt};
    styles.classOf = {0, 1};
    return styles;
}

TEST(QgisStyle, HasASymbolForEachClassInTheReadersWords) {
    const std::string qml = qmlStyle(twoClasses(), GeometryKind::line, Language::vietnamese);
    EXPECT_TRUE(isXml(qml)) << qml;
    EXPECT_THAT(qml, HasSubstr("attr=\"map_class\""));
    EXPECT_THAT(qml, HasSubstr("label=\"Mở mới &amp; &lt;xong&gt;\""));
    EXPECT_EQ(timesIn(qml, "<category "), 2U);
    EXPECT_EQ(timesIn(qml, "<symbol type=\"line\""), 2U);
    EXPECT_EQ(timesIn(qml, "class=\"SimpleLine\""), 3U);
    EXPECT_THAT(qmlStyle(twoClasses(), GeometryKind::line, Language::english), HasSubstr("label=\"Upgraded\""));
}

TEST(QgisStyle, LinesKeepColourWidthAndDashes) {
    const std::string qml = qmlStyle(twoClasses(), GeometryKind::line, Language::english);
    EXPECT_THAT(qml, HasSubstr("v=\"16,32,48,128\""));
    EXPECT_THAT(qml, HasSubstr("k=\"line_width\" v=\"1.058\"")) << "4 pixels of 0.2646 mm";
    EXPECT_THAT(qml, HasSubstr("k=\"customdash\" v=\"1.588;0.794\""));
    EXPECT_EQ(timesIn(qml, "k=\"use_custom_dash\" v=\"1\""), 1U);
    EXPECT_THAT(qml, HasSubstr("pass=\"1\"")) << "all casings lie under all fills";
}

TEST(QgisStyle, AreasAndPointsHaveSymbolsOfTheirOwn) {
    RowStyles styles = twoClasses();
    styles.styles[0] = {.fill = FillStyle{.colour = rgb(0x00FF00), .pattern = Pattern::crossHatch, .patternColour = rgb(0xFF)},
                        .strokes = {}};
    styles.styles[1] = {};
    const std::string areas = qmlStyle(styles, GeometryKind::polygon, Language::english);
    EXPECT_TRUE(isXml(areas));
    EXPECT_THAT(areas, HasSubstr("v=\"diagonal_x\""));
    EXPECT_THAT(areas, HasSubstr("k=\"color\" v=\"0,0,0,0\"")) << "a class that draws nothing has a symbol that shows nothing";
    styles.markers[0] = Marker{.shape = MarkerShape::triangle, .radiusPx = 5};
    const std::string points = qmlStyle(styles, GeometryKind::point, Language::english);
    EXPECT_TRUE(isXml(points));
    EXPECT_THAT(points, HasSubstr("k=\"name\" v=\"triangle\""));
    EXPECT_THAT(points, HasSubstr("k=\"size\" v=\"2.646\""));
    EXPECT_THAT(points, HasSubstr("k=\"name\" v=\"circle\""));
}

using QgisStyleFile = test::InFolder;

TEST_F(QgisStyleFile, TheStyleIsTheLayersDefault) {
    registerGdalDrivers();
    const std::string path = at("a.gpkg");
    {
        const GDALDatasetUniquePtr made(
            GetGDALDriverManager()->GetDriverByName("GPKG")->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        ASSERT_NE(made->CreateLayer("roads", nullptr, wkbLineString, nullptr), nullptr);
    }
    ASSERT_TRUE(addDefaultStyle(path, "roads", "<qgis>Đường</qgis>", "2022-05-18T07:10:00Z"));
    const GDALDatasetUniquePtr opened(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR));
    OGRLayer* styles = opened->GetLayerByName("layer_styles");
    ASSERT_NE(styles, nullptr);
    ASSERT_EQ(styles->GetFeatureCount(), 1);
    const OGRFeatureUniquePtr row(styles->GetNextFeature());
    EXPECT_STREQ(row->GetFieldAsString("f_table_name"), "roads");
    EXPECT_STREQ(row->GetFieldAsString("styleQML"), "<qgis>Đường</qgis>");
    EXPECT_EQ(row->GetFieldAsInteger("useAsDefault"), 1);
    EXPECT_GE(row->GetFieldIndex("update_time"), 0) << "QGIS asks for it by name";
}

TEST_F(QgisStyleFile, AFileThatIsNotThereIsAnError) {
    const auto refused = addDefaultStyle(at("none.gpkg"), "roads", "<qgis/>", "2022-05-18T07:10:00Z");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::outputUnwritable);
}

} // namespace
} // namespace banlang
