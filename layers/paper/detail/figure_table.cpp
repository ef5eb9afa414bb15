// SPDX-License-Identifier: MIT
#include "layers/paper/detail/figure_table.h"

#include "core/report/figures_disagree.h"
#include "layers/legend.h"
#include "layers/style/palette.h"
#include "layers/themes/themes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace banlang::print_layout {
namespace {

/// What the legend counts in the rows of a column; nothing where a row does not tell its figure.
std::optional<double> legendSum(const MapLayer& theme, const std::vector<LegendKey>& counted, bool counts) {
    double sum = 0;
    for (const LegendEntry& entry : legendOfAllScales(theme)) {
        if (std::ranges::find(counted, entry.key) == counted.end()) continue;
        const std::optional<double>& figure = counts ? entry.count : entry.amount;
        if (entry.countHidden || !figure) return std::nullopt;
        sum += *figure;
    }
    return sum;
}

/// The district's figures against the legend, which counts the district.
Result<void> checkedLegend(const MapLayer& theme, const UnitFigures& figures, const ThemeUnitFigures& declared) {
    constexpr double nothing = 0.005; // smaller differences come from adding up in another order
    for (std::size_t i = 0; i < declared.counted.size() && i < figures.district.size(); ++i) {
        const std::vector<LegendKey>& counted = declared.counted[i];
        const auto sum = counted.empty() ? std::nullopt : legendSum(theme, counted, figures.set.ofHouseholds);
        const double told = figures.district[i].value_or(0);
        if (!sum || std::abs(*sum - told) < nothing) continue;
        const Label label = figures.set.columns[i].label;
        return Unexpected(
            figuresDisagree("legend-not-table", {fmt::format("{}: chú giải {}, bảng {}", label.vi, *sum, told),
                                                 fmt::format("{}: {} in the legend, {} in the table", label.en, *sum, told)}));
    }
    return {};
}

/// Of the parts of the bar; what may not be told is grey.
std::vector<FillStyle> fillsOf(const UnitFigures& figures, const ThemeUnitFigures& declared, MapColourScheme colourScheme) {
    const std::vector<FillStyle> ofColumn = declared.fills(colourScheme);
    std::vector<FillStyle> fills;
    for (const UnitFigurePart& part : figures.parts)
        fills.push_back(part.column ? ofColumn[*part.column] : plainFill(themePalette(colourScheme).gardenHidden));
    return fills;
}

} // namespace

Result<PageFigures> pageFigures(const PrintPage& printPage) {
    const Theme* theme = findTheme(printPage.theme->id);
    if (theme == nullptr || theme->unitFigures.set == nullptr) return PageFigures{};
    UnitFigureSet set = theme->unitFigures.set();
    if (printPage.request->layer.analysis.compareWith()) set = withEarlierDay(std::move(set));
    PageFigures page;
    const UnitFigureWords words = unitFigureWords(printPage.request->layer.analysis.district(), printPage.commune);
    BANLANG_TRY(told,
                unitFigures(*printPage.progress, std::move(set), words, printPage.commune, printPage.request->layer.audience));
    page.told = std::move(told);
    BANLANG_CHECK(checkedLegend(*printPage.theme, page.told, theme->unitFigures));
    page.fills = fillsOf(page.told, theme->unitFigures, printPage.scene.colourScheme);
    return page;
}

} // namespace banlang::print_layout
