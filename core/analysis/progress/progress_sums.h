// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/progress/programme.h"
#include "core/analysis/quality/excluded_records.h"
#include "core/analysis/rules/gap_rules.h"
#include "core/base/bilingual.h"
#include "core/model/counted_commune.h"

#include <array>
#include <optional>
#include <vector>

// How progress() adds up: every record to its village, its commune and the district.

namespace banlang {

class AnalysisContext;

enum IndicatorId : std::uint8_t {
    donatedM2,
    pledgedM2,
    donors,
    roadsDoneKm,
    roadsUnderWayKm,
    gardensRegistered,
    gardensInProgress,
    gardensFinished,
    gardensLapsed,
    housesPlanned,
    housesFinished,
    greenRoutes,
    saturdays,
    criteriaMet,
    contributionsVnd,
    labourDaysPledged,
    labourDaysGiven,
    loansDisbursed,
    loansInspected,
    loansAssessed,
    gardensNonBorrower,
    gardensSpecialised,
    modelVillagesRegistered,
    modelVillagesRecognised,
    villageMeetings,
    inspections,
    campaigns,
    participatingHouseholds,
    worksBehind,
    cementOrderedT,
    cementReceivedT,
    saturdayParticipants,
    houses2022Finished,
    oldHousesUnfinished,
    indicatorCount,
};

struct IndicatorInfo {
    std::string_view id;
    Label label;
    std::string_view unit;
};
[[nodiscard]] const IndicatorInfo& indicatorInfo(IndicatorId figure);

/// Values of all units on one day: 0 is the district, then communes, then villages. Unset means nothing was ever reported.
class AdminUnitTotals {
public:
    explicit AdminUnitTotals(const District& district);

    [[nodiscard]] std::size_t adminUnitOfCommune(std::int32_t row) const { return 1 + static_cast<std::size_t>(row); }
    [[nodiscard]] std::size_t adminUnitOfVillage(std::int32_t row) const { return 1 + communes_ + static_cast<std::size_t>(row); }
    [[nodiscard]] const std::optional<double>& value(std::size_t unit, IndicatorId figure) const { return values_[unit][figure]; }
    [[nodiscard]] Date lastActivity(std::size_t unit) const;
    [[nodiscard]] const std::array<Date, programmeCount>& lastReport(std::size_t unit) const { return lastReport_[unit]; }

    /// Adds to the village, its commune and the district, as far as the record is linked (countedCommune()).
    void add(const TableLinks& links, std::size_t row, IndicatorId figure, double amount) {
        forUnits(links, row, [&](std::size_t unit) { values_[unit][figure] = values_[unit][figure].value_or(0) + amount; });
    }
    /// The same for an amount that the record may not give.
    void addKnown(const TableLinks& links, std::size_t row, IndicatorId figure, double amount) {
        if (amount == amount) add(links, row, figure, amount);
    }
    void touch(const TableLinks& links, std::size_t row, const ProgrammeSet& programmes, Date date);

private:
    template <class Visit> void forUnits(const TableLinks& links, std::size_t row, Visit visit) const {
        visit(std::size_t{0});
        const std::int32_t commune = countedCommune(*communeOfVillage_, links, row);
        if (commune != notLinked) visit(adminUnitOfCommune(commune));
        if (const std::int32_t village = linkedRow(links.village, row); village != notLinked) visit(adminUnitOfVillage(village));
    }

    std::size_t communes_;
    const std::vector<std::int32_t>* communeOfVillage_; ///< of the district, which outlives the sums
    std::vector<std::array<std::optional<double>, indicatorCount>> values_;
    std::vector<std::array<Date, programmeCount>> lastReport_;
};

/// What is summed: the district on a day, without what is excluded.
struct IncludedRecords {
    const District& district;
    const ExcludedRecords& excluded;
    const GapRules& rules; ///< of bags and tonnes
    Date asOf;

    /// Calls visit(row) for the rows of a kind that count.
    template <class Visit> void forRows(Role role, Visit&& visit) const {
        const std::size_t count = district.table(role).rowCount;
        for (std::size_t row = 0; row < count; ++row) {
            if (!excluded.contains(role, row)) visit(row);
        }
    }
};

void sumLand(const IncludedRecords& included, AdminUnitTotals& sums);
void sumHomes(const IncludedRecords& included, AdminUnitTotals& sums);
void sumMovement(const IncludedRecords& included, AdminUnitTotals& sums);
void sumCriteria(const IncludedRecords& included, AdminUnitTotals& sums);
void touchAll(const IncludedRecords& included, AdminUnitTotals& sums);

/// Of the day of the context.
[[nodiscard]] AdminUnitTotals sumsOn(const AnalysisContext& context);

} // namespace banlang
