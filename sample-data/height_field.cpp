// SPDX-License-Identifier: MIT
#include "sample-data/height_field.h"

#include "core/base/parallel.h"
#include "sample-data/random.h"

#include <algorithm>

namespace banlang::sample {
namespace {

double latticeValue(std::uint64_t seed, int i, int j) {
    Random random(seed, static_cast<std::uint64_t>(static_cast<std::int64_t>(i)),
                  static_cast<std::uint64_t>(static_cast<std::int64_t>(j)));
    return random.bell();
}

/// Weights of the four lattice lines around a place, cubic B-spline: as smooth as a Gaussian, and it hides the lattice.
void splineWeights(double t, double weights[4]) {
    const double u = 1 - t;
    weights[0] = u * u * u / 6;
    weights[1] = (3 * t * t * t - 6 * t * t + 4) / 6;
    weights[2] = (3 * u * u * u - 6 * u * u + 4) / 6;
    weights[3] = t * t * t / 6;
}

struct Octave {
    double wavelengthM;
    double amplitudeM;
    std::uint64_t stream;
};
constexpr Octave octaves[] = {{2900, 330, 1}, {1500, 205, 2}, {700, 90, 3}, {330, 30, 4}};
constexpr std::uint64_t ridgeStream = 5;

} // namespace

double smoothNoise(std::uint64_t seed, double wavelengthM, Point point) {
    const double x = point.x / wavelengthM;
    const double y = point.y / wavelengthM;
    const double column = std::floor(x);
    const double row = std::floor(y);
    double wx[4];
    double wy[4];
    splineWeights(x - column, wx);
    splineWeights(y - row, wy);
    double sum = 0;
    for (int j = 0; j < 4; ++j) {
        for (int i = 0; i < 4; ++i) {
            sum += wx[i] * wy[j] * latticeValue(seed, static_cast<int>(column) + i - 1, static_cast<int>(row) + j - 1);
        }
    }
    return sum * 2.1; // the spline averages, which halves the deviation
}

Field rawHeights(const Frame& frame, std::uint64_t seed) {
    Field heights(frame.count());
    parallelRanges(static_cast<std::size_t>(frame.rows), 16, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) {
            for (int column = 0; column < frame.columns; ++column) {
                const Cell cell{column, static_cast<int>(row)};
                const Point place = frame.centre(cell);
                double height = 0.004 * (place.y - frame.origin.y) + 0.002 * (place.x - frame.origin.x);
                for (const Octave& octave : octaves) {
                    height += octave.amplitudeM * smoothNoise(hashOf(seed, octave.stream), octave.wavelengthM, place);
                }
                const double fold = smoothNoise(hashOf(seed, ridgeStream), 2000, place);
                height += 170 * (1 - std::abs(fold));
                heights[frame.index(cell)] = static_cast<float>(height);
            }
        }
    });
    return heights;
}

void rescale(Field& heights, double lowM, double highM) {
    const auto [low, high] = std::minmax_element(heights.begin(), heights.end());
    const auto bottom = static_cast<double>(*low);
    const double factor = (highM - lowM) / std::max(1.0, static_cast<double>(*high) - bottom);
    for (float& height : heights) height = static_cast<float>(lowM + (static_cast<double>(height) - bottom) * factor);
}

void soften(const Frame& frame, Field& field) {
    const Field before = field;
    const auto at = [&](int c, int r) { return before[frame.index({c, r})]; };
    for (int r = 1; r + 1 < frame.rows; ++r) {
        for (int c = 1; c + 1 < frame.columns; ++c) {
            const float sides = at(c - 1, r) + at(c + 1, r) + at(c, r - 1) + at(c, r + 1);
            const float corners = at(c - 1, r - 1) + at(c + 1, r - 1) + at(c - 1, r + 1) + at(c + 1, r + 1);
            field[frame.index({c, r})] = (4 * at(c, r) + 2 * sides + corners) / 16;
        }
    }
}

} // namespace banlang::sample
