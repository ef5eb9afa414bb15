// SPDX-License-Identifier: MIT
#include "core/store/records/detail/person_key.h"

#include "core/text/keys.h"

namespace banlang::detail {
namespace {

std::string textAt(const Column* column, std::size_t row) {
    return column == nullptr || column->isMissing(row) ? std::string() : column->valueText(row);
}

std::optional<RecordKey> keyOf(std::string_view unit, std::string_view head) {
    if (unit.empty() || head.empty()) return std::nullopt;
    return numberedKey({"person", unit, foldedNameKey(head)});
}

std::string headAt(const FeatureTable& rows, std::size_t row) {
    return textAt(rows.columnNamed(fields::headReferences.headName.name), row);
}

std::string villageAt(const FeatureTable& rows, std::size_t row) {
    return textAt(rows.columnNamed(fields::placeReferences.villageCode.name), row);
}

} // namespace

std::optional<RecordKey> personNamedBy(const FeatureTable& rows, std::size_t row) {
    if (!textAt(rows.columnNamed(fields::householdReferences.householdId.name), row).empty()) return std::nullopt;
    const std::string village = villageAt(rows, row);
    return keyOf(village.empty() ? std::string(issuersOrCommunesOf(rows)[row]) : village, headAt(rows, row));
}

std::vector<RecordKey> personKeysOf(const FeatureTable& households, std::size_t row) {
    std::vector<RecordKey> keys;
    for (const std::string& unit : {villageAt(households, row), std::string(issuersOrCommunesOf(households)[row])}) {
        if (const auto key = keyOf(unit, headAt(households, row))) keys.push_back(*key);
    }
    return keys;
}

} // namespace banlang::detail
