// SPDX-License-Identifier: MIT
#include "core/geo/measure.h"
#include "core/geo/wkb.h"
#include "core/intake/crs_detection.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace banlang {
namespace {

constexpr double communeM = 3'000;
constexpr Point corner{450'000, 2'530'000};

void addSquare(GeometryColumn& column, Point at, double size) {
    for (const auto& [x, y] : {std::pair{0.0, 0.0}, {1.0, 0.0}, {1.0, 1.0}, {0.0, 1.0}, {0.0, 0.0}})
        column.addPoint({at.x + x * size, at.y + y * size});
    column.endRing();
    column.endPart();
    column.endFeature();
}

void addPoint(GeometryColumn& column, Point at) {
    column.addPoint(at);
    column.endRing();
    column.endPart();
    column.endFeature();
}

/// Communes 0 to 3 side by side, 3 km each.
GeometryColumn communes() {
    GeometryColumn squares;
    squares.kind = GeometryKind::polygon;
    for (int i = 0; i < 4; ++i) addSquare(squares, {corner.x + i * communeM, corner.y}, communeM);
    return squares;
}

DistrictFootprint district() {
    DistrictFootprint footprint;
    footprint.addPolygons(communes());
    return footprint;
}

/// A grid of places over the communes, `count` a side in each; every 1/count of a commune, the first half a step from its border.
std::vector<Point> gridOver(int count) {
    std::vector<Point> places;
    for (int commune = 0; commune < 4; ++commune) {
        for (int i = 0; i < count * count; ++i) {
            const double step = communeM / count;
            places.push_back({corner.x + commune * communeM + (i % count + 0.5) * step, corner.y + (i / count + 0.5) * step});
        }
    }
    return places;
}

GeometryColumn pointsAt(const std::vector<Point>& places) {
    GeometryColumn points;
    points.kind = GeometryKind::point;
    for (const Point place : places) addPoint(points, place);
    return points;
}

GeometryColumn squaresAt(const std::vector<Point>& places) {
    GeometryColumn squares;
    squares.kind = GeometryKind::polygon;
    for (const Point place : places) addSquare(squares, place, 20);
    return squares;
}

/// As a file would hold them that is in another CRS.
GeometryColumn writtenIn(int epsg, GeometryColumn geometry) {
    const auto from = Crs::fromEpsg(defaultStoreEpsg);
    const auto to = Crs::fromEpsg(epsg);
    const auto transform = CrsTransform::between(*from, *to);
    if (transform->apply(std::span(geometry.xy)) > 0) throw std::logic_error("cannot be written in this CRS");
    geometry.refreshBoxes();
    return geometry;
}

GeometryColumn turned(GeometryColumn geometry) {
    for (std::size_t feature = 0; feature < geometry.featureCount(); ++feature) geometry.swapAxes(feature);
    return geometry;
}

/// Every feature names the commune in which it truly lies.
ExpectedPlace namedCommunes(const std::vector<Point>& truth) {
    return [truth, polygons = communes()](std::size_t feature, Point place) -> std::optional<bool> {
        const auto commune = static_cast<std::size_t>((truth[feature].x - corner.x) / communeM);
        return contains(polygons, commune, place);
    };
}

CrsGuess found(const GeometryColumn& geometry, std::optional<int> declaredEpsg = {},
               const DistrictFootprint& footprint = district(), const ExpectedPlace& expectedPlace = {}) {
    CrsDetector finder(defaultStoreEpsg);
    std::optional<Crs> declared;
    if (declaredEpsg) declared = *Crs::fromEpsg(*declaredEpsg);
    return finder.find(geometry, declared, footprint, expectedPlace);
}

TEST(Place, LayersWithoutCrsThatFitTheStoreAreInItsCrs) {
    for (const GeometryColumn& geometry : {pointsAt(gridOver(40)), squaresAt(gridOver(40))}) {
        const CrsGuess guess = found(geometry);
        ASSERT_FALSE(guess.candidates.empty());
        EXPECT_TRUE(guess.certain);
        EXPECT_FALSE(guess.declaredFits);
        EXPECT_EQ(guess.candidates.front().epsg, 9209);
        EXPECT_FALSE(guess.candidates.front().swapAxes);
        EXPECT_GE(guess.candidates.front().insideShare, 0.99);
        EXPECT_FALSE(guess.candidates.front().ownShare);
        EXPECT_NEAR(guess.candidates.front().middle.lonDeg, 105.07, 0.02);
        EXPECT_NEAR(guess.candidates.front().middle.latDeg, 22.88, 0.02);
    }
}

TEST(Place, ZonesThatNearlyCoincideAreToldByTheUnitsThatRowsName) {
    // 3405 lies 225 m from 32648 and 750 m from 5897 here: all three put nearly everything into the district.
    const std::vector<Point> truth = gridOver(40);
    const GeometryColumn geometry = writtenIn(3405, pointsAt(truth));
    const CrsGuess guess = found(geometry, {}, district(), namedCommunes(truth));
    ASSERT_FALSE(guess.candidates.empty());
    EXPECT_TRUE(guess.certain);
    EXPECT_EQ(guess.candidates.front().epsg, 3405);
    EXPECT_DOUBLE_EQ(guess.candidates.front().ownShare.value_or(0), 1);
    for (std::size_t i = 1; i < guess.candidates.size(); ++i)
        EXPECT_LT(guess.candidates[i].ownShare.value_or(0), 0.98) << guess.candidates[i].epsg;
}

TEST(Place, AFewFeaturesInTheMiddleCannotTellSuchZonesApart) {
    const std::vector<Point> truth = {{451'500, 2'531'500}, {451'600, 2'531'500}, {454'500, 2'531'600}, {457'500, 2'531'600}};
    const CrsGuess guess = found(writtenIn(3405, pointsAt(truth)), {}, district(), namedCommunes(truth));
    EXPECT_FALSE(guess.certain);
    ASSERT_GE(guess.candidates.size(), 2U);
    EXPECT_EQ(guess.candidates.front().ownShare, 1);
}

TEST(Place, ExchangedAxesAreFound) {
    const CrsGuess guess = found(turned(pointsAt(gridOver(40))));
    ASSERT_FALSE(guess.candidates.empty());
    EXPECT_TRUE(guess.certain);
    EXPECT_EQ(guess.candidates.front().epsg, 9209);
    EXPECT_TRUE(guess.candidates.front().swapAxes);
}

TEST(Place, ADeclaredCrsThatFitsIsKeptWithoutLookingFurther) {
    const CrsGuess guess = found(writtenIn(3405, pointsAt(gridOver(10))), 3405);
    EXPECT_TRUE(guess.certain);
    EXPECT_TRUE(guess.declaredFits);
    EXPECT_TRUE(guess.declaredPossible);
    EXPECT_DOUBLE_EQ(guess.declaredShare, 1);
    ASSERT_EQ(guess.candidates.size(), 1U);
    EXPECT_EQ(guess.candidates.front().epsg, 3405);
}

TEST(Place, WithoutAnOutlineADeclaredCrsIsBelieved) {
    const CrsGuess guess = found(pointsAt(gridOver(10)), 9210, DistrictFootprint());
    EXPECT_TRUE(guess.certain);
    EXPECT_TRUE(guess.declaredFits);
}

TEST(Place, AWrongDeclaredMeridianIsFound) {
    const CrsGuess guess = found(pointsAt(gridOver(40)), 9210);
    EXPECT_TRUE(guess.certain);
    EXPECT_FALSE(guess.declaredFits);
    EXPECT_TRUE(guess.declaredPossible);
    EXPECT_DOUBLE_EQ(guess.declaredShare, 0);
    ASSERT_FALSE(guess.candidates.empty());
    EXPECT_EQ(guess.candidates.front().epsg, 9209);
}

TEST(Place, DegreesAreNoMetresOfAGrid) {
    const CrsGuess guess = found(writtenIn(4326, pointsAt(gridOver(20))), 9209);
    EXPECT_FALSE(guess.declaredPossible);
    EXPECT_TRUE(guess.certain);
    ASSERT_FALSE(guess.candidates.empty());
    EXPECT_EQ(guess.candidates.front().epsg, 4326);
    EXPECT_FALSE(guess.candidates.front().swapAxes);
}

TEST(Place, NothingIsCertainWhereNothingFits) {
    std::vector<Point> elsewhere = gridOver(10);
    for (Point& place : elsewhere) place.y -= 900'000;
    EXPECT_FALSE(found(pointsAt(elsewhere)).certain);
}

TEST(Place, WithoutOutlineAndCrsNothingIsCertain) {
    const CrsGuess guess = found(pointsAt(gridOver(20)), {}, DistrictFootprint());
    EXPECT_FALSE(guess.certain);
    EXPECT_FALSE(guess.candidates.empty());
}

TEST(Place, LatitudesAboveNinetyTurnWithoutAnOutline) {
    const GeometryColumn geometry = turned(writtenIn(4326, pointsAt(gridOver(5))));
    const CrsGuess guess = found(geometry, 4326, DistrictFootprint());
    EXPECT_FALSE(guess.declaredPossible);
    EXPECT_TRUE(guess.certain);
    ASSERT_FALSE(guess.candidates.empty());
    EXPECT_EQ(guess.candidates.front().epsg, 4326);
    EXPECT_TRUE(guess.candidates.front().swapAxes);
    EXPECT_FALSE(found(geometry, {}, DistrictFootprint()).certain);
}

TEST(Place, FeaturesWithoutPlaceOrWithoutNumbersAreLookedPast) {
    GeometryColumn geometry = pointsAt(gridOver(40));
    geometry.endFeature();
    addPoint(geometry, {std::nan(""), std::nan("")});
    geometry.refreshBoxes();
    const CrsGuess guess = found(geometry);
    EXPECT_TRUE(guess.certain);
    EXPECT_EQ(guess.candidates.front().epsg, 9209);
}

TEST(Place, ALayerWithoutAnyPlaceHasNoCandidates) {
    GeometryColumn geometry;
    geometry.kind = GeometryKind::point;
    geometry.endFeature();
    addPoint(geometry, {std::nan(""), 1});
    geometry.refreshBoxes();
    EXPECT_TRUE(found(geometry).candidates.empty());
    EXPECT_FALSE(found(geometry).certain);
    EXPECT_TRUE(found(geometry, 9209).declaredFits);
}

TEST(Place, ExtentsStandForAnOutlineUntilUnitsAreKnown) {
    DistrictFootprint footprint;
    EXPECT_FALSE(footprint.known());
    footprint.addExtent({0, 0, 10, 10});
    EXPECT_TRUE(footprint.known());
    EXPECT_TRUE(footprint.inside({5, 5}));
    footprint.addPolygons(communes());
    EXPECT_FALSE(footprint.inside({5, 5}));
    EXPECT_TRUE(footprint.inside({451'000, 2'531'000}));
    EXPECT_EQ(footprint.extent(), (Box{450'000, 2'530'000, 462'000, 2'533'000}));
}

TEST(Place, TheBoxRoundTheCountryHoldsItAndNotItsMirror) {
    EXPECT_TRUE(inVietnam({105.0, 22.9}));
    EXPECT_FALSE(inVietnam({22.9, 105.0}));
    EXPECT_FALSE(inVietnam({0, 0}));
}

} // namespace
} // namespace banlang
