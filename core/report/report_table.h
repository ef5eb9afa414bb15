// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/base/date.h"
#include "core/model/record_ref.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// What is known in a cell. Five different things; none of them is zero.
enum class CellState : std::uint8_t {
    none,        ///< there is nothing that could be told
    value,       ///< text, number or date, as the column says
    notReported, ///< nobody has reported on it
    unknown,     ///< there is a record, which does not say
    hidden,      ///< the audience may not know it
};

/// `percent`: 0 - 100 and more; `change`: a number with its sign.
enum class ColumnKind : std::uint8_t { text, number, date, percent, change };

struct ReportColumn {
    std::string id; ///< stable: "donated_m2"; unique in its table
    Label label;
    ColumnKind kind = ColumnKind::text;
    int decimals = 0;
    std::string_view unit = {}; ///< "m2", "km", "percent"; "" for a count
    Date day = {};              ///< known: figures of this day; it heads the column instead of `label`
    Date stale = {};            ///< known: dates before it are too old to rely on
};

struct ReportCell {
    CellState state = CellState::none;
    std::string text;
    Label label; ///< a word of ours: instead of `text`, or what is said in place of a figure that is not there
    double number = 0;
    Date date;

    [[nodiscard]] bool hasValue() const { return state == CellState::value; }
};

struct ReportRow {
    RecordRef record; ///< what the row is about
    std::vector<ReportCell> cells;
};

/// Sum of a column over all rows that have a value, under a short name.
struct ReportTotal {
    Label label;
    std::size_t column = 0;
    double sum = 0;
};

/// What is said where a table or chart has nothing to show, and what would fill it.
struct ReportNote {
    Label nothing;
    Label filledBy;
};

/// The words of a theme's figures.
struct ReportWords {
    Label table;
    Label chart;
    ReportNote note;
};

/// Figures of one theme on a day for an audience, in the order of their analysis; made in core/report alone, rendered elsewhere.
struct ReportTable {
    std::string id{}; ///< of the theme's layer; set by whoever asks for a theme by that id
    Label title{};
    ReportNote note{};
    Label counted{}; ///< "tuyến": what a row is
    std::vector<ReportColumn> columns{};
    std::vector<ReportRow> rows{};
    std::vector<ReportTotal> totals{};
};

/// Row numbers in the order of a column; rows without a value last. An unknown column gives the order of the table.
[[nodiscard]] std::vector<std::size_t> sortedRows(const ReportTable& table, std::string_view columnId, bool descending);

} // namespace banlang
