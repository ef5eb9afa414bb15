// SPDX-License-Identifier: MIT
#include "core/model/as_of.h"
#include "core/text/format.h"
#include "layers/base/shared_arcs.h"
#include "layers/style/palette.h"
#include "viewer/panels/panels.h"

#include <algorithm>
#include <array>
#include <cmath>

// What lies over the map and its labels: tools, scale bar, overview map, tooltip.

namespace banlang::viewer {
namespace {

constexpr float overlayMarginPx = 12;
constexpr double tooltipDelayS = 0.3;

/// The longest of 1, 2, 5 x 10^n metres that fits.
double roundLength(double mostM) {
    const double power = std::pow(10.0, std::floor(std::log10(mostM)));
    for (const double step : {5.0, 2.0}) {
        if (step * power <= mostM) return step * power;
    }
    return power;
}

} // namespace

Rect toolsRect(const Layout& layout) {
    return {layout.map.right() - overlayMarginPx - 40, layout.map.y + overlayMarginPx, 40, 118};
}

Rect overviewMapRect(const Layout& layout) {
    const Rect map = layout.map;
    if (map.w < 700 || map.h < 380) return {};
    return {map.right() - overlayMarginPx - 196, map.bottom() - overlayMarginPx - 142, 196, 142};
}

Rect scaleBarRect(const Layout& layout) {
    if (layout.projector) return {layout.map.x + 14, layout.map.bottom() - 58, 300, 44};
    return {layout.map.x + overlayMarginPx, layout.map.bottom() - overlayMarginPx - 32, 262, 32};
}

namespace {

struct DateBadge {
    Rect rect;
    std::string text;
};

/// Its size does not ask the fonts, which may not be there yet when the map is laid out.
DateBadge dateBadge(const Document& document, const Layout& layout, Rect pane, bool now) {
    constexpr float widestLetterEm = 0.6F;
    constexpr std::size_t letters = 9; ///< of the words
    const Label words = now ? Label{"Tính đến ", "As of "} : Label{"So với ", "Against "};
    const std::string date = formatDate(now ? document.asOf : *document.compareWith, document.language);
    const float em = emSizePx(layout.projector ? FontRole::showBold : FontRole::bodyBold);
    const float width = std::ceil(widestLetterEm * em * static_cast<float>(letters + date.size())) + 44;
    return {{pane.x + overlayMarginPx, pane.y + overlayMarginPx, width, std::round(em * 1.1F) + 16},
            std::string(words.in(document.language)) + date};
}

/// Says which day a half shows; the as-of day is filled, the earlier one hollow, so that they differ without colour.
void drawDateBadge(const Ui& ui, const Painter& paint, Rect pane, bool now, FontRole role) {
    const auto [badge, text] = dateBadge(ui.document, ui.layout, pane, now);
    paint.fill(badge, ui.colour(now ? Token::accent : Token::surface), 4);
    paint.outline(badge, ui.colour(now ? Token::accent : Token::borderStrong), 4, 2);
    const Colour ink = ui.colour(now ? Token::textOnAccent : Token::text);
    Rect inner = badge.inset(12, 0);
    const Rect mark{inner.x, std::round(badge.midY()) - 5, 11, 11};
    if (now) {
        paint.fill(mark, ink, 2);
    } else {
        paint.outline(mark, ink, 2, 2);
    }
    inner.takeLeft(20);
    paint.text(inner, text, role, ink);
}

} // namespace

void drawDateBadges(const Ui& ui, const Painter& paint, FontRole role) {
    const Rect before = ui.layout.mapBefore;
    if (before.w <= 0) return;
    paint.fill({before.right(), before.y, ui.layout.map.x - before.right(), before.h}, ui.colour(Token::borderStrong));
    drawDateBadge(ui, paint, before, false, role);
    drawDateBadge(ui, paint, ui.layout.map, true, role);
}

std::vector<Box> coveredOn(const Document& document, const Layout& layout, const Rect& pane) {
    constexpr float gapPx = 4;
    std::vector<Box> covered;
    const auto add = [&](const Rect& rect) {
        if (rect.w <= 0) return;
        const Rect own = rect.movedBy(-pane.x, -pane.y).inset(-gapPx);
        covered.push_back({static_cast<double>(own.x), static_cast<double>(own.y), static_cast<double>(own.right()),
                           static_cast<double>(own.bottom())});
    };
    if (!document.district || pane.w < 1) return covered;
    const bool now = pane == layout.map;
    if (layout.mapBefore.w > 0) add(dateBadge(document, layout, pane, now).rect);
    if (!now) return covered;
    add(scaleBarRect(layout));
    if (layout.projector) return covered;
    add(toolsRect(layout));
    add(overviewMapRect(layout));
    return covered;
}

void drawMapTools(Ui& ui, const Painter& paint) {
    struct Tool {
        std::string_view id;
        Icon icon;
        std::string tooltip;
    };
    const std::array<Tool, 3> tools{{{"map.zoom-in", Icon::plus, std::string(ui.say({"Phóng to (+)", "Zoom in (+)"}))},
                                     {"map.zoom-out", Icon::minus, std::string(ui.say({"Thu nhỏ (−)", "Zoom out (−)"}))},
                                     {"map.home", Icon::fit, fmt::format("{} (Home)", ui.say(ui.areaWords().whole))}}};
    Rect column = toolsRect(ui.layout);
    paint.fill(column, ui.colour(Token::surface), 4);
    paint.outline(column, ui.colour(Token::border), 4);
    column = column.inset(1);
    for (const Tool& tool : tools) {
        const Rect cell = column.takeTop(38);
        if (button(ui, paint, cell, {tool.id, tool.icon, {}, ButtonLook::bare, true, tool.tooltip})) {
            if (tool.icon == Icon::fit) {
                ui.emit(Verb::home);
            } else {
                ui.emit(Verb::zoom, {tool.icon == Icon::plus ? "2" : "0.5"});
            }
        }
        column.takeTop(1);
        if (tool.icon != Icon::fit) paint.fill({column.x, column.y - 1, column.w, 1}, ui.colour(Token::border));
    }
}

void drawScaleBar(const Ui& ui, const Painter& paint, FontRole role) {
    const Rect area = scaleBarRect(ui.layout);
    const double lengthM = roundLength(ui.document.view.metresPerPx * static_cast<double>(area.w - 62));
    const auto width = static_cast<float>(lengthM / ui.document.view.metresPerPx);
    const bool km = lengthM >= 2000;
    const double unit = km ? 1000 : 1;
    const auto text = [&](double metres) {
        return ui.number(metres / unit, metres / unit < 10 && std::fmod(metres / unit, 1.0) != 0 ? 1 : 0);
    };
    paint.fill(area, ui.colour(Token::surface), 4);
    paint.outline(area, ui.colour(Token::border), 4);
    const float left = area.x + 14;
    const float y = area.bottom() - 9;
    const Colour ink = ui.colour(Token::text);
    const Rect words{left, area.y + 2, width, area.h - 12};
    paint.text({left - 3, words.y, 20, words.h}, "0", role, ink);
    paint.text({left + width / 2 - 40, words.y, 80, words.h}, text(lengthM / 2), role, ink, Align::centre);
    const std::string most = text(lengthM) + (km ? " km" : " m");
    const float mostLeft = left + width - paint.textWidth(text(lengthM), role) / 2;
    paint.text({mostLeft, words.y, area.right() - mostLeft, words.h}, most, role, ink);
    paint.fill({left, y, width, 5}, ink);
    paint.fill({left + width / 2, y + 1, width / 2 - 1, 3}, ui.colour(Token::surface));
}

namespace {

MapView overviewMapView(const Box& extent, Rect rect) {
    MapView view;
    view.widthPx = static_cast<double>(rect.w);
    view.heightPx = static_cast<double>(rect.h);
    return view.fitted(extent, 10);
}

/// The borders of the communes, each once, and no finer than this small map can show.
const std::vector<std::vector<IconPoint>>& communeLines(const Ui& ui, const MapView& view, Rect rect) {
    constexpr float finestPx = 1.2F;
    UiState::OverviewMapLines& known = ui.state.overviewMap;
    const bool sameUnits = known.district == ui.document.district && known.asOf == ui.document.asOf;
    if (sameUnits && known.widthPx == rect.w && known.heightPx == rect.h) return known.lines;
    known = {ui.document.district, ui.document.asOf, rect.w, rect.h, {}};
    const FeatureTable& communes = known.district->table(Role::communes);
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < communes.geometry.featureCount(); ++row) {
        if (inForce(communes, row, known.asOf)) rows.push_back(row);
    }
    const GeometryColumn borders = sharedArcs(communes.geometry.selected(rows)).lines;
    for (std::size_t line = 0; line + 1 < borders.ringOffsets.size(); ++line) {
        std::vector<IconPoint> points;
        const auto xy = borders.ring(line);
        for (std::size_t i = 0; i + 1 < xy.size(); i += 2) {
            const PixelPoint pixel = view.toPixel({xy[i], xy[i + 1]});
            const IconPoint next{static_cast<float>(pixel.x), static_cast<float>(pixel.y)};
            const bool end = i == 0 || i + 3 >= xy.size();
            if (end || std::hypot(next.x - points.back().x, next.y - points.back().y) > finestPx) points.push_back(next);
        }
        if (points.size() > 1) known.lines.push_back(std::move(points));
    }
    return known.lines;
}

} // namespace

