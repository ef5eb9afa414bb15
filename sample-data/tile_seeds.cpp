// SPDX-License-Identifier: MIT
#include "sample-data/tile_seeds.h"

#include "sample-data/random.h"

namespace banlang::sample {
namespace {

struct Spacing {
    Zone zone;
    double metres;
};
constexpr Spacing spacings[] = {{Zone::paddy, 25}, {Zone::field, 44}, {Zone::forest, 118}};

std::uint64_t key(int value) {
    return static_cast<std::uint64_t>(static_cast<std::int64_t>(value));
}

Zone zoneAt(const Landscape& land, Point place) {
    const double above = valueAt(land.frame, land.drainage.aboveStreamM, place);
    const double slope = valueAt(land.frame, land.drainage.slope, place);
    const double taste =
        unitOf(hashOf(land.seed, 0x7a6f6e65, key(static_cast<int>(place.x / 200)), key(static_cast<int>(place.y / 200))));
    if (above < 22 && slope < 0.16) return Zone::paddy;
    if (slope < 0.28 + 0.08 * taste && above < 90 + 60 * taste) return Zone::field;
    return Zone::forest;
}

/// Seeds stand a house's or a strip's depth apart; the later of two that are too close gives way.
class SeedSet {
public:
    explicit SeedSet(const Box& box)
        : box_(box), columns_(static_cast<int>(box.width() / bucketM) + 1), rows_(static_cast<int>(box.height() / bucketM) + 1),
          buckets_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

    void add(const ParcelSeed& seed, double clearM) {
        if (!box_.contains(seed.place)) return;
        const Point ends[] = {{seed.place.x + seed.half.x, seed.place.y + seed.half.y},
                              {seed.place.x - seed.half.x, seed.place.y - seed.half.y}};
        if (!isClear(ends[0], clearM) || !isClear(ends[1], clearM)) return;
        const std::size_t count = seed.half == Point{} ? 1 : 2;
        for (std::size_t i = 0; i < count; ++i) bucket(columnOf(ends[i]), rowOf(ends[i])).push_back(ends[i]);
        seeds.push_back(seed);
    }

    std::vector<ParcelSeed> seeds;

private:
    static constexpr double bucketM = 30;
    [[nodiscard]] int columnOf(Point place) const {
        return std::clamp(static_cast<int>((place.x - box_.minX) / bucketM), 0, columns_ - 1);
    }
    [[nodiscard]] int rowOf(Point place) const {
        return std::clamp(static_cast<int>((place.y - box_.minY) / bucketM), 0, rows_ - 1);
    }
    [[nodiscard]] bool isClear(Point place, double clearM) {
        const int column = columnOf(place);
        const int row = rowOf(place);
        const int reach = static_cast<int>(clearM / bucketM) + 1;
        for (int r = std::max(0, row - reach); r <= std::min(rows_ - 1, row + reach); ++r) {
            for (int c = std::max(0, column - reach); c <= std::min(columns_ - 1, column + reach); ++c) {
                for (const Point other : bucket(c, r)) {
                    if (distanceM(other, place) < clearM) return false;
                }
            }
        }
        return true;
    }
    std::vector<Point>& bucket(int column, int row) {
        return buckets_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column)];
    }
    Box box_;
    int columns_;
    int rows_;
    std::vector<std::vector<Point>> buckets_;
};

/// Half the length of a strip, along the contour.
Point alongContour(const Landscape& land, Point place, double halfM, Random& random) {
    constexpr double probeM = 30;
    const auto height = [&](double dx, double dy) { return valueAt(land.frame, land.heights, {place.x + dx, place.y + dy}); };
    Point along{-(height(0, probeM) - height(0, -probeM)), height(probeM, 0) - height(-probeM, 0)};
    along.x += random.between(-2, 2);
    along.y += random.between(-2, 2);
    const double length = std::max(0.1, distanceM(along, {}));
    return {along.x / length * halfM, along.y / length * halfM};
}

