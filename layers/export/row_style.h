// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "layers/map_layer.h"

#include <vector>

namespace banlang {

/// The columns that an exported file gets when its rows have classes: the number that the style in the file refers to, and the
/// class in words.
inline constexpr std::string_view classColumnName = "map_class";
inline constexpr std::string_view classNameColumnName = "map_class_name";
[[nodiscard]] Label classColumnLabel(std::string_view column); ///< "" of other columns

/// How the rows of an exported table looked on the map, for programs that draw the file again. Style i is for class i; a row of
/// class noClass has the style of none.
struct RowStyles {
    std::vector<std::uint8_t> classOf; ///< one per row
    std::vector<ClassStyle> styles;
    std::vector<Label> labels;
    std::vector<std::optional<Marker>> markers; ///< of points
};

/// The classes that came with the rows. Fails with "rows-without-class" when there is not one for each row.
[[nodiscard]] Result<RowStyles> rowStyles(const ClassedRows& classed);
/// The rows with their class as two more columns at the end; as they are when their layer has no classes.
[[nodiscard]] FeatureTable withClassColumns(FeatureTable rows, const RowStyles& styles, Language language);

/// The stroke that a reader remembers: the most colourful, not the pale ones under and on it; the topmost of several. Null without.
[[nodiscard]] const StrokeStyle* mainStroke(const ClassStyle& style);
/// The colour that stands for a style when only one can be shown: of its fill, else of its main stroke.
[[nodiscard]] Colour mainColour(const ClassStyle& style);
[[nodiscard]] double mainWidthPx(const ClassStyle& style);
/// "#rrggbb" of a colour, or "#rrggbbaa".
[[nodiscard]] std::string hex(Colour colour, bool withAlpha = false);

} // namespace banlang
