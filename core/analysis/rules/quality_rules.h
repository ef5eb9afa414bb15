// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/rules/rule_texts.h"

namespace banlang {

/// From where on a difference is a fault; from quality_rules.toml.
struct QualityLimits {
    double boundaryOverlapM2 = 0;
    double boundaryGapM2 = 0;
    double villageOutsideM2 = 0;
    double parcelOverlapM2 = 0;
    double parcelOverlapWidthM = 0;
    double parcelOutsideCommuneM = 0;
    double areaDifferencePercent = 0;
    double areaDifferenceM2 = 0;
    double aboveParcelPercent = 0;
    double aboveParcelM2 = 0;
    int earliestYear = 0;
    int latestYear = 0;
    double roadSnapM = 0;
    double roadDanglingM = 0;
    double chainageM = 0;
    double chainagePercent = 0;
};

[[nodiscard]] Result<QualityLimits> qualityLimits(const RuleTexts& rules);

} // namespace banlang
