// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "layers/scene.h"
#include "layers/view.h"

#include <memory>
#include <optional>
#include <vector>

namespace banlang::viewer {

/// One thing on the map that the user points at or has selected.
struct MapTarget {
    Role role = Role::parcels;
    std::uint32_t row = 0;
    bool operator==(const MapTarget&) const = default;
};

struct MapHighlights {
    std::optional<MapTarget> selected; ///< magenta glow and centre line
    std::optional<MapTarget> hovered;  ///< outline
};

/// Draws a MapScene with GL 3.3 core into whatever framebuffer is bound, in any current context that it did not create.
/// Geometry is uploaded relative to a local origin, so that 1:100 does not jitter; shape sets whose geometry and classes stay the
/// same from scene to scene stay on the card. All calls on the thread that owns the context. Labels are not its work.
class MapRenderer {
public:
    [[nodiscard]] static Result<std::unique_ptr<MapRenderer>> create();
    ~MapRenderer();
    MapRenderer(const MapRenderer&) = delete;
    MapRenderer& operator=(const MapRenderer&) = delete;

    void setScene(std::shared_ptr<const MapScene> scene);

    /// Draws into the rectangle of the bound framebuffer whose lower left corner is (leftPx, bottomPx) in device pixels;
    /// `pixelRatio` device pixels make one style pixel of `view`.
    void draw(const MapView& view, int leftPx, int bottomPx, double pixelRatio, const MapHighlights& highlights = {});

    [[nodiscard]] std::size_t drawnFeatures() const; ///< of the last draw

    // The backdrop is read on a worker while the map is drawn without it.
    [[nodiscard]] bool awaitsBackdrop() const;  ///< something better than what was drawn last is wanted or on its way
    [[nodiscard]] bool backdropHasNews() const; ///< and drawing again now would show it
    void hurryBackdrop();                       ///< waits for what is on its way

private:
    MapRenderer();
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Everything under the pointer, topmost first: polygons that hold the point, lines and markers within `tolerancePx`.
[[nodiscard]] std::vector<MapTarget> pick(const MapScene& scene, const MapView& view, PixelPoint pixel, double tolerancePx = 6);

} // namespace banlang::viewer
