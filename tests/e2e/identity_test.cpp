// SPDX-License-Identifier: MIT
// Files of many communes that number for themselves, under the same names, month after month: nothing is lost, nothing mixed up.
// What the store holds is asked of SQLite.
#include "core/geo/crs.h"
#include "tests/e2e/known_district.h"
#include "tests/support/query_sql.h"

#include <algorithm>

namespace banlang::e2e {
namespace {

using Json = nlohmann::json;
using Lines = std::vector<std::string>;

/// A store that knows the units of the sample district, and files that offices send.
class Identity : public testing::Test {
protected:
    Folder folder_;
    std::string store_ = (folder_ / "huyện.gpkg").string();

    void SetUp() override { fs::copy_file(known().villages, store_); }

    std::string write(const std::string& name, const std::string& text) const {
        const fs::path file = folder_ / name;
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
        return file.string();
    }

    /// Imports one file and answers what became of it: its one batch.
    Json import(const std::string& file, const std::vector<std::string>& options = {}) const {
        std::vector<std::string> arguments{"import", file, "--into", store_, "--json"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        const Outcome outcome = banlang(arguments);
        EXPECT_EQ(outcome.exitCode, 0) << file << outcome.out.substr(0, 1'500);
        const Json json = outcome.json();
        EXPECT_EQ(json["batches"].size(), 1U) << file << outcome.out.substr(0, 1'500);
        return json["batches"].empty() ? Json::object() : json["batches"][0];
    }
    Json importText(const std::string& name, const std::string& text) const { return import(write(name, text)); }

    [[nodiscard]] Lines lines(const std::string& sql) const { return test::queryLines(store_, sql); }
    [[nodiscard]] std::string one(const std::string& sql) const {
        const Lines found = lines(sql);
        EXPECT_EQ(found.size(), 1U) << sql;
        return found.empty() ? std::string() : found.front();
    }
    /// All reports of one record.
    [[nodiscard]] Json history(const std::string& kind, const std::string& key) const {
        const Outcome outcome = banlang({"history", store_, kind, key, "--audience", "working-group", "--json"});
        EXPECT_EQ(outcome.exitCode, 0) << outcome.out << outcome.err;
        return outcome.exitCode == 0 ? outcome.json()["reports"] : Json::array();
    }
};

int numberOf(const Json& batch, const char* field) {
    return batch.contains(field) && batch[field].is_number() ? batch[field].get<int>() : -1;
}

/// One record of a kind, numbered alike by two communes.
struct SameNumber {
    const char* name;
    const char* table;
    const char* file;
    const char* header;
    const char* first;  ///< of 00901
    const char* second; ///< of 00904
    const char* number;
};

const SameNumber sameNumbers[] = {
    {"Donations", "land_donations", "don", "id,commune_code,declared_area_m2,donated_on", "BB-1,00901,200,2022-04-01",
     "BB-1,00904,300,2022-04-02", "BB-1"},
    {"Gardens", "gardens", "vuon", "id,commune_code,household_id,area_m2", "V1,00901,7,210", "V1,00904,7,310", "V1"},
    {"Houses", "houses", "nha o", "id,commune_code,household_id,phase", "N1,00901,8,2022", "N1,00904,8,2022", "N1"},
    {"Works", "road_works", "cong trinh", "id,name,road_id,commune_code,kind,percent_done", "CT001,Đường A,ĐX.01,00901,mở mới,80",
     "CT001,Đường B,ĐX.01,00904,mở mới,30", "CT001"},
    {"GreenRoutes", "green_routes", "tuyen xanh", "id,commune_code,registered_on", "TX001,00901,2022-02-01",
     "TX001,00904,2022-03-01", "TX001"},
    {"Households", "households", "ho dan", "id,village_code,head_name,members", "1,0090101,Giàng A,4", "1,0090402,Sùng B,5", "1"},
    {"PublicAssets", "public_assets", "cong trinh phuc loi", "id,name,kind,commune_code,condition",
     "PL1,Nhà văn hóa,nhà văn hóa,00901,tốt", "PL1,Sân chơi,sân thể thao,00904,tốt", "PL1"},
};

class SameNumberOfTwoCommunes : public Identity, public testing::WithParamInterface<SameNumber> {};

TEST_P(SameNumberOfTwoCommunes, AreTwoRecords) {
    const SameNumber& kind = GetParam();
    const auto file = [&](const char* commune, const char* row) {
        return write(fmt::format("{}-{}.csv", kind.file, commune), fmt::format("{}\n{}\n", kind.header, row));
    };
    const Json first = import(file("00901", kind.first));
    const std::string of904 = file("00904", kind.second);
    const Json second = import(of904);
    for (const Json& batch : {first, second}) {
        EXPECT_EQ(numberOf(batch, "rows_rejected"), 0);
        EXPECT_EQ(numberOf(batch, "new"), 1);
    }
    const std::string sql = fmt::format("SELECT issuer FROM {} WHERE id = '{}' ORDER BY issuer", kind.table, kind.number);
    EXPECT_EQ(lines(sql), (Lines{"00901", "00904"}));
    EXPECT_EQ(numberOf(import(of904), "new"), 0) << "the same file again";
    EXPECT_EQ(lines(sql), (Lines{"00901", "00904"}));
}

INSTANTIATE_TEST_SUITE_P(Kinds, SameNumberOfTwoCommunes, testing::ValuesIn(sameNumbers),
                         [](const auto& kind) { return std::string(kind.param.name); });

/// A line near the middle of a commune, as GeoJSON coordinates.
std::string lineIn(std::string_view commune, double shiftM) {
    const FeatureTable& communes = known().district.table(Role::communes);
    const auto toDegrees = toWgs84(known().district.epsg);
    for (std::size_t row = 0; row < communes.rowCount; ++row) {
        if (communes.textAt(fields::communes.code, row) != commune) continue;
        const Point seat{communes.numberAt(fields::communes.centreXM, row), communes.numberAt(fields::communes.centreYM, row)};
        const LonLat from = lonLatOf(*toDegrees, {seat.x + shiftM, seat.y});
        const LonLat to = lonLatOf(*toDegrees, {seat.x + shiftM, seat.y + 200});
        return fmt::format("[[{:.7f},{:.7f}],[{:.7f},{:.7f}]]", from.lonDeg, from.latDeg, to.lonDeg, to.latDeg);
    }
    ADD_FAILURE() << commune;
    return {};
}

std::string roadJson(const std::string& properties, std::string_view commune, double shiftM) {
    return fmt::format(R"({{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{{}}},)"
                       R"("geometry":{{"type":"LineString","coordinates":{}}}}}]}})",
                       properties, lineIn(commune, shiftM));
}

TEST_F(Identity, RoadsOfOneNumberInTwoCommunesAreTwo) {
    const auto road = [](std::string_view commune) {
        return roadJson(fmt::format(R"("id":"ĐX.01","class":"ĐX","commune_code":"{}")", commune), commune, 0);
    };
    for (const char* commune : {"00901", "00904"})
        EXPECT_EQ(numberOf(importText(fmt::format("Xã {}/duong.geojson", commune), road(commune)), "new"), 1);
    EXPECT_EQ(lines("SELECT commune_code FROM roads WHERE id = 'ĐX.01' ORDER BY 1"), (Lines{"00901", "00904"}));
}

TEST_F(Identity, ARoadWithoutAClassIsKept) {
    const Json batch = importText("duong.geojson", roadJson(R"("id":"NX7","class":"","commune_code":"00901")", "00901", 50));
    EXPECT_EQ(numberOf(batch, "rows_rejected"), 0);
    EXPECT_EQ(lines("SELECT id FROM roads WHERE coalesce(class, '') = ''"), (Lines{"NX7"}));
}

/// Whom a garden is linked to: the village of that household; empty when to none.
std::string householdOfGarden(const std::string& store, std::string_view issuer) {
    const District district = openStore(store);
    const FeatureTable& gardens = district.table(Role::gardens);
    for (std::size_t row = 0; row < gardens.rowCount; ++row) {
        if (gardens.textAt(fields::gardens.issuer, row) != issuer) continue;
        const std::int32_t household = linkedRow(district.linksOf(Role::gardens).household, row);
        if (household == notLinked) return {};
        return std::string(
            district.table(Role::households).textAt(fields::households.villageCode, static_cast<std::size_t>(household)));
    }
    ADD_FAILURE() << "no garden of " << issuer;
    return {};
}

TEST_F(Identity, AHouseholdOfAnotherCommuneIsNoHouseholdOfAGarden) {
    importText("ho 907.csv", "id,village_code,head_name\n1,0090703,Giàng Thị Mỷ\n");
    importText("vuon 904.csv", "id,commune_code,household_id,area_m2\nV1,00904,1,240\n");
    EXPECT_EQ(householdOfGarden(store_, "00904"), "");
    importText("ho 904.csv", "id,village_code,head_name\n1,0090402,Sùng Seo Bình\n");
    EXPECT_EQ(householdOfGarden(store_, "00904"), "0090402");
}

TEST_F(Identity, OneFileNameInTheFoldersOfTwoCommunesIsTwoLists) {
    const std::string header = "id,commune_code,declared_area_m2,donated_on\n";
    importText("Xa_A/hien dat.csv", header + "A1,00901,100,2022-04-01\nA2,00901,110,2022-04-01\n");
    const Json second = importText("Xa_B/hien dat.csv", header + "B1,00904,200,2022-04-01\n");
    EXPECT_EQ(numberOf(second, "no_longer_named"), 0) << "another commune's list says nothing of the first";
    EXPECT_EQ(lines("SELECT id FROM land_donations ORDER BY id"), (Lines{"A1", "A2", "B1"}));
}

TEST_F(Identity, AListOfOneMonthTakesNothingAway) {
    const std::string header = "date,commune_code,donor_kind,donor,amount_vnd\n";
    std::string all = header;
    for (int day = 1; day <= 20; ++day) all += fmt::format("2022-05-{:02},00901,nhân dân,Người {},{}\n", day, day, day * 100'000);
    importText("thang5/contributions.csv", all);
    const Json june = importText("thang6/contributions.csv", header + "2022-06-03,00901,nhân dân,Người 1,5500000\n");
    EXPECT_EQ(numberOf(june, "new"), 1);
    EXPECT_EQ(one("SELECT count(*), sum(amount_vnd) FROM contributions"), "21|26500000.0");
}

const char* const workHeader = "id,name,road_id,commune_code,kind,percent_done";

TEST_F(Identity, ProgressOfTheNextMonthIsAReportAndThePastStays) {
    importText("cong trinh T4.2022.csv", fmt::format("{}\nCT001,Đường A,ĐX.01,00901,mở mới,80\n", workHeader));
    const Json may = importText("cong trinh T5.2022.csv", fmt::format("{}\nCT001,Đường A,ĐX.01,00901,mở mới,95\n", workHeader));
    EXPECT_EQ(numberOf(may, "newer"), 1);
    EXPECT_EQ(numberOf(may, "rows_rejected"), 0);
    EXPECT_EQ(lines("SELECT percent_done FROM road_works"), (Lines{"95.0"}));
    const Json reports = history("road-works", "00901/CT001");
    ASSERT_EQ(reports.size(), 2U);
    std::map<std::string, std::string> percent;
    for (const Json& report : reports) percent[report["as_of"]] = report["values"]["percent_done"];
    EXPECT_EQ(percent, (std::map<std::string, std::string>{{"2022-04-30", "80"}, {"2022-05-31", "95"}}));
}

TEST_F(Identity, ALaterDayUnderTheOldFileNameLeavesThePast) {
    const std::string header = fmt::format("{},reported_on\n", workHeader);
    importText("cong trinh.csv", header + "CT001,Đường A,ĐX.01,00901,mở mới,80,2022-05-18\n");
    importText("cong trinh.csv", header + "CT001,Đường A,ĐX.01,00901,mở mới,95,2022-06-20\n");
    std::map<std::string, std::string> percent;
    for (const Json& report : history("road-works", "00901/CT001")) percent[report["as_of"]] = report["values"]["percent_done"];
    EXPECT_EQ(percent, (std::map<std::string, std::string>{{"2022-05-18", "80"}, {"2022-06-20", "95"}}));
}

TEST_F(Identity, ReportsThatComeInAnyOrderComeToTheLatest) {
    importText("cong trinh T5.2022.csv", fmt::format("{}\nCT001,Đường A,ĐX.01,00901,mở mới,95\n", workHeader));
    importText("cong trinh T4.2022.csv", fmt::format("{}\nCT001,Đường A,ĐX.01,00901,mở mới,80\n", workHeader));
    EXPECT_EQ(lines("SELECT percent_done FROM road_works"), (Lines{"95.0"}));
}

TEST_F(Identity, TheSameValuesOnALaterDayConfirm) {
    importText("cong trinh T4.2022.csv", fmt::format("{}\nCT001,Đường A,ĐX.01,00901,mở mới,80\n", workHeader));
    const Json may = importText("cong trinh T5.2022.csv", fmt::format("{}\nCT001,Đường A,ĐX.01,00901,mở mới,80\n", workHeader));
    EXPECT_EQ(numberOf(may, "confirmed"), 1);
    EXPECT_EQ(history("road-works", "00901/CT001").size(), 2U) << "otherwise it would read: no report since April";
}

TEST_F(Identity, ABlankCellAndAMissingColumnSayNothing) {
    importText("cong trinh T4.2022.csv", fmt::format("{},cement_received_t\nCT001,Đường A,ĐX.01,00901,mở mới,80,40\n", workHeader));
    importText("cong trinh T5.2022.csv", fmt::format("{},cement_received_t\nCT001,,ĐX.01,00901,mở mới,90,\n", workHeader));
    importText("cong trinh T6.2022.csv", "id,road_id,commune_code,kind,percent_done\nCT001,ĐX.01,00901,mở mới,95\n");
    EXPECT_EQ(one("SELECT name, percent_done, cement_received_t FROM road_works"), "Đường A|95.0|40.0");
}

TEST_F(Identity, ACorrectedAreaInAnotherFileIsNoDuplicate) {
    const std::string header = "id,commune_code,declared_area_m2,donated_on\n";
    importText("hien dat.csv", header + "BB-1,00901,300,2022-04-01\n");
    const Json batch = importText("hien dat (sua).csv", header + "BB-1,00901,280,2022-04-01\n");
    EXPECT_EQ(numberOf(batch, "rows_rejected"), 0);
    EXPECT_EQ(numberOf(batch, "new"), 0);
    EXPECT_EQ(numberOf(batch, "newer") + numberOf(batch, "corrected") + numberOf(batch, "conflicts"), 1);
    EXPECT_EQ(one("SELECT count(*) FROM land_donations"), "1");
    std::set<std::string> said;
    for (const Json& report : history("donations", "00901/BB-1")) said.insert(report["values"]["declared_area_m2"]);
    EXPECT_EQ(said, (std::set<std::string>{"280", "300"}));
}

TEST_F(Identity, AModelVillageRegistersAgainAfterItLapsed) {
    importText("thon kieu mau 2021.csv", "village_code,registered_on,lapsed_on\n0090103,2021-03-01,2022-01-10\n");
    const Json again = importText("thon kieu mau 2022.csv", "village_code,registered_on\n0090103,2022-04-01\n");
    EXPECT_EQ(numberOf(again, "new"), 1);
    EXPECT_EQ(lines("SELECT registered_on FROM model_villages ORDER BY 1"), (Lines{"2021-03-01", "2022-04-01"}));
}

TEST_F(Identity, MinutesStandInWhereDonationsHaveNoId) {
    const Json batch = importText("hien dat.csv", "commune_code,minute_no,declared_area_m2,donated_on\n"
                                                  "00901,01/BB-HĐ,120,2022-04-01\n00901,02/BB-HĐ,80,2022-04-01\n");
    EXPECT_EQ(numberOf(batch, "rows_loaded"), 2);
    EXPECT_EQ(lines("SELECT minute_no FROM land_donations ORDER BY 1"), (Lines{"01/BB-HĐ", "02/BB-HĐ"}));
}

TEST_F(Identity, TwoLoadsOfOneDayAreTwoAndTheSameListTwiceIsOne) {
    const std::string load = "2022-04-10,xi măng,CT001,00901,10\n";
    const std::string list = fmt::format("date,material,work_id,commune_code,quantity_received\n{}{}", load, load);
    EXPECT_EQ(numberOf(importText("vat lieu.csv", list), "new"), 2);
    importText("vat lieu (1).csv", list);
    importText("gui lai/vat lieu.csv", list + "2022-04-11,xi măng,CT001,00901,5\n");
    EXPECT_EQ(one("SELECT count(*), sum(quantity_received) FROM material_deliveries"), "3|25.0");
}

TEST_F(Identity, NumbersAreComparedWithoutCaseWidthAndBlanks) {
    const std::string header = "id,commune_code,household_id,area_m2\n";
    importText("vuon T4.2022.csv", header + "V1,00901,7,210\n");
    importText("vuon T5.2022.csv", header + "\xC2\xA0v\xEF\xBC\x91 ,00901,7,220\n"); // no-break space, full-width 1
    EXPECT_EQ(one("SELECT count(*), max(area_m2) FROM gardens"), "1|220.0");
}

std::string parcelsJson(const std::string& commune) {
    std::string features;
    for (const double shift : {0.0, 60.0}) {
        const FeatureTable& communes = known().district.table(Role::communes);
        const auto toDegrees = toWgs84(known().district.epsg);
        const Point seat{communes.numberAt(fields::communes.centreXM, 0) + shift, communes.numberAt(fields::communes.centreYM, 0)};
        const LonLat a = lonLatOf(*toDegrees, seat);
        const LonLat b = lonLatOf(*toDegrees, {seat.x + 30, seat.y + 30});
        features += fmt::format(
            R"({}{{"type":"Feature","properties":{{"commune_code":"{}","sheet":"900","number":"1"}},"geometry":)"
            R"({{"type":"Polygon","coordinates":[[[{:.7f},{:.7f}],[{:.7f},{:.7f}],[{:.7f},{:.7f}],[{:.7f},{:.7f}]]]}}}})",
            features.empty() ? "" : ",", commune, a.lonDeg, a.latDeg, b.lonDeg, a.latDeg, b.lonDeg, b.latDeg, a.lonDeg, a.latDeg);
    }
    return fmt::format(R"({{"type":"FeatureCollection","features":[{}]}})", features);
}

TEST_F(Identity, TwoParcelsOfOneNumberAreKeptAndFlagged) {
    const std::string code(known().district.table(Role::communes).textAt(fields::communes.code, 0));
    const Json batch = importText("thua dat.geojson", parcelsJson(code));
    EXPECT_EQ(numberOf(batch, "rows_rejected"), 0);
    EXPECT_EQ(one("SELECT count(*) FROM parcels WHERE sheet = '900' AND number = '1'"), "2");
    const Json& problems = batch["problems"];
    EXPECT_TRUE(std::any_of(problems.begin(), problems.end(), [](const Json& problem) {
        return problem["rule"] == "repeated-number";
    })) << problems.dump();
}

TEST_F(Identity, TwoCommunesOfOneCodeAreKept) {
    std::string features;
    for (const int west : {0, 1}) {
        features +=
            fmt::format(R"({}{{"type":"Feature","properties":{{"code":"00711","name":"{}","kind":"Xã"}},"geometry":)"
                        R"({{"type":"Polygon","coordinates":[[[{}.0,22.5],[{}.05,22.5],[{}.05,22.55],[{}.0,22.5]]]}}}})",
                        west == 0 ? "" : ",", west == 0 ? "Lũng Cú" : "Ma Lé", 104 + west, 104 + west, 104 + west, 104 + west);
    }
    store_ = (folder_ / "mới.gpkg").string();
    const Json batch = importText("xa.geojson", fmt::format(R"({{"type":"FeatureCollection","features":[{}]}})", features));
    EXPECT_EQ(numberOf(batch, "rows_rejected"), 0);
    EXPECT_EQ(lines("SELECT name FROM communes ORDER BY name"), (Lines{"Lũng Cú", "Ma Lé"}));
}

} // namespace
} // namespace banlang::e2e
