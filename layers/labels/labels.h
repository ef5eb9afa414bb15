// SPDX-License-Identifier: MIT
#pragma once

#include "layers/scene/scene.h"
#include "layers/view.h"

#include <functional>
#include <vector>

namespace banlang {

/// How a label kind is set; sizes in style pixels.
struct LabelStyle {
    double sizePx = 12;
    bool bold = false;
    bool italic = false;
    bool capitals = false;
    double spacingPx = 0;
    double haloPx = 3;
};
[[nodiscard]] LabelStyle labelStyle(LabelKind kind);

struct TextSize {
    double widthPx = 0;
    double heightPx = 0;
};
/// Size of one line in a style; the painter that will draw it gives this.
using MeasureText = std::function<TextSize(const std::string& line, const LabelStyle& style)>;

inline constexpr double secondLineScale = 0.8;
inline constexpr double lineSpacing = 1.2; ///< baseline to baseline, in sizes

/// A label that has a place. `lines` are drawn centred, one under the other, around `centre`; along a path each glyph's place is
/// left to the painter, which starts at `pathStartPx` on the clipped path.
struct PlacedLabel {
    const MapLabel* label = nullptr;
    std::shared_ptr<const MapLabel> kept{}; ///< keeps `label` alive where no layer does
    LabelStyle style{};
    PixelPoint centre{};
    std::vector<std::string> lines{};
    std::string secondLine{};       ///< drawn under `lines` at secondLineScale of the size, regular; may be empty
    std::vector<PixelPoint> path{}; ///< for text along a line, left to right; empty otherwise
    double pathStartPx = 0;
};

/// The same name along a line again, or along another line of that name, no nearer than this.
inline constexpr double labelRepeatPx = 400;

/// Places the labels of a scene on a page: by kind, then priority, then id; the first candidate position that touches neither
/// another label, an obstacle, nor the frame wins; a label without room is dropped. Deterministic. A map that moves uses a
/// LabelPlan (label_plan.h).
[[nodiscard]] std::vector<PlacedLabel> placeLabels(const MapScene& scene, const MapView& view, const MeasureText& measure,
                                                   const std::vector<Box>& obstaclesPx = {},
                                                   Language language = Language::vietnamese);

} // namespace banlang
