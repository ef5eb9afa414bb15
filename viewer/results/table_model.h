// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/criteria/criteria.h"
#include "core/analysis/gaps/gaps.h"
#include "core/analysis/land/right_of_way_acquisition.h"
#include "core/analysis/progress/progress.h"
#include "core/analysis/ranking/commune_ranking.h"
#include "core/analysis/roads/candidates.h"
#include "core/base/bilingual.h"
#include "core/model/district.h"
#include "layers/audience.h"
#include "viewer/document/figure_kinds.h"
#include "viewer/map/map_target.h"

#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace banlang::viewer {

enum class CellKind : std::uint8_t { text, number, date, percentBar, change };

struct TableColumn {
    std::string id; ///< for sorting, in commands
    Label label;
    CellKind kind = CellKind::text;
    int decimals = 0;
    float widthPx = 80; ///< wanted; what is left over goes to the first column
    Date day = {};      ///< known: heads the column instead of `label`
    Date stale = {};    ///< known: dates before it are marked as too old
};

/// One of text, number or date, as the column says. A note stands for a missing number and runs on over the cells to its right.
struct TableCell {
    std::string text;
    Label label; ///< instead of `text` when it is a word of ours
    double number = std::numeric_limits<double>::quiet_NaN();
    Date date;
    bool hidden = false; ///< 1 or 2, and the audience may not know which
};

struct TableRow {
    MapTarget target;
    std::vector<TableCell> cells;
};

/// The table under the map: figures of one theme, in the order of its analysis.
struct TableModel {
    std::string id; ///< of the layer that it belongs to: "houses", "gap-house-late"
    Label title;
    Label counted; ///< "tuyến": what a row is
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;
    std::vector<std::pair<Label, std::size_t>> totals; ///< columns that are summed in the foot, under short names
};

/// An empty one under the name of its theme.
[[nodiscard]] TableModel tableOf(FigureKind kind);
[[nodiscard]] TableModel landTable(const District& district, const std::vector<RoadAcquisition>& acquisitions, Date asOf);
[[nodiscard]] TableModel worksTable(const District& district, Date asOf);
[[nodiscard]] TableModel gardensTable(const AnalysisContext& context, Audience audience);
[[nodiscard]] TableModel housesTable(const AnalysisContext& context, Audience audience);
[[nodiscard]] TableModel greenRoutesTable(const AnalysisContext& context);
[[nodiscard]] TableModel criteriaTable(const std::optional<CriteriaAnswer>& answer, Date asOf);
[[nodiscard]] TableModel communeRankingTable(const std::optional<CommuneRanking>& ranking);
[[nodiscard]] TableModel candidatesTable(const District& district, const std::vector<Candidate>& candidates);
[[nodiscard]] TableModel gapTable(const District& district, const Gap& gap, Audience audience);

/// Which figure of a table is set beside that of an earlier day, and what makes room for it.
struct Comparison {
    Date day;
    std::string_view column;
    std::vector<std::string_view> dropped;
};
/// The table with two columns after the compared one: the figure of the earlier day, and the change since. Without a figure on
/// either day there is no change, not zero.
[[nodiscard]] TableModel compared(const TableModel& now, const TableModel& before, const Comparison& comparison);

/// A last column with the day of the last report of a programme from the unit of each row; days before `stale` are marked.
void addLastReports(TableModel& table, const std::vector<AdminUnitProgress>& units, Programme programme, Date stale);

/// Row numbers in the order of a column; rows without a value last. An unknown column gives the order of the table.
[[nodiscard]] std::vector<std::size_t> sortedRows(const TableModel& table, const std::string& columnId, bool descending);

/// Name of a road as people say it, or its id; name of the commune or village that a record belongs to, or "".
[[nodiscard]] std::string roadName(const District& district, std::size_t road);
[[nodiscard]] std::string communeName(const District& district, Role role, std::size_t row);

} // namespace banlang::viewer
