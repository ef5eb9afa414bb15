// SPDX-License-Identifier: MIT
// Another program changes or removes a row of which one file speaks: what the file said stays, and what was changed is said beside
// it.
#include "core/geo/gdal_drivers.h"
#include "core/store/gpkg/detail/sqlite.h"
#include "core/store/history.h"
#include "core/store/import.h"
#include "core/store/merge.h"
#include "tests/support/files.h"

#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <filesystem>

namespace banlang {
namespace {

class OriginalReports : public test::InFolder {
protected:
    void load(const std::string& file, const std::string& rows, const std::string& store = "store.gpkg") const {
        const std::string source = write(file, "Mã công trình,Tên,Mã tuyến,Mã xã,Loại việc,Đã làm %,Ngày báo cáo\n" + rows);
        ImportOptions options;
        options.role = Role::roadWorks;
        const auto report = importSources({source}, at(store), options);
        ASSERT_TRUE(report) << describe(report.error(), Language::english);
    }
    void loadApril() const {
        load("thang4/ct.csv", "CT001,Đường A,ĐX.01,00901,upgrade,80,30/4/2022\nCT002,Đường B,ĐX.02,00901,upgrade,10,30/4/2022\n");
    }
    /// Any import takes over what was done by hand.
    void loadOther() const { load("khac.csv", "CT009,Đường C,ĐX.09,00901,upgrade,10,30/6/2022\n"); }
    void sql(const std::string& text) const {
        const auto database = detail::Database::open(at("store.gpkg"), true);
        ASSERT_TRUE(database->run(text)) << text;
    }
    [[nodiscard]] std::string value(const std::string& query, const std::string& store = "store.gpkg") const {
        const auto database = detail::Database::open(at(store), false);
        detail::Statement select = database->prepare(query);
        return select.row() ? std::string(select.text(0)) : "nothing";
    }
    [[nodiscard]] std::string works(const std::string& store = "store.gpkg") const {
        return value("SELECT group_concat(id || ' ' || percent_done, ', ') FROM (SELECT * FROM road_works ORDER BY id)", store);
    }
    /// Each word on the progress of a work, with the file that said it.
    [[nodiscard]] std::string said(const std::string& key) const {
        const auto history = recordHistory(at("store.gpkg"), Role::roadWorks, key);
        if (!history || history->records.empty()) return "nothing";
        std::string text;
        for (const HistoryReport& report : history->records[0].reports) {
            const bool counts = std::count(report.counts.begin(), report.counts.end(), "percent_done") > 0;
            for (const auto& [field, number] : report.values) {
                if (field->name == "percent_done")
                    text += (report.file.empty() ? "hand" : std::filesystem::path(report.file).filename().string()) + " " + number +
                            (counts ? " counts" : "") + (report.withdrawn ? " withdrawn" : "") + "; ";
            }
        }
        return text;
    }
};

TEST_F(OriginalReports, AValueThatWasChangedIsSaidBesideTheFile) {
    loadApril();
    sql("UPDATE road_works SET percent_done = 97 WHERE id = 'CT001'");
    loadOther();
    EXPECT_EQ(works(), "CT001 97.0, CT002 10.0, CT009 10.0");
    EXPECT_EQ(said("CT001"), "ct.csv 80; hand 97 counts; ");
}

TEST_F(OriginalReports, TakingTheEditBackGivesTheWordOfTheFile) {
    loadApril();
    sql("UPDATE road_works SET percent_done = 97 WHERE id = 'CT001'");
    loadOther();
    const std::string batch = value("SELECT fid FROM banlang_batches WHERE hash LIKE 'hand-%'");
    auto opened = Store::openForWriting(at("store.gpkg"));
    ASSERT_TRUE(opened->undo({std::stoll(batch)}));
    EXPECT_EQ(works(), "CT001 80.0, CT002 10.0, CT009 10.0");
}

TEST_F(OriginalReports, AChangedStoreMergedAfterACopyOfItBringsTheChange) {
    loadApril();
    ASSERT_TRUE(mergeStore(at("store.gpkg"), at("tinh.gpkg")));
    sql("UPDATE road_works SET percent_done = 97 WHERE id = 'CT001'; DELETE FROM road_works WHERE id = 'CT002'");
    const std::string before = test::bytesOfFile(at("store.gpkg"));
    ASSERT_TRUE(mergeStore(at("store.gpkg"), at("tinh.gpkg")));
    EXPECT_EQ(works("tinh.gpkg"), "CT001 97.0");
    ASSERT_TRUE(mergeStore(at("store.gpkg"), at("tinh.gpkg")));
    EXPECT_EQ(works("tinh.gpkg"), "CT001 97.0");
    EXPECT_EQ(test::bytesOfFile(at("store.gpkg")), before);
}

TEST_F(OriginalReports, ARowThatWasRemovedStaysAwayUntilItIsReportedAgain) {
    loadApril();
    ASSERT_TRUE(mergeStore(at("store.gpkg"), at("copy.gpkg")));
    sql("DELETE FROM road_works WHERE id = 'CT001'");
    loadOther();
    EXPECT_EQ(works(), "CT002 10.0, CT009 10.0");
    EXPECT_EQ(said("CT001"), "ct.csv 80 withdrawn; ");
    ASSERT_TRUE(mergeStore(at("copy.gpkg"), at("store.gpkg")));
    EXPECT_EQ(works(), "CT002 10.0, CT009 10.0");
    load("thang7/ct.csv", "CT001,Đường A,ĐX.01,00901,upgrade,100,31/7/2022\n");
    EXPECT_EQ(works(), "CT001 100.0, CT002 10.0, CT009 10.0");
}

TEST_F(OriginalReports, TheSameFileAgainDoesNotUndoTheEdit) {
    loadApril();
    sql("UPDATE road_works SET percent_done = 97 WHERE id = 'CT001'");
    loadApril();
    EXPECT_EQ(works(), "CT001 97.0, CT002 10.0");
    load("thang5/ct.csv", "CT001,Đường A,ĐX.01,00901,upgrade,100,31/5/2022\n");
    EXPECT_EQ(works(), "CT001 100.0, CT002 10.0");
}

TEST_F(OriginalReports, AValueThatWasChangedAndSetBackLeavesOneReport) {
    loadApril();
    sql("UPDATE road_works SET percent_done = 97 WHERE id = 'CT001'");
    sql("UPDATE road_works SET percent_done = 80 WHERE id = 'CT001'");
    loadOther();
    EXPECT_EQ(said("CT001"), "ct.csv 80 counts; ");
    EXPECT_EQ(value("SELECT count(*) FROM banlang_batches WHERE hash LIKE 'hand-%'"), "0");
    EXPECT_EQ(value("SELECT count(*) FROM banlang_reports_road_works WHERE counts IS NULL"), "0");
}

TEST_F(OriginalReports, ACopyThatWasChangedIsARecordOfItsOwnAndTheRowStaysTheFiles) {
    const std::string copy =
        "INSERT INTO road_works (id, name, road_id, commune_code, kind, percent_done, issuer, batch, source_row, "
        "occurrence) SELECT id, name, road_id, commune_code, kind, percent_done, issuer, batch, source_row, "
        "occurrence FROM road_works WHERE id = 'CT001'";
    loadApril();
    sql(copy);
    sql("UPDATE road_works SET id = 'CT005', percent_done = 5 WHERE fid = (SELECT max(fid) FROM road_works)");
    loadOther();
    EXPECT_EQ(works(), "CT001 80.0, CT002 10.0, CT005 5.0, CT009 10.0");
    EXPECT_EQ(said("CT001"), "ct.csv 80 counts; ");
    sql(copy);
    sql("UPDATE road_works SET percent_done = 90 WHERE id = 'CT001' AND fid = (SELECT min(fid) FROM road_works)");
    sql("UPDATE road_works SET id = 'CT006' WHERE fid = (SELECT max(fid) FROM road_works)");
    load("khac2.csv", "CT010,Đường D,ĐX.10,00901,upgrade,10,30/6/2022\n");
    EXPECT_EQ(works(), "CT001 90.0, CT002 10.0, CT005 5.0, CT006 80.0, CT009 10.0, CT010 10.0");
}

TEST_F(OriginalReports, ACopyThatWasRemovedAgainTakesNothingAway) {
    loadApril();
    sql("INSERT INTO road_works (id, name, road_id, commune_code, kind, percent_done, issuer, batch, source_row) SELECT id, name, "
        "road_id, commune_code, kind, percent_done, issuer, batch, source_row FROM road_works WHERE id = 'CT001'");
    sql("DELETE FROM road_works WHERE fid = (SELECT max(fid) FROM road_works)");
    loadOther();
    EXPECT_EQ(works(), "CT001 80.0, CT002 10.0, CT009 10.0");
    EXPECT_EQ(said("CT001"), "ct.csv 80 counts; ");
}

TEST_F(OriginalReports, GdalWritesAllColumnsOfARowAndOnlyWhatDiffersIsAnEdit) {
    loadApril();
    registerGdalDrivers();
    {
        const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(at("store.gpkg").c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
        ASSERT_NE(dataset, nullptr);
        OGRLayer* layer = dataset->GetLayerByName("road_works");
        for (const auto& feature : layer) {
            if (std::string(feature->GetFieldAsString("id")) == "CT001") feature->SetField("percent_done", 97.0);
            ASSERT_EQ(layer->SetFeature(feature.get()), OGRERR_NONE);
        }
    }
    EXPECT_EQ(value("SELECT count(*) FROM banlang_reports_road_works"), "1") << "one row differs";
    loadOther();
    EXPECT_EQ(works(), "CT001 97.0, CT002 10.0, CT009 10.0");
    EXPECT_EQ(said("CT001"), "ct.csv 80; hand 97 counts; ");
}

TEST_F(OriginalReports, WhatTheProgramWritesItselfIsNobodysEdit) {
    loadApril();
    load("thang5/ct.csv", "CT001,Đường A,ĐX.01,00901,upgrade,90,31/5/2022\n");
    auto opened = Store::openForWriting(at("store.gpkg"));
    ASSERT_TRUE(opened->undo({1}));
    EXPECT_EQ(value("SELECT count(*) FROM banlang_reports_road_works WHERE counts IS NULL"), "0");
    EXPECT_EQ(value("SELECT count(*) FROM banlang_writing"), "0");
    EXPECT_EQ(works(), "CT001 90.0");
    loadApril();
    EXPECT_EQ(works(), "CT001 90.0, CT002 10.0");
    EXPECT_EQ(value("SELECT count(*) FROM banlang_batches WHERE hash LIKE 'hand-%'"), "0");
}

} // namespace
} // namespace banlang
