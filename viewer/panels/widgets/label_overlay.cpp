// SPDX-License-Identifier: MIT
#include "viewer/panels/widgets/label_overlay.h"

#include <cmath>

namespace banlang::viewer {

bool MapLabels::CachedPlan::isOf(const MapScene* scene, double metresPerPixel, Language wanted, float scale) const {
    // A scale that was left and found again by factors differs in its last digits.
    constexpr double sameScale = 1e-9;
    return plan->scene().get() == scene && language == wanted && textScale == scale &&
           std::abs(plan->metresPerPx() / metresPerPixel - 1) < sameScale;
}

} // namespace banlang::viewer
