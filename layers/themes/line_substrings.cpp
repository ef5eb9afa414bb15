// SPDX-License-Identifier: MIT
#include "layers/themes/line_substrings.h"

#include "core/geo/measure.h"

namespace banlang {

void appendLineSubstring(GeometryColumn& column, const GeometryColumn& lines, std::size_t feature, double fromM, double toM) {
    const GeometryColumn stretch = lineSubstring(lines, feature, fromM, toM);
    if (stretch.featureCount() > 0 && !stretch.isEmpty(0)) {
        for (std::size_t ring = stretch.firstRing(0); ring < stretch.lastRing(0); ++ring) {
            const auto points = stretch.ring(ring);
            for (std::size_t i = 0; i + 1 < points.size(); i += 2) column.addPoint({points[i], points[i + 1]});
            column.endRing();
            column.endPart();
        }
    }
    column.endFeature();
}

} // namespace banlang
