// SPDX-License-Identifier: MIT
#include "core/analysis/set_aside.h"

#include "core/analysis/quality_checks.h"

#include <cmath>

namespace banlang {
namespace {

/// The figure by which a kind is summed.
struct SummedField {
    Role role;
    std::string_view field;
    std::string_view unit;
};
constexpr SummedField summedFields[] = {
    {Role::donations, "declared_area_m2", "m2"},
    {Role::gardens, "area_m2", "m2"},
    {Role::contributions, "amount_vnd", "VND"},
    {Role::labourDays, "days_given", "days"},
};

void addAmount(const District& district, SetAsideGroup& group) {
    for (const SummedField& summed : summedFields) {
        const Column* column = summed.role == group.role ? district.table(group.role).find(summed.field) : nullptr;
        if (column == nullptr) continue;
        group.unit = summed.unit;
        for (const std::uint32_t row : group.rows) {
            if (!std::isnan(column->numbers[row])) group.amount = group.amount.value_or(0) + column->numbers[row];
        }
    }
}

} // namespace

std::size_t SetAside::recordCount() const {
    std::size_t count = 0;
    for (const std::vector<bool>& rows : rowsOf) count += static_cast<std::size_t>(std::count(rows.begin(), rows.end(), true));
    return count;
}

SetAside setAside(const District& district) {
    const QualityContext context(district, {}, QualityScope::records);
    SetAside aside;
    for (const QualityCheck& check : qualityChecks()) {
        if (!check.setsAside) continue;
        std::array<std::vector<std::uint32_t>, roleCount> broken;
        Findings findings(broken);
        check.find(context, findings);
        for (const RecordKind& kind : context.kinds()) {
            std::vector<std::uint32_t>& rows = broken[indexOf(kind.role)];
            if (rows.empty()) continue;
            std::sort(rows.begin(), rows.end());
            rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
            std::vector<bool>& marked = aside.rowsOf[indexOf(kind.role)];
            marked.resize(district.table(kind.role).rowCount);
            for (const std::uint32_t row : rows) marked[row] = true;
            SetAsideGroup& group = aside.groups.emplace_back();
            group.rule = check.id;
            group.title = check.title;
            group.role = kind.role;
            group.rows = std::move(rows);
            addAmount(district, group);
        }
    }
    return aside;
}

std::shared_ptr<const SetAside> keptAside(const District& district) {
    return district.workedOut.get<SetAside>([&] { return setAside(district); });
}

std::vector<std::uint32_t> countedRows(const District& district, Role role) {
    const auto aside = keptAside(district);
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < district.table(role).rowCount; ++row) {
        if (!aside->contains(role, row)) rows.push_back(row);
    }
    return rows;
}

} // namespace banlang
