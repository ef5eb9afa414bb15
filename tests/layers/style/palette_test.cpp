// SPDX-License-Identifier: MIT
#include "layers/style/palette.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <vector>

namespace banlang {
namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

// Machado, Oliveira and Fernandes 2009, full severity, on linear RGB.
constexpr Matrix normal = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix protanopia = {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deuteranopia = {
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritanopia = {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

Triple times(const Matrix& matrix, const Triple& vector) {
    Triple result{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) result[row] += matrix[row][column] * vector[column];
    }
    return result;
}

Triple lab(Colour colour, const Matrix& sight) {
    Triple seen = times(sight, {linear(colour.r), linear(colour.g), linear(colour.b)});
    for (double& channel : seen) channel = std::clamp(channel, 0.0, 1.0);
    constexpr Matrix toXyz = {
        {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
    const Triple xyz = times(toXyz, seen);
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f(xyz[0] / 0.95047);
    const double y = f(xyz[1]);
    const double z = f(xyz[2] / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double smallestDifference(std::span<const Colour> colours, const Matrix& sight) {
    double smallest = 1e9;
    for (std::size_t i = 0; i < colours.size(); ++i) {
        for (std::size_t j = i + 1; j < colours.size(); ++j) {
            const Triple a = lab(colours[i], sight);
            const Triple b = lab(colours[j], sight);
            smallest = std::min(smallest, std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]));
        }
    }
    return smallest;
}

double contrast(Colour first, Colour second) {
    const auto luminance = [](Colour c) { return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b); };
    const double a = luminance(first);
    const double b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace

TEST(ThemePalette, ClassesStayApartForEveryKindOfSight) {
    for (const MapColourScheme colourScheme : {MapColourScheme::light, MapColourScheme::dark, MapColourScheme::print}) {
        const ThemePalette& palette = themePalette(colourScheme);
        const std::vector<std::pair<const char*, std::span<const Colour>>> sets = {
            {"land", palette.land},
            {"land share", palette.landShare},
            {"garden share", palette.gardenShare},
            {"house steps", palette.houseStep},
            {"ranks", std::span(palette.candidate).first(3)},
        };
        for (const auto& [name, colours] : sets) {
            for (const Matrix& sight : {normal, protanopia, deuteranopia, tritanopia}) {
                EXPECT_GE(smallestDifference(colours, sight), 8) << name << ", theme " << static_cast<int>(colourScheme);
            }
        }
    }
}

TEST(ThemePalette, RanksCanBeReadOnTheirBadges) {
    for (const MapColourScheme colourScheme : {MapColourScheme::light, MapColourScheme::dark}) {
        const ThemePalette& palette = themePalette(colourScheme);
        for (std::size_t rank = 0; rank < palette.candidateText.size(); ++rank) {
            EXPECT_GE(contrast(palette.candidate[rank], palette.candidateText[rank]), 4.5) << rank;
        }
    }
}

TEST(MapPalette, NamesCanBeReadOnTheGround) {
    for (const MapColourScheme colourScheme : {MapColourScheme::light, MapColourScheme::dark, MapColourScheme::print}) {
        const MapPalette& palette = mapPalette(colourScheme);
        for (const Colour ink : {palette.label, palette.roadName, palette.waterName}) {
            EXPECT_GE(contrast(ink, palette.background), 4.5) << static_cast<int>(colourScheme);
        }
        EXPECT_GE(contrast(palette.neighbourName, palette.background), 4.2) << "large capitals";
        EXPECT_GE(contrast(palette.selection, palette.background), 3.0);
    }
}

} // namespace banlang
