// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/district.h"

#include <span>
#include <vector>

namespace banlang {

/// Units in time. Codes and names were used again when units were merged, so that one of them may name several rows, each in force
/// from valid_from until valid_to. Where no row has such a date, time plays no part and nothing here costs anything.
class AdminUnitVersions {
public:
    AdminUnitVersions() = default;
    explicit AdminUnitVersions(const FeatureTable& units);

    [[nodiscard]] bool dated() const { return !rank_.empty(); }
    [[nodiscard]] bool inForce(std::int32_t row, Date on) const;

    /// Whether the unit was over by the day; never without a day.
    [[nodiscard]] bool endedBy(std::int32_t row, Date on) const {
        return row >= 0 && dated() && on.known() && to_[static_cast<std::size_t>(row)] <= on;
    }
    /// Whether two units were in force together, as far as is known: units without time always are.
    [[nodiscard]] bool beside(std::int32_t a, std::int32_t b) const {
        return !dated() || overlap(static_cast<std::size_t>(a), static_cast<std::size_t>(b));
    }
    /// A day on which the unit was in force; none where nothing is known of its time.
    [[nodiscard]] Date dayOf(std::int32_t row) const;

    /// Which of several rows is meant on a day: the one in force then. Without a day, or when none was in force, the one in force
    /// latest, provided that all bear one name and the others were over when it began. TextIndex::ambiguous otherwise.
    [[nodiscard]] std::int32_t choose(std::span<const std::int32_t> rows, Date on) const;

    /// Of two that hold the same place: the one in force on the day, else the one in force latest, else the first.
    [[nodiscard]] bool before(std::int32_t a, std::int32_t b, Date on) const;

    /// One row for all units that followed one another under one name, so that what lay in one of them is found in the next.
    [[nodiscard]] std::int32_t lineage(std::int32_t row) const {
        return row < 0 || lineage_.empty() ? row : lineage_[static_cast<std::size_t>(row)];
    }

private:
    [[nodiscard]] bool overlap(std::size_t a, std::size_t b) const;

    std::vector<Date> from_;          ///< no date: always
    std::vector<Date> to_;            ///< no longer in force on this day; no date: still
    std::vector<std::uint32_t> rank_; ///< 0: in force latest
    std::vector<std::int32_t> lineage_;
    std::vector<std::int32_t> name_; ///< the same for rows of one folded name
};

/// The day that tells which units a record means: the first known date of what it records, of a unit the first day of its own.
/// One per row; empty when no row has any.
[[nodiscard]] std::vector<Date> effectiveDates(const FeatureTable& table, Role role);

} // namespace banlang
