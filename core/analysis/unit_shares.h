// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/unit_carry.h"

namespace banlang {

/// Where a unit went on one day.
struct Destination {
    std::string code;
    double share = 0;
    CarryBasis basis = CarryBasis::unchanged;
};
struct Destinations {
    std::vector<Destination> to;
    double lost = 0; ///< share that went nobody knows where
    Bilingual reason;
};

/// Finds what became of single units; see carryOver().
class UnitFate {
public:
    UnitFate(const District& district, std::span<const UnitChange> changes);

    /// Days in (from, to] on which a change took effect or a unit began.
    [[nodiscard]] std::vector<Date> daysOfChange(Date from, Date to) const;
    [[nodiscard]] Destinations destinationsOf(const std::string& code, Date day) const;
    /// "Xã Quản Bạ": of the district's unit, else of the official list, else the code.
    [[nodiscard]] std::string nameOf(std::string_view code, Date day) const;

private:
    [[nodiscard]] Destinations byChanges(const std::string& code, Date day, std::vector<const UnitChange*> changes) const;
    [[nodiscard]] std::vector<double> sharesOf(const std::string& code, Date day, std::span<const std::string> targets,
                                               CarryBasis& basis) const;
    [[nodiscard]] std::vector<double> householdShares(const std::string& code, Date day,
                                                      std::span<const std::string> targets) const;
    [[nodiscard]] std::vector<double> areaShares(const std::string& code, Date day, std::span<const std::string> targets) const;
    [[nodiscard]] Destinations byGround(const std::string& code, Date day) const;
    [[nodiscard]] bool goesOn(std::string_view code, Date day) const;
    [[nodiscard]] std::int32_t targetOfVillage(std::size_t village, Date day, std::span<const std::string> targets) const;
    [[nodiscard]] const ListedUnit* listed(std::string_view code, Date day) const;
    [[nodiscard]] double sharedM2(std::int32_t oldRow, std::int32_t newRow) const;

    const District& district_;
    const FeatureTable& communes_;
    std::span<const UnitChange> changes_;
    std::vector<ListedUnit> lists_;
    double sliver_ = 0;
};

} // namespace banlang
