// SPDX-License-Identifier: MIT
// Another program writes into the tables of a store, as people do in QGIS: nothing of it is lost by the next import.
#include "core/store/forget.h"
#include "core/store/gpkg/detail/sqlite.h"
#include "core/store/history.h"
#include "core/store/import.h"
#include "core/store/merge.h"
#include "core/store/review.h"
#include "tests/support/files.h"
#include "tests/support/report_batches.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

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
    void undo(std::int64_t batch) const {
        auto opened = Store::openForWriting(at("store.gpkg"));
        ASSERT_TRUE(opened);
        ASSERT_TRUE(opened->undo({batch}));
    }
    void loadTwoMonths() const {
        load("thang4/ct.csv", "CT001,Đường A,ĐX.01,00901,upgrade,80,30/4/2022\n");
        load("thang5/ct.csv", "CT001,Đường A,ĐX.01,00901,upgrade,90,31/5/2022\n");
    }
    /// Two reports of one day and one import: 80 and 85.
    void contradict() const {
        test::makeStore(at("store.gpkg"), "901");
        std::vector<CheckedBatch> both;
        both.push_back(test::works("a", "2022-05-31", {{"00901", "CT001", 80, {}}}));
        both.push_back(test::works("b", "2022-05-31", {{"00901", "CT001", 85, {}}}));
        test::take(at("store.gpkg"), std::move(both));
    }
    [[nodiscard]] std::string openReport() const {
        const auto cards = openReviews(at("store.gpkg"));
        return cards && !cards->empty() ? cards->front().cases.front().reports.front().id : "none";
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

TEST_F(ForeignRows, AValueThatWasChangedSurvivesTheUndoOfAnImport) {
    loadTwoMonths();
    sql("UPDATE road_works SET percent_done = 97 WHERE id = 'CT001'");
    undo(2);
    EXPECT_EQ(value("SELECT percent_done FROM road_works WHERE id = 'CT001'"), "97.0");
}

TEST_F(ForeignRows, ARowThatWasAddedSurvivesTheUndoOfAnImport) {
    loadTwoMonths();
    sql("INSERT INTO road_works (id, name, commune_code, kind, percent_done, issuer) VALUES ('CT009', 'C', '00901', 'upgrade', 5, "
        "'00901')");
    undo(1);
    undo(2);
    EXPECT_EQ(value("SELECT group_concat(id) FROM road_works"), "CT009");
}

TEST_F(ForeignRows, AValueThatWasChangedSurvivesADecisionAboutAnotherOne) {
    contradict();
    sql("UPDATE road_works SET name = 'Tên đúng' WHERE id = 'CT001'");
    ASSERT_TRUE(decideReviews(at("store.gpkg"), std::vector<ReviewVerdict>{{openReport(), 0, "right", "Hoa", {}}}));
    EXPECT_EQ(value("SELECT name FROM road_works WHERE id = 'CT001'"), "Tên đúng");
    EXPECT_EQ(openReport(), "none");
}

TEST_F(ForeignRows, AValueThatWasChangedWhereTwoDisagreedTakesThePlaceOfBoth) {
    contradict();
    ASSERT_NE(openReport(), "none");
    sql("UPDATE road_works SET percent_done = 90 WHERE id = 'CT001'");
    load("khac.csv", "CT002,Đường B,ĐX.02,00901,upgrade,10,30/6/2022\n");
    EXPECT_EQ(openReport(), "none");
    EXPECT_EQ(value("SELECT percent_done FROM road_works WHERE id = 'CT001'"), "90.0");
}

TEST_F(ForeignRows, ACopyOfARowUnderANewNumberIsARecordOfItsOwn) {
    loadTwoMonths();
    load("khac.csv", "CT002,Đường B,ĐX.02,00901,upgrade,10,30/6/2022\n");
    for (const char* number : {"CT001", "CT002"})
        sql(std::string(
                "INSERT INTO road_works (id, name, commune_code, kind, percent_done, issuer, batch, source_row, occurrence) "
                "SELECT id || 'b', 'Bản sao', commune_code, kind, 7, issuer, batch, source_row, occurrence FROM road_works "
                "WHERE id = '") +
            number + "'");
    load("thang7/ct.csv", "CT001b,Bản sao,ĐX.01,00901,upgrade,20,31/7/2022\nCT002b,Bản sao,ĐX.01,00901,upgrade,30,31/7/2022\n");
    EXPECT_EQ(value("SELECT group_concat(id || ' ' || percent_done, ', ') FROM (SELECT * FROM road_works ORDER BY id)"),
              "CT001 90.0, CT001b 20.0, CT002 10.0, CT002b 30.0");
}

TEST_F(ForeignRows, ACopyOfARowUnderItsOldNumberIsNotCountedTwice) {
    load("ct.csv", "CT001,Đường A,ĐX.01,00901,upgrade,80,30/4/2022\n");
    sql("INSERT INTO road_works (id, name, commune_code, kind, percent_done, issuer, batch, source_row, occurrence) "
        "SELECT id, name, commune_code, kind, percent_done, issuer, batch, source_row, occurrence FROM road_works");
    load("khac.csv", "CT002,Đường B,ĐX.02,00901,upgrade,10,30/6/2022\n");
    EXPECT_EQ(value("SELECT group_concat(id) FROM (SELECT * FROM road_works ORDER BY id)"), "CT001,CT002");
    EXPECT_EQ(value("SELECT count(*) FROM banlang_reports_road_works WHERE record IS NOT NULL"), "2") << "both words are kept";
}

TEST_F(ForeignRows, ARowThatWasRemovedHasEndedAndTheNextReportBringsItBack) {
    loadTwoMonths();
    sql("DELETE FROM road_works WHERE id = 'CT001'");
    load("khac.csv", "CT002,Đường B,ĐX.02,00901,upgrade,10,30/6/2022\n");
    EXPECT_EQ(value("SELECT group_concat(id) FROM road_works"), "CT002");
    const auto history = recordHistory(at("store.gpkg"), Role::roadWorks, "CT001");
    ASSERT_TRUE(history);
    for (const HistoryReport& report : history->records.at(0).reports) EXPECT_TRUE(report.withdrawn);
    load("thang7/ct.csv", "CT001,Đường A,ĐX.01,00901,upgrade,100,31/7/2022\n");
    EXPECT_EQ(value("SELECT percent_done FROM road_works WHERE id = 'CT001'"), "100.0");
}

TEST_F(ForeignRows, AValueThatWasChangedSurvivesTheForgettingOfAPerson) {
    loadTwoMonths();
    sql("UPDATE road_works SET percent_done = 97 WHERE id = 'CT001'");
    ASSERT_TRUE(forgetRecord(at("store.gpkg"), Role::roadWorks, "CT001", "Hoa", "theo yêu cầu"));
    EXPECT_EQ(value("SELECT percent_done FROM road_works WHERE id = 'CT001'"), "97.0");
}

TEST_F(ForeignRows, AValueThatWasChangedTakesThePlaceOfTheLastWordAndOfNoEarlierDay) {
    loadTwoMonths();
    sql("UPDATE road_works SET percent_done = 97 WHERE id = 'CT001'");
    load("khac.csv", "CT002,Đường B,ĐX.02,00901,upgrade,10,30/6/2022\n");
    const auto history = recordHistory(at("store.gpkg"), Role::roadWorks, "CT001");
    ASSERT_TRUE(history);
    ASSERT_EQ(history->records.at(0).reports.size(), 3U);
    std::string said;
    for (const HistoryReport& report : history->records[0].reports) {
        const bool counts = std::count(report.counts.begin(), report.counts.end(), "percent_done") > 0;
        for (const auto& [field, text] : report.values) {
            if (field->name == "percent_done") said += toIso(report.reportedOn) + " " + text + (counts ? " counts; " : "; ");
        }
    }
    EXPECT_EQ(said, "2022-04-30 80 counts; 2022-05-31 90; 2022-05-31 97 counts; ");
}

TEST_F(ForeignRows, AValueThatWasChangedReachesOtherStores) {
    loadTwoMonths();
    sql("UPDATE road_works SET percent_done = 97 WHERE id = 'CT001'");
    load("khac.csv", "CT002,Đường B,ĐX.02,00901,upgrade,10,30/6/2022\n");
    ASSERT_TRUE(mergeStore(at("store.gpkg"), at("tinh.gpkg"), false));
    const auto there = detail::Database::open(at("tinh.gpkg"), false);
    detail::Statement select =
        there->prepare("SELECT group_concat(id || ' ' || percent_done) FROM (SELECT * FROM road_works ORDER BY id)");
    ASSERT_TRUE(select.row());
    EXPECT_EQ(select.text(0), "CT001 97.0,CT002 10.0");
}

TEST_F(ForeignRows, WhatNoImportCameAcrossYetReachesOtherStoresOnceAndLeavesTheSourceAsItIs) {
    loadTwoMonths();
    std::filesystem::copy_file(at("store.gpkg"), at("other.gpkg"));
    sql("UPDATE road_works SET percent_done = 97 WHERE id = 'CT001'");
    sql("INSERT INTO road_works (id, name, road_id, commune_code, kind, percent_done) VALUES ('CT9', 'Đường C', 'ĐX.9', '00901', "
        "'upgrade', 5)");
    const std::string before = test::bytesOfFile(at("store.gpkg"));
    for (int again = 0; again < 2; ++again) {
        const auto merged = mergeStore(at("store.gpkg"), at("other.gpkg"));
        ASSERT_TRUE(merged) << describe(merged.error(), Language::english);
        EXPECT_EQ(merged->batches.empty(), again == 1) << "the same source again changes nothing";
    }
    EXPECT_EQ(test::bytesOfFile(at("store.gpkg")), before);
    const auto other = detail::Database::open(at("other.gpkg"), false);
    detail::Statement works =
        other->prepare("SELECT group_concat(id || ' ' || percent_done, ', ') FROM (SELECT * FROM road_works ORDER BY id)");
    ASSERT_TRUE(works.row());
    EXPECT_EQ(works.text(0), "CT001 97.0, CT9 5.0");
}

TEST_F(ForeignRows, ARowThatNamesItsCommuneIsNumberedByIt) {
    load("thang4/ct.csv", "CT001,Đường A,ĐX.01,00901,upgrade,80,30/4/2022\n");
    sql("INSERT INTO road_works (id, name, road_id, commune_code, kind, percent_done) VALUES ('CT9', 'Đường C', 'ĐX.9', '00901', "
        "'upgrade', 5)");
    load("thang6/ct.csv", "CT9,Đường C,ĐX.9,00901,upgrade,10,30/6/2022\n");
    EXPECT_EQ(value("SELECT group_concat(id || ' ' || percent_done, ', ') FROM (SELECT * FROM road_works ORDER BY id)"),
              "CT001 80.0, CT9 10.0");
}

TEST_F(ForeignRows, WhatWasDoneByHandIsNoPartOfTheImportThatComesAcrossIt) {
    load("thang4/ct.csv", "CT001,Đường A,ĐX.01,00901,upgrade,80,30/4/2022\n");
    sql("INSERT INTO road_works (id, name, road_id, commune_code, kind, percent_done) VALUES ('CT9', 'Đường C', 'ĐX.9', '00901', "
        "'upgrade', 5)");
    load("thang5/ct.csv", "CT001,Đường A,ĐX.01,00901,upgrade,90,31/5/2022\n");
    EXPECT_EQ(value("SELECT count(DISTINCT import) FROM banlang_batches"), "3");
    EXPECT_EQ(value("SELECT hash LIKE 'hand-%' FROM banlang_batches ORDER BY import DESC LIMIT 1"), "0") << "the last is the file";
}

TEST_F(ForeignRows, AStoreThatLostBatchesOrReportsIsNotMerged) {
    loadTwoMonths();
    std::filesystem::copy_file(at("store.gpkg"), at("half.gpkg"));
    {
        const auto half = detail::Database::open(at("half.gpkg"), true);
        ASSERT_TRUE(half->run("DELETE FROM banlang_batches WHERE fid = 2"));
    }
    const auto refused = mergeStore(at("half.gpkg"), at("target.gpkg"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "store-damaged");
    sql("DROP TABLE banlang_reports_road_works");
    const auto lost = mergeStore(at("store.gpkg"), at("target.gpkg"));
    ASSERT_FALSE(lost) << "nobody would miss them afterwards";
    EXPECT_EQ(lost.error().code, "store-lacks-reports");
    EXPECT_NE(lost.error().message.en.find("thang4/ct.csv) brought 1 rows, and 0 are there"), std::string::npos)
        << lost.error().message.en;
}

TEST_F(ForeignRows, ARowThatIsGoneWithoutATraceIsMissedAtTheNextImport) {
    load("thang4/ct.csv", "CT001,Đường A,ĐX.01,00901,upgrade,80,30/4/2022\nCT002,Đường B,ĐX.02,00901,upgrade,50,30/4/2022\n");
    sql("DROP TRIGGER banlang_originals_road_works_delete; DELETE FROM road_works WHERE id = 'CT002'");
    std::vector<std::string> warnings;
    Progress progress;
    progress.warning = [&](const Bilingual& text) { warnings.push_back(text.en); };
    ImportOptions options;
    options.role = Role::roadWorks;
    ASSERT_TRUE(importSources({at("thang4/ct.csv")}, at("store.gpkg"), options, progress));
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_NE(warnings.front().find("brought 2 rows, and 1 are there"), std::string::npos) << warnings.front();
}

TEST_F(ForeignRows, BitsOfFieldsThatTheKindHasNotAreDamage) {
    loadTwoMonths();
    for (const char* column : {"erased", "counts", "disputed"}) {
        std::filesystem::copy_file(at("store.gpkg"), at("bad.gpkg"), std::filesystem::copy_options::overwrite_existing);
        const auto bad = detail::Database::open(at("bad.gpkg"), true);
        ASSERT_TRUE(bad->run(std::string("UPDATE banlang_reports_road_works SET ") + column + " = 1 << 40"));
        const auto merged = mergeStore(at("bad.gpkg"), at("target.gpkg"));
        ASSERT_FALSE(merged) << column;
        EXPECT_EQ(merged.error().code, "store-damaged");
        EXPECT_EQ(merged.error().where.layer, "banlang_reports_road_works");
    }
}

TEST_F(ForeignRows, AStoreOfALaterVersionIsRefusedAsASourceToo) {
    loadTwoMonths();
    sql("UPDATE banlang_meta SET value = '99' WHERE key = 'schema_version'");
    EXPECT_TRUE(isStore(at("store.gpkg")));
    EXPECT_FALSE(mergeStore(at("store.gpkg"), at("target.gpkg")));
}

TEST_F(ForeignRows, ANumberThatWasChangedNamesTheSameRecord) {
    loadTwoMonths();
    sql("UPDATE road_works SET id = 'CT-1' WHERE id = 'CT001'");
    load("thang6/ct.csv", "CT001,Đường A,ĐX.01,00901,upgrade,95,30/6/2022\n");
    load("thang7/ct.csv", "CT-1,Đường A,ĐX.01,00901,upgrade,100,31/7/2022\n");
    EXPECT_EQ(value("SELECT group_concat(percent_done) FROM road_works"), "100.0");
    ASSERT_TRUE(mergeStore(at("store.gpkg"), at("tinh.gpkg"), false));
    const auto there = detail::Database::open(at("tinh.gpkg"), false);
    detail::Statement select = there->prepare("SELECT group_concat(id || ' ' || percent_done) FROM road_works");
    ASSERT_TRUE(select.row());
    EXPECT_EQ(select.text(0), value("SELECT group_concat(id || ' ' || percent_done) FROM road_works"));
}

} // namespace
} // namespace banlang
