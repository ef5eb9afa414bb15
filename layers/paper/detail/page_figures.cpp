// SPDX-License-Identifier: MIT
#include "core/text/format.h"
#include "layers/paper/detail/figure_table.h"
#include "layers/paper/detail/shape_painter.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang::print_layout {
namespace {

constexpr double barMm = 4.4;

void rule(cairo_t* cr, const RectMm& place, double yMm, double widthMm, Colour colour) {
    cairo_move_to(cr, place.x * pxPerMm, yMm * pxPerMm);
    cairo_line_to(cr, place.right() * pxPerMm, yMm * pxPerMm);
    setColour(cr, colour);
    cairo_set_line_width(cr, widthMm * pxPerMm);
    cairo_stroke(cr);
}

void drawLine(cairo_t* cr, const std::string& text, const TextStyle& style, double xMm, double baselineMm,
              Align align = Align::left) {
    drawText(cr, text, style, xMm * pxPerMm, baselineMm * pxPerMm, align);
}

/// One patterned piece per class with its figure under it; what is missing to the plan stays the bare track.
void drawBar(cairo_t* cr, const FigureTable& table, double whole, const RectMm& place, double topMm) {
    cairo_rectangle(cr, place.x * pxPerMm, topMm * pxPerMm, place.width * pxPerMm, barMm * pxPerMm);
    setColour(cr, rgb(0xDDE4E6));
    cairo_fill(cr);
    double x = place.x;
    double free = place.x;
    for (const FigurePart& part : table.parts) {
        const double width = place.width * part.value / whole;
        const auto outline = [&] { cairo_rectangle(cr, x * pxPerMm, topMm * pxPerMm, width * pxPerMm, barMm * pxPerMm); };
        outline();
        fillPath(cr, part.fill);
        outline();
        strokePath(cr, {.colour = rgb(0x76868C), .widthPx = 0.6}, 1);
        const double half = measureText(cr, part.text, typeface(7.5, true)).widthPx / pxPerMm / 2;
        const double middle = std::min(std::max(x + width / 2, free + half), place.right() - half);
        if (middle - half >= free) {
            drawLine(cr, part.text, typeface(7.5, true), middle, topMm + barMm + 3.6, Align::centre);
            free = middle + half + 1.5;
        }
        x += width;
    }
}

std::string changeLine(const PrintPage& printPage, const FigureTable& table, const Indicator& main) {
    if (!main.value || !main.previous) return {};
    const double change = *main.value - *main.previous;
    const auto small = [&](double count) {
        return table.counts && mustHide(printPage.request->layer.audience, static_cast<std::size_t>(count + 0.5));
    };
    if (change <= 0 || small(change) || small(*main.previous)) return {};
    return fmt::format(fmt::runtime(printPage.text("tăng {} so với {}", "{} more than on {}")),
                       formatNumber(change, table.columns[table.main].decimals, printPage.language()),
                       formatDate(comparedDay(*printPage.request), printPage.language()));
}

/// The figure, what it counts, its plan and its change.
void drawHeadline(cairo_t* cr, const PrintPage& printPage, const FigureTable& table, const Indicator& main, double topMm) {
    const RectMm& place = printPage.layout.figures;
    const std::string value = table.rows.back().cells[table.main];
    const bool planned = main.target && *main.target > 0;
    const std::string figure = planned ? formatNumber(*main.value / *main.target * 100, 0, printPage.language()) + " %" : value;
    TextStyle big = typeface(27, true);
    const double room = place.width * 0.42 * pxPerMm;
    big.sizePx *= std::min(1.0, room / measureText(cr, figure, big).widthPx);
    drawLine(cr, figure, big, place.x, topMm + 11.5);
    const double beside = place.x + measureText(cr, figure, big).widthPx / pxPerMm + 6;
    const int decimals = table.columns[table.main].decimals;
    std::string name(main.label.in(printPage.language()));
    if (!main.unit.empty()) name += main.unit == "m2" ? ", m²" : fmt::format(", {}", main.unit);
    TextStyle bold = typeface(9.5, true);
    const double nameWidth = measureText(cr, name, bold).widthPx;
    bold.sizePx = std::max(7.5 * pxPerPt, bold.sizePx * std::min(1.0, (place.right() - beside) * pxPerMm / nameWidth));
    drawLine(cr, name, bold, beside, topMm + 5.5);
    std::string plan = printPage.text("chưa có kế hoạch năm", "no plan for this year");
    if (planned) {
        plan = fmt::format("{} / {} {}", value, formatNumber(*main.target, decimals, printPage.language()),
                           printPage.text("kế hoạch đến hết năm", "planned by the end of the year"));
    }
    drawLine(cr, plan, typeface(7.5, false, mutedInk), beside, topMm + 9.4);
    drawLine(cr, changeLine(printPage, table, main), typeface(7.5, false, mutedInk), beside, topMm + 12.9);
}

double drawStrip(cairo_t* cr, const PrintPage& printPage, const FigureTable& table) {
    const RectMm& place = printPage.layout.figures;
    rule(cr, place, place.y, 0.4, rgb(0x16242A));
    const Indicator* main = findIndicator(*pageUnit(printPage), table.columns[table.main].indicator);
    if (table.rows.back().cells.empty() || main == nullptr || !main->value) {
        drawLine(cr, printPage.text("Chưa có báo cáo", "No report yet"), typeface(15, true), place.x, place.y + 8);
        return place.y + 12;
    }
    if (table.mainHidden) {
        drawLine(cr, std::string(main->label.in(printPage.language())), typeface(9.5, true), place.x, place.y + 5.5);
        drawLine(cr, printPage.text("số nhỏ, được ẩn", "small, hidden"), typeface(7.5, false, mutedInk), place.x, place.y + 9.4);
        return place.y + 13;
    }
    drawHeadline(cr, printPage, table, *main, place.y);
    double whole = main->target.value_or(0);
    double sum = 0;
    for (const FigurePart& part : table.parts) sum += part.value;
    whole = std::max(whole, sum);
    if (whole <= 0) return place.y + 16;
    drawBar(cr, table, whole, place, place.y + 15);
    return place.y + 15 + barMm + 6.5;
}

/// Figures stand in columns of one width at the right; the name takes the rest.
double columnRight(const FigureTable& table, const RectMm& place, std::size_t column) {
    const double step = place.width * 0.64 / static_cast<double>(std::max<std::size_t>(table.columns.size(), 3));
    return place.right() - step * static_cast<double>(table.columns.size() - 1 - column);
}

void drawRow(cairo_t* cr, const PrintPage& printPage, const FigureTable& table, const FigureTable::Row& row, double baselineMm,
             bool total) {
    const RectMm& place = printPage.layout.figures;
    drawLine(cr, row.name, typeface(7.5, true), place.x, baselineMm);
    if (row.cells.empty()) {
        TextStyle words = typeface(7, false, mutedInk);
        words.italic = true;
        drawLine(cr, printPage.text("chưa có báo cáo", "no report"), words, place.right(), baselineMm, Align::right);
    }
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        drawLine(cr, row.cells[i], typeface(7.5, total || i == table.main), columnRight(table, place, i), baselineMm, Align::right);
    }
}

