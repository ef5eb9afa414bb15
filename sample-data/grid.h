// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/point.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace banlang::sample {

/// A cell of a grid by column (from the west) and row (from the south).
struct Cell {
    int column = 0;
    int row = 0;
    bool operator==(const Cell&) const = default;
};

/// Where the cells of all grids of one landscape lie.
struct Frame {
    int columns = 0;
    int rows = 0;
    double cellM = 40;
    Point origin; ///< south-western corner of cell 0, 0

    [[nodiscard]] std::size_t count() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
    [[nodiscard]] bool holds(Cell cell) const {
        return cell.column >= 0 && cell.row >= 0 && cell.column < columns && cell.row < rows;
    }
    [[nodiscard]] std::size_t index(Cell cell) const {
        return static_cast<std::size_t>(cell.row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(cell.column);
    }
    [[nodiscard]] Cell cell(std::size_t index) const {
        return {static_cast<int>(index % static_cast<std::size_t>(columns)),
                static_cast<int>(index / static_cast<std::size_t>(columns))};
    }
    [[nodiscard]] Point centre(Cell cell) const {
        return {origin.x + (cell.column + 0.5) * cellM, origin.y + (cell.row + 0.5) * cellM};
    }
    [[nodiscard]] Cell cellAt(Point point) const {
        return {std::clamp(static_cast<int>(std::floor((point.x - origin.x) / cellM)), 0, columns - 1),
                std::clamp(static_cast<int>(std::floor((point.y - origin.y) / cellM)), 0, rows - 1)};
    }
    [[nodiscard]] bool atEdge(Cell cell) const {
        return cell.column == 0 || cell.row == 0 || cell.column == columns - 1 || cell.row == rows - 1;
    }
};

/// One value per cell.
using Field = std::vector<float>;

/// Value between the centres of cells, bilinear.
[[nodiscard]] inline double valueAt(const Frame& frame, const Field& field, Point point) {
    const double x = std::clamp((point.x - frame.origin.x) / frame.cellM - 0.5, 0.0, frame.columns - 1.001);
    const double y = std::clamp((point.y - frame.origin.y) / frame.cellM - 0.5, 0.0, frame.rows - 1.001);
    const int column = static_cast<int>(x);
    const int row = static_cast<int>(y);
    const double u = x - column;
    const double v = y - row;
    const auto at = [&](int c, int r) { return static_cast<double>(field[frame.index({c, r})]); };
    return (at(column, row) * (1 - u) + at(column + 1, row) * u) * (1 - v) +
           (at(column, row + 1) * (1 - u) + at(column + 1, row + 1) * u) * v;
}

/// One pass of a 1-2-1 filter in both directions; the edge keeps its values.
void soften(const Frame& frame, Field& field);

} // namespace banlang::sample
