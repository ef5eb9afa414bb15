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

} // namespace banlang
