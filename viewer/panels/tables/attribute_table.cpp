// SPDX-License-Identifier: MIT
#include "viewer/panels/panels.h"
#include "viewer/panels/primitives/detail/imgui_types.h"
#include "viewer/panels/tables/column_widths.h"

#include <fmt/format.h>
#include <imgui/imgui.h>

#include <algorithm>
#include <cmath>

namespace banlang::viewer {
namespace {

constexpr float rowPx = 24;
constexpr float cellGapPx = 10;

void refreshOrder(Ui& ui, const std::shared_ptr<const ReportTable>& table) {
    UiState& state = ui.state;
    if (state.sortedFor == table && state.sortedBy == ui.document.sort) return;
    state.sortedFor = table;
    state.sortedBy = ui.document.sort;
    state.rowOrder = sortedRows(*table, ui.document.sort.column, ui.document.sort.descending);
}

std::vector<Rect> columnRects(const ReportTable& table, const Theme& theme, Rect head) {
    float wanted = 0;
    for (const ReportColumn& column : table.columns) wanted += columnWidthPx(theme, column.id) + cellGapPx;
    const float room = head.w - 24;
    const float spare = std::max(0.0F, room - wanted);
    const float shrink = std::min(1.0F, room / wanted);
    std::vector<Rect> rects;
    float x = head.x + 12;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        // The name takes most of what is left over, the figures share the rest.
        const float extra = i == 0 ? spare * 0.5F : spare * 0.5F / static_cast<float>(table.columns.size() - 1);
        const float width = (columnWidthPx(theme, table.columns[i].id) + cellGapPx) * shrink + extra;
        rects.push_back({x, head.y, width - cellGapPx, head.h});
        x += width;
    }
    return rects;
}

Align alignOf(const ReportColumn& column) {
    return column.kind == ColumnKind::text ? Align::left : Align::right;
}

void drawHead(Ui& ui, const Painter& paint, const ReportTable& table, const std::vector<Rect>& columns, Rect head) {
    paint.fill(head, ui.colour(Token::surface2));
    paint.fill({head.x, head.bottom() - 1, head.w, 1}, ui.colour(Token::border));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const ReportColumn& column = table.columns[i];
        const bool sorted = ui.document.sort.column == column.id;
        const Press state = press(ui, "table.head." + column.id, columns[i]);
        std::string title = column.day.known() ? ui.date(column.day) : std::string(ui.say(column.label));
        if (sorted) title += ui.document.sort.descending ? " ↓" : " ↑";
        paint.text(columns[i], title, sorted ? FontRole::cellBold : FontRole::hint,
                   ui.colour(sorted || state.hovered ? Token::text : Token::muted), alignOf(column));
        if (state.clicked) ui.emit(Verb::sort, {column.id, sorted && ui.document.sort.descending ? "asc" : "desc"});
    }
}

/// What stands for "done" in the charts of a theme.
FillStyle doneFill(const Ui& ui, const Theme& theme) {
    return partFills(ui, theme)[theme.doneFill];
}

void drawPercent(const Ui& ui, const Painter& paint, Rect cell, double percent, Colour ink, const FillStyle& fill) {
    const Rect number = cell.takeRight(30);
    const Rect bar{cell.x, std::round(cell.midY()) - 5, cell.w - 6, 10};
    paint.fill(bar, ui.colour(Token::track), 2);
    const auto share = static_cast<float>(std::clamp(percent / 100, 0.0, 1.0));
    paint.fill({bar.x, bar.y, std::round(bar.w * share), bar.h}, fill.colour, 2);
    paint.text(number, ui.number(percent), FontRole::cell, ink, Align::right);
}

/// A date; one that is too old has a mark before it.
void drawDate(const Ui& ui, const Painter& paint, const ReportColumn& column, Date day, Rect cell, RowColours ink) {
    const std::string text = ui.date(day);
    paint.text(cell, text, FontRole::cell, ink.text, Align::right);
    if (!column.stale.known() || !(day < column.stale)) return;
    const float x = std::round(cell.right() - paint.textWidth(text, FontRole::cell)) - 12;
    paint.icon(Icon::warning, x, std::round(cell.midY()), 13, ui.colour(Token::warning));
}

void drawNumber(const Ui& ui, const Painter& paint, const ReportColumn& column, double number, Rect rect, RowColours ink) {
    const bool sorted = ui.document.sort.column == column.id;
    const bool grown = column.kind == ColumnKind::change && number > 0;
    const std::string text = fmt::format("{}{}", grown ? "+" : "", ui.number(number, column.decimals));
    paint.text(rect, text, sorted ? FontRole::cellBold : FontRole::cell, ink.text, Align::right);
}

/// A hidden share says nothing: the mark stands for small counts.
void drawMissing(const Ui& ui, const Painter& paint, const ReportColumn& column, const ReportCell& cell, Rect rect,
                 RowColours ink) {
    if (cell.state == CellState::hidden) {
        if (column.kind != ColumnKind::percent) paint.text(rect, "<3", FontRole::cell, ink.muted, Align::right);
    } else if (!cell.label.vi.empty()) {
        paint.text(rect, ui.say(cell.label), FontRole::cell, ink.muted);
    }
}

