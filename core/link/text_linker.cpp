// SPDX-License-Identifier: MIT
#include "core/link/text_linker.h"

#include "core/base/parallel.h"
#include "core/link/parcel_name_linker.h"
#include "core/link/target_key.h"
#include "core/model/record_key.h"
#include "core/model/units/whole_district.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

/// Things that bear an id and no name to be found by.
bool byIdOnly(Reference reference) {
    return reference == Reference::household || reference == Reference::garden || reference == Reference::house;
}

bool isNumbered(Reference reference) {
    return byIdOnly(reference) || reference == Reference::road || reference == Reference::roadWork;
}

UnresolvedReason reasonOf(MatchFailure failure, Reference reference) {
    switch (failure) {
    case MatchFailure::several:
        return unresolved_reason::severalNames;
    case MatchFailure::elsewhere:
        return unresolved_reason::elsewhere;
    case MatchFailure::ended:
        return unresolved_reason::unitEnded;
    case MatchFailure::recycled:
        return unresolved_reason::recycledCode;
    case MatchFailure::unknown:
        break;
    }
    return unresolved_reason::unknown(reference);
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
    if (linking_.role() != Role::parcels && fieldOf(linking_.kind(), Reference::parcelNumber) != nullptr) {
        std::vector<std::int32_t> communes(linking_.table().rowCount);
        for (std::size_t row = 0; row < communes.size(); ++row) communes[row] = communeOf(row);
        ParcelNameLinker(linking_, targets_, overrides_).link(communes);
    }
    if (const RecordField* head = fieldOf(linking_.kind(), Reference::householdHead)) byHead(*head);
}

/// The commune that a record is of: named by itself, else that which numbered it.
std::int32_t TextLinker::communeOf(std::size_t row) const {
    const std::int32_t commune = linkedRow(linking_.linksOf(linking_.role()).commune, row);
    if (commune >= 0) return commune;
    const std::string_view issuer = issuersOf(linking_.table())[row];
    if (issuer.empty()) return notLinked;
    return std::max(targets_.communeVersions().choose(targets_.named(Role::communes).codeRows(issuer), linking_.day(row)),
                    notLinked);
}

/// The commune that narrows a name: that of the record, or of the village that it names.
std::int32_t TextLinker::parentOf(const ReferenceField& reference, std::size_t row) const {
    if (reference.field.reference == Reference::village) return communeOf(row);
    return reference.numbers && reference.names != nullptr ? reference.numbers->commune(row) : notLinked;
}

/// In which commune a decision about these words holds.
std::string TextLinker::scopeOf(const ReferenceField& reference, std::size_t row) const {
    if (const std::int32_t parent = parentOf(reference, row); parent >= 0) return linking_.communeCode(parent);
    return reference.numbers ? std::string(reference.numbers->issuer(row)) : std::string();
}

/// A target may also be named by words that several rows bear: then it is the one of the day, or of the record's commune.
TextMatch TextLinker::decidedRow(Role target, std::size_t row, std::string_view text) {
    const std::vector<std::int32_t> rows = targets_.decided(target, text);
    if (target != Role::communes && target != Role::villages) return targets_.numbered(target).choose(rows, communeOf(row));
    const std::int32_t chosen = targets_.versionsOf(target).choose(rows, linking_.day(row));
    if (chosen >= 0) return {chosen, LinkMethod::code, {}};
    return {notLinked, LinkMethod::none, rows.empty() ? MatchFailure::unknown : MatchFailure::several};
}

void TextLinker::applyOverride(const RecordField& field, std::size_t row, const LinkOverride& linkOverride) {
    const auto stayOpen = [&](const UnresolvedReason& reason) {
        if (targetOf(field.reference) == Role::households) linking_.refuseHousehold(row);
        linking_.fail(row, field.name, linkOverride.rawText, linkOverride.scope, reason);
    };
    if (overrides_.isDisputed(linkOverride)) return stayOpen(unresolved_reason::overridesDisagree);
    if (linkOverride.target.empty()) {
        linking_.markConfirmedAbsent(row);
        if (targetOf(field.reference) == Role::households) linking_.refuseHousehold(row);
        return;
    }
    const TextMatch target = decidedRow(targetOf(field.reference), row, linkOverride.target);
    if (target.row >= 0)
        linksTo(linking_.links(), field.reference)[row] = target.row;
    else if (!findUnitOfVillage(field, row, linkOverride.target))
        return stayOpen(target.failure == MatchFailure::several ? unresolved_reason::severalNames
                                                                : unresolved_reason::targetMissing);
    linking_.links().method[row] = LinkMethod::manualOverride;
}

