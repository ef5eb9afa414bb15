// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/emulation_rules.h"
#include "core/base/date.h"
#include "core/model/district.h"

#include <optional>
#include <string>
#include <vector>

namespace banlang {

/// What one indicator gave one commune. Without a value (no report) or without a target there are no points, which is said.
struct EmulationPart {
    std::optional<double> value;
    std::optional<double> target;
    std::optional<double> percent; ///< of full points, capped; negative for a penalty
    double points = 0;             ///< percent x weight / 100
};

struct EmulationRow {
    std::int32_t commune = notLinked; ///< row; notLinked in a frozen ranking whose commune is gone
    std::string code;
    std::string name;
    int rank = 0; ///< ties share one; communes without any report all have the last
    bool tied = false;
    std::optional<double> score;      ///< nothing: no report, which is not zero
    std::vector<EmulationPart> parts; ///< one per indicator of the rules
};

/// The ranking of communes for a year: same records and rules, same bytes.
struct EmulationStanding {
    int year = 0;
    Date asOf; ///< never after the last day of the year
    EmulationRules rules;
    std::vector<EmulationRow> rows; ///< best first; within a tie by code
};

/// Communes in force on the day. Cost: one pass of progress() (two when an indicator asks for the year), the gaps that are named.
[[nodiscard]] Result<EmulationStanding> emulation(const District& district, int year, Date asOf, const RuleTexts& rules);

/// {"year","as_of","rules":{...},"communes":[{"code","name","rank","tied","score","parts":[...]}]}; keys in a fixed order.
[[nodiscard]] std::string standingJson(const EmulationStanding& standing);
/// Reads it again; rows of communes are those of `district`, notLinked where a code is gone.
[[nodiscard]] Result<EmulationStanding> standingFromJson(const std::string& json, const District& district);

} // namespace banlang
