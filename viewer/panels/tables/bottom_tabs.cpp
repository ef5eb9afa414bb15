// SPDX-License-Identifier: MIT
#include "viewer/panels/panels.h"

#include <fmt/format.h>

#include <array>
#include <utility>

// The tabs over the bottom panel. Those that find no room lie behind a button at the end; the chosen one is always seen.

namespace banlang::viewer {
namespace {

constexpr float moreWidthPx = 44;

struct Tab {
    BottomTab tab;
    Icon icon;
    Label title;
};
constexpr std::array<Tab, 10> tabs{{{BottomTab::table, Icon::table, {"Bảng", "Table"}},
                                    {BottomTab::chart, Icon::chart, {"Biểu đồ", "Chart"}},
                                    {BottomTab::directive, Icon::list, {"Kết luận", "Conclusion"}},
                                    {BottomTab::gaps, Icon::gap, {"Việc còn sót", "Gaps"}},
                                    {BottomTab::links, Icon::link, {"Cần nối", "To link"}},
                                    {BottomTab::criteria, Icon::check, {"Tiêu chí", "Criteria"}},
                                    {BottomTab::communeRanking, Icon::flag, {"Thi đua", "Emulation"}},
                                    {BottomTab::candidates, Icon::rank, {"Tuyến đề xuất", "Candidates"}},
                                    {BottomTab::import, Icon::import, {"Nạp dữ liệu", "Import"}},
                                    {BottomTab::messages, Icon::info, {"Thông báo", "Messages"}}}};

/// Of what the store says at once: a count that comes late would move the tabs under the pointer.
std::size_t countOf(const Ui& ui, BottomTab tab) {
    const Document& document = ui.document;
    if (tab == BottomTab::links) return document.links ? document.links->unresolved.size() : 0;
    if (tab == BottomTab::import && document.importLog)
        return document.importLog->report.questions.size() + document.importLog->totals.refused;
    return tab == BottomTab::messages ? document.messages.size() : 0;
}

struct ShownTab {
    const Tab* tab;
    std::string badge;
    float widthPx;
};

std::vector<ShownTab> tabsNow(const Ui& ui, const Painter& paint, bool chartBeside) {
    std::vector<ShownTab> shown;
    for (const Tab& tab : tabs) {
        if (tab.tab == BottomTab::chart && chartBeside) continue;
        const bool needsDistrict = tab.tab != BottomTab::import && tab.tab != BottomTab::messages;
        if (needsDistrict && !ui.document.district) continue;
        const std::size_t count = countOf(ui, tab.tab);
        std::string badge = count == 0 ? std::string() : ui.number(static_cast<double>(count));
        const float width = tabWidth(paint, ui.say(tab.title), badge);
        shown.push_back({&tab, std::move(badge), width});
    }
    return shown;
}

bool isActive(const Ui& ui, BottomTab tab, bool chartBeside) {
    return ui.document.tab == tab || (chartBeside && tab == BottomTab::table && ui.document.tab == BottomTab::chart);
}

/// Takes those out for which there is no room; never the chosen one, whose room is kept.
std::vector<ShownTab> takeHidden(const Ui& ui, std::vector<ShownTab>& shown, float roomPx, bool chartBeside) {
    float all = 0;
    for (const ShownTab& tab : shown) all += tab.widthPx;
    if (all <= roomPx) return {};
    float room = roomPx - moreWidthPx;
    for (const ShownTab& tab : shown) room -= isActive(ui, tab.tab->tab, chartBeside) ? tab.widthPx : 0;
    std::vector<ShownTab> fitting;
    std::vector<ShownTab> hidden;
    for (ShownTab& tab : shown) {
        const bool active = isActive(ui, tab.tab->tab, chartBeside);
        const bool fits = active || (hidden.empty() && tab.widthPx <= room);
        if (fits && !active) room -= tab.widthPx;
        (fits ? fitting : hidden).push_back(std::move(tab));
    }
    shown = std::move(fitting);
    return hidden;
}

void chooseTab(Ui& ui, BottomTab tab) {
    ui.emit(Verb::tab, {std::string(id(tab))});
}

} // namespace

void drawBottomTabs(Ui& ui, const Painter& paint, Rect bar, bool chartBeside) {
    paint.fill({bar.x, bar.bottom() - 1, bar.w, 1}, ui.colour(Token::border));
    bar.takeLeft(8);
    std::vector<ShownTab> shown = tabsNow(ui, paint, chartBeside);
    const std::vector<ShownTab> hidden = takeHidden(ui, shown, bar.w - 8, chartBeside);
    for (const ShownTab& place : shown) {
        const Tab& tab = *place.tab;
        if (tabButton(ui, paint, bar.takeLeft(place.widthPx), fmt::format("tab.{}", id(tab.tab)), tab.icon, ui.say(tab.title),
                      place.badge, isActive(ui, tab.tab, chartBeside)))
            chooseTab(ui, tab.tab);
    }
    if (hidden.empty()) return;
    const Rect more = bar.takeLeft(moreWidthPx).inset(4, 4);
    if (button(ui, paint, more, {"tab.more", Icon::more, {}, ButtonLook::bordered, true, ui.say({"Các thẻ khác", "More tabs"})}))
        openMenu("##more-tabs");
    if (Menu menu(ui, "##more-tabs", more, 230); menu) {
        for (const ShownTab& place : hidden) {
            const BottomTab tab = place.tab->tab;
            if (menu.item(fmt::format("tab.{}", id(tab)), ui.say(place.tab->title), false, place.badge)) chooseTab(ui, tab);
        }
    }
}

} // namespace banlang::viewer
