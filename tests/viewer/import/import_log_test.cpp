// SPDX-License-Identifier: MIT
#include "viewer/import/import_log.h"

#include <gtest/gtest.h>

namespace banlang::viewer {
namespace {

CheckedBatch batchOf(const std::string& file, std::size_t read, std::size_t rejected) {
    CheckedBatch batch;
    batch.file = file;
    batch.layer = "l";
    batch.rowsRead = read;
    batch.rowsRejected = rejected;
    return batch;
}

CheckedBatch unchanged(const std::string& file) {
    CheckedBatch batch = batchOf(file, 0, 0);
    batch.problems.push_back({Severity::note, "already-imported", {file, "l", -1, {}}, {}, {}});
    return batch;
}

Error refusal(const std::string& file) {
    return {ErrorKind::inputUnreadable, "no-crs", {"không rõ hệ tọa độ", "no CRS"}, {}, {file, "l", -1, {}}};
}

Question crsQuestion(const std::vector<std::string>& files) {
    Question question;
    question.kind = "crs";
    for (const std::string& file : files) question.layers.emplace_back(file, "l");
    question.options.push_back({"EPSG:9209", {"a", "a"}, 1, {}});
    return question;
}

TEST(ImportLog, WhatWasRefusedComesFirstAndWhatWaitsNext) {
    ImportReport report;
    report.batches.push_back(batchOf("/d/xa/a.shp", 10, 3));
    report.refused = {refusal("/d/xa/waits.shp"), refusal("/d/b.shp")};
    report.questions.push_back(crsQuestion({"/d/xa/waits.shp"}));
    const auto log = makeImportLog("/d.gpkg", report, {});
    ASSERT_EQ(log->rows.size(), 3U);
    EXPECT_EQ(log->rows[0].state, ImportState::refused);
    EXPECT_EQ(log->rows[0].shownFile, "b.shp");
    EXPECT_EQ(log->rows[1].state, ImportState::waiting);
    EXPECT_EQ(log->rows[1].question, 0U);
    EXPECT_EQ(log->rows[2].state, ImportState::loaded);
    EXPECT_EQ(log->rows[2].shownFile, "xa/a.shp");
    EXPECT_EQ(log->totals.layers, 1U);
    EXPECT_EQ(log->totals.rowsLoaded, 7U);
    EXPECT_EQ(log->totals.rowsRejected, 3U);
    EXPECT_EQ(log->totals.refused, 1U);
}

TEST(ImportLog, AnImportOfAPartReplacesWhatWasSaidOfItsFiles) {
    ImportReport before;
    before.batches.push_back(batchOf("kept", 4, 0));
    before.refused = {refusal("answered"), refusal("open")};
    before.questions.push_back(crsQuestion({"answered", "open"}));
    ImportReport again;
    again.batches.push_back(batchOf("answered", 5, 0));
    const ImportReport report = merged(before, again);
    ASSERT_EQ(report.batches.size(), 2U);
    ASSERT_EQ(report.refused.size(), 1U);
    EXPECT_EQ(report.refused[0].where.file, "open");
    ASSERT_EQ(report.questions.size(), 1U);
    ASSERT_EQ(report.questions[0].layers.size(), 1U);
    EXPECT_EQ(report.questions[0].layers[0].first, "open");
}

TEST(ImportLog, LayersThatWereOnlyFoundUnchangedKeepWhatWasSaidOfThem) {
    ImportReport before;
    before.batches.push_back(batchOf("archive", 4, 1));
    ImportReport again;
    again.batches = {unchanged("archive"), unchanged("other")};
    const ImportReport report = merged(before, again);
    ASSERT_EQ(report.batches.size(), 2U);
    EXPECT_EQ(report.batches[0].rowsRead, 4U);
    EXPECT_TRUE(isUnchanged(report.batches[1]));
}

TEST(ImportLog, AnswersBecomePlans) {
    const auto swapped = profileFromAnswer("crs", "EPSG:9209 swapped");
    ASSERT_TRUE(swapped.has_value());
    EXPECT_EQ(swapped->epsg, 9209);
    EXPECT_EQ(swapped->swapAxes, true);
    EXPECT_EQ(profileFromAnswer("crs", "EPSG:9210")->swapAxes, false);
    EXPECT_EQ(profileFromAnswer("role", "meetings")->role, Role::meetings);
    EXPECT_TRUE(profileFromAnswer("role", "skip")->skip);
    EXPECT_EQ(profileFromAnswer("encoding", "TCVN3")->decoding->encoding, TextEncoding::tcvn3);
    EXPECT_EQ(profileFromAnswer("header", "3-4")->headerRows, (std::pair<std::int64_t, std::int64_t>{3, 4}));
    EXPECT_EQ(profileFromAnswer("commune", "00715")->commune, "00715");
    for (const auto& [kind, value] : {std::pair{"crs", "north"}, std::pair{"role", "cows"}, std::pair{"encoding", "EBCDIC"},
                                      std::pair{"header", "4-3"}, std::pair{"header", "x"}, std::pair{"mood", "good"}}) {
        EXPECT_FALSE(profileFromAnswer(kind, value).has_value()) << kind << " " << value;
    }
}

TEST(ImportLog, LayerNamesInOldFontsAreReadable) {
    EXPECT_EQ(shownLayerName("Xã A.xlsx", "V­ên t¹p"), "Vườn tạp");
    EXPECT_EQ(shownLayerName("Xã A.xlsx", "Họp dân"), "Họp dân");
    EXPECT_EQ(shownLayerName("xa/thon.shp", "thon"), "");
}

} // namespace
} // namespace banlang::viewer
