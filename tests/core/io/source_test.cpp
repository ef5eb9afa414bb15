// SPDX-License-Identifier: MIT
#include "core/geo/gdal_drivers.h"
#include "core/geo/wkb.h"
#include "core/io/source.h"
#include "core/text/legacy_encodings.h"
#include "tests/support/files.h"
#include "tests/support/tables.h"
#include "tests/support/zip_bytes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

namespace banlang {
namespace {

using namespace test;
using testing::ElementsAre;

struct CloseDataset {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

Dataset created(const char* driver, const std::string& path) {
    registerGdalDrivers();
    return Dataset(GetGDALDriverManager()->GetDriverByName(driver)->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
}

void addFields(OGRLayer& layer, const Texts& names) {
    for (const std::string& name : names) {
        OGRFieldDefn field(name.c_str(), OFTString);
        ASSERT_EQ(layer.CreateField(&field), OGRERR_NONE);
    }
}

void addRow(OGRLayer& layer, const Texts& values, const OGRGeometry* geometry = nullptr) {
    OGRFeature feature(layer.GetLayerDefn());
    for (std::size_t i = 0; i < values.size(); ++i) feature.SetField(static_cast<int>(i), values[i].c_str());
    if (geometry != nullptr) feature.SetGeometry(geometry);
    ASSERT_EQ(layer.CreateFeature(&feature), OGRERR_NONE);
}

Texts rowOf(const RawLayer& raw, std::size_t row) {
    Texts texts;
    for (const Column& column : raw.table.columns) texts.push_back(column.valueText(row));
    return texts;
}

Texts namesOf(const RawLayer& raw) {
    Texts names;
    for (const Column& column : raw.table.columns) names.push_back(column.name);
    return names;
}

class SourceFile : public InFolder {
protected:
    static RawLayer read(const std::string& path, std::size_t layer = 0) {
        const auto source = Source::open(path);
        if (!source) throw std::runtime_error(describe(source.error(), Language::english));
        auto raw = source->read(layer);
        if (!raw) throw std::runtime_error(describe(raw.error(), Language::english));
        return std::move(*raw);
    }
    [[nodiscard]] RawLayer table(const std::string& content, const std::string& name = "a.csv") const {
        return read(write(name, content));
    }
    [[nodiscard]] std::string errorOf(const std::string& path) const {
        const auto source = Source::open(path);
        if (!source) return source.error().code;
        const auto raw = source->read(0);
        return raw ? "" : raw.error().code;
    }
    /// A Shapefile of one point whose table holds these bytes.
    [[nodiscard]] std::string shapefile(const std::string& name, const std::string& bytes) const {
        const std::string path = at(name);
        const Dataset dataset = created("ESRI Shapefile", path);
        CPLStringList options;
        options.AddString("ENCODING=");
        OGRLayer* layer = dataset->CreateLayer("layer", nullptr, wkbPoint, options.List());
        addFields(*layer, {"TENCHU"});
        const OGRPoint point(450'000, 2'530'000);
        addRow(*layer, {bytes}, &point);
        return path;
    }
};

TEST_F(SourceFile, ShapefilesGiveTheBytesOfTheirTable) {
    const std::string bytes = encode("Nguyễn Thị Hường", TextEncoding::tcvn3).value();
    const std::string path = shapefile("thua.shp", bytes);
    write("thua.cpg", "UTF-8");
    const auto before = everything();
    const RawLayer raw = read(path);
    EXPECT_EQ(raw.table.name, "thua");
    EXPECT_FALSE(raw.cells);
    EXPECT_THAT(namesOf(raw), ElementsAre("TENCHU"));
    EXPECT_EQ(raw.table.columns[0].text[0], bytes);
    EXPECT_EQ(raw.table.geometry.point(0), (Point{450'000, 2'530'000}));
    EXPECT_EQ(everything(), before);
}

TEST_F(SourceFile, AShapefileWithoutItsIndexIsReadWithoutWritingOne) {
    const std::string path = shapefile("thua.shp", "A");
    std::filesystem::remove(at("thua.shx"));
    const auto before = everything();
    const auto source = Source::open(path);
    ASSERT_TRUE(source);
    EXPECT_TRUE(source->indexWasRebuilt());
    EXPECT_THAT(source->layers(), ElementsAre("thua"));
    EXPECT_EQ(source->read(0)->table.geometry.featureCount(), 1U);
    EXPECT_EQ(everything(), before);
}

TEST_F(SourceFile, AShapefileInAnArchiveIsReadInPlace) {
    const std::string bytes = encode("Bế Ngọc Quyền", TextEncoding::tcvn3).value();
    (void)shapefile("thua.shp", bytes);
    std::vector<ZipEntry> entries;
    for (const char* ending : {".shp", ".shx", ".dbf"})
        entries.push_back({std::string("xa/thua") + ending, bytesOfFile(at(std::string("thua") + ending))});
    const std::string zip = write("xa.zip", zipOf(entries));
    const RawLayer raw = read(zip + "/xa/thua.shp");
    EXPECT_EQ(raw.table.columns[0].text[0], bytes);
    EXPECT_EQ(raw.table.geometry.featureCount(), 1U);
}

TEST_F(SourceFile, WorkbooksAreCellsAndCodesKeepTheirZeros) {
    for (const auto& [driver, name] : {std::pair{"XLSX", "book.xlsx"}, {"ODS", "book.ods"}}) {
        {
            const Dataset dataset = created(driver, at(name));
            OGRLayer* layer = dataset->CreateLayer("Hiến đất", nullptr, wkbNone, nullptr);
            addFields(*layer, {"Mã xã", "Họ tên"});
            addRow(*layer, {"00691", "Lý Thị Dợ"});
            addRow(*layer, {"00694", "Sùng Mí Lử"});
        }
        const auto before = everything();
        const auto source = Source::open(at(name));
        ASSERT_TRUE(source) << name;
        EXPECT_THAT(source->layers(), ElementsAre("Hiến đất"));
        const auto raw = source->read(0);
        ASSERT_TRUE(raw) << name;
        EXPECT_TRUE(raw->cells);
        ASSERT_EQ(raw->table.rowCount, 3U) << name;
        EXPECT_THAT(rowOf(*raw, 0), ElementsAre("Mã xã", "Họ tên"));
        EXPECT_THAT(rowOf(*raw, 1), ElementsAre("00691", "Lý Thị Dợ"));
        EXPECT_EQ(raw->rowNumber(2), 3);
        EXPECT_EQ(everything(), before);
    }
}

TEST_F(SourceFile, TextTablesAreCellsWhateverDividesThem) {
    for (const char* delimiter : {",", ";", "\t", "|"}) {
        const std::string mark = delimiter;
        const RawLayer raw = table("Mã xã" + mark + "Tên" + mark + "Số\n00691" + mark + "Nà Sáng" + mark + "7\n00694" + mark +
                                   "Bản Lạn" + mark + "12\n");
        EXPECT_TRUE(raw.cells);
        EXPECT_THAT(namesOf(raw), ElementsAre("A", "B", "C"));
        ASSERT_EQ(raw.table.rowCount, 3U) << delimiter;
        EXPECT_THAT(rowOf(raw, 1), ElementsAre("00691", "Nà Sáng", "7"));
    }
}

TEST_F(SourceFile, DecimalCommasDoNotDivide) {
    const RawLayer raw = table("Mã;Diện tích;Rộng\nA;94,1;2,5\nB;80,25;3,0\n");
    EXPECT_THAT(rowOf(raw, 1), ElementsAre("A", "94,1", "2,5"));
}

TEST_F(SourceFile, QuotesHoldDelimitersQuotesAndLineBreaks) {
    const RawLayer raw = table("Mã,Ghi chú\nA,\"một, hai\"\nB,\"dòng 1\ndòng 2\"\nC,\"gọi là \"\"Lạn\"\"\"\n");
    ASSERT_EQ(raw.table.rowCount, 4U);
    EXPECT_EQ(raw.table.columns[1].text[1], "một, hai");
    EXPECT_EQ(raw.table.columns[1].text[2], "dòng 1\ndòng 2");
    EXPECT_EQ(raw.table.columns[1].text[3], "gọi là \"Lạn\"");
}

TEST_F(SourceFile, RowsMayBeOfDifferentLengthsOrBlank) {
    const RawLayer raw = table("DANH SÁCH\n\nMã,Tên\nA\n");
    ASSERT_EQ(raw.table.rowCount, 4U);
    EXPECT_THAT(rowOf(raw, 0), ElementsAre("DANH SÁCH", ""));
    EXPECT_THAT(rowOf(raw, 1), ElementsAre("", ""));
    EXPECT_THAT(rowOf(raw, 2), ElementsAre("Mã", "Tên"));
    EXPECT_THAT(rowOf(raw, 3), ElementsAre("A", ""));
}

TEST_F(SourceFile, MarksOfUnicodeAreNoText) {
    EXPECT_THAT(rowOf(table("\xEF\xBB\xBFMã,Tên\nA,B\n"), 0), ElementsAre("Mã", "Tên"));
    std::string utf16 = "\xFF\xFE";
    for (const char16_t unit : std::u16string(u"Mã\tTên\r\n00691\tBản Lạn\r\n")) {
        utf16 += static_cast<char>(unit & 0xFF);
        utf16 += static_cast<char>(unit >> 8);
    }
    const RawLayer raw = table(utf16, "unicode.txt");
    ASSERT_EQ(raw.table.rowCount, 2U);
    EXPECT_THAT(rowOf(raw, 0), ElementsAre("Mã", "Tên"));
    EXPECT_THAT(rowOf(raw, 1), ElementsAre("00691", "Bản Lạn"));
}

TEST_F(SourceFile, TextTablesGiveTheirOwnBytes) {
    const std::string bytes = encode("Nguyễn Văn Thắng", TextEncoding::cp1258).value();
    const std::string content = "Ma,Ten\nA," + bytes + "\n";
    const RawLayer raw = table(content);
    EXPECT_EQ(raw.table.columns[1].text[1], bytes);
    EXPECT_EQ(bytesOfFile(at("a.csv")), content);
}

TEST_F(SourceFile, ATextTableInAnArchiveIsATable) {
    const std::string zip = write("xa.zip", zipOf({{"bảng.csv", "Mã;Tên\nA;B\n"}}));
    const RawLayer raw = read(zip + "/bảng.csv");
    EXPECT_EQ(raw.table.name, "bảng");
    EXPECT_THAT(rowOf(raw, 1), ElementsAre("A", "B"));
}

TEST_F(SourceFile, TextTablesThatAreNoneAreRefused) {
    EXPECT_EQ(errorOf(write("a.csv", std::string("a,b\n1,\0\n", 8))), "file-unreadable");
    EXPECT_EQ(errorOf(write("b.csv", "a,b\n1,\"" + std::string(70'000, 'x') + "\n")), "endless-cell");
    EXPECT_EQ(errorOf(write("c.csv", std::string(2'100, ',') + "\n")), "too-many-columns");
    EXPECT_EQ(errorOf(write("d.csv", "")), "file-empty");
    EXPECT_EQ(errorOf(at("nowhere.csv")), "file-missing");
    EXPECT_EQ(errorOf(write("e.gpkg", "no database")), "file-unreadable");
}

/// One entity of a drawing: pairs of a group code and its value.
std::string entity(const std::vector<std::pair<int, std::string>>& groups) {
    std::string text;
    for (const auto& [code, value] : groups) text += std::to_string(code) + "\n" + value + "\n";
    return text;
}

std::string squareEntity(const std::string& layer, double x, double y, double size, bool closed) {
    std::vector<std::pair<int, std::string>> groups = {
        {0, "LWPOLYLINE"}, {5, "1A"}, {8, layer}, {90, "4"}, {70, closed ? "1" : "0"}};
    for (const auto& [dx, dy] : {std::pair{0.0, 0.0}, {1.0, 0.0}, {1.0, 1.0}, {0.0, 1.0}}) {
        groups.emplace_back(10, std::to_string(x + dx * size));
        groups.emplace_back(20, std::to_string(y + dy * size));
    }
    return entity(groups);
}

std::string textEntity(double x, double y, const std::string& text) {
    return entity({{0, "TEXT"}, {8, "chu"}, {10, std::to_string(x)}, {20, std::to_string(y)}, {40, "1"}, {1, text}});
}

std::string drawing(const std::string& entities) {
    return entity({{0, "SECTION"}, {2, "ENTITIES"}}) + entities + entity({{0, "ENDSEC"}, {0, "EOF"}});
}

TEST_F(SourceFile, ClosedLinesOfADrawingAreAreasWithTheTextsInThem) {
    const std::string path =
        write("to_7.dxf", drawing(squareEntity("thua", 0, 0, 100, true) + squareEntity("thua", 10, 10, 30, true) +
                                  squareEntity("duong", 200, 0, 50, false) + textEntity(20, 20, "12") + textEntity(20, 30, "LUC") +
                                  textEntity(80, 80, "13") + textEntity(500, 500, "ngoài")));
    const auto before = everything();
    const auto source = Source::open(path);
    ASSERT_TRUE(source) << describe(source.error(), Language::english);
    EXPECT_THAT(source->layers(), ElementsAre("to_7", "to_7 lines"));
    const auto areas = source->read(0);
    ASSERT_TRUE(areas);
    ASSERT_EQ(areas->table.rowCount, 2U);
    EXPECT_THAT(namesOf(*areas), ElementsAre("layer", "handle", "text_1", "text_2", "text_3", "text_4"));
    EXPECT_EQ(toWkt(areas->table.geometry, 1, 0), "POLYGON ((10 10,40 10,40 40,10 40,10 10))");
    EXPECT_EQ(areas->table.columns[2].text[0], "13");
    EXPECT_EQ(areas->table.columns[2].text[1], "LUC");
    EXPECT_EQ(areas->table.columns[3].text[1], "12");
    EXPECT_EQ(areas->table.columns[4].text[1], "");
    const auto lines = source->read(1);
    ASSERT_TRUE(lines);
    ASSERT_EQ(lines->table.rowCount, 1U);
    EXPECT_EQ(lines->table.columns[0].text[0], "duong");
    EXPECT_EQ(lines->table.geometry.kind, GeometryKind::line);
    EXPECT_EQ(everything(), before);
}

TEST_F(SourceFile, MoreTextsThanColumnsAreJoinedInTheLast) {
    std::string entities = squareEntity("thua", 0, 0, 100, true);
    for (int i = 1; i <= 6; ++i) entities += textEntity(50, 100 - 10 * i, std::to_string(i));
    const RawLayer raw = read(write("a.dxf", drawing(entities)));
    EXPECT_THAT(rowOf(raw, 0), ElementsAre("thua", "1A", "1", "2", "3", "4; 5; 6"));
}

TEST_F(SourceFile, GeometriesThatFitNoKindAreEmptyAndTold) {
    const RawLayer raw =
        read(write("a.geojson",
                   R"({"type":"FeatureCollection","features":[)"
                   R"({"type":"Feature","properties":{"n":1},"geometry":{"type":"Point","coordinates":[105,23]}},)"
                   R"({"type":"Feature","properties":{"n":2},"geometry":{"type":"LineString","coordinates":[[105,23],[106,23]]}},)"
                   R"({"type":"Feature","properties":{"n":3},"geometry":null}]})"));
    EXPECT_EQ(raw.table.rowCount, 3U);
    EXPECT_TRUE(raw.mixedGeometry);
    EXPECT_EQ(raw.table.geometry.kind, GeometryKind::point);
    EXPECT_FALSE(raw.table.geometry.isEmpty(0));
    EXPECT_TRUE(raw.table.geometry.isEmpty(1));
    EXPECT_TRUE(raw.table.geometry.isEmpty(2));
    EXPECT_THAT(raw.table.columns[0].numbers, ElementsAre(1, 2, 3));
}

TEST_F(SourceFile, StopsWhenAsked) {
    const auto source = Source::open(write("a.csv", "a,b\n1,2\n"));
    ASSERT_TRUE(source);
    std::stop_source stop;
    stop.request_stop();
    const auto raw = source->read(0, {.report = {}, .stop = stop.get_token()});
    ASSERT_FALSE(raw);
    EXPECT_EQ(raw.error().kind, ErrorKind::interrupted);
}

} // namespace
} // namespace banlang
