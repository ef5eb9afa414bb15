// SPDX-License-Identifier: MIT
#include "viewer/panels/panels.h"
#include "viewer/panels/primitives/detail/imgui_types.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang::viewer {
namespace {

void drawBar(Ui& ui, const Painter& paint, const ReportChart& chart, const ChartBar& bar, Rect row,
             const std::vector<FillStyle>& fills, float nameWidth) {
    const bool selected = ui.document.selected == bar.unit;
    const Press state = press(ui, fmt::format("chart.{}", bar.unit.row), row);
    const RowColours ink = rowBackground(ui, paint, row, state.hovered, selected);
    Rect inner = row.inset(14, 0);
    paint.text(inner.takeLeft(nameWidth), bar.name, selected ? FontRole::cellBold : FontRole::cell, ink.text);
    const bool hidden = bar.state == CellState::hidden;
    const bool anything = bar.state != CellState::notReported;
    const std::string amount = hidden     ? std::string(ui.say({"ẩn", "hidden"}))
                               : anything ? ui.number(bar.amount, chart.amountDecimals)
                                          : "–";
    paint.text(inner.takeRight(56), amount, selected ? FontRole::cellBold : FontRole::cell, anything ? ink.text : ink.muted,
               Align::right);
    const Rect track{inner.x, std::round(row.midY()) - 6, inner.w, 13};
    stackedBar(ui, paint, track, hidden ? std::vector<double>{} : bar.parts, fills);
    if (state.clicked) {
        ui.emitTarget(Verb::select, bar.unit);
        ui.emitTarget(Verb::zoomTo, bar.unit);
    }
}

/// Which fill is which part, in as many lines as they need; returns where the last ends.
float drawKey(const Ui& ui, const Painter& paint, Rect rect, const ReportChart& chart, const std::vector<FillStyle>& fills) {
    constexpr float linePx = 18;
    constexpr float swatchPx = 14;
    Rect line = rect.takeTop(linePx);
    for (std::size_t i = 0; i < std::min(chart.parts.size(), fills.size()); ++i) {
        const std::string_view name = ui.say(chart.parts[i]);
        const float width = swatchPx + 5 + std::ceil(paint.textWidth(name, FontRole::hint)) + 12;
        if (width > line.w && line.w < rect.w) line = rect.takeTop(linePx);
        Rect entry = line.takeLeft(std::min(width, line.w));
        const Rect swatch{entry.x, std::round(entry.midY()) - 5, swatchPx, 10};
        paint.pattern(swatch, fills[i]);
        paint.outline(swatch, ui.colour(Token::borderStrong));
        entry.takeLeft(swatchPx + 5);
        paint.text(entry, name, FontRole::hint, ui.colour(Token::muted));
    }
    return line.bottom();
}

} // namespace

void drawChart(Ui& ui, const Painter& paint, Rect rect) {
    const std::string layer = figuresOf(ui.document);
    const Theme* theme = findTheme(layer);
    const auto model = ui.derived.analysis.chart(layer);
    if (theme == nullptr || !model) {
        paint.text(rect.takeTop(48).inset(14, 0), ui.computing(), FontRole::body, ui.colour(Token::muted));
        return;
    }
    const ReportChart& chart = *model;
    if (!chart.saysAnything()) {
        drawNothing(ui, paint, rect, chart.note, "chart.import");
        return;
    }
    const Rect head = rect.takeTop(28).inset(14, 0);
    paint.text(head, ui.say(chart.amountTitle), FontRole::hint, ui.colour(Token::muted), Align::right);
    paint.text({head.x, head.y, head.w - paint.textWidth(ui.say(chart.amountTitle), FontRole::hint) - 10, head.h},
               ui.say(chart.title), FontRole::cellBold, ui.colour(Token::text));
    float nameWidth = 60;
    for (const ChartBar& bar : chart.bars) nameWidth = std::max(nameWidth, paint.textWidth(bar.name, FontRole::cellBold) + 8);
    nameWidth = std::min(nameWidth, rect.w * 0.4F);
    const std::vector<FillStyle> fills = partFills(ui, *theme);
    (void)rect.takeTop(drawKey(ui, paint, rect.inset(14, 0), chart, fills) - rect.y + 2);
    const Rect axis = rect.takeBottom(22).inset(14, 0);
    const Rect scale{axis.x + nameWidth, axis.y, axis.w - nameWidth - 56, axis.h};
    const Colour muted = ui.colour(Token::muted);
    paint.text(scale, "0", FontRole::hint, muted);
    paint.text(scale, "50", FontRole::hint, muted, Align::centre);
    paint.text(scale, "100 %", FontRole::hint, muted, Align::right);
    ScrollArea area(ui, "##chart", rect);
    for (const ChartBar& bar : chart.bars) {
        const Rect row = area.row(22);
        if (area.visible(row)) drawBar(ui, area.paint(), chart, bar, row, fills, nameWidth);
    }
}

} // namespace banlang::viewer
