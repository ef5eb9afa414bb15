// SPDX-License-Identifier: MIT
#include "core/analysis/directives/directives.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace banlang {
namespace {

using test::contextOf;
using test::twoCommunes;

const Date meeting = Date::fromYmd(2022, 5, 18);

Answer answer(const District& district, std::string_view id, std::optional<Date> compareWith = std::nullopt) {
    const auto points = directivePoints();
    const auto point = std::find_if(points.begin(), points.end(), [&](const DirectivePoint& one) { return one.id == id; });
    return directiveAnswer(contextOf(district, meeting).comparedWith(compareWith), *point);
}

std::string text(const Answer& found, std::size_t row, std::size_t column) {
    return std::get<Bilingual>(found.table.rows.at(row).cells.at(column)).en;
}

double number(const Answer& found, std::size_t row, std::string_view column) {
    const auto& columns = found.table.columns;
    const auto at = std::find_if(columns.begin(), columns.end(), [&](const AnswerColumn& one) { return one.id == column; });
    return std::get<double>(found.table.rows.at(row).cells.at(static_cast<std::size_t>(at - columns.begin())));
}

TEST(Directive, AnswersAllThirtyPointsInOrder) {
    std::vector<std::string> expected;
    for (const auto& [letter, count] : {std::pair{'E', 7}, {'W', 6}, {'V', 17}}) {
        for (int i = 1; i <= count; ++i) expected.push_back(letter + std::to_string(i));
    }
    std::vector<std::string> declared;
    for (const DirectivePoint& point : directivePoints()) declared.emplace_back(point.id);
    EXPECT_EQ(declared, expected);
    std::vector<std::string> answered;
    const auto answers = directiveAnswers(contextOf(twoCommunes().linked(), meeting));
    for (const Answer& one : *answers) answered.emplace_back(one.id);
    EXPECT_EQ(answered, expected);
}

TEST(Directive, WithoutRecordsItNamesTheFilesAndGivesNoFigure) {
    const auto answers = directiveAnswers(contextOf(twoCommunes().linked(), meeting));
    for (const Answer& one : *answers) {
        EXPECT_EQ(one.state, AnswerState::noRecords) << one.id;
        EXPECT_TRUE(one.figures.empty()) << one.id;
        EXPECT_TRUE(one.table.rows.empty()) << one.id;
        ASSERT_FALSE(one.needs.empty()) << one.id;
        EXPECT_NE(one.headline.en.find(recordKind(one.needs[0]).id), std::string::npos) << one.headline.en;
        EXPECT_NE(one.headline.vi, one.headline.en) << one.id;
    }
}

TEST(Directive, GreenRoutesAreCountedAtBothLevels) {
    auto builder = twoCommunes();
    builder.add(Role::greenRoutes,
                {{"id", "x1"}, {"commune_code", "00874"}, {"village_code", "0087401"}, {"recognised_on", "1/3/2022"}});
    const Answer found = answer(builder.linked(), "E3");
    EXPECT_EQ(found.state, AnswerState::answered);
    EXPECT_EQ(found.headline.en, "1 of 2 communes and 1 of 3 villages have a recognised route");
    ASSERT_EQ(found.table.rows.size(), 2U);
    EXPECT_EQ(found.table.rows[1].role, Role::communes);
    EXPECT_EQ(found.table.rows[1].row, 1);
    EXPECT_EQ(text(found, 0, 0), "Xã Nà Sáng");
    EXPECT_EQ(number(found, 0, "missed"), 1);
    EXPECT_EQ(number(found, 0, "reached_percent"), 50);
}

TEST(Directive, DonatedLandWithPlanAndTheDayComparedWith) {
    auto builder = twoCommunes();
    builder.add(Role::households, {{"id", "h1"}, {"village_code", "0087401"}});
    builder.add(
        Role::donations,
        {{"id", "d1"}, {"commune_code", "00874"}, {"household_id", "h1"}, {"declared_area_m2", "100"}, {"donated_on", "1/3/2022"}});
    builder.add(
        Role::donations,
        {{"id", "d2"}, {"commune_code", "00874"}, {"household_id", "h1"}, {"declared_area_m2", "50"}, {"donated_on", "1/5/2022"}});
    builder.add(Role::targets, {{"unit_code", "00874"}, {"indicator", "donated_m2"}, {"year", "2022"}, {"value", "300"}});
    const District district = builder.linked();
    const Answer found = answer(district, "V5", Date::fromYmd(2022, 4, 1));
    EXPECT_EQ(found.headline.vi, "1 hộ đã hiến 150 m², cam kết thêm 0 m²; 0 công trình còn vướng đất");
    EXPECT_EQ(found.figures[0].value, 150);
    EXPECT_EQ(found.figures[0].previous, 100);
    EXPECT_EQ(found.figures[0].target, 300);
    EXPECT_EQ(number(found, 0, "percent_of_plan"), 50);
    const Answer plans = answer(district, "E1");
    EXPECT_EQ(plans.headline.en, "1 targets given to communes, 0 reached");
}

TEST(Directive, TheCountdownGoesToTheDeadlineThatMostHousesShare) {
    auto builder = twoCommunes();
    builder.add(Role::households, {{"id", "h1"}, {"village_code", "0087401"}});
    for (const char* id : {"a", "b"})
        builder.add(Role::houses, {{"id", id}, {"household_id", "h1"}, {"phase", "2022"}, {"deadline", "30/6/2022"}});
    builder.add(Role::houses, {{"id", "c"},
                               {"household_id", "h1"},
                               {"phase", "2022"},
                               {"deadline", "31/12/2022"},
                               {"started_on", "1/1/2022"},
                               {"finished_on", "1/5/2022"}});
    EXPECT_EQ(answer(builder.linked(), "V10").headline.en, "1 of 3 houses of 2022 finished, 2 late or at risk; 43 days left");
}

TEST(Directive, MoneyIsToldBySourceAndNeverByDonor) {
    auto builder = twoCommunes();
    const auto gift = [&](const char* kind, const char* donor, const char* amount) {
        builder.add(
            Role::contributions,
            {{"date", "1/3/2022"}, {"commune_code", "00874"}, {"donor_kind", kind}, {"donor", donor}, {"amount_vnd", amount}});
    };
    gift("doanh nghiệp", "Công ty A", "5000000");
    gift("cán bộ, công chức", "Giàng Thị Mỷ", "200000");
    gift("doanh nghiệp", "Công ty B", "1000000");
    const District district = builder.linked();
    const Answer sources = answer(district, "E7");
    ASSERT_EQ(sources.table.rows.size(), 2U);
    EXPECT_EQ(text(sources, 0, 0), "doanh nghiệp");
    EXPECT_EQ(number(sources, 0, "amount_vnd"), 6000000);
    EXPECT_EQ(answer(district, "V6").headline.en, "1 gifts, 200,000 VND from officials and agencies");
    for (const AnswerRow& row : sources.table.rows) {
        for (const AnswerCell& cell : row.cells) {
            const auto* figureWords = std::get_if<Bilingual>(&cell);
            EXPECT_TRUE(figureWords == nullptr || figureWords->vi.find("Giàng") == std::string::npos);
        }
    }
}

TEST(Directive, TurnsOnSaturdaysAreToldByOrganisation) {
    auto builder = twoCommunes();
    builder.add(Role::saturdays,
                {{"date", "7/5/2022"}, {"commune_code", "00874"}, {"organisation", "Hội Nông dân"}, {"participants", "20"}});
    builder.add(Role::saturdays,
                {{"date", "14/5/2022"}, {"commune_code", "00874"}, {"organisation", "Hội Nông dân"}, {"participants", "30"}});
    builder.add(Role::saturdays,
                {{"date", "14/5/2022"}, {"commune_code", "00874"}, {"organisation", "Công an xã"}, {"participants", "9"}});
    const Answer found = answer(builder.linked(), "V7");
    EXPECT_EQ(found.headline.en, "3 shifts by 2 organisations; 1 of 2 communes silent on the latest Saturdays");
    EXPECT_EQ(text(found, 0, 0), "Hội Nông dân");
    EXPECT_EQ(number(found, 0, "participants"), 50);
}

TEST(Directive, RecordsThatFoundNoPlaceAreSaidToHaveNone) {
    auto builder = twoCommunes();
    builder.add(Role::publicAssets,
                {{"id", "a"}, {"name", "a"}, {"kind", "k"}, {"commune_code", "Không Có"}, {"condition", "tốt"}});
    const Answer found = answer(builder.linked(), "V9");
    EXPECT_EQ(found.state, AnswerState::notMapped);
    EXPECT_NE(found.headline.en.find("no record found its commune"), std::string::npos);
}

TEST(Directive, TheSupportListIsFollowedThroughItsChanges) {
    auto builder = twoCommunes();
    for (const char* id : {"h1", "h2"}) builder.add(Role::households, {{"id", id}, {"village_code", "0087401"}});
    builder.add(Role::supportList,
                {{"household_id", "h1"}, {"listed_on", "1/2/2021"}, {"removed_on", "1/4/2022"}, {"replaced_by", "h2"}});
    builder.add(Role::supportList, {{"household_id", "h2"}, {"listed_on", "1/4/2022"}});
    const Answer found = answer(builder.linked(), "V12");
    EXPECT_EQ(found.headline.en, "1 households listed, 1 taken off, 1 replaced; 0 of priority still off");
    EXPECT_EQ(number(found, 0, "added"), 1);
}

} // namespace
} // namespace banlang
