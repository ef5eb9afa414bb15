// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/gaps.h"
#include "core/analysis/programme.h"
#include "core/analysis/progress.h"
#include "core/analysis/rule_texts.h"

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

// What the conclusion of 18/5/2022 says and asks, point by point, with the answer that the records give on a day: E1-E7 what
// exists, W1-W6 what is weak, V1-V17 what is to be done.

namespace banlang {

enum class AnswerState : std::uint8_t {
    answered,
    noRecords, ///< nothing of what it needs was imported: no figure, not zero
    notMapped, ///< there are records, but none that found its commune or village
};
[[nodiscard]] std::string_view id(AnswerState state); ///< "answered", "no-records", "not-mapped"

/// A missing value is "no report", never zero.
struct AnswerFigure {
    Label label;
    std::string_view unit; ///< "m2", "km", "t", "VND", "percent", "days" or empty for a count
    std::optional<double> value;
    std::optional<double> previous; ///< on the day compared with
    std::optional<double> target;
};

/// A name of a unit or id is the same in both languages.
using AnswerCell = std::variant<std::monostate, double, Bilingual, Date>;

struct AnswerColumn {
    std::string_view id; ///< stable, for JSON: "commune", "donated_m2", "missed"
    Label label;
    std::string_view unit;
};

struct AnswerRow {
    Role role = Role::communes;    ///< what a click goes to
    std::int32_t row = notLinked;  ///< in the table of that kind; notLinked where the line is of no single place
    std::vector<AnswerCell> cells; ///< one per column
};

/// Per commune, or per object where that is what is asked. Names no person; a row of a household, garden or house is for the
/// working group alone.
struct AnswerTable {
    std::vector<AnswerColumn> columns;
    std::vector<AnswerRow> rows;
};

struct Answer {
    std::string_view id; ///< "E3", "W5", "V10"
    Programme programme = Programme::all;
    Label statement; ///< what the conclusion says
    Label question;  ///< what a planner asks of the records
    std::vector<AnswerFigure> figures;
    AnswerTable table;
    std::string_view layer; ///< id in the catalogue of layers; may be empty
    std::string_view gap;   ///< id of the gap question; may be empty
    Bilingual headline;     ///< one sentence with the number, or which file to import
    AnswerState state = AnswerState::noRecords;
    std::vector<Role> needs; ///< kinds of records that the answer is made of; one of them is enough to begin with
};

/// All thirty, in the order of the conclusion. Costs what progress and the gaps cost.
[[nodiscard]] std::vector<Answer> conclusionAnswers(const District& district, Date asOf,
                                                    std::optional<Date> compareWith = std::nullopt, const RuleTexts& rules = {});
/// The same from what was computed already for the same days: `units` with progress(), `gaps` with findGaps().
[[nodiscard]] std::vector<Answer> conclusionAnswers(const District& district, Date asOf, const std::vector<UnitProgress>& units,
                                                    const std::vector<Gap>& gaps, const RuleTexts& rules = {});

} // namespace banlang
