// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/criteria/criteria.h"

namespace banlang {

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
/// By row of villages, under the checklist of the rules. Kept.
[[nodiscard]] std::shared_ptr<const std::vector<ModelVillageStatus>> modelVillages(const AnalysisContext& context);

} // namespace banlang
