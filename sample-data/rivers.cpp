// SPDX-License-Identifier: MIT
#include "sample-data/drainage.h"
#include "sample-data/names.h"
#include "sample-data/polyline.h"

#include <fmt/format.h>

namespace banlang::sample {
namespace {

/// For each river cell the cell upstream that brings most water; -1 at a head.
std::vector<std::int32_t> mainInflows(const Frame& frame, const Drainage& drainage) {
    std::vector<std::int32_t> inflow(frame.count(), -1);
    for (std::size_t i = 0; i < frame.count(); ++i) {
        const std::int32_t below = drainage.downstream[i];
        if (drainage.isRiver[i] == 0 || below < 0) continue;
        std::int32_t& best = inflow[static_cast<std::size_t>(below)];
        if (best < 0 || drainage.flowKm2[i] > drainage.flowKm2[static_cast<std::size_t>(best)]) best = static_cast<std::int32_t>(i);
    }
    return inflow;
}

double widthForCatchment(double km2) {
    return std::round(std::min(45.0, 2.0 + 1.6 * std::sqrt(km2)) * 2) / 2;
}

Polyline smoothed(const Polyline& line) {
    return simplified(cornersCut(relaxed(line, 7)), 2.5);
}

/// Where on an earlier river's drawn line a later one should end: its vertex nearest to the joint.
Point nearestVertex(const Polyline& line, Point to) {
    Point best = line.front();
    for (const Point point : line) {
        if (distanceM(point, to) < distanceM(best, to)) best = point;
    }
    return best;
}

} // namespace

std::vector<River> traceRivers(const Frame& frame, const Drainage& drainage) {
    const std::vector<std::int32_t> inflow = mainInflows(frame, drainage);
    std::vector<std::int32_t> riverOfCell(frame.count(), -1);
    std::vector<River> rivers;
    for (const std::int32_t entry : drainage.order) { // mouths come before what flows into them
        const auto mouth = static_cast<std::size_t>(entry);
        if (drainage.isRiver[mouth] == 0) continue;
        const std::int32_t below = drainage.downstream[mouth];
        if (below >= 0 && inflow[static_cast<std::size_t>(below)] == entry) continue;
        Polyline upstream;
        for (std::int32_t cell = entry; cell >= 0; cell = inflow[static_cast<std::size_t>(cell)]) {
            upstream.push_back(frame.centre(frame.cell(static_cast<std::size_t>(cell))));
        }
        if (upstream.size() < 12) continue;
        for (std::int32_t cell = entry; cell >= 0; cell = inflow[static_cast<std::size_t>(cell)]) {
            riverOfCell[static_cast<std::size_t>(cell)] = static_cast<std::int32_t>(rivers.size());
        }
        River river;
        const std::int32_t parent = below >= 0 ? riverOfCell[static_cast<std::size_t>(below)] : -1;
        if (parent >= 0) {
            const Point joint = frame.centre(frame.cell(static_cast<std::size_t>(below)));
            upstream.insert(upstream.begin(), nearestVertex(rivers[static_cast<std::size_t>(parent)].line, joint));
        }
        river.line = smoothed({upstream.rbegin(), upstream.rend()});
        roundToCentimetre(river.line);
        river.widthM = widthForCatchment(static_cast<double>(drainage.flowKm2[mouth]));
        rivers.push_back(std::move(river));
    }
    std::stable_sort(rivers.begin(), rivers.end(), [](const River& a, const River& b) { return a.widthM > b.widthM; });
    for (std::size_t i = 0; i < rivers.size(); ++i) {
        rivers[i].id = fmt::format("S{:03}", i + 1);
        rivers[i].name = riverName(i, rivers[i].widthM);
    }
    return rivers;
}

} // namespace banlang::sample
