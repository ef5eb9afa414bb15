// SPDX-License-Identifier: MIT
#include "viewer/panels/panels.h"

#include <fmt/format.h>

namespace banlang::viewer {
namespace {

void drawMenus(Ui& ui, const Painter& paint, Rect& bar) {
    const ButtonSpec file{"menu.file", std::nullopt, ui.say({"Tệp", "File"}), ButtonLook::bare};
    const Rect fileRect = bar.takeLeft(buttonWidth(paint, file)).inset(0, 6);
    if (button(ui, paint, fileRect, file)) openMenu("##file-menu");
    if (Menu menu(ui, "##file-menu", fileRect, 250); menu) {
        if (menu.item("menu.file.open", ui.say({"Mở kho…", "Open store…"}), false, "Ctrl+O")) ui.emit(Verb::open);
        if (menu.item("menu.file.import", ui.say({"Nạp thư mục…", "Import folder…"}))) ui.emit(Verb::import);
        if (menu.item("menu.file.sample", ui.say({"Dữ liệu mẫu", "Sample data"}))) ui.emit(Verb::sample);
        if (ui.document.district && menu.item("menu.file.office", ui.say({"Kho của cơ quan nào…", "Whose store…"})))
            ui.emit(Verb::officeOpen, {"on"});
        if (menu.item("menu.file.quit", ui.say({"Thoát", "Quit"}), false, "Ctrl+Q")) ui.emit(Verb::quit);
    }
    const ButtonSpec view{"menu.view", std::nullopt, ui.say({"Xem", "View"}), ButtonLook::bare};
    const Rect viewRect = bar.takeLeft(buttonWidth(paint, view)).inset(0, 6);
    if (button(ui, paint, viewRect, view)) openMenu("##view-menu");
    if (Menu menu(ui, "##view-menu", viewRect, 250); menu) {
        constexpr Label names[] = {{"Nền sáng", "Light"}, {"Nền tối", "Dark"}, {"Tương phản cao", "High contrast"}};
        for (std::size_t i = 0; i < uiColourSchemeCount; ++i) {
            const auto colourScheme = static_cast<UiColourScheme>(i);
            if (menu.item(fmt::format("menu.view.{}", id(colourScheme)), ui.say(names[i]),
                          ui.document.colourScheme == colourScheme)) {
                ui.emit(Verb::theme, {std::string(id(colourScheme))});
            }
        }
        if (menu.item("menu.view.home", ui.say(ui.areaWords().whole), false, "Home")) ui.emit(Verb::home);
        if (menu.item("menu.view.full", ui.say({"Toàn màn hình", "Full screen"}), ui.document.fullScreen, "F11")) {
            ui.emit(Verb::fullScreen, {ui.document.fullScreen ? "off" : "on"});
        }
    }
}

/// Whose store it is; a press asks.
void drawOffice(Ui& ui, const Painter& paint, Rect& bar) {
    const Office& office = ui.document.district->office;
    const std::string name = office.name.empty() ? std::string(ui.say(officeWords(office).level)) : fullName(office);
    const ButtonSpec spec{"office",         std::nullopt, name,
                          ButtonLook::bare, true,         ui.say({"Kho của cơ quan nào", "Whose store it is"})};
    constexpr float searchPx = 300; // a narrow window has room for the search alone
    const float width = buttonWidth(paint, spec);
    if (width + searchPx > bar.w) return;
    if (button(ui, paint, bar.takeLeft(width).inset(0, 6), spec)) ui.emit(Verb::officeOpen, {"on"});
}

void drawSearchField(Ui& ui, const Painter& paint, Rect field) {
    const Press state = press(ui, "search", field);
    paint.fill(field, ui.colour(state.hovered ? Token::hover : Token::surface), 4);
    paint.outline(field, ui.colour(Token::borderStrong), 4);
    paint.icon(Icon::search, field.x + 18, field.midY(), 16, ui.colour(Token::muted));
    Rect inner = field.inset(10, 0);
    inner.takeLeft(26);
    const Rect key = inner.takeRight(paint.textWidth("Ctrl+K", FontRole::hint) + 12).inset(0, 6);
    paint.outline(key, ui.colour(Token::border), 3);
    paint.text(key, "Ctrl+K", FontRole::hint, ui.colour(Token::muted), Align::centre);
    paint.text(inner, ui.say({"Tìm xã, thôn, đường…", "Find a commune, village, road…"}), FontRole::body, ui.colour(Token::muted));
    if (state.clicked) ui.emit(Verb::searchOpen, {"on"});
}

void drawLanguageSwitch(Ui& ui, const Painter& paint, Rect rect) {
    paint.outline(rect, ui.colour(Token::border), 4);
    for (const Language language : {Language::vietnamese, Language::english}) {
        const bool active = ui.document.language == language;
        const Rect half{language == Language::vietnamese ? rect.x : rect.midX(), rect.y, rect.w / 2, rect.h};
        const Press state = press(ui, fmt::format("lang.{}", id(language)), half);
        if (active || state.hovered) paint.fill(half.inset(1), ui.colour(active ? Token::active : Token::hover), 3);
        paint.text(half, language == Language::vietnamese ? "VI" : "EN", active ? FontRole::bodyBold : FontRole::body,
                   ui.colour(active ? Token::textOnActive : Token::muted), Align::centre);
        if (state.clicked && !active) ui.emit(Verb::language, {std::string(id(language))});
    }
}

} // namespace

void drawTopBar(Ui& ui) {
    Rect bar = ui.layout.topBar;
    const PanelWindow window(ui, "##top-bar", bar, Token::surface2);
    const Painter& paint = window.paint();
    paint.line(bar.x, bar.bottom() - 1, bar.right(), bar.bottom() - 1, ui.colour(Token::border));
    bar.takeLeft(12);
    const Rect logo = bar.takeLeft(22);
    const Rect mark{logo.x, std::round(logo.midY()) - 11, 22, 22};
    paint.fill(mark, ui.colour(Token::accent), 4);
    paint.polyline({{mark.x + 4, mark.y + 15}, {mark.x + 8, mark.y + 9}, {mark.x + 13, mark.y + 13}, {mark.x + 18, mark.y + 6}},
                   ui.colour(Token::textOnAccent), 2);
    bar.takeLeft(10);
    const Rect name = bar.takeLeft(paint.textWidth("banlang", FontRole::bodyBold) + 12);
    paint.text(name, "banlang", FontRole::bodyBold, ui.colour(Token::text));
    drawMenus(ui, paint, bar);
    bar.takeRight(12);
    drawLanguageSwitch(ui, paint, bar.takeRight(70).inset(0, 6));
    bar.takeRight(12);
    if (ui.document.district) {
        const ButtonSpec present{"present", Icon::present, ui.say({"Trình chiếu", "Present"}), ButtonLook::bare, true, {}, "F5"};
        if (button(ui, paint, bar.takeRight(buttonWidth(paint, present)).inset(0, 6), present)) ui.emit(Verb::projector, {"on"});
        bar.takeRight(8);
        const ButtonSpec redo{"redo",           Icon::redo, {},
                              ButtonLook::bare, true,       ui.say({"Làm lại (Ctrl+Shift+Z)", "Redo (Ctrl+Shift+Z)"})};
        const ButtonSpec undo{"undo", Icon::undo, {}, ButtonLook::bare, true, ui.say({"Hoàn tác (Ctrl+Z)", "Undo (Ctrl+Z)"})};
        if (button(ui, paint, bar.takeRight(32).inset(0, 6), redo)) ui.emit(Verb::redo);
        if (button(ui, paint, bar.takeRight(32).inset(0, 6), undo)) ui.emit(Verb::undo);
        drawOffice(ui, paint, bar);
        const float width = std::min(390.0F, bar.w - 24);
        const float centre = std::clamp(ui.layout.window.midX(), bar.x + width / 2 + 12, bar.right() - width / 2 - 12);
        drawSearchField(ui, paint, {std::round(centre - width / 2), bar.y + 6, width, 32});
    }
}

} // namespace banlang::viewer
