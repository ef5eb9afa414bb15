// SPDX-License-Identifier: MIT
#include "core/analysis/quality/quality_checks.h"

#include <fmt/format.h>

#include <cmath>
#include <map>

namespace banlang {
namespace {

void addMismatch(Role role, std::size_t row, double stated, double sum, Label what, Findings& findings) {
    constexpr double roundingShare = 1e-6;
    const double difference = std::abs(stated - sum);
    if (difference <= std::max(std::abs(stated), std::abs(sum)) * roundingShare) return;
    findings.add(role, row, difference, [&] {
        const int decimals = stated == std::floor(stated) && sum == std::floor(sum) ? 0 : 2;
        const Bilingual one = figure(stated, decimals);
        const Bilingual other = figure(sum, decimals);
        return Bilingual{fmt::format("ghi {}, {} {}", one.vi, what.vi, other.vi),
                         fmt::format("says {}, {} {}", one.en, what.en, other.en)};
    });
}

/// The sum of a number over the children of each parent; not a number where one of them says nothing, and where there are none.
std::vector<double> sumsByParent(const FeatureTable& children, const NumberField& field, const std::vector<std::int32_t>& parentOf,
                                 std::size_t parentCount) {
    const auto numbers = children.column(field);
    std::vector<double> sums(parentCount, 0);
    std::vector<std::size_t> counts(parentCount, 0);
    for (std::size_t row = 0; row < children.rowCount; ++row) {
        if (linkedRow(parentOf, row) < 0) continue;
        const auto parent = static_cast<std::size_t>(parentOf[row]);
        sums[parent] += numbers[row];
        ++counts[parent];
    }
    for (std::size_t parent = 0; parent < parentCount; ++parent) {
        if (counts[parent] == 0) sums[parent] = Column::missingNumber;
    }
    return sums;
}

void compareHouseholds(Role role, const FeatureTable& units, const std::vector<double>& sums, Label what, Findings& findings) {
    for (std::size_t row = 0; row < units.rowCount; ++row) {
        const double stated = units.numberAt(fields::units.households, row);
        if (!std::isnan(stated) && !std::isnan(sums[row])) addMismatch(role, row, stated, sums[row], what, findings);
    }
}

std::vector<double> householdRecordsByVillage(const District& district) {
    const auto& villageOf = district.linksOf(Role::households).village;
    std::vector<double> counts(district.table(Role::villages).rowCount, 0);
    for (const std::int32_t village : villageOf) {
        if (village >= 0) ++counts[static_cast<std::size_t>(village)];
    }
    // A village without any record was not surveyed yet.
    for (double& count : counts) count = count > 0 ? count : Column::missingNumber;
    return counts;
}

using IndicatorAndYear = std::pair<std::string_view, double>;

void compareTargets(const District& district, Findings& findings) {
    const FeatureTable& targets = district.table(Role::targets);
    const TableLinks& links = district.linksOf(Role::targets);
    std::map<IndicatorAndYear, double> ofCommunes;
    for (std::size_t row = 0; row < targets.rowCount; ++row) {
        const bool ofVillage = linkedRow(links.village, row) >= 0;
        if (linkedRow(links.commune, row) < 0 || ofVillage) continue;
        ofCommunes[{targets.textAt(fields::targets.indicator, row), targets.numberAt(fields::targets.year, row)}] +=
            targets.numberAt(fields::targets.value, row);
    }
    for (std::size_t row = 0; row < targets.rowCount; ++row) {
        if (!isOfWholeDistrict(district, targets, row)) continue;
        const auto sum =
            ofCommunes.find({targets.textAt(fields::targets.indicator, row), targets.numberAt(fields::targets.year, row)});
        if (sum == ofCommunes.end() || std::isnan(sum->second)) continue;
        addMismatch(Role::targets, row, targets.numberAt(fields::targets.value, row), sum->second,
                    {"các xã cộng lại", "the communes add up to"}, findings);
    }
}

} // namespace

void findSumMismatches(const QualityContext& context, Findings& findings) {
    const District& district = context.district;
    const FeatureTable& communes = district.table(Role::communes);
    const FeatureTable& villages = district.table(Role::villages);
    compareTargets(district, findings);
    compareHouseholds(
        Role::communes, communes,
        sumsByParent(villages, fields::villages.households, district.linksOf(Role::villages).commune, communes.rowCount),
        {"các thôn cộng lại", "the villages add up to"}, findings);
    compareHouseholds(Role::villages, villages, householdRecordsByVillage(district),
                      {"số bản ghi hộ là", "the household records are"}, findings);
}

void findLoanMismatches(const QualityContext& context, Findings& findings) {
    const FeatureTable& gardens = context.district.table(Role::gardens);
    for (std::size_t row = 0; row < gardens.rowCount; ++row) {
        const double borrower = gardens.numberAt(fields::gardens.borrower, row);
        const double loan = gardens.numberAt(fields::gardens.loanVnd, row);
        const bool lent = loan > 0 || gardens.dateAt(fields::gardens.disbursedOn, row).known();
        if (std::isnan(borrower) || (borrower != 0) == lent) continue;
        // A borrower who has not been paid yet is no contradiction while nothing says that he was.
        if (!lent && std::isnan(loan)) continue;
        findings.add(Role::gardens, row, 1, [&] {
            return lent ? Bilingual{"ghi không vay nhưng có vốn vay hoặc ngày giải ngân", "not a borrower, yet a loan is recorded"}
                        : Bilingual{"ghi hộ vay nhưng không có vốn vay", "a borrower without a loan"};
        });
    }
}

} // namespace banlang
