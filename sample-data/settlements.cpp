// SPDX-License-Identifier: MIT
#include "sample-data/settlements.h"

#include "sample-data/land_growth.h"
#include "sample-data/names.h"
#include "sample-data/polyline.h"
#include "sample-data/random.h"

#include <fmt/format.h>

#include <numeric>
#include <set>
#include <utility>

namespace banlang::sample {
namespace {

constexpr double communeSpacingM = 4700;
constexpr double villageSpacingM = 1050;

/// Cells good to live on, best first.
std::vector<Cell> suitableCells(const Frame& frame, const Drainage& drainage, std::uint64_t seed) {
    std::vector<std::pair<double, std::size_t>> scored;
    for (std::size_t i = 0; i < frame.count(); ++i) {
        const Cell cell = frame.cell(i);
        const auto slope = static_cast<double>(drainage.slope[i]);
        const auto above = static_cast<double>(drainage.aboveStreamM[i]);
        if (drainage.isRiver[i] != 0 || slope > 0.34 || above < 2 || above > 140) continue;
        if (std::min({cell.column, cell.row, frame.columns - 1 - cell.column, frame.rows - 1 - cell.row}) < 12) continue;
        const double score = -3.2 * slope - above / 90 + 0.9 * unitOf(hashOf(seed, 0x73697465, i));
        scored.emplace_back(-score, i);
    }
    std::sort(scored.begin(), scored.end());
    std::vector<Cell> cells;
    cells.reserve(scored.size());
    for (const auto& [score, index] : scored) cells.push_back(frame.cell(index));
    return cells;
}

/// Takes sites in order, each at least `spacingM` from all taken before; buckets of that size make it quick.
class SpacedSites {
public:
    SpacedSites(const Frame& frame, double spacingM)
        : frame_(frame), spacingM_(spacingM), columns_(static_cast<int>(frame.columns * frame.cellM / spacingM) + 1),
          rows_(static_cast<int>(frame.rows * frame.cellM / spacingM) + 1),
          buckets_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

    bool take(Cell cell) {
        const Point place = frame_.centre(cell);
        const int column = static_cast<int>((place.x - frame_.origin.x) / spacingM_);
        const int row = static_cast<int>((place.y - frame_.origin.y) / spacingM_);
        for (int r = std::max(0, row - 1); r <= std::min(rows_ - 1, row + 1); ++r) {
            for (int c = std::max(0, column - 1); c <= std::min(columns_ - 1, column + 1); ++c) {
                for (const Point other : bucket(c, r)) {
                    if (distanceM(place, other) < spacingM_) return false;
                }
            }
        }
        bucket(column, row).push_back(place);
        return true;
    }

private:
    std::vector<Point>& bucket(int column, int row) {
        return buckets_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column)];
    }
    const Frame& frame_;
    double spacingM_;
    int columns_;
    int rows_;
    std::vector<std::vector<Point>> buckets_;
};

std::vector<Cell> spaced(const Frame& frame, const std::vector<Cell>& cells, double spacingM) {
    SpacedSites sites(frame, spacingM);
    std::vector<Cell> taken;
    for (const Cell cell : cells) {
        if (sites.take(cell)) taken.push_back(cell);
    }
    return taken;
}

/// Pairs of areas that share a border.
std::vector<std::set<std::int32_t>> neighboursOf(const Frame& frame, const std::vector<std::int32_t>& owner, std::size_t count) {
    std::vector<std::set<std::int32_t>> neighbours(count);
    for (std::size_t i = 0; i < frame.count(); ++i) {
        const Cell cell = frame.cell(i);
        for (const Cell next : {Cell{cell.column + 1, cell.row}, Cell{cell.column, cell.row + 1}}) {
            if (!frame.holds(next)) continue;
            const std::int32_t a = owner[i];
            const std::int32_t b = owner[frame.index(next)];
            if (a == b || a < 0 || b < 0) continue;
            neighbours[static_cast<std::size_t>(a)].insert(b);
            neighbours[static_cast<std::size_t>(b)].insert(a);
        }
    }
    return neighbours;
}

