// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/model/record_ref.h"
#include "layers/view.h"
#include "viewer/map/gl/render_target.h"
#include "viewer/map/mesh/prepared_scene.h"

#include <chrono>
#include <memory>
#include <optional>

namespace banlang::viewer {

namespace detail {
struct Programs;
}

struct MapHighlights {
    std::optional<RecordRef> selected; ///< magenta glow and centre line
    std::optional<RecordRef> hovered;  ///< outline
};

/// Draws a scene with GL 3.3 core into a target of one sample a pixel, in any current context that it did not create.
///
/// The map is kept as tiles of 256 x 256 device pixels. A frame shows the tiles that there are, in place of the others what
/// was shown there before or has another scale, and paints missing ones until its time is up. Geometry lies on the card relative to
/// local origins, so that 1:100 does not jitter, and outlives a change of style; parcels keep it through every theme and day. What
/// tiles need beforehand is made on workers. All calls on the thread that owns the context. Labels are not its work.
class MapRenderer {
public:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] static Result<std::unique_ptr<MapRenderer>> create();
    ~MapRenderer();
    MapRenderer(const MapRenderer&) = delete;
    MapRenderer& operator=(const MapRenderer&) = delete;

    /// The picture of the scene before stays until that of this one is complete, or the view moves away from it.
    void setScene(std::shared_ptr<const PreparedScene> scene);
    /// The same, prepared on this thread.
    void setScene(std::shared_ptr<const MapScene> scene) { setScene(prepareScene(std::move(scene))); }

    /// Draws into the rectangle of the target whose lower left corner is (leftPx, bottomPx) in device pixels; `pixelRatio` device
    /// pixels make one style pixel of `view`. Paints missing tiles so long that it ends by `until`, but some in every second call;
    /// without it the picture is complete.
    void draw(const RenderTarget& target, const MapView& view, int leftPx, int bottomPx, double pixelRatio,
              const MapHighlights& highlights = {}, std::optional<Clock::time_point> until = std::nullopt);

    /// Paints missing tiles of a view until then, and shows nothing: true when none is missing any more.
    [[nodiscard]] bool paint(const MapView& view, double pixelRatio, Clock::time_point until);

    /// Whether the last draw() showed everything at its own scale: a further frame would look the same.
    [[nodiscard]] bool complete() const;
    [[nodiscard]] std::size_t drawnFeatures() const; ///< in the view of the last draw
    [[nodiscard]] std::size_t cardBytes() const;     ///< of tiles and of the geometry of areas

    [[nodiscard]] const detail::Programs& programs() const; ///< for what others lay over the map

private:
    MapRenderer();
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace banlang::viewer
