// SPDX-License-Identifier: MIT
#include "core/geo/crs.h"
#include "core/geo/wkb.h"
#include "layers/paper/print_layout.h"
#include "tests/support/analysis_context.h"
#include "tests/support/source_date.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace banlang {
namespace {

namespace fs = std::filesystem;

std::shared_ptr<const District> twoCommunes() {
    auto district = std::make_shared<District>(emptyDistrict(defaultStoreEpsg));
    district->office = {.name = "Phiêng Sương", .level = OfficeLevel::district};
    FeatureTable& communes = district->table(Role::communes);
    for (const auto& [code, name, wkt] :
         {std::tuple{"01", "Nà Sáng", "POLYGON((440000 2530000,446000 2530000,446000 2538000,440000 2538000,440000 2530000))"},
          std::tuple{"02", "Đường Thượng",
                     "POLYGON((446000 2530000,454000 2530000,454000 2538000,446000 2538000,446000 2530000))"}}) {
        for (Column& column : communes.columns) {
            if (column.name == "code")
                column.text.append(code);
            else if (column.name == "name")
                column.text.append(name);
            else if (column.name == "kind")
                column.text.append("Xã");
            else
                column.appendMissing();
        }
        EXPECT_TRUE(appendWkt(communes.geometry, wkt));
        ++communes.rowCount;
    }
    return district;
}

PrintRequest requestOf(std::shared_ptr<const District> district) {
    return {.layerIds = {"communes"},
            .layer = {AnalysisContext(std::move(district), shippedRules(), Date::fromYmd(2022, 5, 18)), Audience::meeting,
                      MapColourScheme::print}};
}

class PrintLayout : public testing::Test {
protected:
    void SetUp() override {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder = fs::temp_directory_path() / (std::string("banlang-map-sheet-") + test->name());
        fs::remove_all(folder);
        fs::create_directories(folder);
    }
    void TearDown() override { fs::remove_all(folder); }
    [[nodiscard]] std::string file(const char* name) const { return (folder / name).string(); }

    fs::path folder;
};

std::string outputOf(const std::string& command) {
    std::string text;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::array<char, 4096> buffer{};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) text.append(buffer.data(), count);
    return text;
}

