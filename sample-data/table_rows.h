// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_table.h"
#include "core/model/record_kinds.h"

#include <initializer_list>
#include <string_view>
#include <variant>

namespace banlang::sample {

/// An empty table as a source has it: without what only imports write.
[[nodiscard]] FeatureTable sampleTable(Role role);

/// What one cell of a table may hold; monostate is missing.
using Value = std::variant<std::monostate, std::string_view, double, Date>;

/// A value for a field of a record, or for a column that a truth file names itself.
struct NamedValue {
    NamedValue(std::string_view name, Value given) : column(name), value(given) {}
    NamedValue(const TextField& field, std::string_view given) : column(field.name), value(given) {}
    NamedValue(const NumberField& field, double given) : column(field.name), value(given) {}
    NamedValue(const DateField& field, Date given) : column(field.name), value(given) {}
    /// For what may be missing.
    NamedValue(const FieldHandle& field, Value given) : column(field.name), value(given) {}

    std::string_view column;
    Value value;
};

/// Adds a row; columns that are not named stay missing. A name that the table lacks, or a value of another type, is a mistake in
/// the caller and throws.
void addRow(FeatureTable& table, std::initializer_list<NamedValue> values);

/// An empty table of text columns, for the truth files.
[[nodiscard]] FeatureTable textTable(std::initializer_list<std::string_view> columns);

/// Values of a table whose columns a sheet or a truth file names itself. A name that the table lacks throws.
[[nodiscard]] std::string_view textIn(const FeatureTable& table, std::string_view column, std::size_t row);
[[nodiscard]] double numberIn(const FeatureTable& table, std::string_view column, std::size_t row);
[[nodiscard]] Date dateIn(const FeatureTable& table, std::string_view column, std::size_t row);

} // namespace banlang::sample
