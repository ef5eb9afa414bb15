// SPDX-License-Identifier: MIT
#include "core/report/cell_suppression.h"
#include "core/report/figure_units.h"
#include "core/text/format.h"
#include "layers/paper/detail/print_page.h"
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

std::string cellText(const PrintPage& printPage, const UnitFigureRow& row, std::size_t column) {
    const ReportCell& cell = row.cells[column];
    if (cell.state == CellState::hidden) return std::string(hiddenMark);
    if (!cell.hasValue()) return "–";
    return formatNumber(cell.number, listDecimalsOf(printPage.figures.told.units[column]), printPage.language());
}

/// One patterned piece per class with its figure under it; what is missing to the plan stays the bare track.
void drawBar(cairo_t* cr, const PrintPage& printPage, const RectMm& place, double topMm) {
    const UnitFigures& figures = printPage.figures.told;
    cairo_rectangle(cr, place.x * pxPerMm, topMm * pxPerMm, place.width * pxPerMm, barMm * pxPerMm);
    setColour(cr, rgb(0xDDE4E6));
    cairo_fill(cr);
    double x = place.x;
    double free = place.x;
    for (std::size_t i = 0; i < figures.parts.size(); ++i) {
        const UnitFigurePart& part = figures.parts[i];
        const double width = place.width * part.value / figures.whole;
        const auto outline = [&] { cairo_rectangle(cr, x * pxPerMm, topMm * pxPerMm, width * pxPerMm, barMm * pxPerMm); };
        outline();
        fillPath(cr, printPage.figures.fills[i]);
        outline();
        strokePath(cr, {.colour = rgb(0x76868C), .widthPx = 0.6}, 1);
        const std::string text = part.column ? cellText(printPage, figures.rows.back(), *part.column) : std::string();
        const double half = measureText(cr, text, typeface(7.5, true)).widthPx / pxPerMm / 2;
        const double middle = std::min(std::max(x + width / 2, free + half), place.right() - half);
        if (middle - half >= free) {
            drawLine(cr, text, typeface(7.5, true), middle, topMm + barMm + 3.6, Align::centre);
            free = middle + half + 1.5;
        }
        x += width;
    }
}

std::string changeLine(const PrintPage& printPage, const MainFigure& main) {
    if (!main.increase) return {};
    return fmt::format(fmt::runtime(printPage.text("tăng {} so với {}", "{} more than on {}")),
                       formatNumber(*main.increase, listDecimalsOf(main.unit), printPage.language()),
                       formatDate(comparedDay(*printPage.request), printPage.language()));
}

/// The figure, what it counts, its plan and its change.
void drawHeadline(cairo_t* cr, const PrintPage& printPage, const MainFigure& main, double topMm) {
    const RectMm& place = printPage.layout.figures;
    const std::string value = formatNumber(main.value.number, listDecimalsOf(main.unit), printPage.language());
    const std::string figure = main.percentOfTarget ? formatNumber(*main.percentOfTarget, 0, printPage.language()) + " %" : value;
    TextStyle big = typeface(27, true);
    const double room = place.width * 0.42 * pxPerMm;
    big.sizePx *= std::min(1.0, room / measureText(cr, figure, big).widthPx);
    drawLine(cr, figure, big, place.x, topMm + 11.5);
    const double beside = place.x + measureText(cr, figure, big).widthPx / pxPerMm + 6;
    std::string name(main.label.in(printPage.language()));
    if (!main.unit.empty()) name += fmt::format(", {}", unitWord(main.unit).in(printPage.language()));
    TextStyle bold = typeface(9.5, true);
    const double nameWidth = measureText(cr, name, bold).widthPx;
    bold.sizePx = std::max(7.5 * pxPerPt, bold.sizePx * std::min(1.0, (place.right() - beside) * pxPerMm / nameWidth));
    drawLine(cr, name, bold, beside, topMm + 5.5);
    std::string plan = printPage.text("chưa có kế hoạch năm", "no plan for this year");
    if (main.percentOfTarget) {
        plan = fmt::format("{} / {} {}", value, formatNumber(*main.target, listDecimalsOf(main.unit), printPage.language()),
                           printPage.text("kế hoạch đến hết năm", "planned by the end of the year"));
    }
    drawLine(cr, plan, typeface(7.5, false, mutedInk), beside, topMm + 9.4);
    drawLine(cr, changeLine(printPage, main), typeface(7.5, false, mutedInk), beside, topMm + 12.9);
}

