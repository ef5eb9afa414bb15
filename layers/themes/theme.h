// SPDX-License-Identifier: MIT
#pragma once

#include "core/report/report_chart.h"
#include "core/report/report_request.h"
#include "core/report/report_table.h"
#include "core/report/unit_figures.h"
#include "layers/base/base_layers.h"

#include <functional>
#include <span>
#include <vector>

namespace banlang {

struct GapQuestion;

/// How high a theme lies: areas below lines, lines below symbols.
enum class ThemeLevel : std::uint8_t {
    areas, ///< just above the ground, below the lines of the base map
    lines,
    symbols,
    gaps, ///< marks of what was left out, over everything
};

/// What a person chooses a theme by; several may stand under one.
struct ThemeChoice {
    std::string_view id{}; ///< "donated-land", "gaps"; in scripts and in the window's state
    Label title{};
    std::string_view icon{}; ///< name of one of the window's drawings
};

/// The figures of a theme, as core/report makes them; what is said where there are none comes with them. May be called from any
/// thread.
struct ThemeReport {
    std::function<ReportTable(const ReportRequest& request)> table{};
    std::function<ReportChart(const ReportRequest& request)> chart{};
};

/// What stands beside a printed map of a theme.
struct ThemeUnitFigures {
    UnitFigureSet (*set)() = nullptr; ///< null: nothing
    /// Rows of the theme's legend that count the same as a column, together; by column, none where no row does.
    std::vector<std::vector<LegendKey>> counted{};
    std::vector<FillStyle> (*fills)(MapColourScheme colourScheme) =
        nullptr; ///< of the bar, by column; of areas those of the legend
};

/// How wide a column of a theme's table wants to be.
struct ColumnWidth {
    std::string_view columnId{};
    float px = 0;
};

/// A theme of the map with all that is special about it: the one place that knows its id. Whoever draws, lists, prints or exports
/// themes asks here what a theme is like, never which one it is. Declared in the file of its name, listed in themes.cpp; lives as
/// long as the program, and may be read from any thread.
struct Theme {
    std::string_view id{}; ///< of its layer: on the command line, in scripts and in the files of layers
    LayerWords words{};
    ThemeLevel level = ThemeLevel::lines;
    const GapQuestion* question = nullptr; ///< whose answer it is; null for the themes of the programmes
    MapLayer (*build)(const Theme& theme, const BaseContext& context) = nullptr;

    bool inThemeBar = false;
    Label shortTitle{}; ///< in the window; empty: the title of the layer
    std::string_view icon{};
    const ThemeChoice* sharedChoice = nullptr; ///< with other themes; null: its own
    std::string_view listedIn{};               ///< id of the window's tab that lists what it shows; empty: the table of figures
    ThemeReport report{};
    std::span<const ColumnWidth> columnWidths{};
    /// Of the parts of its chart. Colour never works alone: neighbours differ in their pattern as well, or, where they are steps of
    /// one way, in their lightness. Where the map fills areas these are the fills of its legend.
    std::vector<FillStyle> (*partFills)(MapColourScheme colourScheme) = nullptr;
    std::size_t doneFill = 0; ///< the one of them that stands for all that is done

    Label printTitle{}; ///< heads a printed page; empty: the title of the layer
    ThemeUnitFigures unitFigures{};
    std::string_view packName{}; ///< of its files in a meeting pack, without ending; empty: packs do without it
};

} // namespace banlang
