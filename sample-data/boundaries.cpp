// SPDX-License-Identifier: MIT
#include "sample-data/boundaries.h"

#include "core/geo/measure.h"
#include "sample-data/border_arcs.h"
#include "sample-data/detail/geos_handle.h"

#include <map>
#include <optional>

namespace banlang::sample {
namespace {

using detail::GeosHandle;

GEOSGeometry* lineString(const GeosHandle& geos, const Polyline& line) {
    std::vector<double> xy;
    for (const Point point : line) {
        xy.push_back(point.x);
        xy.push_back(point.y);
    }
    GEOSCoordSequence* points = GEOSCoordSeq_copyFromBuffer_r(geos.get(), xy.data(), static_cast<unsigned>(line.size()), 0, 0);
    return GEOSGeom_createLineString_r(geos.get(), points);
}

void addRing(const GeosHandle& geos, GeometryColumn& column, const GEOSGeometry* ring) {
    const GEOSCoordSequence* points = GEOSGeom_getCoordSeq_r(geos.get(), ring);
    unsigned size = 0;
    GEOSCoordSeq_getSize_r(geos.get(), points, &size);
    for (unsigned i = 0; i < size; ++i) {
        Point point;
        GEOSCoordSeq_getXY_r(geos.get(), points, i, &point.x, &point.y);
        column.addPoint(point);
    }
    column.endRing();
}

void addPart(const GeosHandle& geos, GeometryColumn& column, const GEOSGeometry* polygon) {
    addRing(geos, column, GEOSGetExteriorRing_r(geos.get(), polygon));
    const int holes = GEOSGetNumInteriorRings_r(geos.get(), polygon);
    for (int i = 0; i < holes; ++i) addRing(geos, column, GEOSGetInteriorRingN_r(geos.get(), polygon, i));
    column.endPart();
}

/// The faces between the lines, given to the areas whose cells they cover; nothing when lines cross, so that faces are missing.
std::optional<GeometryColumn> faces(const Frame& frame, const std::vector<Polyline>& lines,
                                    const std::vector<std::int32_t>& areaOfCell, std::size_t areaCount) {
    const GeosHandle geos;
    std::vector<GEOSGeometry*> strings;
    for (const Polyline& line : lines) strings.push_back(lineString(geos, line));
    const auto found = geos.own(GEOSPolygonize_r(geos.get(), strings.data(), static_cast<unsigned>(strings.size())));
    for (GEOSGeometry* string : strings) GEOSGeom_destroy_r(geos.get(), string);
    if (!found) return std::nullopt;
    std::vector<std::vector<const GEOSGeometry*>> partsOfArea(areaCount);
    const int count = GEOSGetNumGeometries_r(geos.get(), found.get());
    for (int i = 0; i < count; ++i) {
        const GEOSGeometry* face = GEOSGetGeometryN_r(geos.get(), found.get(), i);
        const auto inner = geos.own(GEOSPointOnSurface_r(geos.get(), face));
        Point point;
        GEOSGeomGetX_r(geos.get(), inner.get(), &point.x);
        GEOSGeomGetY_r(geos.get(), inner.get(), &point.y);
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
