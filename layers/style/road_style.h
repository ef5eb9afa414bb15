// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/bilingual.h"
#include "layers/style/palette.h"

#include <span>
#include <string_view>

namespace banlang {

/// Management classes, small to large: the order in which they are drawn.
enum class RoadClass : std::uint8_t { other, field, lane, village, commune, district, provincial, national };
inline constexpr std::size_t roadClassCount = 8;
[[nodiscard]] RoadClass roadClassOf(std::string_view code); ///< QL ĐT ĐH ĐX ĐTh NX NĐ; anything else is `other`
[[nodiscard]] Label roadClassLabel(RoadClass roadClass, bool hardened);

/// Range of scales with one set of roads and one form for each class.
struct RoadDetailLevel {
    ScaleRange scales;
    RoadClass smallest; ///< smaller ones are not drawn
    bool villageCased;  ///< village roads as a double line, not a single one
};
[[nodiscard]] std::span<const RoadDetailLevel> roadDetailLevels();

/// Quiet roads lie under a theme and are grey.
[[nodiscard]] ClassStyle roadStyle(RoadClass roadClass, bool hardened, bool quiet, MapColourScheme colourScheme,
                                   const RoadDetailLevel& band);

} // namespace banlang
