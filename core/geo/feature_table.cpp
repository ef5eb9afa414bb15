// SPDX-License-Identifier: MIT
#include "core/geo/feature_table.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {

void TextValues::appendArrow(const std::int32_t* offsets, const char* characters, std::size_t count) {
    if (count == 0) return;
    const auto base = static_cast<std::uint32_t>(characters_.size());
    const auto first = static_cast<std::uint32_t>(offsets[0]);
    characters_.append(characters + first, static_cast<std::size_t>(offsets[count] - offsets[0]));
    offsets_.reserve(offsets_.size() + count);
    for (std::size_t i = 1; i <= count; ++i) offsets_.push_back(base + static_cast<std::uint32_t>(offsets[i]) - first);
}

std::size_t Column::size() const {
    switch (type) {
    case ColumnType::text:
        return text.size();
    case ColumnType::number:
        return numbers.size();
    case ColumnType::date:
        return dates.size();
    }
    return 0;
}

bool Column::isMissing(std::size_t row) const {
    switch (type) {
    case ColumnType::text:
        return text[row].empty();
    case ColumnType::number:
        return std::isnan(numbers[row]);
    case ColumnType::date:
        return !dates[row].known();
    }
    return true;
}

std::string Column::valueText(std::size_t row) const {
    if (isMissing(row)) return {};
    switch (type) {
    case ColumnType::text:
        return std::string(text[row]);
    case ColumnType::number: {
        const double value = numbers[row];
        const bool whole = std::trunc(value) == value && std::abs(value) < 1e15;
        return whole ? fmt::format("{:.0f}", value) : fmt::format("{}", value);
    }
    case ColumnType::date:
        return toIso(dates[row]);
    }
    return {};
}

void Column::appendMissing() {
    switch (type) {
    case ColumnType::text:
        text.append({});
        break;
    case ColumnType::number:
        numbers.push_back(missingNumber);
        break;
    case ColumnType::date:
        dates.emplace_back();
        break;
    }
}

const Column* FeatureTable::columnNamed(std::string_view columnName) const {
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const Column& column) { return column.name == columnName; });
    return found == columns.end() ? nullptr : &*found;
}

Column* FeatureTable::columnNamed(std::string_view columnName) {
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const Column& column) { return column.name == columnName; });
    return found == columns.end() ? nullptr : &*found;
}

void appendRows(FeatureTable& rows, const FeatureTable& from, std::span<const std::uint32_t> chosen) {
    for (Column& column : rows.columns) {
        const Column* source = from.columnNamed(column.name);
        for (const std::uint32_t row : chosen) {
            if (source == nullptr || source->type != column.type)
                column.appendMissing();
            else if (column.type == ColumnType::text)
                column.text.append(source->text[row]);
            else if (column.type == ColumnType::number)
                column.numbers.push_back(source->numbers[row]);
            else
                column.dates.push_back(source->dates[row]);
        }
    }
    for (const std::uint32_t row : chosen) {
        if (rows.geometry.kind != GeometryKind::none) rows.geometry.appendFeature(from.geometry, row);
    }
    rows.rowCount += chosen.size();
}

} // namespace banlang
