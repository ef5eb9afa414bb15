// SPDX-License-Identifier: MIT
#include "sample-data/parcels.h"

#include "core/base/parallel.h"
#include "core/geo/measure.h"
#include "sample-data/parcel_rows.h"
#include "sample-data/sample.h"
#include "sample-data/voronoi.h"

#include <atomic>

namespace banlang::sample {
namespace {

constexpr double tileM = 2000;
constexpr double marginM = 560; ///< as far as a cell's neighbours and what decides about them can lie

std::vector<Box> tilesOf(const Landscape& land) {
    const Box extent = land.boundaries.communes.extent();
    std::vector<Box> tiles;
    for (double y = std::floor(extent.minY / tileM) * tileM; y < extent.maxY; y += tileM) {
        for (double x = std::floor(extent.minX / tileM) * tileM; x < extent.maxX; x += tileM)
            tiles.push_back({x, y, x + tileM, y + tileM});
    }
    return tiles;
}

bool isIn(const Box& tile, Point place) {
    return place.x >= tile.minX && place.x < tile.maxX && place.y >= tile.minY && place.y < tile.maxY;
}

std::int32_t villageAt(const Landscape& land, Point place) {
    return land.settlements.villageOfCell[land.frame.index(land.frame.cellAt(place))];
}

/// Survey order up to which the wanted number of parcels is reached.
double surveyLimit(const Landscape& land, const std::vector<Box>& tiles, std::uint64_t wanted) {
    constexpr std::size_t bins = 24'000; // a quarter of a unit each
    std::vector<std::atomic<std::uint64_t>> histogram(bins);
    parallelRanges(tiles.size(), 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t t = begin; t < end; ++t) {
            for (const ParcelSeed& seed : seedsIn(land, tiles[t].widenedBy(140))) {
                if (isIn(tiles[t], seed.place) && villageAt(land, seed.place) >= 0)
                    ++histogram[std::min(bins - 1, static_cast<std::size_t>(seed.surveyOrder * 4))];
            }
        }
    });
    std::uint64_t sum = 0;
    for (std::size_t bin = 0; bin < bins; ++bin) {
        sum += histogram[bin];
        if (sum >= wanted) return static_cast<double>(bin + 1) / 4;
    }
    return bins;
}

/// Where linking by place will put it: a point on its surface in the drawn polygon of a village.
void findPlace(const Landscape& land, const GeometryColumn& shape, Parcel& parcel) {
    const auto inner = pointOnSurface(shape, 0);
    parcel.inner = inner.value_or(parcel.ring.front());
    const Cell middle = land.frame.cellAt(parcel.inner);
    const auto tryVillage = [&](std::int32_t village) {
        if (village >= 0 && parcel.village < 0 &&
            contains(land.boundaries.villages, static_cast<std::size_t>(village), parcel.inner))
            parcel.village = village;
    };
    for (int reach = 0; reach <= 4 && parcel.village < 0; ++reach) { // the drawn border is smoother than the cells
        for (int row = -reach; row <= reach; ++row) {
            for (int column = -reach; column <= reach; ++column) {
                const Cell cell{middle.column + column, middle.row + row};
                if (land.frame.holds(cell)) tryVillage(land.settlements.villageOfCell[land.frame.index(cell)]);
            }
        }
    }
}

/// How far from its seed the ground of a parcel may lie.
double reachM(Zone zone) {
    constexpr double reach[] = {26, 36, 38, 66, 150};
    return reach[static_cast<std::size_t>(zone)];
}

std::vector<Parcel> parcelsOfTile(const Landscape& land, const Box& tile, double limit) {
    const Box around = tile.widenedBy(marginM);
    const std::vector<ParcelSeed> seeds = seedsIn(land, around);
    const Voronoi voronoi(seeds, around);
    const RoadCutter cutter(land);
    std::vector<Parcel> parcels;
    for (std::size_t i = 0; i < seeds.size(); ++i) {
        if (!isIn(tile, seeds[i].place) || seeds[i].surveyOrder >= limit) continue;
        std::vector<Polyline> pieces;
        for (const Polyline& ring : voronoi.ground(i, reachM(seeds[i].zone))) {
            for (Polyline& piece : cutter.cut(ring)) pieces.push_back(std::move(piece));
        }
        std::sort(pieces.begin(), pieces.end(),
                  [](const Polyline& a, const Polyline& b) { return areaM2(polygonOf(a), 0) > areaM2(polygonOf(b), 0); });
        for (std::size_t p = 0; p < pieces.size(); ++p) {
            Parcel parcel;
            parcel.zone = p > 0 && seeds[i].zone == Zone::house ? Zone::roadside : seeds[i].zone;
            parcel.house = p == 0 ? seeds[i].household : -1;
            parcel.needs = cutter.needs(pieces[p]);
            parcel.ring = std::move(pieces[p]);
            findPlace(land, polygonOf(parcel.ring), parcel);
            if (parcel.village >= 0) parcels.push_back(std::move(parcel));
        }
    }
    std::sort(parcels.begin(), parcels.end(), [](const Parcel& a, const Parcel& b) {
        return a.inner.y != b.inner.y ? a.inner.y > b.inner.y : a.inner.x < b.inner.x;
    });
    return parcels;
}

} // namespace

Result<ParcelSummary> writeParcels(const Landscape& land, const std::string& folder, std::uint64_t wanted,
                                   const Progress& progress) {
    const std::vector<Box> tiles = tilesOf(land);
    const double limit = surveyLimit(land, tiles, wanted);
    BANLANG_TRY(rows, ParcelRows::create(land, folder));
    constexpr std::size_t batch = 16;
    for (std::size_t begin = 0; begin < tiles.size(); begin += batch) {
        if (progress.shouldStop()) return Unexpected(stopped());
        const std::size_t count = std::min(batch, tiles.size() - begin);
        std::vector<std::vector<Parcel>> made(count);
        parallelRanges(count, 1, [&](std::size_t first, std::size_t last) {
            for (std::size_t t = first; t < last; ++t) made[t] = parcelsOfTile(land, tiles[begin + t], limit);
        });
        for (const auto& tile : made) {
            for (const Parcel& parcel : tile) rows.add(parcel);
        }
        BANLANG_CHECK(rows.flush());
        progress.tell(0.15 + 0.75 * static_cast<double>(begin + count) / static_cast<double>(tiles.size()),
                      {"Chia thửa", "Dividing the land"});
    }
    return rows.finish();
}

} // namespace banlang::sample
