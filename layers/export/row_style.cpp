// SPDX-License-Identifier: MIT
#include "layers/export/row_style.h"

#include "layers/checked_rows.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

constexpr double referenceScale = 25'000;

/// Points are drawn with a symbol; what stands for it where only areas and lines can is its colour.
ClassStyle styleOf(const RowClass& rowClass) {
    if (rowClass.style != ClassStyle{} || !rowClass.marker) return rowClass.style;
    const Marker& marker = *rowClass.marker;
    const StrokeStyle rim{.colour = marker.rim, .widthPx = marker.rimPx};
    return {.fill = FillStyle{.colour = marker.fill, .patternColour = marker.fill}, .strokes = {rim}};
}

} // namespace

Label classColumnLabel(std::string_view column) {
    if (column == classColumnName) return {"lớp trên bản đồ", "map class"};
    if (column == classNameColumnName) return {"tên lớp trên bản đồ", "name of the map class"};
    return {};
}

Result<RowStyles> rowStyles(const ClassedRows& classed) {
    const RowClasses& classes = *classed.classes;
    if (classes.classOf.size() != classed.rows.rowCount) {
        return Unexpected(figuresDisagree("rows-without-class",
                                          {fmt::format("{} dòng, {} lớp", classed.rows.rowCount, classes.classOf.size()),
                                           fmt::format("{} rows, {} classes", classed.rows.rowCount, classes.classOf.size())}));
    }
    RowStyles result{classes.classOf, {}, {}, {}};
    for (const RowClass& rowClass : classes.classes) {
        result.styles.push_back(styleOf(rowClass));
        result.labels.push_back(rowClass.label);
        result.markers.push_back(rowClass.marker);
    }
    return result;
}

FeatureTable withClassColumns(FeatureTable rows, const RowStyles& styles, Language language) {
    if (styles.styles.empty()) return rows;
    Column codes{std::string(classColumnName), ColumnType::number, {}, {}, {}};
    Column names{std::string(classNameColumnName), ColumnType::text, {}, {}, {}};
    for (const std::uint8_t rowClass : styles.classOf) {
        codes.numbers.push_back(rowClass == noClass ? Column::missingNumber : rowClass);
        names.text.append(rowClass == noClass ? std::string_view{} : styles.labels[rowClass].in(language));
    }
    rows.columns.push_back(std::move(codes));
    rows.columns.push_back(std::move(names));
    return rows;
}

Colour mainColour(const ClassStyle& style) {
    if (style.fill) return style.fill->colour;
    if (!style.strokes.empty()) return style.strokes.back().colour;
    return rgb(0x6E665B);
}

double mainWidthPx(const ClassStyle& style) {
    return style.strokes.empty() ? 1 : std::max(0.5, style.strokes.back().widthPx.at(referenceScale));
}

std::string hex(Colour colour, bool withAlpha) {
    const std::string solid = fmt::format("#{:02x}{:02x}{:02x}", colour.r, colour.g, colour.b);
    return withAlpha ? fmt::format("{}{:02x}", solid, colour.a) : solid;
}

} // namespace banlang