/// How far a note in words may run on, over the empty cells to its right.
std::size_t lastUnder(const ReportRow& row, std::size_t note) {
    std::size_t last = note;
    while (last + 1 < row.cells.size() && !row.cells[last + 1].hasValue() && row.cells[last + 1].state != CellState::hidden) ++last;
    return last;
}

void drawCells(const Ui& ui, const Painter& paint, const ReportTable& table, const ReportRow& row, const std::vector<Rect>& columns,
               Rect line, RowColours ink, bool selected, const FillStyle& done) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const ReportColumn& column = table.columns[i];
        const ReportCell& cell = row.cells[i];
        Rect rect{columns[i].x, line.y, columns[i].w, line.h};
        if (!cell.hasValue()) {
            if (!cell.label.vi.empty()) rect.w = columns[lastUnder(row, i)].right() - rect.x;
            drawMissing(ui, paint, column, cell, rect, ink);
        } else if (column.kind == ColumnKind::text) {
            paint.text(rect, cell.label.vi.empty() ? std::string_view(cell.text) : ui.say(cell.label),
                       i == 0 && selected ? FontRole::cellBold : FontRole::cell, ink.text);
        } else if (column.kind == ColumnKind::date) {
            drawDate(ui, paint, column, cell.date, rect, ink);
        } else if (column.kind == ColumnKind::percent) {
            drawPercent(ui, paint, rect, cell.number, ink.text, done);
        } else {
            drawNumber(ui, paint, column, cell.number, rect, ink);
        }
    }
}

void drawTotals(const Ui& ui, const Painter& paint, const ReportTable& table, Rect foot) {
    paint.fill(foot, ui.colour(Token::surface2));
    paint.fill({foot.x, foot.y, foot.w, 1}, ui.colour(Token::border));
    foot = foot.inset(12, 0);
    const std::string counted = fmt::format("{} {} {}", ui.say({"Cộng", "Total"}),
                                            ui.number(static_cast<double>(table.rows.size())), ui.say(table.counted));
    paint.text(foot, counted, FontRole::cellBold, ui.colour(Token::text));
    foot.takeLeft(paint.textWidth(counted, FontRole::cellBold) + 16);
    std::string sums;
    for (const ReportTotal& total : table.totals) {
        sums += fmt::format("{}{} {}", sums.empty() ? "" : "  ·  ", ui.say(total.label),
                            ui.number(total.sum, table.columns[total.column].decimals));
    }
    paint.text(foot, sums, FontRole::cell, ui.colour(Token::text));
}

/// Scrolls to what was selected elsewhere, once.
void revealSelection(Ui& ui, const ReportTable& table, const RowWindow& window) {
    if (!ui.document.selected || ui.state.revealed == ui.document.selected) return;
    const auto& order = ui.state.rowOrder;
    const auto found =
        std::ranges::find_if(order, [&](std::size_t row) { return table.rows[row].record == *ui.document.selected; });
    if (found == order.end()) return;
    const Rect line = window.at(static_cast<std::size_t>(found - order.begin()));
    ImGui::SetScrollFromPosY(line.midY() - ImGui::GetWindowPos().y);
    ui.state.revealed = ui.document.selected;
}

} // namespace

void drawTable(Ui& ui, Rect rect) {
    const std::string layer = figuresOf(ui.document);
    const Theme* theme = findTheme(layer);
    const auto table = ui.derived.analysis.table(layer);
    if (theme == nullptr || !table || table->rows.empty()) {
        ScrollArea area(ui, "##table", rect);
        if (theme != nullptr && table) {
            drawNothing(ui, area.paint(), rect, table->note, "table.import");
        } else {
            area.paint().text(area.row(48).inset(16, 0), ui.computing(), FontRole::body, ui.colour(Token::muted));
        }
        return;
    }
    refreshOrder(ui, table);
    const Rect head = rect.takeTop(rowPx);
    const Rect foot = rect.takeBottom(26);
    const std::vector<Rect> columns = columnRects(*table, *theme, head);
    {
        const Painter paint(*ImGui::GetWindowDrawList(), ui.fonts);
        drawHead(ui, paint, *table, columns, head);
        drawTotals(ui, paint, *table, foot);
    }
    const FillStyle done = doneFill(ui, *theme);
    ScrollArea area(ui, "##table", rect);
    const RowWindow window = area.rows(ui.state.rowOrder.size(), rowPx);
    revealSelection(ui, *table, window);
    for (std::size_t place = window.first; place < window.first + window.count; ++place) {
        const Rect line = window.at(place);
        if (!area.visible(line)) continue;
        const std::size_t index = ui.state.rowOrder[place];
        const ReportRow& row = table->rows[index];
        const bool selected = ui.document.selected == row.record;
        const Press state = press(ui, fmt::format("table.row.{}", index), line);
        const RowColours ink = rowBackground(ui, area.paint(), line, state.hovered, selected);
        area.paint().fill({line.x, line.bottom() - 1, line.w, 1}, ui.colour(Token::track));
        drawCells(ui, area.paint(), *table, row, columns, line, ink, selected, done);
        if (state.clicked) {
            ui.state.revealed = row.record;
            ui.emitTarget(Verb::select, row.record);
            ui.emitTarget(Verb::zoomTo, row.record);
        }
    }
}

} // namespace banlang::viewer
