// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/batch.h"
#include "core/intake/problem_list.h"

namespace banlang {

/// Takes rejected rows out of a batch, and out of what it says row by row. Column by column, so that a large table is never in
/// memory twice.
void removeRejected(CheckedBatch& batch, const ProblemList& problems);

} // namespace banlang
