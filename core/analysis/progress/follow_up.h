// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/rules/gap_rules.h"
#include "core/model/district.h"

#include <optional>
#include <string>
#include <vector>

// What later records say of the things that a programme started, as it stood on a day. Progress, gaps and answers share it.

namespace banlang {

/// By row of the table; a day on the garden or work itself counts as much as a record of an inspection.
struct InspectedRows {
    std::vector<bool> gardens;
    std::vector<bool> gardensAssessed; ///< an inspection said what effect the loan had, or what was earned before and after
    std::vector<bool> houses;
    std::vector<bool> works;
};
[[nodiscard]] InspectedRows inspectedRows(const District& district, Date asOf);

[[nodiscard]] bool isOfPhase2022(const FeatureTable& houses, std::size_t row);

/// What the latest report of each item says is not finished, beside what the list of houses says itself.
struct HouseItemsLeft {
    std::string items;    ///< "mái 60 %, sân"; empty: all done or nothing said
    bool planned = false; ///< there is a plan of help for every item
};
[[nodiscard]] std::vector<HouseItemsLeft> houseItemsLeft(const District& district, Date asOf); ///< by row of houses

/// What a household counts as on a day: by its own list and by categories valid on the day.
struct HouseholdStatus {
    bool poor = false;
    bool nearPoor = false;
    bool merit = false; ///< person of merit
    bool veteran = false;
    bool housingNeed = false; ///< also by the latest review
};
[[nodiscard]] std::vector<HouseholdStatus> householdStatuses(const District& district, Date asOf); ///< by row of households

/// Households on the support list in force, by row of households.
[[nodiscard]] std::vector<bool> listedHouseholds(const District& district, Date asOf);

[[nodiscard]] bool isPaused(const FeatureTable& works, std::size_t row, Date asOf);
/// Days past the planned finish of a work that is not finished; nothing when it is in time or has no plan.
[[nodiscard]] std::optional<int> daysBehind(const FeatureTable& works, std::size_t row, Date asOf);
[[nodiscard]] double workLengthKm(const District& district, std::size_t row);

/// Tonnes, by row of works. Deliveries recorded by the day go before the figures of the work itself.
struct Cement {
    std::optional<double> orderedT;
    std::optional<double> receivedT;
    std::optional<double>
        neededT; ///< length x width x thickness x cement in a cubic metre, where the work names width and thickness
};
[[nodiscard]] std::vector<Cement> cementOfWorks(const District& district, Date asOf, const GapRules& rules);

/// Days of labour, by row of houses: the records of organisations, else the figures of the house itself.
struct LabourDays {
    std::optional<double> pledged;
    std::optional<double> given;
};
[[nodiscard]] std::vector<LabourDays> labourOfHouses(const District& district, Date asOf);

} // namespace banlang
