// SPDX-License-Identifier: MIT
#pragma once

#include "layers/scene/scene.h"
#include "viewer/map/map_renderer.h"

#include <optional>
#include <vector>

namespace banlang::viewer::detail {

/// What marks one thing on the map: lines along it, or a circle around its point.
struct Highlight {
    ShapeSet shapes{};             ///< one class; no features for points
    std::vector<Marker> markers{}; ///< one around a point; empty for lines and polygons
};

enum class HighlightKind : std::uint8_t { hovered, selected };

/// Selection: a wide see-through glow under a thin line. Hovering: an outline in the label colour on a halo. Nothing when the
/// target has no geometry.
[[nodiscard]] std::optional<Highlight> highlightOf(const MapScene& scene, RecordRef target, HighlightKind kind);

} // namespace banlang::viewer::detail
