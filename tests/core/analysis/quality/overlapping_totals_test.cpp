// SPDX-License-Identifier: MIT
#include "core/analysis/progress/progress.h"
#include "core/analysis/quality/excluded_records.h"
#include "core/analysis/quality/overlapping_totals.h"
#include "tests/support/analysis_context.h"
#include "tests/support/district_builder.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace banlang {
namespace {

using test::DistrictBuilder;
using test::twoCommunes;
using testing::ElementsAre;
using testing::IsEmpty;

const Date end2022 = Date::fromYmd(2022, 12, 31);

Date firstOf(int month) {
    return Date::fromYmd(2022, month, 1);
}
Date lastOf(int month) {
    return month == 12 ? end2022 : Date{firstOf(month + 1).daysSince1970 - 1};
}
Period months(int from, int to) {
    return {firstOf(from), lastOf(to)};
}

/// Gifts to one commune, each the total of a period, one batch each.
class Totals {
public:
    Totals& add(Period period, double amount, std::string_view source = "dân", std::string_view commune = "00874") {
        builder_.add(Role::contributions, {{"date", toIso(period.last)},
                                           {"commune_code", commune},
                                           {"donor_kind", source},
                                           {"amount_vnd", fmt::format("{}", amount)}});
        times_.timeOf.push_back(static_cast<std::uint32_t>(times_.times.size()));
        times_.times.push_back({period.last, period});
        return *this;
    }
    /// A further line of the table that was added last.
    Totals& line(double amount, std::string_view source = "dân") {
        const RecordTime last = times_.times.back();
        add(*last.total, amount, source);
        times_.timeOf.back() = static_cast<std::uint32_t>(times_.times.size() - 2);
        times_.times.pop_back();
        return *this;
    }
    /// Of a village of 00874.
    Totals& village(std::string_view code, Period period, double amount, std::string_view source = "dân") {
        builder_.add(Role::contributions, {{"date", toIso(period.last)},
                                           {"commune_code", "00874"},
                                           {"village_code", code},
                                           {"donor_kind", source},
                                           {"amount_vnd", fmt::format("{}", amount)}});
        times_.timeOf.push_back(static_cast<std::uint32_t>(times_.times.size()));
        times_.times.push_back({period.last, period});
        return *this;
    }
    /// A gift with its own day.
    Totals& event(Date day, double amount, std::string_view source = "dân", std::string_view commune = "00874") {
        add({day, day}, amount, source, commune);
        times_.times.back() = {};
        return *this;
    }
    [[nodiscard]] District district() const {
        District district = builder_.linked();
        district.times[indexOf(Role::contributions)] = RecordTimes(times_);
        return district;
    }
    [[nodiscard]] std::vector<std::uint32_t> leftOut(Date asOf = end2022) const {
        std::vector<std::uint32_t> rows;
        for (const OverlappingTotal& total : overlappingTotals(district(), Role::contributions, asOf)) rows.push_back(total.row);
        return rows;
    }
    [[nodiscard]] double sum(Date asOf = end2022) const {
        const auto units = progress(test::contextOf(district(), asOf));
        for (const Indicator& one : units->front().indicators) {
            if (one.id == "contributions_vnd") return one.value.value_or(0);
        }
        return -1;
    }

private:
    DistrictBuilder builder_ = twoCommunes();
    RecordTimes times_;
};

TEST(OverlappingTotals, TheLongestStandsAndWhatLiesInsideIsItsDetail) {
    Totals totals;
    totals.add(months(1, 5), 500).add(months(1, 3), 200).add(months(5, 5), 80);
    EXPECT_EQ(totals.sum(), 500);
    EXPECT_THAT(totals.leftOut(), ElementsAre(1, 2));
    totals.add(months(6, 6), 70);
    EXPECT_EQ(totals.sum(), 570) << "a month that no longer total holds";
}

TEST(OverlappingTotals, OnADayOnlyTotalsThatHaveEndedCount) {
    Totals totals;
    totals.add(months(1, 5), 500).add(months(1, 3), 200);
    EXPECT_EQ(totals.sum(lastOf(3)), 200);
    EXPECT_EQ(totals.sum(lastOf(5)), 500);
}

TEST(OverlappingTotals, WhatOverlapsInPartIsLeftOutAndSaysSo) {
    Totals totals;
    totals.add(months(4, 6), 120).add(months(1, 5), 500).add(months(6, 6), 70);
    EXPECT_EQ(totals.sum(), 570);
    const auto left = overlappingTotals(totals.district(), Role::contributions, end2022);
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].row, 0U);
    EXPECT_EQ(left[0].countedRow, 1U);
    EXPECT_EQ(left[0].overlap, TotalOverlap::partial);
    const auto excluded = excludedRecords(test::contextOf(totals.district(), end2022));
    ASSERT_EQ(excluded->groups.size(), 1U);
    EXPECT_EQ(excluded->groups[0].rule, "overlapping-total");
    EXPECT_EQ(excluded->groups[0].amount, 120);
}

TEST(OverlappingTotals, OfTwoOfOnePeriodTheLargerStands) {
    Totals totals;
    totals.add(months(1, 3), 200).add(months(1, 3), 230);
    EXPECT_EQ(totals.sum(), 230);
    EXPECT_EQ(overlappingTotals(totals.district(), Role::contributions, end2022).at(0).overlap, TotalOverlap::samePeriod);
}

