// SPDX-License-Identifier: MIT
#pragma once

#include "sample-data/landscape.h"

#include <string>
#include <string_view>

// Where a record is, and who it is of.

namespace banlang::sample {

[[nodiscard]] inline const Village& villageOfHousehold(const Landscape& land, std::size_t household) {
    return land.settlements.villages[static_cast<std::size_t>(land.villageOfHousehold[household])];
}
[[nodiscard]] inline const std::string& communeCode(const Landscape& land, const Village& village) {
    return land.settlements.communes[static_cast<std::size_t>(village.commune)].code;
}
[[nodiscard]] inline bool hasCategory(std::string_view list, std::string_view category) {
    return list.find(category) != std::string_view::npos;
}
inline void addPoint(GeometryColumn& column, Point point) {
    column.addPoint(point);
    column.endRing();
    column.endPart();
    column.endFeature();
}

} // namespace banlang::sample
