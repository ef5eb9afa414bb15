// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/district.h"

namespace banlang {

/// The commune that counts a record: the one of its village, so that a commune is what its villages are together, even where the
/// record names another one, as a household with a garden beyond the border does; without a village the one it is linked to.
[[nodiscard]] inline std::int32_t countedCommune(const std::vector<std::int32_t>& communeOfVillage, const TableLinks& links,
                                                 std::size_t row) {
    const std::int32_t village = linkedRow(links.village, row);
    const std::int32_t ofVillage =
        village == notLinked ? notLinked : linkedRow(communeOfVillage, static_cast<std::size_t>(village));
    return ofVillage == notLinked ? linkedRow(links.commune, row) : ofVillage;
}
/// The same for a record of a kind.
[[nodiscard]] inline std::int32_t countedCommune(const District& district, Role role, std::size_t row) {
    return countedCommune(district.linksOf(Role::villages).commune, district.linksOf(role), row);
}

} // namespace banlang
