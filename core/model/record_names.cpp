// SPDX-License-Identifier: MIT
#include "core/model/record_names.h"

namespace banlang {

std::string roadName(const District& district, std::size_t road) {
    const FeatureTable& roads = district.table(Role::roads);
    const std::string_view name = roads.textAt(fields::roads.name, road);
    return std::string(name.empty() ? roads.textAt(fields::roads.id, road) : name);
}

std::string communeName(const District& district, Role role, std::size_t row) {
    const std::int32_t commune = linkedRow(district.linksOf(role).commune, row);
    return commune == notLinked ? std::string() : fullName(district.table(Role::communes), static_cast<std::size_t>(commune));
}

} // namespace banlang
