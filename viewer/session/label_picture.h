// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/map/gl/pass.h"
#include "viewer/map/gl/shaders.h"
#include "viewer/panels/primitives/rect.h"
#include "viewer/panels/widgets/label_overlay.h"

#include <optional>

namespace banlang::viewer::detail {

/// A LabelOverlay as a texture that is laid over the map. Another overlay is drawn a part in each frame, and shown when it is
/// whole.
class LabelPicture {
public:
    /// Draws a part of an overlay that is not shown yet, or all of it. True when the overlay is the one that is shown.
    bool follow(const LabelOverlay& overlay, double pixelRatio, bool all);
    /// Lays it over a rectangle of the target.
    void show(const RenderTarget& target, const MapView& view, Rect area, double pixelRatio, const Programs& programs) const;
    [[nodiscard]] std::uint64_t version() const { return shown_ ? shown_->version : 0; }
    void forget();

private:
    struct Picture {
        Texture texture{};
        int widthPx = 0;
        int heightPx = 0;
        PictureParts parts{}; ///< those with letters
        MapView view{};
        std::uint64_t version = 0;
    };
    void begin(const LabelOverlay& overlay, double pixelRatio);
    void drawPart(const LabelOverlay& overlay, double pixelRatio, unsigned mostIndices);

    std::optional<Picture> shown_{};
    std::optional<Picture> next_{};
    std::optional<Picture> spare_{}; ///< the one shown before: to make and to drop a large texture takes longer than a frame has
    unsigned indicesDrawn_ = 0;      ///< of the next one
};

} // namespace banlang::viewer::detail
