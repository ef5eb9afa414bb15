// SPDX-License-Identifier: MIT
#include "core/model/as_of.h"
#include "layers/base/attributes.h"
#include "layers/base/base_layers.h"
#include "layers/base/shared_arcs.h"
#include "layers/style/boundary_style.h"

namespace banlang {
namespace {

constexpr double bordersBelow = 60'000;
constexpr double dotsBelow = 150'000;

enum VillageKey : LegendKey { borderKey, dotKey };

/// Areas that can be pointed at but have no look of their own.
ShapeSet areas(const BaseContext& context) {
    ShapeSet set{.geometry = shapesInForce(context.request, Role::villages)};
    set.role = Role::villages;
    set.scales.maxDenominator = bordersBelow;
    set.styles = {ClassStyle{}};
    const FeatureTable& villages = context.request.analysis.district().table(Role::villages);
    for (std::size_t row = 0; row < villages.geometry.featureCount(); ++row) {
        set.classOf.push_back(inForce(villages, row, context.request.analysis.asOf()) ? std::uint8_t{0} : noClass);
    }
    return set;
}

/// Borders between villages of one commune; where communes meet, the commune's border is drawn.
ShapeSet borders(const BaseContext& context) {
    const District& district = context.request.analysis.district();
    const auto& communeOf = district.linksOf(Role::villages).commune;
    SharedArcs arcs = sharedArcs(*shapesInForce(context.request, Role::villages));
    ShapeSet set{.geometry = std::make_shared<GeometryColumn>(std::move(arcs.lines))};
    set.role = Role::villages;
    set.scales.maxDenominator = bordersBelow;
    set.styles = {{.fill = {}, .strokes = {villageLine(context.request.colourScheme)}}};
    for (std::size_t arc = 0; arc < arcs.left.size(); ++arc) {
        const auto left = static_cast<std::size_t>(arcs.left[arc]);
        const bool outer = arcs.right[arc] == noNeighbour;
        const bool betweenCommunes =
            !outer && !communeOf.empty() && communeOf[left] != communeOf[static_cast<std::size_t>(arcs.right[arc])];
        set.classOf.push_back(outer || betweenCommunes ? noClass : std::uint8_t{0});
        set.rowOf.push_back(static_cast<std::uint32_t>(left));
    }
    return set;
}

void addNamesAndDots(MapLayer& layer, const BaseContext& context) {
    const FeatureTable& villages = context.request.analysis.district().table(Role::villages);
    const MapPalette& palette = mapPalette(context.request.colourScheme);
    MarkerSet dots{.markers = {}, .scales = {.minDenominator = bordersBelow, .maxDenominator = dotsBelow}};
    LabelSet names{.labels = {}, .scales = {.maxDenominator = bordersBelow}};
    for (std::size_t row = 0; row < villages.rowCount; ++row) {
        if (!inForce(villages, row, context.request.analysis.asOf())) continue;
        const auto centre = adminUnitCentre(villages, row);
        if (!centre) continue;
        Marker dot{.at = *centre, .shape = MarkerShape::circle, .radiusPx = 1.8};
        dot.fill = palette.label;
        dot.rim = palette.halo;
        dot.rimPx = 0.8;
        dot.row = static_cast<std::int32_t>(row);
        dot.keys = {dotKey};
        dots.markers.push_back(dot);
        MapLabel label{.kind = LabelKind::village, .text = fullName(villages, row), .at = *centre};
        label.colour = palette.label;
        label.id = static_cast<std::uint32_t>(row);
        const double households = villages.numberAt(fields::villages.households, row);
        label.priority = std::isnan(households) ? 0 : households;
        names.labels.push_back(std::move(label));
    }
    layer.markers.push_back(std::move(dots));
    layer.labels.push_back(std::move(names));
}

MapLayer villagesLayer(const BaseLayer& declaration, const BaseContext& context) {
    MapLayer layer = emptyLayer(declaration.id, declaration.words);
    layer.shapes = {areas(context), borders(context)};
    addNamesAndDots(layer, context);
    addAdminUnitAttributes(layer, context.request, Role::villages,
                           {.label = {"thôn", "village"}, .key = borderKey, .style = layer.shapes[1].styles[0]});
    LegendEntry border = classEntry(*layer.rowClasses, 0, GeometryKind::line);
    border.label = {"ranh giới thôn", "village border"};
    LegendEntry dot{.label = {"thôn", "village"}, .key = dotKey, .swatch = GeometryKind::point};
    if (!layer.markers[0].markers.empty()) dot.marker = layer.markers[0].markers[0];
    dot.count = border.count;
    layer.legend = {std::move(border), std::move(dot)};
    return layer;
}

} // namespace

void declareVillages(std::vector<BaseLayer>& layers) {
    layers.push_back({.id = "villages",
                      .words = {.title = {"Thôn", "Villages"},
                                .counted = {"Thôn, bản, tổ dân phố", "Villages"},
                                .countUnit = {"thôn", "villages"}},
                      .build = villagesLayer});
}

} // namespace banlang
