// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/gaps/gaps.h"
#include "core/analysis/progress/programme.h"
#include "core/analysis/progress/progress.h"

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

// What the conclusion of 18/5/2022 says and asks, point by point, with the answer that the records give on a day: E1-E7 what
// exists, W1-W6 what is weak, V1-V17 what is to be done.

namespace banlang {

class AnalysisContext;

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
    Label statement; ///< what the directive says
    Label question;  ///< what a planner asks of the records
    std::vector<AnswerFigure> figures;
    AnswerTable table;
    std::string_view layer; ///< id in the catalogue of layers; may be empty
    std::string_view gap;   ///< id of the gap question; may be empty
    Bilingual headline;     ///< one sentence with the number, or which file to import
    AnswerState state = AnswerState::noRecords;
    std::vector<Role> needs; ///< kinds of records that the answer is made of; one of them is enough to begin with
};

struct DirectiveFacts;
/// Numbers of one answer that a headline may name, beside indicators and the counts of its gap.
using NamedNumbers = std::vector<std::pair<std::string_view, double>>;

/// One point of the directives and how it is answered. The points are declared in conclusion_*.cpp, by part of the directives.
struct DirectivePoint {
    std::string_view id; ///< "E3", "W5", "V10"
    Programme programme;
    Label statement;
    Label question;
    std::span<const Role> needs;
    std::span<const std::string_view> indicators; ///< ids, of progress()
    std::string_view gap;                         ///< id of the gap question; may be empty
    std::string_view layer;                       ///< id in the catalogue of layers; may be empty
    /// {donated_m2} is the district's figure, {missed}, {examined} and {reached} are counts of the gap, other names come from
    /// `fill`.
    Label headline;
    /// Adds figures, named numbers and a table of its own; the table is per commune where it leaves none.
    void (*fill)(const DirectiveFacts& facts, Answer& answer, NamedNumbers& numbers) = nullptr;
};
/// All thirty, in the order of the directives.
[[nodiscard]] std::span<const DirectivePoint> directivePoints();

/// The answer to one of them. Costs what progress and its gap cost.
[[nodiscard]] Answer directiveAnswer(const AnalysisContext& context, const DirectivePoint& point);
/// The answers to all, in their order. Kept. Costs what progress and the gaps cost.
[[nodiscard]] std::shared_ptr<const std::vector<Answer>> directiveAnswers(const AnalysisContext& context);

} // namespace banlang
