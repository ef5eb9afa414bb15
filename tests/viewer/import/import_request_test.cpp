// SPDX-License-Identifier: MIT
#include "tests/support/files.h"
#include "viewer/import/import_request.h"

#include <gtest/gtest.h>

namespace banlang::viewer {
namespace {

class ImportRequests : public test::InFolder {};

std::shared_ptr<const ImportLog> logWithAQuestion() {
    auto log = std::make_shared<ImportLog>();
    log->storePath = "/kho/xa.gpkg";
    Question question;
    question.kind = "role";
    question.layers = {{"/nop/so.csv", "so"}};
    log->report.questions = {question};
    ImportRow row;
    row.file = "/nop/dat.csv";
    row.layer = "dat";
    log->rows = {row};
    StoredBatch live;
    live.id = 7;
    live.file = "/nop/dat.csv";
    live.layer = "dat";
    StoredBatch undone = live;
    undone.id = 8;
    undone.state = BatchState::undone;
    log->history = {live, undone};
    return log;
}

TEST_F(ImportRequests, AFirstImportMakesAStoreNamedAfterTheFolderBesideIt) {
    write("nop/a.csv", "x");
    write("nop/b.csv", "x");
    EXPECT_EQ(requestToImport({}, {at("nop")}).storePath, at("nop.gpkg"));
    EXPECT_EQ(requestToImport({}, {at("nop/")}).storePath, at("nop.gpkg"));
    EXPECT_EQ(requestToImport({}, {at("nop/a.csv"), at("nop/b.csv")}).storePath, at("nop.gpkg"));
    EXPECT_EQ(requestToImport({}, {at("nop/a.csv")}).storePath, at("nop/a.gpkg"));
    EXPECT_EQ(requestToImport("/kho/xa.gpkg", {at("nop")}).storePath, "/kho/xa.gpkg");
}

TEST_F(ImportRequests, AFileThatIsNoStoreIsNeverWrittenOver) {
    write("nop/a.csv", "x");
    write("nop.gpkg", "a layer of somebody else");
    EXPECT_EQ(requestToImport({}, {at("nop")}).storePath, at("nop-banlang.gpkg"));
}

TEST_F(ImportRequests, AnAnswerIsForAllLayersOfItsQuestion) {
    const auto request = requestToAnswer(logWithAQuestion(), "1", "meetings");
    ASSERT_TRUE(request);
    EXPECT_EQ(request->purpose, ImportPurpose::answer);
    EXPECT_EQ(request->storePath, "/kho/xa.gpkg");
    EXPECT_EQ(request->sources, std::vector<std::string>{"/nop/so.csv"});
    ASSERT_EQ(request->profiles.size(), 1U);
    EXPECT_EQ(request->layer, std::pair(std::string("/nop/so.csv"), std::string("so")));
    EXPECT_TRUE(request->reread.empty()) << "nothing of it was loaded";
}

TEST_F(ImportRequests, ALayerThatIsReadAgainGivesWayWithItsLiveBatch) {
    const auto request = requestToReread(logWithAQuestion(), "encoding", "1", "TCVN3");
    ASSERT_TRUE(request);
    EXPECT_EQ(request->purpose, ImportPurpose::reread);
    EXPECT_EQ(request->reread, std::vector<std::int64_t>{7});
    EXPECT_EQ(request->layer, std::pair(std::string("/nop/dat.csv"), std::string("dat")));
}

TEST_F(ImportRequests, OnlyALiveBatchIsTakenBack) {
    const auto request = requestToUndo(logWithAQuestion(), "7");
    ASSERT_TRUE(request);
    EXPECT_EQ(request->purpose, ImportPurpose::undo);
    EXPECT_EQ(request->undo, std::vector<std::int64_t>{7});
    for (const char* batch : {"8", "9", "7a", ""}) EXPECT_FALSE(requestToUndo(logWithAQuestion(), batch)) << batch;
    EXPECT_FALSE(requestToUndo(nullptr, "7"));
}

TEST_F(ImportRequests, WhatIsNotThereIsNamed) {
    EXPECT_EQ(requestToAnswer(nullptr, "1", "meetings").error().code, "bad-value");
    EXPECT_EQ(requestToAnswer(logWithAQuestion(), "2", "meetings").error().message.en, "There is no question number 2.");
    EXPECT_EQ(requestToAnswer(logWithAQuestion(), "1", "cows").error().message.en, "“cows” is no answer.");
    EXPECT_EQ(requestToReread(logWithAQuestion(), "role", "0", "meetings").error().message.en, "There is no row number 0.");
}

TEST_F(ImportRequests, AnAnswerCanBeForOneFileOrFolderOfItsQuestion) {
    auto log = std::make_shared<ImportLog>(*logWithAQuestion());
    log->report.questions[0].kind = "report-day";
    log->report.questions[0].layers = {{"/nop/a/cong trinh.csv", "x"}, {"/nop/a/vuon.csv", "x"}, {"/nop/ab/vuon.csv", "x"}};
    const auto folder = requestToAnswer(log, "1", "tháng 5/2022", {"/nop/a"});
    ASSERT_TRUE(folder);
    EXPECT_EQ(folder->sources, (std::vector<std::string>{"/nop/a/cong trinh.csv", "/nop/a/vuon.csv"}));
    EXPECT_EQ(folder->profiles[0].profile.reportedOn, Date::fromYmd(2022, 5, 31));
    const auto file = requestToAnswer(log, "1", "31/5/2022", {"/nop/ab/vuon.csv"});
    ASSERT_TRUE(file);
    EXPECT_EQ(file->sources, std::vector<std::string>{"/nop/ab/vuon.csv"});
    EXPECT_EQ(requestToAnswer(log, "1", "31/5/2022")->sources.size(), 3U);
    EXPECT_FALSE(requestToAnswer(log, "1", "31/5/2022", {"/nop/c"}));
    for (const char* day : {"tháng 5", "31/4/2022", "5/18/2022", ""}) EXPECT_FALSE(requestToAnswer(log, "1", day)) << day;
}

TEST_F(ImportRequests, AWholeImportIsTakenBackByItsNumber) {
    auto log = std::make_shared<ImportLog>(*logWithAQuestion());
    log->history[0].importId = 3;
    log->history[1].importId = 3; // undone already
    StoredBatch other = log->history[0];
    other.id = 9;
    log->history.push_back(other);
    const auto request = requestToUndo(log, "import:3");
    ASSERT_TRUE(request);
    EXPECT_EQ(request->undo, (std::vector<std::int64_t>{7, 9}));
    EXPECT_FALSE(requestToUndo(log, "import:4"));
    EXPECT_FALSE(requestToUndo(log, "import:"));
}

} // namespace
} // namespace banlang::viewer
