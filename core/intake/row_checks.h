// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/known_records.h"
#include "core/intake/problem_list.h"

namespace banlang {

// Each looks at all rows of one kind and lists what it finds. Rejected: required fields and geometry that are missing. Kept with a
// warning: repeated numbers, references that lead nowhere, places outside every village, values that cannot be.

/// A report of a record that is known need not say again what names no record.
void checkRequired(const FeatureTable& rows, const RecordKind& kind, const KnownRecords& known, ProblemList& problems);
/// Numbers that several rows bear: "repeated-number" where the rows say different things, "repeated-row" where they say the same.
/// What the store knows under a number is no matter here: it is another report of the record. Rows without a number are told apart
/// by what they say, and may be alike.
void checkKeys(const FeatureTable& rows, const RecordKind& kind, ProblemList& problems);
void checkReferences(const FeatureTable& rows, const RecordKind& kind, const KnownRecords& known, ProblemList& problems);
void checkValues(const FeatureTable& rows, const RecordKind& kind, ProblemList& problems);
void checkLocation(const FeatureTable& rows, const RecordKind& kind, const KnownRecords& known, ProblemList& problems);

} // namespace banlang
