// SPDX-License-Identifier: MIT
#include "layers/paper/detail/figure_table.h"

#include "core/report/figures_disagree.h"
#include "core/report/themes/donated_land.h"
#include "core/report/themes/new_roads.h"
#include "core/report/themes/renovated_gardens.h"
#include "layers/legend.h"
#include "layers/style/palette.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace banlang::print_layout {
namespace {

/// A column as the theme's legend has it.
struct ColumnLegend {
    int fill = -1;                    ///< row of the legend whose fill the column has in the bar
    std::vector<LegendKey> counted{}; ///< rows of the legend that count the same, together; none: no row does
};

struct ThemeFigures {
    UnitFigureSet set;
    std::vector<ColumnLegend> legend; ///< of the first columns of the set
};

ThemeFigures figuresOf(std::string_view layerId) {
    if (layerId == "donated-land") return {donatedLandFigures(), {{.fill = 1}, {.fill = 2}}};
    // New roads and upgrades are rows of their own there.
    if (layerId == "new-roads") return {newRoadsFigures(), {{0, {0, 3}}, {1, {1, 4}}}};
    if (layerId == "renovated-gardens")
        return {renovatedGardensFigures(), {{-1, {0, 1, 2, 3}}, {0, {0}}, {1, {1}}, {2, {2}}, {3, {3}}}};
    return {};
}

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
Result<void> checkedLegend(const MapLayer& theme, const UnitFigures& figures, const std::vector<ColumnLegend>& legend) {
    constexpr double nothing = 0.005; // smaller differences come from adding up in another order
    for (std::size_t i = 0; i < legend.size() && i < figures.district.size(); ++i) {
        const auto sum = legend[i].counted.empty() ? std::nullopt : legendSum(theme, legend[i].counted, figures.set.ofHouseholds);
        const double told = figures.district[i].value_or(0);
        if (!sum || std::abs(*sum - told) < nothing) continue;
        const Label label = figures.set.columns[i].label;
        return Unexpected(
            figuresDisagree("legend-not-table", {fmt::format("{}: chú giải {}, bảng {}", label.vi, *sum, told),
                                                 fmt::format("{}: {} in the legend, {} in the table", label.en, *sum, told)}));
    }
    return {};
}

/// Areas look as in the legend; works are lines there, so their bar has their colour, hatched until they are finished. What may not
/// be told is grey.
FillStyle partFill(const PrintPage& printPage, const std::vector<ColumnLegend>& looks, const UnitFigurePart& part) {
    const ThemePalette& palette = themePalette(printPage.scene.colourScheme);
    if (!part.column) return {.colour = palette.gardenHidden, .patternColour = palette.gardenHidden};
    const int fill = looks[*part.column].fill;
    const auto& legend = printPage.theme->legend;
    const auto index = static_cast<std::size_t>(fill);
    if (index < legend.size() && legend[index].style.fill) return *legend[index].style.fill;
    const Colour colour = palette.upgrade;
    if (fill == 0) return {.colour = colour, .patternColour = colour};
    return {.colour = mixed(colour, rgb(0xFFFFFF), 0.75), .pattern = Pattern::hatch, .patternColour = colour};
}

} // namespace

Result<PageFigures> pageFigures(const PrintPage& printPage) {
    ThemeFigures theme = figuresOf(printPage.theme->id);
    if (printPage.request->layer.analysis.compareWith()) theme.set = withEarlierDay(std::move(theme.set));
    PageFigures page;
    BANLANG_TRY(told, unitFigures(*printPage.progress, std::move(theme.set), printPage.commune, printPage.request->layer.audience));
    page.told = std::move(told);
    BANLANG_CHECK(checkedLegend(*printPage.theme, page.told, theme.legend));
    for (const UnitFigurePart& part : page.told.parts) page.fills.push_back(partFill(printPage, theme.legend, part));
    return page;
}

} // namespace banlang::print_layout