/// Each house on a plot, and land behind and beside it that keeps the plot small.
void addHouses(const Landscape& land, const Box& box, SeedSet& set) {
    std::vector<std::uint32_t> inside;
    land.houseTree.search(box, [&](std::uint32_t household) { inside.push_back(household); });
    std::sort(inside.begin(), inside.end());
    const auto rank = [&](std::uint32_t household) {
        const auto village = static_cast<std::size_t>(land.villageOfHousehold[household]);
        return static_cast<double>(household - land.settlements.villages[village].firstHousehold);
    };
    for (const std::uint32_t household : inside)
        set.add({land.houses[household], {}, Zone::house, static_cast<std::int32_t>(household), rank(household)}, 5);
    for (const std::uint32_t household : inside) {
        Random random(land.seed, 0x6261636b, household);
        for (int side = 0; side < 4; ++side) {
            const Point at = land.houses[household];
            const double reach = random.between(19, 23);
            const double along = random.between(-6, 6);
            const Point place = side == 0   ? Point{at.x + reach, at.y + along}
                                : side == 1 ? Point{at.x - reach, at.y + along}
                                : side == 2 ? Point{at.x + along, at.y + reach}
                                            : Point{at.x + along, at.y - reach};
            if (!land.roadIndex->isOnBed(place, 3)) set.add({place, {}, Zone::roadside, -1, 170 + rank(household)}, 14);
        }
    }
}

void addRoadside(const Landscape& land, const Box& box, SeedSet& set) {
    std::vector<std::uint32_t> near;
    land.roadIndex->pieces(box.widenedBy(40), [&](std::uint32_t road, Point, Point) { near.push_back(road); });
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end());
    for (const std::uint32_t r : near) {
        const Road& road = land.roads[r];
        Random random(land.seed, 0x726f7773, r);
        const double length = lengthM(road.line);
        for (double chainage = 12; chainage < length; chainage += random.between(19, 34)) {
            for (const double side : {-1.0, 1.0}) {
                const Station station = stationAt(road.line, std::min(length, chainage + random.between(-6, 6)));
                const double offset = side * (road.bedWidthM / 2 + random.between(10, 15));
                const Point place{station.at.x - station.direction.y * offset, station.at.y + station.direction.x * offset};
                if (land.roadIndex->isOnBed(place, 3)) continue;
                const double order = road.work >= 0 ? road.work * 0.5 : 100 + random.between(0, 60);
                set.add({place, {}, Zone::roadside, -1, order}, 15);
            }
        }
    }
}

/// One candidate per square of a lattice, anywhere in it: no rows, and the same from whichever tile it is seen.
void addOpenLand(const Landscape& land, const Box& box, const Spacing& spacing, SeedSet& set) {
    const double step = spacing.metres * 0.86;
    const auto first = [&](double from) { return static_cast<int>(std::floor(from / step)); };
    for (int row = first(box.minY); row * step < box.maxY; ++row) {
        for (int column = first(box.minX); column * step < box.maxX; ++column) {
            Random random(hashOf(land.seed, static_cast<std::uint64_t>(spacing.zone)), key(column), key(row));
            const Point place{(column + random.unit()) * step, (row + random.unit()) * step};
            if (!box.contains(place) || zoneAt(land, place) != spacing.zone) continue;
            const Point half = alongContour(land, place, spacing.metres * random.between(0.15, 0.34), random);
            const double wild = spacing.zone == Zone::forest ? 1120 : 1000;
            const RoadIndex::Near near = land.roadIndex->nearest(place, 400);
            set.add({place, half, spacing.zone, -1, near.road < 0 ? wild + 400 + 1000 * random.unit() : wild + near.distanceM},
                    spacing.metres * 0.5);
        }
    }
}

} // namespace

std::vector<ParcelSeed> seedsIn(const Landscape& land, const Box& box) {
    SeedSet set(box);
    addHouses(land, box, set);
    addRoadside(land, box, set);
    for (const Spacing& spacing : spacings) addOpenLand(land, box, spacing, set);
    return std::move(set.seeds);
}

} // namespace banlang::sample
