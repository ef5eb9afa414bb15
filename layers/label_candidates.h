// SPDX-License-Identifier: MIT
#pragma once

#include "layers/labels.h"

namespace banlang {

/// One way to place a label, and the space that it takes.
struct LabelCandidate {
    PlacedLabel placed;
    std::vector<Box> boxesPx{};
};

/// Ways to set a text around its point, best first. `insideUnit` tells whether a pixel lies in the unit that the label names;
/// positions wholly inside come first. `markerRadiusPx`: of the largest symbol at the point, to stay clear of.
[[nodiscard]] std::vector<LabelCandidate> pointCandidates(const MapLabel& label, const MapView& view, const MeasureText& measure,
                                                          Language language, double unitWidthPx, double markerRadiusPx,
                                                          const std::function<bool(PixelPoint)>& insideUnit);

/// Ways to set a text along its line, straightest first; none where a glyph would bend by more than 24 degrees.
[[nodiscard]] std::vector<LabelCandidate> lineCandidates(const MapLabel& label, const MapView& view, const MeasureText& measure);

} // namespace banlang
