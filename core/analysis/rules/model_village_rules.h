// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/rules/criteria_sets.h"
#include "core/analysis/rules/rule_texts.h"
#include "core/base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace banlang {

/// One line of the checklist for model villages of garden renovation.
struct ChecklistItem {
    std::string id;      ///< "1.1"
    std::string heading; ///< id among ModelVillageRules::headings
    Bilingual name;
    double weight = 1;
};

/// The editable checklist; what a province or district has not decided says `verified = false`.
struct ModelVillageRules {
    std::string id; ///< "2022"
    Bilingual title;
    bool verified = false;
    double passPercent = 100; ///< share of the weights that must be met
    std::vector<CriteriaGroup> headings;
    std::vector<ChecklistItem> items;

    /// Index of the item that a record means, by its id or its name.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view rawText) const;
};
[[nodiscard]] Result<ModelVillageRules> modelVillageRules(const RuleTexts& rules);
[[nodiscard]] Result<ModelVillageRules> parseModelVillageRules(std::string_view file, std::string_view text);

} // namespace banlang
