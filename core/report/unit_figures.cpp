// SPDX-License-Identifier: MIT
#include "core/report/unit_figures.h"

#include "core/model/units/office_area.h"
#include "core/report/cell_suppression.h"
#include "core/report/figures_disagree.h"
#include "core/report/report_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

using Values = std::vector<std::optional<double>>; ///< one per column; missing when nothing was reported

/// Smaller differences come from adding up in another order.
constexpr double nothing = 0.005;

const Indicator* findIndicator(const AdminUnitProgress& unit, std::string_view id) {
    const auto found = std::ranges::find(unit.indicators, id, &Indicator::id);
    return found == unit.indicators.end() ? nullptr : &*found;
}

const AdminUnitProgress* unitOf(std::span<const AdminUnitProgress> units, std::int32_t commune) {
    const auto found = std::ranges::find_if(units, [&](const AdminUnitProgress& unit) {
        return commune == notLinked ? unit.level == AdminLevel::district : unit.level == AdminLevel::commune && unit.row == commune;
    });
    return found == units.end() ? nullptr : &*found;
}

bool isBelow(const AdminUnitProgress& unit, std::int32_t commune) {
    if (commune == notLinked) return unit.level == AdminLevel::commune;
    return unit.level == AdminLevel::village && unit.parentRow == commune;
}

Values valuesOf(const UnitFigureSet& set, const AdminUnitProgress& unit) {
    Values values;
    for (const UnitFigureColumn& column : set.columns) {
        const Indicator* indicator = findIndicator(unit, column.indicator);
        values.push_back(indicator == nullptr ? std::nullopt : column.before ? indicator->previous : indicator->value);
    }
    for (std::size_t i = 1; i < values.size(); ++i) {
        if (!set.columns[i].indicator.empty() || !values[0]) continue;
        double rest = *values[0];
        for (std::size_t j = 1; j < values.size(); ++j) rest -= values[j].value_or(0);
        values[i] = rest;
    }
    return values;
}

std::vector<std::string_view> unitsOf(const UnitFigureSet& set, const AdminUnitProgress& unit) {
    std::vector<std::string_view> units;
    for (const UnitFigureColumn& column : set.columns) {
        const Indicator* indicator = findIndicator(unit, column.indicator);
        units.push_back(indicator == nullptr ? std::string_view{} : indicator->unit);
    }
    return units;
}

bool anyKnown(const Values& values) {
    return std::ranges::any_of(values, [](const auto& value) { return value.has_value(); });
}

/// Records of the unit that name no unit below it are a row of their own, so that the rows add up to the total. They cannot be
/// fewer than none.
Result<Values> unplaced(const UnitFigureSet& set, const std::vector<Values>& values) {
    Values rest(set.columns.size());
    for (std::size_t column = 0; column < rest.size(); ++column) {
        double left = values.back()[column].value_or(0);
        for (std::size_t row = 0; row + 1 < values.size(); ++row) left -= values[row][column].value_or(0);
        if (left < -nothing) {
            const Label label = set.columns[column].label;
            return Unexpected(figuresDisagree("negative-remainder", {fmt::format("{}: còn lại {}", label.vi, left),
                                                                     fmt::format("{}: {} are left over", label.en, left)}));
        }
        if (left > nothing) rest[column] = left;
    }
    return rest;
}

/// By row and column. The first column is the sum of the others; the rule wants sums last.
std::vector<std::vector<bool>> hiddenCells(const std::vector<Values>& values, Audience audience) {
    const std::size_t width = values.front().size();
    CountTable counts{values.size(), width, {}};
    for (const Values& row : values) {
        for (std::size_t column = 1; column <= width; ++column)
            counts.counts.push_back(std::lround(row[column % width].value_or(0)));
    }
    const std::vector<bool> hidden = hiddenCounts(counts, audience);
    std::vector<std::vector<bool>> cells(values.size(), std::vector<bool>(width));
    for (std::size_t row = 0; row < values.size(); ++row) {
        for (std::size_t column = 0; column < width; ++column)
            cells[row][column] = hidden[counts.index(row, (column + width - 1) % width)];
    }
    return cells;
}

std::vector<ReportCell> cellsOf(const Values& values, const std::vector<bool>& hidden) {
    std::vector<ReportCell> cells;
    if (!anyKnown(values)) return cells;
    for (std::size_t column = 0; column < values.size(); ++column) {
        cells.push_back(hidden[column]   ? hiddenCell()
                        : values[column] ? figureCell(*values[column])
                                         : noteCell(CellState::notReported, {}));
    }
    return cells;
}

