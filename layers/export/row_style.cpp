// SPDX-License-Identifier: MIT
#include "layers/export/row_style.h"

#include "core/report/figures_disagree.h"

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

/// 0: a grey.
int colourfulness(Colour colour) {
    return std::max({colour.r, colour.g, colour.b}) - std::min({colour.r, colour.g, colour.b});
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

const StrokeStyle* mainStroke(const ClassStyle& style) {
    const StrokeStyle* main = nullptr;
    for (const StrokeStyle& stroke : style.strokes) {
        if (main == nullptr || colourfulness(stroke.colour) >= colourfulness(main->colour)) main = &stroke;
    }
    return main;
}

Colour mainColour(const ClassStyle& style) {
    if (style.fill) return style.fill->colour;
    const StrokeStyle* stroke = mainStroke(style);
    return stroke == nullptr ? rgb(0x6E665B) : stroke->colour;
}

double mainWidthPx(const ClassStyle& style) {
    const StrokeStyle* stroke = mainStroke(style);
    return stroke == nullptr ? 1 : std::max(0.5, stroke->widthPx.at(referenceScale));
}

std::string hex(Colour colour, bool withAlpha) {
    const std::string solid = fmt::format("#{:02x}{:02x}{:02x}", colour.r, colour.g, colour.b);
    return withAlpha ? fmt::format("{}{:02x}", solid, colour.a) : solid;
}

} // namespace banlang
