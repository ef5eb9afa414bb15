// SPDX-License-Identifier: MIT
#include "viewer/session/map_fitter.h"

#include "viewer/panels/panels.h"

#include <utility>

namespace banlang::viewer {

void MapFitter::follow(Document& document, float widthPx, float heightPx) {
    const Layout layout = layOut(document, widthPx, heightPx);
    const Rect area = layout.map;
    MapView& view = document.view;
    const auto fit = [&](const Box& box, double marginPx) {
        view.widthPx = static_cast<double>(area.w);
        view.heightPx = static_cast<double>(area.h);
        view = view.fitted(box, marginPx, document.coveredPx);
    };
    const auto coveredBefore = std::exchange(document.coveredPx, coveredOn(document, layout, area));
    if (document.district && wholeDue_) {
        fit(extentOf(*document.district, document.asOf), extentMarginPx);
        wholeDue_ = false;
        return;
    }
    // What was zoomed to is not to end up behind a panel that opens with it.
    const bool sameRoom = view.widthPx == static_cast<double>(area.w) && view.heightPx == static_cast<double>(area.h) &&
                          coveredBefore == document.coveredPx;
    if (document.district && document.fitted && document.fitted->view == view && !sameRoom) {
        splitBefore_ = isSplit(document);
        fit(document.fitted->box, document.fitted->marginPx);
        document.fitted->view = view;
        return;
    }
    // Half a map, and one that gives room to the panel below, shows what the whole one did.
    const bool halved = splitBefore_ != isSplit(document);
    splitBefore_ = isSplit(document);
    if (document.district && (halved || view.heightPx != static_cast<double>(area.h))) {
        const Box extent = extentOf(*document.district, document.asOf);
        const Box seen = view.visible();
        const bool whole = seen.contains({extent.minX, extent.minY}) && seen.contains({extent.maxX, extent.maxY});
        if (whole || halved) {
            view.widthPx = static_cast<double>(area.w);
            view.heightPx = static_cast<double>(area.h);
            if (whole) view = view.fitted(extent, extentMarginPx, document.coveredPx);
            return;
        }
    }
    // A panel that opens at the side must not shift what is on the map: the left upper corner stays.
    view.centre.x += (static_cast<double>(area.w) - view.widthPx) / 2 * view.metresPerPx;
    view.centre.y -= (static_cast<double>(area.h) - view.heightPx) / 2 * view.metresPerPx;
    view.widthPx = static_cast<double>(area.w);
    view.heightPx = static_cast<double>(area.h);
}

} // namespace banlang::viewer
