// SPDX-License-Identifier: MIT
#include "viewer/panels/panels.h"

namespace banlang::viewer {
void drawBottomPanel(Ui& ui) {
    Rect panel = ui.layout.bottom;
    if (panel.h <= 0) return;
    const PanelWindow window(ui, "##bottom", panel, Token::surface);
    const Painter& paint = window.paint();
    paint.fill({panel.x, panel.y, panel.w, 1}, ui.colour(Token::borderStrong));
    panel.takeTop(1);
    const bool chartBeside = ui.layout.chart.w > 0;
    drawBottomTabs(ui, paint, panel.takeTop(38), chartBeside);
    if (chartBeside && showsFigures(ui.document.tab)) {
        const Rect chart = panel.takeRight(ui.layout.chart.w);
        paint.fill({chart.x, chart.y, 1, chart.h}, ui.colour(Token::border));
        drawChart(ui, paint, chart);
    }
    switch (ui.document.tab) {
    case BottomTab::directive:
        drawDirective(ui, paint, panel);
        break;
    case BottomTab::links:
        drawLinks(ui, paint, panel);
        break;
    case BottomTab::criteria:
        drawCriteria(ui, paint, panel);
        break;
    case BottomTab::communeRanking:
        drawCommuneRanking(ui, paint, panel);
        break;
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
