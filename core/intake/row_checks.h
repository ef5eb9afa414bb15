// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/known_records.h"
#include "core/intake/problem_list.h"

namespace banlang {

// Each looks at all rows of one kind and lists what it finds. Rejected: required fields, geometry, repeated keys. Kept with a
// warning: references that lead nowhere, places outside every village, values that cannot be.

void checkRequired(const FeatureTable& rows, const RecordKind& kind, ProblemList& problems);
/// `own`: known keys of records that these rows say anew.
void checkKeys(const FeatureTable& rows, const RecordKind& kind, const KnownRecords& known, const RecordKeys& own,
               ProblemList& problems);
void checkReferences(const FeatureTable& rows, const RecordKind& kind, const KnownRecords& known, ProblemList& problems);
void checkValues(const FeatureTable& rows, const RecordKind& kind, ProblemList& problems);
void checkLocation(const FeatureTable& rows, const RecordKind& kind, const KnownRecords& known, ProblemList& problems);

} // namespace banlang
