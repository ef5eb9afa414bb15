// SPDX-License-Identifier: MIT
#include "sample-data/border_arcs.h"

#include <tuple>

namespace banlang::sample {
namespace {

/// Corners of cells; a corner's column and row run one further than those of cells.
class BorderLattice {
public:
    BorderLattice(const Frame& frame, const std::vector<std::int32_t>& areaOfCell)
        : frame_(frame), area_(areaOfCell),
          used_(static_cast<std::size_t>(frame.columns + 1) * static_cast<std::size_t>(frame.rows + 1), 0) {}

    std::vector<BorderArc> trace() {
        std::vector<BorderArc> arcs;
        for (const bool nodesOnly : {true, false}) { // what is left after the nodes are closed rings
            for (int row = 0; row <= frame_.rows; ++row) {
                for (int column = 0; column <= frame_.columns; ++column) {
                    const Cell corner{column, row};
                    const int degree = degreeAt(corner);
                    if (degree == 0 || (nodesOnly && degree == 2)) continue;
                    for (int direction = 0; direction < 4; ++direction) {
                        if (isBorder(corner, direction) && !isUsed(corner, direction)) arcs.push_back(follow(corner, direction));
                    }
                }
            }
        }
        return arcs;
    }

private:
    static constexpr Cell steps[] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}}; // east, north, west, south

    [[nodiscard]] std::int32_t areaAt(int column, int row) const {
        return frame_.holds({column, row}) ? area_[frame_.index({column, row})] : -1;
    }
    /// The areas left and right of the side that leaves a corner.
    [[nodiscard]] std::pair<std::int32_t, std::int32_t> sides(Cell corner, int direction) const {
        const std::int32_t northEast = areaAt(corner.column, corner.row);
        const std::int32_t northWest = areaAt(corner.column - 1, corner.row);
        const std::int32_t southEast = areaAt(corner.column, corner.row - 1);
        const std::int32_t southWest = areaAt(corner.column - 1, corner.row - 1);
        switch (direction) {
        case 0:
            return {northEast, southEast};
        case 1:
            return {northWest, northEast};
        case 2:
            return {southWest, northWest};
        default:
            return {southEast, southWest};
        }
    }
    [[nodiscard]] bool isBorder(Cell corner, int direction) const {
        const auto [left, right] = sides(corner, direction);
        return left != right;
    }
    [[nodiscard]] int degreeAt(Cell corner) const {
        int degree = 0;
        for (int direction = 0; direction < 4; ++direction) degree += isBorder(corner, direction) ? 1 : 0;
        return degree;
    }
    [[nodiscard]] std::size_t indexOf(Cell corner) const {
        return static_cast<std::size_t>(corner.row) * static_cast<std::size_t>(frame_.columns + 1) +
               static_cast<std::size_t>(corner.column);
    }
    [[nodiscard]] bool isUsed(Cell corner, int direction) const { return (used_[indexOf(corner)] >> direction & 1) != 0; }
    void use(Cell corner, int direction) {
        used_[indexOf(corner)] = static_cast<std::uint8_t>(used_[indexOf(corner)] | 1 << direction);
    }
    [[nodiscard]] Point place(Cell corner) const {
        return {frame_.origin.x + corner.column * frame_.cellM, frame_.origin.y + corner.row * frame_.cellM};
    }

    BorderArc follow(Cell corner, int direction) {
        BorderArc arc;
        std::tie(arc.areaA, arc.areaB) = sides(corner, direction);
        const Cell start = corner;
        arc.line.push_back(place(corner));
        while (direction >= 0) {
            use(corner, direction);
            corner = {corner.column + steps[direction].column, corner.row + steps[direction].row};
            use(corner, (direction + 2) % 4);
            arc.line.push_back(place(corner));
            if (corner == start || degreeAt(corner) != 2) break;
            int onward = -1;
            for (int next = 0; next < 4; ++next) {
                if (isBorder(corner, next) && !isUsed(corner, next)) onward = next;
            }
            direction = onward;
        }
        return arc;
    }

    const Frame& frame_;
    const std::vector<std::int32_t>& area_;
    std::vector<std::uint8_t> used_; ///< one bit per direction
};

} // namespace

std::vector<BorderArc> borderArcs(const Frame& frame, const std::vector<std::int32_t>& areaOfCell) {
    return BorderLattice(frame, areaOfCell).trace();
}

} // namespace banlang::sample
