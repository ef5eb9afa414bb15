// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/erasure.h"
#include "core/intake/problem_list.h"
#include "core/intake/profile/columns.h"

namespace banlang {

/// What a worksheet says of all its values, beside its headers.
struct WorksheetNotes {
    bool worksheet = false;
    std::vector<std::string> titles; ///< "ĐVT: triệu đồng", "ô trống ở các cột mục đích, tuyến: như dòng trên"
};

/// The source's columns as the fields of a kind: text to numbers and dates as the whole column is written, units to the store's,
/// words of OpenStreetMap to ours, codes that a spreadsheet turned into numbers back to text. A value that cannot be read is listed
/// and left out.
/// Columns that were read keep their names and lose their values, so that a large table is not in memory twice.
/// `erased`: cells that say that a value is to be blank.
[[nodiscard]] std::vector<Column> typedColumns(FeatureTable& source, const RecordKind& kind, const ColumnMapping& mapping,
                                               const ImportProfile& profile, const WorksheetNotes& notes, ProblemList& problems,
                                               std::vector<ErasedCell>& erased);

/// The numbers of a text or number column, as the whole column is written; NaN for what is none.
[[nodiscard]] std::vector<double> numbersOf(const Column& column);

/// The texts of a column that names units: in a worksheet, "as above" and blanks below a merged cell are filled;
/// how many of the latter is told.
[[nodiscard]] Column adminUnitTexts(Column column, bool worksheet, ProblemList& problems);

} // namespace banlang
