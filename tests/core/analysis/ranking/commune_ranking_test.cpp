// SPDX-License-Identifier: MIT
#include "core/analysis/ranking/commune_ranking.h"
#include "core/analysis/ranking/ranking_rules_reader.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

namespace banlang {
namespace {

using test::contextOf;
using test::DistrictBuilder;
using test::twoCommunes;

const Date meeting = Date::fromYmd(2022, 5, 18);

std::string indicator(std::string_view id, std::string_view rest) {
    std::string text = "[[indicator]]\nid = \"";
    text.append(id).append("\"\nlabel = { vi = \"").append(id).append("\", en = \"").append(id);
    text.append("\" }\nprogramme = \"ntm\"\n").append(rest).append("\n");
    return text;
}

RuleTexts rulesOf(const std::string& indicators, const std::string& tieBreak = "[]") {
    RuleTexts rules;
    std::string& text = rules.own["emulation.toml"];
    text = "version = \"1\"\ntitle = { vi = \"Thi đua\", en = \"Emulation\" }\ntie_break = ";
    text.append(tieBreak).append("\n").append(indicators);
    return rules;
}

CommuneRanking standingOf(const District& district, const RuleTexts& rules, Date asOf = meeting) {
    const auto ranking = communeRanking(contextOf(district, asOf, test::rulesOf(rules)).within(Period::ofYear(2022)));
    if (!ranking) throw std::runtime_error(describe(ranking.error(), Language::english));
    return **ranking;
}

/// Three communes: two gave land, the third never reported anything.
DistrictBuilder donors(std::string_view secondGave = "300") {
    DistrictBuilder builder = twoCommunes();
    builder.add(Role::communes, {{"code", "00880"}, {"name", "Lũng Phìn"}}, "POLYGON ((3000 0,4000 0,4000 1000,3000 1000,3000 0))");
    const auto give = [&](std::string_view id, std::string_view commune, std::string_view area, std::string_view date) {
        builder.add(Role::donations, {{"id", id}, {"commune_code", commune}, {"declared_area_m2", area}, {"donated_on", date}});
    };
    give("D1", "00874", "100", "2021-06-01");
    give("D2", "00874", "500", "2022-03-01");
    give("D3", "00877", secondGave, "2022-03-01");
    for (const char* commune : {"00874", "00877", "00880"})
        builder.add(Role::targets, {{"unit_code", commune}, {"indicator", "donated_m2"}, {"year", "2022"}, {"value", "600"}});
    return builder;
}

const std::string land =
    indicator("land", "weight = 40\nsource = \"progress\"\nof = \"donated_m2\"\nscale = \"percent-of-target\"\ncap_percent = 120");

TEST(CommuneRanking, PointsAreThePercentOfTheTargetTimesTheWeight) {
    const auto ranking = standingOf(donors().linked(), rulesOf(land));
    ASSERT_EQ(ranking.rows.size(), 3U);
    EXPECT_EQ(ranking.rows[0].code, "00874");
    EXPECT_EQ(ranking.rows[0].rank, 1);
    EXPECT_EQ(ranking.rows[0].parts[0].value, 600);
    EXPECT_EQ(ranking.rows[0].parts[0].target, 600);
    EXPECT_EQ(ranking.rows[0].score, 40);
    EXPECT_EQ(ranking.rows[1].code, "00877");
    EXPECT_EQ(ranking.rows[1].score, 20);
}

TEST(CommuneRanking, WhoNeverReportedIsLastAndHasNoScore) {
    const auto ranking = standingOf(donors("0").linked(), rulesOf(land));
    EXPECT_EQ(ranking.rows[1].code, "00877");
    EXPECT_EQ(ranking.rows[1].score, 0); // reported nothing given, which is a report
    EXPECT_EQ(ranking.rows[2].code, "00880");
    EXPECT_EQ(ranking.rows[2].score, std::nullopt);
    EXPECT_EQ(ranking.rows[2].rank, 3);
    EXPECT_FALSE(ranking.rows[2].tied);
}

TEST(CommuneRanking, MayCountOnlyWhatThisYearAddedAndIsCapped) {
    const auto yearly =
        standingOf(donors("6000").linked(),
                   rulesOf(indicator(
                       "land", "weight = 40\nsource = \"progress\"\nof = \"donated_m2\"\nperiod = \"year\"\ncap_percent = 120")));
    EXPECT_EQ(yearly.rows[0].code, "00877");
    EXPECT_EQ(yearly.rows[0].score, 48); // 120 % of 40, not 1000 %
    EXPECT_EQ(yearly.rows[1].parts[0].value, 500);
}

TEST(CommuneRanking, EqualScoresShareARankUnlessTheRuleTellsThemApart) {
    DistrictBuilder builder = donors("600");
    const auto score = [&](std::string_view commune, std::string_view points) {
        builder.add(Role::communeRankingScores,
                    {{"unit_code", commune}, {"year", "2022"}, {"indicator", "Chỉ đạo"}, {"score", points}});
    };
    score("00874", "8");
    score("00877", "9");
    const auto tied = standingOf(builder.linked(), rulesOf(land));
    EXPECT_EQ(tied.rows[0].rank, 1);
    EXPECT_EQ(tied.rows[1].rank, 1);
    EXPECT_TRUE(tied.rows[0].tied && tied.rows[1].tied);
    EXPECT_EQ(tied.rows[0].code, "00874");
    EXPECT_EQ(tied.rows[2].rank, 3);

    const std::string judged =
        indicator("judged", "weight = 0.02\nsource = \"judged\"\nof = \"chi-dao\"\nscale = \"share\"\nfull = 10");
    const auto apart = standingOf(builder.linked(), rulesOf(land + judged, "[\"judged\"]"));
    EXPECT_EQ(apart.rows[0].score, apart.rows[1].score);
    EXPECT_EQ(apart.rows[0].code, "00877");
    EXPECT_EQ(apart.rows[1].rank, 2);
    EXPECT_FALSE(apart.rows[0].tied);
}

TEST(CommuneRanking, CountsTheSaturdaysOfTheYearThatWereKept) {
    DistrictBuilder builder = twoCommunes();
    // Saturdays up to 22 January 2022: the 1st, 8th, 15th and 22nd. The 9th is the Sunday after one.
    for (const char* date : {"2022-01-01", "2022-01-09", "2022-01-08", "2021-12-25", "2022-01-29"})
        builder.add(Role::saturdays, {{"date", date}, {"commune_code", "00874"}});
    const auto ranking = standingOf(builder.linked(), rulesOf(indicator("saturdays", "weight = 10\nsource = \"saturday-weeks\"")),
                                    Date::fromYmd(2022, 1, 22));
    EXPECT_EQ(ranking.rows[0].parts[0].value, 2);
    EXPECT_EQ(ranking.rows[0].parts[0].target, 4);
    EXPECT_EQ(ranking.rows[0].score, 5);
    EXPECT_EQ(ranking.rows[1].score, std::nullopt);
}

TEST(CommuneRanking, CriteriaThatFallDueThisYear) {
    DistrictBuilder builder = twoCommunes();
    for (const char* criterion : {"1", "2"}) {
        builder.add(Role::criteriaDue, {{"unit_code", "00874"}, {"criterion", criterion}, {"due_year", "2022"}});
    }
    builder.add(Role::criteria, {{"unit_code", "00874"}, {"criterion", "1"}, {"date", "2022-04-01"}, {"result", "đạt"}});
    const auto ranking = standingOf(builder.linked(), rulesOf(indicator("due", "weight = 10\nsource = \"criteria-due\"") +
                                                              indicator("met", "weight = 19\nsource = \"criteria-met\"")));
    EXPECT_EQ(ranking.rows[0].parts[0].points, 5);
    EXPECT_EQ(ranking.rows[0].parts[1].points, 1);
    EXPECT_EQ(ranking.rows[0].score, 6);
}

TEST(CommuneRanking, PenaltiesTakePointsOffAndAreNoReportOfTheirOwn) {
    DistrictBuilder builder = donors("600");
    for (const char* id : {"V1", "V2"})
        builder.add(Role::gardens, {{"id", id},
                                    {"village_code", "0087401"},
                                    {"registered_on", "2021-01-01"},
                                    {"disbursed_on", "2021-02-01"},
                                    {"loan_vnd", "30000000"}});
    const std::string loans =
        indicator("loans", "weight = 10\nsource = \"gap\"\nof = \"loan-never-inspected\"\nscale = \"penalty\"\npoints_each = 20");
    const auto ranking = standingOf(builder.linked(), rulesOf(land + loans));
    EXPECT_EQ(ranking.rows[0].code, "00877");
    EXPECT_EQ(ranking.rows[0].parts[1].points, 0);
    EXPECT_EQ(ranking.rows[1].parts[1].value, 2);
    EXPECT_EQ(ranking.rows[1].parts[1].points, -4);
    EXPECT_EQ(ranking.rows[1].score, 36);
    EXPECT_EQ(ranking.rows[2].score, std::nullopt);
}

TEST(CommuneRanking, FromTheLowestToTheHighest) {
    const auto rules = rulesOf(indicator("land", "weight = 10\nsource = \"progress\"\nof = \"donated_m2\"\nscale = \"min-max\""));
    const auto ranking = standingOf(donors().linked(), rules);
    EXPECT_EQ(ranking.rows[0].score, 10);
    EXPECT_EQ(ranking.rows[1].score, 0);
    const auto lower = rulesOf(
        indicator("land", "weight = 10\nsource = \"progress\"\nof = \"donated_m2\"\nscale = \"min-max\"\ndirection = \"lower\""));
    EXPECT_EQ(standingOf(donors().linked(), lower).rows[0].code, "00877");
}

TEST(CommuneRanking, TheSameDataGiveTheSameBytesAndCanBeReadAgain) {
    const District district = donors().linked();
    const std::string first = communeRankingJson(standingOf(district, {}));
    EXPECT_EQ(first, communeRankingJson(standingOf(district, {})));
    const auto again = communeRankingFromJson(first, district);
    ASSERT_TRUE(again);
    EXPECT_EQ(communeRankingJson(*again), first);
    EXPECT_EQ(again->rows[0].commune, 0);
    EXPECT_FALSE(communeRankingFromJson("{}", district));
}

TEST(CommuneRanking, EndsWithItsYearAndDoesNotBeginBeforeIt) {
    const District district = donors().linked();
    EXPECT_EQ(standingOf(district, {}, Date::fromYmd(2023, 6, 1)).asOf, Date::fromYmd(2022, 12, 31));
    EXPECT_FALSE(communeRanking(contextOf(district, Date::fromYmd(2021, 12, 31)).within(Period::ofYear(2022))));
}

TEST(CommuneRankingRules, AreRefusedWithRowCauseAndFix) {
    const auto refusal = [](const std::string& indicators) {
        const RuleTexts rules = rulesOf(indicators);
        const auto read = communeRankingRules(rules);
        return read ? std::string{} : describe(read.error(), Language::english);
    };
    EXPECT_NE(refusal(indicator("a", "weight = 1\nsource = \"progress\"\nof = \"donated\"")).find("donated_m2"), std::string::npos);
    EXPECT_NE(refusal(indicator("a", "weight = 0\nsource = \"criteria-met\"")).find("above 0"), std::string::npos);
    EXPECT_NE(refusal(indicator("a", "weight = 1\nsource = \"rumour\"")).find("saturday-weeks"), std::string::npos);
    EXPECT_NE(refusal(indicator("a", "weight = 1\nsource = \"judged\"\nof = \"x\"")).find("no target"), std::string::npos);
    EXPECT_NE(refusal(land + land).find("twice"), std::string::npos);
    EXPECT_NE(refusal(indicator("a", "wieght = 1")).find("row 8"), std::string::npos);
}

} // namespace
} // namespace banlang