double drawStrip(cairo_t* cr, const PrintPage& printPage) {
    const RectMm& place = printPage.layout.figures;
    const UnitFigures& figures = printPage.figures.told;
    rule(cr, place, place.y, 0.4, rgb(0x16242A));
    if (!figures.main) {
        drawLine(cr, printPage.text("Chưa có báo cáo", "No report yet"), typeface(15, true), place.x, place.y + 8);
        return place.y + 12;
    }
    if (figures.main->value.state == CellState::hidden) {
        drawLine(cr, std::string(figures.main->label.in(printPage.language())), typeface(9.5, true), place.x, place.y + 5.5);
        drawLine(cr, printPage.text("số nhỏ, được ẩn", "small, hidden"), typeface(7.5, false, mutedInk), place.x, place.y + 9.4);
        return place.y + 13;
    }
    drawHeadline(cr, printPage, *figures.main, place.y);
    if (figures.whole <= 0) return place.y + 16;
    drawBar(cr, printPage, place, place.y + 15);
    return place.y + 15 + barMm + 6.5;
}

/// Figures stand in columns of one width at the right; the name takes the rest.
double columnRight(const UnitFigures& figures, const RectMm& place, std::size_t column) {
    const double step = place.width * 0.64 / static_cast<double>(std::max<std::size_t>(figures.set.columns.size(), 3));
    return place.right() - step * static_cast<double>(figures.set.columns.size() - 1 - column);
}

void drawRow(cairo_t* cr, const PrintPage& printPage, const UnitFigureRow& row, double baselineMm, bool total) {
    const UnitFigures& figures = printPage.figures.told;
    const RectMm& place = printPage.layout.figures;
    drawLine(cr, row.name.in(printPage.language()), typeface(7.5, true), place.x, baselineMm);
    if (row.cells.empty()) {
        TextStyle words = typeface(7, false, mutedInk);
        words.italic = true;
        drawLine(cr, printPage.text("chưa có báo cáo", "no report"), words, place.right(), baselineMm, Align::right);
    }
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        drawLine(cr, cellText(printPage, row, i), typeface(7.5, total || i == figures.set.main), columnRight(figures, place, i),
                 baselineMm, Align::right);
    }
}

std::string noteOf(const PrintPage& printPage) {
    if (!printPage.figures.told.hides) return {};
    return printPage.text("*: số 1–2 được ẩn, cùng những số mà từ đó và dòng, cột cộng suy ra được nó",
                          "*: counts of 1 and 2 are hidden, and those from which the sums would give them away");
}

double drawTable(cairo_t* cr, const PrintPage& printPage, double topMm) {
    const UnitFigures& figures = printPage.figures.told;
    const RectMm& place = printPage.layout.figures;
    drawLine(cr, printPage.commune == notLinked ? printPage.text("Xã, thị trấn", "Commune") : printPage.text("Thôn", "Village"),
             typeface(7, false, mutedInk), place.x, topMm + 3.4);
    for (std::size_t i = 0; i < figures.set.columns.size(); ++i) {
        drawLine(cr, std::string(figures.set.columns[i].label.in(printPage.language())), typeface(7, false, mutedInk),
                 columnRight(figures, place, i), topMm + 3.4, Align::right);
    }
    // Few units on a tall page get airy rows.
    const double share = printPage.layout.legendFollows ? 0.52 : 0.96;
    const double rowMm =
        std::clamp((place.y + place.height * share - topMm) / (static_cast<double>(figures.rows.size()) + 2), 4.6, 6.4);
    double y = topMm + rowMm;
    rule(cr, place, y, 0.15, mutedInk);
    const double room = (place.y + place.height * share - y) / rowMm - 2;
    const std::size_t units = figures.rows.size() - 1;
    const std::size_t shown = std::min(units, static_cast<std::size_t>(std::max(1.0, room)));
    for (std::size_t i = 0; i < shown; ++i, y += rowMm) {
        drawRow(cr, printPage, figures.rows[i], y + rowMm * 0.5 + 1.1, false);
        rule(cr, place, y + rowMm, 0.08, rgb(0xC5CED1));
    }
    if (shown < units) {
        drawLine(cr, fmt::format(fmt::runtime(printPage.text("và {} đơn vị nữa", "and {} more units")), units - shown),
                 typeface(7, false, mutedInk), place.x, y + rowMm * 0.5 + 1.1);
        y += rowMm;
    }
    rule(cr, place, y, 0.25, rgb(0x16242A));
    drawRow(cr, printPage, figures.rows.back(), y + rowMm * 0.5 + 1.1, true);
    y += rowMm;
    return drawParagraph(cr, noteOf(printPage), typeface(6.5, false, mutedInk), place.x * pxPerMm, (y + 0.8) * pxPerMm,
                         place.width * pxPerMm, 2) /
               pxPerMm +
           3;
}

} // namespace

double drawFigures(cairo_t* cr, const PrintPage& printPage) {
    if (printPage.figures.empty()) return printPage.layout.figures.y;
    return drawTable(cr, printPage, drawStrip(cr, printPage));
}

} // namespace banlang::print_layout
