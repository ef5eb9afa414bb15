// SPDX-License-Identifier: MIT
#include "core/intake/layer_names.h"
#include "tests/support/tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banlang {
namespace {

using namespace test;
using testing::ElementsAre;

ParsedLayer layerAt(const std::string& file, const Texts& names) {
    ParsedLayer layer;
    layer.file = file;
    layer.names = names;
    return layer;
}

TEST(LayerNames, FoldersAboveTheNearestMayTellTheDay) {
    const ReportNames around = reportNamesOf(layerAt("bao cao/2022/thang 5/Xa A/ct.csv", {"ct", "Xa A"}));
    EXPECT_THAT(around.names, ElementsAre("ct", "Xa A", "thang 5", "2022"));
    EXPECT_EQ(around.folders, 3U);
}

TEST(LayerNames, FoldersAboveTellTheCommuneWhereNothingNearerDoes) {
    KnownAdminUnits communes;
    communes.add(
        placed(rowsOf(Role::communes, {textColumn("code", {"00904", "00907"}), textColumn("name", {"Quyết Tiến", "Tả Ván"})}),
               {"", ""}),
        {});
    EXPECT_EQ(communeOf(contextOf(layerAt("Xa Ta Van/thang 5/ct.csv", {"ct", "thang 5"}), communes), communes), "00907");
    EXPECT_EQ(communeOf(contextOf(layerAt("Xa Ta Van/thang 5/quyet tien.csv", {"quyet tien", "thang 5"}), communes), communes),
              "00904")
        << "nearer, although without its kind";
}

TEST(LayerNames, TheBatchSaysWhereItsDayIsFrom) {
    RawLayer raw;
    ProblemList problems("a.csv", raw);
    CheckedBatch batch;
    takeReportTime({{"Sheet1", "cong trinh T5", "2022"}, 1}, std::nullopt, batch, problems);
    EXPECT_EQ(toIso(batch.reportedOn), "2022-05-31");
    const auto told = problems.take();
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].rule, "report-day");
    EXPECT_EQ(told[0].severity, Severity::note);
    EXPECT_EQ(told[0].cause.vi, "Số liệu tính đến ngày 31/5/2022, theo “cong trinh T5”");
}

TEST(LayerNames, ABatchThatLacksTheYearSaysSo) {
    RawLayer raw;
    ProblemList problems("a.csv", raw);
    CheckedBatch batch;
    takeReportTime({{"cong trinh T5"}, 0}, std::nullopt, batch, problems);
    EXPECT_FALSE(batch.reportedOn.known());
    EXPECT_TRUE(batch.reportYearMissing);
    EXPECT_EQ(problems.take().size(), 1U);
    CheckedBatch silent;
    takeReportTime({{"cong trinh"}, 0}, std::nullopt, silent, problems);
    EXPECT_FALSE(silent.reportYearMissing);
    EXPECT_TRUE(problems.take().empty());
}

} // namespace
} // namespace banlang
