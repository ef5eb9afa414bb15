// SPDX-License-Identifier: MIT
#pragma once

#include "layers/labels/labels.h"

#include <span>

// Ways to set a text. All pixels are of the ground at one scale (labels.h).

namespace banlang {

/// A text that stands around its point, broken into lines and measured.
struct PointText {
    std::vector<std::string> lines{};
    std::string secondLine{};
    LabelStyle style{};
    TextSize size{};

    [[nodiscard]] Box boxAt(PixelPoint centre) const;
};
/// `unitWidthPx`: of the unit that a commune's name has to fit into.
[[nodiscard]] PointText pointText(const MapLabel& label, const MeasureText& measure, Language language, double unitWidthPx);
/// Where its middle may lie from its point, best first. `markerRadiusPx`: of the largest symbol at the point, to stay clear of.
[[nodiscard]] std::vector<PixelPoint> pointOffsets(LabelKind kind, const TextSize& size, double markerRadiusPx);

/// A line as points a step apart, without the small wiggles that would make letters dance.
using Run = std::vector<PixelPoint>;
inline constexpr double runStepPx = 6;
/// The whole line, or its parts inside a frame.
[[nodiscard]] std::vector<Run> runsOf(const std::vector<Point>& path, double metresPerPx, const std::optional<Box>& framePx);

/// A section of a run in which its name may stand once.
struct RunPart {
    std::size_t first = 0; ///< the middle of the name lies between these points
    std::size_t last = 0;
    std::size_t needed = 0; ///< points that the name covers
};
/// Names repeat along a long run, but no nearer than labelRepeatPx. None where the run is too short for the text.
[[nodiscard]] std::vector<RunPart> partsOf(const Run& run, double textWidthPx);
/// Where the name may begin in its part, straightest and nearest to the middle first; nowhere that letters would run into each
/// other or stand on their heads.
[[nodiscard]] std::vector<std::size_t> startsIn(const Run& run, const RunPart& part);
/// The way under the name, read from left to right.
[[nodiscard]] std::vector<PixelPoint> readablePath(std::span<const PixelPoint> section);

} // namespace banlang
