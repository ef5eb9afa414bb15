// SPDX-License-Identifier: MIT
#pragma once

#include "core/geo/geometry_column.h"

namespace banlang {

/// One straight piece of a line. The box of a winding line holds far more than the line meets; those of its pieces do not.
struct LineSegment {
    std::uint32_t feature = 0;
    Point from, to;

    [[nodiscard]] Box box() const {
        Box box;
        box.grow(from);
        box.grow(to);
        return box;
    }
    [[nodiscard]] double distanceM(Point point) const;
};

/// Adds the pieces of one line, parts one after another.
void appendSegments(std::vector<LineSegment>& pieces, const GeometryColumn& lines, std::uint32_t feature);

} // namespace banlang
