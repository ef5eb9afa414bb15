// SPDX-License-Identifier: MIT
#include "core/geo/tm3_zones.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace banlang {
namespace {

constexpr Tm3Zone zones[] = {{102, 5896},    {103, 9205},    {104, 9206},    {104.5, 9207},  {104.75, 9208}, {105, 5897},
                             {105.5, 9209},  {105.75, 9210}, {106, 9211},    {106.25, 9212}, {106.5, 9213},  {107, 9214},
                             {107.25, 9215}, {107.5, 9216},  {107.75, 5899}, {108, 5898},    {108.25, 9217}, {108.5, 9218}};

} // namespace

std::span<const Tm3Zone> tm3Zones() {
    return zones;
}

const Tm3Zone* tm3ZoneAt(double centralMeridianDeg) {
    const auto* const found = std::find_if(std::begin(zones), std::end(zones), [&](const Tm3Zone& zone) {
        return std::abs(zone.centralMeridianDeg - centralMeridianDeg) < 1e-6;
    });
    return found == std::end(zones) ? nullptr : found;
}

const Tm3Zone* tm3ZoneOf(int epsg) {
    const auto* const found =
        std::find_if(std::begin(zones), std::end(zones), [&](const Tm3Zone& zone) { return zone.epsg == epsg; });
    return found == std::end(zones) ? nullptr : found;
}

std::string meridianText(double centralMeridianDeg) {
    const auto minutes = static_cast<int>(std::lround(centralMeridianDeg * 60));
    return fmt::format("{}°{:02}'", minutes / 60, minutes % 60);
}

int utmEpsg(const LonLat& place) {
    const int zone = std::clamp(static_cast<int>(std::floor((place.lonDeg + 180) / 6)) + 1, 1, 60);
    return (place.latDeg < 0 ? 32700 : 32600) + zone;
}

} // namespace banlang
