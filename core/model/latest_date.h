// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/district.h"

namespace banlang {

/// A column of days on which something was done; plans, deadlines and terms of validity are not.
[[nodiscard]] bool isEventDate(const Column& column);

/// The last day on which anything is recorded to have happened: what the data is "as of" when nobody says otherwise.
/// Plans and deadlines do not count. No date when there are no dated records.
[[nodiscard]] Date latestRecordedDate(const District& district);

/// The meeting of the conclusion: what is shown of data without any dated record.
[[nodiscard]] Date meetingDay();

/// The last day on which a donation, a road work, a garden, a house or a Saturday shift is recorded, in any of their dates but
/// plans and deadlines; the day of the meeting when there is none. The window opens on it.
[[nodiscard]] Date lastProgrammeDay(const District& district);

/// The same for one record, looking no further than `upTo`.
[[nodiscard]] Date latestRecordedDate(const FeatureTable& table, std::size_t row, Date upTo);

} // namespace banlang
