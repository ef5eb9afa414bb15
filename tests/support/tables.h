// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_table.h"
#include "core/geo/wkb.h"
#include "core/model/record_kinds.h"

#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace banlang::test {

using Texts = std::vector<std::string>;

inline Column textColumn(std::string_view name, const Texts& values) {
    Column column;
    column.name = name;
    for (const std::string& value : values) column.text.append(value);
    return column;
}

inline Column numberColumn(std::string_view name, const std::vector<double>& values) {
    Column column;
    column.name = name;
    column.type = ColumnType::number;
    column.numbers = values;
    return column;
}

/// A source without geometry; all columns of the same length.
inline FeatureTable tableOf(std::vector<Column> columns) {
    FeatureTable table;
    table.name = "layer";
    table.rowCount = columns.empty() ? 0 : columns.front().size();
    table.columns = std::move(columns);
    return table;
}

/// A source that has nothing but headers and one row.
inline FeatureTable headers(const Texts& names) {
    std::vector<Column> columns;
    for (const std::string& name : names) columns.push_back(textColumn(name, {"1"}));
    return tableOf(std::move(columns));
}

/// Rows of a kind: texts by field, all other fields missing.
inline FeatureTable rowsOf(Role role, const std::vector<Column>& given) {
    FeatureTable table = emptyTable(role);
    table.rowCount = given.front().size();
    for (Column& column : table.columns) {
        for (std::size_t row = 0; row < table.rowCount; ++row) column.appendMissing();
    }
    for (const Column& column : given) {
        Column* field = table.columnNamed(column.name);
        if (field == nullptr || field->type != column.type) throw std::invalid_argument("no such field: " + column.name);
        *field = column;
    }
    return table;
}

/// Gives every row of a table its geometry; "" for none.
inline FeatureTable placed(FeatureTable table, const Texts& wkts) {
    for (const std::string& wkt : wkts) {
        if (wkt.empty())
            table.geometry.endFeature();
        else if (!appendWkt(table.geometry, wkt))
            throw std::invalid_argument("not a geometry of this table: " + wkt);
    }
    return table;
}

inline Texts textsOf(const Column& column) {
    Texts texts;
    for (std::size_t row = 0; row < column.text.size(); ++row) texts.emplace_back(column.text[row]);
    return texts;
}

} // namespace banlang::test
