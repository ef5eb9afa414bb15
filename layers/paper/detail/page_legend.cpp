// SPDX-License-Identifier: MIT
#include "layers/legend.h"
#include "layers/paper/detail/marker_painter.h"
#include "layers/paper/detail/print_page.h"
#include "layers/paper/detail/swatch.h"

#include <algorithm>

namespace banlang::print_layout {
namespace {

constexpr double rowMm = 5;
constexpr double amountMm = 13;

/// Swatch, name, count, amount; a column of its own for each kind of figure that the layer has.
double drawEntry(cairo_t* cr, const PrintPage& printPage, const LegendEntry& entry, const RectMm& place, double y, bool amounts) {
    const double scale = printPage.layout.view.scaleDenominator();
    const std::string label(entry.label.in(printPage.language()));
    if (isHeading(entry)) {
        drawText(cr, label, typeface(7.5, true), place.x * pxPerMm, (y + 4) * pxPerMm);
        return y + rowMm + 0.6;
    }
    drawSwatch(cr, entry, place.x * pxPerMm, (y + 0.8) * pxPerMm, scale);
    const double textX = place.x * pxPerMm + swatchWidthPx + 8;
    const std::string count = countText(entry, printPage.language());
    const double countRight = (place.right() - (amounts ? amountMm : 0)) * pxPerMm;
    TextStyle style = typeface(7.5);
    const double room = countRight - textX - (count.empty() ? 0 : measureText(cr, count, style).widthPx + 4);
    const double width = measureText(cr, label, style).widthPx;
    if (width > room) style.sizePx = std::max(6.5 * pxPerPt, style.sizePx * room / width);
    drawText(cr, label, style, textX, (y + 3.6) * pxPerMm);
    drawText(cr, count, typeface(7.5), countRight, (y + 3.6) * pxPerMm, Align::right);
    if (amounts) {
        drawText(cr, amountText(entry, printPage.language()), typeface(7.5), place.right() * pxPerMm, (y + 3.6) * pxPerMm,
                 Align::right);
    }
    return y + rowMm;
}

/// What of a layer is on the page. Figures are of the whole district; on a commune's page and on the base map they would mislead.
std::vector<LegendEntry> entriesOnPage(const PrintPage& printPage, const MapLayer& layer, bool figures) {
    const auto shown = printPage.keys.find(layer.id);
    const LegendKeys keys = shown == printPage.keys.end() ? LegendKeys{} : shown->second;
    std::vector<LegendEntry> entries = legendOf(layer, printPage.layout.view.scaleDenominator(), keys);
    if (figures && printPage.commune == notLinked) return entries;
    // A row that is nothing but a figure goes with it.
    std::erase_if(entries, [](const LegendEntry& entry) { return entry.key == noKey && !isHeading(entry); });
    for (LegendEntry& entry : entries) {
        entry.count.reset();
        entry.countHidden = false;
        entry.amount.reset();
    }
    return entries;
}

double drawEntries(cairo_t* cr, const PrintPage& printPage, const std::vector<LegendEntry>& entries, const RectMm& place,
                   double y) {
    const bool amounts =
        std::any_of(entries.begin(), entries.end(), [](const LegendEntry& entry) { return entry.amount.has_value(); });
    for (const LegendEntry& entry : entries) {
        if (y + rowMm > place.bottom()) break;
        y = drawEntry(cr, printPage, entry, place, y, amounts);
    }
    return y;
}

/// A theme's name, the units of its figures, and its classes; nothing of a theme of which nothing is on the page.
double drawThemeLegend(cairo_t* cr, const PrintPage& printPage, const MapLayer& layer, const RectMm& place, double y) {
    const auto entries = entriesOnPage(printPage, layer, true);
    if (entries.empty()) return y;
    const auto any = [&](auto member) {
        return std::any_of(entries.begin(), entries.end(), [&](const LegendEntry& entry) { return (entry.*member).has_value(); });
    };
    drawText(cr, std::string(layer.counted.in(printPage.language())), typeface(7.5, true), place.x * pxPerMm, (y + 3.6) * pxPerMm);
    const TextStyle unit = typeface(7, false, mutedInk);
    const bool amounts = any(&LegendEntry::amount);
    if (any(&LegendEntry::count)) {
        drawText(cr, std::string(layer.countUnit.in(printPage.language())), unit,
                 (place.right() - (amounts ? amountMm : 0)) * pxPerMm, (y + 3.6) * pxPerMm, Align::right);
    }
    if (amounts) {
        drawText(cr, std::string(layer.amountUnit.in(printPage.language())), unit, place.right() * pxPerMm, (y + 3.6) * pxPerMm,
                 Align::right);
    }
    return drawEntries(cr, printPage, entries, place, y + rowMm + 0.6) + 1.5;
}

/// Three rings of true size and their counts: the smallest, the middle and the largest on the map. Rings that are all alike say
/// nothing by their size.
double drawSizeKey(cairo_t* cr, const PrintPage& printPage, const RectMm& place, double y) {
    std::vector<Marker> rings;
    for (const MarkerSet& set : printPage.theme->markers) {
        if (!set.scales.shows(printPage.layout.view.scaleDenominator())) continue;
        for (const Marker& marker : set.markers) {
            const bool counted = !marker.text.empty() && marker.text.find_first_not_of("0123456789") == std::string::npos;
            if (marker.shape == MarkerShape::ring && counted) rings.push_back(marker);
        }
    }
    std::stable_sort(rings.begin(), rings.end(), [](const Marker& a, const Marker& b) { return a.radiusPx < b.radiusPx; });
    if (rings.empty() || rings.front().radiusPx == rings.back().radiusPx || y + 16 > place.bottom()) return y;
    drawText(cr, printPage.text("Cỡ vòng: tổng số", "Ring size: total"), typeface(7.5, true), place.x * pxPerMm,
             (y + 3.6) * pxPerMm);
    const double baseline = (y + 6) * pxPerMm + 2 * rings.back().radiusPx;
    double x = place.x * pxPerMm;
    double last = 0;
    for (const std::size_t at : {std::size_t{0}, rings.size() / 2, rings.size() - 1}) {
        Marker ring = rings[at];
        if (ring.radiusPx == last) continue;
        last = ring.radiusPx;
        ring.shares.clear();
        ring.shareFills.clear();
        paintMarker(cr, ring, {x + ring.radiusPx, baseline - ring.radiusPx});
        x += 2 * ring.radiusPx + 10;
    }
    return baseline / pxPerMm + 3;
}

bool asked(const PrintPage& printPage, const MapLayer& layer) {
    const auto& ids = printPage.request->layerIds;
    return std::find(ids.begin(), ids.end(), layer.id) != ids.end();
}

} // namespace

double drawLegend(cairo_t* cr, const PrintPage& printPage, RectMm place) {
    drawText(cr, printPage.text("Chú giải", "Legend"), typeface(10.5, true), place.x * pxPerMm, (place.y + 5) * pxPerMm);
    RectMm left{place.x, place.y + 8, place.width / 2 - 3, place.height - 8};
    RectMm right = left;
    right.x = place.x + place.width / 2 + 3;
    double leftY = left.y;
    double rightY = right.y;
    for (const auto& layer : printPage.scene.layers) {
        if (asked(printPage, *layer)) leftY = drawThemeLegend(cr, printPage, *layer, left, leftY);
    }
    leftY = drawSizeKey(cr, printPage, left, leftY);
    drawText(cr, printPage.text("Nền", "Base map"), typeface(7.5, true), right.x * pxPerMm, (rightY + 3.6) * pxPerMm);
    rightY += rowMm + 0.6;
    for (const auto& layer : printPage.scene.layers) {
        if (!asked(printPage, *layer)) rightY = drawEntries(cr, printPage, entriesOnPage(printPage, *layer, false), right, rightY);
    }
    drawOverviewMap(cr, printPage, {left.x, leftY + 1, left.width, place.bottom() - leftY - 1});
    return std::max(leftY, rightY);
}

RectMm keyPlace(const PrintPage& printPage, double widthMm, double heightMm) {
    constexpr double keyWidthMm = 62;
    double needed = 0;
    for (const auto& layer : printPage.scene.layers) {
        const std::size_t rows = asked(printPage, *layer) ? entriesOnPage(printPage, *layer, true).size() : 0;
        if (rows > 0) needed += static_cast<double>(rows + 1) * rowMm + 2.5;
    }
    const double height = std::min(needed + 4, heightMm * 0.62);
    if (needed == 0 || widthMm < 2.4 * keyWidthMm || height < std::min(needed, 4 * rowMm)) return {};
    return {widthMm - keyWidthMm - 3, heightMm - height - 3, keyWidthMm, height};
}

void drawKey(cairo_t* cr, const PrintPage& printPage, const RectMm& place) {
    const RectMm inner{place.x + 2.5, place.y + 1.5, place.width - 5, place.height - 2};
    double y = inner.y;
    for (const auto& layer : printPage.scene.layers) {
        if (asked(printPage, *layer)) y = drawThemeLegend(cr, printPage, *layer, inner, y);
    }
}

} // namespace banlang::print_layout
