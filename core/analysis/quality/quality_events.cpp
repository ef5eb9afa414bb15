// SPDX-License-Identifier: MIT
#include "core/analysis/quality/quality_checks.h"

#include <fmt/format.h>

#include <bit>

namespace banlang {
namespace {

/// A column as it is compared: where it names something that was found, that counts and not how it was written.
struct ComparedColumn {
    const Column* column = nullptr;
    const std::vector<std::int32_t>* links = nullptr;

    [[nodiscard]] std::int32_t linked(std::size_t row) const { return links == nullptr ? notLinked : linkedRow(*links, row); }
};

std::vector<ComparedColumn> comparedColumns(const District& district, const RecordKind& kind) {
    std::vector<ComparedColumn> columns;
    for (const std::string_view name : kind.identity) {
        const RecordField* field = findField(kind, name);
        const Column* column = district.table(kind.role).columnNamed(name);
        if (field == nullptr || column == nullptr) continue;
        const bool refers = field->reference != Reference::none;
        columns.push_back({column, refers ? &linksTo(district.linksOf(kind.role), field->reference) : nullptr});
    }
    return columns;
}

std::size_t hashOf(const ComparedColumn& compared, std::size_t row) {
    const Column& column = *compared.column;
    // A village that was found by its commune alone is none that the row names.
    if (column.isMissing(row)) return 0;
    if (const std::int32_t linked = compared.linked(row); linked >= 0) return static_cast<std::size_t>(linked) + 1;
    switch (column.type) {
    case ColumnType::text:
        return std::hash<std::string_view>{}(column.text[row]);
    case ColumnType::number:
        return std::bit_cast<std::uint64_t>(column.numbers[row]);
    case ColumnType::date:
        return static_cast<std::size_t>(column.dates[row].daysSince1970);
    }
    return 0;
}

bool alike(const ComparedColumn& compared, std::size_t a, std::size_t b) {
    const Column& column = *compared.column;
    if (column.isMissing(a) || column.isMissing(b)) return column.isMissing(a) == column.isMissing(b);
    if (compared.linked(a) >= 0 || compared.linked(b) >= 0) return compared.linked(a) == compared.linked(b);
    switch (column.type) {
    case ColumnType::text:
        return column.text[a] == column.text[b];
    case ColumnType::number:
        return column.numbers[a] == column.numbers[b];
    case ColumnType::date:
        return column.dates[a] == column.dates[b];
    }
    return false;
}

struct HashedEvent {
    std::size_t hash = 0;
    std::uint32_t row = 0;
    auto operator<=>(const HashedEvent&) const = default;
};

std::vector<HashedEvent> hashedEvents(const std::vector<ComparedColumn>& columns, std::size_t rowCount) {
    constexpr std::size_t prime = 0x9E3779B97F4A7C15;
    std::vector<HashedEvent> events(rowCount);
    for (std::size_t row = 0; row < rowCount; ++row) {
        std::size_t hash = 0;
        for (const ComparedColumn& column : columns) hash = std::rotl(hash, 23) * prime + hashOf(column, row);
        events[row] = {hash * prime, static_cast<std::uint32_t>(row)};
    }
    std::sort(events.begin(), events.end());
    return events;
}

void addDuplicates(const District& district, const RecordKind& kind, Findings& findings) {
    const auto columns = comparedColumns(district, kind);
    const auto events = hashedEvents(columns, district.table(kind.role).rowCount);
    for (std::size_t i = 1; i < events.size(); ++i) {
        for (std::size_t j = i; j-- > 0 && events[j].hash == events[i].hash;) {
            const bool same = std::all_of(columns.begin(), columns.end(), [&](const ComparedColumn& column) {
                return alike(column, events[i].row, events[j].row);
            });
            if (!same) continue;
            findings.add(kind.role, events[i].row, 1, [&, row = events[j].row + 1] {
                return Bilingual{fmt::format("cùng một việc với dòng {}", row), fmt::format("the same event as row {}", row)};
            });
            break;
        }
    }
}

bool isMissing(const Column* column, std::size_t row) {
    return column == nullptr || column->isMissing(row);
}

void addHouseholdsElsewhere(const District& district, const RecordKind& kind, Findings& findings) {
    const FeatureTable& table = district.table(kind.role);
    const TableLinks& links = district.linksOf(kind.role);
    const auto& villageOfHousehold = district.linksOf(Role::households).village;
    const Column* const named = table.columnNamed(fields::placeReferences.villageCode.name);
    const Column* const parcel = table.columnNamed(fields::parcelReferences.number.name);
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        const std::int32_t household = linkedRow(links.household, row);
        const std::int32_t stated = linkedRow(links.village, row);
        // Land may well lie in another village than its holder.
        if (household < 0 || stated < 0 || isMissing(named, row) || !isMissing(parcel, row)) continue;
        const std::int32_t home = linkedRow(villageOfHousehold, static_cast<std::size_t>(household));
        if (home < 0 || home == stated) continue;
        findings.add(kind.role, row, 1, [&] {
            const FeatureTable& villages = district.table(Role::villages);
            const std::string here = fullName(villages, static_cast<std::size_t>(stated));
            const std::string there = fullName(villages, static_cast<std::size_t>(home));
            return Bilingual{fmt::format("ghi {}, danh sách hộ ghi {}", here, there),
                             fmt::format("says {}, the list of households {}", here, there)};
        });
    }
}

} // namespace

void findDuplicateEvents(const QualityContext& context, Findings& findings) {
    for (const RecordKind& kind : context.kinds()) {
        if (!kind.identity.empty()) addDuplicates(context.district, kind, findings);
    }
}

void findLoansWithoutHousehold(const QualityContext& context, Findings& findings) {
    const FeatureTable& gardens = context.district.table(Role::gardens);
    const auto& householdOf = context.district.linksOf(Role::gardens).household;
    const auto disbursed = gardens.column(fields::gardens.disbursedOn);
    const auto loan = gardens.column(fields::gardens.loanVnd);
    const auto household = gardens.column(fields::gardens.householdId);
    const auto head = gardens.column(fields::gardens.headName);
    // Without a list of households, what is named is all that can be asked for.
    const bool listed = context.district.table(Role::households).rowCount > 0;
    for (std::size_t row = 0; row < gardens.rowCount; ++row) {
        const bool lent = !disbursed.isMissing(row) || loan[row] > 0;
        const bool named = !household.isMissing(row) || !head.isMissing(row);
        if (!lent || linkedRow(householdOf, row) >= 0 || (named && !listed)) continue;
        findings.add(Role::gardens, row, 1, [&] {
            return named ? Bilingual{"hộ vay không có trong danh sách hộ", "the borrower is not on the list of households"}
                         : Bilingual{"không ghi hộ vay", "no borrower is named"};
        });
    }
}

void findHouseholdsInTwoVillages(const QualityContext& context, Findings& findings) {
    for (const RecordKind& kind : context.kinds()) {
        if (findField(kind, fields::householdReferences.householdId.name) != nullptr &&
            findField(kind, fields::placeReferences.villageCode.name) != nullptr)
            addHouseholdsElsewhere(context.district, kind, findings);
    }
}

} // namespace banlang