std::string bytesOf(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

TEST_F(PrintLayout, PdfHasThePaperSizeAndLiveVietnameseText) {
    const auto report = writePrintLayout(requestOf(twoCommunes()), file("a3.pdf"), false);
    ASSERT_TRUE(report) << describe(report.error(), Language::english);
    EXPECT_DOUBLE_EQ(std::round(report->scaleDenominator), 75'000);
    EXPECT_NE(outputOf("pdfinfo " + file("a3.pdf")).find("1190.55 x 841.89 pts (A3)"), std::string::npos);
    const std::string text = outputOf("pdftotext -layout " + file("a3.pdf") + " -");
    EXPECT_NE(text.find("Tỷ lệ 1:75.000"), std::string::npos) << text;
    EXPECT_NE(text.find("18/5/2022"), std::string::npos);
    EXPECT_NE(text.find("Đường Thượng"), std::string::npos);
    EXPECT_NE(text.find("không có dữ liệu cá nhân"), std::string::npos);
}

struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::array<int, 3>> pixels;
    [[nodiscard]] const std::array<int, 3>& at(int x, int y) const { return pixels[static_cast<std::size_t>(y * width + x)]; }
};

/// A page of a PDF at ten pixels to the millimetre.
Picture rendered(const std::string& pdf) {
    const std::string bytes = outputOf("pdftoppm -r 254 " + pdf);
    Picture picture;
    int highest = 0;
    int skipped = 0;
    if (std::sscanf(bytes.c_str(), "P6 %d %d %d%n", &picture.width, &picture.height, &highest, &skipped) != 3) return picture;
    for (std::size_t i = static_cast<std::size_t>(skipped) + 1; i + 2 < bytes.size(); i += 3) {
        const auto byte = [&](std::size_t at) { return static_cast<int>(static_cast<unsigned char>(bytes[at])); };
        picture.pixels.push_back({byte(i), byte(i + 1), byte(i + 2)});
    }
    return picture;
}

TEST_F(PrintLayout, ScaleBarIsAsLongAsItSays) {
    ASSERT_TRUE(writePrintLayout(requestOf(twoCommunes()), file("bar.pdf"), false));
    const Picture page = rendered(file("bar.pdf"));
    ASSERT_EQ(page.width, 4200);
    int first = 0;
    int last = 0;
    for (int x = 120; x < 1100; ++x) {
        if (page.at(x, 2702)[0] > 100) continue;
        if (first == 0) first = x;
        last = x;
    }
    // 5 km at 1:75 000, and half a line of outline at each end.
    EXPECT_NEAR((last - first + 1) / 10.0, 5000 / 75.0 + 0.2, 0.25);
    EXPECT_NE(outputOf("pdftotext -layout " + file("bar.pdf") + " -").find("5 km"), std::string::npos);
}

TEST_F(PrintLayout, NoTextIsSmallerThanItCanBeRead) {
    for (const PaperSize paperSize : {PaperSize::a4, PaperSize::a3}) {
        PrintRequest request = requestOf(twoCommunes());
        request.paperSize = paperSize;
        request.layerIds = {"renovated-gardens"};
        ASSERT_TRUE(writePrintLayout(request, file("small.pdf"), true));
        const std::string fonts = outputOf("pdftohtml -xml -i -zoom 3 -stdout " + file("small.pdf"));
        int seen = 0;
        for (std::size_t at = fonts.find("<fontspec"); at != std::string::npos; at = fonts.find("<fontspec", at + 1)) {
            const std::size_t size = fonts.find("size=\"", at) + 6;
            EXPECT_GE(std::stoi(fonts.substr(size)), 19) << "three times the points: " << fonts.substr(at, 80);
            ++seen;
        }
        EXPECT_GT(seen, 4);
    }
}

TEST_F(PrintLayout, OneCommuneIsDrawnLargerThanTheDistrict) {
    PrintRequest request = requestOf(twoCommunes());
    request.communeCode = "01";
    const auto report = writePrintLayout(request, file("commune.png"), false);
    ASSERT_TRUE(report) << describe(report.error(), Language::english);
    EXPECT_LT(report->scaleDenominator, 60'000);
    request.communeCode = "77";
    const auto missing = writePrintLayout(request, file("missing.png"), false);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, "unknown-unit");
    EXPECT_FALSE(fs::exists(file("missing.png")));
}

TEST_F(PrintLayout, TwoDaysStandSideBySideAtOneScale) {
    auto district = std::make_shared<District>(*twoCommunes());
    FeatureTable& roads = district->table(Role::roads);
    for (Column& column : roads.columns) column.name == "id" ? column.text.append("T1") : column.appendMissing();
    ASSERT_TRUE(appendWkt(roads.geometry, "LINESTRING(441000 2534000,453000 2534000)"));
    roads.rowCount = 1;
    FeatureTable& works = district->table(Role::roadWorks);
    for (Column& column : works.columns) {
        if (column.name == "finished_on" || column.name == "planned_start") {
            column.dates.push_back(Date::fromYmd(2022, 4, 1));
        } else if (column.name == "id" || column.name == "road_id" || column.name == "kind") {
            column.text.append(column.name == "road_id" ? "T1" : column.name == "kind" ? "mở mới" : "CT1");
        } else {
            column.appendMissing();
        }
    }
    works.rowCount = 1;
    district->linksOf(Role::roadWorks).road = {0};
    PrintRequest request = requestOf(district);
    request.layerIds = {"new-roads"};
    request.layer.analysis = request.layer.analysis.comparedWith(Date::fromYmd(2021, 12, 31));
    ASSERT_TRUE(writePrintLayout(request, file("twin.pdf"), false));
    const std::string text = outputOf("pdftotext -layout " + file("twin.pdf") + " -");
    EXPECT_NE(text.find("so với ngày 31/12/2021"), std::string::npos) << text;
    EXPECT_NE(text.find("Ngày trước, km"), std::string::npos) << text;
    // The new road is red on the later day only: in the right half of the page.
    const Picture page = rendered(file("twin.pdf"));
    std::array<int, 2> red{};
    for (int y = 400; y < 1600; ++y) {
        for (int x = 140; x < page.width - 140; ++x) {
            const auto& [r, g, b] = page.at(x, y);
            if (r > 150 && g < 110 && b < 80) ++red[x < page.width / 2 ? 0 : 1];
        }
    }
    EXPECT_EQ(red[0], 0);
    EXPECT_GT(red[1], 1000);
}

TEST_F(PrintLayout, PngSaysItsResolution) {
    PrintRequest request = requestOf(twoCommunes());
    request.paperSize = PaperSize::a4;
    request.dpi = 100;
    ASSERT_TRUE(writePrintLayout(request, file("a4.png"), false));
    const std::string bytes = bytesOf(file("a4.png"));
    const std::size_t at = bytes.find("pHYs");
    ASSERT_NE(at, std::string::npos);
    const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[at + 4 + i])); };
    EXPECT_EQ((byte(0) << 24U) + (byte(1) << 16U) + (byte(2) << 8U) + byte(3), 3937U);
    EXPECT_EQ(byte(8), 1U) << "metres";
}

TEST_F(PrintLayout, TheSameInputGivesTheSameBytes) {
    const test::SourceDate day;
    for (const char* ending : {"pdf", "svg", "png"}) {
        const std::string first = file("first.") + ending;
        const std::string second = file("second.") + ending;
        ASSERT_TRUE(writePrintLayout(requestOf(twoCommunes()), first, false));
        ASSERT_TRUE(writePrintLayout(requestOf(twoCommunes()), second, false));
        EXPECT_TRUE(bytesOf(first) == bytesOf(second)) << ending;
    }
}

TEST_F(PrintLayout, RefusesToReplaceAFileUnlessAsked) {
    const std::string path = file("sheet.png");
    std::ofstream(path) << "mine";
    const auto refused = writePrintLayout(requestOf(twoCommunes()), path, false);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::outputUnwritable);
    EXPECT_EQ(refused.error().code, "output-exists");
    EXPECT_EQ(bytesOf(path), "mine");
    EXPECT_TRUE(writePrintLayout(requestOf(twoCommunes()), path, true));
    EXPECT_NE(bytesOf(path), "mine");
}

} // namespace
} // namespace banlang
