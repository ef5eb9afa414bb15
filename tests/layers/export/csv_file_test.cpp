// SPDX-License-Identifier: MIT
#include "core/geo/gdal_drivers.h"
#include "core/geo/wkb.h"
#include "layers/export/csv_file.h"

#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

namespace banlang {
namespace {

namespace fs = std::filesystem;

class CsvFileTest : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() /
                  ("banlang-csv-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        Column code{"code", ColumnType::text, {}, {}, {}};
        for (const char* text : {"00123", "=HYPERLINK(\"http://x\";\"y\")", "+84 912\n@SUM(1)"}) code.text.append(text);
        const Column area{"area_m2", ColumnType::number, {}, {1234.0 / 3, -0.04, Column::missingNumber}, {}};
        const Column count{"gardens", ColumnType::number, {}, {3, 0, -2}, {}};
        const Column day{"donated_on", ColumnType::date, {}, {}, {Date::fromYmd(2022, 5, 18), Date{}, Date::fromYmd(2022, 12, 1)}};
        table_.columns = {code, area, count, day};
        table_.rowCount = 3;
        table_.geometry.kind = GeometryKind::point;
        for (const char* wkt : {"POINT (446427.126 2524553)", "", "POINT (1 2)"}) {
            if (*wkt == '\0')
                table_.geometry.endFeature();
            else
                ASSERT_TRUE(appendWkt(table_.geometry, wkt));
        }
    }
    void TearDown() override { fs::remove_all(folder_); }

    std::string write(Language language, CsvOptions options = {}) {
        const std::string path = (folder_ / "a.csv").string();
        const auto written = CsvFile(table_, names_, 9209, language, options).write(path);
        EXPECT_TRUE(written);
        return bytesOf("a.csv");
    }
    [[nodiscard]] std::string bytesOf(const char* name) const {
        std::ifstream stream(folder_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    /// As GDAL reads the file again.
    [[nodiscard]] std::unique_ptr<GDALDataset> open() const {
        registerGdalDrivers();
        return std::unique_ptr<GDALDataset>(GDALDataset::Open((folder_ / "a.csv").c_str(), GDAL_OF_VECTOR));
    }

    fs::path folder_;
    FeatureTable table_;
    std::vector<AttributeName> names_ = {{"code", {"mã", "code"}}, {"area_m2", {"diện tích, m²", "area, m²"}}};
};

TEST_F(CsvFileTest, IsWrittenAsAVietnameseSpreadsheetExpects) {
    EXPECT_EQ(write(Language::vietnamese), "\xEF\xBB\xBF"
                                           "\"code\";\"area_m2\";\"gardens\";\"donated_on\"\r\n"
                                           "\"00123\";411,3;3;18/5/2022\r\n"
                                           "\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\";0,0;0;\r\n"
                                           "\"'+84 912\n'@SUM(1)\";;-2;1/12/2022\r\n");
}

TEST_F(CsvFileTest, IsWrittenAsAnEnglishSpreadsheetExpects) {
    const std::string bytes = write(Language::english, {CsvGeometry::none, true});
    EXPECT_EQ(bytes.substr(0, bytes.find("\r\n", 60)), "\xEF\xBB\xBF"
                                                       "\"code\",\"area, m²\",\"gardens\",\"donated_on\"\r\n"
                                                       "\"00123\",411.3,3,2022-05-18");
}

TEST_F(CsvFileTest, HasShapesOnlyWhenAsked) {
    EXPECT_EQ(write(Language::english).find("446427"), std::string::npos);
    EXPECT_NE(write(Language::english, {CsvGeometry::wkt, false}).find("\"wkt_epsg9209\""), std::string::npos);
    auto dataset = open();
    OGRLayer* layer = dataset->GetLayer(0);
    std::unique_ptr<OGRFeature> first(layer->GetNextFeature());
    ASSERT_NE(first->GetGeometryRef(), nullptr);
    EXPECT_DOUBLE_EQ(first->GetGeometryRef()->toPoint()->getX(), 446427.13);

    const std::string bytes = write(Language::vietnamese, {CsvGeometry::xy, true});
    EXPECT_NE(bytes.find("\"tọa độ đông, m (EPSG:9209)\";\"tọa độ bắc, m (EPSG:9209)\""), std::string::npos) << bytes;
    EXPECT_NE(bytes.find(";446427,13;2524553,00\r\n"), std::string::npos) << bytes;
    EXPECT_NE(bytes.find(";0;;;\r\n"), std::string::npos) << "no shape, no coordinates: " << bytes;
}

TEST_F(CsvFileTest, GdalReadsCodesAsTextAndNumbersAsNumbers) {
    for (const Language language : {Language::vietnamese, Language::english}) {
        write(language);
        const auto dataset = open();
        ASSERT_NE(dataset, nullptr);
        OGRLayer* layer = dataset->GetLayer(0);
        ASSERT_EQ(layer->GetFeatureCount(), 3);
        layer->ResetReading();
        const std::unique_ptr<OGRFeature> first(layer->GetNextFeature());
        EXPECT_EQ(first->GetFieldDefnRef(first->GetFieldIndex("code"))->GetType(), OFTString);
        EXPECT_STREQ(first->GetFieldAsString("code"), "00123");
        EXPECT_DOUBLE_EQ(first->GetFieldAsDouble("area_m2"), 411.3);
        const std::unique_ptr<OGRFeature> second(layer->GetNextFeature());
        const std::unique_ptr<OGRFeature> third(layer->GetNextFeature());
        EXPECT_DOUBLE_EQ(third->GetFieldAsDouble("gardens"), -2);
    }
}

TEST_F(CsvFileTest, AFullDiskIsAnError) {
    const auto written = CsvFile(table_, names_, 9209, Language::english, {}).write("/dev/full");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().kind, ErrorKind::outputUnwritable);
}

} // namespace
} // namespace banlang
