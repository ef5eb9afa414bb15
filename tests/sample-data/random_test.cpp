// SPDX-License-Identifier: MIT
#include "sample-data/names.h"
#include "sample-data/random.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <set>
#include <string>
#include <vector>

namespace banlang::sample {
namespace {

TEST(SampleRandom, IsTheSameOnEveryMachine) {
    // SplitMix64 with seed 0, as its author prints it.
    std::uint64_t state = 0;
    const auto splitMix = [&] {
        const std::uint64_t value = mixed(state);
        state += 0x9E3779B97F4A7C15ULL;
        return value;
    };
    EXPECT_EQ(splitMix(), 0xE220A8397B1DCDAFULL);
    EXPECT_EQ(splitMix(), 0x6E789E6AA1B965F4ULL);
    EXPECT_EQ(splitMix(), 0x06C45D188009454FULL);
}

TEST(SampleRandom, StreamsOfOneSeedAreApart) {
    std::set<std::uint64_t> first;
    for (std::uint64_t stream = 0; stream < 30; ++stream) {
        for (std::uint64_t item = 0; item < 30; ++item) first.insert(Random(1, stream, item).next());
    }
    EXPECT_EQ(first.size(), 900U);
    EXPECT_NE(hashOf(1, 2, 3), hashOf(1, 3, 2));
    EXPECT_NE(hashOf(1, 2), hashOf(2, 1));
    EXPECT_EQ(Random(5, 6).next(), Random(5, 6).next());
}

TEST(SampleRandom, DrawsStayInTheirRangeAndFillIt) {
    Random random(9, 1);
    std::array<int, 6> counts{};
    double sum = 0;
    double squares = 0;
    constexpr int draws = 60'000;
    for (int i = 0; i < draws; ++i) {
        const double unit = random.unit();
        EXPECT_TRUE(unit >= 0 && unit < 1);
        const int die = random.whole(1, 6);
        ASSERT_TRUE(die >= 1 && die <= 6);
        ++counts[static_cast<std::size_t>(die - 1)];
        const double between = random.between(-3, 5);
        EXPECT_TRUE(between >= -3 && between < 5);
        const double bell = random.bell();
        EXPECT_LE(std::abs(bell), 3.5);
        sum += bell;
        squares += bell * bell;
    }
    // Five standard deviations of the count of a face, and of the mean of the bell.
    for (const int count : counts) EXPECT_NEAR(count, draws / 6, 460);
    EXPECT_NEAR(sum / draws, 0, 0.021);
    EXPECT_NEAR(std::sqrt(squares / draws), 1, 0.02);
    EXPECT_EQ(random.whole(4, 4), 4);
}

TEST(SampleRandom, UnitNeverReachesOne) {
    EXPECT_EQ(unitOf(0), 0);
    EXPECT_LT(unitOf(~std::uint64_t{0}), 1);
}

TEST(SampleRandom, AChanceOfNothingAndOfAll) {
    Random random(1, 1);
    for (int i = 0; i < 1'000; ++i) {
        EXPECT_FALSE(random.chance(0));
        EXPECT_TRUE(random.chance(1));
    }
}

TEST(SampleNames, UnitsOfOneDistrictHaveNamesOfTheirOwn) {
    std::set<std::string> communes;
    for (std::size_t i = 0; i < 300; ++i) communes.insert(communeName(i));
    EXPECT_EQ(communes.size(), 300U);
    for (std::size_t first = 0; first < 5'000; first += 97) {
        std::set<std::string> villages;
        for (std::size_t i = first; i < first + 200; ++i) villages.insert(villageName(i));
        EXPECT_EQ(villages.size(), 200U) << first;
    }
    std::set<std::string> districts;
    for (std::size_t i = 0; i < 40; ++i) districts.insert(districtName(i));
    EXPECT_EQ(districts.size(), 40U);
}

TEST(SampleNames, PeopleHaveThreeNamesAndTheSameInEveryRun) {
    std::set<std::string> names;
    for (std::uint64_t household = 0; household < 500; ++household) {
        const std::string name = personName(1, household);
        EXPECT_EQ(std::count(name.begin(), name.end(), ' '), 2) << name;
        EXPECT_EQ(name, personName(1, household));
        names.insert(name);
    }
    EXPECT_GT(names.size(), 300U);
    EXPECT_NE(personName(1, 7) + personName(1, 8), personName(2, 7) + personName(2, 8));
}

TEST(SampleNames, WideWatersAreRivers) {
    EXPECT_TRUE(riverName(3, 30).starts_with("Sông "));
    EXPECT_TRUE(riverName(3, 5).starts_with("Suối "));
}

} // namespace
} // namespace banlang::sample
