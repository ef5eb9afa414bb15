// SPDX-License-Identifier: MIT
#include "core/report/themes/commune_ranking.h"
#include "core/report/themes/criteria.h"
#include "tests/support/district_builder.h"
#include "tests/support/report_tables.h"

#include <gtest/gtest.h>

// Figures of communes: what they have met and which points they have.

namespace banlang {
namespace {

using test::cellOf;
using test::DistrictBuilder;
using test::numberOf;
using test::reportOf;
using test::stateOf;
using test::twoCommunes;

TEST(CriteriaReport, CountsTheStatesOfACommuneAndSaysWhereThereIsNoResult) {
    DistrictBuilder builder = twoCommunes();
    for (const auto& [criterion, result] : {std::pair{"1", "đạt"}, {"2", "đạt"}, {"3", "chưa đạt"}}) {
        builder.add(Role::criteria, {{"unit_code", "00874"},
                                     {"criterion", criterion},
                                     {"set_version", "318/QĐ-TTg 2022"},
                                     {"date", "2022-05-01"},
                                     {"result", result}});
    }
    const ReportRequest request = reportOf(builder.linked());
    const ReportTable table = criteriaTable(request);
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(numberOf(table, 0, "met"), 2);
    EXPECT_EQ(numberOf(table, 0, "not_met"), 1);
    EXPECT_EQ(numberOf(table, 0, "no_result"), 16);
    EXPECT_NEAR(numberOf(table, 0, "share"), 100.0 * 2 / 19, 1e-9);
    EXPECT_EQ(stateOf(table, 1, "met"), CellState::notReported);
    const ReportChart chart = criteriaChart(request);
    EXPECT_EQ(chart.bars[0].amount, 2);
    EXPECT_EQ(chart.bars[1].state, CellState::notReported);
}

TEST(CriteriaReport, TellsHowManyCommunesMeetWhatAndWhatIsDue) {
    CriteriaAnswer answer;
    answer.set.criteria.resize(2);
    answer.communes.resize(3);
    for (CommuneCriteria& commune : answer.communes) commune.criteria.resize(2);
    answer.communes[0].criteria[0].state = answer.communes[0].criteria[1].state = CriterionState::met;
    answer.communes[1].criteria[1].state = CriterionState::met;
    answer.communes[1].criteria[0].state = CriterionState::notMet;
    answer.communes[1].criteria[0].dueYear = 2022;
    for (CriterionStatus& status : answer.communes[2].criteria) {
        status.state = CriterionState::notMet;
        status.dueYear = 2021;
    }
    const CriteriaSummary summary = criteriaSummary(answer, 2022);
    EXPECT_EQ(summary.meetAll, 1U);
    EXPECT_EQ(summary.metBy, (std::vector<std::size_t>{1, 2}));
    ASSERT_EQ(summary.due.size(), 2U);
    EXPECT_EQ(summary.due[0], (std::pair<const CommuneCriteria*, std::size_t>{&answer.communes[2], 2}));
    EXPECT_EQ(dueCriteria(answer.communes[1], 2022), (std::vector<std::size_t>{0}));
    EXPECT_TRUE(dueCriteria(answer.communes[1], 2021).empty());
}

TEST(CommuneRankingReport, APointIsOfItsProgrammeAndTheRestIsNotWon) {
    DistrictBuilder builder = twoCommunes();
    builder.add(Role::donations,
                {{"id", "D1"}, {"commune_code", "00874"}, {"declared_area_m2", "300"}, {"donated_on", "2022-03-01"}});
    builder.add(Role::targets, {{"unit_code", "00874"}, {"indicator", "donated_m2"}, {"year", "2022"}, {"value", "600"}});
    RuleTexts rules;
    rules.own["emulation.toml"] = "version = \"1\"\ntitle = { vi = \"Thi đua\", en = \"Emulation\" }\ntie_break = []\n"
                                  "[[indicator]]\nid = \"land\"\nlabel = { vi = \"Đất\", en = \"Land\" }\nprogramme = \"ntm\"\n"
                                  "weight = 40\nsource = \"progress\"\nof = \"donated_m2\"\nscale = \"percent-of-target\"\n";
    const ReportRequest request = reportOf(builder.linked(), Audience::meeting, test::rulesOf(rules));
    const ReportTable table = communeRankingTable(request);
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(numberOf(table, 0, "rank"), 1);
    EXPECT_EQ(numberOf(table, 0, "score"), 20);
    EXPECT_EQ(numberOf(table, 0, "ntm"), 20);
    EXPECT_EQ(numberOf(table, 0, "housing"), 0);
    EXPECT_EQ(stateOf(table, 1, "score"), CellState::notReported);
    const ReportChart chart = communeRankingChart(request);
    EXPECT_EQ(chart.bars[0].parts, (std::vector<double>{20, 0, 0, 80}));
    EXPECT_EQ(chart.bars[1].state, CellState::notReported);
}

} // namespace
} // namespace banlang
