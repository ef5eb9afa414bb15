// SPDX-License-Identifier: MIT
#include "core/intake/known_records.h"

#include "core/text/keys.h"
#include "core/text/named_code.h"

namespace banlang {
namespace {

/// Fields by which other records name a record of this kind.
std::vector<TextField> wordFields(Role role) {
    switch (role) {
    case Role::communes:
    case Role::villages:
    case Role::roads:
        return {codeField(role), fields::named.name};
    case Role::households:
        return {fields::households.id};
    default:
        return {};
    }
}

} // namespace

void KnownRecords::addHouseholds(const FeatureTable& rows) {
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        if (rows.textAt(fields::households.id, row).empty()) continue;
        const std::string_view village = rows.textAt(fields::households.villageCode, row);
        const auto [known, isNew] = villageOfHousehold_.emplace(numberKey(rows.textAt(fields::households.id, row)), village);
        if (!isNew && known->second != village) known->second.clear();
    }
}

void KnownRecords::addKeys(Role role, const FeatureTable& rows) {
    const RecordKeyReader reader(rows, recordKind(role));
    auto& keys = keys_[indexOf(role)];
    keys.reserve(keys.size() + rows.rowCount);
    for (std::size_t row = 0; row < rows.rowCount; ++row) {
        if (reader.isNumbered(row)) keys.insert(reader.key(row));
    }
}

void KnownRecords::add(Role role, const FeatureTable& rows) {
    auto& words = words_[indexOf(role)];
    if (rows.rowCount > 0) any_.set(indexOf(role));
    for (const TextField& field : wordFields(role)) {
        const auto column = rows.column(field);
        for (std::size_t row = 0; column.present() && row < rows.rowCount; ++row) {
            words.insert(numberKey(column[row]));
            if (field.name == fields::named.name.name) words.insert(foldedNameKey(column[row]));
        }
    }
    if (role == Role::communes) communes_.add(rows, {});
    if (role == Role::villages) villages_.add(rows, fields::villages.communeCode);
    addKeys(role, rows);
    if (role == Role::households) addHouseholds(rows);
}

bool KnownRecords::hasWord(Role role, std::string_view codeOrName) const {
    const auto& words = words_[indexOf(role)];
    if (words.contains(numberKey(codeOrName))) return true;
    if (const auto named = namedCode(codeOrName); named && words.contains(numberKey(named->code))) return true;
    return role != Role::households && words.contains(foldedNameKey(codeOrName));
}

bool KnownRecords::hasParcel(std::string_view communeCode, std::string_view sheet, std::string_view number) const {
    return isNumbered(Role::parcels, numberedKey({communeCode, sheet, number}));
}

std::string KnownRecords::villageOfHousehold(std::string_view householdId) const {
    const auto found = villageOfHousehold_.find(numberKey(householdId));
    return found == villageOfHousehold_.end() ? std::string() : found->second;
}

} // namespace banlang
