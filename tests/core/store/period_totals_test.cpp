// SPDX-License-Identifier: MIT
#include "core/analysis/progress/progress.h"
#include "core/store/import.h"
#include "tests/support/analysis_context.h"
#include "tests/support/files.h"
#include "tests/support/query_sql.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::InFolder;

/// Monthly, quarterly and longer totals that a commune sends, without any column of days.
class PeriodTotals : public InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        write("xa.geojson",
              R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::9209"}},"features":[
{"type":"Feature","properties":{"ma_xa":"00901","ten_xa":"Xã Nà Sáng"},"geometry":{"type":"Polygon","coordinates":[[[450000,2530000],[451000,2530000],[451000,2531000],[450000,2531000],[450000,2530000]]]}}]})");
        (void)importFile("xa.geojson", Role::communes);
    }
    ImportReport importFile(const std::string& file, Role role = Role::contributions) const {
        ImportOptions options;
        options.role = role;
        return importSources({at(file)}, at("store.gpkg"), options).value();
    }
    ImportReport importTotal(const std::string& name, const std::string& amount) const {
        write(name + ".csv", "ma_xa,nguon,so_tien\n00901,nhân dân,\"" + amount + "\"\n");
        return importFile(name + ".csv");
    }
    [[nodiscard]] double given(Date day) const {
        const District district = openDistrict(at("store.gpkg")).value();
        for (const Indicator& one : progress(test::contextOf(district, day))->front().indicators) {
            if (one.id == "contributions_vnd") return one.value.value_or(0);
        }
        return -1;
    }
};

TEST_F(PeriodTotals, AreDatedByTheEndOfTheirPeriodAndAreNotAddedTwice) {
    const auto first = importTotal("đóng góp quý I-2022", "200000000");
    EXPECT_EQ(first.batches.at(0).rowsRejected, 0U);
    (void)importTotal("đóng góp 5 tháng đầu năm 2022", "500000000");
    (void)importTotal("đóng góp tháng 5-2022", "80000000");
    (void)importTotal("đóng góp tháng 6-2022", "70000000");
    EXPECT_EQ(test::queryLines(at("store.gpkg"), "SELECT group_concat(date || '=' || amount_vnd, ' ') FROM (SELECT date, "
                                                 "CAST(amount_vnd AS INTEGER) AS amount_vnd FROM contributions ORDER BY fid)")
                  .at(0),
              "2022-03-31=200000000 2022-05-31=500000000 2022-05-31=80000000 2022-06-30=70000000");
    EXPECT_EQ(test::queryLines(at("store.gpkg"), "SELECT group_concat(period_from || '..' || period_to, ' ') FROM (SELECT * FROM "
                                                 "banlang_batches WHERE role = 'contributions' ORDER BY fid)")
                  .at(0),
              "2022-01-01..2022-03-31 2022-01-01..2022-05-31 2022-05-01..2022-05-31 2022-06-01..2022-06-30");
    EXPECT_EQ(given(Date::fromYmd(2022, 4, 1)), 200'000'000);
    EXPECT_EQ(given(Date::fromYmd(2022, 5, 31)), 500'000'000);
    EXPECT_EQ(given(Date::fromYmd(2022, 6, 30)), 570'000'000);
}

TEST_F(PeriodTotals, RowsWithADayOfTheirOwnAreEventsHoweverTheListIsCalled) {
    (void)importTotal("đóng góp quý I-2022", "200000000");
    write("đóng góp 5 tháng đầu năm 2022.csv", "ma_xa,ngay,nguon,so_tien\n00901,5/3/2022,nhân dân,\"1000000\"\n"
                                               "00901,5/4/2022,nhân dân,\"1000000\"\n");
    (void)importFile("đóng góp 5 tháng đầu năm 2022.csv");
    EXPECT_EQ(test::queryLines(at("store.gpkg"), "SELECT count(*) FROM banlang_batches WHERE period_from <> ''").at(0), "1");
    EXPECT_EQ(given(Date::fromYmd(2022, 6, 30)), 201'000'000) << "the total of the quarter holds what was given in March";
}

TEST_F(PeriodTotals, AreRefusedWhereNothingSaysOfWhichTime) {
    write("đóng góp.csv", "ma_xa,nguon,so_tien\n00901,nhân dân,\"1000000\"\n");
    ImportOptions options;
    options.role = Role::contributions;
    const auto report = importSources({at("đóng góp.csv")}, at("store.gpkg"), options);
    EXPECT_TRUE(!report || report->batches.empty());
    EXPECT_EQ(test::queryLines(at("store.gpkg"), "SELECT count(*) FROM contributions").at(0), "0");
}

} // namespace
} // namespace banlang
