// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/point.h"

#include <span>
#include <string>

namespace banlang {

/// A zone of 3 degrees of VN-2000 (scale 0.9999 on its meridian): what cadastral maps of a province are drawn in.
struct Tm3Zone {
    double centralMeridianDeg = 0; ///< east of Greenwich, in decimal degrees
    int epsg = 0;
};

/// All that EPSG knows, from west to east; one for each meridian.
[[nodiscard]] std::span<const Tm3Zone> tm3Zones();
/// Null where there is none.
[[nodiscard]] const Tm3Zone* tm3ZoneAt(double centralMeridianDeg);
[[nodiscard]] const Tm3Zone* tm3ZoneOf(int epsg);

/// Degrees and minutes: "105°30'".
[[nodiscard]] std::string meridianText(double centralMeridianDeg);

/// The zone of 6 degrees (UTM on WGS 84) that a place lies in, without the exceptions of Norway.
[[nodiscard]] int utmEpsg(const LonLat& place);

} // namespace banlang
