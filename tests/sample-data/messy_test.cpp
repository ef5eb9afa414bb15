// SPDX-License-Identifier: MIT
#include "core/geo/crs.h"
#include "core/intake/worksheets/worksheet_header.h"
#include "core/io/source.h"
#include "core/model/record_kinds.h"
#include "core/text/legacy_encodings.h"
#include "sample-data/messy/clerk.h"
#include "sample-data/messy/text_forms.h"
#include "sample-data/sample.h"
#include "tests/support/columns.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>

namespace banlang::sample {
namespace {

namespace fs = std::filesystem;

std::string textOf(const SheetCell& cell) {
    const auto* text = std::get_if<std::string>(&cell.value);
    return text == nullptr ? std::string() : *text;
}

TEST(MessyTexts, AreLeftAsOldProgramsLeaveThem) {
    EXPECT_EQ(typedInVnTime("Hà Giang"), "Hµ Giang");
    EXPECT_EQ(typedInVnTime("Nông thôn mới"), "N«ng th«n míi");
    EXPECT_EQ(decomposed("Ế"), "E\u0302\u0301");
    EXPECT_EQ(upperCase("Thị trấn Mỷ"), "THỊ TRẤN MỶ");
    EXPECT_EQ(plainName("Xã Đản Mây", "_"), "Xa_Dan_May");
    EXPECT_EQ(utf16WithMark("aĐ"), std::string("\xFF\xFE\x61\0\x10\x01", 6));
}

TEST(MessyClerk, WritesAreasInUnitsThatGiveThemBack) {
    ClerkHabits habits;
    habits.area = AreaHabit::sao;
    EXPECT_EQ(textOf(areaCell(840, habits)), "2 sào 5 thước");
    EXPECT_EQ(textOf(areaCell(720, habits)), "2 sào");
    EXPECT_EQ(textOf(areaCell(24, habits)), "1 thước");
    EXPECT_EQ(std::get<double>(areaCell(25, habits).value), 25);
    habits.area = AreaHabit::hectares;
    for (int area = 1; area <= 3000; ++area) {
        const SheetCell cell = areaCell(area, habits);
        if (const auto* hectares = std::get_if<double>(&cell.value))
            EXPECT_EQ(*hectares * 10'000, area);
        else
            EXPECT_EQ(textOf(cell), std::to_string(area) + " m2");
    }
    habits.numbersAsText = true;
    EXPECT_EQ(textOf(areaCell(433, habits)), "0,0433");
}

TEST(MessyClerk, WritesDatesMoneyAndMarksByHabit) {
    const Date day = Date::fromYmd(2022, 2, 5);
    ClerkHabits habits;
    EXPECT_EQ(std::get<Date>(dateCell(day, habits, 1).value), day);
    EXPECT_EQ(textOf(dateCell(day, habits, 3)), "05/02/2022");
    habits.dates = DateHabit::dots;
    EXPECT_EQ(textOf(dateCell(day, habits, 1)), "5.2.2022");
    habits.dates = DateHabit::dashes;
    EXPECT_EQ(textOf(dateCell(day, habits, 1)), "05-02-2022");
    EXPECT_EQ(std::get<double>(moneyCell(60e6, habits).value), 60);
    habits.money = MoneyHabit::dong;
    EXPECT_EQ(textOf(moneyCell(60e6, habits)), "60.000.000");
    EXPECT_EQ(textOf(yesCell(0, habits)), "Không");
    habits.yes = YesHabit::crossOrBlank;
    EXPECT_EQ(textOf(yesCell(1, habits)), "x");
    EXPECT_EQ(textOf(yesCell(0, habits)), "");
    EXPECT_EQ(roman(14), "XIV");
}

std::string bytesOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

FeatureTable tableOf(const fs::path& file) {
    const auto source = Source::open(file.string());
    EXPECT_TRUE(source.has_value()) << file;
    auto raw = source->read(0);
    EXPECT_TRUE(raw.has_value()) << file;
    if (!raw->cells) return std::move(raw->table);
    auto sheet = readWorksheet(raw->table, {});
    EXPECT_TRUE(sheet.has_value()) << file;
    return std::move(sheet->table);
}

/// The committed district: the first test holds that it is what a run writes.
const fs::path committed = fs::path(BANLANG_SOURCE_DIR) / "sample-data/messy-district";

std::set<std::string> filesUnder(const fs::path& folder) {
    std::set<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) files.insert(fs::relative(entry.path(), folder).string());
    }
    return files;
}

TEST(MessyFiles, CommittedDistrictIsWhatARunWrites) {
    const fs::path fresh = fs::path(testing::TempDir()) / "banlang-messy-fresh";
    fs::remove_all(fresh);
    ASSERT_TRUE(writeSample(fresh.string(), {2'000, 1, true}).has_value());
    const std::set<std::string> files = filesUnder(fresh);
    EXPECT_EQ(files, filesUnder(committed));
    EXPECT_GT(files.size(), 80U);
    for (const std::string& file : files) EXPECT_TRUE(bytesOf(fresh / file) == bytesOf(committed / file)) << file << " differs";
    fs::remove_all(fresh);
}

TEST(MessyFiles, HoldEveryRecordOfTheTruth) {
    const FeatureTable files = tableOf(committed / "truth/files.csv");
    std::map<std::string, std::size_t> delivered;
    for (std::size_t row = 0; row < files.rowCount; ++row) {
        delivered[std::string(test::textAt(files, "role", row))] += std::stoul(std::string(test::textAt(files, "rows", row)));
        EXPECT_TRUE(fs::exists(committed / test::textAt(files, "file", row))) << test::textAt(files, "file", row);
    }
    const FeatureTable unreadable = tableOf(committed / "truth/unreadable.csv");
    for (const RecordKind& kind : recordKinds()) {
        const std::string role(kind.id);
        std::size_t expected = tableOf(committed / "truth/records" / (role + ".csv")).rowCount;
        for (std::size_t row = 0; row < unreadable.rowCount; ++row)
            expected += test::textAt(unreadable, "role", row) == role ? 1U : 0U;
        EXPECT_EQ(delivered[role], expected) << role;
        EXPECT_GT(expected, 10U) << role;
    }
}

TEST(MessyFiles, TruthHasNoDonationThatNobodyCouldLoad) {
    const FeatureTable donations = tableOf(committed / "truth/records/donations.csv");
    std::set<std::string> ids;
    for (std::size_t row = 0; row < donations.rowCount; ++row) {
        EXPECT_TRUE(ids.emplace(test::textAt(donations, "id", row)).second);
        EXPECT_NE(test::textAt(donations, "declared_area_m2", row), "");
    }
    const FeatureTable unreadable = tableOf(committed / "truth/unreadable.csv");
    ASSERT_EQ(unreadable.rowCount, 2U);
    EXPECT_EQ(test::textAt(unreadable, "key", 0), "HD00001");
}

TEST(MessyFiles, OldEncodingsArriveByteForByte) {
    const std::string boundaries = bytesOf(committed / "ranh gioi/ranh_gioi_xa.dbf");
    EXPECT_NE(boundaries.find(encode("Sủng Mây", TextEncoding::tcvn3).value()), std::string::npos);
    EXPECT_NE(boundaries.find(encode("PHIÊNG SƯƠNG", TextEncoding::tcvn3).value()), std::string::npos);
    EXPECT_EQ(boundaries[29], '\0'); // names no code page
    EXPECT_FALSE(fs::exists(committed / "ranh gioi/ranh_gioi_xa.prj"));
    EXPECT_FALSE(fs::exists(committed / "ranh gioi/ranh_gioi_xa.cpg"));
    EXPECT_NE(bytesOf(committed / "ranh gioi/thon.dat").find(encode("Lùng Đeng", TextEncoding::vniWindows).value()),
              std::string::npos);
    EXPECT_EQ(bytesOf(committed / "tieu chi NTM.csv").find(encode("Mã xã;Tên xã", TextEncoding::cp1258).value()), 0U);
}

/// Where the truth puts the parcels of a commune, by sheet and number.
std::map<std::string, Point> placesOfParcels(std::string_view commune) {
    const FeatureTable truth = tableOf(committed / "truth/records/parcels.csv");
    std::map<std::string, Point> places;
    for (std::size_t row = 0; row < truth.rowCount; ++row) {
        if (test::textAt(truth, "commune_code", row) != commune) continue;
        const std::string key =
            std::string(test::textAt(truth, "sheet", row)) + "/" + std::string(test::textAt(truth, "number", row));
        places[key] = {std::stod(std::string(test::textAt(truth, "x_m", row))),
                       std::stod(std::string(test::textAt(truth, "y_m", row)))};
    }
    return places;
}

void expectPlaces(const FeatureTable& parcels, const char* sheet, const char* number, const std::map<std::string, Point>& places) {
    EXPECT_EQ(parcels.rowCount, places.size());
    for (std::size_t row = 0; row < parcels.rowCount; ++row) {
        const std::string key =
            std::string(test::textAt(parcels, sheet, row)) + "/" + std::string(test::textAt(parcels, number, row));
        ASSERT_TRUE(places.contains(key)) << key;
        const Point place = places.at(key);
        const Box box = parcels.geometry.boxes[row].widenedBy(0.05);
        EXPECT_TRUE(box.contains(place)) << key;
    }
}

FeatureTable placed(FeatureTable table, int epsg) {
    const auto from = Crs::fromEpsg(epsg);
    const auto to = Crs::fromEpsg(defaultStoreEpsg);
    const auto transform = CrsTransform::between(*from, *to);
    GeometryColumn moved;
    moved.kind = GeometryKind::polygon;
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        const auto ring = table.geometry.ring(table.geometry.firstRing(row));
        for (std::size_t i = 0; i + 1 < ring.size(); i += 2) moved.addPoint(transform->apply(Point{ring[i], ring[i + 1]}));
        moved.endRing();
        moved.endPart();
        moved.endFeature();
    }
    table.geometry = std::move(moved);
    return table;
}

TEST(MessyFiles, OtherZonesAndAxesHoldTheSameGround) {
    const FeatureTable utm = tableOf(committed / "dia chinh/DC_TT_Phieng_Suong_UTM.shp");
    EXPECT_LT(utm.geometry.extent().minY, 2'600'000);
    expectPlaces(placed(utm, 3405), "SHBANDO", "SHTHUA", placesOfParcels("00919"));
    FeatureTable swapped = tableOf(committed / "dia chinh/Địa chính Cốc Ngàn.geojson");
    EXPECT_LT(swapped.geometry.extent().maxX, 25); // latitude comes first
    for (std::size_t i = 0; i + 1 < swapped.geometry.xy.size(); i += 2)
        std::swap(swapped.geometry.xy[i], swapped.geometry.xy[i + 1]);
    expectPlaces(placed(std::move(swapped), wgs84Epsg), "soTo", "soThua", placesOfParcels("00910"));
}

TEST(MessyFiles, SomeCodesOf2025BelongToOthers) {
    const FeatureTable sheet = tableOf(committed / "thu 7 huyen - ma xa 2025.xlsx");
    const FeatureTable communes = tableOf(committed / "truth/records/communes.csv");
    std::map<std::string, std::string> nameOfCode;
    for (std::size_t row = 0; row < communes.rowCount; ++row)
        nameOfCode.emplace(test::textAt(communes, "code", row), test::textAt(communes, "name", row));
    std::size_t right = 0;
    std::size_t recycled = 0;
    for (std::size_t row = 0; row < sheet.rowCount; ++row) {
        const auto code = nameOfCode.find(sheet.columns[1].valueText(row));
        if (code == nameOfCode.end()) continue;
        const std::string name = sheet.columns[2].valueText(row);
        const std::string village = sheet.columns[3].valueText(row);
        EXPECT_TRUE(name.ends_with(nameOfCode.at(village.substr(0, 5)))) << name << " " << village;
        ++(name.ends_with(code->second) ? right : recycled);
    }
    EXPECT_GT(right, 15U);
    EXPECT_GT(recycled, 15U);
}

TEST(MessyFiles, TornCopiesAreShorterThanTheirOriginals) {
    const std::string torn = bytesOf(committed / "ranh gioi/ban cu - loi.shp");
    const std::string whole = bytesOf(committed / "ranh gioi/ranh_gioi_xa.shp");
    ASSERT_LT(torn.size(), whole.size());
    EXPECT_EQ(whole.compare(0, torn.size(), torn), 0);
    EXPECT_FALSE(Source::open((committed / "cong trinh - ban sao.xlsx").string()).has_value());
    EXPECT_EQ(tableOf(committed / "truth/refused.csv").rowCount, 2U);
}

TEST(MessyFiles, AnotherSeedIsAnotherDistrictWithAllItsFiles) {
    const fs::path folder = fs::path(testing::TempDir()) / "banlang-messy-seven";
    fs::remove_all(folder);
    ASSERT_TRUE(writeSample(folder.string(), {2'000, 7, true}).has_value());
    EXPECT_FALSE(fs::exists(folder / ".unfinished"));
    EXPECT_GT(tableOf(folder / "truth/files.csv").rowCount, 80U);
    EXPECT_NE(bytesOf(folder / "truth/records/villages.csv"), bytesOf(committed / "truth/records/villages.csv"));
    fs::remove_all(folder);
}

} // namespace
} // namespace banlang::sample
