// SPDX-License-Identifier: MIT
#include "layers/base/line_names.h"

#include <cmath>

namespace banlang {
namespace {

double pathLength(std::span<const double> path) {
    double length = 0;
    for (std::size_t i = 2; i + 1 < path.size(); i += 2) length += std::hypot(path[i] - path[i - 2], path[i + 1] - path[i - 1]);
    return length;
}

} // namespace

MapLabel lineName(const FeatureTable& lines, std::size_t row, LabelKind kind, Colour colour) {
    MapLabel label;
    label.kind = kind;
    label.text = lines.textAt(fields::named.name, row);
    label.colour = colour;
    label.id = static_cast<std::uint32_t>(row);
    std::span<const double> longest;
    double longestM = -1;
    for (std::size_t ring = lines.geometry.firstRing(row); ring < lines.geometry.lastRing(row); ++ring) {
        const auto path = lines.geometry.ring(ring);
        const double length = pathLength(path);
        if (length <= longestM) continue;
        longestM = length;
        longest = path;
    }
    for (std::size_t i = 0; i + 1 < longest.size(); i += 2) label.path.push_back({longest[i], longest[i + 1]});
    if (!label.path.empty()) label.at = label.path[label.path.size() / 2];
    return label;
}

} // namespace banlang
