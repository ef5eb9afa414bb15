// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/context/analysis_context.h"
#include "core/analysis/directives/directives.h"
#include "core/analysis/quality/excluded_records.h"

#include <span>
#include <string>
#include <utility>

// How an answer is made; the points themselves stand in directives_*.cpp by part of that document.

namespace banlang {

/// What all answers are made of.
struct DirectiveFacts {
    /// The context must outlive it.
    explicit DirectiveFacts(const AnalysisContext& asked);

    const AnalysisContext& context;
    const District& district;
    Date asOf;
    std::shared_ptr<const std::vector<AdminUnitProgress>> sharedUnits;
    std::shared_ptr<const ExcludedRecords> sharedExcludedRecords;
    const std::vector<AdminUnitProgress>& units;
    const ExcludedRecords& excluded;

    /// Nothing where there is no such gap.
    [[nodiscard]] std::shared_ptr<const Gap> gap(std::string_view id) const;
    [[nodiscard]] const Indicator* indicator(const AdminUnitProgress& unit, std::string_view id) const;
    [[nodiscard]] const Indicator* indicator(std::string_view id) const {
        return indicator(units.front(), id);
    } ///< of the district
};

[[nodiscard]] std::span<const DirectivePoint> existingPoints(); ///< E1-E7
[[nodiscard]] std::span<const DirectivePoint> weakPoints();     ///< W1-W6
[[nodiscard]] std::span<const DirectivePoint> newRuralPoints(); ///< V1-V9
[[nodiscard]] std::span<const DirectivePoint> homePoints();     ///< V10-V17

// What is computed by rules of criteria and of the commune ranking.

void fillCriteria(const DirectiveFacts& facts, Answer& answer, NamedNumbers& numbers);       ///< E4
void fillCommuneRanking(const DirectiveFacts& facts, Answer& answer, NamedNumbers& numbers); ///< V1
void fillChecklists(const DirectiveFacts& facts, Answer& answer, NamedNumbers& numbers);     ///< V2

// Tables.

/// Per commune in force: the indicators, % of plan where there is one, and the counts of the gap.
[[nodiscard]] AnswerTable communeTable(const DirectiveFacts& facts, std::span<const std::string_view> indicators,
                                       std::string_view gap);
/// Per village that the gap asked about: examined, missed and the share that was reached.
[[nodiscard]] AnswerTable villageTable(const DirectiveFacts& facts, std::string_view gap);

/// Which rows of events are put together, and what is added up.
struct Grouping {
    Role role;
    TextField key;
    Label keyLabel;
    std::span<const NumberField> sums;
    std::string_view contains = {}; ///< only keys with one of these words, lower case, parted by |
};
/// Rows up to the day by what they say in one column, largest group first. For kinds of events.
[[nodiscard]] AnswerTable groupTable(const DirectiveFacts& facts, const Grouping& grouping);

[[nodiscard]] AnswerCell nameCell(std::string_view name);
[[nodiscard]] AnswerCell communeCell(const DirectiveFacts& facts, Role role, std::size_t row);
[[nodiscard]] AnswerCell numberCell(double value); ///< missing stays missing
[[nodiscard]] AnswerCell numberCell(const std::optional<double>& value);
[[nodiscard]] AnswerCell dateCell(Date date);

} // namespace banlang
