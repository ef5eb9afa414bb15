// SPDX-License-Identifier: MIT
#include "core/model/latest_date.h"
#include "viewer/panels/panels.h"

#include <fmt/format.h>

namespace banlang::viewer {
namespace {

constexpr float iconTabPx = 46;

constexpr Label audienceNames[] = {
    {"Cuộc họp", "Meeting"}, {"Tổ công tác", "Working group"}, {"Niêm yết công khai", "Public notice"}};

/// Last day of the month before or after the one of `day`; the end of its own month counts as a step forward.
Date monthEnd(Date day, bool forward) {
    const YearMonthDay ymd = toYmd(day);
    auto lastOf = [](int year, int month) {
        return Date{Date::fromYmd(month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1).daysSince1970 - 1};
    };
    if (!forward) return Date{Date::fromYmd(ymd.year, ymd.month, 1).daysSince1970 - 1};
    const Date own = lastOf(ymd.year, ymd.month);
    if (own > day) return own;
    return ymd.month == 12 ? lastOf(ymd.year + 1, 1) : lastOf(ymd.year, ymd.month + 1);
}

void dateMenu(Ui& ui, Rect anchor, const char* menuId, Verb verb) {
    Menu menu(ui, menuId, anchor, 300);
    if (!menu) return;
    if (menu.field(fmt::format("{}.field", info(verb).word), ui.state.dateText, ui.say({"ngày/tháng/năm", "day/month/year"}))) {
        if (const auto day = parseDate(ui.state.dateText)) ui.emit(verb, {toIso(*day)});
    }
    const int year = toYmd(ui.document.asOf).year;
    const Date quick[] = {lastProgrammeDay(*ui.document.district), Date::fromYmd(year, 6, 30), Date::fromYmd(year - 1, 12, 31)};
    const Label names[] = {
        {"ngày có số liệu mới nhất", "latest record"}, {"giữa năm", "middle of the year"}, {"cuối năm trước", "end of last year"}};
    for (std::size_t i = 0; i < 3; ++i) {
        if (menu.item(fmt::format("{}.quick{}", info(verb).word, i), ui.date(quick[i]), false, ui.say(names[i])))
            ui.emit(verb, {toIso(quick[i])});
    }
    if (verb == Verb::compare && menu.item("compare.none", ui.say({"không so sánh", "no comparison"}), !ui.document.compareWith)) {
        ui.emit(Verb::compare, {"none"});
    }
}

void drawAsOf(Ui& ui, const Painter& paint, Rect rect) {
    paint.fill(rect, ui.colour(Token::surface), 4);
    paint.outline(rect, ui.colour(Token::focusRing), 4, 2);
    Rect inner = rect.inset(2);
    const ButtonSpec earlier{
        "as-of.earlier", Icon::chevronLeft, {}, ButtonLook::bare, true, ui.say({"Cuối tháng trước", "End of the month before"})};
    const ButtonSpec later{
        "as-of.later", Icon::chevronRight, {}, ButtonLook::bare, true, ui.say({"Cuối tháng sau", "Next end of month"})};
    if (button(ui, paint, inner.takeLeft(30), earlier)) ui.emit(Verb::asOf, {toIso(monthEnd(ui.document.asOf, false))});
    if (button(ui, paint, inner.takeRight(30), later)) ui.emit(Verb::asOf, {toIso(monthEnd(ui.document.asOf, true))});
    const Press state = press(ui, "as-of", inner);
    if (state.hovered) paint.fill(inner, ui.colour(Token::hover), 3);
    paint.icon(Icon::calendar, inner.x + 12, inner.midY(), 16, ui.colour(Token::accent));
    inner.takeLeft(27);
    const std::string_view word = ui.say({"Tính đến", "As of"});
    paint.text(inner, word, FontRole::body, ui.colour(Token::text));
    inner.takeLeft(paint.textWidth(word, FontRole::body) + 6);
    paint.text(inner, ui.date(ui.document.asOf), FontRole::bodyBold, ui.colour(Token::text));
    if (state.clicked) {
        ui.state.dateText = ui.date(ui.document.asOf);
        openMenu("##as-of-menu");
    }
    dateMenu(ui, rect, "##as-of-menu", Verb::asOf);
}

/// A drop-down whose text is a muted word and a bold value.
bool valueButton(Ui& ui, const Painter& paint, Rect rect, std::string_view id, std::optional<Icon> icon, std::string_view word,
                 std::string_view value) {
    const Press state = press(ui, id, rect);
    paint.fill(rect, ui.colour(state.hovered ? Token::hover : Token::surface), 4);
    paint.outline(rect, ui.colour(Token::border), 4);
    Rect inner = rect.inset(10, 0);
    if (icon) {
        paint.icon(*icon, inner.x + 8, inner.midY(), 16, ui.colour(Token::text));
        inner.takeLeft(23);
    }
    paint.icon(Icon::chevronDown, inner.takeRight(14).midX(), inner.midY(), 14, ui.colour(Token::text));
    paint.text(inner, word, FontRole::body, ui.colour(Token::muted));
    inner.takeLeft(paint.textWidth(word, FontRole::body) + 5);
    paint.text(inner, value, FontRole::bodyBold, ui.colour(Token::text));
    return state.clicked;
}

void drawAudience(Ui& ui, const Painter& paint, Rect rect, bool roomy) {
    const auto chosen = static_cast<std::size_t>(ui.document.audience);
    if (valueButton(ui, paint, rect, "audience", Icon::people, roomy ? ui.say({"Bản cho", "For"}) : std::string_view(),
                    ui.say(audienceNames[chosen]))) {
        openMenu("##audience-menu");
    }
    if (Menu menu(ui, "##audience-menu", rect, 300); menu) {
        constexpr Label hints[] = {{"không có tên người", "no names"}, {"đủ số liệu", "everything"}, {"rút gọn", "reduced"}};
        for (std::size_t i = 0; i < 3; ++i) {
            const std::string audienceId(id(static_cast<Audience>(i)));
            if (menu.item("audience." + audienceId, ui.say(audienceNames[i]), i == chosen, ui.say(hints[i])))
                ui.emit(Verb::audience, {audienceId});
        }
    }
}

} // namespace

void drawThemeBar(Ui& ui) {
    Rect bar = ui.layout.themeBar;
    const PanelWindow window(ui, "##programmes", bar, Token::surface);
    const Painter& paint = window.paint();
    paint.line(bar.x, bar.bottom() - 1, bar.right(), bar.bottom() - 1, ui.colour(Token::border));
    if (!ui.document.district) return;
    const bool roomy = bar.w >= 1400;
    Rect right = bar.inset(12, 8);
    const std::string_view audience = ui.say(audienceNames[static_cast<std::size_t>(ui.document.audience)]);
    const float audienceWidth = 62 + paint.textWidth(audience, FontRole::bodyBold) +
                                (roomy ? paint.textWidth(ui.say({"Bản cho", "For"}), FontRole::body) + 5 : 0);
    drawAudience(ui, paint, right.takeRight(std::ceil(audienceWidth)), roomy);
    right.takeRight(8);
    const std::string compare = ui.document.compareWith
                                    ? ui.date(*ui.document.compareWith)
                                    : std::string(roomy ? ui.say({"chọn ngày", "choose a day"}) : std::string_view());
    const std::string_view with = ui.say({"so với", "against"});
    const float compareWidth = 44 + paint.textWidth(with, FontRole::body) + paint.textWidth(compare, FontRole::bodyBold);
    const Rect compareRect = right.takeRight(std::ceil(roomy ? compareWidth : 52));
    if (valueButton(ui, paint, compareRect, "compare", roomy ? std::nullopt : std::optional(Icon::calendar),
                    roomy ? with : std::string_view(), roomy ? compare : std::string())) {
        ui.state.dateText = compare;
        openMenu("##compare-menu");
    }
    dateMenu(ui, compareRect, "##compare-menu", Verb::compare);
    if (ui.document.compareWith) {
        const bool on = ui.document.split;
        right.takeRight(4);
        if (button(ui, paint, right.takeRight(36),
                   {"split",
                    Icon::split,
                    {},
                    on ? ButtonLook::toggled : ButtonLook::bordered,
                    true,
                    on ? ui.say({"Một bản đồ", "One map"}) : ui.say({"Hai ngày cạnh nhau", "Both days side by side"})})) {
            ui.emit(Verb::split, {on ? "off" : "on"});
        }
    }
    right.takeRight(8);
    const float asOfWidth = 4 + 60 + 27 + 6 + 12 + paint.textWidth(ui.say({"Tính đến", "As of"}), FontRole::body) +
                            paint.textWidth("18/12/2022", FontRole::bodyBold);
    drawAsOf(ui, paint, right.takeRight(std::ceil(asOfWidth)));
    bar.takeLeft(12);
    for (const ThemeChoice& choice : themeBar()) {
        std::string_view title = ui.say(choice.title);
        // Without room for the name the icon stands alone.
        if (tabWidth(paint, title, {}) > right.right() - 8 - bar.x) title = {};
        const Rect tab = bar.takeLeft(title.empty() ? iconTabPx : tabWidth(paint, title, {}));
        if (tab.right() > right.right()) break;
        const Icon icon = iconFromId(choice.icon).value_or(Icon::layers);
        if (tabButton(ui, paint, tab, fmt::format("programme.{}", choice.id), icon, title, {},
                      ui.document.activeTheme == choice.id))
            ui.emit(Verb::programme, {std::string(choice.id)});
    }
}

} // namespace banlang::viewer
