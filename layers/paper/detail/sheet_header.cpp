// SPDX-License-Identifier: MIT
#include "core/text/format.h"
#include "layers/paper/detail/sheet.h"

#include <fmt/format.h>

namespace banlang::paper {
namespace {

std::string themeTitle(const Sheet& sheet) {
    const std::string_view id = sheet.theme->id;
    if (id == "donated-land") return sheet.text("Đất hiến làm đường", "Land donated for roads");
    if (id == "new-roads") return sheet.text("Đường mở mới và nâng cấp", "New and upgraded roads");
    if (id == "renovated-gardens") return sheet.text("Cải tạo vườn tạp", "Renovated gardens");
    return std::string(sheet.theme->title.in(sheet.language()));
}

} // namespace

std::string sheetTitle(const Sheet& sheet) {
    const std::string unit = unitName(sheet);
    return unit.empty() ? themeTitle(sheet) : fmt::format("{}, {}", themeTitle(sheet), unit);
}

std::string districtName(const Sheet& sheet) {
    const std::string& name = sheet.request->layer.district->name;
    if (name.empty() || name.starts_with("Huyện") || name.starts_with("huyện")) return name;
    return "Huyện " + name;
}

std::string unitName(const Sheet& sheet) {
    if (sheet.commune == notLinked) return districtName(sheet);
    return fullName(sheet.request->layer.district->table(Role::communes), static_cast<std::size_t>(sheet.commune));
}

void drawHeader(cairo_t* cr, const Sheet& sheet) {
    const RectMm& place = sheet.layout.header;
    const double size = std::clamp(sheet.layout.widthMm / 420, 0.75, 1.6);
    const std::string unit = unitName(sheet);
    const double left = (place.x + 42 * size) * pxPerMm;
    drawText(cr, upperCase(unit.empty() ? sheet.text("Ủy ban nhân dân", "People's committee") : "UBND " + unit), typeface(9 * size),
             left, (place.y + 4.5 * size) * pxPerMm, Align::centre);
    const std::string body = sheet.text("BAN CHỈ ĐẠO XÂY DỰNG NÔNG THÔN MỚI", "NEW RURAL AREA STEERING COMMITTEE");
    drawText(cr, body, typeface(9 * size, true), left, (place.y + 9.5 * size) * pxPerMm, Align::centre);
    cairo_move_to(cr, left - 14 * pxPerMm * size, (place.y + 12 * size) * pxPerMm);
    cairo_line_to(cr, left + 14 * pxPerMm * size, (place.y + 12 * size) * pxPerMm);
    setColour(cr, rgb(0x16242A));
    cairo_set_line_width(cr, 0.25 * pxPerMm);
    cairo_stroke(cr);
    const std::string title = sheetTitle(sheet);
    TextStyle style = typeface(21 * size, true);
    // Long titles give way before they reach the blocks beside them.
    const double room = (place.width - 170 * size) * pxPerMm;
    const double width = measureText(cr, upperCase(title), style).widthPx;
    if (width > room) style.sizePx *= std::max(0.5, room / width);
    const double middle = (place.x + place.width / 2) * pxPerMm;
    drawText(cr, upperCase(title), style, middle, (place.y + 8 * size) * pxPerMm, Align::centre);
    const std::string day = formatDate(sheet.request->layer.asOf, sheet.language());
    const std::string counted(sheet.theme->counted.in(sheet.language()));
    std::string subtitle = fmt::format("{}, {} {}", counted, sheet.text("tính đến ngày", "as of"), day);
    if (sheet.request->compareWith) {
        subtitle += fmt::format(fmt::runtime(sheet.text(", so với ngày {}", ", compared with {}")),
                                formatDate(*sheet.request->compareWith, sheet.language()));
    }
    drawText(cr, subtitle, typeface(11.5 * size, false, mutedInk), middle, (place.y + 15 * size) * pxPerMm, Align::centre);
    drawText(cr, std::string(noteOf(sheet.request->layer.audience).in(sheet.language())),
             typeface(std::max(6.5, 8 * size), false, mutedInk), place.right() * pxPerMm, (place.y + 9.5 * size) * pxPerMm,
             Align::right);
}

} // namespace banlang::paper
