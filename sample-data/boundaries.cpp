// SPDX-License-Identifier: MIT
#include "sample-data/boundaries.h"

#include "core/geo/detail/geos.h"
#include "core/geo/measure.h"
#include "sample-data/border_arcs.h"

#include <map>
#include <optional>

namespace banlang::sample {
namespace {

using banlang::detail::Geos;

Geos::Geometry lineString(const Geos& geos, const Polyline& line) {
    std::vector<double> xy;
    for (const Point point : line) {
        xy.push_back(point.x);
        xy.push_back(point.y);
    }
    return geos.lineString(xy);
}

void addRing(const Geos& geos, GeometryColumn& column, const GEOSGeometry* ring) {
    geos.eachPoint(ring, [&](double x, double y) { column.addPoint({x, y}); });
    column.endRing();
}

void addPart(const Geos& geos, GeometryColumn& column, const GEOSGeometry* polygon) {
    addRing(geos, column, GEOSGetExteriorRing_r(geos.handle(), polygon));
    const int holes = GEOSGetNumInteriorRings_r(geos.handle(), polygon);
    for (int i = 0; i < holes; ++i) addRing(geos, column, GEOSGetInteriorRingN_r(geos.handle(), polygon, i));
    column.endPart();
}

/// The faces between the lines, given to the areas whose cells they cover; nothing when lines cross, so that faces are missing.
std::optional<GeometryColumn> faces(const Frame& frame, const std::vector<Polyline>& lines,
                                    const std::vector<std::int32_t>& areaOfCell, std::size_t areaCount) {
    const Geos geos;
    std::vector<Geos::Geometry> owned;
    std::vector<const GEOSGeometry*> strings;
    for (const Polyline& line : lines) {
        owned.push_back(lineString(geos, line));
        if (owned.back() != nullptr) strings.push_back(owned.back().get());
    }
    const auto found = geos.own(GEOSPolygonize_r(geos.handle(), strings.data(), static_cast<unsigned>(strings.size())));
    if (!found) return std::nullopt;
    std::vector<std::vector<const GEOSGeometry*>> partsOfArea(areaCount);
    const int count = GEOSGetNumGeometries_r(geos.handle(), found.get());
    for (int i = 0; i < count; ++i) {
        const GEOSGeometry* face = GEOSGetGeometryN_r(geos.handle(), found.get(), i);
        const auto inner = geos.make(GEOSPointOnSurface_r, face);
        if (!inner) return std::nullopt;
        Point point;
        GEOSGeomGetX_r(geos.handle(), inner.get(), &point.x);
        GEOSGeomGetY_r(geos.handle(), inner.get(), &point.y);
        const std::int32_t area = areaOfCell[frame.index(frame.cellAt(point))];
        if (area >= 0) partsOfArea[static_cast<std::size_t>(area)].push_back(face);
    }
    std::vector<double> cellArea(areaCount, 0);
    for (const std::int32_t area : areaOfCell) {
        if (area >= 0) cellArea[static_cast<std::size_t>(area)] += frame.cellM * frame.cellM;
    }
    GeometryColumn column;
    column.kind = GeometryKind::polygon;
    for (std::size_t area = 0; area < areaCount; ++area) {
        for (const GEOSGeometry* face : partsOfArea[area]) addPart(geos, column, face);
        column.endFeature();
        const double measured = areaM2(column, area);
        if (std::abs(measured - cellArea[area]) > 0.1 * cellArea[area]) return std::nullopt;
    }
    return column;
}

Polyline drawn(const Polyline& stairs, int rounds) {
    Polyline line = simplified(relaxed(stairs, rounds), rounds > 0 ? 3.5 : 0.0);
    roundToCentimetre(line);
    return line;
}

} // namespace

Boundaries traceBoundaries(const Frame& frame, const Settlements& settlements) {
    const std::vector<BorderArc> arcs = borderArcs(frame, settlements.villageOfCell);
    const auto communeOf = [&](std::int32_t village) {
        return village < 0 ? outside : settlements.villages[static_cast<std::size_t>(village)].commune;
    };
    // Smoothing may make two borders cross where land is narrow; then all are smoothed less. Unsmoothed stairs never cross.
    for (const int rounds : {14, 8, 4, 2, 0}) {
        std::vector<Polyline> villageLines;
        std::vector<Polyline> communeLines;
        for (const BorderArc& arc : arcs) {
            villageLines.push_back(drawn(arc.line, rounds));
            if (communeOf(arc.areaA) != communeOf(arc.areaB)) communeLines.push_back(villageLines.back());
        }
        auto villages = faces(frame, villageLines, settlements.villageOfCell, settlements.villages.size());
        auto communes = faces(frame, communeLines, settlements.communeOfCell, settlements.communes.size());
        if (villages && communes) return {std::move(*villages), std::move(*communes)};
    }
    return {};
}

} // namespace banlang::sample
