// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/unit_figures.h"
#include "layers/style/style.h"

#include <vector>

namespace banlang::print_layout {

/// What stands beside the map: the figures of the page's unit and of those below it, and how the bar is filled.
struct PageFigures {
    UnitFigures told;
    std::vector<FillStyle> fills; ///< of the parts

    [[nodiscard]] bool empty() const { return told.rows.empty(); }
};

} // namespace banlang::print_layout
