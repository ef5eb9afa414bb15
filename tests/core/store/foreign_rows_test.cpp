// SPDX-License-Identifier: MIT
// Another program writes into the tables of a store, as people do in QGIS: nothing of it is lost by the next import.
#include "core/store/gpkg/detail/sqlite.h"
#include "core/store/import.h"
#include "tests/support/files.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

class ForeignRows : public test::InFolder {
protected:
    void load(const std::string& file, const std::string& rows) const {
        const std::string source = write(file, "Mã công trình,Tên,Mã tuyến,Mã xã,Loại việc,Đã làm %,Ngày báo cáo\n" + rows);
        ImportOptions options;
        options.role = Role::roadWorks;
        const auto report = importSources({source}, at("store.gpkg"), options);
        ASSERT_TRUE(report) << describe(report.error(), Language::english);
    }
    void sql(const std::string& text) const {
        const auto database = detail::Database::open(at("store.gpkg"), true);
        ASSERT_TRUE(database->run(text)) << text;
    }
    [[nodiscard]] std::string value(const std::string& query) const {
        const auto database = detail::Database::open(at("store.gpkg"), false);
        detail::Statement select = database->prepare(query);
        return select.row() ? std::string(select.text(0)) : "nothing";
    }
};

TEST_F(ForeignRows, AValueThatWasChangedInARowOfSeveralReportsIsAReportOfItsOwn) {
    load("thang4/ct.csv", "CT001,Đường A,ĐX.01,00901,upgrade,80,30/4/2022\n");
    load("thang5/ct.csv", "CT001,Đường A,ĐX.01,00901,upgrade,90,31/5/2022\n");
    sql("UPDATE road_works SET name = 'Đường A mới', percent_done = 97 WHERE id = 'CT001'");
    load("thang6/ct.csv", "CT002,Đường B,ĐX.02,00901,upgrade,10,30/6/2022\n");
    EXPECT_EQ(value("SELECT name || percent_done FROM road_works WHERE id = 'CT001'"), "Đường A mới97.0");
    EXPECT_EQ(value("SELECT count(*) FROM banlang_reports_road_works"), "3");
    EXPECT_EQ(value("SELECT hash LIKE 'hand-%' FROM banlang_batches WHERE layer = 'road_works' AND file = ''"), "1");
    load("thang7/ct.csv", "CT001,Đường A mới,ĐX.01,00901,upgrade,100,31/7/2022\n");
    EXPECT_EQ(value("SELECT percent_done FROM road_works WHERE id = 'CT001'"), "100.0") << "the next month goes on";
}

TEST_F(ForeignRows, ARowThatWasAddedBelongsToABatchAndIsFoundByItsNumber) {
    load("ct.csv", "CT001,Đường A,ĐX.01,00901,upgrade,80,30/4/2022\n");
    sql("INSERT INTO road_works (id, name, road_id, commune_code, kind, percent_done, issuer) VALUES "
        "('CT009', 'Đường C', 'ĐX.09', '00901', 'upgrade', 5, '00901')");
    load("thang5/ct.csv", "CT009,Đường C,ĐX.09,00901,upgrade,15,31/5/2022\n");
    EXPECT_EQ(value("SELECT count(*) FROM road_works"), "2");
    EXPECT_EQ(value("SELECT percent_done FROM road_works WHERE id = 'CT009'"), "15.0");
    EXPECT_EQ(value("SELECT count(*) FROM banlang_reports_road_works"), "2");
}

} // namespace
} // namespace banlang
