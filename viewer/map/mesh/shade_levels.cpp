// SPDX-License-Identifier: MIT
#include "viewer/map/mesh/shade_levels.h"

#include <algorithm>

namespace banlang::viewer::detail {
namespace {

ShadeLevel halved(int columns, int rows, const std::vector<std::uint8_t>& alpha) {
    ShadeLevel half{std::max(1, columns / 2), std::max(1, rows / 2), {}};
    half.alpha.reserve(static_cast<std::size_t>(half.columns) * static_cast<std::size_t>(half.rows));
    const auto at = [&](int column, int row) {
        return static_cast<unsigned>(alpha[static_cast<std::size_t>(std::min(row, rows - 1)) * static_cast<std::size_t>(columns) +
                                           static_cast<std::size_t>(std::min(column, columns - 1))]);
    };
    for (int row = 0; row < half.rows; ++row) {
        for (int column = 0; column < half.columns; ++column) {
            const int c = 2 * column;
            const int r = 2 * row;
            half.alpha.push_back(static_cast<std::uint8_t>((at(c, r) + at(c + 1, r) + at(c, r + 1) + at(c + 1, r + 1) + 2) / 4));
        }
    }
    return half;
}

} // namespace

bool isWhole(const Hillshade& shade) {
    return shade.columns > 0 && shade.rows > 0 && !shade.extent.empty() &&
           shade.alpha.size() == static_cast<std::size_t>(shade.columns) * static_cast<std::size_t>(shade.rows);
}

std::vector<ShadeLevel> smallerLevels(const Hillshade& shade) {
    std::vector<ShadeLevel> levels;
    if (!isWhole(shade)) return levels;
    levels.push_back(halved(shade.columns, shade.rows, shade.alpha));
    while (levels.back().columns > 1 || levels.back().rows > 1) {
        const ShadeLevel& last = levels.back();
        levels.push_back(halved(last.columns, last.rows, last.alpha));
    }
    return levels;
}

} // namespace banlang::viewer::detail
