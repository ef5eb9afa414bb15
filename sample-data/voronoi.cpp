// SPDX-License-Identifier: MIT
#include "sample-data/voronoi.h"

namespace banlang::sample {
namespace {

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

/// Two rings that share a side, as one; empty when they do not.
Polyline joined(const Polyline& a, const Polyline& b) {
    constexpr double sameM = 0.04;
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t afterI = (i + 1) % a.size();
            const std::size_t afterJ = (j + 1) % b.size();
            if (distanceM(a[i], b[afterJ]) > sameM || distanceM(a[afterI], b[j]) > sameM) continue;
            Polyline ring;
            for (std::size_t k = 0; k < a.size(); ++k) ring.push_back(a[(afterI + k) % a.size()]);
            for (std::size_t k = 1; k + 1 < b.size(); ++k) ring.push_back(b[(afterJ + k) % b.size()]);
            return ring;
        }
    }
    return {};
}

} // namespace

Voronoi::Voronoi(const std::vector<ParcelSeed>& seeds, const Box& box)
    : box_(box), columns_(static_cast<int>(box.width() / bucketM) + 1), rows_(static_cast<int>(box.height() / bucketM) + 1),
      buckets_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {
    for (const ParcelSeed& seed : seeds) {
        firstSite_.push_back(static_cast<std::uint32_t>(sites_.size()));
        sites_.push_back({seed.place.x + seed.half.x, seed.place.y + seed.half.y});
        if (seed.half != Point{}) sites_.push_back({seed.place.x - seed.half.x, seed.place.y - seed.half.y});
    }
    firstSite_.push_back(static_cast<std::uint32_t>(sites_.size()));
    for (std::size_t i = 0; i < sites_.size(); ++i) {
        const int column = std::clamp(static_cast<int>((sites_[i].x - box.minX) / bucketM), 0, columns_ - 1);
        const int row = std::clamp(static_cast<int>((sites_[i].y - box.minY) / bucketM), 0, rows_ - 1);
        buckets_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column)].push_back(
            static_cast<std::uint32_t>(i));
    }
}

std::vector<Polyline> Voronoi::ground(std::size_t seed, double reachM) const {
    std::vector<Polyline> rings;
    for (std::size_t site = firstSite_[seed]; site < firstSite_[seed + 1]; ++site) {
        Polyline ring = cell(site, reachM);
        if (!ring.empty()) rings.push_back(std::move(ring));
    }
    if (rings.size() < 2) return rings;
    Polyline whole = joined(rings[0], rings[1]);
    if (whole.empty()) return rings;
    return {std::move(whole)};
}

Polyline Voronoi::cell(std::size_t site, double reachM) const {
    // Places relative to the seed keep the digits that large northings would eat.
    const Point own = sites_[site];
    // Eight corners rather than four: where land beyond is not surveyed a cell ends in a rounder shape.
    const double cut = reachM * 0.414;
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
                    if (i != site) clip(ring, scratch, {0, 0}, {sites_[i].x - own.x, sites_[i].y - own.y});
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
