// SPDX-License-Identifier: MIT
#include "core/analysis/quality/quality_checks.h"
#include "core/model/record_traits.h"
#include "core/model/units/admin_unit_validity.h"
#include "core/model/units/whole_district.h"

#include <fmt/format.h>

namespace banlang {
namespace {

Label missing(Reference reference) {
    switch (reference) {
    case Reference::commune:
        return {"không có xã", "no commune"};
    case Reference::village:
        return {"không có thôn", "no village"};
    case Reference::road:
        return {"không có tuyến đường", "no road"};
    case Reference::household:
        return {"không có hộ", "no household"};
    case Reference::garden:
        return {"không có vườn", "no garden"};
    case Reference::house:
        return {"không có nhà", "no house"};
    case Reference::roadWork:
        return {"không có công trình", "no road work"};
    default:
        return {"không có thửa số", "no parcel number"};
    }
}

/// Parcels are named by sheet and number together, so only the number is asked for; a parcel itself refers to no other.
bool refers(const RecordKind& kind, const RecordField& field) {
    if (field.reference == Reference::parcelNumber) return kind.role != Role::parcels;
    // A head of household is one way of two to name the household.
    return field.reference != Reference::none && field.reference != Reference::parcelSheet &&
           field.reference != Reference::householdHead;
}

void addUnlinked(const QualityContext& context, const RecordKind& kind, const RecordField& field, Findings& findings) {
    const FeatureTable& table = context.district.table(kind.role);
    const TableLinks& links = context.district.linksOf(kind.role);
    const Column* column = table.find(field);
    // Nothing to compare with says nothing about the record.
    if (column == nullptr || context.district.table(targetOf(field.reference)).rowCount == 0) return;
    const auto& rows = linksTo(links, field.reference);
    for (std::size_t row = 0; row < table.rowCount; ++row) {
        const std::string_view stated = column->text[row];
        if (stated.empty() || linkedRow(rows, row) >= 0) continue;
        if (field.name == fields::unitReferences.unitCode.name &&
            (linkedRow(links.village, row) >= 0 || isOfWholeDistrict(context.district, table, row)))
            continue;
        findings.add(kind.role, row, 1, [&] {
            const Label what = missing(field.reference);
            return Bilingual{fmt::format("{} “{}”", what.vi, stated), fmt::format("{} “{}”", what.en, stated)};
        });
    }
}

/// "07" and "7" are one sheet; anything that is not a plain number is taken by its letters.
std::string_view withoutZeros(std::string_view text) {
    const bool number = text.find_first_not_of("0123456789") == std::string_view::npos;
    const std::size_t first = text.find_first_not_of('0');
    return number && first != std::string_view::npos ? text.substr(first) : text;
}

/// Who numbered a record; of a road also the commune that reports its stretch.
std::string issuerPart(const FeatureTable& table, const RecordKind& kind, std::size_t row) {
    const KeyScope scope = traitsOf(kind.role).scope;
    if (scope == KeyScope::none) return {};
    std::string part(table.textAt(fields::issued.issuer, row));
    if (scope == KeyScope::roadAuthority) part += fmt::format("\x1f{}", table.textAt(fields::roads.communeCode, row));
    return part + '\x1f';
}

/// The key of a record as it is compared. A commune counts as the one that was found, whether by code or by name.
std::string comparedKey(const District& district, const RecordKind& kind, std::size_t row) {
    const FeatureTable& table = district.table(kind.role);
    std::string key = issuerPart(table, kind, row);
    for (const std::string_view name : kind.key) {
        const Column* column = table.columnNamed(name);
        // A unit without a beginning is a version like any other.
        const bool mayBeMissing = hasVersions(kind.role) && name == fields::units.validFrom.name;
        if (column == nullptr || (column->isMissing(row) && !mayBeMissing)) return {};
        const std::int32_t commune =
            name == fields::parcelReferences.communeCode.name ? linkedRow(district.linksOf(kind.role).commune, row) : notLinked;
        if (commune >= 0) {
            key += std::to_string(commune);
        } else if (column->type == ColumnType::text) {
            const bool ofParcel = name == fields::parcelReferences.sheet.name || name == fields::parcelReferences.number.name;
            key += ofParcel ? withoutZeros(column->text[row]) : column->text[row];
        } else {
            key += column->valueText(row);
        }
        key += '\x1f';
    }
    return key;
}

struct HashedRow {
    std::size_t hash = 0;
    std::uint32_t row = 0;
    auto operator<=>(const HashedRow&) const = default;
};

} // namespace

bool isOfWholeDistrict(const District& district, const FeatureTable& table, std::size_t row) {
    return namesWholeDistrict(district, table.textAt(fields::unitReferences.unitCode, row));
}

void findUnlinked(const QualityContext& context, Findings& findings) {
    for (const RecordKind& kind : recordKinds()) {
        for (const RecordField& field : kind.fields) {
            if (refers(kind, field)) addUnlinked(context, kind, field, findings);
        }
    }
}

void findAdminUnitsThatDisagree(const QualityContext& context, Findings& findings) {
    const District& district = context.district;
    const FeatureTable& communes = district.table(Role::communes);
    const FeatureTable& villages = district.table(Role::villages);
    const auto& communeOfVillage = district.linksOf(Role::villages).commune;
    for (const RecordKind& kind : recordKinds()) {
        const FeatureTable& table = district.table(kind.role);
        const TableLinks& links = district.linksOf(kind.role);
        const Column* communeCode = table.columnNamed(fields::placeReferences.communeCode.name);
        const Column* villageCode = table.columnNamed(fields::placeReferences.villageCode.name);
        const Column* parcelNumber = table.columnNamed(fields::parcelReferences.number.name);
        if (communeCode == nullptr || villageCode == nullptr) continue;
        for (std::size_t row = 0; row < table.rowCount; ++row) {
            const std::int32_t village = linkedRow(links.village, row);
            const std::int32_t commune = linkedRow(links.commune, row);
            const bool named = !communeCode->isMissing(row) && !villageCode->isMissing(row);
            // With a parcel number the commune is that of the parcel, which a household may hold in another commune than its own.
            const bool ofParcel = parcelNumber != nullptr && !parcelNumber->isMissing(row);
            if (!named || ofParcel || village < 0 || commune < 0) continue;
            const std::int32_t parent = linkedRow(communeOfVillage, static_cast<std::size_t>(village));
            if (parent < 0 || parent == commune) continue;
            findings.add(kind.role, row, 1, [&] {
                const std::string name = fullName(villages, static_cast<std::size_t>(village));
                const std::string here = fullName(communes, static_cast<std::size_t>(parent));
                const std::string stated = fullName(communes, static_cast<std::size_t>(commune));
                return Bilingual{fmt::format("{} thuộc {}, không thuộc {}", name, here, stated),
                                 fmt::format("{} belongs to {}, not to {}", name, here, stated)};
            });
        }
    }
}

void findDuplicateKeys(const QualityContext& context, Findings& findings) {
    for (const RecordKind& kind : recordKinds()) {
        if (kind.key.empty()) continue;
        const std::size_t count = context.district.table(kind.role).rowCount;
        const auto hashed = collect<HashedRow>(count, parcelGrain, [&](std::size_t begin, std::size_t end, auto& found) {
            for (std::size_t row = begin; row < end; ++row) {
                const std::string key = comparedKey(context.district, kind, row);
                if (!key.empty()) found.push_back({std::hash<std::string>{}(key), static_cast<std::uint32_t>(row)});
            }
        });
        // Of rows with one hash each is held against those before it.
        for (std::size_t i = 1; i < hashed.size(); ++i) {
            const std::string key = hashed[i].hash == hashed[i - 1].hash ? comparedKey(context.district, kind, hashed[i].row) : "";
            if (key.empty()) continue;
            for (std::size_t j = i; j-- > 0 && hashed[j].hash == hashed[i].hash;) {
                if (comparedKey(context.district, kind, hashed[j].row) != key) continue;
                findings.add(kind.role, hashed[i].row, 1, [&, first = hashed[j].row + 1] {
                    return Bilingual{fmt::format("cùng mã với dòng {}", first), fmt::format("same key as row {}", first)};
                });
                break;
            }
        }
    }
}

} // namespace banlang
