// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/quality/quality.h"
#include "core/analysis/rules/quality_rules.h"
#include "core/analysis/rules/road_standards.h"
#include "core/base/parallel.h"

#include <algorithm>
#include <mutex>

// What the checks share, and the checks by theme; quality.cpp lists them with their words.

namespace banlang {

/// Counts what breaks a rule and keeps the worst. The words are made for those alone: a rule that a million rows break costs no
/// million texts.
class Findings {
public:
    explicit Findings(std::size_t kept) : kept_(kept) {}
    /// Keeps the rows of all findings and no words.
    explicit Findings(std::array<std::vector<std::uint32_t>, roleCount>& rows) : kept_(0), rows_(&rows) {}

    template <class MakeText> void add(Role role, std::size_t row, double measure, MakeText&& text) {
        ++countByRole_[indexOf(role)];
        if (rows_ != nullptr) (*rows_)[indexOf(role)].push_back(static_cast<std::uint32_t>(row));
        QualityExample example{role, static_cast<std::uint32_t>(row), {}, {}, measure};
        if (kept_ == 0 || (worst_.size() == kept_ && !worse(example, worst_.front()))) return;
        example.finding = text();
        if (worst_.size() == kept_) {
            std::pop_heap(worst_.begin(), worst_.end(), worse);
            worst_.pop_back();
        }
        worst_.push_back(std::move(example));
        std::push_heap(worst_.begin(), worst_.end(), worse);
    }
    [[nodiscard]] const std::array<std::size_t, roleCount>& countByRole() const { return countByRole_; }
    [[nodiscard]] std::vector<QualityExample> worstFirst() &&;

private:
    static bool worse(const QualityExample& a, const QualityExample& b);

    std::size_t kept_;
    std::array<std::vector<std::uint32_t>, roleCount>* rows_ = nullptr;
    std::array<std::size_t, roleCount> countByRole_{};
    std::vector<QualityExample> worst_; ///< a heap, the mildest in front
};

/// What is looked at: everything, or records alone, where nothing is asked of places and their shapes.
enum class QualityCoverage : std::uint8_t { all, records };

struct QualityContext {
    /// The context must outlive it.
    explicit QualityContext(const AnalysisContext& context, QualityCoverage looksAt = QualityCoverage::all);

    const District& district;
    Date asOf;
    QualityCoverage coverage;
    const QualityLimits& limits;
    const RoadStandards& roadStandards;
    /// The valid polygons over the same ground, since GEOS refuses others, of the units in force on the day, or where none is asked
    /// about on the last of the programme: lists of two times are never there together.
    GeometryColumn communes;
    GeometryColumn villages;

    /// The kinds that are looked at; places come before records.
    [[nodiscard]] std::span<const RecordKind> kinds() const {
        return recordKinds().subspan(coverage == QualityCoverage::records ? indexOf(Role::donations) : 0);
    }
    [[nodiscard]] const GeometryColumn& adminUnitShapes(Role role) const { return role == Role::communes ? communes : villages; }
};

/// Calls body(begin, end, found) for ranges of rows on all cores and returns what they found, in order of Item.
template <class Item, class Body> std::vector<Item> collect(std::size_t count, std::size_t grain, Body&& body) {
    std::vector<Item> all;
    std::mutex guard;
    parallelRanges(count, grain, [&](std::size_t begin, std::size_t end) {
        std::vector<Item> found;
        body(begin, end, found);
        const std::lock_guard lock(guard);
        all.insert(all.end(), found.begin(), found.end());
    });
    std::sort(all.begin(), all.end());
    return all;
}

/// Code, id, or commune/sheet/number; for records without a key their place and day.
[[nodiscard]] std::string keyOf(const FeatureTable& table, Role role, std::size_t row);
[[nodiscard]] bool hasShape(const FeatureTable& table, std::size_t row);
inline constexpr std::size_t parcelGrain = 4096; ///< rows a range, where a row costs next to nothing
/// A number as both languages write it.
[[nodiscard]] Bilingual figure(double value, int decimals = 0);

using FindFaults = void (*)(const QualityContext&, Findings&);

/// A rule and its words. `excludesRecords`: figures of a record that breaks it must not be summed; such a check asks nothing of
/// places, and only where there are totals of periods may it depend on the as-of date.
struct QualityCheck {
    std::string_view id;
    QualitySeverity severity;
    Label title;
    Label fix;
    std::string_view unit;
    FindFaults find;
    bool excludesRecords = false;
};
[[nodiscard]] std::span<const QualityCheck> qualityChecks();

void findDuplicateKeys(const QualityContext& context, Findings& findings);
void findOverlappingVersions(const QualityContext& context, Findings& findings);
void findRecycledCodes(const QualityContext& context, Findings& findings);
void findInvalidGeometry(const QualityContext& context, Findings& findings);

void findOverlappingBoundaries(const QualityContext& context, Findings& findings);
void findBoundaryGaps(const QualityContext& context, Findings& findings);
void findVillagesOutside(const QualityContext& context, Findings& findings);

void findParcelOverlaps(const QualityContext& context, Findings& findings);
void findParcelsOutsideCommune(const QualityContext& context, Findings& findings);
void findParcelsOutsideVillages(const QualityContext& context, Findings& findings);
void findAreaDifferences(const QualityContext& context, Findings& findings);
void findDonationsAboveParcel(const QualityContext& context, Findings& findings);

void findDatesAfterAsOf(const QualityContext& context, Findings& findings);
void findImplausibleDates(const QualityContext& context, Findings& findings);
void findDatesOutOfOrder(const QualityContext& context, Findings& findings);
void findShiftsOnOtherDays(const QualityContext& context, Findings& findings);
void findNegativeValues(const QualityContext& context, Findings& findings);
void findPercentAbove100(const QualityContext& context, Findings& findings);

void findSumMismatches(const QualityContext& context, Findings& findings);
void findLoanMismatches(const QualityContext& context, Findings& findings);

void findUnconnectedRoads(const QualityContext& context, Findings& findings);
void findDanglingRoads(const QualityContext& context, Findings& findings);
void findChainageOutside(const QualityContext& context, Findings& findings);

void findUnlinked(const QualityContext& context, Findings& findings);
void findAdminUnitsThatDisagree(const QualityContext& context, Findings& findings);

void findDuplicateEvents(const QualityContext& context, Findings& findings);
void findOverlappingTotals(const QualityContext& context, Findings& findings);
void findLoansWithoutHousehold(const QualityContext& context, Findings& findings);
void findHouseholdsInTwoVillages(const QualityContext& context, Findings& findings);

/// A target or result of the district as a whole: it names no unit, and is not meant to.
[[nodiscard]] bool isOfWholeDistrict(const District& district, const FeatureTable& table, std::size_t row);

} // namespace banlang
