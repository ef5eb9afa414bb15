// SPDX-License-Identifier: MIT
#include "core/store/rules.h"
#include "tests/support/execute_sql.h"
#include "viewer/session/session.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

// Imports through the commands of the window, without a window.

namespace banlang::viewer {
namespace {

namespace fs = std::filesystem;

class ImportingSession : public testing::Test {
protected:
    void SetUp() override {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder = fs::temp_directory_path() / "banlang-window-import" / test->name();
        fs::remove_all(folder);
        fs::create_directories(folder / "nop");
        auto created = Session::create(Document(), 1, {});
        ASSERT_TRUE(created.has_value());
        session = std::move(*created);
    }
    void TearDown() override { fs::remove_all(folder); }

    void write(const std::string& name, const std::string& text) const {
        fs::create_directories((folder / "nop" / name).parent_path());
        std::ofstream(folder / "nop" / name) << text;
    }
    void writeShifts() const {
        write("saturdays.csv", "date;commune_code;organisation;participants\n"
                               "2022-03-05;00715;Hội Nông dân;30\n2022-03-12;00715;Đoàn Thanh niên;25\n");
    }
    /// Meetings or Saturday shifts: the columns do not tell.
    void writeDoubtful() const { write("so lieu.csv", "Ngày;Mã thôn\n2022-03-05;00715-01\n2022-04-05;00715-02\n"); }

    Result<void> run(Command command) {
        auto result = session->run(command);
        session->waitUntilShown(1600, 1000);
        return result;
    }
    void import() { ASSERT_TRUE(run({Verb::import, {(folder / "nop").string()}}).has_value()); }
    [[nodiscard]] const ImportLog& log() const { return *session->document().importLog; }
    [[nodiscard]] const FeatureTable& table(Role role) const { return session->document().district->table(role); }
    [[nodiscard]] std::vector<BatchState> states() const {
        std::vector<BatchState> states;
        for (const StoredBatch& batch : log().history) states.push_back(batch.state);
        return states;
    }

