// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/rules/criteria_sets.h"
#include "core/model/district.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace banlang {

class AnalysisContext;

/// `metNotLasting`: "đạt nhưng chưa bền vững", counted apart. `noResult`: never assessed under this set; not the same as not met.
enum class CriterionState : std::uint8_t { met, metNotLasting, notMet, noResult };
inline constexpr std::size_t criterionStateCount = 4;
[[nodiscard]] Label label(CriterionState state);
[[nodiscard]] std::string_view id(CriterionState state); ///< "met", "not_lasting", "not_met", "no_result"
/// Reads "đạt", "chưa đạt", "đạt nhưng chưa bền vững", "x", "met" ...; noResult when it says nothing known.
[[nodiscard]] CriterionState readCriterionResult(std::string_view rawText);

struct CriterionStatus {
    CriterionState state = CriterionState::noResult;
    std::optional<double> value;
    Date date;                  ///< of the result
    std::optional<int> dueYear; ///< allocated for; the latest year where it was put off
    std::string owner;          ///< agency in charge

    /// Due in `year` or before and neither met nor met without lasting.
    [[nodiscard]] bool dueNotMet(int year) const;
};

/// An indicator of the road criterion, computed from the network, beside what was reported.
struct RoadRatio {
    std::string no; ///< "2.1"
    double totalKm = 0;
    double countingKm = 0;
    double unknownSurfaceKm = 0;            ///< part of the total of which nothing says what it is; it does not count
    std::optional<double> percent;          ///< nothing when the commune has no such road
    std::optional<double> thresholdPercent; ///< nothing: not set
    bool thresholdVerified = false;
    std::optional<double> kmToHarden; ///< max(0, threshold x total - counting); nothing without a threshold
    std::optional<double> reportedPercent;
    Date reportedOn;

    /// Percentage points that the network has more than was reported; nothing where either is not known.
    [[nodiscard]] std::optional<double> aboveReported() const;
};

struct CommuneCriteria {
    std::uint32_t commune = 0; ///< row
    std::string code;
    std::string name;
    std::vector<CriterionStatus> criteria; ///< one per criterion of the set, in its order
    std::vector<RoadRatio> roads;          ///< one per computed indicator of the set
    std::size_t otherSetResults = 0;       ///< latest results under other sets, which do not count under this one

    [[nodiscard]] std::size_t count(CriterionState state) const;
    [[nodiscard]] bool hasResult() const { return count(CriterionState::noResult) < criteria.size(); }
};

struct CriteriaAnswer {
    CriteriaSet set;
    std::vector<CommuneCriteria> communes;
};
/// Every commune in force on the day, in the order of the table, under the set in force; an error when no set was yet. Results,
/// allocation and finished works up to the day only. Results that name no set belong to the set in force on their day. Reads all
/// roads once. Kept.
[[nodiscard]] Result<std::shared_ptr<const CriteriaAnswer>> communeCriteria(const AnalysisContext& context);
/// The same under a set that somebody names, as findSet() takes it.
[[nodiscard]] Result<CriteriaAnswer> communeCriteria(const AnalysisContext& context, std::string_view setId);

} // namespace banlang
