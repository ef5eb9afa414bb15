// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "core/model/district.h"

#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace banlang {

class AnalysisContext;

/// Rows of one kind that one quality rule keeps out of all sums.
struct ExcludedRecordGroup {
    std::string_view rule; ///< id of the quality rule, as `check` lists it: "date-order", "negative-value", "duplicate-event"
    Label title;           ///< of the rule
    Role role = Role::donations;
    std::vector<std::uint32_t> rows; ///< ascending
    std::optional<double> amount;    ///< what these rows say, negative figures too; none where the kind has no such figure
    std::string_view unit;           ///< of the amount: "m2", "VND"
};

/// Records whose figures must not be summed, because they cannot be true or because another one holds them (overlapping_totals.h).
/// They stay in the store and are counted apart, by rule; a row that breaks two rules is in two groups. Depends on the day only
/// where there are totals of periods.
struct ExcludedRecords {
    std::vector<ExcludedRecordGroup> groups;         ///< in the order of the rules, then of the kinds
    std::array<std::vector<bool>, roleCount> rowsOf; ///< empty for kinds of which nothing is excluded

    [[nodiscard]] bool contains(Role role, std::size_t row) const {
        const std::vector<bool>& rows = rowsOf[indexOf(role)];
        return row < rows.size() && rows[row];
    }
    [[nodiscard]] std::size_t recordCount() const; ///< each row once
};

/// Looks at the tables of records alone, never at parcels, roads or units. Kept; 300,000 records in some ten milliseconds.
[[nodiscard]] std::shared_ptr<const ExcludedRecords> excludedRecords(const AnalysisContext& context);
/// The rows of a kind that count: maps, tables and sums all start from these.
[[nodiscard]] std::vector<std::uint32_t> countedRows(const AnalysisContext& context, Role role);

} // namespace banlang
