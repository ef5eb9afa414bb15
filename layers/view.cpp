// SPDX-License-Identifier: MIT
#include "layers/view.h"

#include <algorithm>

namespace banlang {

MapView MapView::fitted(const Box& box, double marginPx) const {
    MapView view = *this;
    if (box.empty()) return view;
    const double freeWidth = std::max(1.0, widthPx - 2 * marginPx);
    const double freeHeight = std::max(1.0, heightPx - 2 * marginPx);
    view.centre = box.centre();
    view.metresPerPx = std::max({box.width() / freeWidth, box.height() / freeHeight, 1e-3});
    return view;
}

namespace {

/// Takes a box off the part of a window that is left, by the edge of the window that is nearer: at its side, or above or below it.
void takeOff(Box& left, const Box& covered, bool atSide, Point middleOfWindow) {
    if (!left.intersects(covered)) return;
    const Point middle = covered.centre();
    if (atSide) {
        (middle.x < middleOfWindow.x ? left.minX : left.maxX) = middle.x < middleOfWindow.x ? covered.maxX : covered.minX;
    } else {
        (middle.y < middleOfWindow.y ? left.minY : left.maxY) = middle.y < middleOfWindow.y ? covered.maxY : covered.minY;
    }
}

} // namespace

MapView MapView::fitted(const Box& box, double marginPx, const std::vector<Box>& coveredPx) const {
    if (box.empty() || coveredPx.empty()) return fitted(box, marginPx);
    const Box window{0, 0, widthPx, heightPx};
    MapView best = fitted(box, marginPx);
    bool found = false;
    for (unsigned choice = 0; choice < 1U << coveredPx.size(); ++choice) {
        Box left = window;
        for (std::size_t i = 0; i < coveredPx.size(); ++i) takeOff(left, coveredPx[i], (choice >> i & 1U) != 0, window.centre());
        if (left.width() <= 4 * marginPx || left.height() <= 4 * marginPx) continue;
        MapView part = *this;
        part.widthPx = left.width();
        part.heightPx = left.height();
        part = part.fitted(box, marginPx);
        if (found && part.metresPerPx >= best.metresPerPx) continue;
        found = true;
        best.metresPerPx = part.metresPerPx;
        const Point middle = left.centre();
        best.centre = {part.centre.x - (middle.x - widthPx / 2) * part.metresPerPx,
                       part.centre.y + (middle.y - heightPx / 2) * part.metresPerPx};
    }
    return best;
}

} // namespace banlang
