// SPDX-License-Identifier: MIT
#include "viewer/panels/panels.h"

#include <fmt/format.h>

namespace banlang::viewer {
namespace {

constexpr float paddingPx = 16;

void drawHead(Ui& ui, const Painter& paint, Rect head, RecordRef target) {
    const TargetTitle title = titleOf(ui, target);
    paint.line(head.x, head.bottom() - 1, head.right(), head.bottom() - 1, ui.colour(Token::border));
    Rect inner = head.inset(paddingPx, 0);
    paint.fill({inner.x, head.y + 14, 4, 36}, ui.colour(Token::selection));
    inner.takeLeft(14);
    const Rect close = inner.takeRight(30);
    const Rect zoom = inner.takeRight(30);
    if (button(ui, paint, {close.x, head.y + 16, 30, 32},
               {"inspector.close", Icon::close, {}, ButtonLook::bare, true, ui.say({"Đóng (Esc)", "Close (Esc)"})})) {
        ui.emit(Verb::select, {"none"});
    }
    if (button(ui, paint, {zoom.x, head.y + 16, 30, 32},
               {"inspector.zoom", Icon::zoomTo, {}, ButtonLook::bare, true, ui.say({"Đưa vào giữa bản đồ", "Zoom to it"})})) {
        ui.emitTarget(Verb::zoomTo, target);
    }
    paint.text({inner.x, head.y + 11, inner.w - 4, 22}, title.title, FontRole::title, ui.colour(Token::text));
    paint.text({inner.x, head.y + 33, inner.w - 4, 19}, title.subtitle, FontRole::cell, ui.colour(Token::muted));
}

/// What is so, or what was ever said of it.
void drawTabs(Ui& ui, const Painter& paint, Rect bar) {
    paint.line(bar.x, bar.bottom() - 1, bar.right(), bar.bottom() - 1, ui.colour(Token::border));
    bar = bar.inset(paddingPx, 0);
    constexpr std::pair<InspectorTab, Label> tabs[] = {{InspectorTab::record, {"Bản ghi", "Record"}},
                                                       {InspectorTab::history, {"Lịch sử", "History"}}};
    for (const auto& [tab, title] : tabs) {
        const SegmentSpec segment{
            fmt::format("inspector.tab.{}", id(tab)), ui.say(title), {}, ui.document.inspectorTab == tab, false};
        if (segmentButton(ui, paint, bar, segment)) ui.emit(Verb::inspect, {std::string(id(tab))});
    }
}

} // namespace

void inspectorSection(const Ui& ui, ScrollArea& area, std::string_view title, std::string_view hint) {
    (void)area.row(8);
    const Rect row = area.row(34);
    const Painter& paint = area.paint();
    paint.fill(row, ui.colour(Token::surface2));
    paint.fill({row.x, row.y, row.w, 1}, ui.colour(Token::border));
    const Rect inner = row.inset(paddingPx, 0);
    paint.text(inner, title, FontRole::bodyBold, ui.colour(Token::text));
    paint.text(inner, hint, FontRole::hint, ui.colour(Token::muted), Align::right);
    (void)area.row(4);
}

void inspectorRow(const Ui& ui, ScrollArea& area, std::string_view name, std::string_view value, bool strong) {
    Rect row = area.row(26);
    if (!area.visible(row)) return;
    row = row.inset(paddingPx, 0);
    const Painter& paint = area.paint();
    const FontRole role = strong ? FontRole::bodyBold : FontRole::body;
    const float valueWidth = std::min(row.w * 0.66F, paint.textWidth(value, role) + 2);
    paint.text(row.takeRight(valueWidth), value, role, ui.colour(Token::text), Align::right);
    row.w -= 8;
    paint.text(row, name, FontRole::body, ui.colour(Token::muted));
}

void inspectorWaiting(const Ui& ui, ScrollArea& area) {
    area.paint().text(area.row(34).inset(paddingPx, 0), ui.computing(), FontRole::body, ui.colour(Token::muted));
}

/// As many as the number has, so that 0.18 m of concrete is not 0.2; what was measured by the program has more than anybody said.
static int decimalsOf(double number) {
    constexpr int most = 3;
    double scaled = number;
    for (int decimals = 0; decimals < most; ++decimals, scaled *= 10) {
        if (std::abs(scaled - std::round(scaled)) < 1e-6 * std::max(1.0, std::abs(scaled))) return decimals;
    }
    return most;
}

void inspectRecord(Ui& ui, ScrollArea& area, RecordRef target) {
    const RecordKind& kind = recordKind(target.role);
    const auto district = ui.districtOnDay();
    const FeatureTable& table = district->table(target.role);
    inspectorSection(ui, area, ui.say(kind.label));
    for (const RecordField& field : kind.fields) {
        const Column* column = table.find(field);
        if (column == nullptr || target.row >= column->size() || column->isMissing(target.row)) continue;
        if (field.internal || !mayShow(ui.document.audience, field)) continue;
        std::string value(column->type == ColumnType::text ? std::string(column->text[target.row]) : std::string());
        if (column->type == ColumnType::date) value = ui.date(column->dates[target.row]);
        if (column->type == ColumnType::number) {
            const double number = column->numbers[target.row];
            value = ui.number(number, decimalsOf(number));
        }
        inspectorRow(ui, area, ui.say(field.label), value);
    }
}

void drawInspector(Ui& ui) {
    Rect panel = ui.layout.inspector;
    if (panel.w <= 0 || !ui.document.selected) return;
    const PanelWindow window(ui, "##inspector", panel, Token::surface);
    const Painter& paint = window.paint();
    paint.line(panel.x, panel.y, panel.x, panel.bottom(), ui.colour(Token::border));
    panel.takeLeft(1);
    const RecordRef target = *ui.document.selected;
    drawHead(ui, paint, panel.takeTop(64), target);
    drawTabs(ui, paint, panel.takeTop(42));
    if (ui.document.inspectorTab == InspectorTab::history) {
        ScrollArea area(ui, "##inspector-history", panel);
        inspectHistory(ui, area, target);
        (void)area.row(16);
        return;
    }
    ScrollArea area(ui, "##inspector-rows", panel);
    switch (target.role) {
    case Role::roads:
        inspectRoad(ui, area, target.row);
        break;
    case Role::parcels:
        inspectParcel(ui, area, target.row);
        break;
    case Role::communes:
        inspectAdminUnit(ui, area, AdminLevel::commune, target.row);
        break;
    case Role::villages:
        inspectAdminUnit(ui, area, AdminLevel::village, target.row);
        break;
    default:
        inspectRecord(ui, area, target);
        break;
    }
    (void)area.row(16);
}

} // namespace banlang::viewer
