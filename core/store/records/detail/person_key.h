// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/feature_table.h"
#include "core/model/record_key.h"

#include <optional>
#include <vector>

namespace banlang::detail {

// A person as rows name one that say no number of a household: by the head's name, in a village, or in a commune where they say no
// village. A hash, that tells no name to who does not know it.

/// By which a row of another kind means a household; nothing where it says a household's number, or no name.
[[nodiscard]] std::optional<RecordKey> personNamedBy(const FeatureTable& rows, std::size_t row);
/// By which others may mean the household of a row: in its village, in its commune.
[[nodiscard]] std::vector<RecordKey> personKeysOf(const FeatureTable& households, std::size_t row);

} // namespace banlang::detail
