// SPDX-License-Identifier: MIT
#include "viewer/panels/widgets/layout.h"

#include <algorithm>
#include <cmath>

namespace banlang::viewer {
namespace {

constexpr float largeWindowPx = 1400;
constexpr float tallWindowPx = 860;
constexpr float mapDividerPx = 3;

/// Two halves of one size with a line between them, so that one view fits both.
void splitMap(const Document& document, Layout& layout) {
    if (!isSplit(document)) return;
    const float half = std::floor((layout.map.w - mapDividerPx) / 2);
    layout.mapBefore = layout.map.takeLeft(half);
    layout.map = layout.map.takeRight(half);
}

Layout layOutProjector(const Document& document, Rect window) {
    Layout layout;
    layout.window = window;
    layout.projector = true;
    layout.topBar = window.takeTop(76);
    layout.status = window.takeBottom(52);
    layout.inspector = window.takeRight(336);
    layout.map = window;
    splitMap(document, layout);
    return layout;
}

/// Lists with details beside them need more room than a table; the map keeps its least height.
float bottomHeight(const Document& document, Rect rest, float heightPx) {
    constexpr float leastMapPx = 320;
    const float usual = heightPx >= tallWindowPx ? 262.0F : 198.0F;
    const bool roomy = document.tab == BottomTab::import || document.tab == BottomTab::directive ||
                       document.tab == BottomTab::links || document.tab == BottomTab::criteria ||
                       document.tab == BottomTab::communeRanking;
    if (!roomy) return usual;
    return std::max(usual, std::min(std::round(rest.h * 0.46F), rest.h - leastMapPx));
}

} // namespace

Layout layOut(const Document& document, float widthPx, float heightPx) {
    Rect rest{0, 0, widthPx, heightPx};
    if (document.projector && document.district) return layOutProjector(document, rest);
    Layout layout;
    layout.window = rest;
    layout.topBar = rest.takeTop(44);
    layout.themeBar = rest.takeTop(48);
    layout.status = rest.takeBottom(26);
    if (!document.district) {
        if (document.importLog) layout.bottom = rest.takeBottom(bottomHeight(document, rest, heightPx));
        layout.map = rest;
        return layout;
    }
    const bool large = widthPx >= largeWindowPx;
    if (document.selected) layout.inspector = rest.takeRight(large ? 344.0F : 304.0F);
    layout.bottom = rest.takeBottom(bottomHeight(document, rest, heightPx));
    if (large) layout.chart = {layout.bottom.right() - 370, layout.bottom.y, 370, layout.bottom.h};
    layout.layers = rest.takeLeft(large ? 284.0F : 232.0F);
    layout.map = rest;
    splitMap(document, layout);
    return layout;
}

} // namespace banlang::viewer
