// SPDX-License-Identifier: MIT
#include "layers/export/csv_file.h"

#include "core/base/checked_file.h"
#include "core/base/write_error.h"
#include "core/geo/measure.h"
#include "core/geo/wkb.h"
#include "core/text/formula_escape.h"
#include "layers/export/column_decimals.h"
#include "layers/export/display_name.h"
#include "layers/export/text_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace banlang {
namespace {

constexpr std::string_view endOfLine = "\r\n";
constexpr int coordinateDecimals = 2;

CsvColumn::Kind kindOf(ColumnType type) {
    switch (type) {
    case ColumnType::number:
        return CsvColumn::Kind::number;
    case ColumnType::date:
        return CsvColumn::Kind::date;
    case ColumnType::text:
        break;
    }
    return CsvColumn::Kind::text;
}

/// Words that CSVT knows.
std::string_view typeWord(const CsvColumn& column, Language language) {
    switch (column.kind) {
    case CsvColumn::Kind::number:
        return "Real";
    case CsvColumn::Kind::date:
        // GDAL reads a day of another order as no date at all.
        return language == Language::english ? "Date" : "String";
    case CsvColumn::Kind::wkt:
        return "WKT";
    case CsvColumn::Kind::x:
        return "CoordX";
    case CsvColumn::Kind::y:
        return "CoordY";
    case CsvColumn::Kind::text:
        break;
    }
    return "String";
}

} // namespace

std::string csvText(std::string_view text) {
    std::string result = "\"";
    for (const char letter : escapeFormulas(text)) {
        if (letter == '"') result += '"';
        result += letter;
    }
    return result + '"';
}

std::optional<CsvGeometry> csvGeometryFromId(std::string_view id) {
    if (id == "none") return CsvGeometry::none;
    if (id == "wkt") return CsvGeometry::wkt;
    if (id == "xy") return CsvGeometry::xy;
    return std::nullopt;
}

CsvFile::CsvFile(const FeatureTable& table, const std::vector<AttributeName>& names, int epsg, Language language,
                 CsvOptions options)
    : table_(&table), language_(language), displayNames_(options.displayNames) {
    for (const Column& column : table.columns)
        columns_.push_back(
            {column.name, displayName(names, column.name, language), kindOf(column.type), columnDecimals(column), &column});
    if (table.geometry.kind == GeometryKind::none) return;
    const auto add = [&](CsvColumn::Kind kind, std::string_view name, Label title) {
        columns_.push_back({fmt::format("{}_epsg{}", name, epsg), fmt::format("{} (EPSG:{})", title.in(language), epsg), kind,
                            coordinateDecimals, nullptr});
    };
    if (options.geometry == CsvGeometry::wkt) add(CsvColumn::Kind::wkt, "wkt", {"hình (WKT)", "shape (WKT)"});
    if (options.geometry == CsvGeometry::xy) {
        add(CsvColumn::Kind::x, "x_east", {"tọa độ đông, m", "easting, m"});
        add(CsvColumn::Kind::y, "y_north", {"tọa độ bắc, m", "northing, m"});
    }
}

std::string CsvFile::number(double value, int decimals) const {
    if (!std::isfinite(value)) return {};
    std::string text = fmt::format("{:.{}f}", value, decimals);
    if (text.find_first_not_of("-0.") == std::string::npos && text.front() == '-') text.erase(0, 1);
    std::replace(text.begin(), text.end(), '.', decimalMark());
    return text;
}

std::string CsvFile::cell(const CsvColumn& column, std::size_t row) const {
    if (column.source != nullptr && column.source->isMissing(row)) return {};
    switch (column.kind) {
    case CsvColumn::Kind::text:
        return csvText(column.source->text[row]);
    case CsvColumn::Kind::number:
        return number(column.source->numbers[row], column.decimals);
    case CsvColumn::Kind::date:
        return language_ == Language::vietnamese ? toVietnamese(column.source->dates[row]) : toIso(column.source->dates[row]);
    case CsvColumn::Kind::wkt:
        return table_->geometry.isEmpty(row) ? std::string() : csvText(toWkt(table_->geometry, row, column.decimals));
    case CsvColumn::Kind::x:
    case CsvColumn::Kind::y: {
        const auto point = representativePoint(table_->geometry, row);
        if (!point) return {};
        return number(column.kind == CsvColumn::Kind::x ? point->x : point->y, column.decimals);
    }
    }
    return {};
}

void CsvFile::appendHead(std::string& text) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (i > 0) text += delimiter();
        text += csvText(displayNames_ ? columns_[i].title : columns_[i].name);
    }
    text += endOfLine;
}

void CsvFile::appendRow(std::string& text, std::size_t row) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (i > 0) text += delimiter();
        text += cell(columns_[i], row);
    }
    text += endOfLine;
}

Result<void> CsvFile::write(const std::string& path, const Progress& progress) const {
    CheckedFile file(path);
    std::string text = "\xEF\xBB\xBF";
    appendHead(text);
    constexpr std::size_t blockSize = 1'000'000;
    constexpr std::size_t stopInterval = 4'096;
    for (std::size_t row = 0; row < table_->rowCount; ++row) {
        if (row % stopInterval == 0 && progress.shouldStop()) return Unexpected(stoppedError(path));
        appendRow(text, row);
        if (text.size() < blockSize) continue;
        file.write(text);
        text.clear();
    }
    file.write(text);
    if (const int reason = file.close(); reason != 0) return Unexpected(writeError(path, reason));
    std::string types;
    for (const CsvColumn& column : columns_)
        types += fmt::format("{}\"{}\"", types.empty() ? "" : ",", typeWord(column, language_));
    types += endOfLine;
    return writeTextFile(std::filesystem::path(path).replace_extension(".csvt"), types);
}

} // namespace banlang