/// The wanted number of areas round the middle of the frame, each touching one taken before, so that they form one whole.
std::vector<std::size_t> middleAreas(const Frame& frame, const std::vector<Cell>& seeds,
                                     const std::vector<std::set<std::int32_t>>& neighbours, std::size_t wanted) {
    const Point middle = frame.centre({frame.columns / 2, frame.rows / 2});
    const auto fromMiddle = [&](std::size_t area) { return distanceM(frame.centre(seeds[area]), middle); };
    std::set<std::pair<double, std::size_t>> open;
    std::vector<std::uint8_t> seen(seeds.size(), 0);
    std::size_t first = 0;
    for (std::size_t i = 1; i < seeds.size(); ++i) {
        if (fromMiddle(i) < fromMiddle(first)) first = i;
    }
    open.emplace(0.0, first);
    seen[first] = 1;
    std::vector<std::size_t> chosen;
    while (!open.empty() && chosen.size() < wanted) {
        const std::size_t area = open.begin()->second;
        open.erase(open.begin());
        chosen.push_back(area);
        for (const std::int32_t next : neighbours[area]) {
            const auto n = static_cast<std::size_t>(next);
            if (seen[n] != 0) continue;
            seen[n] = 1;
            open.emplace(fromMiddle(n), n);
        }
    }
    return chosen;
}

/// Communes in groups of about thirteen neighbours: strips from west to east, each cut from south to north.
void groupIntoDistricts(const Frame& frame, const Drainage& drainage, Settlements& settlements) {
    auto& communes = settlements.communes;
    const std::size_t count = std::max<std::size_t>(1, (communes.size() + 6) / 13);
    const auto strips = static_cast<std::size_t>(std::max(1.0, std::round(std::sqrt(static_cast<double>(count)))));
    std::stable_sort(communes.begin(), communes.end(),
                     [](const Commune& a, const Commune& b) { return a.seat.column < b.seat.column; });
    const std::size_t perStrip = (communes.size() + strips - 1) / strips;
    std::size_t done = 0;
    for (std::size_t begin = 0; begin < communes.size(); begin += perStrip) {
        const std::size_t end = std::min(communes.size(), begin + perStrip);
        const auto first = communes.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto last = communes.begin() + static_cast<std::ptrdiff_t>(end);
        std::stable_sort(first, last, [](const Commune& a, const Commune& b) { return a.seat.row < b.seat.row; });
        const std::size_t here = std::max<std::size_t>(1, (end - begin + 6) / 13);
        for (std::size_t i = begin; i < end; ++i) {
            communes[i].district = static_cast<std::int32_t>(done + (i - begin) * here / (end - begin));
        }
        done += here;
    }
    for (std::size_t d = 0; d < done; ++d) settlements.districts.push_back(districtName(d));
    // The seat of a district is the commune in its middle valley: the one with most water.
    std::vector<std::int32_t> town(done, -1);
    const auto water = [&](std::size_t i) {
        const Cell seat = communes[i].seat;
        const Point middle = frame.centre({frame.columns / 2, frame.rows / 2});
        const double away = done == 1 ? distanceM(frame.centre(seat), middle) / 1000 : 0;
        return static_cast<double>(drainage.flowKm2[frame.index(seat)]) - away;
    };
    for (std::size_t i = 0; i < communes.size(); ++i) {
        std::int32_t& best = town[static_cast<std::size_t>(communes[i].district)];
        if (best < 0 || water(i) > water(static_cast<std::size_t>(best))) best = static_cast<std::int32_t>(i);
    }
    for (const std::int32_t i : town) communes[static_cast<std::size_t>(i)].town = true;
}

void nameCommunes(Settlements& settlements) {
    std::size_t named = 0;
    for (std::size_t i = 0; i < settlements.communes.size(); ++i) {
        Commune& commune = settlements.communes[i];
        commune.code = fmt::format("{:05}", 901 + 3 * i);
        commune.name = commune.town ? settlements.districts[static_cast<std::size_t>(commune.district)] : communeName(named++);
    }
}

/// How many villages each commune gets, by area; largest remainders make the sum right.
std::vector<std::size_t> villageQuotas(const Settlements& settlements, std::size_t wanted) {
    const auto& communes = settlements.communes;
    double total = 0;
    for (const Commune& commune : communes) total += commune.areaKm2;
    std::vector<std::size_t> quota;
    std::vector<std::pair<double, std::size_t>> rest;
    std::size_t given = 0;
    for (std::size_t i = 0; i < communes.size(); ++i) {
        const double share = static_cast<double>(wanted) * communes[i].areaKm2 / total;
        quota.push_back(std::max<std::size_t>(3, static_cast<std::size_t>(share)));
        given += quota.back();
        rest.emplace_back(-(share - std::floor(share)), i);
    }
    std::sort(rest.begin(), rest.end());
    for (std::size_t i = 0; given < wanted; ++i, ++given) ++quota[rest[i % rest.size()].second];
    return quota;
}

