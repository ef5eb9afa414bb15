// SPDX-License-Identifier: MIT
#include "core/link/text_linker.h"

#include "core/base/parallel.h"
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

const RecordField* fieldOf(const RecordKind& kind, Reference reference) {
    const auto found = std::find_if(kind.fields.begin(), kind.fields.end(),
                                    [&](const RecordField& field) { return field.reference == reference; });
    return found == kind.fields.end() ? nullptr : &*found;
}

} // namespace

void TextLinker::link() {
    // From coarse to fine, so that the finest place that was found names the method.
    for (const Reference reference : {Reference::commune, Reference::village, Reference::road, Reference::roadWork,
                                      Reference::household, Reference::garden, Reference::house}) {
        for (const RecordField& field : linking_.kind().fields) {
            if (field.reference == reference) byText(field);
        }
    }
    if (linking_.role() != Role::parcels && fieldOf(linking_.kind(), Reference::parcelNumber) != nullptr) byParcelName();
    if (const RecordField* head = fieldOf(linking_.kind(), Reference::householdHead)) byHead(*head);
}

/// The commune that narrows a name: named by the record itself, or that of the village that it names.
std::int32_t TextLinker::parentOf(const RecordField& field, std::size_t row) const {
    const TableLinks& links = linking_.linksOf(linking_.role());
    const bool nested =
        field.reference == Reference::village || field.reference == Reference::road || field.reference == Reference::roadWork;
    if (!nested) return notLinked;
    const std::int32_t commune = linkedRow(links.commune, row);
    const std::int32_t village = linkedRow(links.village, row);
    if (commune >= 0 || village < 0 || field.reference == Reference::village) return commune;
    return linkedRow(linking_.linksOf(Role::villages).commune, static_cast<std::size_t>(village));
}

void TextLinker::applyOverride(const RecordField& field, std::size_t row, const LinkOverride& linkOverride) {
    if (linkOverride.target.empty()) {
        linking_.markConfirmedAbsent(row);
        if (targetOf(field.reference) == Role::households) linking_.refuseHousehold(row);
        return;
    }
    const std::int32_t target = targets_.named(targetOf(field.reference)).findCode(linkOverride.target, linking_.day(row)).row;
    if (target >= 0)
        linksTo(linking_.links(), field.reference)[row] = target;
    else if (!findUnitOfVillage(field, row, linkOverride.target))
        return linking_.fail(row, field.name, linkOverride.rawText, linkOverride.scope, unresolved_reason::targetMissing);
    linking_.links().method[row] = LinkMethod::manualOverride;
}

/// A result or a target may also belong to one village, named by its code.
bool TextLinker::findUnitOfVillage(const RecordField& field, std::size_t row, std::string_view rawText) {
    if (field.name != fields::unitReferences.unitCode.name) return false;
    const TextMatch village = targets_.named(Role::villages).findCode(rawText, linking_.day(row));
    linking_.links().village.resize(linking_.table().rowCount, notLinked);
    linking_.links().village[row] = village.row;
    if (village.row >= 0) linking_.links().method[row] = village.method;
    return village.row >= 0;
}

