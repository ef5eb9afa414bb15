// SPDX-License-Identifier: MIT
#include "core/intake/known_records.h"

#include "core/text/keys.h"

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

std::string keyText(const FeatureTable& rows, std::span<const std::string_view> fields, std::size_t row) {
    constexpr char separator = '\x1f';
    std::string key;
    for (const std::string_view field : fields) {
        const Column* column = rows.find(field);
        if (column == nullptr) continue;
        if (column->type == ColumnType::text) {
            key += column->text[row];
        } else {
            key += column->valueText(row);
        }
        key += separator;
    }
    return key;
}

void KnownRecords::add(Role role, const FeatureTable& rows) {
    const RecordKind& kind = recordKind(role);
    auto& keys = keys_[indexOf(role)];
    auto& words = words_[indexOf(role)];
    if (!kind.key.empty()) {
        keys.reserve(keys.size() + rows.rowCount);
        for (std::size_t row = 0; row < rows.rowCount; ++row) keys.insert(keyText(rows, kind.key, row));
    }
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
