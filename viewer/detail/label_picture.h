// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "viewer/map/detail/shaders.h"
#include "viewer/panels/map_labels.h"
#include "viewer/panels/rect.h"

#include <optional>

namespace banlang::viewer::detail {

/// A LabelSheet as a texture that is laid over the map.
class LabelPicture {
public:
    /// Draws the sheet when it is another than before, and then, or when there is none, into the rectangle of the framebuffer that
    /// is bound. `heightPx`: of that framebuffer.
    void show(const LabelSheet& sheet, const MapView& view, Rect area, double pixelRatio, int heightPx, const Programs& programs);
    void forget() { version_ = 0; }

private:
    void paint(const LabelSheet& sheet, double pixelRatio);

    std::optional<Texture> picture_{};
    std::uint64_t version_ = 0;
};

} // namespace banlang::viewer::detail
