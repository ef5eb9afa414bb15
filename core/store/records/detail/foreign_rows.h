// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/records/detail/batch_book.h"

namespace banlang::detail {

// What another program did to the tables of a store becomes batches made by hand, so that it is kept, told and travels like all
// else. To be called inside a transaction, before batches and records of the kind are read.

/// Rows that it added belong to no batch: they get one of their own. Cost: a look at every row.
[[nodiscard]] Result<void> adoptForeignRows(const Database& database, Role role);

/// Values that it changed in rows that several reports come to: they become reports that supersede those. Cost: all reports of the
/// kind are resolved.
[[nodiscard]] Result<void> adoptForeignEdits(const Database& database, Role role, int epsg);

} // namespace banlang::detail
