// SPDX-License-Identifier: MIT
#include "core/analysis/quality/quality_checks.h"
#include "core/geo/measure.h"
#include "core/geo/overlay.h"
#include "core/geo/packed_rtree.h"

#include <fmt/format.h>

namespace banlang {
namespace {

constexpr std::size_t unitGrain = 1; ///< one overlay of long boundaries is work enough for a turn

struct SharedPolygon {
    std::size_t first = 0;
    std::size_t second = 0;
    double areaM2 = 0;
    auto operator<=>(const SharedPolygon&) const = default;
};

std::vector<SharedPolygon> sharedGrounds(const GeometryColumn& shapes, double atLeastM2) {
    const PackedRtree tree(shapes.boxes);
    return collect<SharedPolygon>(shapes.featureCount(), unitGrain, [&](std::size_t begin, std::size_t end, auto& found) {
        for (std::size_t unit = begin; unit < end; ++unit) {
            if (shapes.isEmpty(unit)) continue;
            tree.search(shapes.boxes[unit], [&](std::uint32_t other) {
                if (other <= unit) return;
                const double shared = areaM2(intersection(shapes, unit, shapes, other), 0);
                if (shared > atLeastM2) found.push_back({unit, other, shared});
            });
        }
    });
}

/// One feature for each hole, or for each part, of the only feature of `polygons`.
GeometryColumn holesOf(const GeometryColumn& polygons) {
    GeometryColumn holes;
    holes.kind = GeometryKind::polygon;
    for (std::size_t part = polygons.featureOffsets[0]; part < polygons.featureOffsets[1]; ++part) {
        for (std::uint32_t ring = polygons.partOffsets[part] + 1; ring < polygons.partOffsets[part + 1]; ++ring) {
            for (std::uint32_t i = polygons.ringOffsets[ring]; i < polygons.ringOffsets[ring + 1]; ++i)
                holes.addPoint(polygons.point(i));
            holes.endRing();
            holes.endPart();
            holes.endFeature();
        }
    }
    return holes;
}

GeometryColumn partsOf(const GeometryColumn& polygons) {
    GeometryColumn parts;
    parts.kind = GeometryKind::polygon;
    for (std::size_t part = polygons.featureOffsets[0]; part < polygons.featureOffsets[1]; ++part) {
        for (std::uint32_t ring = polygons.partOffsets[part]; ring < polygons.partOffsets[part + 1]; ++ring) {
            for (std::uint32_t i = polygons.ringOffsets[ring]; i < polygons.ringOffsets[ring + 1]; ++i)
                parts.addPoint(polygons.point(i));
            parts.endRing();
        }
        parts.endPart();
        parts.endFeature();
    }
    return parts;
}

/// Easting and northing, so that the place can be found on the map.
std::string placeOf(const GeometryColumn& shapes, std::size_t feature) {
    const Point place = pointOnSurface(shapes, feature).value_or(shapes.boxes[feature].centre());
    return fmt::format("E {:.0f}, N {:.0f}", place.x, place.y);
}

std::vector<std::uint32_t> neighboursOf(const GeometryColumn& holes, std::size_t hole, const GeometryColumn& shapes,
                                        const PackedRtree& tree) {
    constexpr double touchM = 0.01;
    std::vector<std::uint32_t> neighbours;
    const auto ring = holes.ring(holes.firstRing(hole));
    tree.search(holes.boxes[hole].widenedBy(touchM), [&](std::uint32_t unit) {
        for (std::size_t i = 0; i < ring.size(); i += 2) {
            if (nearestOnLine(shapes, unit, {ring[i], ring[i + 1]})->distanceM > touchM) continue;
            neighbours.push_back(unit);
            return;
        }
    });
    std::sort(neighbours.begin(), neighbours.end());
    return neighbours;
}

std::string namesOf(const FeatureTable& units, std::span<const std::uint32_t> rows) {
    std::string names;
    for (const std::uint32_t row : rows) names += (names.empty() ? "" : ", ") + fullName(units, row);
    return names;
}

void findGapsBetweenCommunes(const QualityContext& context, Findings& findings) {
    const FeatureTable& communes = context.district.table(Role::communes);
    const GeometryColumn holes = holesOf(unionOf(context.communes));
    const PackedRtree tree(context.communes.boxes);
    for (std::size_t hole = 0; hole < holes.featureCount(); ++hole) {
        const double area = areaM2(holes, hole);
        if (area <= context.limits.boundaryGapM2) continue;
        const auto neighbours = neighboursOf(holes, hole, context.communes, tree);
        findings.add(Role::communes, neighbours.empty() ? 0 : neighbours.front(), area, [&] {
            const Bilingual m2 = figure(area);
            const std::string names = namesOf(communes, neighbours);
            const std::string place = placeOf(holes, hole);
            return Bilingual{fmt::format("{} m² không thuộc xã nào, giữa {} ({})", m2.vi, names, place),
                             fmt::format("{} m² of no commune, between {} ({})", m2.en, names, place)};
        });
    }
}

/// What the villages of a commune leave of it. Nothing is said of communes whose villages are not drawn.
GeometryColumn groundOfNoVillage(const QualityContext& context, std::size_t commune) {
    const auto& communeOf = context.district.linksOf(Role::villages).commune;
    std::vector<std::uint32_t> villages;
    for (std::uint32_t village = 0; village < context.villages.featureCount(); ++village) {
        if (linkedRow(communeOf, village) == static_cast<std::int32_t>(commune) && !context.villages.isEmpty(village))
            villages.push_back(village);
    }
    if (villages.empty() || context.communes.isEmpty(commune)) return partsOf(unionOf({}));
    return partsOf(difference(context.communes, commune, unionOf(context.villages.selected(villages)), 0));
}

} // namespace

void findOverlappingBoundaries(const QualityContext& context, Findings& findings) {
    for (const Role role : {Role::communes, Role::villages}) {
        const FeatureTable& units = context.district.table(role);
        for (const SharedPolygon& shared : sharedGrounds(context.adminUnitShapes(role), context.limits.boundaryOverlapM2)) {
            findings.add(role, shared.first, shared.areaM2, [&] {
                const Bilingual m2 = figure(shared.areaM2);
                const std::string other = fmt::format("{} ({})", fullName(units, shared.second), keyOf(units, role, shared.second));
                return Bilingual{fmt::format("{} chồng lên {}: {} m²", fullName(units, shared.first), other, m2.vi),
                                 fmt::format("{} overlaps {} by {} m²", fullName(units, shared.first), other, m2.en)};
            });
        }
    }
}

void findBoundaryGaps(const QualityContext& context, Findings& findings) {
    findGapsBetweenCommunes(context, findings);
    const FeatureTable& communes = context.district.table(Role::communes);
    for (std::size_t commune = 0; commune < communes.rowCount; ++commune) {
        const GeometryColumn rest = groundOfNoVillage(context, commune);
        for (std::size_t gap = 0; gap < rest.featureCount(); ++gap) {
            const double area = areaM2(rest, gap);
            if (area <= context.limits.boundaryGapM2) continue;
            findings.add(Role::communes, commune, area, [&] {
                const Bilingual m2 = figure(area);
                const std::string name = fullName(communes, commune);
                const std::string place = placeOf(rest, gap);
                return Bilingual{fmt::format("{} m² của {} không thuộc thôn nào ({})", m2.vi, name, place),
                                 fmt::format("{} m² of {} in no village ({})", m2.en, name, place)};
            });
        }
    }
}

void findVillagesOutside(const QualityContext& context, Findings& findings) {
    const FeatureTable& villages = context.district.table(Role::villages);
    const FeatureTable& communes = context.district.table(Role::communes);
    const auto& communeOf = context.district.linksOf(Role::villages).commune;
    for (std::size_t village = 0; village < villages.rowCount; ++village) {
        const std::int32_t commune = linkedRow(communeOf, village);
        if (commune < 0 || context.villages.isEmpty(village)) continue;
        const auto c = static_cast<std::size_t>(commune);
        if (context.communes.isEmpty(c)) continue;
        const double outside = areaM2(difference(context.villages, village, context.communes, c), 0);
        if (outside <= context.limits.villageOutsideM2) continue;
        findings.add(Role::villages, village, outside, [&] {
            const Bilingual m2 = figure(outside);
            return Bilingual{fmt::format("{}: {} m² nằm ngoài {}", fullName(villages, village), m2.vi, fullName(communes, c)),
                             fmt::format("{}: {} m² lie outside {}", fullName(villages, village), m2.en, fullName(communes, c))};
        });
    }
}

} // namespace banlang
