// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/rules/rule_texts.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace banlang {

/// What a road of one management class should be.
struct RoadStandard {
    std::optional<double> bedWidthM; ///< nothing: no width is asked of this class
    double speedHardenedKmh = 20;
    double speedUnhardenedKmh = 12;
    double importance = 0; ///< 0 - 1, national roads highest
};

struct RoadStandards {
    std::map<std::string, RoadStandard, std::less<>> byClass;

    /// The standard of a class; of "other" when the class is not known.
    [[nodiscard]] const RoadStandard& of(std::string_view roadClass) const;
};

/// From road_standards.toml.
[[nodiscard]] Result<RoadStandards> roadStandards(const RuleTexts& rules);

} // namespace banlang
