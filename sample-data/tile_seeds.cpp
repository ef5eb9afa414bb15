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
        const int column = static_cast<int>((seed.place.x - box_.minX) / bucketM);
        const int row = static_cast<int>((seed.place.y - box_.minY) / bucketM);
        const int reach = static_cast<int>(clearM / bucketM) + 1;
        for (int r = std::max(0, row - reach); r <= std::min(rows_ - 1, row + reach); ++r) {
            for (int c = std::max(0, column - reach); c <= std::min(columns_ - 1, column + reach); ++c) {
                for (const std::uint32_t i : bucket(c, r)) {
                    if (distanceM(seeds[i].place, seed.place) < clearM) return;
                }
            }
        }
        bucket(column, row).push_back(static_cast<std::uint32_t>(seeds.size()));
        seeds.push_back(seed);
    }

    std::vector<ParcelSeed> seeds;

private:
    static constexpr double bucketM = 30;
    std::vector<std::uint32_t>& bucket(int column, int row) {
        return buckets_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column)];
    }
    Box box_;
    int columns_;
    int rows_;
    std::vector<std::vector<std::uint32_t>> buckets_;
};

void addHouses(const Landscape& land, const Box& box, SeedSet& set) {
    for (std::size_t v = 0; v < land.settlements.villages.size(); ++v) {
        const Village& village = land.settlements.villages[v];
        if (!box.widenedBy(2500).contains(land.frame.centre(village.centre))) continue;
        for (std::uint32_t h = 0; h < village.households; ++h) {
            const std::size_t household = village.firstHousehold + h;
            set.add({land.houses[household], Zone::house, static_cast<std::int32_t>(household), static_cast<double>(h)}, 5);
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
                set.add({place, Zone::roadside, -1, order}, 15);
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
            const std::size_t cell = land.frame.index(land.frame.cellAt(place));
            if (land.settlements.villageOfCell[cell] < 0) continue;
            const double wild = spacing.zone == Zone::forest ? 4000 : 1000;
            const RoadIndex::Near near = land.roadIndex->nearest(place, 400);
            set.add({place, spacing.zone, -1, near.road < 0 ? wild + 400 + 1000 * random.unit() : wild + near.distanceM},
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