std::string noteOf(const PrintPage& printPage, const FigureTable& table) {
    if (!table.hides) return {};
    return printPage.text("*: số 1–2 được ẩn, cùng những số mà từ đó và dòng, cột cộng suy ra được nó",
                          "*: counts of 1 and 2 are hidden, and those from which the sums would give them away");
}

double drawTable(cairo_t* cr, const PrintPage& printPage, const FigureTable& table, double topMm) {
    const RectMm& place = printPage.layout.figures;
    drawLine(cr, printPage.commune == notLinked ? printPage.text("Xã, thị trấn", "Commune") : printPage.text("Thôn", "Village"),
             typeface(7, false, mutedInk), place.x, topMm + 3.4);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        drawLine(cr, std::string(table.columns[i].head.in(printPage.language())), typeface(7, false, mutedInk),
                 columnRight(table, place, i), topMm + 3.4, Align::right);
    }
    // Few units on a tall page get airy rows.
    const double share = printPage.layout.legendFollows ? 0.52 : 0.96;
    const double rowMm =
        std::clamp((place.y + place.height * share - topMm) / (static_cast<double>(table.rows.size()) + 2), 4.6, 6.4);
    double y = topMm + rowMm;
    rule(cr, place, y, 0.15, mutedInk);
    const double room = (place.y + place.height * share - y) / rowMm - 2;
    const std::size_t units = table.rows.size() - 1;
    const std::size_t shown = std::min(units, static_cast<std::size_t>(std::max(1.0, room)));
    for (std::size_t i = 0; i < shown; ++i, y += rowMm) {
        drawRow(cr, printPage, table, table.rows[i], y + rowMm * 0.5 + 1.1, false);
        rule(cr, place, y + rowMm, 0.08, rgb(0xC5CED1));
    }
    if (shown < units) {
        drawLine(cr, fmt::format(fmt::runtime(printPage.text("và {} đơn vị nữa", "and {} more units")), units - shown),
                 typeface(7, false, mutedInk), place.x, y + rowMm * 0.5 + 1.1);
        y += rowMm;
    }
    rule(cr, place, y, 0.25, rgb(0x16242A));
    drawRow(cr, printPage, table, table.rows.back(), y + rowMm * 0.5 + 1.1, true);
    y += rowMm;
    return drawParagraph(cr, noteOf(printPage, table), typeface(6.5, false, mutedInk), place.x * pxPerMm, (y + 0.8) * pxPerMm,
                         place.width * pxPerMm, 2) /
               pxPerMm +
           3;
}

} // namespace

double drawFigures(cairo_t* cr, const PrintPage& printPage) {
    const FigureTable& table = printPage.figures;
    if (table.empty()) return printPage.layout.figures.y;
    return drawTable(cr, printPage, table, drawStrip(cr, printPage, table));
}

} // namespace banlang::print_layout
