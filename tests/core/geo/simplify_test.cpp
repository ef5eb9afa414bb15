// SPDX-License-Identifier: MIT
#include "core/geo/simplify.h"
#include "tests/support/soak_round.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace banlang {
namespace {

using Kept = std::vector<std::uint32_t>;

Kept kept(const std::vector<double>& xy, double toleranceM) {
    Kept vertices;
    simplify(xy, toleranceM, vertices);
    return vertices;
}

double distanceToSegment(double px, double py, double ax, double ay, double bx, double by) {
    const double length2 = (bx - ax) * (bx - ax) + (by - ay) * (by - ay);
    const double t = length2 > 0 ? std::clamp(((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length2, 0.0, 1.0) : 0;
    return std::hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay));
}

double farthestLeftOut(const std::vector<double>& xy, const Kept& vertices) {
    double farthest = 0;
    for (std::size_t k = 0; k + 1 < vertices.size(); ++k) {
        const std::size_t a = vertices[k];
        const std::size_t b = vertices[k + 1];
        for (std::size_t i = a; i <= b; ++i) {
            farthest =
                std::max(farthest, distanceToSegment(xy[2 * i], xy[2 * i + 1], xy[2 * a], xy[2 * a + 1], xy[2 * b], xy[2 * b + 1]));
        }
    }
    return farthest;
}

TEST(Simplify, KeepsTheEndsOfAStraightLine) {
    EXPECT_EQ(kept({0, 0, 10, 0, 20, 0.3, 30, 0}, 1), (Kept{0, 3}));
}

TEST(Simplify, KeepsABend) {
    EXPECT_EQ(kept({0, 0, 50, 0, 100, 0, 100, 50, 100, 100}, 1), (Kept{0, 2, 4}));
}

TEST(Simplify, KeepsTheFarEndOfAHairpin) {
    EXPECT_EQ(kept({0, 0, 100, 0, 3, 0}, 1), (Kept{0, 1, 2}));
}

TEST(Simplify, LeavesNothingOutWithoutTolerance) {
    EXPECT_EQ(kept({0, 0, 1, 1, 2, 0, 3, 1}, 0), (Kept{0, 1, 2, 3}));
}

TEST(Simplify, TakesLinesOfAnyLength) {
    EXPECT_TRUE(kept({}, 1).empty());
    EXPECT_EQ(kept({5, 5}, 1), (Kept{0}));
    EXPECT_EQ(kept({5, 5, 5, 5}, 1), (Kept{0, 1}));
}

TEST(Simplify, StaysNearALineThatWanders) {
    std::mt19937 random(3 + test::soakRound());
    std::uniform_real_distribution<double> turn(-0.9, 0.9);
    for (int line = 0; line < 50; ++line) {
        std::vector<double> xy{480'000, 2'560'000};
        double heading = 0;
        for (int i = 1; i < 2000; ++i) {
            heading += turn(random);
            xy.push_back(xy[xy.size() - 2] + 10 * std::cos(heading));
            xy.push_back(xy[xy.size() - 2] + 10 * std::sin(heading));
        }
        for (const double toleranceM : {2.0, 12.0, 75.0}) {
            const Kept vertices = kept(xy, toleranceM);
            EXPECT_LE(farthestLeftOut(xy, vertices), 2 * toleranceM);
            EXPECT_LT(vertices.size(), toleranceM > 10 ? 1000U : 2000U);
        }
    }
}

} // namespace
} // namespace banlang
