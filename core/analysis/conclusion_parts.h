// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/conclusion.h"
#include "core/analysis/set_aside.h"

#include <span>
#include <string>
#include <utility>

// How an answer is declared and made; the answers themselves stand in conclusion_*.cpp by part of the conclusion.

namespace banlang {

/// What all answers are made of.
struct ConclusionFacts {
    const District& district;
    Date asOf;
    const std::vector<UnitProgress>& units;
    const std::vector<Gap>& gaps;
    const SetAside& aside;
    const RuleTexts& rules;

    [[nodiscard]] const Gap* gap(std::string_view id) const;
    [[nodiscard]] const Indicator* indicator(const UnitProgress& unit, std::string_view id) const;
    [[nodiscard]] const Indicator* indicator(std::string_view id) const {
        return indicator(units.front(), id);
    } ///< of the district
};

/// Numbers of one answer that a headline may name, beside indicators and the counts of its gap.
using NamedNumbers = std::vector<std::pair<std::string_view, double>>;

/// One point of the conclusion. In a headline {donated_m2} is the district's figure, {missed}, {examined} and {reached} are counts
/// of the gap, other names come from `fill`.
struct AnswerSpec {
    std::string_view id;
    Programme programme;
    Label statement;
    Label question;
    std::span<const Role> needs;
    std::span<const std::string_view> indicators;
    std::string_view gap;
    std::string_view layer;
    Label headline;
    /// Adds figures, named numbers and a table of its own; the table is per commune where it leaves none.
    void (*fill)(const ConclusionFacts& facts, Answer& answer, NamedNumbers& numbers) = nullptr;
};

[[nodiscard]] std::span<const AnswerSpec> existingAnswers(); ///< E1-E7
[[nodiscard]] std::span<const AnswerSpec> weakAnswers();     ///< W1-W6
[[nodiscard]] std::span<const AnswerSpec> newRuralAnswers(); ///< V1-V9
[[nodiscard]] std::span<const AnswerSpec> homeAnswers();     ///< V10-V17

// What is computed by rules of criteria and emulation.

void fillCriteria(const ConclusionFacts& facts, Answer& answer, NamedNumbers& numbers);   ///< E4
void fillEmulation(const ConclusionFacts& facts, Answer& answer, NamedNumbers& numbers);  ///< V1
void fillChecklists(const ConclusionFacts& facts, Answer& answer, NamedNumbers& numbers); ///< V2

// Tables.

/// Per commune in force: the indicators, % of plan where there is one, and the counts of the gap.
[[nodiscard]] AnswerTable communeTable(const ConclusionFacts& facts, std::span<const std::string_view> indicators,
                                       std::string_view gap);
/// Per village that the gap asked about: examined, missed and the share that was reached.
[[nodiscard]] AnswerTable villageTable(const ConclusionFacts& facts, std::string_view gap);

/// Which rows of events are put together, and what is added up.
struct Grouping {
    Role role;
    std::string_view key; ///< text column
    Label keyLabel;
    std::span<const std::string_view> sums; ///< number columns
    std::string_view contains = {};         ///< only keys with one of these words, lower case, parted by |
};
/// Rows up to the day by what they say in one column, largest group first. Needs a column "date".
[[nodiscard]] AnswerTable groupTable(const ConclusionFacts& facts, const Grouping& grouping);

[[nodiscard]] AnswerCell nameCell(std::string_view name);
[[nodiscard]] AnswerCell communeCell(const ConclusionFacts& facts, Role role, std::size_t row);
[[nodiscard]] AnswerCell numberCell(double value); ///< missing stays missing
[[nodiscard]] AnswerCell numberCell(const std::optional<double>& value);
[[nodiscard]] AnswerCell dateCell(Date date);

} // namespace banlang
