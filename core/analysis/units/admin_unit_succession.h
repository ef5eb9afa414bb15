// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/units/areal_apportionment.h"

namespace banlang {

class AnalysisContext;

/// Where a unit went on one day.
struct SuccessorShare {
    std::string code;
    double share = 0;
    ApportionmentBasis basis = ApportionmentBasis::unchanged;
};
struct Successors {
    std::vector<SuccessorShare> to;
    double lost = 0; ///< share that went nobody knows where
    Bilingual reason;
};

/// Finds what became of single units; see apportion().
class AdminUnitSuccession {
public:
    /// Context and changes must outlive it.
    AdminUnitSuccession(const AnalysisContext& context, std::span<const AdminUnitChange> changes);

    /// Days in (from, to] on which a change took effect or a unit began.
    [[nodiscard]] std::vector<Date> daysOfChange(Date from, Date to) const;
    [[nodiscard]] Successors successorsOf(const std::string& code, Date day) const;
    /// "Xã Quản Bạ": of the district's unit, else of the official list, else the code.
    [[nodiscard]] std::string nameOf(std::string_view code, Date day) const;

private:
    [[nodiscard]] Successors byChanges(const std::string& code, Date day, const std::vector<const AdminUnitChange*>& changes) const;
    [[nodiscard]] std::vector<double> sharesOf(const std::string& code, Date day, std::span<const std::string> targets,
                                               ApportionmentBasis& basis) const;
    [[nodiscard]] std::vector<double> householdShares(const std::string& code, Date day,
                                                      std::span<const std::string> targets) const;
    [[nodiscard]] std::vector<double> areaShares(const std::string& code, Date day, std::span<const std::string> targets) const;
    [[nodiscard]] Successors byGround(const std::string& code, Date day) const;
    [[nodiscard]] bool goesOn(std::string_view code, Date day) const;
    [[nodiscard]] std::int32_t targetOfVillage(std::size_t village, Date day, std::span<const std::string> targets) const;
    [[nodiscard]] const OfficialAdminUnit* listed(std::string_view code, Date day) const;
    [[nodiscard]] double sharedM2(std::int32_t oldRow, std::int32_t newRow) const;

    const District& district_;
    const FeatureTable& communes_;
    std::span<const AdminUnitChange> changes_;
    std::vector<OfficialAdminUnit> lists_;
    double sliver_ = 0;
};

} // namespace banlang
