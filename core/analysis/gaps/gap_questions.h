// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/gaps/gaps.h"
#include "core/analysis/rules/gap_rules.h"

namespace banlang {

// One question each: examines what could be in the list and adds what was missed.

void villagesWithoutGreenRoute(const AnalysisContext& context, GapBuilder& gap);
void villagesWithoutHardenedAccess(const AnalysisContext& context, GapBuilder& gap);
void silentSaturdays(const AnalysisContext& context, GapBuilder& gap);
void modelVillagesWithoutMeeting(const AnalysisContext& context, GapBuilder& gap);
void staleVillages(const AnalysisContext& context, GapBuilder& gap);

void loansNeverInspected(const AnalysisContext& context, GapBuilder& gap);
void loansNotAssessed(const AnalysisContext& context, GapBuilder& gap);
void neverInspected(const AnalysisContext& context, GapBuilder& gap);

void lateHouses(const AnalysisContext& context, GapBuilder& gap);
void unfinishedOldHouses(const AnalysisContext& context, GapBuilder& gap);
void housesWithUnfinishedItems(const AnalysisContext& context, GapBuilder& gap);
void labourNotGiven(const AnalysisContext& context, GapBuilder& gap);

void priorityHouseholdsOffList(const AnalysisContext& context, GapBuilder& gap);
void poorHouseholdsNotJoined(const AnalysisContext& context, GapBuilder& gap);

void worksStuckForLand(const AnalysisContext& context, GapBuilder& gap);
void worksBehindPlan(const AnalysisContext& context, GapBuilder& gap);
void assetsInPoorCondition(const AnalysisContext& context, GapBuilder& gap);

void communesWithoutLaunch(const AnalysisContext& context, GapBuilder& gap);
void lapsedMovements(const AnalysisContext& context, GapBuilder& gap);
void lowParticipation(const AnalysisContext& context, GapBuilder& gap);

// What they share.

/// Collects the answer to one question, counted by unit as it goes.
class GapBuilder {
public:
    /// The context must outlive it.
    GapBuilder(const AnalysisContext& context, const GapQuestion& question);

    /// One more that could have been in the list; false, and not counted, for a unit that was not in force on the day.
    bool examine(Role role, std::size_t row);
    /// Was examined and not reached.
    void miss(Role role, std::size_t row, Bilingual reason, bool atRisk = false);
    [[nodiscard]] Gap finish() &&;

private:
    struct Place {
        std::int32_t commune = notLinked;
        std::int32_t village = notLinked;
    };
    [[nodiscard]] Place placeOf(Role role, std::size_t row) const;
    [[nodiscard]] GapItem item(Role role, std::size_t row) const;

    const District& district_;
    Date asOf_;
    Gap gap_;
    std::vector<AdminUnitGapCount> communes_;
    std::vector<AdminUnitGapCount> villages_;
};

[[nodiscard]] int daysBetween(Date from, Date to);

} // namespace banlang
