// SPDX-License-Identifier: MIT
#include "core/model/units/office_area.h"
#include "core/text/format.h"
#include "layers/paper/detail/print_page.h"
#include "layers/themes/themes.h"

#include <fmt/format.h>

namespace banlang::print_layout {
namespace {

std::string themeTitle(const PrintPage& printPage) {
    const Theme* theme = findTheme(printPage.theme->id);
    const bool own = theme != nullptr && !theme->printTitle.vi.empty();
    return std::string((own ? theme->printTitle : printPage.theme->title).in(printPage.language()));
}

/// Who speaks, in the left block.
struct TitleLines {
    std::string above; ///< the authority; empty: none
    std::string own;
};

TitleLines titleLines(const PrintPage& printPage) {
    const District& district = printPage.request->layer.analysis.district();
    const std::string nobody = printPage.text("Ủy ban nhân dân", "People's committee");
    const bool isOwn = printPage.commune != notLinked && district.office.level == OfficeLevel::commune &&
                       district.table(Role::communes).textAt(fields::communes.code, static_cast<std::size_t>(printPage.commune)) ==
                           district.office.code;
    if (printPage.commune == notLinked || isOwn) {
        const std::string own = committeeName(district.office);
        return {district.office.authority, own.empty() ? nobody : own};
    }
    const std::string unit = unitName(printPage);
    return {{}, unit.empty() ? nobody : fmt::format("UBND {}", unit)};
}

} // namespace

std::string pageTitle(const PrintPage& printPage) {
    const std::string unit = unitName(printPage);
    return unit.empty() ? themeTitle(printPage) : fmt::format("{}, {}", themeTitle(printPage), unit);
}

std::string unitName(const PrintPage& printPage) {
    if (printPage.commune == notLinked) return areaName(printPage.request->layer.analysis.district());
    return fullName(printPage.request->layer.analysis.district().table(Role::communes),
                    static_cast<std::size_t>(printPage.commune));
}

void drawHeader(cairo_t* cr, const PrintPage& printPage) {
    const RectMm& place = printPage.layout.header;
    const double size = std::clamp(printPage.layout.widthMm / 420, 0.75, 1.6);
    const double left = (place.x + 42 * size) * pxPerMm;
    const TitleLines lines = titleLines(printPage);
    const auto drawLine = [&](const std::string& text, double ptSize, double yMm) {
        TextStyle fitted = typeface(ptSize * size);
        // A long name gets small before it reaches the title or the edge.
        constexpr double blockMm = 80;
        const double roomPx = blockMm * size * pxPerMm;
        const double widthPx = measureText(cr, text, fitted).widthPx;
        if (widthPx > roomPx) fitted.sizePx *= std::max(0.35, roomPx / widthPx);
        drawText(cr, text, fitted, left, (place.y + yMm * size) * pxPerMm, Align::centre);
    };
    if (!lines.above.empty()) drawLine(upperCase(lines.above), 7.5, 1);
    drawLine(upperCase(lines.own), 9, 4.5);
    const std::string body = printPage.text("BAN CHỈ ĐẠO XÂY DỰNG NÔNG THÔN MỚI", "NEW RURAL AREA STEERING COMMITTEE");
    drawText(cr, body, typeface(9 * size, true), left, (place.y + 9.5 * size) * pxPerMm, Align::centre);
    cairo_move_to(cr, left - 14 * pxPerMm * size, (place.y + 12 * size) * pxPerMm);
    cairo_line_to(cr, left + 14 * pxPerMm * size, (place.y + 12 * size) * pxPerMm);
    setColour(cr, rgb(0x16242A));
    cairo_set_line_width(cr, 0.25 * pxPerMm);
    cairo_stroke(cr);
    const std::string title = pageTitle(printPage);
    TextStyle style = typeface(21 * size, true);
    // Long titles give way before they reach the blocks beside them.
    const double room = (place.width - 170 * size) * pxPerMm;
    const double width = measureText(cr, upperCase(title), style).widthPx;
    if (width > room) style.sizePx *= std::max(0.5, room / width);
    const double middle = (place.x + place.width / 2) * pxPerMm;
    drawText(cr, upperCase(title), style, middle, (place.y + 8 * size) * pxPerMm, Align::centre);
    const std::string day = formatDate(printPage.request->layer.analysis.asOf(), printPage.language());
    const std::string counted(printPage.theme->counted.in(printPage.language()));
    std::string subtitle = fmt::format("{}, {} {}", counted, printPage.text("tính đến ngày", "as of"), day);
    if (printPage.request->layer.analysis.compareWith()) {
        subtitle += fmt::format(fmt::runtime(printPage.text(", so với ngày {}", ", compared with {}")),
                                formatDate(*printPage.request->layer.analysis.compareWith(), printPage.language()));
    }
    drawText(cr, subtitle, typeface(11.5 * size, false, mutedInk), middle, (place.y + 15 * size) * pxPerMm, Align::centre);
    drawText(cr, std::string(noteOf(printPage.request->layer.audience).in(printPage.language())),
             typeface(std::max(6.5, 8 * size), false, mutedInk), place.right() * pxPerMm, (place.y + 9.5 * size) * pxPerMm,
             Align::right);
}

} // namespace banlang::print_layout
