// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_table.h"

#include <initializer_list>
#include <string_view>
#include <variant>

namespace banlang::sample {

/// What one cell of a table may hold; monostate is missing.
using Value = std::variant<std::monostate, std::string_view, double, Date>;

struct NamedValue {
    std::string_view column;
    Value value;
};

/// Adds a row; columns that are not named stay missing. A name that the table lacks, or a value of another type, is a mistake in
/// the caller and throws.
void addRow(FeatureTable& table, std::initializer_list<NamedValue> values);

/// An empty table of text columns, for the truth files.
[[nodiscard]] FeatureTable textTable(std::initializer_list<std::string_view> columns);

} // namespace banlang::sample
