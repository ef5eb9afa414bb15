// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/monthly/reported_kinds.h"
#include "sample-data/parcels.h"

#include <array>
#include <string>
#include <vector>

namespace banlang::sample {

inline constexpr int monthsOfYear = 12;

/// A record through the year, month by month from 0 on.
struct YearRecord {
    int from = 0;                                              ///< month in which it begins
    int until = monthsOfYear;                                  ///< month from which on the commune does not know it any more
    std::array<std::vector<std::string>, monthsOfYear> values; ///< as machine text, by field of its kind; empty: none
    std::string laterNumber;                                   ///< by which it goes from `renumberedFrom` on
    int renumberedFrom = monthsOfYear;

    [[nodiscard]] bool isKnownIn(int month) const { return from <= month && month < until; }
    [[nodiscard]] bool changedIn(int month) const {
        return from == month || values[static_cast<std::size_t>(month)] != values[static_cast<std::size_t>(month) - 1];
    }
};

/// What truly happened in a commune, by place in reportedKinds().
struct CommuneYear {
    std::size_t commune = 0;
    std::vector<std::vector<YearRecord>> records;
};

/// Households are numbered from 1 on in each commune.
struct CommuneHouseholds {
    std::size_t first = 0; ///< in the landscape
    std::size_t count = 0;
    [[nodiscard]] std::string numberOf(std::size_t household) const { return std::to_string(household - first + 1); }
    [[nodiscard]] bool has(std::size_t household) const { return household >= first && household < first + count; }
};
[[nodiscard]] CommuneHouseholds householdsOf(const Landscape& land, std::size_t commune);

[[nodiscard]] CommuneYear drawYear(const Landscape& land, const ParcelSummary& parcels, std::size_t commune);

// Which communes make it hard, by number of the commune.

/// Gives its gardens other numbers in the middle of the year.
[[nodiscard]] constexpr bool renumbersGardens(std::size_t commune) {
    return commune % 6 == 4;
}
/// Drops a garden from its lists without a word.
[[nodiscard]] constexpr bool dropsAGarden(std::size_t commune) {
    return commune % 6 == 1;
}

/// A day of a month of the year, 1 to 24, so that it is over before the month is reported.
[[nodiscard]] Date dayIn(int month, int day);
[[nodiscard]] Date endOfMonth(int month);

} // namespace banlang::sample
