// SPDX-License-Identifier: MIT
#include "viewer/panels/panels.h"

#include <fmt/format.h>

#include <array>

namespace banlang::viewer {
namespace {

struct Tab {
    BottomTab tab;
    Icon icon;
    Label title;
};
constexpr std::array<Tab, 6> tabs{{{BottomTab::table, Icon::table, {"Bảng", "Table"}},
                                   {BottomTab::chart, Icon::chart, {"Biểu đồ", "Chart"}},
                                   {BottomTab::gaps, Icon::gap, {"Việc còn sót", "Gaps"}},
                                   {BottomTab::candidates, Icon::rank, {"Tuyến đề xuất", "Candidates"}},
                                   {BottomTab::import, Icon::import, {"Nạp dữ liệu", "Import"}},
                                   {BottomTab::messages, Icon::info, {"Thông báo", "Messages"}}}};

std::string countFor(const Ui& ui, BottomTab tab) {
    std::size_t count = 0;
    if (tab == BottomTab::gaps) count = openGapCount(ui);
    if (tab == BottomTab::candidates && ui.derived.analysis) count = ui.derived.analysis->candidates.size();
    if (tab == BottomTab::import && ui.document.importLog)
        count = ui.document.importLog->report.questions.size() + ui.document.importLog->totals.refused;
    if (tab == BottomTab::messages) count = ui.document.messages.size();
    return count == 0 ? std::string() : ui.number(static_cast<double>(count));
}

void drawTabs(Ui& ui, const Painter& paint, Rect bar, bool chartBeside) {
    paint.fill({bar.x, bar.bottom() - 1, bar.w, 1}, ui.colour(Token::border));
    bar.takeLeft(8);
    for (const Tab& tab : tabs) {
        if (tab.tab == BottomTab::chart && chartBeside) continue;
        const bool needsDistrict = tab.tab != BottomTab::import && tab.tab != BottomTab::messages;
        if (needsDistrict && !ui.document.district) continue;
        const std::string count = countFor(ui, tab.tab);
        const std::string_view title = ui.say(tab.title);
        const Rect rect = bar.takeLeft(tabWidth(paint, title, count));
        const bool active =
            ui.document.tab == tab.tab || (chartBeside && tab.tab == BottomTab::table && ui.document.tab == BottomTab::chart);
        if (tabButton(ui, paint, rect, fmt::format("tab.{}", id(tab.tab)), tab.icon, title, count, active)) {
            ui.emit(Verb::tab, {std::string(id(tab.tab))});
        }
    }
}

} // namespace

void drawBottomPanel(Ui& ui) {
    Rect panel = ui.layout.bottom;
    if (panel.h <= 0) return;
    const PanelWindow window(ui, "##bottom", panel, Token::surface);
    const Painter& paint = window.paint();
    paint.fill({panel.x, panel.y, panel.w, 1}, ui.colour(Token::borderStrong));
    panel.takeTop(1);
    const bool chartBeside = ui.layout.chart.w > 0;
    drawTabs(ui, paint, panel.takeTop(38), chartBeside);
    // The import needs the whole width, and its figures are not those of the chart.
    if (chartBeside && ui.document.tab != BottomTab::import) {
        const Rect chart = panel.takeRight(ui.layout.chart.w);
        paint.fill({chart.x, chart.y, 1, chart.h}, ui.colour(Token::border));
        drawChart(ui, paint, chart);
    }
    switch (ui.document.tab) {
    case BottomTab::gaps:
        drawGaps(ui, panel);
        break;
    case BottomTab::candidates:
        drawCandidates(ui, panel);
        break;
    case BottomTab::import:
        drawImport(ui, paint, panel);
        break;
    case BottomTab::messages:
        drawMessages(ui, panel);
        break;
    case BottomTab::chart:
        if (chartBeside) {
            drawTable(ui, panel);
        } else {
            drawChart(ui, paint, panel);
        }
        break;
    default:
        drawTable(ui, panel);
        break;
    }
}

void drawMessages(Ui& ui, Rect rect) {
    ScrollArea area(ui, "##messages", rect);
    const Painter& paint = area.paint();
    if (ui.document.messages.empty()) {
        paint.text(area.row(40).inset(16, 0), ui.say({"Không có thông báo nào.", "There are no messages."}), FontRole::body,
                   ui.colour(Token::muted));
    }
    for (const Message& message : ui.document.messages) {
        Rect row = area.row(26).inset(12, 0);
        paint.icon(message.isError ? Icon::warning : Icon::info, row.takeLeft(20).midX(), row.midY(), 16,
                   ui.colour(message.isError ? Token::danger : Token::muted));
        row.takeLeft(8);
        paint.text(row, message.text.in(ui.document.language), FontRole::body, ui.colour(Token::text));
    }
}

} // namespace banlang::viewer