void addVillages(const Frame& frame, const std::vector<Cell>& sites, const SettlementPlan& plan, std::uint64_t seed,
                 Settlements& settlements) {
    std::vector<std::size_t> quota = villageQuotas(settlements, plan.villages);
    std::vector<std::vector<Cell>> chosen(settlements.communes.size());
    for (std::size_t i = 0; i < chosen.size(); ++i) chosen[i].push_back(settlements.communes[i].seat);
    SpacedSites spacedSites(frame, villageSpacingM);
    for (const Commune& commune : settlements.communes) spacedSites.take(commune.seat);
    for (const Cell site : sites) {
        const std::int32_t commune = settlements.communeOfCell[frame.index(site)];
        if (commune < 0 || chosen[static_cast<std::size_t>(commune)].size() >= quota[static_cast<std::size_t>(commune)]) continue;
        if (spacedSites.take(site)) chosen[static_cast<std::size_t>(commune)].push_back(site);
    }
    std::uint32_t household = 0;
    for (std::size_t c = 0; c < chosen.size(); ++c) {
        for (std::size_t v = 0; v < chosen[c].size(); ++v) {
            Random random(seed, 0x76696c, settlements.villages.size());
            Village village;
            village.centre = chosen[c][v];
            village.commune = static_cast<std::int32_t>(c);
            village.code = fmt::format("{}{:02}", settlements.communes[c].code, v + 1);
            village.name = villageName(settlements.villages.size());
            const double size = plan.householdsPerVillage * (v == 0 ? 1.5 : random.between(0.55, 1.35));
            village.households = static_cast<std::uint32_t>(std::max(6.0, size));
            village.firstHousehold = household;
            household += village.households;
            settlements.villages.push_back(std::move(village));
        }
    }
}

void measureAreas(const Frame& frame, Settlements& settlements) {
    const double cellKm2 = frame.cellM * frame.cellM / 1e6;
    for (const std::int32_t commune : settlements.communeOfCell) {
        if (commune >= 0) settlements.communes[static_cast<std::size_t>(commune)].areaKm2 += cellKm2;
    }
}

} // namespace

Settlements settle(const Frame& frame, const Drainage& drainage, const SettlementPlan& plan, std::uint64_t seed) {
    Settlements settlements;
    const std::vector<Cell> sites = suitableCells(frame, drainage, seed);
    const std::vector<Cell> seats = spaced(frame, sites, communeSpacingM);
    const std::vector<std::int32_t> owner = grownLand(frame, drainage, seats);
    const auto neighbours = neighboursOf(frame, owner, seats.size());
    for (const std::size_t area : middleAreas(frame, seats, neighbours, plan.communes)) {
        settlements.communes.emplace_back().seat = seats[area];
    }
    groupIntoDistricts(frame, drainage, settlements);
    nameCommunes(settlements);
    std::vector<std::int32_t> communeOfSeat(seats.size(), outside);
    for (std::size_t i = 0; i < settlements.communes.size(); ++i) {
        const auto seat = std::find(seats.begin(), seats.end(), settlements.communes[i].seat);
        communeOfSeat[static_cast<std::size_t>(seat - seats.begin())] = static_cast<std::int32_t>(i);
    }
    settlements.communeOfCell.resize(frame.count(), outside);
    for (std::size_t i = 0; i < frame.count(); ++i) {
        if (owner[i] >= 0) settlements.communeOfCell[i] = communeOfSeat[static_cast<std::size_t>(owner[i])];
    }
    for (std::size_t area = 0; area < seats.size(); ++area) { // the national border is said to lie in the north
        const std::int32_t commune = communeOfSeat[area];
        if (commune < 0) continue;
        for (const std::int32_t next : neighbours[area]) {
            const auto n = static_cast<std::size_t>(next);
            if (communeOfSeat[n] < 0 && seats[n].row > seats[area].row + 40)
                settlements.communes[static_cast<std::size_t>(commune)].border = true;
        }
    }
    measureAreas(frame, settlements);
    addVillages(frame, sites, plan, seed, settlements);
    std::vector<Cell> centres;
    for (const Village& village : settlements.villages) centres.push_back(village.centre);
    settlements.villageOfCell = grownLand(frame, drainage, centres, settlements.communeOfCell);
    return settlements;
}

} // namespace banlang::sample