void drawOverviewMap(const Ui& ui, const Painter& paint, Rect rect) {
    if (rect.w <= 0) return;
    const Box extent = extentOf(*ui.document.district, ui.document.asOf);
    if (extent.empty()) return;
    paint.fill(rect, ui.colour(Token::surface), 4);
    paint.outline(rect, ui.colour(Token::border), 4);
    const MapView view = overviewMapView(extent, rect);
    const MapPalette& palette = mapPalette(mapColourSchemeFor(ui.document.colourScheme));
    for (std::vector<IconPoint> points : communeLines(ui, view, rect)) {
        for (IconPoint& point : points) point = {point.x + rect.x, point.y + rect.y};
        paint.polyline(points, palette.adminLine, 1, false);
    }
    paint.outline(overviewMapFrame(view, ui.document.view.visible(), rect), ui.colour(Token::selection), 0, 2);
}

Rect overviewMapFrame(const MapView& overviewMap, const Box& seen, Rect rect) {
    constexpr float leastPx = 6;
    constexpr float edgePx = 3; ///< from the rim of the small map
    const Rect inner = rect.inset(edgePx);
    const PixelPoint first = overviewMap.toPixel({seen.minX, seen.maxY});
    const PixelPoint last = overviewMap.toPixel({seen.maxX, seen.minY});
    const auto within = [](double pixel, float from, float most) {
        return std::clamp(from - edgePx + static_cast<float>(pixel), from, most);
    };
    // A view beside the district, or too small to draw, keeps a frame that can be seen.
    const float left = within(first.x, inner.x, inner.right() - leastPx);
    const float top = within(first.y, inner.y, inner.bottom() - leastPx);
    const float right = std::max(left + leastPx, within(last.x, inner.x, inner.right()));
    const float bottom = std::max(top + leastPx, within(last.y, inner.y, inner.bottom()));
    return {left, top, right - left, bottom - top};
}

