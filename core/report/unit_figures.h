// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/progress/progress.h"
#include "core/base/result.h"
#include "core/report/audience.h"
#include "core/report/report_table.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace banlang {

/// One figure that a theme tells of units.
struct UnitFigureColumn {
    std::string_view indicator; ///< of progress(); empty: what the other counts leave of the first
    Label label;
    bool isPart = false; ///< of the whole that the theme's bar shows
    bool before = false; ///< the value on the day compared with
};

/// The figures that a theme tells of units.
struct UnitFigureSet {
    std::vector<UnitFigureColumn> columns{};
    std::size_t main = 0;      ///< the column that the theme is about
    bool ofHouseholds = false; ///< counts: columns after the first add up to the first, and small ones are hidden
    Label earlier{};           ///< heads the main figure of an earlier day
};
/// With the main figure of the day compared with as a last column; not where differences of small counts would give away what is
/// hidden.
[[nodiscard]] UnitFigureSet withEarlierDay(UnitFigureSet set);

struct UnitFigureRow {
    Bilingual name;
    std::vector<ReportCell> cells; ///< one per column; none when the unit has reported nothing at all
};

/// The figure that the theme is about, of the unit that is asked about.
struct MainFigure {
    Label label;
    std::string_view unit; ///< as in Indicator
    ReportCell value;      ///< value or hidden
    std::optional<double> target;
    std::optional<double> percentOfTarget; ///< none without a target above zero
    std::optional<double> increase;        ///< since the day compared with; none where it would tell a small count
};

/// A part of the whole that the bar shows.
struct UnitFigurePart {
    std::optional<std::size_t> column; ///< none: all that may not be told, together
    double value = 0;
};

/// What the rows are called that are no unit below.
struct UnitFigureWords {
    Bilingual total;    ///< of the unit itself: "Cộng thị trấn"
    Bilingual unplaced; ///< of what names no unit below it: "Chưa rõ thôn"
};
/// Those of the office, or of one commune of the district.
[[nodiscard]] UnitFigureWords unitFigureWords(const District& district, std::int32_t commune);

/// Figures of a unit and of those below it, small counts hidden as the audience asks.
struct UnitFigures {
    UnitFigureSet set;
    std::vector<std::string_view> units; ///< of the columns, as in Indicator
    std::vector<UnitFigureRow> rows;     ///< units in the order of the store, what names none of them, and last the unit itself
    std::optional<MainFigure> main;      ///< none: never reported
    std::vector<UnitFigurePart> parts;   ///< in the order of the columns
    double whole = 0;                    ///< the target, or the parts where they are more
    bool hides = false;                  ///< some cell may not be told
    std::vector<std::optional<double>> district; ///< of the whole district, exact: to check other counts by, never to be shown
};

/// Of the whole district, by commune, or of one commune, by village; no rows where the unit is not among `units`. Fails with
/// "negative-remainder" when units below have more than the unit has together: such figures must not leave.
[[nodiscard]] Result<UnitFigures> unitFigures(std::span<const AdminUnitProgress> units, UnitFigureSet set,
                                              const UnitFigureWords& words, std::int32_t commune, Audience audience);

} // namespace banlang
