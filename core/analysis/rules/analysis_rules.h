// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/rules/commune_ranking_rules.h"
#include "core/analysis/rules/criteria_sets.h"
#include "core/analysis/rules/gap_rules.h"
#include "core/analysis/rules/model_village_rules.h"
#include "core/analysis/rules/quality_rules.h"
#include "core/analysis/rules/road_standards.h"
#include "core/analysis/rules/rule_texts.h"
#include "core/analysis/rules/unit_rules.h"
#include "core/analysis/rules/upgrade_weights.h"

#include <memory>
#include <string>
#include <vector>

namespace banlang {

/// Everything that the analyses go by, read once from the texts in force. Immutable and shared; any thread may read it.
struct AnalysisRules {
    RuleTexts texts; ///< that all below but the weights were read from
    GapRules gaps;
    CommuneRankingRules communeRanking;
    std::vector<CriteriaSet> criteriaSets; ///< oldest first, communes before districts
    ModelVillageRules modelVillages;
    RoadStandards roads;
    QualityLimits quality;
    UnitRules units;
    Weights upgradeWeights;
    std::string fingerprint; ///< equal exactly for equal rules

    /// Works out the fingerprint anew, after the rules were read or changed.
    void seal();
    /// The same with other weights of the upgrade criteria.
    [[nodiscard]] std::shared_ptr<const AnalysisRules> withWeights(Weights weights) const;
};

} // namespace banlang