    fs::path folder;
    std::unique_ptr<Session> session;
};

TEST_F(ImportingSession, AnImportOpensTheDistrictAndItsOwnTab) {
    writeShifts();
    import();
    EXPECT_EQ(session->document().storePath, (folder / "nop.gpkg").string());
    EXPECT_EQ(session->document().tab, BottomTab::import);
    EXPECT_EQ(log().totals.rowsLoaded, 2U);
    EXPECT_EQ(table(Role::saturdays).rowCount, 2U);
    ASSERT_EQ(session->document().messages.size(), 1U);
    EXPECT_FALSE(session->document().messages[0].isError);
    EXPECT_FALSE(session->takeFailure().has_value());
}

TEST_F(ImportingSession, AStoreWhoseRulesCannotBeReadIsNotShownUnderOthers) {
    writeShifts();
    import();
    const std::string store = session->document().storePath;
    ASSERT_TRUE(setRule(store, "gap_rules.toml", "[stale]\nno_record_days = 3\n"));
    ASSERT_TRUE(run({Verb::open, {store}}).has_value());
    EXPECT_EQ(session->document().rules->gaps.staleDays, 3);
    EXPECT_EQ(session->derived().analysis.staleDays, 3);
    test::executeSql(store, "UPDATE banlang_rules SET text = '[stale]' || char(10) || 'no_record_day = 3'");
    const auto refused = run({Verb::open, {store}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "bad-rules");
    ASSERT_FALSE(session->document().messages.empty());
    EXPECT_TRUE(session->document().messages.back().isError);
    EXPECT_NE(session->document().messages.back().text.en.find("no_record_day"), std::string::npos);
    EXPECT_EQ(session->document().rules->gaps.staleDays, 3) << "what was open stays as it was";
}

TEST_F(ImportingSession, SeveralPathsAreOneImport) {
    writeShifts();
    writeDoubtful();
    ASSERT_TRUE(run({Verb::import, {(folder / "nop/saturdays.csv").string(), (folder / "nop/so lieu.csv").string()}}).has_value());
    EXPECT_EQ(session->document().storePath, (folder / "nop.gpkg").string());
    EXPECT_EQ(log().rows.size(), 2U);
}

TEST_F(ImportingSession, AnAnswerImportsTheFilesThatWaitForIt) {
    writeShifts();
    writeDoubtful();
    import();
    EXPECT_EQ(session->document().importView, ImportView::questions);
    ASSERT_EQ(log().report.questions.size(), 1U);
    EXPECT_EQ(table(Role::meetings).rowCount, 0U);
    ASSERT_TRUE(run({Verb::answer, {"1", "meetings"}}).has_value());
    EXPECT_TRUE(log().report.questions.empty());
    EXPECT_EQ(table(Role::meetings).rowCount, 2U);
    EXPECT_EQ(table(Role::saturdays).rowCount, 2U);
    EXPECT_EQ(log().totals.rowsLoaded, 4U);
    EXPECT_EQ(log().rows[*session->document().importRow].layer, "so lieu");
}

TEST_F(ImportingSession, WhereNothingCouldBeLoadedTheQuestionIsStillAsked) {
    writeDoubtful();
    import();
    EXPECT_FALSE(session->takeFailure().has_value());
    EXPECT_EQ(session->document().district, nullptr);
    EXPECT_FALSE(fs::exists(folder / "nop.gpkg"));
    ASSERT_EQ(log().report.questions.size(), 1U);
    ASSERT_TRUE(run({Verb::answer, {"1", "saturdays"}}).has_value());
    EXPECT_TRUE(log().report.questions.empty());
}

TEST_F(ImportingSession, ALayerCanBeLeftOut) {
    writeShifts();
    writeDoubtful();
    import();
    ASSERT_TRUE(run({Verb::answer, {"1", "skip"}}).has_value());
    EXPECT_TRUE(log().report.questions.empty());
    EXPECT_EQ(log().rows.back().state, ImportState::leftOut);
    EXPECT_EQ(log().totals.rowsLoaded, 2U);
}

TEST_F(ImportingSession, ReadingTextsInAnotherWayTakesThePlaceOfTheBatch) {
    writeShifts();
    import();
    ASSERT_TRUE(run({Verb::readText, {"1", "CP1258"}}).has_value());
    EXPECT_EQ(log().report.batches[0].encoding, "CP1258");
    EXPECT_NE(table(Role::saturdays).textAt(fields::saturdays.organisation, 0), "Hội Nông dân");
    EXPECT_EQ(table(Role::saturdays).rowCount, 2U);
    EXPECT_EQ(states().size(), 2U);
    EXPECT_NE(states()[0], BatchState::live);
    ASSERT_TRUE(run({Verb::readText, {"1", "UTF-8"}}).has_value());
    EXPECT_EQ(table(Role::saturdays).textAt(fields::saturdays.organisation, 0), "Hội Nông dân");
    EXPECT_EQ(std::ranges::count(states(), BatchState::live), 1);
    EXPECT_FALSE(fs::exists(folder / "nop.rereading.gpkg"));
}

TEST_F(ImportingSession, ALayerThatCannotBeReadInTheNewWayStaysAsItWas) {
    writeShifts();
    import();
    ASSERT_TRUE(run({Verb::readRole, {"1", "gardens"}}).has_value());
    EXPECT_TRUE(session->takeFailure().has_value());
    EXPECT_EQ(states(), std::vector<BatchState>{BatchState::live});
    EXPECT_EQ(table(Role::saturdays).rowCount, 2U);
    EXPECT_EQ(log().report.batches[0].role, Role::saturdays);
}

TEST_F(ImportingSession, ALayerCanBeTakenForSomethingElse) {
    writeDoubtful();
    import();
    ASSERT_TRUE(run({Verb::answer, {"1", "meetings"}}).has_value());
    ASSERT_TRUE(run({Verb::readRole, {"1", "model-villages"}}).has_value());
    EXPECT_EQ(table(Role::meetings).rowCount, 0U);
    EXPECT_EQ(table(Role::modelVillages).rowCount, 2U);
}

TEST_F(ImportingSession, UndoTakesRowsBackAndReloadsTheDistrict) {
    writeShifts();
    import();
    ASSERT_TRUE(run({Verb::undoImport, {"1"}}).has_value());
    EXPECT_EQ(table(Role::saturdays).rowCount, 0U);
    EXPECT_EQ(states(), std::vector<BatchState>{BatchState::undone});
    EXPECT_FALSE(run({Verb::undoImport, {"1"}}).has_value());
    ASSERT_TRUE(run({Verb::redoImport, {"1"}}).has_value());
    EXPECT_GT(table(Role::saturdays).rowCount, 0U);
    EXPECT_EQ(states(), std::vector<BatchState>{BatchState::live});
}

TEST_F(ImportingSession, OneImportAtATime) {
    writeShifts();
    const Command command{Verb::import, {(folder / "nop").string()}};
    ASSERT_TRUE(session->run(command).has_value());
    const auto second = session->run(command);
    ASSERT_FALSE(second.has_value());
    EXPECT_EQ(second.error().code, "busy");
    session->waitUntilShown(1600, 1000);
    EXPECT_EQ(log().totals.rowsLoaded, 2U);
}

TEST_F(ImportingSession, AStoppedImportLeavesNothingBehind) {
    writeShifts();
    std::stop_source stop;
    stop.request_stop();
    Progress progress;
    progress.stop = stop.get_token();
    ImportRequest request;
    request.storePath = (folder / "store.gpkg").string();
    request.sources = {(folder / "nop").string()};
    const auto outcome = runImportRequest(request, progress);
    ASSERT_FALSE(outcome.has_value());
    EXPECT_EQ(outcome.error().kind, ErrorKind::interrupted);
    for (const auto& entry : fs::directory_iterator(folder)) EXPECT_EQ(entry.path().filename(), "nop");
}

TEST_F(ImportingSession, ClosingDuringAnImportAsksAndGoesOnWhenToldTo) {
    writeShifts();
    ASSERT_TRUE(session->run({Verb::import, {(folder / "nop").string()}}).has_value());
    ASSERT_TRUE(session->run({Verb::quit, {}}).has_value());
    EXPECT_FALSE(session->finished());
    EXPECT_TRUE(session->document().closeAsked);
    ASSERT_TRUE(session->run({Verb::quit, {"stay"}}).has_value());
    EXPECT_FALSE(session->document().closeAsked);
    session->waitUntilShown(1600, 1000);
    EXPECT_FALSE(session->finished());
    EXPECT_EQ(log().totals.rowsLoaded, 2U);
    ASSERT_TRUE(session->run({Verb::quit, {}}).has_value());
    EXPECT_TRUE(session->finished()) << "nothing runs, so nothing is asked";
}

TEST_F(ImportingSession, ClosingAllTheSameTakesEverythingBack) {
    writeShifts();
    import();
    const std::string store = session->document().storePath;
    // Another file comes in; whether the stop comes in time or not, nothing of it stays.
    write("saturdays.csv", "date;commune_code;organisation;participants\n2022-04-02;00715;Hội Nông dân;99\n");
    ASSERT_TRUE(session->run({Verb::import, {(folder / "nop").string()}}).has_value());
    ASSERT_TRUE(session->run({Verb::quit, {"stop"}}).has_value());
    for (int i = 0; i < 2000 && !session->finished(); ++i) {
        session->frame(1600, 1000, 1.0 / 60);
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    ASSERT_TRUE(session->finished());
    session.reset();
    auto opened = Store::openForReading(store);
    ASSERT_TRUE(opened);
    const auto district = opened->read();
    ASSERT_TRUE(district);
    EXPECT_EQ(district->table(Role::saturdays).rowCount, 2U);
    const auto batches = opened->batches();
    ASSERT_TRUE(batches);
    std::vector<std::int64_t> live;
    for (const StoredBatch& batch : *batches) {
        if (batch.state == BatchState::live) live.push_back(batch.id);
    }
    EXPECT_EQ(live, std::vector<std::int64_t>{1});
}

TEST_F(ImportingSession, AnImportThatEndsWhileItIsAskedAboutLeavesTheWindowOpen) {
    writeShifts();
    ASSERT_TRUE(session->run({Verb::import, {(folder / "nop").string()}}).has_value());
    ASSERT_TRUE(session->run({Verb::quit, {}}).has_value());
    session->waitUntilShown(1600, 1000);
    EXPECT_FALSE(session->document().closeAsked);
    EXPECT_FALSE(session->finished());
}

TEST_F(ImportingSession, AStoreThatIsCutOffIsToldAndNeitherImportedNorReplaced) {
    writeShifts();
    import();
    const fs::path store = folder / "nop.gpkg";
    fs::resize_file(store, fs::file_size(store) / 2);
    const auto size = fs::file_size(store);
    auto fresh = Session::create(Document(), 1, {});
    ASSERT_TRUE(fresh.has_value());
    session = std::move(*fresh);
    for (const fs::path& dropped : {store, folder / "nop"}) {
        const auto done = run({Verb::import, {dropped.string()}});
        const auto failure = session->takeFailure();
        const std::string code = !done ? done.error().code : failure ? failure->code : "";
        EXPECT_EQ(code, "store-truncated") << dropped;
        EXPECT_EQ(session->document().district, nullptr);
    }
    EXPECT_EQ(fs::file_size(store), size);
    EXPECT_FALSE(fs::exists(folder / "nop-banlang.gpkg"));
}

TEST_F(ImportingSession, WhatCannotBeReadIsToldInTheListAndFailsScripts) {
    write("hong.gpkg", "not a GeoPackage");
    import();
    ASSERT_EQ(log().rows.size(), 1U);
    EXPECT_EQ(log().rows[0].state, ImportState::refused);
    EXPECT_EQ(session->document().tab, BottomTab::import);
    EXPECT_TRUE(session->takeFailure().has_value());
}

TEST_F(ImportingSession, WrongAnswersChangeNothing) {
    writeDoubtful();
    import();
    for (const std::vector<std::string>& words : {std::vector<std::string>{"2", "meetings"}, {"1", "cows"}, {"0", "meetings"}}) {
        const auto result = run({Verb::answer, words});
        ASSERT_FALSE(result.has_value()) << words[0] << " " << words[1];
        EXPECT_EQ(result.error().code, "bad-value");
    }
    EXPECT_EQ(log().report.questions.size(), 1U);
}

TEST_F(ImportingSession, AStoreOpenedLaterShowsItsHistory) {
    writeShifts();
    import();
    const std::string store = session->document().storePath;
    ASSERT_TRUE(session->openStore(store).has_value());
    EXPECT_FALSE(log().hasReport());
    ASSERT_EQ(log().history.size(), 1U);
    ASSERT_TRUE(run({Verb::undoImport, {"1"}}).has_value());
    EXPECT_EQ(table(Role::saturdays).rowCount, 0U);
}

TEST_F(ImportingSession, AReportDayThatIsAskedForIsGivenInTheWindow) {
    write("truoc/cong trinh.csv", "Mã công trình,Mã xã,Mã tuyến,Loại việc,\"đã làm, %\"\nCT1,00715,ĐX1,nâng cấp,40\n");
    write("sau/cong trinh.csv", "Mã công trình,Mã xã,Mã tuyến,Loại việc,\"đã làm, %\"\nCT1,00715,ĐX1,nâng cấp,90\n");
    import();
    ASSERT_EQ(log().report.questions.size(), 1U);
    EXPECT_EQ(log().report.questions[0].kind, "report-day");
    EXPECT_EQ(session->document().importView, ImportView::questions);
    EXPECT_EQ(table(Role::roadWorks).rowCount, 1U);
    ASSERT_TRUE(run({Verb::answer, {"1", "tháng 6/2022"}}).has_value());
    EXPECT_TRUE(log().report.questions.empty());
    EXPECT_EQ(table(Role::roadWorks).rowCount, 1U);
}

TEST_F(ImportingSession, TheHistoryOfTheSelectedRecordIsReadFromTheStore) {
    write("T5.2022/cong trinh.csv", "Mã công trình,Mã xã,Mã tuyến,Loại việc,\"đã làm, %\"\nCT1,00715,ĐX1,nâng cấp,40\n");
    write("T6.2022/cong trinh.csv", "Mã công trình,Mã xã,Mã tuyến,Loại việc,\"đã làm, %\"\nCT1,00715,ĐX1,nâng cấp,90\n");
    import();
    ASSERT_EQ(table(Role::roadWorks).rowCount, 1U);
    ASSERT_TRUE(run({Verb::select, {"road-works", "CT1"}}).has_value());
    const RecordRef work{Role::roadWorks, 0};
    EXPECT_EQ(session->derived().analysis.historyOf(work), nullptr) << "nobody asked";
    ASSERT_TRUE(run({Verb::inspect, {"history"}}).has_value());
    const ShownHistory* shown = session->derived().analysis.historyOf(work);
    ASSERT_NE(shown, nullptr);
    ASSERT_TRUE(shown->history);
    ASSERT_EQ(shown->history->records.size(), 1U);
    EXPECT_EQ(shown->history->records[0].reports.size(), 2U);
    ASSERT_TRUE(run({Verb::undoImport, {"import:1"}}).has_value());
    EXPECT_EQ(session->derived().analysis.historyOf(work), nullptr) << "the record is gone";
    EXPECT_FALSE(run({Verb::inspect, {"future"}}).has_value());
}

TEST_F(ImportingSession, WhatCameSinceIsToldWhenAnImportIsTakenBack) {
    write("T5.2022/cong trinh.csv", "Mã công trình,Mã xã,Mã tuyến,Loại việc,\"đã làm, %\"\nCT1,00715,ĐX1,nâng cấp,40\n");
    import();
    write("T6.2022/cong trinh.csv", "Mã công trình,Mã xã,Mã tuyến,Loại việc,\"đã làm, %\"\nCT1,00715,ĐX1,nâng cấp,90\n");
    ASSERT_TRUE(run({Verb::import, {(folder / "nop/T6.2022").string()}}).has_value());
    ASSERT_TRUE(run({Verb::undoImport, {"import:1"}}).has_value());
    const std::string& told = session->document().messages.back().text.en;
    EXPECT_NE(told.find("1 other reports of the same records (cong trinh.csv)"), std::string::npos) << told;
    EXPECT_EQ(table(Role::roadWorks).rowCount, 1U);
}

} // namespace
} // namespace banlang::viewer
