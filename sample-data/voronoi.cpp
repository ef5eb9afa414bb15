// SPDX-License-Identifier: MIT
#include "sample-data/voronoi.h"

namespace banlang::sample {
namespace {

constexpr double reachM = 220; ///< no cell is larger than this, measured from its seed

/// Keeps what is nearer to `own` than to `other`.
void clip(Polyline& ring, Polyline& scratch, Point own, Point other) {
    const double dx = other.x - own.x;
    const double dy = other.y - own.y;
    const double limit = (dx * (own.x + other.x) + dy * (own.y + other.y)) / 2;
    const auto beyond = [&](Point p) { return dx * p.x + dy * p.y - limit; };
    scratch.clear();
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i];
        const Point b = ring[(i + 1) % ring.size()];
        const double fromA = beyond(a);
        const double fromB = beyond(b);
        if (fromA <= 0) scratch.push_back(a);
        if ((fromA < 0 && fromB > 0) || (fromA > 0 && fromB < 0)) {
            const double t = fromA / (fromA - fromB);
            scratch.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
        }
    }
    std::swap(ring, scratch);
}

} // namespace

Voronoi::Voronoi(const std::vector<ParcelSeed>& seeds, const Box& box)
    : seeds_(seeds), box_(box), columns_(static_cast<int>(box.width() / bucketM) + 1),
      rows_(static_cast<int>(box.height() / bucketM) + 1),
      buckets_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {
    for (std::size_t i = 0; i < seeds.size(); ++i) {
        const auto column = static_cast<std::size_t>((seeds[i].place.x - box.minX) / bucketM);
        const auto row = static_cast<std::size_t>((seeds[i].place.y - box.minY) / bucketM);
        buckets_[row * static_cast<std::size_t>(columns_) + column].push_back(static_cast<std::uint32_t>(i));
    }
}

Polyline Voronoi::cell(std::size_t seed) const {
    // Places relative to the seed keep the digits that large northings would eat.
    const Point own = seeds_[seed].place;
    // Eight corners rather than four: where land beyond is not surveyed a cell ends in a rounder shape.
    constexpr double cut = reachM * 0.414;
    Polyline ring{{reachM, -cut}, {reachM, cut},   {cut, reachM},   {-cut, reachM},
                  {-reachM, cut}, {-reachM, -cut}, {-cut, -reachM}, {cut, -reachM}};
    Polyline scratch;
    const int column = static_cast<int>((own.x - box_.minX) / bucketM);
    const int row = static_cast<int>((own.y - box_.minY) / bucketM);
    double radius = reachM * 1.1;
    for (int reach = 0; (reach - 1) * bucketM < 2 * radius; ++reach) {
        for (int r = std::max(0, row - reach); r <= std::min(rows_ - 1, row + reach); ++r) {
            for (int c = std::max(0, column - reach); c <= std::min(columns_ - 1, column + reach); ++c) {
                if (std::max(std::abs(r - row), std::abs(c - column)) != reach) continue;
                for (const std::uint32_t i : bucket(c, r)) {
                    if (i != seed) clip(ring, scratch, {0, 0}, {seeds_[i].place.x - own.x, seeds_[i].place.y - own.y});
                }
            }
        }
        radius = 0;
        for (const Point point : ring) radius = std::max(radius, distanceM(point, {0, 0}));
    }
    Polyline rounded;
    for (const Point point : ring) {
        const Point place = toCentimetre({point.x + own.x, point.y + own.y});
        if (rounded.empty() || (distanceM(place, rounded.back()) > 0.05 && distanceM(place, rounded.front()) > 0.05))
            rounded.push_back(place);
    }
    return rounded.size() < 3 ? Polyline() : rounded;
}

} // namespace banlang::sample