void drawTooltip(const Ui& ui, const Painter& paint) {
    if (!ui.state.hovered || !ui.state.pointerOnMap || ui.timeS - ui.state.hoveredSince < tooltipDelayS) return;
    if (ui.state.hovered == ui.document.selected) return;
    const TargetTitle title = titleOf(ui, *ui.state.hovered);
    if (title.title.empty()) return;
    const float width =
        std::max(paint.textWidth(title.title, FontRole::bodyBold), paint.textWidth(title.subtitle, FontRole::cell)) + 24;
    const float height = title.subtitle.empty() ? 32 : 52;
    const Rect map = ui.state.pointerPane;
    float x = map.x + static_cast<float>(ui.state.pointer.x) + 16;
    float y = map.y + static_cast<float>(ui.state.pointer.y) + 18;
    if (x + width > map.right()) x -= width + 32;
    if (y + height > map.bottom()) y -= height + 36;
    const Rect box{std::round(x), std::round(y), std::ceil(width), height};
    paint.fill(box, ui.colour(Token::surface), 4);
    paint.outline(box, ui.colour(Token::borderStrong), 4);
    paint.text({box.x + 12, box.y + 5, box.w - 24, 22}, title.title, FontRole::bodyBold, ui.colour(Token::text));
    paint.text({box.x + 12, box.y + 26, box.w - 24, 20}, title.subtitle, FontRole::cell, ui.colour(Token::muted));
}

} // namespace banlang::viewer
