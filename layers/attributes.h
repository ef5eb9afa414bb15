// SPDX-License-Identifier: MIT
#pragma once

#include "layers/audience.h"
#include "layers/map_layer.h"

#include <span>
#include <string>
#include <vector>

namespace banlang {

/// The columns of a kind that an audience may see, in the kind's order.
[[nodiscard]] std::vector<AttributeName> visibleColumns(Role role, Audience audience);

/// What readers call a column: its label, or its own name where it has none.
[[nodiscard]] std::string readersName(const std::vector<AttributeName>& names, const std::string& column, Language language);

/// The named columns of the chosen rows, with their geometry. Names that `source` does not have become empty text columns.
[[nodiscard]] FeatureTable copiedRows(const FeatureTable& source, std::span<const AttributeName> names,
                                      std::span<const std::uint32_t> rows);
/// 0, 1, 2 ... count - 1.
[[nodiscard]] std::vector<std::uint32_t> allRows(std::size_t count);

/// Adds a computed column at the end; `values` has one entry per row.
void addNumbers(FeatureTable& table, std::string_view name, std::vector<double> values);
void addTexts(FeatureTable& table, std::string_view name, std::span<const std::string> values);

} // namespace banlang
