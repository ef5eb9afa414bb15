// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/criteria.h"

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
    [[nodiscard]] std::optional<std::size_t> find(std::string_view said) const;
};
[[nodiscard]] Result<ModelVillageRules> modelVillageRules(const RuleTexts& rules);
[[nodiscard]] Result<ModelVillageRules> parseModelVillageRules(std::string_view file, std::string_view text);

/// A village that registered, or of which a checklist was filled in.
struct ModelVillageStatus {
    std::uint32_t village = 0; ///< row
    std::int32_t commune = notLinked;
    std::string code;
    std::string name;
    Date registeredOn;
    Date recognisedOn;
    Date meetingOn; ///< last meeting up to the day; no date: none
    std::size_t met = 0;
    std::size_t judged = 0;           ///< items with any result
    double weightPercent = 0;         ///< of all weights, met
    std::vector<std::size_t> missing; ///< items not met or not judged
    bool passes = false;
};
[[nodiscard]] std::vector<ModelVillageStatus> modelVillages(const District& district, Date asOf, const ModelVillageRules& rules);

} // namespace banlang
