// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/period.h"
#include "core/model/district.h"

#include <cstdint>
#include <vector>

namespace banlang {

/// Why a total of a period, or an event, is left out beside another one.
enum class TotalOverlap : std::uint8_t {
    inside,     ///< its period lies within that of the other, which holds it
    samePeriod, ///< both are of one period, and only one can hold
    partial,    ///< they share days, and each has days of its own: nothing says how much of it the other holds
};

/// A row that is, or is part of, a total that is not added up; or an event of one day.
struct OverlappingTotal {
    std::uint32_t row = 0;
    std::uint32_t countedRow = 0; ///< a row of the total that stands instead
    Period period;                ///< of the row
    Period countedPeriod;
    TotalOverlap overlap = TotalOverlap::inside;
};

/// The rows of a kind that must not be added up, because another total that is holds days of them; ascending.
///
/// Rows of one batch that are totals of its period, name one unit and are for the same (programme, donor, work, organisation ...)
/// are together one total. Of the totals of one unit for the same that end by `asOf`, the longest stands, of equally long ones
/// the one that was reported last, then the one that ends last, then the larger; after it the longest that shares no day with
/// those that stand, and so on. All others are left out, and so are totals of a village that share days with one of its commune
/// that stands, for the same or for anything. An event of a day within a total that stands, of its unit or of a village
/// of it, is held by that total unless the two say different things where both say something. What is of another unit plays no
/// part.
[[nodiscard]] std::vector<OverlappingTotal> overlappingTotals(const District& district, Role role, Date asOf);

/// The same as one mark per row; empty where all are added up.
[[nodiscard]] std::vector<bool> leftOutTotals(const District& district, Role role, Date asOf);

/// Whether any row of the district is a total of a period: only then do sums leave out other rows on other days.
[[nodiscard]] bool hasPeriodTotals(const District& district);

} // namespace banlang
