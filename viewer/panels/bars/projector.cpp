// SPDX-License-Identifier: MIT
#include "layers/legend.h"
#include "viewer/panels/panels.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

// The full-screen show: title, map, one figure, a large legend, and where we are in the walk through the communes.

namespace banlang::viewer {
namespace {

std::string pageName(const Ui& ui, int page) {
    return page < 0 ? std::string(ui.say(ui.areaWords().whole))
                    : fullName(ui.document.district->table(Role::communes), static_cast<std::size_t>(page));
}

void drawFigure(Ui& ui, const Painter& paint, Rect& column) {
    const Theme* theme = findTheme(themeLayer(ui.document));
    if (theme == nullptr) return;
    const auto chart = ui.derived.analysis.chart(themeLayer(ui.document));
    if (!chart) {
        paint.text(column.takeTop(62), ui.computing(), FontRole::showTitle, ui.colour(Token::muted));
        return;
    }
    const int page = ui.document.projectorPage;
    const DoneShare share = shareOf(*chart, page < 0 ? std::nullopt : std::optional(static_cast<std::uint32_t>(page)));
    const Rect figure = column.takeTop(62);
    if (share.state == CellState::hidden) {
        paint.text(figure, ui.say({"số nhỏ, được ẩn", "small numbers, hidden"}), FontRole::showTitle, ui.colour(Token::text));
        return;
    }
    const bool reported = share.state == CellState::value;
    const std::string text = reported ? ui.number(share.percent) + " %" : std::string(ui.say({"chưa báo cáo", "no report"}));
    paint.text(figure, text, reported ? FontRole::showFigure : FontRole::showTitle, ui.colour(Token::text));
    if (reported) {
        const std::string line = fmt::format("{} / {} {}", ui.number(share.done, chart->partDecimals),
                                             ui.number(share.all, chart->partDecimals), ui.say(chart->partUnit));
        paint.text(column.takeTop(30), line, FontRole::showBody, ui.colour(Token::muted));
        column.takeTop(8);
        stackedBar(ui, paint, column.takeTop(22), share.parts, partFills(ui, *theme));
    }
    column.takeTop(18);
}

void drawShowLegend(Ui& ui, const Painter& paint, Rect column, const MapLayer& layer) {
    for (const LegendEntry& entry : legendAt(layer, ui.document.view.scaleDenominator())) {
        if (column.h < 34) return;
        Rect row = column.takeTop(36);
        if (isHeading(entry)) {
            paint.text(row, ui.say(entry.label), FontRole::showBold, ui.colour(Token::text));
            continue;
        }
        const std::string amount =
            entry.amount && ui.document.projectorPage < 0 ? amountText(entry, ui.document.language) : std::string();
        paint.swatch({row.x, std::round(row.midY()) - 10, 34, 20}, entry, ui.colour(Token::surface),
                     ui.document.view.scaleDenominator());
        row.takeLeft(48);
        const float width = paint.textWidth(amount, FontRole::showBold);
        paint.text(row.takeRight(width), amount, FontRole::showBold, ui.colour(Token::text), Align::right);
        row.w -= 8;
        paint.text(row, ui.say(entry.label), FontRole::showSmall, ui.colour(entry.noReport ? Token::muted : Token::text));
    }
}

void drawFoot(Ui& ui, const Painter& paint, Rect foot) {
    const Colour back = ui.colour(Token::text);
    const Colour ink = ui.colour(Token::surface);
    paint.fill(foot, back);
    const std::vector<int> pages = projectorPages(ui.document);
    const int page = ui.document.projectorPage;
    const auto now = std::find(pages.begin(), pages.end(), page);
    const auto place = now == pages.end() ? std::size_t{0} : static_cast<std::size_t>(now - pages.begin());
    const int before = pages[(place + pages.size() - 1) % pages.size()];
    const int after = pages[(place + 1) % pages.size()];
    Rect left = foot.inset(24, 0);
    Rect right = left.takeRight(foot.w * 0.3F);
    left.w = foot.w * 0.28F;
    if (press(ui, "show.previous", left).clicked) ui.emit(Verb::page, {"previous"});
    if (press(ui, "show.next", right).clicked) ui.emit(Verb::page, {"next"});
    paint.icon(Icon::chevronLeft, left.takeLeft(20).midX(), foot.midY(), 22, ink);
    left.takeLeft(8);
    paint.text(left, pageName(ui, before), FontRole::showSmall, ink);
    paint.icon(Icon::chevronRight, right.takeRight(20).midX(), foot.midY(), 22, ink);
    right.takeRight(8);
    paint.text(right, pageName(ui, after), FontRole::showSmall, ink, Align::right);
    const float step = std::min(24.0F, foot.w * 0.35F / static_cast<float>(pages.size()));
    float x = foot.midX() - step * static_cast<float>(pages.size() - 1) / 2;
    for (const int one : pages) {
        Colour dot = ink;
        if (one != page) dot.a = 130;
        paint.circle(x, foot.midY(), one == page ? 7.0F : 4.5F, dot);
        x += step;
    }
}

} // namespace

void drawProjector(Ui& ui) {
    const Layout& layout = ui.layout;
    const Colour rule = ui.colour(Token::borderStrong);
    {
        const PanelWindow map(ui, "##show-map", layout.bothMaps(), std::nullopt);
        followMapLabels(ui, 1.3F);
        drawDateBadges(ui, map.paint(), FontRole::showBold);
        drawScaleBar(ui, map.paint(), FontRole::showSmall);
    }
    {
        const PanelWindow head(ui, "##show-head", layout.topBar, Token::surface);
        const Rect inner = layout.topBar.inset(28, 0);
        const std::string place = pageName(ui, ui.document.projectorPage);
        const std::string office = fullName(ui.document.district->office);
        const std::string subtitle =
            fmt::format(fmt::runtime(ui.say({"{}, tính đến {}", "{}, as of {}"})),
                        ui.document.projectorPage < 0 && !office.empty() ? office : place, ui.date(ui.document.asOf));
        head.paint().text(inner, subtitle, FontRole::showSubtitle, ui.colour(Token::muted), Align::right);
        const float width = head.paint().textWidth(subtitle, FontRole::showSubtitle);
        const Theme* theme = findTheme(themeLayer(ui.document));
        const std::string_view title = theme == nullptr ? std::string_view() : ui.say(shortTitle(*theme));
        head.paint().text({inner.x, inner.y, inner.w - width - 24, inner.h}, title, FontRole::showTitle, ui.colour(Token::text));
        head.paint().fill({layout.topBar.x, layout.topBar.bottom() - 1, layout.topBar.w, 1}, rule);
    }
    {
        const PanelWindow side(ui, "##show-side", layout.inspector, Token::surface);
        side.paint().fill({layout.inspector.x, layout.inspector.y, 1, layout.inspector.h}, rule);
        Rect column = layout.inspector.inset(18, 16);
        drawFigure(ui, side.paint(), column);
        if (const MapLayer* layer = ui.derived.analysis.layer(themeLayer(ui.document)))
            drawShowLegend(ui, side.paint(), column, *layer);
    }
    const PanelWindow foot(ui, "##show-foot", layout.status, std::nullopt);
    drawFoot(ui, foot.paint(), layout.status);
}

} // namespace banlang::viewer
