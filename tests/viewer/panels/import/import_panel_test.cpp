// SPDX-License-Identifier: MIT
#include "core/analysis/rule_files/rule_files.h"
#include "tests/support/district_builder.h"
#include "viewer/session/gui.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

// The tab of imports: what is shown of a report, and the commands that its controls give.

namespace banlang::viewer {
namespace {

ImportReport reportOf(std::size_t layers) {
    ImportReport report;
    report.refused.push_back(
        {ErrorKind::inputUnreadable, "damaged", {"hỏng", "damaged"}, {"xin lại", "ask again"}, {"d/hong.shp", "hong", -1, {}}});
    report.refused.push_back({ErrorKind::inputUnreadable, "no-crs", {"không rõ hệ", "no CRS"}, {}, {"d/thua.shp", "thua", -1, {}}});
    Question question;
    question.kind = "crs";
    question.text = {"Hệ nào?", "Which CRS?"};
    question.layers.emplace_back("d/thua.shp", "thua");
    question.options.push_back({"EPSG:9209", {"KTT 105°30'", "CM 105°30'"}, 0.97, {"Nà Sáng"}});
    question.options.push_back({"EPSG:9210 swapped", {"KTT 105°45'", "CM 105°45'"}, 0.4, {}});
    report.questions.push_back(question);
    for (std::size_t i = 0; i < layers; ++i) {
        CheckedBatch batch;
        batch.file = fmt::format("d/ho{}.csv", i);
        batch.layer = "ho";
        batch.role = Role::households;
        batch.encoding = "UTF-8";
        batch.rowsRead = 10;
        batch.decodings.push_back({"ten", {}, 1, true, {"Hoàng Văn Hạnh"}});
        batch.problems.push_back(
            {Severity::warning, "bad-number", {batch.file, "ho", 3, "so"}, {"sai số", "bad number"}, {"sửa", "mend"}});
        report.batches.push_back(batch);
    }
    return report;
}

StoredBatch stored(std::int64_t id, BatchState state) {
    StoredBatch batch;
    batch.id = id;
    batch.file = "d/ho0.csv";
    batch.importedAt = "2022-05-18T03:00:00Z";
    batch.rowsLoaded = 10;
    batch.state = state;
    return batch;
}

class ImportPanel : public testing::Test {
protected:
    void SetUp() override {
        auto created = Gui::create(1);
        ASSERT_TRUE(created.has_value());
        gui = std::move(*created);
        document.district = std::make_shared<District>(test::DistrictBuilder().add(Role::communes, {{"code", "00715"}}).unlinked());
        document.rules = shippedRules();
        document.asOf = Date::fromYmd(2022, 5, 18);
        document.tab = BottomTab::import;
        document.importLog = makeImportLog("d.gpkg", reportOf(2), {stored(7, BatchState::undone), stored(8, BatchState::live)});
        waitUntilShown();
    }
    void frame() {
        auto given = gui->frame(document, derived, input, 1600, 1000, 1.0 / 60);
        commands.insert(commands.end(), given.begin(), given.end());
    }
    void waitUntilShown() {
        for (int i = 0; i < 8 || !input.empty(); ++i) frame();
    }
    void click(const std::string& control) {
        waitUntilShown();
        const auto rect = gui->controlRegistry().find(control);
        ASSERT_TRUE(rect.has_value()) << "no control " << control;
        input.pushClick(rect->midX(), rect->midY());
        waitUntilShown();
    }
    void key(const std::string& keys) {
        ASSERT_TRUE(input.pushKeys(keys));
        waitUntilShown();
    }
    [[nodiscard]] bool has(const std::string& control) const { return gui->controlRegistry().find(control).has_value(); }
    [[nodiscard]] bool gave(Verb verb, const std::vector<std::string>& arguments) const {
        return std::ranges::find(commands, Command{verb, arguments}) != commands.end();
    }

