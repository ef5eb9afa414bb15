// SPDX-License-Identifier: MIT
#pragma once

#include "viewer/panels/widgets/ui.h"
#include "viewer/panels/widgets/widgets.h"

namespace banlang::viewer {

/// Filled square, half square, empty square, dash; a frame around what is due.
void drawCriterionMark(const Ui& ui, const Painter& paint, float x, float y, CriterionState state, bool due);
/// What the selected commune, or the whole district, still has to do.
void drawCriteriaDetails(Ui& ui, Rect rect, const CriteriaAnswer& answer);

} // namespace banlang::viewer
