// SPDX-License-Identifier: MIT
#pragma once

#include "core/intake/problem_list.h"

namespace banlang {

/// The source's columns as the fields of a kind: text to numbers and dates as the whole column is written, words of OpenStreetMap
/// to ours, codes that a spreadsheet turned into numbers back to text. A value that cannot be read is listed and left out.
[[nodiscard]] std::vector<Column> typedColumns(const FeatureTable& source, const RecordKind& kind, const std::vector<int>& mapping,
                                               ProblemList& problems);

} // namespace banlang
