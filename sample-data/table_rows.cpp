// SPDX-License-Identifier: MIT
#include "sample-data/table_rows.h"

#include <stdexcept>
#include <string>

namespace banlang::sample {
namespace {

void put(Column& column, const Value& value) {
    if (const auto* text = std::get_if<std::string_view>(&value); text != nullptr && column.type == ColumnType::text) {
        column.text.append(*text);
    } else if (const auto* number = std::get_if<double>(&value); number != nullptr && column.type == ColumnType::number) {
        column.numbers.push_back(*number);
    } else if (const auto* date = std::get_if<Date>(&value); date != nullptr && column.type == ColumnType::date) {
        column.dates.push_back(*date);
    } else if (std::holds_alternative<std::monostate>(value)) {
        column.appendMissing();
    } else {
        throw std::logic_error("wrong type for column " + column.name);
    }
}

const Column& columnOf(const FeatureTable& table, std::string_view name, ColumnType type) {
    const Column* column = table.columnNamed(name);
    if (column == nullptr) throw std::logic_error("no column " + std::string(name));
    if (column->type != type) throw std::logic_error("wrong type for column " + column->name);
    return *column;
}

} // namespace

void addRow(FeatureTable& table, std::initializer_list<NamedValue> values) {
    for (const NamedValue& value : values) {
        Column* column = table.columnNamed(value.column);
        if (column == nullptr) throw std::logic_error("no column " + std::string(value.column));
        put(*column, value.value);
    }
    ++table.rowCount;
    for (Column& column : table.columns) {
        if (column.size() < table.rowCount) column.appendMissing();
    }
}

FeatureTable textTable(std::initializer_list<std::string_view> columns) {
    FeatureTable table;
    for (const std::string_view name : columns) {
        Column column;
        column.name = name;
        table.columns.push_back(std::move(column));
    }
    return table;
}

std::string_view textIn(const FeatureTable& table, std::string_view column, std::size_t row) {
    return columnOf(table, column, ColumnType::text).text[row];
}

double numberIn(const FeatureTable& table, std::string_view column, std::size_t row) {
    return columnOf(table, column, ColumnType::number).numbers[row];
}

Date dateIn(const FeatureTable& table, std::string_view column, std::size_t row) {
    return columnOf(table, column, ColumnType::date).dates[row];
}

FeatureTable sampleTable(Role role) {
    FeatureTable table = emptyTable(role);
    const RecordKind& kind = recordKind(role);
    std::erase_if(table.columns, [&](const Column& column) {
        const RecordField* field = findField(kind, column.name);
        return field != nullptr && field->internal;
    });
    return table;
}

} // namespace banlang::sample
