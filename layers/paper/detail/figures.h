// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map_layer.h"

#include <string>
#include <string_view>
#include <vector>

namespace banlang::print_layout {

struct FigureColumn {
    std::string_view indicator; ///< of progress(); empty: what the other counts leave of the first
    Label head;
    int decimals = 0;
    int legendIndex = -1;             ///< row of the theme's legend whose fill this column has in the bar; -1: not in the bar
    bool before = false;              ///< the value on the day compared with
    std::vector<LegendKey> counted{}; ///< rows of the theme's legend that count the same, together; none: no row does
};

/// A piece of the bar over the table.
struct FigurePart {
    FillStyle fill{};
    double value = 0;
    std::string text; ///< empty when it may not be told
};

/// What the table beside the map tells: cells as text, small counts hidden as the audience asks.
struct FigureTable {
    std::vector<FigureColumn> columns;
    std::size_t main = 0; ///< the column that the big figure tells
    bool counts = false;  ///< counts of households: columns after the first add up to the first, and small ones are hidden
    struct Row {
        std::string name;
        std::vector<std::string> cells; ///< empty when the unit has reported nothing at all
    };
    std::vector<Row> rows;         ///< the units in the order of the store, then the total
    std::vector<FigurePart> parts; ///< of the page's unit, in the order of the columns
    bool mainHidden = false;       ///< the page's own main figure may not be told
    bool hides = false;            ///< some cell may not be told

    [[nodiscard]] bool empty() const { return rows.empty(); }
};

} // namespace banlang::print_layout
