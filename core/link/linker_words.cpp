// SPDX-License-Identifier: MIT
// Steps of the ladder that read what a record says.
#include "core/base/parallel.h"
#include "core/link/linker.h"
#include "core/link/parcel_lookup.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

/// Things that bear an id and no name to be found by.
bool byIdOnly(Reference reference) {
    return reference == Reference::household || reference == Reference::garden || reference == Reference::house;
}

const Column* textColumn(const FeatureTable& table, std::string_view name) {
    const Column* column = table.columnNamed(name);
    return column != nullptr && column->type == ColumnType::text ? column : nullptr;
}

} // namespace

/// The commune that narrows a name: named by the record itself, or that of the village that it names.
std::int32_t Linker::parentOf(const RecordField& field, std::size_t row) const {
    const TableLinks& links = linksOf(kind_->role);
    const bool nested =
        field.reference == Reference::village || field.reference == Reference::road || field.reference == Reference::roadWork;
    if (!nested) return notLinked;
    const std::int32_t commune = linkedRow(links.commune, row);
    const std::int32_t village = linkedRow(links.village, row);
    if (commune >= 0 || village < 0 || field.reference == Reference::village) return commune;
    return linkedRow(linksOf(Role::villages).commune, static_cast<std::size_t>(village));
}

void Linker::applyOverride(const RecordField& field, std::size_t row, const LinkOverride& linkOverride) {
    if (linkOverride.target.empty()) {
        markConfirmedAbsent(row);
        if (targetOf(field.reference) == Role::households) refuseHousehold(row);
        return;
    }
    const std::int32_t target = units(targetOf(field.reference)).findCode(linkOverride.target, day(row)).row;
    if (target >= 0)
        linksTo(links(), field.reference)[row] = target;
    else if (!findUnitOfVillage(field, row, linkOverride.target))
        return fail(row, field.name, linkOverride.rawText, linkOverride.scope, unresolved_reason::targetMissing);
    links().method[row] = LinkMethod::manualOverride;
}

/// A result or a target may also belong to one village, named by its code.
bool Linker::findUnitOfVillage(const RecordField& field, std::size_t row, std::string_view rawText) {
    if (field.name != fields::unitReferences.unitCode.name) return false;
    const TextMatch village = units(Role::villages).findCode(rawText, day(row));
    links().village.resize(table().rowCount, notLinked);
    links().village[row] = village.row;
    if (village.row >= 0) links().method[row] = village.method;
    return village.row >= 0;
}

void Linker::byText(const RecordField& field) {
    const Column* column = textColumn(table(), field.name);
    if (column == nullptr) return;
    const std::size_t count = table().rowCount;
    auto& target = linksTo(links(), field.reference);
    target.resize(count, notLinked);
    const AdminUnitIndex& index = units(targetOf(field.reference));
    const bool idOnly = byIdOnly(field.reference);
    std::vector<const LinkOverride*> overrides(overrides_.any(kind_->role, field.name) ? count : 0, nullptr);
    for (std::size_t row = 0; row < overrides.size(); ++row)
        overrides[row] = overrides_.find(kind_->role, field.name, column->text[row], communeCode(parentOf(field, row)));

    std::vector<LinkMethod>& methods = links().method;
    std::vector<std::uint8_t> failed(count, 0); // 1 = unknown, 2 = several
    parallelRanges(count, 8'192, [&](std::size_t begin, std::size_t end) {
        std::string_view lastText; // neighbours often name the same unit
        std::int32_t lastParent = notLinked;
        Date lastDay;
        TextMatch last;
        for (std::size_t row = begin; row < end; ++row) {
            const std::string_view text = column->text[row];
            if (text.empty() || (!overrides.empty() && overrides[row] != nullptr)) continue;
            const std::int32_t parent = communeVersions_.lineage(parentOf(field, row));
            const Date on = day(row);
            if (text != lastText || parent != lastParent || on != lastDay) {
                last = idOnly ? index.findCode(text, on) : index.find(text, parent, on);
                lastText = text;
                lastParent = parent;
                lastDay = on;
            }
            target[row] = last.row;
            if (last.row >= 0)
                methods[row] = idOnly ? LinkMethod::key : last.method;
            else
                failed[row] = last.ambiguous ? 2 : 1;
        }
    });
    for (std::size_t row = 0; row < overrides.size(); ++row) {
        if (overrides[row] != nullptr && !column->text[row].empty()) applyOverride(field, row, *overrides[row]);
    }
    for (std::size_t row = 0; row < count; ++row) {
        if (failed[row] == 0 || findUnitOfVillage(field, row, column->text[row])) continue;
        if (field.reference == Reference::household) refuseHousehold(row);
        fail(row, field.name, column->text[row], communeCode(parentOf(field, row)),
             failed[row] == 2 ? unresolved_reason::severalNames : unresolved_reason::unknown(field.reference));
    }
}

