// SPDX-License-Identifier: MIT
#include "core/geo/measure.h"
#include "core/model/road_surface.h"
#include "layers/base/attributes.h"
#include "layers/base/base_layers.h"
#include "layers/base/line_names.h"
#include "layers/style/road_style.h"

#include <algorithm>

namespace banlang {
namespace {

std::uint8_t classIndex(RoadClass roadClass, bool hardened) {
    return static_cast<std::uint8_t>(static_cast<std::size_t>(roadClass) * 2 + (hardened ? 1 : 0));
}

std::vector<std::uint8_t> classesOf(const FeatureTable& roads) {
    std::vector<std::uint8_t> classes(roads.rowCount);
    for (std::size_t row = 0; row < roads.rowCount; ++row) {
        classes[row] = classIndex(roadClassOf(roads.textAt(fields::roads.managementClass, row)),
                                  isHardened(roads.textAt(fields::roads.surface, row)));
    }
    return classes;
}

ShapeSet bandShapes(const BaseContext& context, const RoadDetailLevel& band, const std::vector<std::uint8_t>& classes) {
    ShapeSet set;
    set.geometry = sharedGeometry(context.request, Role::roads);
    set.role = Role::roads;
    set.scales = band.scales;
    for (std::size_t i = 0; i < roadClassCount; ++i) {
        for (const bool hardened : {false, true}) {
            set.styles.push_back(
                roadStyle(static_cast<RoadClass>(i), hardened, context.underTheme, context.request.colourScheme, band));
        }
    }
    set.classOf = classes;
    for (std::uint8_t& value : set.classOf) {
        if (set.styles[value].strokes.empty()) value = noClass;
    }
    return set;
}

/// Numbered roads from afar, all named ones near by.
double largestScaleNamed(RoadClass roadClass) {
    switch (roadClass) {
    case RoadClass::national:
    case RoadClass::provincial:
        return 250'000;
    case RoadClass::district:
        return 120'000;
    case RoadClass::commune:
        return 60'000;
    case RoadClass::village:
        return 16'000;
    default:
        return 6'000;
    }
}

std::vector<LabelSet> roadNames(const BaseContext& context) {
    const FeatureTable& roads = context.request.analysis.district().table(Role::roads);
    std::array<LabelSet, roadClassCount> sets;
    for (std::size_t row = 0; row < roads.rowCount; ++row) {
        if (roads.textAt(fields::roads.name, row).empty() || roads.geometry.isEmpty(row)) continue;
        const RoadClass roadClass = roadClassOf(roads.textAt(fields::roads.managementClass, row));
        MapLabel label = lineName(roads, row, LabelKind::road, mapPalette(context.request.colourScheme).roadName);
        label.priority = static_cast<double>(roadClass) * 1e6 + std::min(lengthM(roads.geometry, row), 9e5);
        sets[static_cast<std::size_t>(roadClass)].labels.push_back(std::move(label));
    }
    std::vector<LabelSet> named;
    for (std::size_t i = roadClassCount; i-- > 0;) {
        if (sets[i].labels.empty()) continue;
        sets[i].scales.maxDenominator = largestScaleNamed(static_cast<RoadClass>(i));
        named.push_back(std::move(sets[i]));
    }
    return named;
}

/// As the roads look from nearest, where all are drawn.
RowClasses rowClasses(const ShapeSet& nearest, const std::vector<std::uint8_t>& classes) {
    RowClasses rows{.classes = std::vector<RowClass>(nearest.styles.size()), .classOf = classes, .labels = {}};
    for (std::size_t i = 0; i < roadClassCount; ++i) {
        for (const bool hardened : {true, false}) {
            const auto roadClass = static_cast<RoadClass>(i);
            const std::uint8_t index = classIndex(roadClass, hardened);
            rows.classes[index] = {.label = roadClassLabel(roadClass, hardened), .key = index, .style = nearest.styles[index]};
        }
    }
    return rows;
}

/// From the largest class down, once for every band of scales, as the class looks there.
std::vector<LegendEntry> roadLegend(const MapLayer& layer, const LayerRequest& request, const RowClasses& rows) {
    const GeometryColumn& lines = request.analysis.district().table(Role::roads).geometry;
    std::array<double, roadClassCount * 2> metres{};
    for (std::size_t row = 0; row < rows.classOf.size(); ++row) metres[rows.classOf[row]] += lengthM(lines, row);
    std::vector<LegendEntry> legend;
    for (const ShapeSet& band : layer.shapes) {
        for (std::size_t i = roadClassCount; i-- > 0;) {
            for (const bool hardened : {true, false}) {
                const std::size_t index = classIndex(static_cast<RoadClass>(i), hardened);
                LegendEntry entry = classEntry(rows, index, GeometryKind::line);
                if (*entry.count == 0 || band.styles[index] == ClassStyle{}) continue;
                entry.style = band.styles[index];
                entry.scales = band.scales;
                entry.amount = metres[index] / 1000;
                entry.amountDecimals = 1;
                legend.push_back(std::move(entry));
            }
        }
    }
    return legend;
}

MapLayer roadsLayer(const BaseLayer& declaration, const BaseContext& context) {
    MapLayer layer = emptyLayer(declaration.id, declaration.words);
    const std::vector<std::uint8_t> classes = classesOf(context.request.analysis.district().table(Role::roads));
    for (const RoadDetailLevel& band : roadDetailLevels()) layer.shapes.push_back(bandShapes(context, band, classes));
    layer.labels = roadNames(context);
    RowClasses rows = rowClasses(layer.shapes.front(), classes);
    layer.legend = roadLegend(layer, context.request, rows);
    addPlainAttributes(layer, context.request, Role::roads, std::move(rows));
    return layer;
}

} // namespace

void declareRoads(std::vector<BaseLayer>& layers) {
    layers.push_back({.id = "roads",
                      .words = {.title = {"Đường theo cấp", "Roads by class"},
                                .counted = {"Đường theo cấp và mặt đường", "Roads by class and surface"},
                                .countUnit = {"tuyến", "roads"},
                                .amountUnit = {"km", "km"}},
                      .build = roadsLayer});
}

} // namespace banlang
