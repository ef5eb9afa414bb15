// SPDX-License-Identifier: MIT
#include "core/intake/known_records.h"

#include "core/text/keys.h"

#include <xxhash.h>

#include <algorithm>

namespace banlang {
namespace {

/// Fields by which other records name a record of this kind.
std::array<std::string_view, 3> wordFields(Role role) {
    switch (role) {
    case Role::communes:
    case Role::villages:
        return {"code", "name", {}};
    case Role::roads:
        return {"id", "name", {}};
    case Role::households:
        return {"id", {}, {}};
    default:
        return {};
    }
}

} // namespace

KeyReader::KeyReader(const FeatureTable& rows, std::span<const std::string_view> fields) {
    for (const std::string_view field : fields) {
        if (const Column* column = rows.find(field)) parts_.push_back({column});
    }
}

KeyReader::KeyReader(const FeatureTable& rows, const RecordKind& kind) {
    const auto standsIn = [&](std::string_view name) {
        return std::any_of(kind.key.begin(), kind.key.end(), [&](std::string_view other) {
            const RecordField* field = findField(kind, other);
            return field != nullptr && field->standIn == name;
        });
    };
    for (const std::string_view name : kind.key) {
        const Column* column = rows.find(name);
        const RecordField* field = findField(kind, name);
        // Where the id is known, however the name beside it is spelt says nothing.
        if (column == nullptr || field == nullptr || standsIn(name)) continue;
        parts_.push_back({column, field->standIn.empty() ? nullptr : rows.find(field->standIn)});
    }
    for (const RecordField& field : kind.fields) {
        const bool place = field.reference == Reference::village || field.reference == Reference::commune;
        if (const Column* column = place ? rows.find(field.name) : nullptr) places_.push_back(column);
    }
}

bool KeyReader::stoodIn(const Part& part, std::size_t row) const {
    return part.standIn != nullptr && part.column->isMissing(row);
}

RecordKey KeyReader::key(std::size_t row) const {
    constexpr char separator = '\x1f';
    constexpr char insteadOf = '\x1e';
    std::string joined;
    for (const Part& part : parts_) {
        if (stoodIn(part, row)) {
            joined += insteadOf + foldedNameKey(part.standIn->text[row]);
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
        if (!stoodIn(part, row) && part.column->isMissing(row)) continue;
        if (!joined.empty()) joined += '/';
        joined += stoodIn(part, row) ? part.standIn->valueText(row) : part.column->valueText(row);
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
    for (const std::string_view field : wordFields(role)) {
        const Column* column = field.empty() ? nullptr : rows.find(field);
        for (std::size_t row = 0; column != nullptr && row < rows.rowCount; ++row) {
            words.emplace(column->text[row]);
            if (field == "name") words.insert(foldedNameKey(column->text[row]));
        }
    }
    if (role == Role::communes) communes_.add(rows, {});
    if (role == Role::villages) villages_.add(rows, "commune_code");
    for (std::size_t row = 0; role == Role::households && row < rows.rowCount; ++row)
        villageOfHousehold_.emplace(rows.textAt("id", row), rows.textAt("village_code", row));
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
