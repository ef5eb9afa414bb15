// SPDX-License-Identifier: MIT
#include "sample-data/polyline.h"

#include <cstdint>
#include <utility>

namespace banlang::sample {

double lengthM(const Polyline& line) {
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i) sum += distanceM(line[i - 1], line[i]);
    return sum;
}

Polyline relaxed(Polyline line, int rounds) {
    Polyline next = line;
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 1; i + 1 < line.size(); ++i) {
            next[i] = {(line[i - 1].x + 2 * line[i].x + line[i + 1].x) / 4, (line[i - 1].y + 2 * line[i].y + line[i + 1].y) / 4};
        }
        std::swap(line, next);
    }
    return line;
}

Polyline cornersCut(const Polyline& line) {
    if (line.size() < 3) return line;
    Polyline cut{line.front()};
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const Point a = line[i];
        const Point b = line[i + 1];
        if (i > 0) cut.push_back({0.75 * a.x + 0.25 * b.x, 0.75 * a.y + 0.25 * b.y});
        if (i + 2 < line.size()) cut.push_back({0.25 * a.x + 0.75 * b.x, 0.25 * a.y + 0.75 * b.y});
    }
    cut.push_back(line.back());
    return cut;
}

Polyline simplified(const Polyline& line, double toleranceM) {
    if (line.size() < 3) return line;
    std::vector<std::uint8_t> kept(line.size(), 0);
    kept.front() = kept.back() = 1;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, line.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        double farthest = toleranceM;
        std::size_t at = 0;
        for (std::size_t i = first + 1; i < last; ++i) {
            const double away = distanceToSegmentM(line[i], line[first], line[last]);
            if (away > farthest) {
                farthest = away;
                at = i;
            }
        }
        if (at == 0) continue;
        kept[at] = 1;
        open.emplace_back(first, at);
        open.emplace_back(at, last);
    }
    Polyline thin;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (kept[i] != 0) thin.push_back(line[i]);
    }
    return thin;
}

void roundToCentimetre(Polyline& line) {
    for (Point& point : line) point = toCentimetre(point);
}

double ringAreaM2(const Polyline& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i];
        const Point b = ring[(i + 1) % ring.size()];
        twice += (a.x - ring[0].x) * (b.y - ring[0].y) - (b.x - ring[0].x) * (a.y - ring[0].y);
    }
    return std::abs(twice) / 2;
}

bool isConvex(const Polyline& ring) {
    bool left = false;
    bool right = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i];
        const Point b = ring[(i + 1) % ring.size()];
        const Point c = ring[(i + 2) % ring.size()];
        const double turn = (b.x - a.x) * (c.y - b.y) - (c.x - b.x) * (b.y - a.y);
        left = left || turn > 0;
        right = right || turn < 0;
    }
    return !(left && right);
}

Polyline eastOf(const Polyline& ring, double x) {
    Polyline part;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i];
        const Point b = ring[(i + 1) % ring.size()];
        if (a.x >= x) part.push_back(a);
        if ((a.x < x) != (b.x < x)) part.push_back({x, a.y + (x - a.x) / (b.x - a.x) * (b.y - a.y)});
    }
    return part;
}

Station stationAt(const Polyline& line, double chainageM) {
    double rest = chainageM;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double length = distanceM(line[i - 1], line[i]);
        if (length <= 0) continue;
        if (rest <= length || i + 1 == line.size()) {
            const Point direction{(line[i].x - line[i - 1].x) / length, (line[i].y - line[i - 1].y) / length};
            return {{line[i - 1].x + direction.x * rest, line[i - 1].y + direction.y * rest}, direction};
        }
        rest -= length;
    }
    return {line.front(), {1, 0}};
}

} // namespace banlang::sample
