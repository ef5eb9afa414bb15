// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/record_kinds.h"
#include "core/store/gpkg/detail/sqlite.h"

namespace banlang::detail {

// A row of a feature table with a source_row is a report itself, so another program that changes or removes it would rewrite what
// was reported. Triggers, which run in every program, put the report into banlang_reports_<table> first: the row is then one that
// a report comes to, and what was changed in it shows. Such a report has no `counts` until adoptForeignChanges() has weighed it.

/// Makes the report tables and the triggers that are missing. To be called inside a transaction.
[[nodiscard]] Result<void> keepOriginalReports(const Database& database);
/// Whether all of them are there.
[[nodiscard]] bool keepsOriginalReports(const Database& database);

/// Copies of a row, pasted by another program, say that they are the same report: that is the oldest row's, the others are of none.
[[nodiscard]] Result<void> separatePastedRows(const Database& database, const RecordKind& kind);

} // namespace banlang::detail
