// SPDX-License-Identifier: MIT
#include "layers/style/palette.h"

#include <cmath>

namespace banlang {
namespace {

constexpr MapPalette lightMap = {
    .background = rgb(0xF6F4ED),
    .riverLine = rgb(0x5B98BF),
    .water = rgb(0xBFD9E8),
    .contour = rgb(0xD3C7B0),
    .parcelOutline = rgb(0xB9AF9C),
    .adminLine = rgb(0x7A3E8E),
    .vignette = rgb(0xB58CC4),
    .label = rgb(0x1F2A2E),
    .roadName = rgb(0x4C453C),
    .waterName = rgb(0x2E6E96),
    .neighbourName = rgb(0x7C6A86),
    .halo = rgb(0xFFFFFF),
    .selection = rgb(0xC2126C),
};

constexpr MapPalette darkMap = {
    .background = rgb(0x1B2427),
    .riverLine = rgb(0x4F8FB8),
    .water = rgb(0x23465A),
    .contour = rgb(0x3B4440),
    .parcelOutline = rgb(0x46524F),
    .adminLine = rgb(0xC79BDA),
    .vignette = rgb(0x6B4A7A),
    .label = rgb(0xF1F4F4),
    .roadName = rgb(0xD6D0C8),
    .waterName = rgb(0x86BFE2),
    .neighbourName = rgb(0xA99AB2),
    .halo = rgb(0x12191B),
    .selection = rgb(0xFF6CB4),
};

constexpr MapPalette printMap = [] {
    MapPalette palette = lightMap;
    palette.background = rgb(0xFBFAF7);
    palette.label = rgb(0x16242A);
    return palette;
}();

constexpr ThemePalette lightSchemes = {
    .land = {rgb(0x0F4C81), rgb(0x38A197), rgb(0xF4BE4F), rgb(0xD14A1F)},
    .landShare = {rgb(0xF7E9D0), rgb(0xC9DFD3), rgb(0x7FBFB4), rgb(0x38A197), rgb(0x0F4C81)},
    .newRoad = rgb(0xC2410C),
    .upgrade = rgb(0x1B5FA8),
    .garden = {rgb(0x1F6B3B), rgb(0xF6CE7C), rgb(0xFFFFFF), rgb(0xF3B8A6)},
    .gardenPattern = {rgb(0x1F6B3B), rgb(0xB97A08), rgb(0x5C6B60), rgb(0xB5351B)},
    .gardenHidden = rgb(0xB9C0C2),
    .gardenShare = {rgb(0xF1F6E4), rgb(0xD3E6B4), rgb(0xA5CC86), rgb(0x6FAE66)},
    .houseStep = {rgb(0xFFFFFF), rgb(0xDDEAF5), rgb(0xB5D1E8), rgb(0x7FAED6), rgb(0x3F7FBF), rgb(0x0F4C81)},
    .late = rgb(0xD14A1F),
    .notReached = rgb(0xB3261E),
    .atRisk = rgb(0xF4BE4F),
    .reached = rgb(0x9AA7AB),
    .noData = rgb(0x76868C),
    .candidate = {rgb(0x7F2704), rgb(0xC24100), rgb(0xFDAE6B), rgb(0x6E4F3E)},
    .candidateText = {rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0x3A1504)},
    .green = rgb(0x2E7D46),
};

constexpr ThemePalette darkSchemes = [] {
    ThemePalette palette = lightSchemes;
    palette.land = {rgb(0x5C93E6), rgb(0x45C4B3), rgb(0xFFD777), rgb(0xFF8355)};
    palette.landShare = {rgb(0x4A4334), rgb(0x2F4F49), rgb(0x33786E), rgb(0x45C4B3), rgb(0x5C93E6)};
    palette.newRoad = rgb(0xFF9A5C);
    palette.upgrade = rgb(0x6FB1FF);
    palette.garden = {rgb(0x5FC98A), rgb(0xB88A2E), rgb(0x2B3634), rgb(0x7A3A2C)};
    palette.gardenPattern = {rgb(0x5FC98A), rgb(0xFFE09A), rgb(0xB7C4BD), rgb(0xFFB09C)};
    palette.gardenHidden = rgb(0x76838A);
    palette.gardenShare = {rgb(0x232E28), rgb(0x2C4733), rgb(0x37643F), rgb(0x46854E)};
    palette.houseStep = {rgb(0x1B2427), rgb(0x24384A), rgb(0x2E5576), rgb(0x3F7FBF), rgb(0x77AEE0), rgb(0xC4E0FA)};
    palette.late = rgb(0xFF8355);
    palette.notReached = rgb(0xFF7A6E);
    palette.atRisk = rgb(0xFFD777);
    palette.candidate = {rgb(0xFFB27A), rgb(0xF07A32), rgb(0xA85A24), rgb(0xA08A7E)};
    palette.candidateText = {rgb(0x2A1206), rgb(0x2A1206), rgb(0xFFFFFF)};
    palette.green = rgb(0x74D3A0);
    return palette;
}();

std::uint8_t mixedChannel(std::uint8_t first, std::uint8_t second, double share) {
    return static_cast<std::uint8_t>(std::lround(first + (static_cast<double>(second) - first) * share));
}

} // namespace

const MapPalette& mapPalette(MapColourScheme colourScheme) {
    switch (colourScheme) {
    case MapColourScheme::light:
        return lightMap;
    case MapColourScheme::dark:
        return darkMap;
    case MapColourScheme::print:
        return printMap;
    }
    return lightMap;
}

const ThemePalette& themePalette(MapColourScheme colourScheme) {
    return colourScheme == MapColourScheme::dark ? darkSchemes : lightSchemes;
}

Colour mixed(Colour first, Colour second, double shareOfSecond) {
    return {mixedChannel(first.r, second.r, shareOfSecond), mixedChannel(first.g, second.g, shareOfSecond),
            mixedChannel(first.b, second.b, shareOfSecond), mixedChannel(first.a, second.a, shareOfSecond)};
}

Colour withAlpha(Colour colour, double alpha) {
    colour.a = static_cast<std::uint8_t>(std::lround(alpha * 255));
    return colour;
}

} // namespace banlang