TEST(OverlappingTotals, LinesOfOneReportAreOneTotal) {
    Totals totals;
    totals.add(months(1, 3), 100).line(60).add(months(1, 1), 30).line(20);
    EXPECT_EQ(totals.sum(), 160);
    EXPECT_THAT(totals.leftOut(), ElementsAre(2, 3));
}

TEST(OverlappingTotals, OtherUnitsAndOtherSourcesPlayNoPart) {
    Totals totals;
    totals.add(months(1, 5), 500).add(months(1, 3), 40, "doanh nghiệp").add(months(1, 3), 7, "dân", "00877");
    EXPECT_THAT(totals.leftOut(), IsEmpty());
    EXPECT_EQ(totals.sum(), 547);
}

TEST(OverlappingTotals, HoldTheEventsOfTheirUnitAndOfItsVillagesWithinTheirPeriod) {
    Totals totals;
    totals.add(months(1, 5), 500).event(firstOf(3), 20).event(firstOf(7), 30);
    EXPECT_THAT(totals.leftOut(), ElementsAre(1));
    EXPECT_EQ(totals.sum(), 530);
    EXPECT_EQ(totals.sum(lastOf(4)), 20) << "the total is not there yet";
}

TEST(OverlappingTotals, OfACommuneHoldThoseOfItsVillages) {
    Totals totals;
    totals.add(months(5, 5), 60).village("0087401", months(5, 5), 30).village("0087402", months(5, 5), 30);
    EXPECT_THAT(totals.leftOut(), ElementsAre(1, 2));
    EXPECT_EQ(totals.sum(), 60);
    Totals alone;
    alone.village("0087401", months(5, 5), 30).village("0087402", months(5, 5), 20).add(months(6, 6), 60);
    EXPECT_EQ(alone.sum(), 110) << "other months";
    Totals others;
    others.add(months(5, 5), 60, "doanh nghiệp").village("0087401", months(5, 5), 30);
    EXPECT_EQ(others.sum(), 90) << "another source";
    Totals larger;
    larger.add(months(1, 5), 60).village("0087401", months(5, 6), 30);
    EXPECT_THAT(larger.leftOut(), ElementsAre(1)) << "what shares days cannot be split";
}

TEST(OverlappingTotals, HoldNoEventOfAnotherUnitOrThatSaysAnotherSource) {
    Totals totals;
    totals.add(months(1, 5), 500).event(firstOf(3), 20, "doanh nghiệp").event(firstOf(3), 30, "dân", "00877");
    EXPECT_THAT(totals.leftOut(), IsEmpty());
    Totals unsaid;
    unsaid.add(months(1, 5), 500, "").event(firstOf(3), 20, "doanh nghiệp");
    EXPECT_THAT(unsaid.leftOut(), ElementsAre(1)) << "a total of all sources holds each of them";
}

TEST(OverlappingTotals, AreNoMatterOfTheOrderInWhichTheyCame) {
    std::vector<std::pair<Period, double>> all{{months(1, 5), 500}, {months(4, 6), 120}, {months(6, 6), 70},
                                               {months(1, 3), 200}, {months(1, 3), 210}, {months(7, 9), 90}};
    std::mt19937 random(7);
    for (int round = 0; round < 30; ++round) {
        std::shuffle(all.begin(), all.end(), random);
        Totals totals;
        for (const auto& [period, amount] : all) totals.add(period, amount);
        EXPECT_EQ(totals.sum(), 660);
    }
}

/// Written from the definition alone: takes the best of what is left, day by day, until nothing is left that shares no day.
double bruteForce(std::vector<std::pair<Period, double>> all) {
    std::set<int> taken;
    double sum = 0;
    while (!all.empty()) {
        const auto best = std::max_element(all.begin(), all.end(), [](const auto& a, const auto& b) {
            const auto rank = [](const auto& one) {
                const int days = one.first.last.daysSince1970 - one.first.first.daysSince1970;
                return std::tuple(days, one.first.last.daysSince1970, one.second);
            };
            return rank(a) < rank(b);
        });
        bool isFree = true;
        for (int day = best->first.first.daysSince1970; day <= best->first.last.daysSince1970; ++day)
            isFree = isFree && !taken.contains(day);
        if (isFree) {
            sum += best->second;
            for (int day = best->first.first.daysSince1970; day <= best->first.last.daysSince1970; ++day) taken.insert(day);
        }
        all.erase(best);
    }
    return sum;
}

TEST(OverlappingTotals, AgreeWithBruteForceAndCountNoDayTwice) {
    std::mt19937 random(2022);
    for (int round = 0; round < 150; ++round) {
        Totals totals;
        std::vector<std::pair<Period, double>> all;
        const int count = 1 + static_cast<int>(random() % 7);
        for (int i = 0; i < count; ++i) {
            const int from = 1 + static_cast<int>(random() % 12);
            const int to = from + static_cast<int>(random() % static_cast<unsigned>(13 - from));
            // Powers of two, so that a sum tells what it was made of.
            const double amount = static_cast<double>(1U << static_cast<unsigned>(i));
            totals.add(months(from, to), amount);
            all.emplace_back(months(from, to), amount);
        }
        EXPECT_EQ(totals.sum(), bruteForce(all)) << "round " << round;
    }
}

} // namespace
} // namespace banlang
