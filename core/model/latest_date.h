// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/district.h"

namespace banlang {

/// A column of days on which something was done; plans, deadlines and terms of validity are not.
[[nodiscard]] bool tellsWhatHappened(const Column& column);

/// The last day on which anything is recorded to have happened: what the data is "as of" when nobody says otherwise.
/// Plans and deadlines do not count. No date when there are no dated records.
[[nodiscard]] Date latestRecordedDate(const District& district);

/// The same for one record, looking no further than `upTo`.
[[nodiscard]] Date latestRecordedDate(const FeatureTable& table, std::size_t row, Date upTo);

} // namespace banlang