void TextLinker::byText(const RecordField& field) {
    const Column* column = textColumn(linking_.table(), field.name);
    if (column == nullptr) return;
    const std::size_t count = linking_.table().rowCount;
    auto& target = linksTo(linking_.links(), field.reference);
    target.resize(count, notLinked);
    const AdminUnitIndex& index = targets_.named(targetOf(field.reference));
    const bool idOnly = byIdOnly(field.reference);
    std::vector<const LinkOverride*> overrides(overrides_.any(linking_.role(), field.name) ? count : 0, nullptr);
    for (std::size_t row = 0; row < overrides.size(); ++row)
        overrides[row] =
            overrides_.find(linking_.role(), field.name, column->text[row], linking_.communeCode(parentOf(field, row)));

    std::vector<LinkMethod>& methods = linking_.links().method;
    std::vector<std::uint8_t> failed(count, 0); // 1 = unknown, 2 = several
    parallelRanges(count, 8'192, [&](std::size_t begin, std::size_t end) {
        std::string_view lastText; // neighbours often name the same unit
        std::int32_t lastParent = notLinked;
        Date lastDay;
        TextMatch last;
        for (std::size_t row = begin; row < end; ++row) {
            const std::string_view text = column->text[row];
            if (text.empty() || (!overrides.empty() && overrides[row] != nullptr)) continue;
            const std::int32_t parent = targets_.communeVersions().lineage(parentOf(field, row));
            const Date on = linking_.day(row);
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
        if (field.reference == Reference::household) linking_.refuseHousehold(row);
        linking_.fail(row, field.name, column->text[row], linking_.communeCode(parentOf(field, row)),
                      failed[row] == 2 ? unresolved_reason::severalNames : unresolved_reason::unknown(field.reference));
    }
}

void TextLinker::byParcelName() {
    constexpr std::string_view field = fields::parcelReferences.number.name;
    const std::size_t count = linking_.table().rowCount;
    std::vector<ParcelName> names(count);
    std::vector<const LinkOverride*> overrides(count, nullptr);
    const bool anyOverridden = overrides_.any(linking_.role(), field);
    const auto saidAt = [&](std::size_t row) {
        return fmt::format("{}/{}", linking_.table().textAt(fields::parcelReferences.sheet, row),
                           linking_.table().textAt(fields::parcelReferences.number, row));
    };
    for (std::size_t row = 0; row < count; ++row) {
        const std::int32_t commune = linkedRow(linking_.links().commune, row);
        names[row] = {commune, linking_.table().textAt(fields::parcelReferences.sheet, row),
                      linking_.table().textAt(fields::parcelReferences.number, row)};
        if (!anyOverridden || names[row].number.empty()) continue;
        overrides[row] = overrides_.find(linking_.role(), field, saidAt(row), linking_.communeCode(commune));
        if (overrides[row] == nullptr) continue;
        const ParcelKeyText key = splitParcelKey(overrides[row]->target);
        names[row] = {targets_.named(Role::communes).findCode(key.commune).row, key.sheet, key.number};
    }
    linking_.links().parcel = findParcels(linking_.table(Role::parcels), linking_.linksOf(Role::parcels), names);
    for (std::size_t row = 0; row < count; ++row) {
        std::int32_t& parcel = linking_.links().parcel[row];
        const bool several = parcel == ambiguousParcel;
        if (parcel >= 0) {
            linking_.links().method[row] = overrides[row] != nullptr ? LinkMethod::manualOverride : LinkMethod::key;
            continue;
        }
        parcel = notLinked;
        if (overrides[row] != nullptr && overrides[row]->target.empty())
            linking_.markConfirmedAbsent(row);
        else if (overrides[row] != nullptr)
            linking_.fail(row, field, overrides[row]->rawText, overrides[row]->scope, unresolved_reason::targetMissing);
        else if (!names[row].number.empty())
            linking_.fail(row, field, saidAt(row), linking_.communeCode(names[row].commune),
                          several ? unresolved_reason::severalParcels : unresolved_reason::unknownParcel);
    }
}

/// Code of the village that a record with a head of household names, else of the commune.
std::string TextLinker::unitOfHead(std::size_t row) const {
    const TableLinks& links = linking_.linksOf(linking_.role());
    const std::int32_t village = linkedRow(links.village, row);
    if (village < 0) return linking_.communeCode(linkedRow(links.commune, row));
    return std::string(linking_.table(Role::villages).textAt(fields::villages.code, static_cast<std::size_t>(village)));
}

std::int32_t TextLinker::householdOfHead(std::size_t row, std::string_view head, bool saysVillage) {
    const std::int32_t village = linkedRow(linking_.links().village, row);
    const std::int32_t commune = linkedRow(linking_.links().commune, row);
    std::int32_t household = notLinked;
    if (village >= 0)
        household = targets_.heads().inVillage(head, targets_.villageVersions().lineage(village));
    else if (!saysVillage && commune >= 0)
        household = targets_.heads().inCommune(head, targets_.communeVersions().lineage(commune));
    if (household >= 0) return household;
    // The parcel that the record names as well may tell which of them it is.
    const std::int32_t parcel = linkedRow(linking_.links().parcel, row);
    const std::int32_t owner =
        parcel < 0 ? notLinked : linkedRow(linking_.linksOf(Role::parcels).household, static_cast<std::size_t>(parcel));
    const auto ownerHead = [&] {
        return linking_.table(Role::households).textAt(fields::households.headName, static_cast<std::size_t>(owner));
    };
    return owner >= 0 && householdHeadKey(ownerHead()) == householdHeadKey(head) ? owner : household;
}

void TextLinker::byHead(const RecordField& field) {
    const Column* column = textColumn(linking_.table(), field.name);
    // Without any household there is nothing that a name could be compared with.
    if (column == nullptr || linking_.table(Role::households).rowCount == 0) return;
    const auto village = std::find_if(linking_.kind().fields.begin(), linking_.kind().fields.end(),
                                      [](const RecordField& one) { return one.reference == Reference::village; });
    linking_.links().household.resize(linking_.table().rowCount, notLinked);
    for (std::size_t row = 0; row < linking_.table().rowCount; ++row) {
        const std::string_view head = column->text[row];
        const UnresolvedReference* failure = linking_.failure(row);
        const bool idFailed = failure != nullptr && failure->field == fields::householdReferences.householdId.name;
        const bool idUnknown = idFailed && failure->reasonId == unresolved_reason::unknown(Reference::household).id;
        const bool idDecided = (idFailed && !idUnknown) || (linking_.confirmedAbsent(row) && linking_.householdRefused(row));
        if (head.empty() || linking_.links().household[row] >= 0 || idDecided) continue;
        const std::string scope = unitOfHead(row);
        if (overrides_.any(linking_.role(), field.name)) {
            if (const LinkOverride* linkOverride = overrides_.find(linking_.role(), field.name, head, scope)) {
                if (idUnknown) linking_.forgetFailure(row);
                applyOverride(field, row, *linkOverride);
                continue;
            }
        }
        const bool saysVillage = village != linking_.kind().fields.end() && !linking_.table().find(*village)->text[row].empty();
        const std::int32_t household = householdOfHead(row, head, saysVillage);
        if (household >= 0) {
            linking_.links().household[row] = household;
            if (linkedRow(linking_.links().parcel, row) < 0) linking_.links().method[row] = LinkMethod::headOfHousehold;
            if (idUnknown) linking_.forgetFailure(row);
            continue;
        }
        linking_.refuseHousehold(row);
        if (household == TextIndex::ambiguous)
            linking_.fail(row, field.name, head, scope, unresolved_reason::severalHeads);
        else
            linking_.fail(row, field.name, head, scope,
                          scope.empty() ? unresolved_reason::villageMissing : unresolved_reason::unknownHead);
    }
}

} // namespace banlang
