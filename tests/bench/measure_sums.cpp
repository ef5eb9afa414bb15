// SPDX-License-Identifier: MIT
#include "core/analysis/context/analysis_context.h"
#include "core/analysis/progress/progress.h"
#include "core/analysis/quality/excluded_records.h"
#include "core/analysis/rule_files/rule_files.h"
#include "tests/bench/measure.h"

#include <fmt/format.h>

namespace banlang::bench {
namespace {

constexpr std::size_t recordsPerKind = 50'000;
constexpr std::size_t communeCount = 20;
constexpr std::size_t villageCount = 250;
constexpr std::size_t householdCount = 20'000;

/// Every column filled: dates one after another, numbers and texts by the row.
void fill(FeatureTable& table, std::size_t rows) {
    const Date first = Date::fromYmd(2021, 1, 2); // a Saturday
    for (Column& column : table.columns) {
        std::int32_t step = 0;
        for (std::size_t i = 0; i < table.columns.size(); ++i) step += &table.columns[i] <= &column ? 7 : 0;
        for (std::size_t row = 0; row < rows; ++row) {
            if (column.type == ColumnType::number) column.numbers.push_back(static_cast<double>(row % 90 + 1));
            if (column.type == ColumnType::date)
                column.dates.push_back({first.daysSince1970 + static_cast<std::int32_t>(row % 60) * 7 + step});
            // Programmes have a handful of spellings, ids do not repeat.
            if (column.type == ColumnType::text)
                column.text.append(fmt::format("{}-{}", column.name, column.name == "programme" ? row % 5 : row));
        }
    }
    for (std::size_t row = 0; row < rows; ++row) table.geometry.endFeature();
    table.rowCount = rows;
}

std::vector<std::int32_t> spread(std::size_t rows, std::size_t targets) {
    std::vector<std::int32_t> links(rows);
    for (std::size_t row = 0; row < rows; ++row) links[row] = static_cast<std::int32_t>(row % targets);
    return links;
}

District manyRecords() {
    District district = emptyDistrict(9209);
    fill(district.table(Role::communes), communeCount);
    fill(district.table(Role::villages), villageCount);
    fill(district.table(Role::households), householdCount);
    district.linksOf(Role::villages).commune = spread(villageCount, communeCount);
    district.linksOf(Role::households).village = spread(householdCount, villageCount);
    for (const Role role :
         {Role::donations, Role::gardens, Role::houses, Role::saturdays, Role::inspections, Role::contributions}) {
        fill(district.table(role), recordsPerKind);
        TableLinks& links = district.linksOf(role);
        links.commune = spread(recordsPerKind, communeCount);
        links.village = spread(recordsPerKind, villageCount);
        links.household = spread(recordsPerKind, householdCount);
    }
    district.linksOf(Role::inspections).garden = spread(recordsPerKind, recordsPerKind);
    return district;
}

AnalysisContext contextOf(std::shared_ptr<const District> district) {
    return {std::move(district), shippedRules(), Date::fromYmd(2022, 5, 18)};
}

} // namespace

Measured measureSums() {
    AnalysisContext context = contextOf(std::make_shared<const District>(manyRecords()));
    (void)excludedRecords(context);
    const double seconds = medianSeconds([&] {
        context = context.on(Date{context.asOf().daysSince1970 - 1});
        (void)progress(context);
    });
    return {"sums", seconds, fmt::format("{} records", 6 * recordsPerKind), {}};
}

Measured measureExcludedRecords() {
    const auto district = std::make_shared<District>(manyRecords());
    const AnalysisContext context = contextOf(district);
    const double seconds = medianSeconds([&] {
        district->derived.forget();
        (void)excludedRecords(context);
    });
    return {"set-aside", seconds, fmt::format("{} records", 6 * recordsPerKind), {}};
}

} // namespace banlang::bench
