// SPDX-License-Identifier: MIT
#include "layers/attributes.h"

#include <algorithm>
#include <numeric>

namespace banlang {
namespace {

Column selectedRows(const Column& source, std::span<const std::uint32_t> rows) {
    Column column;
    column.name = source.name;
    column.type = source.type;
    for (const std::uint32_t row : rows) {
        switch (source.type) {
        case ColumnType::text:
            column.text.append(source.text[row]);
            break;
        case ColumnType::number:
            column.numbers.push_back(source.numbers[row]);
            break;
        case ColumnType::date:
            column.dates.push_back(source.dates[row]);
            break;
        }
    }
    return column;
}

} // namespace

std::vector<AttributeName> visibleColumns(Role role, Audience audience) {
    std::vector<AttributeName> names;
    for (const RecordField& field : recordKind(role).fields) {
        if (mayShow(audience, field)) names.push_back({std::string(field.name), field.label});
    }
    return names;
}

std::string readersName(const std::vector<AttributeName>& names, const std::string& column, Language language) {
    const auto found = std::find_if(names.begin(), names.end(), [&](const AttributeName& name) { return name.column == column; });
    return found == names.end() || found->label.in(language).empty() ? column : std::string(found->label.in(language));
}

FeatureTable copiedRows(const FeatureTable& source, std::span<const AttributeName> names, std::span<const std::uint32_t> rows) {
    FeatureTable table;
    table.name = source.name;
    table.rowCount = rows.size();
    for (const AttributeName& name : names) {
        if (const Column* column = source.find(name.column)) {
            table.columns.push_back(selectedRows(*column, rows));
        } else {
            addTexts(table, name.column, std::vector<std::string>(rows.size()));
        }
    }
    if (source.geometry.featureCount() == source.rowCount) table.geometry = source.geometry.selected(rows);
    return table;
}

std::vector<std::uint32_t> allRows(std::size_t count) {
    std::vector<std::uint32_t> rows(count);
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

void addNumbers(FeatureTable& table, std::string_view name, std::vector<double> values) {
    Column column;
    column.name = name;
    column.type = ColumnType::number;
    column.numbers = std::move(values);
    table.columns.push_back(std::move(column));
}

void addTexts(FeatureTable& table, std::string_view name, std::span<const std::string> values) {
    Column column;
    column.name = name;
    for (const std::string& value : values) column.text.append(value);
    table.columns.push_back(std::move(column));
}

} // namespace banlang