/// A result or a target may also be the district's: it says so by its level. A bare name that a commune bears as well says nothing.
bool TextLinker::isOfDistrictLevel(const RecordField& field, std::size_t row, std::string_view rawText) {
    if (field.name != fields::unitReferences.unitCode.name || rawText.empty()) return false;
    if (mayNameWholeDistrict(linking_.district(), rawText)) {
        linking_.links().commune[row] = notLinked;
        linking_.links().method[row] = LinkMethod::none;
        linking_.fail(row, field.name, rawText, {}, unresolved_reason::unitOrDistrict);
        return true;
    }
    if (linkedRow(linking_.links().commune, row) >= 0 || !namesWholeDistrict(linking_.district(), rawText)) return false;
    linking_.markOfWholeDistrict(row);
    return true;
}

/// A result or a target may also belong to one village, named by its code.
bool TextLinker::findUnitOfVillage(const RecordField& field, std::size_t row, std::string_view rawText) {
    if (field.name != fields::unitReferences.unitCode.name) return false;
    const TextMatch village = decidedRow(Role::villages, row, rawText);
    linking_.links().village.resize(linking_.table().rowCount, notLinked);
    linking_.links().village[row] = village.row;
    if (village.row >= 0) linking_.links().method[row] = village.method;
    return village.row >= 0;
}

std::vector<const LinkOverride*> TextLinker::overridesOf(const ReferenceField& reference) {
    const Role role = linking_.role();
    const std::string_view field = reference.field.name;
    if (!overrides_.any(role, field)) return {};
    std::vector<const LinkOverride*> overrides(linking_.table().rowCount, nullptr);
    for (std::size_t row = 0; row < overrides.size(); ++row) {
        const std::string_view text = reference.column.text[row];
        if (text.empty()) continue;
        const std::string scope = scopeOf(reference, row);
        overrides[row] = overrides_.find(role, field, text, scope);
        if (overrides[row] != nullptr || scope.empty() || reference.names != nullptr) continue;
        // Ids were decided upon without a scope once; such a decision must not reach into another commune.
        const LinkOverride* general = overrides_.find(role, field, text, {});
        if (general == nullptr || general->target.empty()) continue;
        const TextMatch target = decidedRow(targetOf(reference.field.reference), row, general->target);
        if (target.row >= 0 && reference.numbers->mayMean(row, target.row)) overrides[row] = general;
    }
    return overrides;
}

TextMatch TextLinker::match(const ReferenceField& reference, std::size_t row) const {
    const std::string_view text = reference.column.text[row];
    const std::int32_t parent = targets_.communeVersions().lineage(parentOf(reference, row));
    if (!reference.numbers) return reference.names->find(text, parent, linking_.day(row), codeDays(row));
    TextMatch byNumber = reference.numbers->find(text, row);
    if (reference.names == nullptr) return byNumber;
    if (byNumber.row >= 0) byNumber.method = LinkMethod::code;
    if (byNumber.settled()) return byNumber;
    const TextMatch byName = reference.names->findName(text, parent, linking_.day(row));
    return byName.settled() ? byName : byNumber;
}

/// A target has no day but the year for which it is set: a code counts where it means one unit in all of it.
CodeDays TextLinker::codeDays(std::size_t row) const {
    const CodeDays days{linking_.day(row), linking_.reportDay(row)};
    if (linking_.role() != Role::targets || days.happenedOn.known() || days.reportedOn.known()) return days;
    const double year = linking_.table().numberAt(fields::targets.year, row);
    if (std::isnan(year)) return days;
    return {Date::fromYmd(static_cast<int>(year), 1, 1), Date::fromYmd(static_cast<int>(year), 12, 31)};
}

/// For each row 0 or, where it named none, 1 + why.
std::vector<std::uint8_t> TextLinker::matchAll(const ReferenceField& reference, const std::vector<const LinkOverride*>& overrides) {
    const std::size_t count = linking_.table().rowCount;
    std::vector<std::int32_t>& target = linksTo(linking_.links(), reference.field.reference);
    std::vector<LinkMethod>& methods = linking_.links().method;
    std::vector<std::uint8_t> failed(count, 0);
    parallelRanges(count, 8'192, [&](std::size_t begin, std::size_t end) {
        std::optional<std::size_t> last; // neighbours often name the same unit
        TextMatch match;
        for (std::size_t row = begin; row < end; ++row) {
            const std::string_view text = reference.column.text[row];
            if (text.empty() || (!overrides.empty() && overrides[row] != nullptr)) continue;
            const bool same = last && text == reference.column.text[*last] && linking_.day(row) == linking_.day(*last) &&
                              codeDays(row) == codeDays(*last) && parentOf(reference, row) == parentOf(reference, *last) &&
                              (!reference.numbers || reference.numbers->scope(row) == reference.numbers->scope(*last));
            if (!same) match = this->match(reference, row);
            last = row;
            target[row] = match.row;
            if (match.row >= 0)
                methods[row] = match.method;
            else
                failed[row] = static_cast<std::uint8_t>(1 + static_cast<int>(match.failure));
        }
    });
    return failed;
}

