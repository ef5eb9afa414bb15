// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/rules/commune_ranking_rules.h"
#include "core/base/date.h"
#include "core/base/result.h"
#include "core/model/district.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace banlang {

class AnalysisContext;

/// What one indicator gave one commune. Without a value (no report) or without a target there are no points, which is said.
struct CommuneRankingPart {
    std::optional<double> value;
    std::optional<double> target;
    std::optional<double> percent; ///< of full points, capped; negative for a penalty
    double points = 0;             ///< percent x weight / 100
};

struct CommuneRankingRow {
    std::int32_t commune = notLinked; ///< row; notLinked in a frozen ranking whose commune is gone
    std::string code;
    std::string name;
    int rank = 0; ///< ties share one; communes without any report all have the last
    bool tied = false;
    std::optional<double> score;           ///< nothing: no report, which is not zero
    std::vector<CommuneRankingPart> parts; ///< one per indicator of the rules
};

/// The ranking of communes for a year: same records and rules, same bytes.
struct CommuneRanking {
    int year = 0;
    Date asOf; ///< never after the last day of the year
    CommuneRankingRules rules;
    std::vector<CommuneRankingRow> rows; ///< best first; within a tie by code
};

/// Communes in force on the day, for the calendar year of the period; an error where that has not begun by the day. Kept. Cost: one
/// pass of progress() with the year before, the gaps that are named.
[[nodiscard]] Result<std::shared_ptr<const CommuneRanking>> communeRanking(const AnalysisContext& context);

/// {"year","as_of","rules":{...},"communes":[{"code","name","rank","tied","score","parts":[...]}]}; keys in a fixed order.
[[nodiscard]] std::string communeRankingJson(const CommuneRanking& ranking);
/// Reads it again; rows of communes are those of `district`, notLinked where a code is gone.
[[nodiscard]] Result<CommuneRanking> communeRankingFromJson(const std::string& json, const District& district);

} // namespace banlang
