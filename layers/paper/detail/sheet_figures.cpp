// SPDX-License-Identifier: MIT
#include "core/text/format.h"
#include "layers/paper/detail/sheet.h"

#include <fmt/format.h>

namespace banlang::paper {
namespace {

constexpr double rowMm = 4.9;

struct FigureColumn {
    std::string_view indicator;
    Label head;
    int decimals = 0;
    bool people = false; ///< counts households, so that 1 and 2 may have to be hidden
};
struct FigureTable {
    std::string_view layerId;
    std::vector<FigureColumn> columns;
    std::size_t main = 0; ///< the column that the big figure tells
};

FigureTable figuresOf(std::string_view layerId) {
    if (layerId == "donated-land") return {layerId, {{"donated_m2", {"Đã hiến, m²", "Donated, m²"}}}, 0};
    if (layerId == "new-roads") {
        return {layerId,
                {{"roads_done_km", {"Đã xong, km", "Done, km"}, 2}, {"roads_under_way_km", {"Đang làm, km", "Under way, km"}, 2}},
                0};
    }
    if (layerId == "renovated-gardens") {
        return {layerId,
                {{"gardens_registered", {"Đăng ký", "Registered"}, 0, true},
                 {"gardens_finished", {"Đã xong", "Done"}, 0, true},
                 {"gardens_in_progress", {"Đang làm", "In progress"}, 0, true},
                 {"gardens_lapsed", {"Bỏ dở", "Given up"}, 0, true}},
                1};
    }
    return {};
}

const Indicator* find(const UnitProgress& unit, std::string_view id) {
    for (const Indicator& indicator : unit.indicators) {
        if (indicator.id == id) return &indicator;
    }
    return nullptr;
}

std::string cell(const Sheet& sheet, const UnitProgress& unit, const FigureColumn& column) {
    const Indicator* indicator = find(unit, column.indicator);
    if (indicator == nullptr || !indicator->value) return "–";
    const double value = *indicator->value;
    if (column.people && mustHide(sheet.request->layer.audience, static_cast<std::size_t>(value + 0.5))) return "<3";
    return formatNumber(value, column.decimals, sheet.language());
}

void rule(cairo_t* cr, const RectMm& place, double yMm, double widthMm, Colour colour) {
    cairo_move_to(cr, place.x * pxPerMm, yMm * pxPerMm);
    cairo_line_to(cr, place.right() * pxPerMm, yMm * pxPerMm);
    setColour(cr, colour);
    cairo_set_line_width(cr, widthMm * pxPerMm);
    cairo_stroke(cr);
}

/// The page's unit first, then the units below it in the order of the store.
std::vector<const UnitProgress*> unitsOnPage(const Sheet& sheet) {
    std::vector<const UnitProgress*> units;
    std::string code;
    for (const UnitProgress& unit : sheet.progress) {
        const bool page = sheet.commune == notLinked ? unit.level == UnitLevel::district
                                                     : unit.level == UnitLevel::commune && unit.row == sheet.commune;
        if (!page) continue;
        units.push_back(&unit);
        code = unit.code;
    }
    if (units.empty()) return units;
    for (const UnitProgress& unit : sheet.progress) {
        const bool below = sheet.commune == notLinked ? unit.level == UnitLevel::commune
                                                      : unit.level == UnitLevel::village && unit.parentCode == code;
        if (below) units.push_back(&unit);
    }
    return units;
}

double drawStrip(cairo_t* cr, const Sheet& sheet, const UnitProgress& page, const FigureColumn& column, double topMm) {
    const RectMm& place = sheet.layout.column;
    rule(cr, place, topMm, 0.4, rgb(0x16242A));
    const Indicator* indicator = find(page, column.indicator);
    const bool planned = indicator != nullptr && indicator->value && indicator->target && *indicator->target > 0;
    const double share = planned ? *indicator->value / *indicator->target : 0;
    const std::string figure = planned ? formatNumber(share * 100, 0, sheet.language()) + " %" : cell(sheet, page, column);
    drawText(cr, figure, typeface(27, true), place.x * pxPerMm, (topMm + 11.5) * pxPerMm);
    const double besideMm = place.x + measureText(cr, figure, typeface(27, true)).widthPx / pxPerMm + 6;
    const double nameSize = besideMm > place.x + place.width * 0.55 ? 7.5 : 9.5;
    if (indicator != nullptr) {
        drawText(cr, std::string(indicator->label.in(sheet.language())), typeface(nameSize, true), besideMm * pxPerMm,
                 (topMm + 6.5) * pxPerMm);
    }
    if (planned) {
        const std::string plan = fmt::format("{} / {} {}", cell(sheet, page, column),
                                             formatNumber(*indicator->target, column.decimals, sheet.language()),
                                             sheet.text("theo kế hoạch năm", "planned this year"));
        drawText(cr, plan, typeface(7.5, false, mutedInk), besideMm * pxPerMm, (topMm + 11) * pxPerMm);
        cairo_rectangle(cr, place.x * pxPerMm, (topMm + 14.5) * pxPerMm, place.width * pxPerMm, 4 * pxPerMm);
        setColour(cr, rgb(0xDDE4E6));
        cairo_fill(cr);
        cairo_rectangle(cr, place.x * pxPerMm, (topMm + 14.5) * pxPerMm, place.width * std::min(1.0, share) * pxPerMm, 4 * pxPerMm);
        setColour(cr, rgb(0x1F6B3B));
        cairo_fill(cr);
        return topMm + 21;
    }
    return topMm + 16;
}

void drawRow(cairo_t* cr, const Sheet& sheet, const FigureTable& table, const UnitProgress& unit, double baselineMm, bool total) {
    const RectMm& place = sheet.layout.column;
    const double columnMm = place.width * 0.62 / static_cast<double>(std::max<std::size_t>(table.columns.size(), 2));
    const std::string name = total ? sheet.text("Cộng", "Total") : unit.name;
    drawText(cr, name, typeface(7.5, true), place.x * pxPerMm, baselineMm * pxPerMm);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const double right = place.right() - columnMm * static_cast<double>(table.columns.size() - 1 - i);
        drawText(cr, cell(sheet, unit, table.columns[i]), typeface(7.5, total || i == table.main), right * pxPerMm,
                 baselineMm * pxPerMm, Align::right);
    }
}

double drawTable(cairo_t* cr, const Sheet& sheet, const FigureTable& table, const std::vector<const UnitProgress*>& units,
                 double topMm) {
    const RectMm& place = sheet.layout.column;
    const double columnMm = place.width * 0.62 / static_cast<double>(std::max<std::size_t>(table.columns.size(), 2));
    drawText(cr, sheet.commune == notLinked ? sheet.text("Xã, thị trấn", "Commune") : sheet.text("Thôn", "Village"),
             typeface(7, false, mutedInk), place.x * pxPerMm, (topMm + 3.4) * pxPerMm);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const double right = place.right() - columnMm * static_cast<double>(table.columns.size() - 1 - i);
        drawText(cr, std::string(table.columns[i].head.in(sheet.language())), typeface(7, false, mutedInk), right * pxPerMm,
                 (topMm + 3.4) * pxPerMm, Align::right);
    }
    double y = topMm + rowMm;
    rule(cr, place, y, 0.15, mutedInk);
    const auto room = static_cast<std::size_t>(std::max(1.0, place.height * 0.42 / rowMm));
    const std::size_t shown = std::min(units.size(), room + 1);
    for (std::size_t i = 1; i < shown; ++i, y += rowMm) {
        drawRow(cr, sheet, table, *units[i], y + 3.5, false);
        rule(cr, place, y + rowMm, 0.08, rgb(0xC5CED1));
    }
    if (shown < units.size()) {
        drawText(cr, fmt::format(fmt::runtime(sheet.text("và {} đơn vị nữa", "and {} more units")), units.size() - shown),
                 typeface(7, false, mutedInk), place.x * pxPerMm, (y + 3.5) * pxPerMm);
        y += rowMm;
    }
    rule(cr, place, y, 0.25, rgb(0x16242A));
    drawRow(cr, sheet, table, *units[0], y + 3.5, true);
    y += rowMm;
    std::string note = sheet.text("“–”: chưa có báo cáo, không phải 0", "“–”: no report, which is not zero");
    if (mustHide(sheet.request->layer.audience, 1)) {
        note += sheet.text("; “<3”: số 1–2 được ẩn", "; “<3”: counts of 1–2 are hidden");
    }
    drawText(cr, note, typeface(6.5, false, mutedInk), place.x * pxPerMm, (y + 3) * pxPerMm);
    return y + 7;
}

} // namespace

double drawFigures(cairo_t* cr, const Sheet& sheet, double topMm) {
    const FigureTable table = figuresOf(sheet.theme->id);
    const auto units = unitsOnPage(sheet);
    if (table.columns.empty() || units.empty()) return topMm;
    const double tableTop = drawStrip(cr, sheet, *units[0], table.columns[table.main], topMm);
    return drawTable(cr, sheet, table, units, tableTop);
}

} // namespace banlang::paper
