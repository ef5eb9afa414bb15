// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/document/document.h"
#include "viewer/panels/primitives/rect.h"

namespace banlang::viewer {

/// Places of the panels in the window. A panel without room has no height or width.
struct Layout {
    Rect window, topBar, themeBar, layers, map, inspector, bottom, chart, status;
    Rect mapBefore; ///< as large as `map` and left of it when the map is split
    bool projector = false;
    [[nodiscard]] Rect bothMaps() const {
        return mapBefore.w > 0 ? Rect{mapBefore.x, map.y, map.right() - mapBefore.x, map.h} : map;
    }
};
[[nodiscard]] Layout layOut(const Document& document, float widthPx, float heightPx);

} // namespace banlang::viewer
