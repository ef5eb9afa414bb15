// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/period.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace banlang {

/// As of when a batch speaks.
struct RecordTime {
    Date reportedOn;             ///< no date: nobody said
    std::optional<Period> total; ///< the figures of an event are the total of this time, and its date is the last day of it
};

/// As of when the last report of each record of one kind speaks. Empty where nothing is told of any.
struct RecordTimes {
    std::vector<RecordTime> times;     ///< one per batch
    std::vector<std::uint32_t> timeOf; ///< per row, which of them

    [[nodiscard]] bool empty() const { return timeOf.empty(); }
    [[nodiscard]] RecordTime of(std::size_t row) const { return row < timeOf.size() ? times[timeOf[row]] : RecordTime{}; }
    [[nodiscard]] bool isTotal(std::size_t row) const { return row < timeOf.size() && times[timeOf[row]].total.has_value(); }
};

} // namespace banlang
