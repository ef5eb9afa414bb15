// SPDX-License-Identifier: MIT
#include "core/intake/known_records.h"

#include "core/text/keys.h"

#include <xxhash.h>

#include <algorithm>

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

KeyReader::KeyReader(const FeatureTable& rows, std::span<const std::string_view> fields) {
    for (const std::string_view field : fields) {
        if (const Column* column = rows.columnNamed(field)) parts_.push_back({column});
    }
}

KeyReader::KeyReader(const FeatureTable& rows, const RecordKind& kind) {
    const auto isFallback = [&](std::string_view name) {
        return std::any_of(kind.key.begin(), kind.key.end(), [&](std::string_view other) {
            const RecordField* field = findField(kind, other);
            return field != nullptr && field->fallbackField == name;
        });
    };
    for (const std::string_view name : kind.key) {
        const Column* column = rows.columnNamed(name);
        const RecordField* field = findField(kind, name);
        // Where the id is known, however the name beside it is spelt says nothing.
        if (column == nullptr || field == nullptr || isFallback(name)) continue;
        parts_.push_back({column, field->fallbackField.empty() ? nullptr : rows.columnNamed(field->fallbackField)});
    }
    for (const RecordField& field : kind.fields) {
        const bool place = field.reference == Reference::village || field.reference == Reference::commune;
        if (const Column* column = place ? rows.find(field) : nullptr) places_.push_back(column);
    }
}

bool KeyReader::usesFallback(const Part& part, std::size_t row) const {
    return part.fallbackField != nullptr && part.column->isMissing(row);
}

RecordKey KeyReader::key(std::size_t row) const {
    constexpr char separator = '\x1f';
    constexpr char insteadOf = '\x1e';
    std::string joined;
    for (const Part& part : parts_) {
        if (usesFallback(part, row)) {
            joined += insteadOf + foldedNameKey(part.fallbackField->text[row]);
            for (const Column* place : places_) joined += insteadOf + foldedNameKey(place->text[row]);
        } else if (part.column->type == ColumnType::text) {
            joined += part.column->text[row];
        } else {
            joined += part.column->valueText(row);
        }
        joined += separator;
    }
    const XXH128_hash_t hash = XXH3_128bits(joined.data(), joined.size());
    return {hash.low64, hash.high64};
}

std::string KeyReader::text(std::size_t row) const {
    std::string joined;
    for (const Part& part : parts_) {
        if (!usesFallback(part, row) && part.column->isMissing(row)) continue;
        if (!joined.empty()) joined += '/';
        joined += usesFallback(part, row) ? part.fallbackField->valueText(row) : part.column->valueText(row);
    }
    return joined;
}

void KnownRecords::hold(Role role, const FeatureTable& rows) {
    const RecordKind& kind = recordKind(role);
    if (kind.key.empty()) return;
    auto& keys = keys_[indexOf(role)];
    keys.reserve(keys.size() + rows.rowCount);
    const KeyReader reader(rows, kind);
    for (std::size_t row = 0; row < rows.rowCount; ++row) keys.insert(reader.key(row));
}

void KnownRecords::add(Role role, const FeatureTable& rows) {
    auto& words = words_[indexOf(role)];
    hold(role, rows);
    for (const TextField& field : wordFields(role)) {
        const auto column = rows.column(field);
        for (std::size_t row = 0; column.present() && row < rows.rowCount; ++row) {
            words.emplace(column[row]);
            if (field.name == fields::named.name.name) words.insert(foldedNameKey(column[row]));
        }
    }
    if (role == Role::communes) communes_.add(rows, {});
    if (role == Role::villages) villages_.add(rows, fields::villages.communeCode);
    for (std::size_t row = 0; role == Role::households && row < rows.rowCount; ++row)
        villageOfHousehold_.emplace(rows.textAt(fields::households.id, row), rows.textAt(fields::households.villageCode, row));
}

bool KnownRecords::hasWord(Role role, std::string_view codeOrName) const {
    const auto& words = words_[indexOf(role)];
    if (words.contains(std::string(codeOrName))) return true;
    return role != Role::households && words.contains(foldedNameKey(codeOrName));
}

std::string KnownRecords::villageOfHousehold(std::string_view householdId) const {
    const auto found = villageOfHousehold_.find(std::string(householdId));
    return found == villageOfHousehold_.end() ? std::string() : found->second;
}

} // namespace banlang
