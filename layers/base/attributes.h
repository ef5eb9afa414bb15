// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/audience.h"
#include "layers/map_layer.h"

#include <span>
#include <vector>

namespace banlang {

/// The columns of a kind that an audience may see, in the kind's order.
[[nodiscard]] std::vector<AttributeName> visibleColumns(Role role, Audience audience);

/// The named columns of the chosen rows, with their geometry. Names that `source` does not have become empty text columns.
[[nodiscard]] FeatureTable copiedRows(const FeatureTable& source, std::span<const AttributeName> names,
                                      std::span<const std::uint32_t> rows);
/// 0, 1, 2 ... count - 1.
[[nodiscard]] std::vector<std::uint32_t> allRows(std::size_t count);

/// Gives a layer its rows: `table` makes them, in the order of the classes.
void setRows(MapLayer& layer, RowClasses classes, std::function<FeatureTable()> table);
/// A legend row for a class of rows, with their number. It is hidden when the audience may not know it.
[[nodiscard]] LegendEntry classEntry(const RowClasses& rows, std::size_t rowClass, GeometryKind swatch,
                                     Audience audience = Audience::workingGroup);

/// Ends a point feature: at the place, or nowhere.
void addPlace(GeometryColumn& points, std::optional<Point> place);

/// Adds a computed column at the end; `values` has one entry per row.
void addNumbers(FeatureTable& table, std::string_view name, std::vector<double> values);
void addDates(FeatureTable& table, std::string_view name, std::vector<Date> values);
void addTexts(FeatureTable& table, std::string_view name, std::span<const std::string> values);

} // namespace banlang
