// SPDX-License-Identifier: MIT
#include "core/text/string_similarity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace banlang {
namespace {

/// Letters to insert, remove or change, straight from the definition.
std::size_t distanceByDefinition(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return a.size() + b.size();
    if (a.back() == b.back()) return distanceByDefinition(a.substr(0, a.size() - 1), b.substr(0, b.size() - 1));
    return 1 + std::min({distanceByDefinition(a.substr(0, a.size() - 1), b), distanceByDefinition(a, b.substr(0, b.size() - 1)),
                         distanceByDefinition(a.substr(0, a.size() - 1), b.substr(0, b.size() - 1))});
}

TEST(StringSimilarity, KnownPairs) {
    EXPECT_DOUBLE_EQ(similarity("kitten", "sitting"), 1 - 3.0 / 7);
    EXPECT_DOUBLE_EQ(similarity("na sang", "na sang"), 1);
    EXPECT_DOUBLE_EQ(similarity("na sang", "na xang"), 1 - 1.0 / 7);
    EXPECT_DOUBLE_EQ(similarity("abc", "xyz"), 0);
}

TEST(StringSimilarity, AnEmptyTextIsLikeNothing) {
    EXPECT_DOUBLE_EQ(similarity("", "thon"), 0);
    EXPECT_DOUBLE_EQ(similarity("thon", ""), 0);
    EXPECT_DOUBLE_EQ(similarity("", ""), 0) << "two rows that say nothing are no choice to offer";
}

TEST(StringSimilarity, LettersWithMarksCountByTheirBytes) {
    // á and à differ in the second of their two bytes.
    EXPECT_DOUBLE_EQ(similarity("á", "à"), 0.5);
    EXPECT_DOUBLE_EQ(similarity("Sáng", "Sàng"), 0.8);
}

TEST(StringSimilarity, AgreesWithItsDefinitionBothWaysRound) {
    std::mt19937 draw(5);
    const auto word = [&] {
        std::string text(draw() % 6, 'a');
        for (char& c : text) c = static_cast<char>('a' + draw() % 3);
        return text;
    };
    for (int round = 0; round < 300; ++round) {
        const std::string a = word();
        const std::string b = word();
        const std::size_t longest = std::max(a.size(), b.size());
        const double expected =
            longest == 0 ? 0 : 1 - static_cast<double>(distanceByDefinition(a, b)) / static_cast<double>(longest);
        EXPECT_DOUBLE_EQ(similarity(a, b), expected) << a << " / " << b;
        EXPECT_DOUBLE_EQ(similarity(b, a), expected) << b << " / " << a;
    }
}

} // namespace
} // namespace banlang
