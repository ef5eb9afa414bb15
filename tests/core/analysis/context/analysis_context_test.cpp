// SPDX-License-Identifier: MIT
#include "core/analysis/context/analysis_context.h"
#include "core/analysis/criteria/criteria.h"
#include "core/analysis/directives/directives.h"
#include "core/analysis/gaps/gaps.h"
#include "core/analysis/land/right_of_way_acquisition.h"
#include "core/analysis/progress/progress.h"
#include "core/analysis/quality/excluded_records.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <thread>
#include <vector>

namespace banlang {
namespace {

using test::contextOf;
using test::rulesOf;
using test::twoCommunes;

const Date meeting = Date::fromYmd(2022, 5, 18);
const Date newYear = Date::fromYmd(2021, 12, 31);

AnalysisContext smallContext() {
    auto builder = twoCommunes();
    builder.add(Role::donations,
                {{"id", "d1"}, {"commune_code", "00874"}, {"declared_area_m2", "100"}, {"donated_on", "1/3/2022"}});
    builder.add(Role::meetings, {{"date", "1/5/2022"}, {"village_code", "0087401"}});
    return contextOf(builder.linked(), meeting);
}

/// Counts how often it is made, and says what of the context it saw.
struct Probe {
    std::atomic<int> made{0};
    std::string seen(const AnalysisContext& context, const ContextParts& reads) {
        return *context.kept<std::string>(
            {"probe", reads},
            [&](const AnalysisContext& asked) {
                ++made;
                return toIso(asked.asOf()) + '|' + toIso(asked.compareWith().value_or(Date{})) + '|' + toIso(asked.period().first) +
                       '|' + std::to_string(asked.rules().gaps.staleDays);
            },
            [](const std::string& text) { return text.size(); });
    }
};

TEST(AnalysisContext, EightThreadsMakeAResultOnce) {
    const AnalysisContext context = smallContext();
    Probe probe;
    std::latch all(8);
    std::vector<std::shared_ptr<const std::vector<AdminUnitProgress>>> got(8);
    {
        std::vector<std::jthread> threads;
        for (auto& place : got) {
            threads.emplace_back([&] {
                all.arrive_and_wait();
                (void)probe.seen(context, {.day = true});
                place = progress(context);
            });
        }
    }
    EXPECT_EQ(probe.made, 1);
    for (const auto& units : got) EXPECT_EQ(units, got.front());
}

TEST(AnalysisContext, AnAnalysisSeesTheDeclaredPartsAloneAndIsKeptByThem) {
    const AnalysisContext context = smallContext().comparedWith(newYear);
    const std::string stale = std::to_string(context.rules().gaps.staleDays);
    Probe probe;
    EXPECT_EQ(probe.seen(context, {.day = true}), "2022-05-18||2022-01-01|" + stale);
    EXPECT_EQ(probe.seen(context.comparedWith(std::nullopt), {.day = true}), "2022-05-18||2022-01-01|" + stale);
    EXPECT_EQ(probe.made, 1) << "the day compared with is not among them";
    EXPECT_EQ(probe.seen(context.on(newYear), {.day = true}), "2021-12-31||2021-01-01|" + stale);
    EXPECT_EQ(probe.seen(context, {.day = true, .compareDay = true}), "2022-05-18|2021-12-31|2022-01-01|" + stale);
    EXPECT_EQ(probe.seen(context.within(Period::ofYear(2020)), {.period = true}), "||2020-01-01|" + stale);
    EXPECT_EQ(probe.seen(context, {}), "|||" + stale);
    EXPECT_EQ(probe.made, 5);
}

TEST(AnalysisContext, OtherRulesGiveAnotherResultAndEqualOnesTheSame) {
    const AnalysisContext context = smallContext();
    RuleTexts texts;
    texts.own["gap_rules.toml"] = "[stale]\nno_record_days = 3\n";
    Probe probe;
    (void)probe.seen(context, {.day = true});
    EXPECT_EQ(probe.seen(context.under(rulesOf(texts)), {.day = true}), "2022-05-18||2022-01-01|3");
    EXPECT_EQ(probe.seen(context.under(rulesOf(texts)), {.day = true}), "2022-05-18||2022-01-01|3");
    EXPECT_EQ(probe.made, 2) << "read anew, the same rules";
    const GapQuestion& question = *gapQuestion("stale-data");
    const auto usual = findGap(context, question);
    const auto strict = findGap(context.under(rulesOf(texts)), question);
    EXPECT_NE(usual, strict);
    EXPECT_GT(strict->items.size(), usual->items.size());
    EXPECT_EQ(findGap(context, question), usual);
}

TEST(AnalysisContext, AnotherDayOrDistrictGivesAnotherResult) {
    const AnalysisContext context = smallContext();
    const auto units = progress(context);
    EXPECT_EQ(progress(context), units);
    EXPECT_NE(progress(context.on(newYear)), units);
    EXPECT_NE(progress(context.comparedWith(newYear)), units);
    EXPECT_NE(progress(smallContext()), units);
    EXPECT_EQ(rightOfWayAcquisition(context.comparedWith(newYear)), rightOfWayAcquisition(context)) << "compares nothing";
    EXPECT_EQ(excludedRecords(context.on(newYear)), excludedRecords(context)) << "depends on no day";
    EXPECT_EQ(*communeCriteria(context), *communeCriteria(context));
}

TEST(AnalysisContext, ADistrictThatIsChangedForgets) {
    const auto district = std::make_shared<District>(twoCommunes().linked());
    const AnalysisContext context(district, shippedRules(), meeting);
    const auto units = progress(context);
    (void)district->table(Role::donations);
    EXPECT_NE(progress(context), units);
}

TEST(AnalysisContext, WhatWasStoppedIsNotKept) {
    const AnalysisContext context = smallContext();
    std::stop_source stop;
    stop.request_stop();
    const auto partial = directiveAnswers(context.stoppedBy(stop.get_token()));
    EXPECT_TRUE(partial->empty());
    EXPECT_EQ(directiveAnswers(context)->size(), directivePoints().size());
}

TEST(AnalysisContext, ThePeriodIsTheYearOfTheDayUnlessOneIsSet) {
    const AnalysisContext context = smallContext();
    EXPECT_EQ(context.period(), Period::ofYear(2022));
    EXPECT_EQ(context.on(newYear).period(), Period::ofYear(2021));
    EXPECT_EQ(context.within(Period::ofYear(2020)).on(newYear).period(), Period::ofYear(2020));
    EXPECT_FALSE(context.on(Date{}).period().first.known());
}

} // namespace
} // namespace banlang
