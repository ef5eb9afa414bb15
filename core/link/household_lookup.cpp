// SPDX-License-Identifier: MIT
#include "core/link/household_lookup.h"

#include "core/text/keys.h"

#include <array>

namespace banlang {
namespace {

std::string unitKey(const std::string& key, std::int32_t unit) {
    return key.empty() ? key : key + '\x1f' + std::to_string(unit);
}

} // namespace

std::string householdHeadKey(std::string_view name) {
    constexpr std::array<std::string_view, 5> titles = {"hộ ", "ông ", "ông: ", "bà ", "bà: "};
    const std::string lower = lowerCase(name);
    std::string_view rest = lower;
    for (const std::string_view title : titles) {
        if (rest.starts_with(title)) rest.remove_prefix(title.size());
    }
    return foldedNameKey(rest);
}

void HouseholdHeadIndex::Level::add(std::string_view head, std::int32_t unit, std::int32_t row) {
    if (unit < 0) return;
    const std::string key = householdHeadKey(head);
    names.add(unitKey(key, unit), row);
    plain.add(unitKey(withoutDiacritics(key), unit), row);
}

std::int32_t HouseholdHeadIndex::Level::find(std::string_view head, std::int32_t unit) const {
    const std::string key = householdHeadKey(head);
    const std::string withoutAccents = withoutDiacritics(key);
    const std::int32_t row = names.find(unitKey(key, unit));
    if (row != TextIndex::absent) return row;
    return (key == withoutAccents ? plain : names).find(unitKey(withoutAccents, unit));
}

HouseholdHeadIndex::HouseholdHeadIndex(const FeatureTable& households, const TableLinks& links, const AdminUnitVersions& villages,
                                       const AdminUnitVersions& communes) {
    for (std::size_t row = 0; row < households.rowCount; ++row) {
        const std::string_view head = households.textAt(fields::households.headName, row);
        if (head.empty()) continue;
        villages_.add(head, villages.lineage(linkedRow(links.village, row)), static_cast<std::int32_t>(row));
        communes_.add(head, communes.lineage(linkedRow(links.commune, row)), static_cast<std::int32_t>(row));
    }
}

std::int32_t HouseholdHeadIndex::inVillage(std::string_view head, std::int32_t village) const {
    return villages_.find(head, village);
}

std::int32_t HouseholdHeadIndex::inCommune(std::string_view head, std::int32_t commune) const {
    return communes_.find(head, commune);
}

} // namespace banlang
