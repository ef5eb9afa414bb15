// SPDX-License-Identifier: MIT
#include "core/model/district.h"

namespace banlang {

District emptyDistrict(int epsg) {
    District district;
    district.epsg = epsg;
    for (const RecordKind& kind : recordKinds()) district.table(kind.role) = emptyTable(kind.role);
    return district;
}

std::string fullName(const FeatureTable& units, std::size_t row) {
    const std::string_view kind = units.textAt("kind", row);
    const std::string_view name = units.textAt("name", row);
    if (kind.empty() || name.starts_with(kind)) return std::string(name);
    return std::string(kind) + " " + std::string(name);
}

} // namespace banlang
