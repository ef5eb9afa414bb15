// SPDX-License-Identifier: MIT
#include "layers/paper/detail/print_page.h"

#include <glib.h>

#include <cmath>

namespace banlang::print_layout {
namespace {

/// Steps of at most a half, so that a unit fills at least two thirds of its frame.
constexpr double scales[] = {1'000,   2'000,   2'500,   5'000,   7'500,   10'000,  15'000,   20'000,
                             25'000,  30'000,  40'000,  50'000,  75'000,  100'000, 125'000,  150'000,
                             200'000, 250'000, 300'000, 400'000, 500'000, 750'000, 1'000'000};
constexpr double gridSteps[] = {50, 100, 200, 500, 1'000, 2'000, 5'000, 10'000, 20'000, 50'000};
constexpr double spareMm = 5;
constexpr double smallestGridMm = 35;
constexpr double gapMm = 5;
/// A page is turned only when the map gains this much.
constexpr double worthTurning = 1.3;

double roundScale(double wanted) {
    for (const double round : scales) {
        if (round >= wanted) return round;
    }
    return wanted;
}

double scaleOf(const RectMm& map, const Box& extent) {
    return roundScale(
        std::max(extent.width() * 1000 / (map.width - 2 * spareMm), extent.height() * 1000 / (map.height - 2 * spareMm)));
}

void setView(PageLayout& layout, const Box& extent) {
    const double scale = scaleOf(layout.map, extent);
    layout.view = {extent.centre(), scale * 0.0254 / 96, layout.map.width * pxPerMm, layout.map.height * pxPerMm};
    for (const double step : gridSteps) {
        layout.gridM = step;
        if (step * 1000 / scale >= smallestGridMm) break;
    }
}

PageLayout blankPage(double widthMm, double heightMm) {
    PageLayout layout;
    layout.widthMm = widthMm;
    layout.heightMm = heightMm;
    layout.header = {10, 10, widthMm - 20, 20};
    layout.foot = {10, heightMm - 35, widthMm - 20, 25};
    return layout;
}

/// Table and legend in a column beside the map, which takes the width that the map does not need.
PageLayout beside(double widthMm, double heightMm, const Box& extent) {
    PageLayout layout = blankPage(widthMm, heightMm);
    const double inner = widthMm - 23 - gapMm;
    const double narrowest = std::max(66.0, widthMm * 0.25);
    const double widest = std::max(narrowest, widthMm * 0.352);
    layout.map = {13, 33.5, inner - narrowest, heightMm - 75};
    const double needed = extent.width() * 1000 / scaleOf(layout.map, extent) + 2 * spareMm;
    layout.map.width = std::clamp(needed, inner - widest, inner - narrowest);
    layout.figures = {layout.map.right() + gapMm, 33.5, inner - layout.map.width, layout.map.height};
    layout.legend = layout.figures;
    layout.legendFollows = true;
    setView(layout, extent);
    return layout;
}

/// Table and legend side by side under the map.
PageLayout below(double widthMm, double heightMm, const Box& extent) {
    PageLayout layout = blankPage(widthMm, heightMm);
    const double inner = widthMm - 23;
    const double free = heightMm - 75;
    const double blockHeight = std::clamp(free * 0.3, 72.0, 150.0);
    layout.map = {13, 33.5, inner, free - blockHeight - gapMm};
    const double half = (inner - gapMm) / 2;
    layout.figures = {13, layout.map.bottom() + gapMm, half, blockHeight};
    layout.legend = {13 + half + gapMm, layout.figures.y, half, blockHeight};
    setView(layout, extent);
    return layout;
}

/// One of two maps, and where the other stands.
PageLayout twin(double widthMm, double heightMm, const Box& extent, bool stacked) {
    PageLayout layout = blankPage(widthMm, heightMm);
    const double inner = widthMm - 23;
    const double free = heightMm - 75;
    const double blockHeight = std::clamp(free * 0.3, 72.0, 150.0);
    RectMm first{13, 33.5, inner, free - blockHeight - gapMm};
    if (stacked) {
        first.height = (first.height - gapMm) / 2;
    } else {
        // What the maps do not need goes to the table under them.
        first.width = (inner - gapMm) / 2;
        const double needed = extent.height() * 1000 / scaleOf(first, extent) + 2 * spareMm;
        first.height = std::clamp(needed, free * 0.4, first.height);
    }
    layout.mapBefore = first;
    layout.map = first;
    (stacked ? layout.map.y : layout.map.x) += (stacked ? first.height : first.width) + gapMm;
    const double half = (inner - gapMm) / 2;
    layout.figures = {13, layout.map.bottom() + gapMm, half, 33.5 + free - layout.map.bottom() - gapMm};
    layout.legend = {13 + half + gapMm, layout.figures.y, half, layout.figures.height};
    setView(layout, extent);
    return layout;
}

/// Width and height of a page that lies on its long side.
std::pair<double, double> lyingPage(PaperSize paperSize) {
    double shortMm = 841;
    double longMm = 1189;
    for (int size = static_cast<int>(PaperSize::a0); size > static_cast<int>(paperSize); --size) {
        const double half = std::floor(longMm / 2);
        longMm = shortMm;
        shortMm = half;
    }
    return {longMm, shortMm};
}

} // namespace

PageLayout chooseTwinLayout(PaperSize paperSize, const Box& extent) {
    const auto [longMm, shortMm] = lyingPage(paperSize);
    const PageLayout landscape = twin(longMm, shortMm, extent, false);
    const PageLayout portrait = twin(shortMm, longMm, extent, true);
    return portrait.view.metresPerPx * worthTurning <= landscape.view.metresPerPx ? portrait : landscape;
}

PageLayout chooseLayout(PaperSize paperSize, const Box& extent) {
    const auto [longMm, shortMm] = lyingPage(paperSize);
    const PageLayout landscape = beside(longMm, shortMm, extent);
    const PageLayout portrait = below(shortMm, longMm, extent);
    return portrait.view.metresPerPx * worthTurning <= landscape.view.metresPerPx ? portrait : landscape;
}

std::string upperCase(const std::string& text) {
    const std::unique_ptr<char, decltype(&g_free)> upper(g_utf8_strup(text.c_str(), -1), g_free);
    return upper.get();
}

} // namespace banlang::print_layout
