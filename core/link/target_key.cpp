// SPDX-License-Identifier: MIT
#include "core/link/target_key.h"

#include "core/model/record_key.h"
#include "core/text/keys.h"
#include "core/text/named_code.h"

#include <fmt/format.h>

#include <algorithm>

namespace banlang {
namespace {

std::string communeCodeOf(const District& district, Role role, std::size_t row) {
    const std::int32_t commune = linkedRow(district.linksOf(role).commune, row);
    if (commune < 0) return {};
    return std::string(district.table(Role::communes).textAt(fields::communes.code, static_cast<std::size_t>(commune)));
}

std::string parcelKey(const District& district, std::size_t row) {
    const FeatureTable& parcels = district.table(Role::parcels);
    std::string commune = communeCodeOf(district, Role::parcels, row);
    if (commune.empty()) commune = parcels.textAt(fields::parcels.communeCode, row);
    return fmt::format("{}/{}/{}", commune, parcels.textAt(fields::parcels.sheet, row),
                       parcels.textAt(fields::parcels.number, row));
}

/// What stands in the place of a number.
std::string_view numberOf(const FeatureTable& table, Role role, std::size_t row) {
    const std::string_view number = table.textAt(codeField(role), row);
    return number.empty() ? ownName(table, row) : number;
}

/// Whether another row bears the same number, of the same issuer if one is given.
bool isShared(const FeatureTable& table, Role role, std::size_t row, const std::string_view* issuer) {
    const std::string number = numberKey(numberOf(table, role, row));
    const auto issuers = issuersOf(table);
    for (std::size_t other = 0; other < table.rowCount; ++other) {
        const std::string_view text = numberOf(table, role, other);
        if (other == row || text.empty() || (issuer != nullptr && issuers[other] != *issuer)) continue;
        if (numberKey(text) == number) return true;
    }
    return false;
}

} // namespace

std::string villageTarget(std::string_view code, std::string_view commune) {
    const std::string_view bare = commune.substr(std::min(commune.find_first_not_of('0'), commune.size()));
    const bool saysIt = code.starts_with(commune) || (!bare.empty() && code.starts_with(bare));
    return saysIt || code.empty() ? std::string(code) : fmt::format("{}/{}", commune, code);
}

std::string exactTargetKey(const District& district, Role role, std::size_t row) {
    const FeatureTable& table = district.table(role);
    if (role == Role::parcels) return parcelKey(district, row);
    const std::string_view number = numberOf(table, role, row);
    if (role == Role::communes && isShared(table, role, row, nullptr)) return codeAndName(number, fullName(table, row));
    if (role == Role::communes || number.empty()) return std::string(number);
    if (role == Role::villages) return villageTarget(number, communeCodeOf(district, role, row));
    const std::string_view issuer = issuersOf(table)[row];
    if (issuer.empty() && !isShared(table, role, row, nullptr)) return std::string(number);
    const std::string commune = isShared(table, role, row, &issuer) ? communeCodeOf(district, role, row) : std::string();
    return commune.empty() ? fmt::format("{}/{}", issuer, number) : fmt::format("{}/{}/{}", issuer, number, commune);
}

std::string targetKey(const District& district, Role role, std::size_t row) {
    const FeatureTable& table = district.table(role);
    const bool several = role != Role::parcels && role != Role::communes && isShared(table, role, row, nullptr);
    if (role == Role::parcels || several) return exactTargetKey(district, role, row);
    return std::string(numberOf(table, role, row));
}

} // namespace banlang
