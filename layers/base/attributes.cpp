// SPDX-License-Identifier: MIT
#include "layers/base/attributes.h"

#include "core/report/record_table.h"

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

std::size_t RowClasses::count(std::size_t rowClass) const {
    return static_cast<std::size_t>(std::count(classOf.begin(), classOf.end(), static_cast<std::uint8_t>(rowClass)));
}

std::vector<AttributeName> visibleColumns(Role role, Audience audience) {
    std::vector<AttributeName> names;
    for (const RecordField* field : visibleFields(role, audience)) names.push_back({std::string(field->name), field->label});
    return names;
}

FeatureTable copiedRows(const FeatureTable& source, std::span<const AttributeName> names, std::span<const std::uint32_t> rows) {
    FeatureTable table;
    table.name = source.name;
    table.rowCount = rows.size();
    for (const AttributeName& name : names) {
        if (const Column* column = source.columnNamed(name.column)) {
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

void setRows(MapLayer& layer, RowClasses classes, std::function<FeatureTable()> table) {
    layer.rowClasses = std::make_shared<const RowClasses>(std::move(classes));
    layer.attributes = [classes = layer.rowClasses, table = std::move(table)] { return ClassedRows{table(), classes}; };
}

LegendEntry classEntry(const RowClasses& rows, std::size_t rowClass, GeometryKind swatch, Audience audience) {
    const RowClass& shown = rows.classes[rowClass];
    LegendEntry entry{.label = shown.label, .key = shown.key, .swatch = swatch, .style = shown.style};
    if (swatch == GeometryKind::point) entry.marker = shown.marker;
    const std::size_t count = rows.count(rowClass);
    entry.countHidden = mustHide(audience, count);
    if (!entry.countHidden) entry.count = static_cast<double>(count);
    return entry;
}

void addPlace(GeometryColumn& points, std::optional<Point> place) {
    if (place) {
        points.addPoint(*place);
        points.endRing();
        points.endPart();
    }
    points.endFeature();
}

void addNumbers(FeatureTable& table, std::string_view name, std::vector<double> values) {
    Column column;
    column.name = name;
    column.type = ColumnType::number;
    column.numbers = std::move(values);
    table.columns.push_back(std::move(column));
}

void addDates(FeatureTable& table, std::string_view name, std::vector<Date> values) {
    Column column;
    column.name = name;
    column.type = ColumnType::date;
    column.dates = std::move(values);
    table.columns.push_back(std::move(column));
}

void addTexts(FeatureTable& table, std::string_view name, std::span<const std::string> values) {
    Column column;
    column.name = name;
    for (const std::string& value : values) column.text.append(value);
    table.columns.push_back(std::move(column));
}

} // namespace banlang
