// SPDX-License-Identifier: MIT
#include "tests/support/files.h"
#include "viewer/session/import_controller.h"
#include "viewer/session/quit_controller.h"

#include <gtest/gtest.h>

namespace banlang::viewer {
namespace {

/// Imports and the end of a session, without panels or a window.
class Imports : public test::InFolder {
protected:
    void SetUp() override {
        InFolder::SetUp();
        write("nop/saturdays.csv", "date;commune_code;organisation;participants\n"
                                   "2022-03-05;00715;Hội Nông dân;30\n2022-03-12;00715;Đoàn Thanh niên;25\n");
    }
    void start() { ASSERT_TRUE(imports_.start(requestToImport({}, {at("nop")}))); }
    ImportOutcome ended() {
        imports_.wait();
        auto result = imports_.take();
        EXPECT_TRUE(result && *result);
        return result && *result ? std::move(**result) : ImportOutcome{};
    }

    OpenDocument open_;
    QuitController quit_;
    ImportController imports_;
};

ImportOutcome outcomeOf(std::vector<ImportRow> rows) {
    auto log = std::make_shared<ImportLog>();
    log->rows = std::move(rows);
    log->totals.rowsLoaded = 1200;
    ImportOutcome outcome;
    outcome.log = log;
    outcome.undoneRows = 3;
    return outcome;
}

ImportRow row(const std::string& file) {
    ImportRow row;
    row.file = file;
    row.layer = "l";
    return row;
}

TEST_F(Imports, OneAtATime) {
    start();
    EXPECT_TRUE(imports_.running());
    EXPECT_TRUE(imports_.bringsData());
    const auto second = imports_.start(requestToImport({}, {at("nop")}));
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, "busy");
    EXPECT_EQ(ended().log->totals.rowsLoaded, 2U);
    EXPECT_FALSE(imports_.running());
}

TEST_F(Imports, AnImportOpensItsTabAndSaysWhatItBrought) {
    imports_.show(outcomeOf({row("a"), row("b")}), std::nullopt, open_);
    EXPECT_EQ(open_.document.tab, BottomTab::import);
    EXPECT_EQ(open_.document.importView, ImportView::layers);
    EXPECT_EQ(open_.document.importRow, 0U);
    ASSERT_EQ(open_.document.messages.size(), 1U);
    EXPECT_EQ(open_.document.messages[0].text.en, "Imported 1,200 rows, rejected 0.");
}

TEST_F(Imports, TheRowThatWasChosenIsStillChosen) {
    open_.document.importLog = outcomeOf({row("a"), row("b")}).log;
    open_.document.importRow = 1;
    const auto chosen = chosenImportRow(open_.document);
    ASSERT_TRUE(chosen);
    imports_.show(outcomeOf({row("b"), row("a")}), chosen, open_);
    EXPECT_EQ(open_.document.importRow, 0U);
    open_.document.importRow = 2;
    EXPECT_FALSE(chosenImportRow(open_.document));
}

TEST_F(Imports, AnUndoSaysHowMuchItTookBackAndLeavesTheTab) {
    start();
    const ImportOutcome brought = ended();
    const auto undo = requestToUndo(brought.log, std::to_string(brought.newBatches.at(0)));
    ASSERT_TRUE(undo && imports_.start(*undo));
    EXPECT_FALSE(imports_.bringsData());
    const ImportOutcome undone = ended();
    imports_.show(undone, std::nullopt, open_);
    EXPECT_EQ(open_.document.tab, BottomTab::table);
    EXPECT_EQ(open_.document.messages.at(0).text.en, "2 rows were taken back.");
}

TEST_F(Imports, QuitAsksOnlyWhileDataComeIn) {
    ASSERT_TRUE(quit_.quit({Verb::quit, {}}, open_, imports_));
    EXPECT_TRUE(quit_.finished());
    EXPECT_FALSE(open_.document.closeAsked);
    EXPECT_FALSE(quit_.quit({Verb::quit, {"perhaps"}}, open_, imports_));
}

TEST_F(Imports, QuittingAllTheSameTakesBackWhatEndedTooLate) {
    start();
    ASSERT_TRUE(quit_.quit({Verb::quit, {}}, open_, imports_));
    EXPECT_TRUE(open_.document.closeAsked);
    EXPECT_FALSE(quit_.leaving());
    const Result<ImportOutcome> brought = ended();
    ASSERT_EQ(brought->newBatches.size(), 1U);
    quit_.leave(brought, open_, imports_);
    EXPECT_FALSE(quit_.finished()) << "first it is taken back";
    EXPECT_EQ(imports_.purpose(), ImportPurpose::undo);
    const Result<ImportOutcome> undone = ended();
    EXPECT_EQ(undone->undoneRows, 2U);
    quit_.leave(undone, open_, imports_);
    EXPECT_TRUE(quit_.finished());
    EXPECT_FALSE(open_.document.closeAsked);
}

} // namespace
} // namespace banlang::viewer
