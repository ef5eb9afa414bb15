// SPDX-License-Identifier: MIT
#include "layers/themes/village_ring.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace banlang {
namespace {

FillStyle hiddenFill(MapColourScheme colourScheme) {
    const Colour grey = themePalette(colourScheme).gardenHidden;
    return {.colour = grey, .patternColour = grey};
}

} // namespace

Marker villageRing(std::span<const std::size_t> counts, std::span<const FillStyle> fills, const LayerRequest& request) {
    const MapPalette& palette = mapPalette(request.colourScheme);
    const std::size_t total = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    Marker ring;
    ring.shape = MarkerShape::ring;
    ring.radiusPx = std::clamp(4.2 * std::sqrt(static_cast<double>(total)), 11.0, 30.0);
    ring.fill = palette.halo;
    ring.rim = palette.label;
    ring.rimPx = 0.8;
    ring.textColour = palette.label;
    ring.text = mustHide(request.audience, total) ? "<3" : fmt::format("{}", total);
    const std::vector<bool> isHidden = hiddenParts(request.audience, counts);
    double hidden = 0;
    for (std::size_t part = 0; part < counts.size(); ++part) {
        if (counts[part] == 0) continue;
        const double share = static_cast<double>(counts[part]) / static_cast<double>(total);
        if (isHidden[part]) {
            hidden += share;
            continue;
        }
        ring.shares.push_back(share);
        ring.shareFills.push_back(fills[part]);
        ring.keys.push_back(static_cast<LegendKey>(part));
    }
    if (hidden == 0) return ring;
    ring.shares.push_back(hidden);
    ring.shareFills.push_back(hiddenFill(request.colourScheme));
    ring.keys.push_back(static_cast<LegendKey>(counts.size()));
    return ring;
}

LegendEntry hiddenPartEntry(LegendKey key, MapColourScheme colourScheme) {
    LegendEntry entry{.label = {"số nhỏ, được ẩn", "small numbers, hidden"}, .key = key};
    entry.style = {.fill = hiddenFill(colourScheme), .strokes = {}};
    entry.noReport = true;
    return entry;
}

} // namespace banlang