/// What may not be told becomes one part at the end.
void addParts(UnitFigures& figures, const Values& unit) {
    const std::vector<ReportCell>& cells = figures.rows.back().cells;
    UnitFigurePart untold;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        if (!figures.set.columns[column].isPart || unit[column].value_or(0) <= 0) continue;
        if (cells[column].state == CellState::hidden) {
            untold.value += *unit[column];
        } else {
            figures.parts.push_back({column, *unit[column]});
        }
    }
    if (untold.value > 0) figures.parts.push_back(untold);
}

std::optional<double> increaseOf(const Indicator& indicator, bool ofHouseholds, Audience audience) {
    if (!indicator.value || !indicator.previous) return std::nullopt;
    const double change = *indicator.value - *indicator.previous;
    const auto isSmall = [&](double count) {
        return ofHouseholds && mustHide(audience, static_cast<std::size_t>(std::llround(count)));
    };
    if (change <= 0 || isSmall(change) || isSmall(*indicator.previous)) return std::nullopt;
    return change;
}

std::optional<MainFigure> mainOf(const UnitFigures& figures, const AdminUnitProgress& unit, Audience audience) {
    const UnitFigureColumn& column = figures.set.columns[figures.set.main];
    const Indicator* indicator = findIndicator(unit, column.indicator);
    if (indicator == nullptr || !indicator->value) return std::nullopt;
    MainFigure main{indicator->label,
                    indicator->unit,
                    figures.rows.back().cells[figures.set.main],
                    indicator->target,
                    {},
                    increaseOf(*indicator, figures.set.ofHouseholds, audience)};
    if (main.target && *main.target > 0) main.percentOfTarget = *indicator->value / *main.target * 100;
    return main;
}

double wholeOf(const UnitFigures& figures) {
    double sum = 0;
    for (const UnitFigurePart& part : figures.parts) sum += part.value;
    return std::max(figures.main && figures.main->target ? *figures.main->target : 0, sum);
}

/// Names of the units below and their values, then those of what names none of them, then those of the unit itself.
Result<std::vector<Values>> addRows(UnitFigures& figures, std::span<const AdminUnitProgress> units, const AdminUnitProgress& unit,
                                    const UnitFigureWords& words, std::int32_t commune) {
    std::vector<Values> values;
    for (const AdminUnitProgress& below : units) {
        if (!isBelow(below, commune)) continue;
        figures.rows.push_back({{below.name, below.name}, {}});
        values.push_back(valuesOf(figures.set, below));
    }
    values.push_back(valuesOf(figures.set, unit));
    BANLANG_TRY(rest, unplaced(figures.set, values));
    if (anyKnown(rest)) {
        values.insert(values.end() - 1, rest);
        figures.rows.push_back({words.unplaced, {}});
    }
    figures.rows.push_back({words.total, {}});
    return values;
}

} // namespace

UnitFigureWords unitFigureWords(const District& district, std::int32_t commune) {
    if (commune == notLinked) return {areaWords(district).total.text(), {"Chưa rõ xã", "Commune unknown"}};
    const FeatureTable& communes = district.table(Role::communes);
    const OfficeWords words =
        officeWords({.name = fullName(communes, static_cast<std::size_t>(commune)), .level = OfficeLevel::commune});
    return {words.total.text(), {"Chưa rõ thôn", "Village unknown"}};
}

UnitFigureSet withEarlierDay(UnitFigureSet set) {
    if (set.columns.empty() || set.ofHouseholds) return set;
    UnitFigureColumn before = set.columns[set.main];
    before.label = set.earlier;
    before.isPart = false;
    before.before = true;
    set.columns.push_back(before);
    return set;
}

Result<UnitFigures> unitFigures(std::span<const AdminUnitProgress> units, UnitFigureSet set, const UnitFigureWords& words,
                                std::int32_t commune, Audience audience) {
    UnitFigures figures;
    figures.set = std::move(set);
    const AdminUnitProgress* unit = unitOf(units, commune);
    if (figures.set.columns.empty() || unit == nullptr) return figures;
    figures.units = unitsOf(figures.set, *unit);
    figures.district = valuesOf(figures.set, units.front());
    BANLANG_TRY(values, addRows(figures, units, *unit, words, commune));
    std::vector<std::vector<bool>> hidden(values.size(), std::vector<bool>(figures.set.columns.size()));
    if (figures.set.ofHouseholds) hidden = hiddenCells(values, audience);
    for (std::size_t row = 0; row < values.size(); ++row) {
        figures.rows[row].cells = cellsOf(values[row], hidden[row]);
        figures.hides = figures.hides || std::ranges::any_of(figures.rows[row].cells, [](const ReportCell& cell) {
                            return cell.state == CellState::hidden;
                        });
    }
    addParts(figures, values.back());
    figures.main = mainOf(figures, *unit, audience);
    figures.whole = wholeOf(figures);
    return figures;
}

} // namespace banlang
