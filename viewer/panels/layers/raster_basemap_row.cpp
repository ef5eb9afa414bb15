// SPDX-License-Identifier: MIT
#include "viewer/panels/panels.h"

#include <fmt/format.h>

#include <filesystem>

// The picture below everything, at the bottom of the base map.

namespace banlang::viewer {
namespace {

constexpr double opacityStep = 0.1;

std::string fileName(const ShownRasterBasemap& rasterBasemap) {
    return std::filesystem::path(rasterBasemap.path).stem().string();
}

/// Nothing chosen yet, or a file that is not there any more: what is missing, and the way to it.
void drawMissing(Ui& ui, ScrollArea& area) {
    Rect row = area.row(30);
    if (!area.visible(row)) return;
    const ShownRasterBasemap& rasterBasemap = ui.document.rasterBasemap;
    const bool lost = !rasterBasemap.path.empty();
    const Painter& paint = area.paint();
    const Press state = press(ui, "layer.backdrop.find", row,
                              rasterBasemap.problem
                                  ? std::string_view(rasterBasemap.problem->message.in(ui.document.language))
                                  : ui.say({"GeoTIFF, COG hoặc MBTiles trên máy này", "GeoTIFF, COG or MBTiles on this computer"}));
    if (state.hovered) paint.fill(row, ui.colour(Token::hover));
    if (state.clicked) ui.emit(Verb::backdrop);
    row.takeLeft(28);
    if (lost) paint.icon(Icon::warning, row.takeLeft(28).midX() - 2, std::round(row.midY()), 16, ui.colour(Token::warning));
    const std::string name =
        lost ? fmt::format("{} — ", fileName(rasterBasemap)) : fmt::format("{} — ", ui.say({"Ảnh nền", "Backdrop"}));
    const std::string_view way = lost ? ui.say({"Tìm tệp…", "Find the file…"}) : ui.say({"Chọn tệp…", "Choose a file…"});
    row.w -= 12;
    const float wayWidth = paint.textWidth(way, FontRole::body) + 2;
    const float nameWidth = std::min(row.w - wayWidth, paint.textWidth(name, FontRole::body) + 2);
    paint.text(row.takeLeft(nameWidth), name, FontRole::body, ui.colour(lost ? Token::text : Token::muted));
    paint.text(row, way, FontRole::body, ui.colour(Token::accent));
}

void drawOpacity(Ui& ui, ScrollArea& area) {
    Rect row = area.row(28);
    if (!area.visible(row)) return;
    const Painter& paint = area.paint();
    row.takeLeft(56);
    row.w -= 8;
    const double opacity = ui.document.rasterBasemap.opacity;
    const auto step = [&](Rect place, const char* control, Icon icon, double to, const Label& tooltip) {
        const bool enabled = to > -opacityStep / 2 && to < 1 + opacityStep / 2;
        if (button(ui, paint, place, {control, icon, {}, ButtonLook::bare, enabled, ui.say(tooltip)}))
            ui.emit(Verb::backdropOpacity, {fmt::format("{:.1f}", std::clamp(to, 0.0, 1.0))});
    };
    step(row.takeRight(26).inset(0, 1), "layer.backdrop.more", Icon::plus, opacity + opacityStep,
         {"Ảnh đậm hơn", "More of the picture"});
    paint.text(row.takeRight(52), fmt::format("{} %", ui.number(opacity * 100)), FontRole::cell, ui.colour(Token::text),
               Align::centre);
    step(row.takeRight(26).inset(0, 1), "layer.backdrop.less", Icon::minus, opacity - opacityStep,
         {"Ảnh nhạt hơn", "Less of the picture"});
    paint.text(row, ui.say({"Độ đậm", "Opacity"}), FontRole::cell, ui.colour(Token::muted));
}

void drawOpened(Ui& ui, ScrollArea& area) {
    const Rect row = area.row(30);
    const ShownRasterBasemap& rasterBasemap = ui.document.rasterBasemap;
    if (area.visible(row)) {
        const Painter& paint = area.paint();
        const Press eye =
            press(ui, "layer.backdrop.eye", {row.x + 28, row.y, 28, row.h},
                  rasterBasemap.visible ? ui.say({"Ẩn lớp này", "Hide this layer"}) : ui.say({"Hiện lớp này", "Show this layer"}));
        const Press name = press(ui, "layer.backdrop.name", {row.x + 56, row.y, row.w - 56, row.h},
                                 ui.say({"Chọn ảnh khác…", "Choose another picture…"}));
        if (eye.hovered || name.hovered) paint.fill(row, ui.colour(Token::hover));
        const Colour ink = ui.colour(rasterBasemap.visible ? Token::text : Token::muted);
        paint.icon(rasterBasemap.visible ? Icon::eye : Icon::eyeOff, row.x + 40, std::round(row.midY()), 16, ink);
        Rect text{row.x + 56, row.y, row.w - 68, row.h};
        const std::string_view title = ui.say({"Ảnh nền", "Backdrop"});
        paint.text(text, title, FontRole::body, ink);
        text.takeLeft(paint.textWidth(title, FontRole::body) + 10);
        paint.text(text, fileName(rasterBasemap), FontRole::hint, ui.colour(Token::muted), Align::right);
        if (eye.clicked) ui.emit(Verb::layer, {"backdrop", rasterBasemap.visible ? "off" : "on"});
        if (name.clicked) ui.emit(Verb::backdrop);
    }
    if (rasterBasemap.visible) drawOpacity(ui, area);
}

} // namespace

void drawRasterBasemapRow(Ui& ui, ScrollArea& area) {
    if (!ui.document.district) return;
    ui.document.rasterBasemap.source ? drawOpened(ui, area) : drawMissing(ui, area);
}

} // namespace banlang::viewer
