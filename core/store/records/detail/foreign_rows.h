// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/records/detail/batch_book.h"

namespace banlang::detail {

// What another program did to the tables of a store becomes batches made by hand, so that it is kept, told and travels like all
// else. To be called inside a transaction, before batches and records of the kind are read.

/// All of it, in every kind. Nobody may work records out anew before. Kinds whose copy tells that nobody wrote since are passed
/// over; the others cost a look at every row, and all reports of rows that several reports come to are resolved.
[[nodiscard]] Result<void> adoptForeignChanges(const Database& database, int epsg);

/// Whether there may be any: a kind was written since its copy, or rows are of no batch or of no report that is known. Cheap where
/// nobody wrote, but for a look at the batch of every row.
[[nodiscard]] Result<bool> mayHoldForeignChanges(const Database& database, int epsg);

/// Rows that it added to one kind, or copied from others, belong to no batch: they get one of their own. Gives whether there are
/// any; one that bears the number of another record is still a row of its own.
[[nodiscard]] Result<bool> adoptForeignRows(const Database& database, Role role, int epsg);

} // namespace banlang::detail