void TextLinker::byText(const RecordField& field) {
    const Column* column = textColumn(linking_.table(), field.name);
    if (column == nullptr) return;
    linksTo(linking_.links(), field.reference).resize(linking_.table().rowCount, notLinked);
    ReferenceField reference{field, *column, {}, nullptr};
    (void)targets_.named(Role::communes); // made before threads ask
    if (isNumbered(field.reference)) reference.numbers.emplace(linking_, targets_, *column, targetOf(field.reference));
    if (!byIdOnly(field.reference)) reference.names = &targets_.named(targetOf(field.reference));
    const std::vector<const LinkOverride*> overrides = overridesOf(reference);
    const std::vector<std::uint8_t> failed = matchAll(reference, overrides);
    for (std::size_t row = 0; row < overrides.size(); ++row) {
        if (overrides[row] != nullptr && !column->text[row].empty()) applyOverride(field, row, *overrides[row]);
    }
    for (std::size_t row = 0; row < failed.size(); ++row) {
        const bool isDecided = !overrides.empty() && overrides[row] != nullptr;
        if (!isDecided && isOfDistrictLevel(field, row, column->text[row])) continue;
        if (failed[row] == 0 || findUnitOfVillage(field, row, column->text[row])) continue;
        if (field.reference == Reference::household) linking_.refuseHousehold(row);
        const auto failure = static_cast<MatchFailure>(failed[row] - 1);
        const bool several = failure == MatchFailure::several || failure == MatchFailure::recycled;
        if (several && field.reference == Reference::commune)
            linking_.leaveToPlace({static_cast<std::uint32_t>(row), failure == MatchFailure::recycled});
        else
            linking_.fail(row, field.name, column->text[row], scopeOf(reference, row), reasonOf(failure, field.reference));
    }
}

/// Code of the village that a record with a head of household names, else of the commune.
std::string TextLinker::unitOfHead(std::size_t row) const {
    const std::int32_t village = linkedRow(linking_.linksOf(linking_.role()).village, row);
    if (village < 0) return linking_.communeCode(communeOf(row));
    const auto i = static_cast<std::size_t>(village);
    return villageTarget(linking_.table(Role::villages).textAt(fields::villages.code, i),
                         linking_.communeCode(linkedRow(linking_.linksOf(Role::villages).commune, i)));
}

const LinkOverride* TextLinker::overrideOfHead(const RecordField& field, std::size_t row, std::string_view head) const {
    if (!overrides_.any(linking_.role(), field.name)) return nullptr;
    const std::string unit = unitOfHead(row);
    const LinkOverride* found = overrides_.find(linking_.role(), field.name, head, unit);
    // As decisions called a village when all had a code of their own.
    const std::size_t slash = unit.find('/');
    if (found != nullptr || slash == std::string::npos) return found;
    const std::string_view code = std::string_view(unit).substr(slash + 1);
    const bool only = targets_.named(Role::villages).codeRows(code).size() == 1;
    return only ? overrides_.find(linking_.role(), field.name, head, code) : nullptr;
}

std::int32_t TextLinker::householdOfHead(std::size_t row, std::string_view head, bool saysVillage) {
    const std::int32_t village = linkedRow(linking_.links().village, row);
    const std::int32_t commune = communeOf(row);
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
        const bool idUnknown = idFailed && (failure->reasonId == unresolved_reason::unknown(Reference::household).id ||
                                            failure->reasonId == unresolved_reason::elsewhere.id);
        const bool idDecided = (idFailed && !idUnknown) || (linking_.confirmedAbsent(row) && linking_.householdRefused(row));
        if (head.empty() || linking_.links().household[row] >= 0 || idDecided) continue;
        if (const LinkOverride* linkOverride = overrideOfHead(field, row, head)) {
            if (idUnknown) linking_.forgetFailure(row);
            applyOverride(field, row, *linkOverride);
            continue;
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
        const std::string scope = unitOfHead(row);
        if (household == TextIndex::ambiguous)
            linking_.fail(row, field.name, head, scope, unresolved_reason::severalHeads);
        else
            linking_.fail(row, field.name, head, scope,
                          scope.empty() ? unresolved_reason::villageMissing : unresolved_reason::unknownHead);
    }
}

} // namespace banlang
