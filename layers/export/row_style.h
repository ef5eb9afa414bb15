// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map_layer.h"

#include <vector>

namespace banlang {

/// How the rows of an exported table looked on the map, for programs that draw the file again. Style i is for class i; a row of
/// class noClass has the style of none.
struct RowStyles {
    std::vector<std::uint8_t> classOf; ///< one per row
    std::vector<ClassStyle> styles;
    std::vector<Label> labels; ///< from the legend, "" where the legend does not name the class
};

/// Takes the classes from the topmost shape set that has one feature per row of `table`; without such a set every row has class 0
/// of the first legend entry's style.
[[nodiscard]] RowStyles rowStyles(const MapLayer& layer, const FeatureTable& table);

/// The colour that stands for a style when only one can be shown: of its fill, else of its topmost stroke.
[[nodiscard]] Colour mainColour(const ClassStyle& style);
[[nodiscard]] double mainWidthPx(const ClassStyle& style);
/// "#rrggbb" of a colour, or "#rrggbbaa".
[[nodiscard]] std::string hex(Colour colour, bool withAlpha = false);

} // namespace banlang
