// SPDX-License-Identifier: MIT
#include "core/geo/feature_chunks.h"
#include "tests/support/soak_round.h"

#include <gmock/gmock.h>

#include <limits>
#include <random>

namespace banlang {
namespace {

using testing::UnorderedElementsAreArray;

void addSquare(GeometryColumn& column, Point corner, double side) {
    for (const Point at : {corner, Point{corner.x + side, corner.y}, Point{corner.x + side, corner.y + side},
                           Point{corner.x, corner.y + side}, corner}) {
        column.addPoint(at);
    }
    column.endRing();
    column.endPart();
    column.endFeature();
}

GeometryColumn scatteredSquares(std::size_t count) {
    GeometryColumn column;
    column.kind = GeometryKind::polygon;
    std::mt19937 random(5 + test::soakRound());
    std::uniform_real_distribution<double> place(0, 10'000);
    for (std::size_t i = 0; i < count; ++i) addSquare(column, {place(random), place(random)}, 20);
    return column;
}

TEST(FeatureChunks, FindWhatASearchThroughAllBoxesFinds) {
    const GeometryColumn squares = scatteredSquares(5'000);
    const FeatureChunks chunks = chunksOf(squares);
    EXPECT_GT(chunks.count(), 4U);
    for (const Box& query :
         {Box{0, 0, 500, 700}, Box{4'000, 4'000, 4'010, 4'010}, Box{-5, -5, 20'000, 20'000}, Box{-9, -9, -1, -1}}) {
        std::vector<std::uint32_t> found;
        chunks.search(squares, query, [&](std::uint32_t feature) { found.push_back(feature); });
        std::vector<std::uint32_t> expected;
        for (std::uint32_t i = 0; i < squares.featureCount(); ++i) {
            if (squares.boxes[i].intersects(query)) expected.push_back(i);
        }
        EXPECT_THAT(found, UnorderedElementsAreArray(expected));
    }
    EXPECT_NEAR(chunks.averageSizeM, 20, 1e-6);
}

TEST(FeatureChunks, LeaveOutWhatHasNoPlaceAndWhatNobodyWants) {
    GeometryColumn squares = scatteredSquares(10);
    squares.endFeature(); // empty
    addSquare(squares, {std::numeric_limits<double>::quiet_NaN(), 0}, 20);
    squares.refreshBoxes();
    EXPECT_EQ(chunksOf(squares).features.size(), 10U);
    EXPECT_EQ(chunksOf(squares, [](std::size_t feature) { return feature % 2 == 0; }).features.size(), 5U);
    EXPECT_EQ(chunksOf(GeometryColumn()).count(), 0U);
}

} // namespace
} // namespace banlang
