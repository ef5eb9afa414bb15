// SPDX-License-Identifier: MIT
#include "core/analysis/quality/excluded_records.h"

#include "core/analysis/context/analysis_context.h"
#include "core/analysis/quality/overlapping_totals.h"
#include "core/analysis/quality/quality_checks.h"

#include <cmath>

namespace banlang {
namespace {

/// The figure by which a kind is summed.
struct SummedField {
    Role role;
    NumberField field;
    std::string_view unit;
};
constexpr SummedField summedFields[] = {
    {Role::donations, fields::donations.declaredAreaM2, "m2"},
    {Role::gardens, fields::gardens.areaM2, "m2"},
    {Role::contributions, fields::contributions.amountVnd, "VND"},
    {Role::labourDays, fields::labourDays.daysGiven, "days"},
};

void addAmount(const District& district, ExcludedRecordGroup& group) {
    for (const SummedField& summed : summedFields) {
        if (summed.role != group.role) continue;
        const auto column = district.table(group.role).column(summed.field);
        group.unit = summed.unit;
        for (const std::uint32_t row : group.rows) {
            if (!column.isMissing(row)) group.amount = group.amount.value_or(0) + column[row];
        }
    }
}

ExcludedRecords setAsideFrom(const AnalysisContext& asked) {
    const District& district = asked.district();
    const QualityContext context(asked, QualityCoverage::records);
    ExcludedRecords excluded;
    for (const QualityCheck& check : qualityChecks()) {
        if (!check.excludesRecords) continue;
        std::array<std::vector<std::uint32_t>, roleCount> broken;
        Findings findings(broken);
        check.find(context, findings);
        for (const RecordKind& kind : context.kinds()) {
            std::vector<std::uint32_t>& rows = broken[indexOf(kind.role)];
            if (rows.empty()) continue;
            std::sort(rows.begin(), rows.end());
            rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
            std::vector<bool>& marked = excluded.rowsOf[indexOf(kind.role)];
            marked.resize(district.table(kind.role).rowCount);
            for (const std::uint32_t row : rows) marked[row] = true;
            ExcludedRecordGroup& group = excluded.groups.emplace_back();
            group.rule = check.id;
            group.title = check.title;
            group.role = kind.role;
            group.rows = std::move(rows);
            addAmount(district, group);
        }
    }
    return excluded;
}

std::size_t bytesOf(const ExcludedRecords& excluded) {
    std::size_t bytes = 0;
    for (const ExcludedRecordGroup& group : excluded.groups)
        bytes += sizeof(ExcludedRecordGroup) + group.rows.size() * sizeof(std::uint32_t);
    for (const std::vector<bool>& rows : excluded.rowsOf) bytes += rows.size() / 8;
    return bytes;
}

} // namespace

std::size_t ExcludedRecords::recordCount() const {
    std::size_t count = 0;
    for (const std::vector<bool>& rows : rowsOf) count += static_cast<std::size_t>(std::count(rows.begin(), rows.end(), true));
    return count;
}

std::shared_ptr<const ExcludedRecords> excludedRecords(const AnalysisContext& context) {
    const ContextParts reads{.day = hasPeriodTotals(context.district())};
    return context.kept<ExcludedRecords>({"set-aside", reads}, setAsideFrom, bytesOf);
}

std::vector<std::uint32_t> countedRows(const AnalysisContext& context, Role role) {
    const auto excluded = excludedRecords(context);
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < context.district().table(role).rowCount; ++row) {
        if (!excluded->contains(role, row)) rows.push_back(row);
    }
    return rows;
}

} // namespace banlang