void Linker::byParcelName() {
    constexpr std::string_view field = fields::parcelReferences.number.name;
    const std::size_t count = table().rowCount;
    std::vector<ParcelName> names(count);
    std::vector<const LinkOverride*> overrides(count, nullptr);
    const bool anyOverridden = overrides_.any(kind_->role, field);
    const auto saidAt = [&](std::size_t row) {
        return fmt::format("{}/{}", table().textAt(fields::parcelReferences.sheet, row),
                           table().textAt(fields::parcelReferences.number, row));
    };
    for (std::size_t row = 0; row < count; ++row) {
        const std::int32_t commune = linkedRow(links().commune, row);
        names[row] = {commune, table().textAt(fields::parcelReferences.sheet, row),
                      table().textAt(fields::parcelReferences.number, row)};
        if (!anyOverridden || names[row].number.empty()) continue;
        overrides[row] = overrides_.find(kind_->role, field, saidAt(row), communeCode(commune));
        if (overrides[row] == nullptr) continue;
        const ParcelKeyText key = splitParcelKey(overrides[row]->target);
        names[row] = {units(Role::communes).findCode(key.commune).row, key.sheet, key.number};
    }
    links().parcel = findParcels(district_.table(Role::parcels), linksOf(Role::parcels), names);
    for (std::size_t row = 0; row < count; ++row) {
        std::int32_t& parcel = links().parcel[row];
        const bool several = parcel == ambiguousParcel;
        if (parcel >= 0) {
            links().method[row] = overrides[row] != nullptr ? LinkMethod::manualOverride : LinkMethod::key;
            continue;
        }
        parcel = notLinked;
        if (overrides[row] != nullptr && overrides[row]->target.empty())
            markConfirmedAbsent(row);
        else if (overrides[row] != nullptr)
            fail(row, field, overrides[row]->rawText, overrides[row]->scope, unresolved_reason::targetMissing);
        else if (!names[row].number.empty())
            fail(row, field, saidAt(row), communeCode(names[row].commune),
                 several ? unresolved_reason::severalParcels : unresolved_reason::unknownParcel);
    }
}

void Linker::refuseHousehold(std::size_t row) {
    householdRefused_.resize(table().rowCount, false);
    householdRefused_[row] = true;
}

/// Code of the village that a record with a head of household names, else of the commune.
std::string Linker::unitOfHead(std::size_t row) const {
    const TableLinks& links = linksOf(kind_->role);
    const std::int32_t village = linkedRow(links.village, row);
    if (village < 0) return communeCode(linkedRow(links.commune, row));
    return std::string(district_.table(Role::villages).textAt(fields::villages.code, static_cast<std::size_t>(village)));
}

std::int32_t Linker::householdOfHead(std::size_t row, std::string_view head, bool saysVillage) {
    const std::int32_t village = linkedRow(links().village, row);
    const std::int32_t commune = linkedRow(links().commune, row);
    std::int32_t household = notLinked;
    if (village >= 0)
        household = heads().inVillage(head, villageVersions_.lineage(village));
    else if (!saysVillage && commune >= 0)
        household = heads().inCommune(head, communeVersions_.lineage(commune));
    if (household >= 0) return household;
    // The parcel that the record names as well may tell which of them it is.
    const std::int32_t parcel = linkedRow(links().parcel, row);
    const std::int32_t owner =
        parcel < 0 ? notLinked : linkedRow(linksOf(Role::parcels).household, static_cast<std::size_t>(parcel));
    const auto ownerHead = [&] {
        return district_.table(Role::households).textAt(fields::households.headName, static_cast<std::size_t>(owner));
    };
    return owner >= 0 && householdHeadKey(ownerHead()) == householdHeadKey(head) ? owner : household;
}

void Linker::byHead(const RecordField& field) {
    const Column* column = textColumn(table(), field.name);
    // Without any household there is nothing that a name could be compared with.
    if (column == nullptr || district_.table(Role::households).rowCount == 0) return;
    const auto village = std::find_if(kind_->fields.begin(), kind_->fields.end(),
                                      [](const RecordField& one) { return one.reference == Reference::village; });
    links().household.resize(table().rowCount, notLinked);
    for (std::size_t row = 0; row < table().rowCount; ++row) {
        const std::string_view head = column->text[row];
        const auto failure = failures_.find(row);
        const bool idFailed = failure != failures_.end() && failure->second.field == fields::householdReferences.householdId.name;
        const bool idUnknown = idFailed && failure->second.reasonId == unresolved_reason::unknown(Reference::household).id;
        const bool idDecided =
            (idFailed && !idUnknown) || (confirmedAbsent_.contains(row) && !householdRefused_.empty() && householdRefused_[row]);
        if (head.empty() || links().household[row] >= 0 || idDecided) continue;
        const std::string scope = unitOfHead(row);
        if (overrides_.any(kind_->role, field.name)) {
            if (const LinkOverride* linkOverride = overrides_.find(kind_->role, field.name, head, scope)) {
                if (idUnknown) failures_.erase(failure);
                applyOverride(field, row, *linkOverride);
                continue;
            }
        }
        const bool saysVillage = village != kind_->fields.end() && !table().find(*village)->text[row].empty();
        const std::int32_t household = householdOfHead(row, head, saysVillage);
        if (household >= 0) {
            links().household[row] = household;
            if (linkedRow(links().parcel, row) < 0) links().method[row] = LinkMethod::headOfHousehold;
            if (idUnknown) failures_.erase(failure);
            continue;
        }
        refuseHousehold(row);
        if (household == TextIndex::ambiguous)
            fail(row, field.name, head, scope, unresolved_reason::severalHeads);
        else
            fail(row, field.name, head, scope, scope.empty() ? unresolved_reason::villageMissing : unresolved_reason::unknownHead);
    }
}

} // namespace banlang
