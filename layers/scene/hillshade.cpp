// SPDX-License-Identifier: MIT
#include "core/base/parallel.h"
#include "layers/scene/scene.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace banlang {
namespace {

struct Light {
    double azimuthDeg;
    double share;
};
// Mostly from the north-west as readers expect, with two weaker lights so that no slope that faces away goes flat.
constexpr Light lights[] = {{315, 0.60}, {275, 0.25}, {355, 0.15}};
constexpr double altitudeDeg = 42;
constexpr double exaggeration = 1.6;
constexpr double darkestAlpha = 0.40;
constexpr int steps = 14;
constexpr std::size_t rowsPerRange = 64;
/// Shade begins where a slope gets less light than level ground does, and levels off, so that a cliff does not turn into a black
/// bar.
constexpr double contrast = 1.25;
constexpr double fadeShare = 0.03;

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

/// The lights as directions.
struct Sky {
    struct Beam {
        double east, north, share;
    };
    double up = std::sin(radians(altitudeDeg));
    double along = std::cos(radians(altitudeDeg));
    std::array<Beam, std::size(lights)> beams{};
    Sky() {
        for (std::size_t i = 0; i < beams.size(); ++i) {
            const double azimuth = radians(lights[i].azimuthDeg);
            beams[i] = {std::sin(azimuth), std::cos(azimuth), lights[i].share};
        }
    }
};

struct Slope {
    double east = 0;
    double south = 0;
};

/// Horn's weighted differences over the eight neighbours, metres up per metre to the east and to the south.
Slope slopeAt(const HeightGrid& grid, int column, int row, double cellWidthM, double cellHeightM) {
    const auto height = [&](int columnStep, int rowStep) {
        const int c = std::clamp(column + columnStep, 0, grid.columns - 1);
        const int r = std::clamp(row + rowStep, 0, grid.rows - 1);
        const float value =
            grid.heightM[static_cast<std::size_t>(r) * static_cast<std::size_t>(grid.columns) + static_cast<std::size_t>(c)];
        return static_cast<double>(value);
    };
    const double east = height(1, -1) + 2 * height(1, 0) + height(1, 1) - height(-1, -1) - 2 * height(-1, 0) - height(-1, 1);
    const double south = height(-1, 1) + 2 * height(0, 1) + height(1, 1) - height(-1, -1) - 2 * height(0, -1) - height(1, -1);
    return {east / (8 * cellWidthM), south / (8 * cellHeightM)};
}

/// Share of the light that level ground would get, over all lights; 1 = level.
double brightness(Slope slope, const Sky& sky) {
    const double normalLength = std::sqrt(1 + exaggeration * exaggeration * (slope.east * slope.east + slope.south * slope.south));
    double sum = 0;
    for (const Sky::Beam& beam : sky.beams) {
        // The normal leans against the rise.
        const double against = -exaggeration * slope.east * beam.east + exaggeration * slope.south * beam.north;
        sum += beam.share * std::max(0.0, (sky.up + sky.along * against) / normalLength);
    }
    return sum / sky.up;
}

/// 0 at the very edge, 1 from a few percent inside.
double fade(int index, int count) {
    const double width = std::max(1.0, fadeShare * count);
    return std::clamp(std::min(index, count - 1 - index) / width, 0.0, 1.0);
}

std::uint8_t stepped(double alpha) {
    return static_cast<std::uint8_t>(std::lround(std::round(alpha / darkestAlpha * steps) / steps * darkestAlpha * 255));
}

} // namespace

Hillshade shade(const HeightGrid& heights) {
    Hillshade result{heights.extent, heights.columns, heights.rows, {}};
    if (heights.columns <= 0 || heights.rows <= 0) return result;
    const double cellWidthM = heights.extent.width() / heights.columns;
    const double cellHeightM = heights.extent.height() / heights.rows;
    result.alpha.resize(heights.heightM.size());
    const Sky sky;
    parallelRanges(static_cast<std::size_t>(heights.rows), rowsPerRange, [&](std::size_t begin, std::size_t end) {
        std::uint8_t* out = &result.alpha[begin * static_cast<std::size_t>(heights.columns)];
        for (auto row = static_cast<int>(begin); row < static_cast<int>(end); ++row) {
            for (int column = 0; column < heights.columns; ++column) {
                const double dark = 1 - brightness(slopeAt(heights, column, row, cellWidthM, cellHeightM), sky);
                const double alpha = darkestAlpha * (1 - std::exp(-contrast * std::max(0.0, dark)));
                *out++ = stepped(alpha * fade(column, heights.columns) * fade(row, heights.rows));
            }
        }
    });
    return result;
}

} // namespace banlang
