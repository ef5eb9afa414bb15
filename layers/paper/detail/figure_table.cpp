// SPDX-License-Identifier: MIT
#include "layers/paper/detail/figure_table.h"

#include "core/text/format.h"
#include "layers/cell_suppression.h"
#include "layers/checked_rows.h"
#include "layers/legend.h"
#include "layers/style/palette.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace banlang::print_layout {
namespace {

FigureTable columnsOf(std::string_view layerId) {
    FigureTable table;
    if (layerId == "donated-land") {
        table.columns = {{"donated_m2", {"Đã hiến, m²", "Donated, m²"}, 0, 1},
                         {"pledged_m2", {"Cam kết, m²", "Pledged, m²"}, 0, 2}};
    } else if (layerId == "new-roads") {
        // New roads and upgrades are rows of their own there.
        table.columns = {{"roads_done_km", {"Đã xong, km", "Done, km"}, 2, 0, false, {0, 3}},
                         {"roads_under_way_km", {"Đang làm, km", "Under way, km"}, 2, 1, false, {1, 4}}};
    } else if (layerId == "renovated-gardens") {
        table.columns = {{"gardens_registered", {"Đăng ký", "Registered"}, 0, -1, false, {0, 1, 2, 3}},
                         {"gardens_finished", {"Đã xong", "Done"}, 0, 0, false, {0}},
                         {"gardens_in_progress", {"Đang làm", "In progress"}, 0, 1, false, {1}},
                         {"", {"Chưa làm", "Not begun"}, 0, 2, false, {2}},
                         {"gardens_lapsed", {"Bỏ dở", "Given up"}, 0, 3, false, {3}}};
        table.main = 1;
        table.counts = true;
    }
    return table;
}

bool below(const PrintPage& printPage, const AdminUnitProgress& unit) {
    if (printPage.commune == notLinked) return unit.level == AdminLevel::commune;
    return unit.level == AdminLevel::village && unit.parentRow == printPage.commune;
}

/// One value per column; missing when nothing was reported.
std::vector<std::optional<double>> valuesOf(const FigureTable& table, const AdminUnitProgress& unit) {
    std::vector<std::optional<double>> values;
    for (const FigureColumn& column : table.columns) {
        const Indicator* indicator = findIndicator(unit, column.indicator);
        values.push_back(indicator == nullptr ? std::nullopt : column.before ? indicator->previous : indicator->value);
    }
    for (std::size_t i = 1; i < values.size(); ++i) {
        if (!table.columns[i].indicator.empty() || !values[0]) continue;
        double rest = *values[0];
        for (std::size_t j = 1; j < values.size(); ++j) rest -= values[j].value_or(0);
        values[i] = rest;
    }
    return values;
}

using Values = std::vector<std::vector<std::optional<double>>>;

/// Smaller differences come from adding up in another order.
constexpr double nothing = 0.005;

/// Records of the page's unit that name no unit below it are a row of their own, so that the rows add up to the total. They cannot
/// be fewer than none.
Result<std::vector<std::optional<double>>> unplaced(const FigureTable& table, const Values& values) {
    std::vector<std::optional<double>> rest(values.back().size());
    for (std::size_t column = 0; column < rest.size(); ++column) {
        double left = values.back()[column].value_or(0);
        for (std::size_t row = 0; row + 1 < values.size(); ++row) left -= values[row][column].value_or(0);
        if (left < -nothing) {
            const Label head = table.columns[column].head;
            return Unexpected(figuresDisagree("negative-remainder", {fmt::format("{}: còn lại {}", head.vi, left),
                                                                     fmt::format("{}: {} are left over", head.en, left)}));
        }
        if (left > nothing) rest[column] = left;
    }
    return rest;
}

/// What the legend counts in the rows of a column; nothing where a row does not tell its figure.
std::optional<double> legendSum(const MapLayer& theme, const FigureColumn& column, bool counts) {
    double sum = 0;
    for (const LegendEntry& entry : legendOfAllScales(theme)) {
        if (std::find(column.counted.begin(), column.counted.end(), entry.key) == column.counted.end()) continue;
        const std::optional<double>& figure = counts ? entry.count : entry.amount;
        if (entry.countHidden || !figure) return std::nullopt;
        sum += *figure;
    }
    return sum;
}

/// The district's row of the table against the legend, which counts the district.
Result<void> checkedLegend(const MapLayer& theme, const FigureTable& table, const std::vector<std::optional<double>>& district) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const FigureColumn& column = table.columns[i];
        const auto sum = column.counted.empty() ? std::nullopt : legendSum(theme, column, table.counts);
        if (!sum || std::abs(*sum - district[i].value_or(0)) < nothing) continue;
        return Unexpected(
            figuresDisagree("legend-not-table",
                            {fmt::format("{}: chú giải {}, bảng {}", column.head.vi, *sum, district[i].value_or(0)),
                             fmt::format("{}: {} in the legend, {} in the table", column.head.en, *sum, district[i].value_or(0))}));
    }
    return {};
}

/// The first column of the page is the sum of the others; the rule wants sums last.
std::vector<bool> hiddenCells(const Values& values, Audience audience) {
    CountTable counts{values.size(), values.front().size(), {}};
    for (const auto& row : values) {
        for (std::size_t column = 1; column <= row.size(); ++column) {
            counts.counts.push_back(std::lround(row[column % row.size()].value_or(0)));
        }
    }
    return hiddenCounts(counts, audience);
}

