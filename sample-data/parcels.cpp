// SPDX-License-Identifier: MIT
#include "sample-data/parcels.h"

#include "core/base/parallel.h"
#include "core/geo/measure.h"
#include "core/model/record_kinds.h"
#include "sample-data/height_field.h"
#include "sample-data/names.h"
#include "sample-data/place_tables.h"
#include "sample-data/random.h"
#include "sample-data/road_cut.h"
#include "sample-data/table_rows.h"
#include "sample-data/voronoi.h"
#include "sample-data/writer.h"

#include <fmt/format.h>

#include <atomic>
#include <map>

namespace banlang::sample {
namespace {

constexpr double sheetM = 1000;
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

/// Survey order up to which the wanted number of parcels is reached.
double surveyLimit(const Landscape& land, const std::vector<Box>& tiles, std::uint64_t wanted) {
    constexpr std::size_t bins = 24'000; // a quarter of a unit each
    std::vector<std::atomic<std::uint64_t>> histogram(bins);
    parallelRanges(tiles.size(), 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t t = begin; t < end; ++t) {
            for (const ParcelSeed& seed : seedsIn(land, tiles[t].widenedBy(140))) {
                if (isIn(tiles[t], seed.place)) ++histogram[std::min(bins - 1, static_cast<std::size_t>(seed.surveyOrder * 4))];
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

struct Parcel {
    Polyline ring;
    Zone zone = Zone::forest;
    std::int32_t house = -1;
    Point inner;
    std::int32_t village = -1;
    std::vector<RoadCutter::Need> needs;
};

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

GeometryColumn shapeOf(const Polyline& ring) {
    GeometryColumn shape;
    shape.kind = GeometryKind::polygon;
    for (const Point point : ring) shape.addPoint(point);
    shape.endRing();
    shape.endPart();
    shape.endFeature();
    return shape;
}

std::vector<Parcel> parcelsOfTile(const Landscape& land, const Box& tile, double limit) {
    const Box around = tile.widenedBy(marginM);
    const std::vector<ParcelSeed> seeds = seedsIn(land, around);
    const Voronoi voronoi(seeds, around);
    const RoadCutter cutter(land);
    std::vector<Parcel> parcels;
    for (std::size_t i = 0; i < seeds.size(); ++i) {
        if (!isIn(tile, seeds[i].place) || seeds[i].surveyOrder >= limit) continue;
        const Polyline ring = voronoi.cell(i);
        if (ring.empty()) continue;
        std::vector<Polyline> pieces = cutter.cut(ring);
        std::sort(pieces.begin(), pieces.end(),
                  [](const Polyline& a, const Polyline& b) { return areaM2(shapeOf(a), 0) > areaM2(shapeOf(b), 0); });
        for (std::size_t p = 0; p < pieces.size(); ++p) {
            Parcel parcel;
            parcel.zone = p > 0 && seeds[i].zone == Zone::house ? Zone::roadside : seeds[i].zone;
            parcel.house = p == 0 ? seeds[i].household : -1;
            parcel.needs = cutter.needs(pieces[p]);
            parcel.ring = std::move(pieces[p]);
            findPlace(land, shapeOf(parcel.ring), parcel);
            if (parcel.village >= 0) parcels.push_back(std::move(parcel));
        }
    }
    std::sort(parcels.begin(), parcels.end(), [](const Parcel& a, const Parcel& b) {
        return a.inner.y != b.inner.y ? a.inner.y > b.inner.y : a.inner.x < b.inner.x;
    });
    return parcels;
}

const char* landUseOf(const Landscape& land, const Parcel& parcel) {
    const double patch = smoothNoise(hashOf(land.seed, 0x757365), 320, parcel.inner);
    Random random(land.seed, static_cast<std::uint64_t>(parcel.inner.x * 100), static_cast<std::uint64_t>(parcel.inner.y * 100));
    const double slope = valueAt(land.frame, land.drainage.slope, parcel.inner);
    const double above = valueAt(land.frame, land.drainage.aboveStreamM, parcel.inner);
    const Commune& commune =
        land.settlements
            .communes[static_cast<std::size_t>(land.settlements.villages[static_cast<std::size_t>(parcel.village)].commune)];
    if (parcel.zone == Zone::house) return commune.town ? "ODT" : "ONT";
    if (parcel.zone == Zone::forest) return patch + slope * 2 + random.between(-0.3, 0.3) > 0.9 ? "RPH" : "RSX";
    if (slope < 0.17 && above < 24) return random.chance(0.03) ? "NTS" : patch > 0.9 ? "BHK" : "LUC";
    if (slope < 0.2) return patch + random.between(-0.5, 0.5) > 0 ? "BHK" : "CLN";
    return patch + random.between(-0.5, 0.5) > 0.5 ? "CLN" : slope > 0.42 ? "RSX" : "NHK";
}

/// Sheets are squares of 1 km, numbered over the commune's box; parcels by place within a sheet.
class Numbering {
public:
    explicit Numbering(const Landscape& land) : land_(land) {}
    ParcelKey next(const Parcel& parcel) {
        ParcelKey key;
        key.village = parcel.village;
        key.commune = land_.settlements.villages[static_cast<std::size_t>(parcel.village)].commune;
        const Box& box = land_.boundaries.communes.boxes[static_cast<std::size_t>(key.commune)];
        const int columns = line(box.maxX) - line(box.minX) + 1;
        key.sheet = (line(box.maxY) - line(parcel.inner.y)) * columns + line(parcel.inner.x) - line(box.minX) + 1;
        key.number = ++last_[{key.commune, key.sheet}];
        return key;
    }

private:
    static int line(double metres) { return static_cast<int>(std::floor(metres / sheetM)); }
    const Landscape& land_;
    std::map<std::pair<std::int32_t, int>, int> last_;
};

} // namespace

Result<ParcelSummary> writeParcels(const Landscape& land, const std::string& folder, std::uint64_t wanted,
                                   const Progress& progress) {
    const std::vector<Box> tiles = tilesOf(land);
    const double limit = surveyLimit(land, tiles, wanted);
    FeatureTable rows = emptyTable(Role::parcels);
    FeatureTable truth = textTable({"commune_code", "sheet", "number", "household_id", "village_code"});
    BANLANG_TRY(writer, TableWriter::create(folder, "parcels", rows));
    BANLANG_TRY(truthWriter, TableWriter::create(folder + "/truth", "parcels", truth));
    ParcelSummary summary;
    summary.parcelOfHousehold.resize(land.houses.size());
    summary.shapeOfHousehold.resize(land.houses.size());
    Numbering numbering(land);
    constexpr std::size_t batch = 16;
    for (std::size_t begin = 0; begin < tiles.size(); begin += batch) {
        const std::size_t count = std::min(batch, tiles.size() - begin);
        std::vector<std::vector<Parcel>> made(count);
        parallelRanges(count, 1, [&](std::size_t first, std::size_t last) {
            for (std::size_t t = first; t < last; ++t) made[t] = parcelsOfTile(land, tiles[begin + t], limit);
        });
        rows = emptyTable(Role::parcels);
        truth = textTable({"commune_code", "sheet", "number", "household_id", "village_code"});
        for (const auto& tile : made) {
            for (const Parcel& parcel : tile) {
                const ParcelKey key = numbering.next(parcel);
                const Village& village = land.settlements.villages[static_cast<std::size_t>(parcel.village)];
                Random random(hashOf(land.seed, 0x70617263), ++summary.count);
                const bool common = parcel.zone == Zone::forest && random.chance(0.6);
                const std::size_t household =
                    parcel.house >= 0 ? static_cast<std::size_t>(parcel.house)
                                      : village.firstHousehold +
                                            static_cast<std::size_t>(random.whole(0, static_cast<int>(village.households) - 1));
                const std::string id = common ? std::string() : householdId(land, household);
                const std::string holder = common ? "UBND xã" : personName(land.seed, household);
                const std::string sheet = fmt::format("{}", key.sheet);
                const std::string number = fmt::format("{}", key.number);
                const std::string& code = land.settlements.communes[static_cast<std::size_t>(key.commune)].code;
                for (const Point point : parcel.ring) rows.geometry.addPoint(point);
                rows.geometry.endRing();
                rows.geometry.endPart();
                rows.geometry.endFeature();
                const double area = areaM2(rows.geometry, rows.rowCount);
                addRow(rows, {{"commune_code", code},
                              {"sheet", sheet},
                              {"number", number},
                              {"land_use", landUseOf(land, parcel)},
                              {"declared_area_m2", std::round(area * random.between(0.97, 1.03))},
                              {"household_id", id},
                              {"holder_name", holder}});
                addRow(truth, {{"commune_code", code},
                               {"sheet", sheet},
                               {"number", number},
                               {"household_id", id},
                               {"village_code", village.code}});
                if (parcel.house >= 0) {
                    summary.parcelOfHousehold[household] = key;
                    summary.shapeOfHousehold[household] = parcel.ring;
                }
                for (const auto& need : parcel.needs)
                    summary.needs.push_back({key, need.road, common ? -1 : static_cast<std::int32_t>(household), need.areaM2});
            }
        }
        BANLANG_CHECK(writer.append(rows));
        BANLANG_CHECK(truthWriter.append(truth));
        progress.tell(0.15 + 0.75 * static_cast<double>(begin + count) / static_cast<double>(tiles.size()),
                      {"Chia thửa", "Dividing the land"});
    }
    BANLANG_CHECK(writer.finish());
    BANLANG_CHECK(truthWriter.finish());
    return summary;
}

} // namespace banlang::sample
