// SPDX-License-Identifier: MIT
#include "layers/legend.h"
#include "viewer/panels/panels.h"

#include <fmt/format.h>

namespace banlang::viewer {
namespace {

void drawLegendEntry(Ui& ui, ScrollArea& area, const LegendEntry& entry, float amountWidth, float countWidth) {
    Rect row = area.row(25);
    if (!area.visible(row)) return;
    row = row.inset(12, 0);
    row.takeLeft(12);
    const Rect amount = row.takeRight(amountWidth);
    const Rect count = row.takeRight(countWidth);
    const Painter& paint = area.paint();
    const Colour ink = ui.colour(entry.noReport ? Token::muted : Token::text);
    if (isHeading(entry)) {
        paint.text(row, ui.say(entry.label), FontRole::cellBold, ink);
        return;
    }
    const Rect swatch{row.x, std::round(row.midY()) - 7, 22, 14};
    paint.swatch(swatch, entry, ui.colour(Token::surface), ui.document.view.scaleDenominator());
    row.takeLeft(30);
    row.w -= 6;
    paint.text(row, ui.say(entry.label), FontRole::cell, ink);
    paint.text(count, countText(entry, ui.document.language), FontRole::cell, ui.colour(Token::muted), Align::right);
    paint.text(amount, amountText(entry, ui.document.language), FontRole::cellBold, ink, Align::right);
}

void drawLegend(Ui& ui, ScrollArea& area, const MapLayer& layer) {
    const std::vector<LegendEntry> legend = legendAt(layer, ui.document.view.scaleDenominator());
    if (legend.empty()) return;
    float amountWidth = area.paint().textWidth(ui.say(layer.amountUnit), FontRole::hint);
    float countWidth = area.paint().textWidth(ui.say(layer.countUnit), FontRole::hint);
    for (const LegendEntry& entry : legend) {
        amountWidth = std::max(amountWidth, area.paint().textWidth(amountText(entry, ui.document.language), FontRole::cellBold));
        countWidth = std::max(countWidth, area.paint().textWidth(countText(entry, ui.document.language), FontRole::cell));
    }
    amountWidth = amountWidth > 0 ? std::ceil(amountWidth) + 12 : 0;
    countWidth = countWidth > 0 ? std::ceil(countWidth) + 4 : 0;
    if (!layer.counted.vi.empty()) {
        Rect head = area.row(25).inset(12, 0);
        head.takeLeft(12);
        const Colour muted = ui.colour(Token::muted);
        area.paint().text(head.takeRight(amountWidth), ui.say(layer.amountUnit), FontRole::hint, muted, Align::right);
        area.paint().text(head.takeRight(countWidth), ui.say(layer.countUnit), FontRole::hint, muted, Align::right);
        area.paint().text(head, ui.say(layer.counted), FontRole::hint, muted);
    }
    for (const LegendEntry& entry : legend) drawLegendEntry(ui, area, entry, amountWidth, countWidth);
    (void)area.row(6);
}

void drawLayerRow(Ui& ui, ScrollArea& area, const LayerInfo& info) {
    const std::string layerId(info.id);
    const bool visible = isVisible(ui.document, layerId);
    const bool open = ui.document.openLegend == layerId;
    const bool ruling = info.isTheme && themeLayer(ui.document) == layerId;
    // What is neither on the map nor opened says nothing: its figures come late, or never.
    const MapLayer* layer = visible || open ? ui.derived.analysis.layer(layerId) : nullptr;
    const bool loading = (visible || open) && ui.derived.awaits("layer/" + layerId);
    const Rect row = area.row(30);
    const Painter& paint = area.paint();
    if (area.visible(row)) {
        Rect inner = row;
        const Press fold = press(ui, "layer." + layerId, {row.x, row.y, 28, row.h});
        const Press eye = press(ui, "layer." + layerId + ".eye", {row.x + 28, row.y, 28, row.h},
                                visible ? ui.say({"Ẩn lớp này", "Hide this layer"}) : ui.say({"Hiện lớp này", "Show this layer"}));
        const Press name = press(ui, "layer." + layerId + ".name", {row.x + 56, row.y, row.w - 56, row.h});
        if (ruling && visible) {
            paint.fill(row, ui.colour(Token::active));
        } else if (fold.hovered || eye.hovered || name.hovered) {
            paint.fill(row, ui.colour(Token::hover));
        }
        const bool onActive = ruling && visible;
        const Colour ink = ui.colour(onActive ? Token::textOnActive : visible ? Token::text : Token::muted);
        const Colour quiet = ui.colour(onActive ? Token::mutedOnActive : Token::muted);
        paint.icon(open ? Icon::chevronDown : Icon::chevronRight, inner.takeLeft(28).midX(), std::round(row.midY()), 12, quiet);
        paint.icon(visible ? Icon::eye : Icon::eyeOff, inner.takeLeft(28).midX() - 2, std::round(row.midY()), 16, ink);
        inner.w -= 12;
        const std::string count = layer != nullptr ? ui.number(static_cast<double>(layer->featureCount)) : std::string();
        const Rect countRect = inner.takeRight(paint.textWidth(count, FontRole::cell) + 6);
        paint.text(countRect, count, FontRole::cell, quiet, Align::right);
        paint.text(inner, ui.say(info.title), onActive ? FontRole::bodyBold : FontRole::body, ink);
        if (eye.clicked) ui.emit(Verb::layer, {layerId, visible ? "off" : "on"});
        if (fold.clicked || name.clicked) ui.emit(Verb::legend, open ? std::vector<std::string>{} : std::vector{layerId});
        if (loading) paint.fill({row.x, row.bottom() - 2, row.w, 2}, ui.colour(Token::accent));
    }
    if (open && layer != nullptr) drawLegend(ui, area, *layer);
}

enum class Group : std::uint8_t { themes, base, gaps };

Group groupOf(const LayerInfo& info) {
    const Theme* theme = findTheme(info.id);
    if (theme == nullptr) return Group::base;
    return theme->question != nullptr ? Group::gaps : Group::themes;
}

void drawGroup(Ui& ui, ScrollArea& area, Label title, Group group) {
    const Rect head = area.row(30).inset(12, 0);
    area.paint().text(head, ui.say(title), FontRole::cellBold, ui.colour(Token::muted));
    const auto catalogue = layerCatalogue();
    // Themes in the order of the tabs; the base map from the top layer down.
    for (std::size_t i = 0; i < catalogue.size(); ++i) {
        const LayerInfo& info = group == Group::base ? catalogue[catalogue.size() - 1 - i] : catalogue[i];
        if (groupOf(info) == group) drawLayerRow(ui, area, info);
    }
    if (group == Group::base) drawRasterBasemapRow(ui, area);
    (void)area.row(4);
}

/// Which half shows which day, and whose figures the legends give.
void drawDays(const Ui& ui, const Painter& paint, Rect rect) {
    paint.fill(rect, ui.colour(Token::surface2));
    paint.fill({rect.x, rect.bottom() - 1, rect.w, 1}, ui.colour(Token::border));
    rect = rect.inset(12, 5);
    auto line = [&](Rect row, const Label& half, Date day, std::string_view note, bool now) {
        const Rect mark{row.x + 3, std::round(row.midY()) - 5, 10, 10};
        const Colour ink = ui.colour(Token::text);
        if (now) {
            paint.fill(mark, ink, 2);
        } else {
            paint.outline(mark, ink, 2, 2);
        }
        row.takeLeft(22);
        const std::string text = fmt::format("{}: {}", ui.say(half), ui.date(day));
        paint.text(row, text, now ? FontRole::cellBold : FontRole::cell, ink);
        row.takeLeft(paint.textWidth(text, FontRole::cellBold) + 8);
        paint.text(row, note, FontRole::hint, ui.colour(Token::muted), Align::right);
    };
    line(rect.takeTop(21), {"Nửa trái", "Left half"}, *ui.document.compareWith, {}, false);
    line(rect.takeTop(21), {"Nửa phải", "Right half"}, ui.document.asOf, ui.say({"chú giải", "legend"}), true);
}

} // namespace

void drawLayerList(Ui& ui) {
    Rect panel = ui.layout.layers;
    if (panel.w <= 0) return;
    const PanelWindow window(ui, "##layers", panel, Token::surface);
    const Painter& paint = window.paint();
    paint.line(panel.right() - 1, panel.y, panel.right() - 1, panel.bottom(), ui.colour(Token::border));
    panel.w -= 1;
    Rect head = panel.takeTop(40);
    paint.line(head.x, head.bottom() - 1, head.right(), head.bottom() - 1, ui.colour(Token::border));
    head.takeLeft(12);
    paint.icon(Icon::layers, head.takeLeft(18).midX(), head.midY(), 18, ui.colour(Token::text));
    head.takeLeft(10);
    paint.text(head, ui.say({"Lớp bản đồ", "Map layers"}), FontRole::title, ui.colour(Token::text));
    if (isSplit(ui.document)) {
        drawDays(ui, paint, panel.takeTop(52));
    }
    ScrollArea area(ui, "##layer-rows", panel);
    // What rules the map stands at the top, with its legend.
    const Theme* ruling = findTheme(themeLayer(ui.document));
    const bool gapsFirst = ruling != nullptr && ruling->question != nullptr;
    const auto drawGaps = [&] { drawGroup(ui, area, {"Việc còn sót", "Gaps"}, Group::gaps); };
    if (gapsFirst) drawGaps();
    drawGroup(ui, area, {"Chuyên đề", "Themes"}, Group::themes);
    drawGroup(ui, area, {"Nền", "Base map"}, Group::base);
    if (!gapsFirst) drawGaps();
}

} // namespace banlang::viewer