/// Areas look as in the legend; works are lines there, so their bar has their colour, hatched until they are finished.
FillStyle partFill(const PrintPage& printPage, int legendIndex) {
    const auto& legend = printPage.theme->legend;
    const auto index = static_cast<std::size_t>(legendIndex);
    if (index < legend.size() && legend[index].style.fill) return *legend[index].style.fill;
    const Colour colour = themePalette(printPage.scene.colourScheme).upgrade;
    if (legendIndex == 0) return {.colour = colour, .patternColour = colour};
    return {.colour = mixed(colour, rgb(0xFFFFFF), 0.75), .pattern = Pattern::hatch, .patternColour = colour};
}

/// What may not be told becomes one grey part at the end.
void addParts(FigureTable& table, const PrintPage& printPage, const std::vector<std::optional<double>>& page,
              const std::vector<bool>& hidden) {
    const Colour grey = themePalette(printPage.scene.colourScheme).gardenHidden;
    FigurePart rest{{.colour = grey, .patternColour = grey}, 0, {}};
    for (std::size_t column = 0; column < page.size(); ++column) {
        if (table.columns[column].legendIndex < 0 || page[column].value_or(0) <= 0) continue;
        if (hidden[column]) {
            rest.value += *page[column];
            continue;
        }
        table.parts.push_back(
            {partFill(printPage, table.columns[column].legendIndex), *page[column], table.rows.back().cells[column]});
    }
    if (rest.value > 0) table.parts.push_back(std::move(rest));
}

std::string valueText(const std::optional<double>& value, int decimals, Language language) {
    if (!value) return "–";
    return formatNumber(*value, decimals, language);
}

void addCells(FigureTable& table, const Values& values, const PrintPage& printPage) {
    const std::size_t width = table.columns.size();
    std::vector<bool> hidden(values.size() * width);
    std::vector<bool> pageHidden(width); // of the last row in the end
    if (table.counts) hidden = hiddenCells(values, printPage.request->layer.audience);
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (std::none_of(values[row].begin(), values[row].end(), [](const auto& value) { return value.has_value(); })) continue;
        for (std::size_t column = 0; column < width; ++column) {
            pageHidden[column] = hidden[row * width + (column + width - 1) % width];
            std::string text = valueText(values[row][column], table.columns[column].decimals, printPage.language());
            if (pageHidden[column]) text = std::string(hiddenMark);
            table.hides = table.hides || pageHidden[column];
            table.rows[row].cells.push_back(std::move(text));
        }
    }
    if (table.rows.back().cells.empty()) return;
    table.mainHidden = pageHidden[table.main];
    addParts(table, printPage, values.back(), pageHidden);
}

} // namespace

const Indicator* findIndicator(const AdminUnitProgress& unit, std::string_view id) {
    for (const Indicator& indicator : unit.indicators) {
        if (indicator.id == id) return &indicator;
    }
    return nullptr;
}

const AdminUnitProgress* pageUnit(const PrintPage& printPage) {
    for (const AdminUnitProgress& unit : *printPage.progress) {
        if (printPage.commune == notLinked ? unit.level == AdminLevel::district
                                           : unit.level == AdminLevel::commune && unit.row == printPage.commune) {
            return &unit;
        }
    }
    return nullptr;
}

Result<FigureTable> figureTable(const PrintPage& printPage) {
    FigureTable table = columnsOf(printPage.theme->id);
    // Differences of small counts would give away what is hidden, so only areas and lengths stand beside those of the earlier day.
    if (printPage.request->layer.analysis.compareWith() && !table.columns.empty() && !table.counts) {
        FigureColumn before = table.columns[table.main];
        before.head = before.indicator == "donated_m2" ? Label{"Ngày trước, m²", "Earlier day, m²"}
                                                       : Label{"Ngày trước, km", "Earlier day, km"};
        before.legendIndex = -1;
        before.counted.clear();
        before.before = true;
        table.columns.push_back(before);
    }
    const AdminUnitProgress* page = pageUnit(printPage);
    if (table.columns.empty() || page == nullptr) return table;
    Values values;
    for (const AdminUnitProgress& unit : *printPage.progress) {
        if (!below(printPage, unit)) continue;
        table.rows.push_back({unit.name, {}});
        values.push_back(valuesOf(table, unit));
    }
    values.push_back(valuesOf(table, *page));
    BANLANG_CHECK(checkedLegend(*printPage.theme, table, valuesOf(table, printPage.progress->front())));
    BANLANG_TRY(rest, unplaced(table, values));
    if (std::any_of(rest.begin(), rest.end(), [](const auto& value) { return value.has_value(); })) {
        values.insert(values.end() - 1, rest);
        table.rows.push_back({printPage.commune == notLinked ? printPage.text("Chưa rõ xã", "Commune unknown")
                                                             : printPage.text("Chưa rõ thôn", "Village unknown"),
                              {}});
    }
    table.rows.push_back(
        {printPage.commune == notLinked ? printPage.text("Cộng huyện", "District") : printPage.text("Cộng xã", "Commune"), {}});
    addCells(table, values, printPage);
    return table;
}

} // namespace banlang::print_layout
