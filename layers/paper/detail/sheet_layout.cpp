// SPDX-License-Identifier: MIT
#include "layers/paper/detail/sheet.h"

#include <glib.h>

#include <cmath>

namespace banlang::paper {
namespace {

constexpr double scales[] = {2'000, 5'000, 10'000, 25'000, 50'000, 100'000, 250'000, 500'000, 1'000'000};
constexpr double gridSteps[] = {50, 100, 200, 500, 1'000, 2'000, 5'000, 10'000, 20'000, 50'000};
constexpr double spareMm = 5;
constexpr double smallestGridMm = 35;

SheetLayout layoutFor(double widthMm, double heightMm, const Box& extent) {
    SheetLayout layout;
    layout.widthMm = widthMm;
    layout.heightMm = heightMm;
    const double columnWidth = std::clamp(widthMm * 0.25, 66.0, 130.0);
    layout.header = {10, 10, widthMm - 20, 20};
    layout.foot = {10, heightMm - 35, widthMm - 20, 25};
    layout.map = {13, 33.5, widthMm - 13 - 10 - 5 - columnWidth, heightMm - 35 - 6.5 - 33.5};
    layout.column = {layout.map.right() + 5, 33.5, columnWidth, layout.map.height};
    double scale = std::max(extent.width() * 1000 / (layout.map.width - 2 * spareMm),
                            extent.height() * 1000 / (layout.map.height - 2 * spareMm));
    for (const double round : scales) {
        if (round >= scale) {
            scale = round;
            break;
        }
    }
    layout.view = {extent.centre(), scale * 0.0254 / 96, layout.map.width * pxPerMm, layout.map.height * pxPerMm};
    for (const double step : gridSteps) {
        layout.gridM = step;
        if (step * 1000 / scale >= smallestGridMm) break;
    }
    return layout;
}

} // namespace

SheetLayout chooseLayout(PaperSize paper, const Box& extent) {
    double shortMm = 841;
    double longMm = 1189;
    for (int size = static_cast<int>(PaperSize::a0); size > static_cast<int>(paper); --size) {
        const double half = std::floor(longMm / 2);
        longMm = shortMm;
        shortMm = half;
    }
    const SheetLayout landscape = layoutFor(longMm, shortMm, extent);
    const SheetLayout portrait = layoutFor(shortMm, longMm, extent);
    return portrait.view.metresPerPx < landscape.view.metresPerPx ? portrait : landscape;
}

std::string upperCase(const std::string& text) {
    const std::unique_ptr<char, decltype(&g_free)> upper(g_utf8_strup(text.c_str(), -1), g_free);
    return upper.get();
}

} // namespace banlang::paper
