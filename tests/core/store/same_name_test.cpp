// SPDX-License-Identifier: MIT
// Communes number their records from one and send them under the same file names, month after month. What one file brought is never
// taken away by another that does not say it anew. Sums are asked of the file by SQL.
#include "core/store/gpkg/detail/sqlite.h"
#include "core/store/import.h"
#include "tests/support/files.h"
#include "tests/support/tables.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

namespace banlang {
namespace {

using namespace test;
using testing::HasSubstr;

constexpr const char* donationHeader = "id,Mã xã,Tờ bản đồ,Số thửa,Diện tích hiến (m²),Ngày hiến\n";
constexpr const char* contributionHeader = "date,commune_code,donor_kind,donor,amount_vnd\n";

class SameName : public InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        Texts communes;
        const std::vector<std::tuple<std::string, std::string, int>> units = {{"00901", "Nà Sáng", 450'000},
                                                                              {"00904", "Sủng Mây", 460'000}};
        for (const auto& [code, name, x] : units)
            communes.push_back(fmt::format(
                R"({{"type":"Feature","properties":{{"code":"{0}","name":"{1}"}},"geometry":{{"type":"Polygon","coordinates":[[[{2},2530000],[{3},2530000],[{3},2531000],[{2},2531000],[{2},2530000]]]}}}})",
                code, name, x, x + 1'000));
        load(write(
            "units/communes.geojson",
            fmt::format(
                R"({{"type":"FeatureCollection","crs":{{"type":"name","properties":{{"name":"urn:ogc:def:crs:EPSG::9209"}}}},"features":[{},{}]}})",
                communes[0], communes[1])));
    }

    ImportReport load(const std::string& source) const {
        auto report = importSources({source}, at("store.gpkg"), {});
        if (!report) throw std::runtime_error(describe(report.error(), Language::english));
        return std::move(*report);
    }
    [[nodiscard]] double number(const std::string& sql) const {
        const auto database = detail::Database::open(at("store.gpkg"), false);
        detail::Statement select = database->prepare(sql);
        return select.row() ? select.number(0) : -1;
    }
    [[nodiscard]] double area(const std::string& commune) const {
        return number("SELECT total(declared_area_m2) FROM land_donations WHERE commune_code = '" + commune + "'");
    }
    [[nodiscard]] double money() const { return number("SELECT total(amount_vnd) FROM contributions"); }
    void undo(const ImportReport& report) const {
        std::vector<std::int64_t> ids;
        for (const StoredBatch& batch : report.stored) ids.push_back(batch.id);
        ASSERT_TRUE(Store::openForWriting(at("store.gpkg"))->undo(ids));
    }
    static std::size_t told(const ImportReport& report, std::string_view rule) {
        const auto& problems = report.batches.at(0).problems;
        return static_cast<std::size_t>(
            std::count_if(problems.begin(), problems.end(), [&](const RowProblem& problem) { return problem.rule == rule; }));
    }
    static std::string firstTold(const ImportReport& report, std::string_view rule) {
        for (const RowProblem& problem : report.batches.at(0).problems) {
            if (problem.rule == rule) return problem.cause.vi;
        }
        return {};
    }
};

TEST_F(SameName, TheFileOfOneCommuneTakesNothingOfAnother) {
    load(write("Xa_A/hien dat.csv", donationHeader + std::string("A1,00901,1,1,100,1/5/2022\nA2,00901,1,2,200,1/5/2022\n")));
    const ImportReport second = load(write("Xa_B/hien dat.csv", donationHeader + std::string("B1,00904,1,1,50,1/5/2022\n")));
    EXPECT_EQ(area("00901"), 300);
    EXPECT_EQ(area("00904"), 50);
    EXPECT_EQ(second.batches.at(0).counts.newRecords, 1U);
    EXPECT_EQ(second.batches.at(0).counts.noLongerNamed, 0U) << "the records of another commune are none of its business";
}

TEST_F(SameName, EqualNumbersOfAnotherCommuneTakeNothingEither) {
    load(write("Xa_A/hien dat.csv", donationHeader + std::string("1,00901,1,1,100,1/5/2022\n2,00901,1,2,200,1/5/2022\n")));
    const ImportReport second =
        load(write("Xa_B/hien dat.csv", donationHeader + std::string("2,00904,1,1,50,1/5/2022\n3,00904,1,2,70,1/5/2022\n")));
    EXPECT_EQ(area("00901"), 300);
    EXPECT_EQ(area("00904"), 120);
    EXPECT_EQ(second.batches.at(0).counts.newRecords, 2U);
}

TEST_F(SameName, AMonthOfEventsUnderTheSameNameIsAdded) {
    std::string may = contributionHeader;
    for (int day = 1; day <= 20; ++day) may += fmt::format("{}/5/2022,00901,hộ dân,Hộ {},1000000\n", day, day);
    load(write("thang5/contributions.csv", may));
    const ImportReport june =
        load(write("thang6/contributions.csv", contributionHeader + std::string("10/6/2022,00901,hộ dân,Hộ 1,5500000\n")));
    EXPECT_EQ(money(), 25'500'000);
    EXPECT_EQ(june.batches.at(0).counts.newRecords, 1U);
    EXPECT_EQ(june.batches.at(0).counts.noLongerNamed, 0U) << "May is none of its days";
    // Written over in one folder it is the same.
    const ImportReport july =
        load(write("thang6/contributions.csv", contributionHeader + std::string("9/7/2022,00901,hộ dân,Hộ 2,2000000\n")));
    EXPECT_EQ(money(), 27'500'000);
    EXPECT_EQ(july.batches.at(0).counts.newRecords, 1U);
}

TEST_F(SameName, WhatAFileNoLongerNamesStaysAndIsListed) {
    const std::string file =
        write("hien dat.csv",
              donationHeader + std::string("A1,00901,1,1,100,1/5/2022\nA2,00901,1,2,200,1/5/2022\nA3,00901,1,3,400,1/5/2022\n"));
    load(file);
    write("hien dat.csv", donationHeader + std::string("A1,00901,1,1,110,1/5/2022\nA4,00901,1,4,800,1/5/2022\n"));
    const ImportReport second = load(file);
    EXPECT_EQ(area("00901"), 110 + 200 + 400 + 800);
    EXPECT_EQ(second.batches.at(0).counts.noLongerNamed, 2U);
    EXPECT_EQ(told(second, "no-longer-named"), 3U) << "how many, and each";
    std::string all;
    for (const RowProblem& problem : second.batches.at(0).problems) all += problem.cause.vi;
    EXPECT_THAT(all, HasSubstr("“A2”"));
    EXPECT_THAT(all, HasSubstr("“A3”"));
    EXPECT_EQ(number("SELECT count(DISTINCT id) FROM land_donations"), number("SELECT count(*) FROM land_donations"));
    undo(second);
    EXPECT_EQ(area("00901"), 700);
    EXPECT_EQ(number("SELECT count(*) FROM land_donations"), 3);
}

TEST_F(SameName, WhatWasKeptIsStillKeptByTheNextFile) {
    const std::string file =
        write("hien dat.csv", donationHeader + std::string("A1,00901,1,1,100,1/5/2022\nA2,00901,1,2,200,1/5/2022\n"));
    load(file);
    write("hien dat.csv", donationHeader + std::string("A1,00901,1,1,110,1/5/2022\n"));
    const ImportReport second = load(file);
    write("hien dat.csv", donationHeader + std::string("A2,00901,1,2,220,1/5/2022\n"));
    load(file);
    EXPECT_EQ(area("00901"), 330);
    EXPECT_EQ(second.batches.at(0).counts.noLongerNamed, 1U);
}

TEST_F(SameName, AReadingInAnotherWayOfAFileThatKeptRowsStillKeepsThem) {
    const std::string file =
        write("hien dat.csv", donationHeader + std::string("A1,00901,1,1,100,1/5/2022\nA2,00901,1,2,200,1/5/2022\n"));
    load(file);
    write("hien dat.csv", donationHeader + std::string("A1,00901,1,1,110,1/5/2022\n"));
    load(file);
    ImportOptions options;
    options.profiles = {{"hien dat.csv", "", {}}};
    options.profiles[0].profile.commune = "00901";
    ASSERT_TRUE(importSources({file}, at("store.gpkg"), options));
    EXPECT_EQ(area("00901"), 310);
}

TEST_F(SameName, AMendedAmountOfAnEventIsNotCountedTwice) {
    const std::string file =
        write("contributions.csv",
              contributionHeader + std::string("1/5/2022,00901,hộ dân,Hộ 1,5500000\n2/5/2022,00901,hộ dân,Hộ 2,1000000\n"));
    load(file);
    write("contributions.csv",
          contributionHeader + std::string("1/5/2022,00901,hộ dân,Hộ 1,550000\n2/5/2022,00901,hộ dân,Hộ 2,1000000\n"));
    const ImportReport mended = load(file);
    EXPECT_EQ(money(), 1'550'000);
    EXPECT_EQ(mended.batches.at(0).counts.corrected, 1U);
}

TEST_F(SameName, TwoEqualEventsStayTwo) {
    const std::string row = "1/5/2022,00901,hộ dân,Hộ 1,1000000\n";
    const std::string file = write("contributions.csv", contributionHeader + row + row);
    load(file);
    EXPECT_EQ(money(), 2'000'000);
    write("contributions.csv", contributionHeader + row + row + "3/5/2022,00901,hộ dân,Hộ 3,500000\n");
    load(file);
    EXPECT_EQ(money(), 2'500'000);
    write("contributions.csv", contributionHeader + row);
    load(file);
    EXPECT_EQ(money(), 2'500'000) << "one of the two is no longer named, and stays";
}

TEST_F(SameName, ABlankCellOfAKnownRecordSaysNothing) {
    const std::string file =
        write("hien dat.csv", donationHeader + std::string("A1,00901,1,1,100,1/5/2022\nA2,00901,1,2,200,1/5/2022\n"));
    load(file);
    write("hien dat.csv", donationHeader + std::string("A1,00901,1,1,,1/5/2022\nA2,00901,1,2,210,1/5/2022\n"));
    const ImportReport second = load(file);
    EXPECT_EQ(second.batches.at(0).rowsRejected, 0U);
    EXPECT_EQ(area("00901"), 310);
    EXPECT_EQ(number("SELECT declared_area_m2 FROM land_donations WHERE id = 'A1'"), 100);
}

TEST_F(SameName, AMendedCommuneIsMendedInTheFileThatIsPlainlyTheSame) {
    const std::string file =
        write("hien dat.csv",
              donationHeader + std::string("A1,00901,1,1,100,1/5/2022\nA2,00901,1,2,200,1/5/2022\nA3,00901,1,3,400,1/5/2022\n"));
    load(file);
    write("hien dat.csv",
          donationHeader + std::string("A1,00901,1,1,100,1/5/2022\nA2,00904,1,2,200,1/5/2022\nA3,00901,1,3,400,1/5/2022\n"));
    load(file);
    EXPECT_EQ(area("00901"), 500);
    EXPECT_EQ(area("00904"), 200);
}

TEST_F(SameName, FilesOfAllCommunesAndTheirNextMonthFindTheirOwn) {
    write("T5/Xa_A/hien dat.csv", donationHeader + std::string("A1,00901,1,1,100,1/5/2022\n"));
    write("T5/Xa_B/hien dat.csv", donationHeader + std::string("B1,00904,1,1,50,1/5/2022\n"));
    load(at("T5"));
    write("T6/Xa_B/hien dat.csv", donationHeader + std::string("B1,00904,1,1,60,1/5/2022\nB2,00904,1,2,5,1/6/2022\n"));
    write("T6/Xa_A/hien dat.csv", donationHeader + std::string("A1,00901,1,1,120,1/5/2022\nA2,00901,1,2,7,1/6/2022\n"));
    load(at("T6"));
    EXPECT_EQ(area("00901"), 127);
    EXPECT_EQ(area("00904"), 65);
}

TEST_F(SameName, RowsWhoseCommuneNobodyNamesGiveWayOnlyToTheSameFileAgain) {
    const std::string header = "house_id,item,percent_done,reported_on\n";
    const std::string file = write("usb/house-items.csv", header + "N1,móng,100,1/5/2022\nN2,móng,80,1/5/2022\n");
    load(file);
    // Another commune counts its houses from one too.
    write("usb/house-items.csv", header + "N1,móng,40,1/5/2022\nN2,móng,10,1/5/2022\nN3,móng,5,1/5/2022\n");
    const ImportReport other = load(file);
    EXPECT_EQ(number("SELECT count(*) FROM house_items"), 3) << "two communes that say nothing of themselves cannot be told apart";
    EXPECT_EQ(other.batches.at(0).counts.corrected, 2U);
}

TEST_F(SameName, AFileWithoutCommunesThatIsPlainlyTheSameIsCorrected) {
    const std::string header = "house_id,item,percent_done,reported_on\n";
    const std::string file = write("house-items.csv", header + "N1,móng,100,1/5/2022\nN2,móng,80,1/5/2022\nN4,móng,1,1/5/2022\n");
    load(file);
    write("house-items.csv", header + "N1,móng,100,1/5/2022\nN2,móng,90,1/5/2022\nN3,móng,5,1/5/2022\nN4,móng,1,1/5/2022\n");
    load(file);
    EXPECT_EQ(number("SELECT total(percent_done) FROM house_items"), 196);
}

TEST_F(SameName, RecordsThatNameNoCommuneAreToldApartByTheirPlace) {
    const auto roads = [](double x, double length) {
        return fmt::format(
            R"({{"type":"FeatureCollection","crs":{{"type":"name","properties":{{"name":"urn:ogc:def:crs:EPSG::9209"}}}},"features":[{{"type":"Feature","properties":{{"id":"1","name":"ĐX.01","class":"xã"}},"geometry":{{"type":"LineString","coordinates":[[{0},2530100],[{1},2530100]]}}}}]}})",
            x, x + length);
    };
    load(write("Xa_A/duong.geojson", roads(450'100, 100)));
    const ImportReport other = load(write("Xa_B/duong.geojson", roads(460'100, 300)));
    EXPECT_EQ(other.batches.at(0).counts.newRecords, 1U);
    EXPECT_EQ(number("SELECT count(*) FROM rtree_roads_geom WHERE minx < 455000"), 1) << "the road of the first commune is there";
    const ImportReport again = load(write("Xa_A/duong.geojson", roads(450'150, 120)));
    EXPECT_EQ(again.batches.at(0).counts.corrected, 1U) << "the same road of the same commune, drawn anew";
    EXPECT_EQ(number("SELECT count(*) FROM rtree_roads_geom WHERE minx BETWEEN 450140 AND 450151"), 1);
    EXPECT_EQ(number("SELECT count(*) FROM rtree_roads_geom WHERE minx < 455000"), 1);
}

TEST_F(SameName, TheSameBytesFromAnotherCommuneAreItsOwnRecords) {
    const std::string rows = "Mã công trình,Tên,Mã tuyến,Loại việc\nCT001,Bê tông,ĐX.01,mở mới\n";
    ImportOptions options;
    options.role = Role::roadWorks;
    for (const char* folder : {"Xã Nà Sáng", "Xã Sủng Mây"})
        ASSERT_TRUE(importSources({write(fmt::format("{}/bc.csv", folder), rows)}, at("store.gpkg"), options));
    EXPECT_EQ(number("SELECT count(*) FROM road_works"), 2);
    EXPECT_EQ(number("SELECT count(DISTINCT issuer) FROM road_works"), 2);
}

TEST_F(SameName, ALaterWordSettlesADispute) {
    const std::string header = "Mã công trình,Tên,Mã tuyến,Mã xã,Loại việc,Đã làm %,Ngày báo cáo\n";
    const auto row = [](int percent) { return fmt::format("CT001,A,ĐX.01,00901,mở mới,{},31/8/2022\n", percent); };
    ImportOptions options;
    options.role = Role::roadWorks;
    const std::string a = write("hai/a.csv", header + row(50));
    const std::string b = write("hai/b.csv", header + row(70));
    ASSERT_TRUE(importSources({a, b}, at("store.gpkg"), options));
    ASSERT_TRUE(importSources({write("c.csv", header + row(80))}, at("store.gpkg"), options));
    EXPECT_EQ(number("SELECT percent_done FROM road_works"), 80);
    EXPECT_EQ(number("SELECT count(*) FROM banlang_reports_road_works WHERE disputed <> 0"), 0);
}

} // namespace
} // namespace banlang