    std::unique_ptr<Gui> gui;
    Document document;
    Derived derived;
    InputQueue input;
    std::vector<Command> commands;
};

TEST_F(ImportPanel, RowsAndViewsGiveCommandsAndChangeNothing) {
    const std::string before = toJson(document);
    click("import.row.3");
    EXPECT_TRUE(gave(Verb::importRow, {"3"}));
    click("import.view.history");
    EXPECT_TRUE(gave(Verb::importView, {"history"}));
    click("tab.import");
    EXPECT_TRUE(gave(Verb::tab, {"import"}));
    EXPECT_EQ(toJson(document), before);
}

TEST_F(ImportPanel, AnOptionAnswersItsQuestion) {
    document.importView = ImportView::questions;
    click("import.answer.1.2");
    EXPECT_TRUE(gave(Verb::answer, {"1", "EPSG:9210 swapped"}));
    EXPECT_FALSE(has("import.answer.1.9211"));
    click("import.answer.1.others");
    click("import.answer.1.9211");
    EXPECT_TRUE(gave(Verb::answer, {"1", "EPSG:9211"}));
}

TEST_F(ImportPanel, ARowThatWaitsLeadsToItsQuestion) {
    document.importRow = 1;
    click("import.to-question");
    EXPECT_TRUE(gave(Verb::importView, {"questions"}));
}

TEST_F(ImportPanel, TextsCanBeReadInAnotherEncoding) {
    document.importRow = 2;
    click("import.read.TCVN3");
    EXPECT_TRUE(gave(Verb::readText, {"3", "TCVN3 <- CP1252"})) << "a source in Unicode holds images of the old letters";
    commands.clear();
    click("import.read.UTF-8");
    EXPECT_TRUE(commands.empty());
}

TEST_F(ImportPanel, BytesInOldFontsAreReadAsTheyAre) {
    ImportReport report = reportOf(1);
    report.batches[0].encoding = "VNI-Windows";
    report.batches[0].decodings[0].decoding.encoding = TextEncoding::vniWindows;
    document.importLog = makeImportLog("d.gpkg", report, {});
    document.importRow = 2;
    click("import.read.VNI-Windows");
    EXPECT_TRUE(commands.empty());
    click("import.read.TCVN3");
    EXPECT_TRUE(gave(Verb::readText, {"3", "TCVN3"}));
}

TEST_F(ImportPanel, ALayerThatWasRefusedCanBeTakenForSomethingElse) {
    document.importRow = 0;
    click("import.role.villages");
    EXPECT_TRUE(gave(Verb::readRole, {"1", "villages"}));
    document.importRow = 2;
    waitUntilShown();
    EXPECT_FALSE(has("import.role.roads"));
    click("import.roles");
    click("import.role.roads");
    EXPECT_TRUE(gave(Verb::readRole, {"3", "roads"}));
}

TEST_F(ImportPanel, OnlyLiveBatchesCanBeTakenBack) {
    document.importView = ImportView::history;
    click("import.undo.8");
    EXPECT_TRUE(gave(Verb::undoImport, {"8"}));
    EXPECT_FALSE(has("import.undo.7"));
}

TEST_F(ImportPanel, WhatWasTakenBackCanBeBroughtBack) {
    document.importView = ImportView::history;
    StoredBatch gone = stored(9, BatchState::undone);
    gone.importId = 5;
    document.importLog = makeImportLog("d.gpkg", reportOf(2), {stored(8, BatchState::live), gone});
    click("import.redo.import:5");
    EXPECT_TRUE(gave(Verb::redoImport, {"import:5"}));
    EXPECT_FALSE(has("import.redo.8"));
}

TEST_F(ImportPanel, WhileAnImportRunsNothingElseStartsAndEscStopsIt) {
    derived.job = JobState{0.4, {"Đọc a.shp", "Reading a.shp"}, false};
    document.importView = ImportView::history;
    document.selected = RecordRef{Role::communes, 0};
    click("import.undo.8");
    EXPECT_TRUE(commands.empty());
    document.selected.reset();
    key("esc");
    EXPECT_EQ(commands, (std::vector<Command>{{Verb::cancel, {}}}));
    click("job.stop");
    EXPECT_EQ(commands.size(), 2U);
}

TEST_F(ImportPanel, OfManyLayersOnlyThoseInSightAreDrawn) {
    document.importLog = makeImportLog("d.gpkg", reportOf(900), {});
    waitUntilShown();
    EXPECT_TRUE(has("import.row.5"));
    EXPECT_FALSE(has("import.row.500"));
    document.importRow = 499;
    waitUntilShown();
    EXPECT_TRUE(has("import.row.500"));
    EXPECT_FALSE(has("import.row.5"));
}

TEST_F(ImportPanel, TheKeyboardReachesRowsAndButtons) {
    for (int i = 0; i < 200 && gui->state().focus != "import.row.1"; ++i) key("tab");
    ASSERT_EQ(gui->state().focus, "import.row.1");
    key("enter");
    EXPECT_TRUE(gave(Verb::importRow, {"1"}));
    document.importRow = 0;
    key("down");
    EXPECT_TRUE(gave(Verb::importRow, {"2"}));
    EXPECT_EQ(gui->state().focus, "import.row.2");
    key("shift+tab");
    EXPECT_EQ(gui->state().focus, "import.row.1");
}

TEST_F(ImportPanel, WithoutADistrictOnlyTheImportAndMessagesAreThere) {
    document.district.reset();
    waitUntilShown();
    EXPECT_TRUE(has("import.row.1"));
    EXPECT_TRUE(has("tab.messages"));
    EXPECT_FALSE(has("tab.table"));
    EXPECT_TRUE(has("empty.import"));
}

TEST_F(ImportPanel, TheMapKeepsItsLeastHeight) {
    for (const float height : {720.0F, 1000.0F, 1080.0F}) EXPECT_GE(layOut(document, 1280, height).map.h, 320) << height;
}

TEST_F(ImportPanel, AWholeImportIsTakenBackAtItsHead) {
    StoredBatch first = stored(7, BatchState::live);
    StoredBatch second = stored(8, BatchState::live);
    first.importId = second.importId = 4;
    StoredBatch gone = stored(9, BatchState::undone);
    gone.importId = 5;
    document.importLog = makeImportLog("d.gpkg", reportOf(2), {first, second, gone});
    document.importView = ImportView::history;
    click("import.undo.import:4");
    EXPECT_TRUE(gave(Verb::undoImport, {"import:4"}));
    EXPECT_FALSE(has("import.undo.import:5"));
}

class ReportDayCard : public ImportPanel {
protected:
    void SetUp() override {
        ImportPanel::SetUp();
        ImportReport report = reportOf(1);
        Question question;
        question.kind = "report-day";
        question.text = {"Ngày nào?", "Which day?"};
        question.layers = {{"d/a/cong trinh.csv", "x"}, {"d/a/vuon.csv", "x"}, {"d/b/vuon.csv", "x"}};
        question.blocking = false;
        report.questions = {question};
        document.importLog = makeImportLog("d.gpkg", report, {});
        document.importView = ImportView::questions;
        waitUntilShown();
    }
    void type(const std::string& text) {
        click("import.day.1");
        input.pushText(text);
        waitUntilShown();
    }
};

TEST_F(ReportDayCard, ADayThatIsTypedAnswersForAllFiles) {
    type("tháng 5/2022");
    click("import.answer.1.day");
    EXPECT_TRUE(gave(Verb::answer, {"1", "tháng 5/2022"}));
}

TEST_F(ReportDayCard, EnterGivesTheAnswer) {
    type("31/5/2022");
    key("enter");
    EXPECT_TRUE(gave(Verb::answer, {"1", "31/5/2022"}));
}

TEST_F(ReportDayCard, WhatIsNoDayIsNotGiven) {
    type("tháng 5");
    click("import.answer.1.day");
    EXPECT_TRUE(commands.empty());
    type("/2022");
    click("import.answer.1.day");
    EXPECT_TRUE(gave(Verb::answer, {"1", "tháng 5/2022"}));
}

TEST_F(ReportDayCard, AFolderOrAFileCanHaveADayOfItsOwn) {
    EXPECT_FALSE(has("import.file.1.1"));
    click("import.files.1");
    click("import.file.1.1"); // the folder a
    type("31/5/2022");
    click("import.answer.1.day");
    EXPECT_TRUE(gave(Verb::answer, {"1", "31/5/2022", "d/a"}));
    click("import.file.1.5"); // vuon.csv of b
    click("import.answer.1.day");
    EXPECT_TRUE(gave(Verb::answer, {"1", "31/5/2022", "d/b/vuon.csv"}));
    click("import.file.1.0");
    click("import.answer.1.day");
    EXPECT_TRUE(gave(Verb::answer, {"1", "31/5/2022"}));
}

} // namespace
} // namespace banlang::viewer
